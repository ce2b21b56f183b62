import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openText } from '../kit';

describe('snippets', () => {
	afterEach(closeAll);

	const contributed: { path: string; language: string }[] = vscode.extensions.getExtension('postmortem.postmortem')!.packageJSON.contributes.snippets ?? [];

	it('are contributed for Markdown', () => {
		assert.ok(contributed.length > 0);
		assert.deepEqual([...new Set(contributed.map(({ language }) => language))], ['markdown']);
	});

	it('insert a timeline table that the editor can fill in', async () => {
		const editor = await openText('');
		await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'markdown', name: 'Timeline table' });
		const lines = editor.document.getText().split('\n');
		assert.equal(lines[0], '## Timeline');
		assert.match(lines[2]!, /^\| Time \(UTC\) \| Event \|$/);
		assert.equal(lines.filter((line) => line.startsWith('| ')).length, 5);
	});
});
