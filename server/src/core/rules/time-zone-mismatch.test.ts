import assert from 'node:assert/strict';
import { lint } from '../../../../test/kit/lint';
import { timeZoneMismatch } from './time-zone-mismatch';

/** Messages for a timeline in UTC and a second zone. */
function found(zone: string, rows: readonly (readonly [utc: string, local: string])[], lead = 'Date: 2024-01-16'): readonly string[] {
	const table = rows.map(([utc, local]) => `| ${utc} | ${local} | Something |`).join('\n');
	return lint(`# Postmortem\n\n${lead}\n\n## Timeline\n\n| Time (UTC) | Time (${zone}) | Event |\n| --- | --- | --- |\n${table}\n`, [timeZoneMismatch]).map(({ message }) => message);
}

describe('time-zone-mismatch, beyond its page', () => {
	it('crosses the day', () => assert.deepEqual(found('PT', [['07:50', '23:50'], ['08:10', '00:10'], ['23:00', '15:00']]), []));
	it('knows daylight saving', () => {
		assert.deepEqual(found('PT', [['07:50', '00:50'], ['08:10', '01:10']], 'Date: 2023-07-16'), []);
		assert.deepEqual(found('PT', [['07:50', '00:50'], ['08:10', '00:10']], 'Date: 2023-07-16'), ['Unexpected time `00:10` beside `08:10`, expected `01:10`']);
	});
	it('takes either season where no day is known', () => assert.deepEqual(found('PT', [['07:50', '23:50'], ['08:10', '01:10'], ['09:10', '03:10']], ''), ['Unexpected time `03:10` beside `09:10`, expected `01:10`']));
	it('reads half hours and twelve-hour clocks', () => assert.deepEqual(found('Asia/Kolkata', [['10:00', '3:30 PM'], ['10:10', '3:40'], ['10:20', '3:55 PM']]), ['Unexpected time `3:55 PM` beside `10:20`, expected `3:50 PM`']));
	it('compares a second time beside the first', () => {
		const lines = (second: string) => lint(`# Postmortem\n\n## Timeline\n\n- 2024-01-16 03:12 UTC (19:12 PST) quota used up\n- 2024-01-16 03:20 UTC (${second} PST) alert fires\n`, [timeZoneMismatch]).map(({ message }) => message);
		assert.deepEqual(lines('19:20'), []);
		assert.deepEqual(lines('20:20'), ['Unexpected time `20:20` beside `2024-01-16 03:20 UTC`, expected `19:20`']);
	});
});
