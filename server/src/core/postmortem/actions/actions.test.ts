import assert from 'node:assert/strict';
import { readDocument } from '../../../../../test/kit/read-document';
import { formatDate } from '../../time/moment';

/** `text | owners | due | status | priority | done` of each item; the incident began on Saturday, 3 February 2024. */
function items(...lines: string[]): string[] {
	return readDocument(`# Outage 2024-02-03\n\n${lines.join('\n')}\n`).actionLists.flatMap((list) => list.items).map((item) => [
		item.text, item.owners.map(({ text }) => text).join('+'), item.due?.date ? formatDate(item.due.date) : (item.due?.written.text ?? ''), item.status?.text ?? '', item.priority?.text ?? '', item.done ? 'done' : '',
	].join(' | '));
}

/** The one item that the line is, read in a list. */
function check(line: string, expected: string): void {
	it(line, () => assert.deepEqual(items('## Action items', '', `- ${line}`), [expected]));
}

describe('action items', () => {
	it('reads a table, without its blank row', () => assert.deepEqual(items('## Action items', '', '| Action | Owner | Due | Status |', '| - | - | - | - |', '| Add an alert | Kim, Lee and Ana | 2024-03-01 | Done |', '|  |  |  |  |', '| Add a test | TBD | | Open |'), [
		'Add an alert | Kim+Lee+Ana | 2024-03-01 | Done |  | done', 'Add a test |  |  | Open |  | ',
	]));
	it('reads a table in Japanese', () => assert.deepEqual(items('## アクションアイテム', '', '| 対策 | 担当 | 期限 | 状態 |', '| - | - | - | - |', '| 監視を追加する | 田中 | 2024-03-01 | 完了 |', '| 手順書を直す | 未定 | | 未着手 |'), [
		'監視を追加する | 田中 | 2024-03-01 | 完了 |  | done', '手順書を直す |  |  | 未着手 |  | ',
	]));
	it('takes the column that tells the action, whatever it is called', () => assert.deepEqual(items('## Follow-up issues', '', '| Issue | Came from | Outcome |', '| - | - | - |', '| #41 alert when a backup stops | Lesson 3 | Fixed by a long change in many places that took two weeks |'), ['#41 alert when a backup stops |  |  |  |  | ']));
	it('reads owner and date in the text where no column gives them', () => assert.deepEqual(items('## Action items', '', '| Action |', '| - |', '| Add an alert (Owner: Kim, due 2024-03-01) |'), ['Add an alert | Kim | 2024-03-01 |  |  | ']));
	it('reads what is done in the column of priorities', () => assert.deepEqual(items('## Action items', '', '| Action | Owner | Priority |', '| - | - | - |', '| Add an alert | @kim | DONE |', '| Add a test | @kim | P0 |'), ['Add an alert | @kim |  | DONE |  | done', 'Add a test | @kim |  |  | P0 | ']));
	it('takes the priority from the heading above', () => assert.deepEqual(items('## Action items', '', '### P0 - now', '', '- Stop it', '', '### P1', '', '- Check it'), ['Stop it |  |  |  | P0 - now | ', 'Check it |  |  |  | P1 | ']));
	it('takes no topic for a priority', () => assert.deepEqual(items('## Action items', '', '### Long-running queries', '', '- Stop them', '', '### Corto plazo', '', '- Pararlas'), ['Stop them |  |  |  |  | ', 'Pararlas |  |  |  | Corto plazo | ']));
	it('reads check boxes', () => assert.deepEqual(items('## Next steps', '', '- [x] Add an alert', '- [ ] Add a test'), ['Add an alert |  |  |  |  | done', 'Add a test |  |  |  |  | ']));
	it('reads lines under labels, group by group', () => assert.deepEqual(items('Corrective and Preventative Measures:', '', 'Improvements:', 'Review settings.', 'Watch queries.', 'Tasks:', 'Immediate:', 'Remove the workaround.'), [
		'Review settings. |  |  |  |  | ', 'Watch queries. |  |  |  |  | ', 'Remove the workaround. |  |  |  | Immediate | ',
	]));
	it('reads what is nested under a name', () => assert.deepEqual(items('## Action items', '', '- **Monitoring:**', '  - Add an alert', '  - Add a panel', '- Train people'), ['Add an alert |  |  |  |  | ', 'Add a panel |  |  |  |  | ', 'Train people |  |  |  |  | ']));
	it('reads a title and its one step as one item', () => assert.deepEqual(items('## Action items', '', '1. **Alerts:**', '   - Add an alert', '2. **Panels:**', '   - Add a panel'), ['**Alerts:** Add an alert |  |  |  |  | ', '**Panels:** Add a panel |  |  |  |  | ']));
	it('reads the details below an item', () => assert.deepEqual(items('## Action items', '', '1. **Add an alert**', '   - Owner: Kim', '   - Due: 2024-03-01', '   - **Priority:** High', '   - Status: In progress', '2. **Add a panel**', '   - Owner: Lee'), [
		'**Add an alert** | Kim | 2024-03-01 | In progress | High | ', '**Add a panel** | Lee |  |  |  | ',
	]));
	it('reads an action for each heading', () => assert.deepEqual(items('## Action items', '', '### 1) Add an alert `@kim`', '', 'The disk was full for a day.', '', '### 2) TODO Add a panel', '', 'Nobody saw it.'), [
		'Add an alert The disk was full for a day. | @kim |  |  |  | ', 'Add a panel Nobody saw it. |  |  | TODO |  | ',
	]));
	it('reads a heading above details as an action', () => assert.deepEqual(items('## Action items', '', '### Add an alert', '', '**Owner:** Kim', '**Due:** 2024-03-01', '', '### Add a panel', '', '- Owner: Lee'), ['Add an alert | Kim | 2024-03-01 |  |  | ', 'Add a panel | Lee |  |  |  | ']));
	it('reads numbered groups of actions item by item', () => assert.deepEqual(items('## Action items', '', '### 1. Alerts', '', '- Add an alert', '- Tune it', '', '### 2. Panels', '', '- Add a panel'), ['Add an alert |  |  |  |  | ', 'Tune it |  |  |  |  | ', 'Add a panel |  |  |  |  | ']));
	it('reads HTML lists', () => assert.deepEqual(items('## Action items', '', '<ol><li>Add an alert</li>', '<li>Add a <b>panel</b> (Owner: Lee)</li></ol>'), ['Add an alert |  |  |  |  | ', 'Add a <b>panel</b> | Lee |  |  |  | ']));
	it('reads HTML paragraphs', () => assert.deepEqual(items('<h2>Action items</h2>', '<p>&emsp;:small_blue_diamond: Add an alert.</p>', '<p>Add a panel.</p>'), ['Add an alert. |  |  |  |  | ', 'Add a panel. |  |  |  |  | ']));
	it('takes nothing for an item where nothing is to be done', () => assert.deepEqual(items('## Action items', '', 'None.'), []));
	it('takes no sentence around the actions for one', () => assert.deepEqual(items('## Action items', '', 'We will do the following:', '', '- What we can improve:', '- Add an alert', '', 'By implementing these measures, we will be safer.'), ['Add an alert |  |  |  |  | ']));
	it('takes no closing words for an action', () => assert.deepEqual(items('## Action items', '', 'Add an alert for a full disk.', '', 'Final thoughts', 'We learned a lot.'), ['Add an alert for a full disk. |  |  |  |  | ']));
	it('takes lessons for none', () => assert.deepEqual(items('## Lessons learned', '', '- Test more', '', '## Prevention', '', '- Roll out slowly'), []));
	it('reads links and ticket keys', () => assert.deepEqual(readDocument('## Action items\n\n- Add it [here](https://example.com/1), OPS-12 and #34\n').actionLists[0]!.items[0]!.links.map(({ text }) => text), ['https://example.com/1', 'OPS-12', '#34']));
});

describe('owners in the text of an action', () => {
	it('are no states with their label', () => assert.deepEqual(items('## Action items', '', '- Drain nodes (Status: Implemented)'), ['Drain nodes |  |  | Implemented |  | done']));
	check('Alert at 80 % (warning) and 92 % (critical) of the quota', 'Alert at 80 % (warning) and 92 % (critical) of the quota |  |  |  |  | ');
	check('Size the pool (critical)', 'Size the pool |  |  |  | critical | ');
	check('Add an alert — 2024-02-13 — see `rules/quota.yaml`', 'Add an alert — see `rules/quota.yaml` |  | 2024-02-13 |  |  | ');
	check('Add an alert (Owner: Kim)', 'Add an alert | Kim |  |  |  | ');
	check('Add an alert. **Owner:** Kim, Lee', 'Add an alert. | Kim+Lee |  |  |  | ');
	check('Add an alert - Owner: Ana Ruiz, Due: 2024-03-05', 'Add an alert | Ana Ruiz | 2024-03-05 |  |  | ');
	check('Add an alert (担当: 田中、期限: 2024-03-05)', 'Add an alert | 田中 | 2024-03-05 |  |  | ');
	check('Add an alert (Owner: Mara & Theo; Due: 2024-04-01; Status: Open; Priority: P1)', 'Add an alert | Mara+Theo | 2024-04-01 | Open | P1 | ');
	check('Add an alert (Owner: J. Smith)', 'Add an alert | J. Smith |  |  |  | ');
	check('Add an alert (Owner: Node.js Committee)', 'Add an alert | Node.js Committee |  |  |  | ');
	check('Add an alert, assigned to Ana', 'Add an alert | Ana |  |  |  | ');
	check('Add an alert (Owner: TBD)', 'Add an alert |  |  |  |  | ');
	check('Add an alert @kim', 'Add an alert | @kim |  |  |  | ');
	check('Add an alert (@kim, @lee)', 'Add an alert | @kim+@lee |  |  |  | ');
	check('@kim: Add an alert', 'Add an alert | @kim |  |  |  | ');
	check('Ask @kim for an alert', 'Ask @kim for an alert | @kim |  |  |  | ');
	check('Pin `@types/node` to 20', 'Pin `@types/node` to 20 |  |  |  |  | ');
	check('Write it down (Ana Ruiz)', 'Write it down | Ana Ruiz |  |  |  | ');
	check('Write it down [Ana]', 'Write it down | Ana |  |  |  | ');
	check('[Ana Ruiz] Write it down', 'Write it down | Ana Ruiz |  |  |  | ');
	check('Write it down (Platform team)', 'Write it down | Platform team |  |  |  | ');
	check('Move the queue to another cloud (AWS)', 'Move the queue to another cloud (AWS) |  |  |  |  | ');
	check('Write it down (Done)', 'Write it down |  |  | Done |  | done');
	check('Keep the fix (see Resolution)', 'Keep the fix (see Resolution) |  |  |  |  | ');
	check('Test the fix (Staging)', 'Test the fix (Staging) |  |  |  |  | ');
	check('Maria to add an alert', 'Maria to add an alert | Maria |  |  |  | ');
	check('Ana Ruiz and Kim will review the limits', 'Ana Ruiz and Kim will review the limits | Ana Ruiz+Kim |  |  |  | ');
	check('The platform team will add an alert', 'The platform team will add an alert |  |  |  |  | ');
	check('Platform team to add an alert', 'Platform team to add an alert | Platform team |  |  |  | ');
	check('Alerts to cover a full disk', 'Alerts to cover a full disk |  |  |  |  | ');
	check('Script to rotate the logs', 'Script to rotate the logs |  |  |  |  | ');
	check('Continue to monitor the disk', 'Continue to monitor the disk |  |  |  |  | ');
	check('Add an alert – Ana Ruiz', 'Add an alert | Ana Ruiz |  |  |  | ');
	check('Add a test for the path of the alert – Grafana', 'Add a test for the path of the alert – Grafana |  |  |  |  | ');
	it('knows people by their first name', () => assert.deepEqual(items('**Authors:** Ingrid Moe', '', '## Action items', '', '- Ingrid: add an alert'), ['add an alert | Ingrid |  |  |  | ']));
});

describe('due dates in the text of an action', () => {
	check('Add a test by 2024-03-05', 'Add a test by 2024-03-05 |  | 2024-03-05 |  |  | ');
	check('Add a test (due March 5)', 'Add a test |  | 2024-03-05 |  |  | ');
	check('Add a test (2024-03-05)', 'Add a test |  | 2024-03-05 |  |  | ');
	check('Add a test by Friday', 'Add a test by Friday |  | 2024-02-09 |  |  | ');
	check('Add a test by end of week', 'Add a test by end of week |  | 2024-02-09 |  |  | ');
	check('Add a test by EOM', 'Add a test by EOM |  | 2024-02-29 |  |  | ');
	check('Add a test within 48 hours', 'Add a test within 48 hours |  | 2024-02-05 |  |  | ');
	check('Add a test (within two weeks)', 'Add a test (within two weeks) |  | 2024-02-17 |  |  | ');
	check('Alert on failed logins within 24 hours', 'Alert on failed logins within 24 hours |  |  |  |  | ');
	check('Add a test, due Q2 2025', 'Add a test |  | Q2 2025 |  |  | ');
	check('Add a test by next sprint', 'Add a test by next sprint |  | next sprint |  |  | ');
	check('Test ergänzen bis Freitag', 'Test ergänzen bis Freitag |  | 2024-02-09 |  |  | ');
	check('Añadir una prueba antes del viernes', 'Añadir una prueba antes del viernes |  | 2024-02-09 |  |  | ');
	check('テストを追加する（期限：2024年3月5日）', 'テストを追加する |  | 2024-03-05 |  |  | ');
	check('Limit retries by default', 'Limit retries by default |  |  |  |  | ');
	check('Sort the queue by month of entry', 'Sort the queue by month of entry |  |  |  |  | ');
	it('reads the days of cells', () => assert.deepEqual(items('## Action items', '', '| Action | Due |', '| - | - |', '| Add it | Friday |', '| Test it | EOD |', '| Move it | Q3 |', '| Ask for it | TBD |'), ['Add it |  | 2024-02-09 |  |  | ', 'Test it |  | 2024-02-03 |  |  | ', 'Move it |  | Q3 |  |  | ', 'Ask for it |  |  |  |  | ']));
});

describe('status and priority in the text of an action', () => {
	check('✅ Add an alert', 'Add an alert |  |  | ✅ |  | done');
	check('🔄 In progress: add an alert', 'add an alert |  |  | 🔄 In progress |  | ');
	check('Add an alert ⏳', 'Add an alert |  |  | ⏳ |  | ');
	check('Add an alert - In Progress', 'Add an alert |  |  | In Progress |  | ');
	check('**DONE** Add an alert', 'Add an alert |  |  | DONE |  | done');
	check('**Done:** Add an alert', 'Add an alert |  |  | Done |  | done');
	check('TODO Add an alert', 'Add an alert |  |  | TODO |  | ');
	check('**TODO due 2024-03-05** — Add an alert', 'Add an alert |  | 2024-03-05 | TODO |  | ');
	check('Add an alert (Status: Open)', 'Add an alert |  |  | Open |  | ');
	check('アラートを追加する（完了）', 'アラートを追加する |  |  | 完了 |  | done');
	check('手順書を書く【未着手】', '手順書を書く |  |  | 未着手 |  | ');
	check('添加告警（进行中）', '添加告警 |  |  | 进行中 |  | ');
	check('Añadir una alerta (hecho)', 'Añadir una alerta |  |  | hecho |  | done');
	check('Ajouter une alerte - terminé', 'Ajouter une alerte |  |  | terminé |  | done');
	check('Alarm einrichten (erledigt)', 'Alarm einrichten |  |  | erledigt |  | done');
	check('~~Add an alert~~', '~~Add an alert~~ |  |  |  |  | done');
	check('Open the port for the new host', 'Open the port for the new host |  |  |  |  | ');
	check('Close the ticket when the fix is done', 'Close the ticket when the fix is done |  |  |  |  | ');
	check('[P1] Add an alert', 'Add an alert |  |  |  | P1 | ');
	check('P0: Add an alert', 'Add an alert |  |  |  | P0 | ');
	check('Add an alert (P2)', 'Add an alert |  |  |  | P2 | ');
	check('Add an alert (High priority)', 'Add an alert |  |  |  | High | ');
	check('Add an alert. Priority: High', 'Add an alert. |  |  |  | High | ');
	check('High availability for the queue', 'High availability for the queue |  |  |  |  | ');
	check('**me** — Lower the limit — 2024-03-01 — landed in `a3f2`.', 'Lower the limit — landed in `a3f2`. | me | 2024-03-01 |  |  | ');
	check('**DONE 2024-02-14** — Patch the script', 'Patch the script |  |  | DONE 2024-02-14 |  | done');
	check('Updated CoreDNS ConfigMap to use two resolvers', 'Updated CoreDNS ConfigMap to use two resolvers |  |  |  |  | ');
	check('Mohammed McKay to add a test', 'Mohammed McKay to add a test | Mohammed McKay |  |  |  | ');
	check('P99 latency on the panel', 'P99 latency on the panel |  |  |  |  | ');
});
