import assert from 'node:assert/strict';
import { formatLike } from './duration-style';

describe('a duration in the style of another', () => {
	const cases: readonly [written: string, minutes: number, expected: string | undefined][] = [
		['37 minutes', 40, '40 minutes'], ['37 minutes', 1, '1 minute'], ['84 minutes', 125, '125 minutes'], ['2 hours', 180, '3 hours'], ['2 hours', 60, '1 hour'], ['2 hours', 90, '1 hour 30 minutes'],
		['2h 3m', 90, '1h 30m'], ['1 hour and 15 min', 140, '2 hours and 20 min'], ['1 hour and 15 min', 40, '40 min'], ['3 hours, 30 minutes', 65, '1 hour, 5 minutes'], ['2h', 90, '1h 30m'], ['3 days', 1440, '1 day'], ['2時間', 90, '1時間30分'], ['0h 16m', 22, '0h 22m'], ['3h 02m', 189, '3h 09m'], ['5h 8m', 312, '5h 12m'], ['1d 5h 47m', 1745, '1d 5h 5m'], ['0h 07m', 67, '1h 07m'], ['2 Stunden', 90, '1 Stunde 30 Minuten'], ['1,5 Stunden', 45, '45 Minuten'], ['2 horas', 61, '1 hora 1 minuto'],
		['an hour and a half', 37, '37 minutes'], ['two hours', 125, '2 hours 5 minutes'], ['half an hour', 60, '1 hour'], ['2h30', 125, '2h05'], ['2h30', 37, '0h37'], ['1:45', 37, '0:37'], ['01:45:00', 125, '02:05:00'], ['約1時間半', 37, undefined], ['1時間半', 37, '37分'], ['1个半小时', 125, '2小时5分钟'], ['en halv time', 37, '37 minutter'], ['1½ hours', 60, '1 hour'], ['2 hrs. 5 mins', 65, '1 hrs. 5 mins'],
	];
	for (const [written, minutes, expected] of cases) it(`${minutes} minutes as ${written}`, () => assert.equal(formatLike(written, minutes), expected));
});
