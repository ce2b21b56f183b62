/** What a rewrite or fix leaves to be filled in is one tab stop after the other; one undo takes all of it back. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { after, closeAll, codeActions, eventually, findingsWhen, openText, screenshot, type, undoTo } from '../kit';

const ACTIONS = '# Postmortem: carts lost\n\n**Date:** 2024-03-02\n\n## Summary\n\nCarts were empty.\n\n## Action Items\n\n- Drain {nodes} for $5 before a\\\\b and $HOME\n- Count carts\n';
const BEGUN = '---\ntemplate: minimal\n---\n\n# Postmortem: carts lost, 2024-03-02\n\n## Summary\n\nCarts were empty.\n';

describe('tab stops', () => {
	afterEach(closeAll);

	async function openAt(text: string, place: string): Promise<vscode.TextEditor> {
		const editor = await openText(text);
		await findingsWhen(editor.document.uri);
		const at = after(editor.document, place);
		editor.selection = new vscode.Selection(at, at);
		return editor;
	}

	const next = () => vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
	const selected = ({ document, selection }: vscode.TextEditor) => document.getText(selection);
	/** The row that the cursor is in, with the cursor in it. */
	const rowWithCursor = ({ document, selection: { active } }: vscode.TextEditor) => `${document.lineAt(active).text.slice(0, active.character)}‸${document.lineAt(active).text.slice(active.character)}`.replace(/ +/g, ' ');

	it('lead from blank cell to blank cell of a new table', async () => {
		const editor = await openAt(ACTIONS, 'Drain');
		await vscode.commands.executeCommand('postmortem.convertActionsToTable');
		assert.ok(editor.document.getText().includes('| Drain {nodes} for $5 before a\\\\b and $HOME |'));
		await undoTo(editor.document, ACTIONS);
		await vscode.commands.executeCommand('editor.action.codeAction', { kind: 'refactor.rewrite.postmortem.actionsToTable', apply: 'first' });
		await eventually('the cursor in a cell', vscode.window.onDidChangeTextEditorSelection, () => (/^\| Drain [^|]+\| ‸ \|/.test(rowWithCursor(editor)) ? true : undefined));
		await type('@mara');
		await next();
		assert.match(rowWithCursor(editor), /^\| Drain [^|]+\| @mara \| ‸ \|/);
		await type('2024-03-09');
		await screenshot('tab-stops-table');
		assert.match(editor.document.getText(), /^\| Drain [^|]+\| @mara +\| 2024-03-09 +\|/m);
	});

	it('select an owner that is to be filled in', async () => {
		const editor = await openAt(ACTIONS, 'Drain');
		const fix = (await codeActions(editor.document.uri, editor.selection, 'quickfix')).find(({ title }) => title === 'Add an owner to fill in');
		await vscode.workspace.applyEdit(fix!.edit!);
		assert.equal(selected(editor), '@TBD');
		await screenshot('tab-stops-owner');
		await type('@ole');
		assert.ok(editor.document.getText().includes('$HOME (Owner: @ole)\n'));
	});

	for (const ending of ['\n', '\r\n']) {
		it(`lead through sections that are inserted, with line endings ${JSON.stringify(ending)}`, async () => {
			const text = BEGUN.replaceAll('\n', ending);
			const editor = await openAt(text, 'Summ');
			await vscode.commands.executeCommand('postmortem.insertMissingSections');
			const inserted = editor.document.getText();
			assert.equal(selected(editor), 'The handful of moments that mattered, each with its time.');
			assert.ok(inserted.replaceAll('\r\n', '\n').includes('## Timeline\n\nThe handful of moments that mattered, each with its time.\n\n| Time | Event |\n| ---- | ----- |\n|      |       |\n\n## Root Cause\n'));
			assert.deepEqual([...new Set(inserted.match(/\r?\n/g))], [ending]);
			await undoTo(editor.document, text);
			await vscode.commands.executeCommand('postmortem.insertMissingSections');
			await type('See below.');
			await next();
			await type('10:04');
			await next();
			await type('Carts empty');
			await next();
			assert.equal(selected(editor), 'Why was it possible at all?');
			if (ending === '\n') await screenshot('tab-stops-sections');
			assert.match(editor.document.getText(), /^See below\.\r?\n\r?\n\| Time \| Event \|\r?\n[-| ]+\r?\n\| 10:04 +\| Carts empty +\|/m);
		});
	}

	it('are no part of what the editor applies on saving', async () => {
		const configuration = vscode.workspace.getConfiguration('editor', { languageId: 'markdown' });
		const file = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'postmortems', 'saved.md');
		await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(ACTIONS));
		await configuration.update('codeActionsOnSave', { 'refactor.rewrite.postmortem.actionsToTable': 'explicit' }, vscode.ConfigurationTarget.Workspace, true);
		try {
			const editor = await vscode.window.showTextDocument(file);
			await findingsWhen(file);
			const at = after(editor.document, 'Count');
			await editor.edit((edit) => edit.insert(at, ' all'));
			editor.selection = new vscode.Selection(at, at);
			assert.equal((await codeActions(file, editor.selection, 'refactor.rewrite.postmortem.actionsToTable')).length, 1);
			await editor.document.save();
			await eventually('a table', vscode.workspace.onDidChangeTextDocument, () => (editor.document.getText().includes('| Count all carts') ? true : undefined));
			await next();
			assert.equal(selected(editor), '');
			assert.doesNotMatch(editor.document.getText(), /\$\{\d/);
			assert.doesNotMatch(rowWithCursor(editor), /^\| Drain [^|]+\| ‸ \|/);
		} finally {
			await configuration.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace, true);
			await vscode.workspace.fs.delete(file);
		}
	});
});
