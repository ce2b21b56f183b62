import assert from 'node:assert/strict';
import { businessMinutes, type BusinessHours } from './business-hours';
import type { Moment } from './moment';

/** `2024-05-03 10:00`, a Friday; `offset` in minutes east of UTC. */
function at(text: string, offset?: number): Moment {
	const [year, month, day, hour, minute] = text.split(/[- :]/).map(Number);
	return { date: { year: year!, month: month!, day: day! }, clock: { hour: hour!, minute: minute! }, offset };
}

const WEEK: BusinessHours = { days: new Set([1, 2, 3, 4, 5]), from: 600, to: 1020, timeZone: undefined, holidays: [] };

describe('business hours between two moments', () => {
	const cases: readonly [string, string, number | undefined][] = [
		['2024-05-02 11:00', '2024-05-02 12:30', 90], ['2024-05-02 07:15', '2024-05-02 10:30', 30], ['2024-05-02 16:00', '2024-05-02 23:00', 60], ['2024-05-02 20:00', '2024-05-02 23:00', 0],
		['2024-05-02 13:30', '2024-05-03 16:16', 210 + 376], ['2024-05-03 16:00', '2024-05-06 10:30', 60 + 30], ['2024-05-04 11:00', '2024-05-05 12:00', 0], ['2024-05-03 15:51', '2024-05-10 10:06', 69 + 4 * 420 + 6], ['2024-05-03 12:00', '2024-05-02 12:00', undefined],
	];
	for (const [from, to, minutes] of cases) it(`${from} to ${to}`, () => assert.equal(businessMinutes(at(from), at(to), WEEK), minutes));
	it('leaves days off out', () => assert.equal(businessMinutes(at('2024-05-02 16:00'), at('2024-05-06 11:00'), { ...WEEK, holidays: [{ year: 2024, month: 5, day: 3 }] }), 60 + 60));
	it('counts in the zone of the calendar where that of the times is known', () => {
		const london: BusinessHours = { ...WEEK, timeZone: 'Europe/London' };
		assert.equal(businessMinutes(at('2024-05-02 09:00', 0), at('2024-05-02 16:30', 0), london), 420);
		assert.equal(businessMinutes(at('2024-05-02 09:00'), at('2024-05-02 16:30'), london), 390);
	});
	it('needs dates', () => assert.equal(businessMinutes({ ...at('2024-05-02 11:00'), date: undefined }, at('2024-05-02 12:00'), WEEK), undefined));
});
