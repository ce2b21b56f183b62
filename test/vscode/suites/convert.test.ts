import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, edit, findings, findingsWhen, open, ruleOf, screenshot, undoTo } from '../kit';

describe('converting a document', () => {
	afterEach(closeAll);

	it('moves its sections, loses no word, and one undo takes it back', async () => {
		const { document } = await open('examples/search-index.md');
		await findingsWhen(document.uri);
		const before = document.getText();
		assert.equal(await vscode.commands.executeCommand('postmortem.convertDocument', { template: 'sre', apply: true }), true);
		const after = document.getText();
		assert.deepEqual(wordsOf(before).filter((word) => !wordsOf(after).includes(word)), []);
		assert.ok(after.indexOf('## Timeline') > after.indexOf('## Lessons Learned') && after.includes('## Lessons Learned'));
		await undoTo(document, before);
	});

	it('shows the difference first, and changes nothing while nobody has agreed', async () => {
		const { document } = await open('examples/search-index.md');
		await findingsWhen(document.uri);
		const before = document.getText();
		void vscode.commands.executeCommand('postmortem.convertDocument', { template: 'sre' });
		const preview = await previewOf(document.uri);
		assert.match((await vscode.workspace.openTextDocument(preview)).getText(), /^## Lessons Learned[\s\S]+## Timeline/m);
		assert.equal(document.getText(), before);
		await screenshot('convert-preview');
		await edit(document, new vscode.Range(0, 0, 0, 0), '# Outage\n\n## Impact\n\nTBD\n\n');
		await findingsWhen(document.uri, (found) => found.some((each) => ruleOf(each) === 'placeholder-left' && each.range.start.line === 4));
		assert.deepEqual(findings(preview).map(ruleOf), [], 'findings in a text that nobody can change');
		await vscode.commands.executeCommand('notifications.clearAll');
		await vscode.window.showTextDocument(document);
	});

	it('converts when the title of the preview is asked to, long after the message is gone', async () => {
		const { document } = await open('examples/search-index.md');
		await findingsWhen(document.uri);
		const before = document.getText();
		const done = vscode.commands.executeCommand('postmortem.convertDocument', { template: 'sre' });
		const preview = await previewOf(document.uri);
		const { lineCount } = await vscode.workspace.openTextDocument(preview);
		await vscode.commands.executeCommand('notifications.clearAll');
		await screenshot('convert-title', { settleMs: 3_000 });
		assert.equal(document.getText(), before);
		await vscode.commands.executeCommand('postmortem.applyConversion', preview);
		assert.equal(await done, true);
		assert.equal(document.lineCount, lineCount);
		assert.deepEqual(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputTextDiff), []);
		await undoTo(document, before);
	});

	it('converts nothing when the preview is closed and the message put away', async () => {
		const { document } = await open('examples/search-index.md');
		await findingsWhen(document.uri);
		const before = document.getText();
		const done = vscode.commands.executeCommand('postmortem.convertDocument', { template: 'full' });
		await previewOf(document.uri);
		await closeAll();
		let isDone = false;
		void done.then(() => { isDone = true; });
		while (!isDone) await vscode.commands.executeCommand('notifications.clearAll');
		assert.equal(await done, false);
		assert.equal(document.getText(), before);
	});
});

/** The converted text beside the document, once it is shown. */
async function previewOf(original: vscode.Uri): Promise<vscode.Uri> {
	for (;;) {
		const inputs = vscode.window.tabGroups.all.flatMap((group) => group.tabs).map(({ input }) => input);
		const diff = inputs.find((input) => input instanceof vscode.TabInputTextDiff && input.original.toString() === original.toString());
		if (diff instanceof vscode.TabInputTextDiff) return diff.modified;
		await new Promise((resolve) => vscode.window.tabGroups.onDidChangeTabs(resolve));
	}
}

function wordsOf(text: string): string[] {
	return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
