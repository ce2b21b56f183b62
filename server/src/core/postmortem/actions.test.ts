import assert from 'node:assert/strict';
import { readDocument } from '../../../../test/kit/read-document';
import { formatDate } from '../time/moment';

/** `text | owners | due | status | priority | done` of each item. */
function items(...lines: string[]): string[] {
	return readDocument(`# Outage 2024-02-03\n\n${lines.join('\n')}\n`).actionLists.flatMap((list) => list.items).map((item) => [
		item.text, item.owners.map(({ text }) => text).join('+'), item.due?.date ? formatDate(item.due.date) : '', item.status?.text ?? '', item.priority?.text ?? '', item.done ? 'done' : '',
	].join(' | '));
}

describe('action items', () => {
	it('reads a table, without its blank row', () => assert.deepEqual(items('## Action items', '', '| Action | Owner | Due | Status |', '| - | - | - | - |', '| Add an alert | Kim, Lee | 2024-03-01 | Done |', '|  |  |  |  |', '| Add a test | TBD | | Open |'), [
		'Add an alert | Kim+Lee | 2024-03-01 | Done |  | done', 'Add a test |  |  | Open |  | ',
	]));
	it('takes the priority from the heading above', () => assert.deepEqual(items('## Action items', '', '### P0 - now', '', '- Stop it', '', '### P1', '', '- Check it'), ['Stop it |  |  |  | P0 - now | ', 'Check it |  |  |  | P1 | ']));
	it('reads check boxes', () => assert.deepEqual(items('## Next steps', '', '- [x] Add an alert', '- [ ] Add a test'), ['Add an alert |  |  |  |  | done', 'Add a test |  |  |  |  | ']));
	it('reads owners and days in the text', () => assert.deepEqual(items('## Follow-ups', '', '- Add an alert (Owner: Kim)', '- Add a test by 2024-03-05 @lee', '- Write it down (Ana Ruiz)'), [
		'Add an alert (Owner: Kim) | Kim |  |  |  | ', 'Add a test by 2024-03-05 @lee | @lee | 2024-03-05 |  |  | ', 'Write it down (Ana Ruiz) | Ana Ruiz |  |  |  | ',
	]));
	it('reads lines under labels, group by group', () => assert.deepEqual(items('Corrective and Preventative Measures:', '', 'Improvements:', 'Review settings.', 'Watch queries.', 'Tasks:', 'Immediate:', 'Remove the workaround.'), [
		'Review settings. |  |  |  |  | ', 'Watch queries. |  |  |  |  | ', 'Remove the workaround. |  |  |  | Immediate | ',
	]));
	it('reads what is nested under a name', () => assert.deepEqual(items('## Action items', '', '- **Monitoring:**', '  - Add an alert', '  - Add a panel', '- Train people'), ['Add an alert |  |  |  |  | ', 'Add a panel |  |  |  |  | ', 'Train people |  |  |  |  | ']));
	it('takes nothing for an item where nothing is to be done', () => assert.deepEqual(items('## Action items', '', 'None.'), []));
	it('takes lessons for none', () => assert.deepEqual(items('## Lessons learned', '', '- Test more', '', '## Prevention', '', '- Roll out slowly'), []));
	it('reads links and ticket keys', () => assert.deepEqual(readDocument('## Action items\n\n- Add it [here](https://example.com/1), OPS-12 and #34\n').actionLists[0]!.items[0]!.links.map(({ text }) => text), ['https://example.com/1', 'OPS-12', '#34']));
});
