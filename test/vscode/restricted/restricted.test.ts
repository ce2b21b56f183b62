import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, findingsWhen, open, rangeOf } from '../kit';

describe('Restricted Mode', () => {
	afterEach(closeAll);

	it('checks a postmortem of a workspace that nobody trusts', async () => {
		assert.equal(vscode.workspace.isTrusted, false);
		const { document } = await open('postmortems/backwards.md');
		assert.ok((await findingsWhen(document.uri)).length > 0);
	});

	it('rewrites there, too', async () => {
		const editor = await open('examples/search-index.md');
		await findingsWhen(editor.document.uri);
		const { start } = rangeOf(editor.document, '**09:02**');
		editor.selection = new vscode.Selection(start, start);
		await vscode.commands.executeCommand('postmortem.convertTimelineToTable');
		assert.equal(editor.document.getText().split('\n').filter((line) => line.startsWith('|')).length, 10);
	});
});
