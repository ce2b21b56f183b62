/** What is printed where the config says `tables: stable`, through the doors of the core. `‸` is the cursor, `⟦…⟧` a selection. */
import assert from 'node:assert/strict';
import { documentsIn } from '../../../../test/kit/documents';
import { lintDocument } from '../../../../test/kit/lint';
import { readDocument } from '../../../../test/kit/read-document';
import { offersOf } from '../../../../test/kit/rewrite-laws';
import { DEFAULT_CONFIG } from '../config/load';
import { completionsAt } from '../features/completion';
import { newPostmortem } from '../features/new-postmortem';
import type { Postmortem } from '../postmortem/model';
import { convertedText, pasteOffers, rewritesAt } from '../service';
import { builtinTemplates } from '../template/builtin';
import { applyEdits, type SpanEdit } from '../text/edit';
import { REWRITES } from '.';
import type { RewriteKind } from './rewrite';

const HEAD = '# Postmortem: carts lost, 2 March 2024\n\n';
const CONTEXT = { path: 'postmortems/incident.md', config: DEFAULT_CONFIG, templates: builtinTemplates(), now: Date.UTC(2024, 5, 1) };
const stable = (text: string, template = 'minimal') => readDocument(text, template, { tables: 'stable' });

/** @param edits of the document without its marks. */
function check(name: string, source: string, after: string, edits: (doc: Postmortem, start: number, end: number) => readonly SpanEdit[] | undefined, template?: string): void {
	it(name, () => {
		const [start, end] = /[‸⟦]/.test(source) ? [source.search(/[‸⟦]/), source.replace(/[‸⟦]/, '').search(/⟧|$/)] : [0, 0];
		const doc = stable(HEAD + source.replace(/[‸⟦⟧]/g, ''), template);
		const made = edits(doc, HEAD.length + start, source.includes('⟧') ? HEAD.length + end : HEAD.length + start);
		assert.equal(made && applyEdits(doc.text, made), HEAD + after);
	});
}

const first = (kind: RewriteKind) => (doc: Postmortem, start: number, end: number) => rewritesAt(doc, { start, end }).find((offer) => offer.kind === kind)?.edits;
const pasted = (clipboard: string, form: 'rows' | 'table') => (doc: Postmortem, start: number) => pasteOffers(doc, start, clipboard, { least: 2, viewerZone: undefined }).find((offer) => offer.form === form)?.edits;
const fixed = (rule: string) => (doc: Postmortem) => lintDocument(doc).find((finding) => finding.rule === rule)?.fixes()[0]?.edits;

describe('tables of stable widths', () => {
	check('a timeline', '## Timeline\n\n- ‸09:02 UTC Cache restarts\n- 09:10 UTC 障害検知 | ✅\n', '## Timeline\n\n| Time | Event |\n| --- | --- |\n| 09:02 UTC | Cache restarts |\n| 09:10 UTC | 障害検知 \\| ✅ |\n', first('timelineToTable'));
	check('action items, their blank cells one space to each side', '## Action Items\n\n- [x] ‸Drain nodes @mara\n- Alert on carts\n', '## Action Items\n\n| Action | Owner | Due | Status |\n| --- | --- | --- | --- |\n| Drain nodes | @mara |  | Done |\n| Alert on carts |  |  |  |\n', first('actionsToTable'));
	check('facts', '- ‸Severity: SEV2\n- Status: Resolved\n', '| Field | Value |\n| --- | --- |\n| Severity | SEV2 |\n| Status | Resolved |\n', first('fieldsToTable'));
	check('sentences', '## Timeline\n\n⟦At 10:04 the first errors came. By 10:30 all was well.⟧\n', '## Timeline\n\n| Time | Event |\n| --- | --- |\n| At 10:04 | the first errors came. |\n| By 10:30 | all was well. |\n', (doc, start, end) => rewritesAt(doc, { start, end }).find(({ title }) => title.startsWith('Turn 2 sentences'))?.edits);
	check('a sheet that is pasted', 'Numbers:\n\n‸\n', 'Numbers:\n\n| Service | Errors |\n| --- | --- |\n| cart | 5 |\n| checkout-frontend |  |\n', pasted('Service\tErrors\ncart\t5\ncheckout-frontend\t\n', 'table'));
	check('the table of a section that was missing', '## Summary\n\nEmpty carts.\n\n## Timeline\n\n- 09:02 UTC Cache restarts\n\n## Root Cause\n\nNot drained.\n',
		'## Summary\n\nEmpty carts.\n\n## Timeline\n\n- 09:02 UTC Cache restarts\n\n## Root Cause\n\nNot drained.\n\n## Action Items\n\nHINT\n\n| Action | Owner | Due | Status |\n| --- | --- | --- | --- |\n|  |  |  |  |\n',
		(doc) => fixed('section-missing')(doc)?.map((edit) => ({ ...edit, newText: edit.newText.replace(/(?<=## Action Items\n\n).+/, 'HINT') })));

	describe('columns that are added', () => {
		check('leave cells as they are, padded or not', '## Action Items\n\n|Action     |Owner |\n|:--|-----:|\n| ‸Drain nodes | Mara |\n| Alert    |  \n| a \\|\n| Size |Ole|  \n|\n',
			'## Action Items\n\n|Action     |Owner | Due | Status |\n|:--|-----:| --- | --- |\n| Drain nodes | Mara |  |  |\n| Alert    |  |  |  |\n| a \\| |  |  |  |\n| Size |Ole|  |  |\n|  |  |  |  |\n', first('actionsToTable'));
		check('close rows that have no bar at their end', '## Action Items\n\nAction | Owner\n--- | ---\n‸Drain nodes | Mara\nAlert | Ole\n', '## Action Items\n\nAction | Owner | Due | Status |\n--- | --- | --- | --- |\nDrain nodes | Mara |  |  |\nAlert | Ole |  |  |\n', first('actionsToTable'));
		it('are not where a row has more cells than the header', () => {
			const text = `${HEAD}## Action Items\n\n| Action | Owner |\n| --- | --- |\n| Drain nodes | Mara | at once |\n`;
			const at = text.indexOf('Drain');
			assert.deepEqual(rewritesAt(stable(text), { start: at, end: at }, 'actionsToTable'), []);
		});
		check('of a second zone', '## Timeline\n\n| Time (UTC) | Event    |\n| ---------- | -------- |\n| 09:02      | Restarts |\n| 19:10      | Empty    |\n',
			'## Timeline\n\n| Time (UTC) | Time (MST) | Event    |\n| ---------- | --- | -------- |\n| 09:02      | 02:02 | Restarts |\n| 19:10      | 12:10 | Empty    |\n',
			(doc) => rewritesAt({ ...doc, displayZones: [{ name: 'MST', from: 'config' }] }, { start: doc.text.indexOf('09:02'), end: doc.text.indexOf('09:02') }, 'timeZone').find(({ title }) => title.includes('column'))?.edits);
	});

	describe('rows that are added', () => {
		const CHAT = 'Ole  10:05 AM\nLooking\nMara Voss  10:40 AM\nFixed, and all carts are back\n';
		check('to a table that is not padded', '## Timeline\n\n| Time | Event | Who |\n| --- | --- | --- |\n| 10:00 | ‸Deployed |  |\n', '## Timeline\n\n| Time | Event | Who |\n| --- | --- | --- |\n| 10:00 | Deployed |  |\n| 10:05 | Looking | Ole |\n| 10:40 | Fixed, and all carts are back | Mara Voss |\n', pasted(CHAT, 'rows'));
		check('to one that is padded stand as its rows do', '## Timeline\n\n| Time  | Event    | Who  |\n| ----- | -------- | ---- |\n| 10:00 | ‸Deployed |      |\n', '## Timeline\n\n| Time  | Event    | Who  |\n| ----- | -------- | ---- |\n| 10:00 | Deployed |      |\n| 10:05 | Looking  | Ole  |\n| 10:40 | Fixed, and all carts are back | Mara Voss |\n', pasted(CHAT, 'rows'));
		check('from prose', '## Timeline\n\n| Time | Who | Event |\n| --- | --- | --- |\n| 10:00 |  | Deployed |\n\n⟦By 10:30 all was well.⟧\n', '## Timeline\n\n| Time | Who | Event |\n| --- | --- | --- |\n| 10:00 |  | Deployed |\n| By 10:30 |  | all was well. |\n\n', first('timelineToTable'));
	});

	it('a value that is chosen leaves no spaces where there were none', () => {
		const source = (cell: string) => `${HEAD}## Action Items\n\n| Action | Owner | Due | Status |\n| --- | --- | --- | --- |\n| Drain nodes | Mara | |${cell}|\n`;
		const chosen = (doc: Postmortem, offset: number) => {
			const { span, newText } = completionsAt(doc, offset, CONTEXT).find(({ label }) => label === 'Done')!;
			return applyEdits(doc.text, [{ span, newText }]);
		};
		const text = source(' In progress ');
		const offset = text.indexOf('In progress');
		assert.equal(chosen(stable(text), offset), source(' Done '));
		assert.equal(chosen(readDocument(text, 'minimal'), offset), source(' Done        '));
	});

	it('a new postmortem', () => {
		const made = newPostmortem({ config: { ...DEFAULT_CONFIG, tables: 'stable' }, templates: CONTEXT.templates }, { template: 'sre', title: 'Carts lost', date: '2024-03-02' })!;
		const tables = made.text.split('\n').filter((line) => line.startsWith('|'));
		assert.ok(tables.length >= 6, made.text);
		assert.deepEqual(tables.filter(isPadded), []);
	});

	it('a converted document', () => {
		const doc = stable(`${HEAD}- Severity: SEV2\n- Status: Resolved\n\n## Timeline\n\n- 09:02 UTC Cache restarts\n- 09:10 UTC Carts are empty\n`);
		const after = convertedText(doc, 'sre')!;
		assert.match(after, /\n\| Action \| Type \| Owner \|/);
		assert.deepEqual(after.split('\n').filter((line) => line.startsWith('|') && isPadded(line)), []);
	});

	it('say what the aligned ones say, for every rewrite of a part of the examples', function () {
		this.timeout(60_000);
		const ofParts = REWRITES.filter(({ kind }) => kind !== 'convertDocument');
		let compared = 0;
		for (const { name, text } of documentsIn('examples')) {
			const aligned = offersOf(readDocument(text), ofParts);
			const narrow = offersOf(readDocument(text, undefined, { tables: 'stable' }), ofParts);
			assert.deepEqual(narrow.map(({ title }) => title), aligned.map(({ title }) => title), name);
			for (const [index, { title, edits }] of narrow.entries()) {
				assert.equal(squeezed(applyEdits(text, edits)), squeezed(applyEdits(text, aligned[index]!.edits)), `${name}: ${title}`);
				compared++;
			}
		}
		assert.ok(compared > 40, `${compared} rewrites`);
	});
});

/** Whether a line of a table has more than one space on a side of a cell, or a longer rule than it needs. */
function isPadded(line: string): boolean {
	return line.split('|').slice(1, -1).some((cell) => cell.trim() !== '' ? cell !== ` ${cell.trim()} ` || /^-{4}/.test(cell.trim()) : cell !== '  ');
}

/** Without what tells widths in the lines of tables. */
function squeezed(text: string): string {
	return text.split('\n').map((line) => (line.includes('|') ? line.replace(/\s/g, '').replace(/-{2,}/g, '--') : line)).join('\n');
}
