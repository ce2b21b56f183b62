import assert from 'node:assert/strict';
import { durationsIn } from './duration';

const minutesIn = (text: string) => durationsIn(text, { start: 0, end: text.length }).map(({ minutes, approximate }) => `${approximate ? '~' : ''}${minutes}`);

describe('durations', () => {
	const forms: readonly (readonly [string, readonly string[]])[] = [
		['37 minutes', ['37']],
		['2h 3m', ['123']],
		['1 hour and 15 minutes', ['75']],
		['19 hours 43 minutes', ['1183']],
		['1.5 hours', ['90']],
		['approximately 2 hours', ['~120']],
		['~45 min', ['~45']],
		['3 days, 4 hours', ['4560']],
		['2時間15分', ['135']],
		['1 Stunde 30 Minuten', ['90']],
		['2 horas y 10 minutos', ['130']],
		['90s', ['1.5']],
		['15 minutes (rollback complete), 22 minutes of watching', ['15', '22']],
		['at 10:30 on 5 servers', []],
		['v1.5.2 and 3 pods', []],
		['$200 minutes', []],
	];
	for (const [text, expected] of forms) it(text, () => assert.deepEqual(minutesIn(text), expected));
});
