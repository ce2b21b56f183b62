/** What each rewrite makes of a few lines, word for word. `‸` is the cursor. */
import assert from 'node:assert/strict';
import { readDocument } from '../../../../test/kit/read-document';
import { applyEdits } from '../text/edit';
import { REWRITES } from './index';
import type { RewriteKind } from './rewrite';

/** Applies the first offer of the kind at the cursor; without `after` none may be made. */
function check(name: string, kind: RewriteKind, before: string, after?: string, template = 'minimal'): void {
	it(name, () => {
		const cursor = before.indexOf('‸');
		const doc = readDocument(before.replace('‸', ''), template);
		const offers = REWRITES.flatMap((rewrite) => rewrite.offers(doc, { start: cursor, end: cursor })).filter((offer) => offer.kind === kind);
		if (after === undefined) assert.deepEqual(offers, []);
		else assert.equal(offers[0] && applyEdits(doc.text, offers[0].edits), after);
	});
}

describe('timeline to table', () => {
	check('keeps the preamble, the emphasis of times, code and bars', 'timelineToTable',
		'# Carts lost, 2 March 2024\n\n## Timeline\nAll times are MST.\n- **09:02** – `cache-1` ‸restarts.\n- **09:10** – Carts are empty | lost.\n\n## Root Cause\n\nNot drained.\n',
		'# Carts lost, 2 March 2024\n\n## Timeline\nAll times are MST.\n\n| Time      | Event                    |\n| --------- | ------------------------ |\n| **09:02** | `cache-1` restarts.      |\n| **09:10** | Carts are empty \\| lost. |\n\n## Root Cause\n\nNot drained.\n');
	check('does not claim the zone of the template for rows of another', 'timelineToTable',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n- ‸09:02 PST Cache restarts\n- 09:10 PST Carts are empty\n',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n| Time      | Event           | Responder |\n| --------- | --------------- | --------- |\n| 09:02 PST | Cache restarts  |           |\n| 09:10 PST | Carts are empty |           |\n', 'full');
	check('leaves a code block below, and says so', 'timelineToTable',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n- ‸09:02 UTC Ran:\n  ```sh\n  drain\n    now\n  ```\n- 09:10 UTC Fixed\n',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n| Time      | Event            |\n| --------- | ---------------- |\n| 09:02 UTC | Ran: (see below) |\n| 09:10 UTC | Fixed            |\n\n```sh\ndrain\n  now\n```\n');
	check('keeps what stands between two rows where it is', 'timelineToTable',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n- ‸09:02 UTC Cache restarts\n- 09:10 UTC Carts are empty\n\nThe second wave:\n\n- 11:00 UTC Orders fail\n- 11:20 UTC Fixed\n',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n| Time      | Event           |\n| --------- | --------------- |\n| 09:02 UTC | Cache restarts  |\n| 09:10 UTC | Carts are empty |\n\nThe second wave:\n\n| Time      | Event       |\n| --------- | ----------- |\n| 11:00 UTC | Orders fail |\n| 11:20 UTC | Fixed       |\n');
	check('takes the days into the times', 'timelineToTable',
		'# Carts lost\n\n## Timeline\n\n- 2024-03-02\n  - ‸23:50 UTC Cache restarts\n- 2024-03-03\n  - 00:10 UTC Carts are empty\n',
		'# Carts lost\n\n## Timeline\n\n| Time                 | Event           |\n| -------------------- | --------------- |\n| 2024-03-02 23:50 UTC | Cache restarts  |\n| 2024-03-03 00:10 UTC | Carts are empty |\n');
	check('takes headings that say nothing but the day into the times', 'timelineToTable',
		'# Carts lost\n\n## Timeline\n\n### Saturday, 2 March 2024\n\n- ‸23:50 UTC Cache restarts\n\n### Sunday, 3 March 2024\n\n- 00:10 UTC Carts are empty\n\n## Root Cause\n\nNot drained.\n',
		'# Carts lost\n\n## Timeline\n\n| Time                             | Event           |\n| -------------------------------- | --------------- |\n| Saturday, 2 March 2024 23:50 UTC | Cache restarts  |\n| Sunday, 3 March 2024 00:10 UTC   | Carts are empty |\n\n## Root Cause\n\nNot drained.\n');
	check('leaves a heading that says more than the day', 'timelineToTable',
		'# Carts lost\n\n## Timeline\n\n### 2024-03-02 (on the cluster)\n\n- ‸23:50 UTC Cache restarts\n- 23:58 UTC Alert\n\n### 2024-03-03 (in the office)\n\n- 00:10 UTC Carts are empty\n',
		'# Carts lost\n\n## Timeline\n\n### 2024-03-02 (on the cluster)\n\n| Time      | Event          |\n| --------- | -------------- |\n| 23:50 UTC | Cache restarts |\n| 23:58 UTC | Alert          |\n\n### 2024-03-03 (in the office)\n\n| Time      | Event           |\n| --------- | --------------- |\n| 00:10 UTC | Carts are empty |\n');
	check('puts the rows of several shapes into one table', 'timelineToTable',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n- ‸09:02 UTC Cache restarts\n- 09:05 UTC Alert\n\n09:10 UTC Carts are empty\n\n09:20 UTC Fixed\n',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n| Time      | Event           |\n| --------- | --------------- |\n| 09:02 UTC | Cache restarts  |\n| 09:05 UTC | Alert           |\n| 09:10 UTC | Carts are empty |\n| 09:20 UTC | Fixed           |\n');
	check('leaves the rest of a long HTML block', 'timelineToTable',
		'# Carts lost, 2 March 2024\n\n<h2>Impact</h2>\n<p>No carts.</p>\n<h2>Timeline</h2>\n<ul>\n<li><b>‸09:02 UTC</b> Cache restarts</li>\n<li><b>09:10 UTC</b> Carts are empty</li>\n<li><b>09:20 UTC</b> Fixed</li>\n</ul>\n<h2>Root Cause</h2>\n<p>Not drained.</p>\n',
		'# Carts lost, 2 March 2024\n\n<h2>Impact</h2>\n<p>No carts.</p>\n<h2>Timeline</h2>\n\n| Time             | Event           |\n| ---------------- | --------------- |\n| <b>09:02 UTC</b> | Cache restarts  |\n| <b>09:10 UTC</b> | Carts are empty |\n| <b>09:20 UTC</b> | Fixed           |\n\n<h2>Root Cause</h2>\n<p>Not drained.</p>\n');
	check('leaves the lines of a log that stand before the first row', 'timelineToTable',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n```\nlast boot: `clean`\n09:02 UTC ‸cache-1 `restarts`\n09:10 UTC carts are empty\n09:20 UTC fixed\n```\n',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n```\nlast boot: `clean`\n```\n\n| Time      | Event                |\n| --------- | -------------------- |\n| 09:02 UTC | cache-1 \\`restarts\\` |\n| 09:10 UTC | carts are empty      |\n| 09:20 UTC | fixed                |\n');
	check('keeps inline code that is wrapped, and tags in it', 'timelineToTable',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n- ‸09:02 UTC Ran `drain\n  --all` as `<h1>` said; `nodes` restart\n- 09:10 UTC Fixed\n',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n| Time      | Event                                             |\n| --------- | ------------------------------------------------- |\n| 09:02 UTC | Ran `drain --all` as `<h1>` said; `nodes` restart |\n| 09:10 UTC | Fixed                                             |\n');
	check('writes the day that a row has come to past midnight', 'timelineToTable',
		'# Carts lost\n\n## Timeline\n\n- 2024-03-02\n  - ‸23:50 UTC Cache restarts\n  - 00:20 UTC Carts are empty\n',
		'# Carts lost\n\n## Timeline\n\n| Time                 | Event           |\n| -------------------- | --------------- |\n| 2024-03-02 23:50 UTC | Cache restarts  |\n| 2024-03-03 00:20 UTC | Carts are empty |\n');
	check('takes paragraphs below a paragraph that begins with its time', 'timelineToTable',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n08.33 ‸Mara: restarted the cache\n\nTheo: carts are empty\n\n09.04\nRecovery\n\n09.10 Fixed\n\nNobody saw more.\n',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n| Time  | Event                                              |\n| ----- | -------------------------------------------------- |\n| 08.33 | Mara: restarted the cache<br>Theo: carts are empty |\n| 09.04 | Recovery                                           |\n| 09.10 | Fixed                                              |\n\nNobody saw more.\n');
	check('parts rows that were run together', 'timelineToTable',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n0902hrs UTC: ‸Cache restarts at 0901hrs UTC: too soon. 0905hrs UTC: Theo is paged 0910hrs UTC: Carts\nare empty. 0920hrs UTC: Fixed\n',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n| Time        | Event                                    |\n| ----------- | ---------------------------------------- |\n| 0902hrs UTC | Cache restarts at 0901hrs UTC: too soon. |\n| 0905hrs UTC | Theo is paged                            |\n| 0910hrs UTC | Carts are empty.                         |\n| 0920hrs UTC | Fixed                                    |\n');
	check('parts bullets that were run together, or mistyped', 'timelineToTable',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n- 9:02 AM: ‸Cache restarts. - 9:05 AM: Theo is paged.\n= 9:10 AM: Carts are empty\n- 9:20 AM: Fixed\n',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n| Time    | Event           |\n| ------- | --------------- |\n| 9:02 AM | Cache restarts. |\n| 9:05 AM | Theo is paged.  |\n| 9:10 AM | Carts are empty |\n| 9:20 AM | Fixed           |\n');
	check('takes lines of HTML that stand right below a heading', 'timelineToTable',
		'# Carts lost, 2 March 2024\n\n<h2>Timeline</h2>\n<hr>\n09:02 UTC: ‸Cache restarts. 09:05 UTC: Theo is paged.\n09:10 UTC: Fixed<br>\n<h2>Root Cause</h2>\n\nNot drained.\n',
		'# Carts lost, 2 March 2024\n\n<h2>Timeline</h2>\n<hr>\n\n| Time      | Event           |\n| --------- | --------------- |\n| 09:02 UTC | Cache restarts. |\n| 09:05 UTC | Theo is paged.  |\n| 09:10 UTC | Fixed           |\n\n<h2>Root Cause</h2>\n\nNot drained.\n');
	check('is not offered for a table', 'timelineToTable', '# Carts lost\n\n## Timeline\n\n| Time | Event |\n| --- | --- |\n| ‸09:02 | a |\n');
	check('is not offered elsewhere', 'timelineToTable', '# Carts lost\n\n## Timeline\n\n- 09:02 a\n- 09:05 b\n\n## Root Cause\n\nNot ‸drained.\n');
});

describe('action items to table', () => {
	check('joins lines that were cut before a long word', 'actionsToTable',
		'# Carts lost\n\n## Action Items\n\n- ‸Document the failures that we saw in\n  `packages/cart/src/consumers/restart-order.ts` and drain\n',
		'# Carts lost\n\n## Action Items\n\n| Action                                                                                        | Owner | Due | Status |\n| --------------------------------------------------------------------------------------------- | ----- | --- | ------ |\n| Document the failures that we saw in `packages/cart/src/consumers/restart-order.ts` and drain |       |     |        |\n');
	check('sets owner, due date and box in their columns', 'actionsToTable',
		'# Carts lost\n\n## Action Items\n\n- [x] ‸Drain nodes @mara\n- [ ] Alert on carts, due 2024-04-01\n',
		'# Carts lost\n\n## Action Items\n\n| Action         | Owner | Due        | Status |\n| -------------- | ----- | ---------- | ------ |\n| Drain nodes    | @mara |            | Done   |\n| Alert on carts |       | 2024-04-01 | Open   |\n');
	check('leaves in a sentence what the sentence needs', 'actionsToTable',
		'# Carts lost, 2 March 2024\n\n## Action Items\n\n- ‸Mara to drain the nodes by Friday\n- Theo will size the cache within 48 hours\n',
		'# Carts lost, 2 March 2024\n\n## Action Items\n\n| Action                                   | Owner | Due        | Status |\n| ---------------------------------------- | ----- | ---------- | ------ |\n| Mara to drain the nodes by Friday        | Mara  | 2024-03-08 |        |\n| Theo will size the cache within 48 hours | Theo  | 2024-03-04 |        |\n');
	check('calls a column what the writer calls it', 'actionsToTable',
		'# Carts lost\n\n## Action Items\n\n1. ‸**Drain nodes**\n   - Assignee: Mara\n   - Due date: Q2 2025\n   - Priority: High\n',
		'# Carts lost\n\n## Action Items\n\n| Action          | Assignee | Due date | Status | Priority |\n| --------------- | -------- | -------- | ------ | -------- |\n| **Drain nodes** | Mara     | Q2 2025  |        | High     |\n');
	check('sets tickets in their column', 'actionsToTable',
		'# Carts lost\n\n## Action Items\n\n- ‸Drain nodes (OPS-12)\n- Alert on carts [Issue](https://tickets.example/7)\n- Size the cache, see #9\n',
		'# Carts lost\n\n## Action Items\n\n| Action                 | Owner | Ticket                             | Due | Status |\n| ---------------------- | ----- | ---------------------------------- | --- | ------ |\n| Drain nodes            |       | OPS-12                             |     |        |\n| Alert on carts         |       | [Issue](https://tickets.example/7) |     |        |\n| Size the cache, see #9 |       | #9                                 |     |        |\n', 'pagerduty');
	check('leaves links whole, and brackets that may be one', 'actionsToTable',
		'# Carts lost\n\n## Action Items\n\n- ‸Drain nodes — [a1b2c3](https://code.example/commit/a1b2c3)\n- Revert it: [#11]\n- Tell it (OPS-12)\n\n[#11]: https://code.example/pull/11\n',
		'# Carts lost\n\n## Action Items\n\n| Action                                                     | Owner | Ticket | Due | Status |\n| ---------------------------------------------------------- | ----- | ------ | --- | ------ |\n| Drain nodes — [a1b2c3](https://code.example/commit/a1b2c3) |       |        |     |        |\n| Revert it                                                  |       | [#11]  |     |        |\n| Tell it                                                    |       | OPS-12 |     |        |\n\n[#11]: https://code.example/pull/11\n', 'pagerduty');
	check('takes paragraphs of HTML between headings', 'actionsToTable',
		'# Carts lost\n\n<h2>Action Items</h2>\n<h3>Fixes</h3>\n<p>&emsp;‸Drain nodes</p>\n<p>&emsp;Alert on carts</p>\n<h3>Docs</h3>\n<p>&emsp;Tell how to drain</p>\n',
		'# Carts lost\n\n<h2>Action Items</h2>\n<h3>Fixes</h3>\n\n| Action         | Owner | Due | Status |\n| -------------- | ----- | --- | ------ |\n| Drain nodes    |       |     |        |\n| Alert on carts |       |     |        |\n\n<h3>Docs</h3>\n<p>&emsp;Tell how to drain</p>\n');
	check('makes one table of headings', 'actionsToTable',
		'# Carts lost\n\n## Action ‸Items\n\n### 1) Drain nodes `@mara`\n\nBefore each restart.\n\n### 2) Alert on carts\n\nWhen many are empty.\n',
		'# Carts lost\n\n## Action Items\n\n| Action                                    | Owner   | Due | Status |\n| ----------------------------------------- | ------- | --- | ------ |\n| 1) Drain nodes<br>Before each restart.    | `@mara` |     |        |\n| 2) Alert on carts<br>When many are empty. |         |     |        |\n');
	check('makes a table of an HTML list', 'actionsToTable',
		'# Carts lost\n\n## Action Items\n\n<ol><li>‸Drain <b>nodes</b></li>\n<li>Alert on carts (Owner: Mara)</li></ol>\n',
		'# Carts lost\n\n## Action Items\n\n| Action             | Owner | Due | Status |\n| ------------------ | ----- | --- | ------ |\n| Drain <b>nodes</b> |       |     |        |\n| Alert on carts     | Mara  |     |        |\n');
	check('adds the columns that a table lacks, and keeps its alignment', 'actionsToTable',
		'# Carts lost\n\n## Action Items\n\n| Action | Owner |\n|:--|---|\n| ‸Drain nodes | Mara |\n',
		'# Carts lost\n\n## Action Items\n\n| Action      | Owner | Due | Status |\n| :---------- | ----- | --- | ------ |\n| Drain nodes | Mara  |     |        |\n');
	check('is not offered for a table with all columns', 'actionsToTable', '# Carts lost\n\n## Action Items\n\n| Task | Assignee | Deadline | State |\n|---|---|---|---|\n| ‸Drain nodes | Mara | Friday | Open |\n');
	check('keeps the table of a nested list within its item', 'actionsToTable',
		'# Carts lost\n\n## Action Items\n\n- **Immediate:**\n  - ‸Drain nodes\n  - Alert on carts\n',
		'# Carts lost\n\n## Action Items\n\n- **Immediate:**\n\n  | Action         | Owner | Due | Status |\n  | -------------- | ----- | --- | ------ |\n  | Drain nodes    |       |     |        |\n  | Alert on carts |       |     |        |\n');
});

/** The selection runs from `⟦` to `⟧`. */
function checkSelection(name: string, before: string, after?: string): void {
	it(name, () => {
		const start = before.indexOf('⟦');
		const end = before.indexOf('⟧') - 1;
		const doc = readDocument(before.replace(/[⟦⟧]/g, ''), 'minimal');
		const offers = REWRITES.flatMap((rewrite) => rewrite.offers(doc, { start, end })).filter(({ title }) => title.startsWith('Turn') && title.includes('timeline row'));
		if (after === undefined) assert.deepEqual(offers, []);
		else assert.equal(offers[0] && applyEdits(doc.text, offers[0].edits), after);
	});
}

describe('selected prose to timeline rows', () => {
	const head = '# Carts lost, 2 March 2024\n\n';
	checkSelection('takes the sentences with times, the rest stays', `${head}## Summary\n\n⟦Our v1.2 was bad. At 09:02 UTC the cache restarted,\nwithout a drain. Nobody saw it. By 09:10 UTC carts were empty | lost. The fix went out at 09:30 UTC, see [it](https://x.example/a.b).⟧ It is over.\n`,
		`${head}## Summary\n\nOur v1.2 was bad. Nobody saw it.\n\n| Time         | Event                                                           |\n| ------------ | --------------------------------------------------------------- |\n| At 09:02 UTC | the cache restarted, without a drain.                           |\n| By 09:10 UTC | carts were empty \\| lost.                                       |\n| 09:30 UTC    | The fix went out at 09:30 UTC, see [it](https://x.example/a.b). |\n\nIt is over.\n`);
	checkSelection('does the same in Japanese', `${head}## Summary\n\n⟦キャッシュの話です。10:04に障害が発生した。調査した。10:30に復旧した。⟧\n`,
		`${head}## Summary\n\nキャッシュの話です。調査した。\n\n| Time  | Event                   |\n| ----- | ----------------------- |\n| 10:04 | 10:04に障害が発生した。 |\n| 10:30 | 10:30に復旧した。       |\n`);
	checkSelection('adds rows to the table of the section', `${head}## Timeline\n\n| Time      | Event          |\n| --------- | -------------- |\n| 09:02 UTC | Cache restarts |\n\n⟦At 09:10 UTC carts were empty. We were sorry.⟧\n`,
		`${head}## Timeline\n\n| Time      | Event          |\n| --------- | -------------- |\n| 09:02 UTC | Cache restarts |\n| At 09:10 UTC | carts were empty. |\n\nWe were sorry.\n`);
	checkSelection('adds items to the list of the section', `${head}## Timeline\n\n* 09:02 UTC Cache restarts\n\n⟦At 09:10 UTC carts were empty.⟧\n\n## Root Cause\n\nNot drained.\n`,
		`${head}## Timeline\n\n* 09:02 UTC Cache restarts\n* At 09:10 UTC – carts were empty.\n\n## Root Cause\n\nNot drained.\n`);
	checkSelection('takes the day along that a sentence before tells', `# Carts lost\n\n## Summary\n\n⟦It began on 2 March 2024. At 23:50 UTC the cache restarted. At 23:58 UTC an alert fired.⟧\n`,
		`# Carts lost\n\n## Summary\n\nIt began on 2 March 2024.\n\n| Time                      | Event                |\n| ------------------------- | -------------------- |\n| 2 March 2024 At 23:50 UTC | the cache restarted. |\n| At 23:58 UTC              | an alert fired.      |\n`);
	checkSelection('is not offered for a single sentence elsewhere', `${head}## Summary\n\n⟦At 09:02 UTC the cache restarted. That is all.⟧\n`);
	checkSelection('is not offered for prose without times', `${head}## Summary\n\n⟦The cache restarted. Version 1.2 was bad.⟧\n`);
	checkSelection('is not offered where the selection holds more than prose', `${head}## Summary\n\n⟦At 09:02 UTC the cache restarted. At 09:10 UTC an alert fired.\n\n| A | B |\n|---|---|\n| 1⟧ | 2 |\n`);
	checkSelection('is not offered for rows that each have their time already', `${head}## Timeline\n\n⟦09:02 UTC The cache restarted.\n\n09:10 UTC An alert fired.⟧\n`);
});

describe('what no rewrite is offered for', () => {
	const offersIn = (text: string, start: number, end: number) => REWRITES.filter(({ kind }) => kind !== 'convertDocument' && kind !== 'timeZone').flatMap((rewrite) => rewrite.offers(readDocument(text, 'minimal'), { start, end }));
	const table = '# Carts lost, 2 March 2024\n\n## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n| 09:02 | Cache restarts |\n| 09:10 | Carts are empty |\n';

	it('an empty document, and one of a byte order mark', () => assert.deepEqual(['', '\ufeff', '\n'].flatMap((text) => offersIn(text, 0, text.length)), []));
	it('front matter', () => assert.deepEqual(offersIn(`---\ntitle: Carts\ndate: 2024-03-02\n---\n\n${table}`, 5, 30), []));
	it('half a table, but the whole of it', () => {
		const offers = offersIn(table, table.indexOf('09:02') + 2, table.indexOf('09:10') + 2);
		assert.deepEqual(offers.map(({ kind, edits }) => [kind, applyEdits(table, edits).split('\n').filter((line) => line.startsWith('- ')).length]), [['tableToList', 2]]);
	});
	it('selections that are longer than anybody reads', () => {
		const prose = `${'At 09:02 UTC the cache restarted. '.repeat(4000)}\n`;
		const text = `# Carts lost, 2 March 2024\n\n## Summary\n\n${prose}`;
		assert.deepEqual(offersIn(text, text.indexOf('At'), text.length), []);
	});
});

describe('table to list', () => {
	check('gives each time the zone of its column and keeps the titles that carry something', 'tableToList',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n| Time (UTC) | Event | Responder | Phase |\n|---|---|---|---|\n| ‸09:02 | Cache restarts \\| drains | Mara | |\n| **09:10** | 3 carts are empty | - | |\n| | | | |\n',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n- 09:02 UTC – Cache restarts | drains (Responder: Mara)\n- **09:10 UTC**: 3 carts are empty\n');
	check('puts the date before the time, and a second zone behind the text', 'tableToList',
		'# Carts lost\n\n## Timeline\n\n| Date | UTC | PT | Event |\n|---|---|---|---|\n| ‸2024-03-02 | 23:50 | 15:50 | Cache restarts |\n| 2024-03-03 | 00:10 | 16:10 | Carts are empty |\n',
		'# Carts lost\n\n## Timeline\n\n- 2024-03-02 23:50 UTC – Cache restarts (15:50 PT)\n- 2024-03-03 00:10 UTC – Carts are empty (16:10 PT)\n');
	check('breaks lines where the cell does, and nests what is a list in it', 'tableToList',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| ‸09:02 UTC | Cache restarts<br>#1 drains |\n| 09:10 UTC | Seen:<br>- carts<br>- orders |\n| 09:20 UTC | `a<br>b` |\n',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n- 09:02 UTC – Cache restarts\\\n  #1 drains\n- 09:10 UTC – Seen:\n  - carts\n  - orders\n- 09:20 UTC – `a<br>b`\n');
	check('makes boxes of states, and tags of owners and dates', 'tableToList',
		'# Carts lost\n\n## Action Items\n\n| Priority | Action | Lead | Deadline | Status |\n|---|---|---|---|---|\n| P1 | ‸Drain nodes | Mara, Theo | 2024-04-01 | Done |\n| P2 | 2. alert on carts | TBD | | Open |\n',
		'# Carts lost\n\n## Action Items\n\n- [x] Drain nodes (Priority: P1; Lead, owner: Mara & Theo; Deadline: 2024-04-01; Status: Done)\n- [ ] 2. alert on carts (Priority: P2; Lead, owner: TBD; Status: Open)\n');
	check('starts no block with what was text', 'tableToList',
		'# Carts lost\n\n## Action Items\n\n| Action | Owner |\n|---|---|\n| ‸# is no heading | Mara |\n| 2. alert on carts | Theo |\n| \\| is no table | Mara |\n',
		'# Carts lost\n\n## Action Items\n\n- \\# is no heading (Owner: Mara)\n- 2\\. alert on carts (Owner: Theo)\n- \\| is no table (Owner: Mara)\n');
	check('stays apart from a list beside it', 'tableToList',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n- All times are in UTC.\n\n| Time | Event |\n|---|---|\n| ‸09:02 | Cache restarts |\n| 09:10 | Carts are empty |\n',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n- All times are in UTC.\n\n* 09:02 – Cache restarts\n* 09:10 – Carts are empty\n');
	check('is not offered for versions that look like dates', 'tableToList', '# Carts lost\n\n## Timeline\n\n| Side | Version | Container |\n|---|---|---|\n| Local | ‸25.12.3.21 | 36ab |\n| Remote | 25.12.3.21 | c4de |\n');
	check('is not offered for a day that no line could start with', 'tableToList', '# Carts lost, 2026-07-01\n\n## Timeline\n\n| Quando | O que |\n|---|---|\n| ‸01/07 ~19:17 | Push |\n| 01/07 | Fix |\n| 02/07 10:00 | Up |\n');
	check('parts a time from a number that would end a range, and keeps what tells nothing', 'tableToList',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n| Time (UTC) | Event |\n|---|---|\n| ‸09:02z | Cache restarts |\n| … | … |\n| 09:10+3d | Money is back |\n| 2024-03-05 | The 28-day window ends |\n',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n- 09:02z: Cache restarts\n- …\n- 09:10+3d – Money is back\n- 2024-03-05 – The 28-day window ends\n');
	check('ticks what is done, whatever column tells it, and takes brackets for no name', 'tableToList',
		'# Carts lost\n\n## Action Items\n\n| Action | Owner | Priority |\n|---|---|---|\n| ‸Drain nodes | Mara | DONE |\n| Count carts | [TBD] | P1 |\n',
		'# Carts lost\n\n## Action Items\n\n- [x] Drain nodes (Owner: Mara; Priority: DONE)\n- [ ] Count carts (Owner: [TBD]; Priority: P1)\n');
	check('takes no state for an owner', 'tableToList',
		'# Carts lost\n\n## Action Items\n\n| Action | Owner | Status |\n|---|---|---|\n| ‸Drain nodes | - | Implemented |\n| Count carts | - | Documented |\n',
		'# Carts lost\n\n## Action Items\n\n- [x] Drain nodes (Status: Implemented)\n- [ ] Count carts (Status: Documented)\n');
	check('is not offered for a list', 'tableToList', '# Carts lost, 2 March 2024\n\n## Timeline\n\n- ‸09:02 a\n- 09:05 b\n');
	check('is not offered for a table of something else', 'tableToList', '# Carts lost\n\n## Impact\n\n| Service | Users |\n|---|---|\n| ‸carts | 300 |\n');
});

describe('fields to table and back', () => {
	const list = '# Carts lost\n\n- **Date:** 2024-03-02\n- **Sever‸ity:** SEV2 | major\n- Ticket: [OPS-7](https://t.example/7)\n\n## Summary\n\nCarts were empty.\n';
	const table = '# Carts lost\n\n| Field        | Value                        |\n| ------------ | ---------------------------- |\n| **Date**     | 2024-03-02                   |\n| **Severity** | SEV2 \\| major                |\n| Ticket       | [OPS-7](https://t.example/7) |\n\n## Summary\n\nCarts were empty.\n';
	check('keeps emphasis, bars and links of a list', 'fieldsToTable', list, table);
	check('makes the same list of the table', 'fieldsToTable', table.replace('2024', '20‸24'), list.replace('‸', ''));
	check('takes lines below each other', 'fieldsToTable',
		'# Carts lost\n\n**Date**: 2024-03-02  \n**Sta‸tus**: Resolved  \n**Service**: carts\n\nCarts were empty.\n',
		'# Carts lost\n\n| Field       | Value      |\n| ----------- | ---------- |\n| **Date**    | 2024-03-02 |\n| **Status**  | Resolved   |\n| **Service** | carts      |\n\nCarts were empty.\n');
	check('takes paragraphs of a line each, with CRLF', 'fieldsToTable',
		'# Carts lost\r\n\r\nDate: 2024-03-02\r\n\r\nSever‸ity: SEV2\r\n\r\nCarts were empty.\r\n',
		'# Carts lost\r\n\r\n| Field    | Value      |\r\n| -------- | ---------- |\r\n| Date     | 2024-03-02 |\r\n| Severity | SEV2       |\r\n\r\nCarts were empty.\r\n');
	check('is not offered where one line is no field', 'fieldsToTable', '# Carts lost\n\n- **Date:** 2024-03-02\n- Carts ‸were empty\n');
	check('keeps a header that says something', 'fieldsToTable',
		'# Carts lost\n\n| Severity | SEV2 |\n| --- | --- |\n| Sta‸tus | Resolved |\n',
		'# Carts lost\n\n- Severity: SEV2\n- Status: Resolved\n');
});

describe('list to table', () => {
	check('sets figures of the impact in a column', 'listToTable',
		'# Carts lost\n\n## Impact\n\n- ‸1,200 users lost their carts\n- About **3 %** of orders failed\n- $4,000 lost revenue\n- Support was busy\n',
		'# Carts lost\n\n## Impact\n\n| Metric                         | Value  |\n| ------------------------------ | ------ |\n| users lost their carts         | 1,200  |\n| About **3 %** of orders failed |        |\n| lost revenue                   | $4,000 |\n| Support was busy               |        |\n');
	check('takes labels for metrics', 'listToTable',
		'# Carts lost\n\n## Impact\n\n**Requests failed:** 3 %\n**Users af‸fected:** 1,200\n',
		'# Carts lost\n\n## Impact\n\n| Metric              | Value |\n| ------------------- | ----- |\n| **Requests failed** | 3 %   |\n| **Users affected**  | 1,200 |\n');
	check('takes any list of labels', 'listToTable',
		'# Carts lost\n\n## Background\n\n- Carts: keeps what is to be bought\n- Til‸ls: takes the money\n',
		'# Carts lost\n\n## Background\n\n| Item  | Details                    |\n| ----- | -------------------------- |\n| Carts | keeps what is to be bought |\n| Tills | takes the money            |\n');
	check('writes no break into inline code that was wrapped', 'listToTable',
		'# Carts lost\n\n## Background\n\n- Carts: `expected a\n  cart` was seen.\n- Til‸ls: takes the money\n',
		'# Carts lost\n\n## Background\n\n| Item  | Details                     |\n| ----- | --------------------------- |\n| Carts | `expected a cart` was seen. |\n| Tills | takes the money             |\n');
	check('goes back to a list', 'tableToList',
		'# Carts lost\n\n## Impact\n\n| Metric | Value |\n| --- | --- |\n| **Requests failed** | 3 ‸% |\n| Users affected | 1,200 |\n',
		'# Carts lost\n\n## Impact\n\n- **Requests failed:** 3 %\n- Users affected: 1,200\n');
	check('is not offered for a list without figures', 'listToTable', '# Carts lost\n\n## Impact\n\n- Carts ‸were empty\n- Orders failed\n');
	check('is not offered for a timeline or actions', 'listToTable', '# Carts lost\n\n## Action Items\n\n- Carts: dr‸ain them\n- Tills: count them\n');
});

describe('headings', () => {
	check('makes a heading of a bold line', 'headings', '# Carts lost\n\n**Root ‸Cause:**\nNot drained.\n', '# Carts lost\n\n## Root Cause\n\nNot drained.\n');
	check('puts what follows a label below it', 'headings',
		'# Carts lost\n\n**Root ‸Cause:** The nodes were not drained before they were restarted.\n',
		'# Carts lost\n\n## Root Cause\n\nThe nodes were not drained before they were restarted.\n');
	check('takes nested lists out of their item', 'headings',
		'# Carts lost\n\n**Root Cause and Resolution:**\n- **‸Root Cause:**\n  - Not drained.\n    - Script.\n- **Resolution:**\n  - Filled the cache.\n',
		'# Carts lost\n\n## Root Cause and Resolution\n\n### Root Cause\n\n- Not drained.\n  - Script.\n\n### Resolution\n\n- Filled the cache.\n');
	check('takes along what would be no section any more beside the new heading', 'headings',
		'# Carts lost\n\nSum‸mary:\nCarts were empty.\n\nRoot Cause:\nNot drained.\n\nAction Items:\n- Drain first\n',
		'# Carts lost\n\n## Summary\n\nCarts were empty.\n\n## Root Cause\n\nNot drained.\n\n## Action Items\n\n- Drain first\n');
	check('leaves labels below other headings alone', 'headings',
		'# Carts lost\n\n## Summary\n\nCarts were empty.\n\n## Timeline\n\n- 09:02 UTC Down\n- 09:10 UTC Up\n\n## Lessons\n\n**What went ‸well:**\n\n- The alert.\n\n## Root Cause\n\nNot drained.\n',
		'# Carts lost\n\n## Summary\n\nCarts were empty.\n\n## Timeline\n\n- 09:02 UTC Down\n- 09:10 UTC Up\n\n## Lessons\n\n### What went well\n\n- The alert.\n\n## Root Cause\n\nNot drained.\n');
	check('takes the lines around an indented one out of what would be code', 'headings',
		'Summary:\n\n    Carts were empty.\n    Nobody could buy.\n    Mara saw it first.\n\nTasks:\n\n    Drain the nodes before a restart.\n    Fill the cache after a restart.\n    Root ‸Cause:\n        Nobody drained the nodes.\n        The cache was cold.\n',
		'Summary:\n\n    Carts were empty.\n    Nobody could buy.\n    Mara saw it first.\n\nTasks:\n\nDrain the nodes before a restart.\nFill the cache after a restart.\n\n## Root Cause\n\nNobody drained the nodes.\nThe cache was cold.\n');
	check('keeps what stands beside the tags of a heading', 'headings',
		'# Carts lost\n\n<h3>Root ‸Cause</h3><hr>\nNot drained.\n',
		'# Carts lost\n\n### Root Cause\n\n<hr>\nNot drained.\n');
	check('gives an opening text a heading that holds none of the others', 'headings',
		'Carts were ‸empty for an hour, because the cache nodes were restarted all at once and nobody drained them.\n\n### Impact\n\nNo carts.\n\n### Root Cause\n\nNot drained.\n',
		'### Summary\n\nCarts were empty for an hour, because the cache nodes were restarted all at once and nobody drained them.\n\n### Impact\n\nNo carts.\n\n### Root Cause\n\nNot drained.\n');
	check('is not offered for a heading', 'headings', '# Carts lost\n\n## Root ‸Cause\n\nNot drained.\n');
});

describe('a heading for two parts', () => {
	/** Applies the offer to split at the cursor; without `after` none may be made. */
	function splits(name: string, before: string, after?: string, template = 'minimal'): void {
		it(name, () => {
			const at = { start: before.indexOf('‸'), end: before.indexOf('‸') };
			const doc = readDocument(before.replace('‸', ''), template);
			const offers = REWRITES.flatMap((rewrite) => rewrite.offers(doc, at)).filter(({ kind, title }) => kind === 'headings' && title.startsWith('Split'));
			assert.deepEqual(offers.map(({ edits }) => applyEdits(doc.text, edits)), after === undefined ? [] : [after]);
		});
	}
	splits('is split where a label names the second, which becomes the heading',
		'# Carts lost\n\n## Root ‸cause and resolution\n\nThe nodes were not drained.\n\n**Resolution:** The cache was filled.\n\nIt took an hour.\n\n## Impact\n\nNo carts.\n',
		'# Carts lost\n\n## Root cause\n\nThe nodes were not drained.\n\n## Resolution\n\nThe cache was filled.\n\nIt took an hour.\n\n## Impact\n\nNo carts.\n');
	splits('is split where a sentence begins to tell of the second',
		'# Carts lost\r\n\r\n## 3. Root Cause & Resolution:\r\n\r\nThe nodes ‸were not drained.\r\n\r\nTo resolve it, Mara filled the cache.\r\n',
		'# Carts lost\r\n\r\n## 3. Root Cause:\r\n\r\nThe nodes were not drained.\r\n\r\n## Resolution:\r\n\r\nTo resolve it, Mara filled the cache.\r\n');
	splits('is split between items, what is nested in one coming out of it',
		'# Carts lost\n\n### Root ‸Cause / Fix\n\n- **Cause:**\n  - Not drained.\n- **Fix:**\n  - Filled the cache.\n    - By hand.\n',
		'# Carts lost\n\n### Root Cause\n\n- **Cause:**\n  - Not drained.\n\n### Fix\n\n- Filled the cache.\n  - By hand.\n');
	splits('keeps the mark of an item that goes on behind its label',
		'# Carts lost\n\n## Impact ‸/ Detection\n\n1. No carts.\n2. Detection: An alert.\n3. A call.\n',
		'# Carts lost\n\n## Impact\n\n1. No carts.\n\n## Detection\n\n2. An alert.\n3. A call.\n');
	splits('is split in Spanish', '# Carritos perdidos\n\nCausa raíz y resolución\n----\n\nLos nodos ‸no se vaciaron.\n\nSe resolvió llenando la caché.\n', '# Carritos perdidos\n\nCausa raíz\n----\n\nLos nodos no se vaciaron.\n\nResolución\n----\n\nSe resolvió llenando la caché.\n');
	splits('is split in German', '# Körbe weg\n\n## **Ursache und Lösung**\n\nDie Knoten ‸liefen noch.\nLösung: Wir füllten den Cache.\n', '# Körbe weg\n\n## **Ursache**\n\nDie Knoten liefen noch.\n\n## **Lösung**\n\nWir füllten den Cache.\n');
	splits('stays where the first goes on behind the second', '# Carts lost\n\n## Root ‸cause and resolution\n\nNot drained.\n\nThe fix was to fill the cache.\n\nThe root cause of the second wave was a script.\n');
	splits('stays where no text goes over to the second', '# Carts lost\n\n## Root ‸cause and resolution\n\nThe nodes were not drained, which was fixed by hand.\n');
	splits('stays where both words name one role', '# Carts lost\n\n## Resolution ‸and recovery\n\nThe cache was filled.\n\n**Recovery:** Orders came back.\n');
	splits('stays where the template has it', '# Carts lost\n\n## Root ‸Cause and Resolution\n\nNot drained.\n\n**Resolution:** The cache was filled.\n', undefined, 'outage');
});

describe('sorting a timeline', () => {
	check('moves rows with all that is in them', 'sortTimeline',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n- ‸09:10 UTC b\n  - more\n- 09:02 UTC a\n',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n- 09:02 UTC a\n- 09:10 UTC b\n  - more\n');
	check('keeps rows of one time in their order', 'sortTimeline',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n| ‸09:10 | b |\n| 09:02 | a |\n| 09:10 | c |\n',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n| 09:02 | a |\n| 09:10 | b |\n| 09:10 | c |\n');
	check('is not offered for rows in order', 'sortTimeline', '# Carts lost, 2 March 2024\n\n## Timeline\n\n- ‸09:02 UTC a\n- 09:10 UTC b\n');
	check('leaves rows in their order that cross midnight without a date', 'sortTimeline', '# Carts lost\n\n## Timeline\n\n- ‸23:50 UTC a\n- 00:10 UTC b\n');
	check('leaves rows alone where those behind would come to another day', 'sortTimeline',
		'# Carts lost, 2 March 2024\n\n## Timeline\n\n- ‸23:05 UTC a\n- 12:12 UTC b\n\nLater:\n\n- 09:15 UTC c\n- 09:20 UTC d\n');
	check('leaves rows alone that take their day from the row before', 'sortTimeline',
		'# Carts lost\n\n## Timeline\n\n- ‸2024-03-03 09:10 UTC b\n- 09:20 UTC c\n- 2024-03-02 09:02 UTC a\n');
});
