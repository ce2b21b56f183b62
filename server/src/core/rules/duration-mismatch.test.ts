import assert from 'node:assert/strict';
import { lint } from '../../../../test/kit/lint';
import { durationMismatch } from './duration-mismatch';

const ROWS = `
## Timeline

| Time (UTC) | Event |
| --- | --- |
| 2024-05-02 10:00 | Shift change |
| 2024-05-02 10:12 | Outage begins |
| 2024-05-02 10:14 | Alert fires |
| 2024-05-02 10:27 | Rollback complete |
| 2024-05-02 10:49 | Incident declared resolved |
`;

function found(statement: string): readonly string[] {
	return lint(`# Postmortem: thermostat app offline\n\n${statement}\n${ROWS}`, [durationMismatch]).flatMap((finding) => finding.fixes().map(({ title }) => title));
}

describe('duration-mismatch, beyond its page', () => {
	const right = ['- **Duration:** 37 minutes (10:12 - 10:49 UTC)', '- **Duration:** 49 min', '- **Duration:** about 40 minutes', '- **Detection Time:** 2 minutes (alert fired at 10:14 UTC)', '- **Time to mitigate:** 15m', '- **Time to resolve:** 22 minutes of monitoring', '- **Duration:** 2 hours (9:00 AM - 11:00 AM, UTC)', '- **Duration:** 4 hours (9:00 - 1:00)', 'The app was down for 1 hour and 45 minutes, starting at 08:30 AM and ending at 10:15 AM UTC.'];
	for (const statement of right) it(`lets be ${statement}`, () => assert.deepEqual(found(statement), []));
	const wrong: readonly [string, string][] = [
		['- **Duration:** 47 minutes (10:12 - 10:49 UTC)', 'Write `37 minutes`'],
		['- **Duration:** 2 hours (9:00 AM - 12:00 PM, UTC)', 'Write `3 hours`'],
		['- **Detection Time:** 12 minutes (alert fired at 10:14 UTC)', 'Write `2 minutes`'],
		['- **Time to mitigate:** 25m', 'Write `15m`'],
		['- **Time to resolve:** 1 hour 10 minutes', 'Write `37 minutes`'],
		['The app was down for 1 hour and 15 minutes, starting at 08:30 AM and ending at 10:15 AM UTC.', 'Write `1 hour and 45 minutes`'],
	];
	for (const [statement, fix] of wrong) it(`finds ${statement}`, () => assert.deepEqual(found(statement), [fix]));
});
