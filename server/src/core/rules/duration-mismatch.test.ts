import assert from 'node:assert/strict';
import { lint } from '../../../../test/kit/lint';
import type { Config } from '../config/config';
import { DEFAULT_CONFIG } from '../config/load';
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
	const told: readonly (readonly [right: string, wrong: string, fix: string])[] = [
		['The outage lasted thirty-seven minutes.', 'The outage lasted forty-seven minutes.', 'Write `37 minutes`'],
		['The service was down for about half an hour.', 'The service was down for an hour and a half.', 'Write `37 minutes`'],
		['It took 2 minutes to detect the failure.', 'It took 12 minutes to detect the failure.', 'Write `2 minutes`'],
		['The incident was mitigated within 15 minutes.', 'The incident was mitigated within 25 minutes.', 'Write `15 minutes`'],
		['TTR: 37m.', 'TTR: 57m.', 'Write `37m`'],
		['MTTR 0h 37m', 'MTTR 2h 3m', 'Write `37m`'],
		['For approximately 40 minutes, the app was down.', 'For approximately 2 hours, the app was down.', 'Write `37 minutes`'],
		['- **Downtime:** 0:37', '- **Downtime:** 1:37', 'Write `0:37`'],
		['The app was down from 10:12 to 10:49 UTC (37 minutes).', 'The app was down from 10:12 to 10:49 UTC (27 minutes).', 'Write `37 minutes`'],
		['La interrupción duró 37 minutos.', 'La interrupción duró 47 minutos.', 'Write `37 minutos`'],
		['El servicio estuvo caído durante unos 40 minutos.', 'El servicio estuvo caído durante dos horas.', 'Write `37 minutos`'],
		['O incidente durou 37 minutos.', 'O incidente durou 47 minutos.', 'Write `37 minutos`'],
		["L'incident a duré 37 minutes.", "L'incident a duré 47 minutes.", 'Write `37 minutes`'],
		["- **Durée de l'incident :** 37 min", "- **Durée de l'incident :** 1h15", 'Write `0h37`'],
		['Die Störung dauerte 37 Minuten.', 'Die Störung dauerte 47 Minuten.', 'Write `37 Minuten`'],
		['Der Dienst war etwa 40 Minuten lang nicht erreichbar.', 'Der Dienst war 47 Minuten lang nicht erreichbar.', 'Write `37 Minuten`'],
		['Hendelsen varte i 37 minutter.', 'Hendelsen varte i 47 minutter.', 'Write `37 minutter`'],
		['Tjenesten var nede i omtrent 40 minutter.', 'Tjenesten var nede i 47 minutter.', 'Write `37 minutter`'],
		['障害は37分間続きました。', '障害は47分間続きました。', 'Write `37分間`'],
		['サービスが約40分停止しました。', 'サービスが約2時間停止しました。', 'Write `37分`'],
		['故障持续了37分钟。', '故障持续了47分钟。', 'Write `37分钟`'],
		['服务中断约40分钟。', '服务中断约2小时。', 'Write `37分钟`'],
		['장애는 37분간 지속되었습니다.', '장애는 47분간 지속되었습니다.', 'Write `37분`'],
		['서비스가 약 40분 동안 중단되었습니다.', '서비스가 약 2시간 동안 중단되었습니다.', 'Write `37분`'],
	];
	for (const [correct, false_, fix] of told) {
		it(`lets be ${correct}`, () => assert.deepEqual(found(correct), []));
		it(`finds ${false_}`, () => assert.deepEqual(found(false_), [fix]));
	}
	const other = ['Certificates are valid for 90 days.', 'The job failed for the last 3 hours.', 'The cache TTL of 5 minutes made it fail.', 'Every 12 minutes a request failed.', 'The first errors came 12 minutes after the deploy.', 'The service was affected for 40 days of log retention.', 'One second node failed at the time.'];
	for (const statement of other) it(`takes it for no statement: ${statement}`, () => assert.deepEqual(found(statement), []));
	for (const [statement, fix] of wrong) it(`finds ${statement}`, () => assert.deepEqual(found(statement), [fix]));
});

describe('a duration that no two rows give, in a timeline that names no phase', () => {
	const text = (minutes: number) => `# Postmortem: thermostat app offline\n\n## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n| 2024-05-02 10:00 | Load balancers moved to the new proxy |\n| 2024-05-02 11:04 | A developer asks about many redirects |\n| 2024-05-02 11:27 | Booking works |\n\n## Metrics\n\n- Time to detection: 64 minutes\n- Time to recovery: ${minutes} minutes\n`;
	it('is let be where two do', () => assert.deepEqual(lint(text(87), [durationMismatch]), []));
	it('is found where none do', () => assert.deepEqual(lint(text(97), [durationMismatch]).map(({ message }) => message), ['Unexpected time to resolve `97 minutes`, expected the time between two of its own times']));
	it('is computed from the rows that tell the phase', () => {
		const [finding] = lint(text(97).replace('Booking works', 'Incident declared resolved'), [durationMismatch]);
		assert.deepEqual(finding!.fixes().map(({ title }) => title), ['Write `87 minutes`, the time from `2024-05-02 10:00` to `2024-05-02 11:27`']);
	});
});

describe('durations in support hours', () => {
	const businessHours = { days: new Set([1, 2, 3, 4, 5]), from: 600, to: 1020, timeZone: 'UTC', holidays: [{ year: 2024, month: 5, day: 6 }] };
	const config: Config = { ...DEFAULT_CONFIG, businessHours };
	// From Friday 16:00 to Tuesday 11:00, with Monday off: one hour on Friday and one on Tuesday.
	const text = (statement: string) => `# Postmortem: thermostat app offline\n\n- **Time to resolve:** ${statement}\n\n## Timeline\n\n- 2024-05-03 16:00 UTC Outage begins\n- 2024-05-07 11:00 UTC Incident declared resolved\n`;
	const titles = (statement: string, given = config) => lint(text(statement), [durationMismatch], given).flatMap((finding) => finding.fixes().map(({ title }) => title));
	it('counts the calendar with its holidays', () => assert.deepEqual(titles('2h during support hours'), []));
	it('finds another figure', () => assert.deepEqual(titles('9h during support hours'), ['Write `2h`']));
	it('takes the hours that stand beside the figure', () => assert.deepEqual(titles('4h (during support hours 09:00-18:00)'), []));
	it('checks all hours and support hours each for itself', () => {
		assert.deepEqual(titles('91h (2h during support hours 10:00-17:00)'), []);
		assert.deepEqual(titles('81h (2h during support hours 10:00-17:00)'), ['Write `91h`']);
		assert.deepEqual(titles('91h (7h during support hours 10:00-17:00)'), ['Write `2h`']);
	});
	it('explains any duration', () => assert.deepEqual(titles('2h'), []));
	it('says nothing of support hours without a calendar', () => assert.deepEqual(titles('9h during support hours', DEFAULT_CONFIG), []));
});
