import assert from 'node:assert/strict';
import { formatClockLike } from './clock-style';

describe('a clock time in the style of another', () => {
	const cases: readonly [written: string, expected: string | undefined][] = [
		['07:12', '19:05'], ['7:12', '19:05'], ['7:12 PM', '7:05 PM'], ['07:12am', '07:05pm'], ['7:12 a.m.', '7:05 p.m.'], ['19.12', '19.05'], ['1912', '1905'], ['07:12:30', '19:05:09'], ['7pm', undefined], ['午後7時', undefined],
	];
	for (const [written, expected] of cases) it(`${written} → ${expected}`, () => assert.equal(formatClockLike(written, { hour: 19, minute: 5, second: 9 }), expected));
	it('writes midnight and noon on a 12-hour clock', () => {
		assert.equal(formatClockLike('7:12 PM', { hour: 0, minute: 5 }), '12:05 AM');
		assert.equal(formatClockLike('7 pm', { hour: 12, minute: 0 }), '12 pm');
	});
});
