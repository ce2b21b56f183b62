import assert from 'node:assert/strict';
import { clockAt } from './clock';
import { formatClockLike } from './clock-style';

const EVENING = { hour: 19, minute: 5, second: 9 };

describe('a clock time in the style of another', () => {
	const cases: readonly [written: string, expected: string | undefined][] = [
		['07:12', '19:05'], ['7:12', '19:05'], ['7:12 PM', '7:05 PM'], ['07:12am', '07:05pm'], ['7:12 a.m.', '7:05 p.m.'], ['9:06a', '7:05p'], ['07：12', '19：05'], ['19.12', '19.05'],
		['1912', '1905'], ['2100hrs', '1905hrs'], ['2100 Uhr', '1905 Uhr'], ['07:12:30', '19:05:09'], ['7pm', '7:05pm'], ['19h', '19h05'], ['9h30', '19h05'], ['10 h', '19 h05'],
		['午後7時', '午後7時05分'], ['午前10時3分', '午後7時5分'], ['14時30分', '19時05分'], ['13:20PM', '19:05PM'], ['上午9点', '下午7点05分'], ['晚上9點30分', '下午7點05分'], ['오전 9시 30분', '오후 7시 05분'], ['14時半', '19時05分'], ['noon', undefined],
	];
	for (const [written, expected] of cases) it(`${written} → ${expected}`, () => assert.equal(formatClockLike(written, EVENING), expected));

	it('writes midnight and noon on a 12-hour clock', () => {
		assert.equal(formatClockLike('7:12 PM', { hour: 0, minute: 5 }), '12:05 AM');
		assert.equal(formatClockLike('7 pm', { hour: 12, minute: 0 }), '12 pm');
		assert.equal(formatClockLike('午後2時', { hour: 0, minute: 0 }), '午前12時');
	});

	it('pads as the times around it where a long hour does not show it', () => {
		const early = { hour: 9, minute: 5 };
		assert.deepEqual([formatClockLike('10:04', early), formatClockLike('10:04', early, false), formatClockLike('8:04', early, true)], ['09:05', '9:05', '9:05']);
		assert.deepEqual([formatClockLike('10:04 PM', early), formatClockLike('10:04 PM', early, true)], ['9:05 AM', '09:05 AM']);
	});

	it('keeps a fraction that is the same, to the last digit', () => {
		assert.equal(formatClockLike('14:05:31.779123', { hour: 3, minute: 5, second: 31, millisecond: 779 }), '03:05:31.779123');
		assert.equal(formatClockLike('14:05:31,7', { hour: 3, minute: 5, second: 31, millisecond: 250 }), '03:05:31,2');
	});

	it('gives back every time as it was written', () => {
		for (const written of ['14:05', '9:05', '09:05', '2pm', '12am', '9:06a', '2:00 p.m.', '10:04 AM', '14.43', '2100hrs', '0930 hrs', '19h30', '7h', '14:05:31', '14:05:31.779', '14:05:31,07', '午後2時', '午前10時5分', '14時30分15秒', '下午3点20分', '오후 2시', '14：05', '13:20PM']) {
			const { clock, span } = clockAt(written, 0, 'row')!;
			assert.deepEqual([span.end, formatClockLike(written, clock)], [written.length, written], written);
		}
	});
});
