import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { applyAction, closeAll, codeActions, findingsWhen, open, ruleOf, undoTo } from '../kit';

const CHECKOUT = 'examples/2025-02-11-checkout-pool.md';
const isMojibake = (finding: vscode.Diagnostic) => ruleOf(finding) === 'text-mojibake';

describe('quick fixes', () => {
	afterEach(closeAll);

	it('mend one finding, undone in one step', async () => {
		const { document } = await open(CHECKOUT);
		const before = document.getText();
		const found = await findingsWhen(document.uri, (all) => all.some(isMojibake));
		const first = found.find(isMojibake)!;
		const wrong = document.getText(first.range);
		const fix = (await codeActions(document.uri, first.range, 'quickfix')).find((action) => action.isPreferred);
		assert.ok(fix, 'a preferred fix');
		assert.deepEqual([wrong, first.range.start.line], ['â†’', 45]);
		await applyAction(fix);
		assert.equal(document.lineAt(45).text, '| 23:31 | 18:31 | **Checkout errors start**, pool wait time 0.2 s → 9 s | - |');
		await findingsWhen(document.uri, (all) => all.filter(isMojibake).length === found.filter(isMojibake).length - 1);
		await undoTo(document, before);
	});

	it('mend everything that is safe by one command', async () => {
		const { document } = await open(CHECKOUT);
		const before = document.getText();
		await findingsWhen(document.uri, (all) => all.some(isMojibake));
		await vscode.commands.executeCommand('postmortem.fixAll');
		await findingsWhen(document.uri, (all) => !all.some(isMojibake));
		assert.ok(!document.getText().includes('â'), 'no garbled text is left');
		assert.ok(document.getText().includes('fall → 4 %'));
		await undoTo(document, before);
	});

	it('are what the editor runs on save with source.fixAll', async () => {
		const { document } = await open(CHECKOUT);
		await findingsWhen(document.uri, (all) => all.some(isMojibake));
		const [fixAll, ...others] = await codeActions(document.uri, new vscode.Range(0, 0, 0, 0), 'source.fixAll');
		assert.ok(fixAll);
		assert.deepEqual([fixAll.kind?.value, others.length], ['source.fixAll.postmortem', 0]);
	});

	it('are applied by the editor itself, from the menu of the lightbulb', async () => {
		const editor = await open('postmortems/backwards.md');
		const { document } = editor;
		const found = await findingsWhen(document.uri, (all) => all.some((each) => ruleOf(each) === 'timeline-out-of-order'));
		const { range } = found.find((each) => ruleOf(each) === 'timeline-out-of-order')!;
		editor.selection = new vscode.Selection(range.start, range.start);
		await vscode.commands.executeCommand('editor.action.codeAction', { kind: 'refactor.rewrite.postmortem.sortTimeline', apply: 'first' });
		await findingsWhen(document.uri, (all) => !all.some((each) => ruleOf(each) === 'timeline-out-of-order'));
		const rows = document.getText().split('\n').filter((line) => /^\| \d/.test(line));
		assert.deepEqual(rows.map((row) => row.slice(2, 7)), ['09:40', '10:00', '10:20']);
	});
});
