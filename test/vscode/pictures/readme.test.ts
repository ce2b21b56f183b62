// The pictures of the README.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeActions, completions, findingsWhen, open, openText, rangeOf, ruleOf, screenshot } from '../kit';

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

/** Puts the cursor there and scrolls to it. */
function reveal(editor: vscode.TextEditor, range: vscode.Range, where = vscode.TextEditorRevealType.InCenter): void {
	editor.selection = new vscode.Selection(range.start, range.start);
	editor.revealRange(range, where);
}
