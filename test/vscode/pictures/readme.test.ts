// The pictures of the README.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { after, closeAll, codeActions, completions, eventually, findingsWhen, open, openText, paste, rangeOf, ruleOf, screenshot } from '../kit';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(command, ...args);

describe('pictures', () => {
	beforeEach(async () => {
		await run('workbench.action.closeSidebar');
		await run('workbench.action.closePanel');
		await run('notifications.clearAll');
	});
	afterEach(closeAll);

	it('problems', async () => {
		const editor = await open('examples/search-index.md');
		const found = await findingsWhen(editor.document.uri);
		assert.ok(found.length > 3);
		reveal(editor, rangeOf(editor.document, '## Timeline'));
		await run('workbench.actions.view.problems');
		await screenshot('problems', { settleMs: 1_000, clip: { x: 0, y: 0, width: 1400, height: 900 } });
	});

	it('quick-fix', async () => {
		const editor = await open('examples/search-index.md');
		const found = await findingsWhen(editor.document.uri, (all) => all.some((each) => ruleOf(each) === 'action-without-owner'));
		const { range } = found.find((each) => ruleOf(each) === 'action-without-owner')!;
		reveal(editor, range, vscode.TextEditorRevealType.AtTop);
		assert.ok((await codeActions(editor.document.uri, range, 'quickfix')).length > 0);
		await run('workbench.action.focusActiveEditorGroup');
		void run('editor.action.quickFix');
		await screenshot('quick-fix', { settleMs: 2_000, clip: { x: 0, y: 0, width: 1000, height: 640 } });
		await run('hideCodeActionWidget');
	});

	it('table', async () => {
		const editor = await open('examples/search-index.md');
		await findingsWhen(editor.document.uri);
		reveal(editor, rangeOf(editor.document, '09:02'));
		await run('postmortem.convertTimelineToTable');
		assert.match(editor.document.getText(), /^\| *\**09:02\** *\|/m);
		reveal(editor, rangeOf(editor.document, '## Timeline'), vscode.TextEditorRevealType.AtTop);
		await screenshot('table', { settleMs: 1_000, clip: { x: 0, y: 0, width: 1000, height: 640 } });
	});

	it('completion', async () => {
		const text = '# Postmortem: checkout down\n\n- **Date:** 2025-02-11\n- **Severity:** \n- **Status:** Draft\n\n## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n| 10:04 | Errors at checkout |\n';
		const editor = await openText(text);
		await findingsWhen(editor.document.uri);
		const at = rangeOf(editor.document, '- **Severity:** ').end;
		editor.selection = new vscode.Selection(at, at);
		assert.ok((await completions(editor.document.uri, at)).some(({ label }) => /SEV1/.test(typeof label === 'string' ? label : label.label)));
		await run('editor.action.triggerSuggest');
		await screenshot('completion', { settleMs: 2_000, clip: { x: 0, y: 0, width: 1000, height: 480 } });
		await run('hideSuggestWidget');
	});

	it('times', async () => {
		const { document } = await incident();
		await run('workbench.action.focusActiveEditorGroup');
		const at = after(document, '**09:0');
		vscode.window.activeTextEditor!.selection = new vscode.Selection(at, at);
		await run('editor.action.showHover');
		await screenshot('times', { settleMs: 2_000, clip: TIMELINE_CLIP });
		await run('editor.action.hideHover');
	});

	it('time-rows', async () => {
		const { document } = await incident();
		const [lens] = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10);
		await run(lens!.command!.command, ...lens!.command!.arguments!);
		await screenshot('time-rows', { settleMs: 2_000, clip: { ...TIMELINE_CLIP, width: 1400 } });
		await run('closeReferenceSearch');
	});

	it('time-zone', async () => {
		const { document } = await incident();
		const at = after(document, '**09:0');
		vscode.window.activeTextEditor!.selection = new vscode.Selection(at, at);
		await run('workbench.action.focusActiveEditorGroup');
		void run('editor.action.codeAction', { kind: 'refactor.rewrite.postmortem.timeZone', apply: 'never' });
		await screenshot('time-zone', { settleMs: 2_000, clip: TIMELINE_CLIP });
		await run('hideCodeActionWidget');
	});

	it('paste', async () => {
		const { document } = await incident('| Time  | Event | Who |\n| ----- | ----- | --- |\n| 08:30 | Pool size is halved, the incident begins | Emil Sørensen |\n| 09:07 | Incident resolved: pool size restored | Noor Haddad |\n');
		const at = after(document, '| 08:30 | Pool');
		vscode.window.activeTextEditor!.selection = new vscode.Selection(at, at);
		await paste('Noor Haddad  8:41 AM\nCheckout answers with errors, looking at the pool\nEmil Sørensen  8:46 AM\nOut of connections since my change, taking it back\n');
		await eventually('rows', vscode.workspace.onDidChangeTextDocument, () => (document.getText().includes('| 08:46 ') ? true : undefined));
		await screenshot('paste', { press: ['Control+.'], settleMs: 1_000, clip: TIMELINE_CLIP });
	});

	it('outline', async () => {
		const editor = await open('examples/search-index.md');
		await findingsWhen(editor.document.uri);
		reveal(editor, rangeOf(editor.document, '## Timeline'), vscode.TextEditorRevealType.AtTop);
		await run('timeline.removeView');
		await run('outline.focus');
		// The list of files is closed from its header, which gives the outline the room.
		await run('workbench.files.action.focusFilesExplorer');
		await screenshot('outline', { press: ['Shift+Tab', 'Shift+Tab', 'ArrowLeft'], settleMs: 2_000, clip: { x: 0, y: 0, width: 1000, height: 640 } });
	});
});

const TIMELINE_CLIP = { x: 0, y: 0, width: 1000, height: 520 };
const ROWS = '- **08:30** – Pool size is halved, the incident begins\n- **08:34** – Alert fires: errors at checkout\n- **08:49** – Rollback complete, errors stop\n- **09:07** – Incident resolved\n';

/** A postmortem that is complete but for its timeline, seen from Oslo. */
async function incident(rows = ROWS): Promise<vscode.TextEditor> {
	await vscode.workspace.getConfiguration('postmortem').update('timeZone', 'Europe/Oslo', vscode.ConfigurationTarget.Global);
	const editor = await openText(`# Postmortem: checkout out of connections, 11 February 2025\n\n## Summary\n\nAn hour without checkout, 2 % of the day’s orders lost.\nNo card was charged twice.\n\n## Timeline\n\nAll times are PST.\n\n${rows}\n## Root Cause\n\nThe pool was sized for one region.\n\n## Action Items\n\n- [ ] Emil Sørensen: alert on the size of the pool, due 2025-03-01\n`);
	await findingsWhen(editor.document.uri);
	return editor;
}

/** Puts the cursor there and scrolls to it. */
function reveal(editor: vscode.TextEditor, range: vscode.Range, where = vscode.TextEditorRevealType.InCenter): void {
	editor.selection = new vscode.Selection(range.start, range.start);
	editor.revealRange(range, where);
}
