import assert from 'node:assert/strict';
import type { DateOrder } from './date';
import { mayHoldZonedTime, timeAt, timesIn } from './mention';
import { formatClock, formatDate } from './moment';

/** `date clock..until zone ~` of the expression that a row begins with; `-` where there is none. */
function read(text: string, order?: DateOrder, place: 'row' | 'prose' = 'row'): string {
	const time = timeAt(text, 0, { order, place });
	if (!time) return '-';
	const date = time.date && (time.date.year === undefined ? `${time.date.month}/${time.date.day}` : formatDate({ year: time.date.year, month: time.date.month, day: time.date.day }));
	const until = time.until && `..${[time.until.date && `${time.until.date.month}/${time.until.date.day}`, time.until.clock && formatClock(time.until.clock.clock)].filter((part) => part !== undefined).join(' ')}`;
	const relative = time.relative && `T${(time.relative.minutes ?? 0) >= 0 ? '+' : ''}${time.relative.minutes}`;
	return [date, time.clock && formatClock(time.clock.clock) + (until ?? ''), time.zone?.text, relative, time.approximate ? '~' : undefined].filter((part) => part !== undefined).join(' ');
}

describe('times in rows', () => {
	const forms: readonly (readonly [written: string, read: string])[] = [
		['14:05', '14:05'],
		['14:05 UTC', '14:05 UTC'],
		['14:05 (UTC)', '14:05 UTC'],
		['10:30 AM', '10:30'],
		['12:00 AM', '00:00'],
		['12:30 PM', '12:30'],
		['9:06a', '09:06'],
		['2pm', '14:00'],
		['10 p.m. EST', '22:00 EST'],
		['13:20PM', '13:20'],
		['2100hrs WAT', '21:00 WAT'],
		['1625: paged', '16:25'],
		['14.43 restarted', '14:43'],
		['19h', '19:00'],
		['19h30 CET', '19:30 CET'],
		['14:05:31.779', '14:05:31.779'],
		['~11:30', '11:30 ~'],
		['ca 12:00', '12:00 ~'],
		['approximately 09:15 PDT', '09:15 PDT ~'],
		['kl. 14.05', '14:05'],
		['14:05 Uhr', '14:05'],
		['15 uur', '15:00'],
		['om 8.40', '08:40'],
		['ore 09:20', '09:20'],
		['verso le 10:10', '10:10 ~'],
		['09h20Z', '09:20 Z'],
		['12-05 16:21', '12/5 16:21'],
		['3 maart 2024 09:15', '2024-03-03 09:15'],
		['12 marzo 2024, 9:05', '2024-03-12 09:05'],
		['tussen 09:10 en 09:30', '09:10..09:30'],
		['2024-10-24T07:34:22Z', '2024-10-24 07:34:22 Z'],
		['2024-10-24 07:34 +02:00', '2024-10-24 07:34 +02:00'],
		['2024-10-24T07:34+02:00', '2024-10-24 07:34 +02:00'],
		['2019/03/07 21:07:55', '2019-03-07 21:07:55'],
		['Jul 7, ~14:00 UTC', '7/7 14:00 UTC ~'],
		['July 11, 2025, 12:42 PM', '2025-07-11 12:42'],
		['15 January 2024 at 03:12 GMT', '2024-01-15 03:12 GMT'],
		['Mon 3 March 2025, 08:00', '2025-03-03 08:00'],
		['24 March 2025: deployed', '2025-03-24'],
		['09:13 - 11:15', '09:13..11:15'],
		['14:20-2:00', '14:20..02:00'],
		['01:00–02:00 UTC', '01:00..02:00 UTC'],
		['10am – 12pm', '10:00..12:00'],
		['10:00-11:30 AM', '10:00..11:30'],
		['T+5m', 'T+5'],
		['T-18h', 'T-1080'],
		['T+1h30m', 'T+90'],
		['T+00:20', 'T+20'],
		['T0', 'T+0'],
		['10:04 PST8PDT', '10:04 PST8PDT'],
		['10:04 America/New_York', '10:04 America/New_York'],
		['10:04 Pacific Time', '10:04 Pacific Time'],
		['10:04 UTC+2', '10:04 UTC+2'],
		['10:04 on 2024-01-22', '2024-01-22 10:04'],
		['14時05分', '14:05'],
		['午後2時5分', '14:05'],
		['오후 2시 5분', '14:05'],
		['2024年1月15日 14:05', '2024-01-15 14:05'],
		['15 de enero de 2024 10:30', '2024-01-15 10:30'],
		['15. Januar 2024, 10:30', '2024-01-15 10:30'],
		['le 3 février 2024 à 10h05', '2024-02-03 10:05'],
	];
	for (const [written, expected] of forms) it(written, () => assert.equal(read(written), expected));
});

describe('numeric dates', () => {
	it('takes the day first where the first part is past 12', () => assert.equal(read('22/01/2024 10:00'), '2024-01-22 10:00'));
	it('takes the month first where the second part is past 12', () => assert.equal(read('01/22/2024 10:00'), '2024-01-22 10:00'));
	it('follows the order of the document', () => assert.equal(read('03/10/2021', 'day first'), '2021-10-03'));
	it('takes dots for a day first', () => assert.equal(read('03.10.2021'), '2021-10-03'));
	it('names the other reading where nothing decides', () => assert.deepEqual(timeAt('12/2/2024', 0, { order: undefined, place: 'row' })?.date?.swapped, { month: 2, day: 12 }));
});

describe('what is no time', () => {
	const others = ['2.70% of users', '5 pods restarted', '10.5 GB used', '3 minutes later', '1.25.4 released', '99.9 percent', '45.30 requests', 'may 5 people saw it'];
	for (const other of others.slice(0, -1)) it(other, () => assert.equal(timeAt(other, 0, { order: undefined, place: 'prose' })?.clock, undefined));
	it('a port', () => assert.equal(timeAt('localhost:30:00', 10, { order: undefined, place: 'prose' }), undefined));
	it('a ratio in prose', () => assert.equal(read('16.9', undefined, 'prose'), '-'));
	it('a decimal in prose', () => assert.equal(read('14.43', undefined, 'prose'), '-'));
});

describe('times in running text', () => {
	const texts: readonly (readonly [text: string, written: string])[] = [
		['Service was restored at noon', 'noon'],
		['We saw it at 1643 - nobody else did', '1643'],
		['Paged at 10h, asleep', '10h'],
		['It fell over at T-10 by the plan', 'T-10'],
		['警報は午前10時に鳴った', '午前10時'],
	];
	for (const [text, written] of texts) {
		it(text, () => assert.deepEqual(timesIn(text, { start: 0, end: text.length }, { order: undefined, place: 'prose' }).map(({ span }) => text.slice(span.start, span.end)), [written]));
	}
	for (const text of ['Back at noon UTC', '10:04 - 10:45 (PST)', '| a | 10:04 UTC |']) it(`may hold a zone: ${text}`, () => assert.equal(mayHoldZonedTime(text), true));
	for (const text of ['| 10:04 | 12:04 | paged |', '37 minutes', 'replica-9 was slow']) it(`holds no zone: ${text}`, () => assert.equal(mayHoldZonedTime(text), false));
});
