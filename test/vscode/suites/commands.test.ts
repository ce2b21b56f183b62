/** The commands of the palette, run as the palette runs them. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, findingsWhen, open, openText, workspaceFile } from '../kit';

describe('commands', () => {
	const answers = { template: 'sre', title: 'Checkout down', severity: 'SEV1', date: '2025-02-11' };

	afterEach(closeAll);

	it('are all there', async () => {
		const extension = vscode.extensions.getExtension('postmortem.postmortem')!;
		await extension.activate();
		const contributed: { command: string }[] = extension.packageJSON.contributes.commands;
		const known = new Set(await vscode.commands.getCommands(true));
		assert.ok(contributed.length > 5);
		assert.deepEqual(contributed.filter(({ command }) => !known.has(command)), []);
	});

	it('write a new postmortem where the config wants it, with the cursor where writing starts', async () => {
		await open('examples/search-index.md');
		const uri = await vscode.commands.executeCommand<vscode.Uri>('postmortem.new', answers);
		const editor = vscode.window.activeTextEditor!;
		assert.equal(editor.document.uri.toString(), uri.toString());
		assert.match(editor.document.getText(), /Checkout down/);
		assert.match(editor.document.getText(), /SEV1/);
		assert.match(editor.document.getText(), /2025-02-11/);
		assert.ok(editor.selection.active.line > 0, 'the cursor is not at the top');
		assert.ok(!editor.document.isDirty);
	});

	it('never overwrite a file with a new postmortem', async () => {
		await open('examples/search-index.md');
		const first = await vscode.commands.executeCommand<vscode.Uri>('postmortem.new', { ...answers, title: 'Twice the same' });
		const before = await vscode.workspace.fs.readFile(first);
		const second = await vscode.commands.executeCommand<vscode.Uri>('postmortem.new', { ...answers, title: 'Twice the same' });
		assert.notEqual(second.toString(), first.toString());
		assert.match(second.path, /-2\.md$/);
		assert.deepEqual(await vscode.workspace.fs.readFile(first), before);
	});

	it('convert the whole timeline, wherever the cursor is, and one undo takes it back', async () => {
		const { document } = await open('examples/search-index.md');
		const before = document.getText();
		await vscode.commands.executeCommand('postmortem.convertTimelineToTable');
		assert.match(document.getText(), /^\| *(?:\*\*)?09:02(?:\*\*)? *\|/m);
		assert.doesNotMatch(document.getText(), /^- \*\*09:02\*\*/m);
		await vscode.commands.executeCommand('undo');
		assert.equal(document.getText(), before);
	});

	it('convert the action items of a whole document', async () => {
		const { document } = await open('examples/search-index.md');
		await vscode.commands.executeCommand('postmortem.convertActionsToTable');
		assert.match(document.getText(), /^\| *Compare document counts before the alias is switched\. *\|/m);
	});

	it('leave a document without a timeline as it is', async () => {
		const { document } = await openText('# Notes\n\nNothing happened.\n');
		await vscode.commands.executeCommand('postmortem.convertTimelineToTable');
		assert.equal(document.getText(), '# Notes\n\nNothing happened.\n');
	});

	it('take a person at their word on what is a postmortem', async () => {
		const { document } = await openText('# Notes from Tuesday\n\n## Timeline\n\n- 10:04 something broke\n- 10:02 TODO\n');
		const ours = () => vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'postmortem').length;
		assert.equal(ours(), 0);
		await vscode.commands.executeCommand('postmortem.treatAsPostmortem');
		await eventually('findings', vscode.languages.onDidChangeDiagnostics, () => (ours() > 0 ? true : undefined));
		await vscode.commands.executeCommand('postmortem.notAPostmortem');
		await eventually('no findings', vscode.languages.onDidChangeDiagnostics, () => (ours() === 0 ? true : undefined));
	});

	it('forget a word on an unsaved document with the document, whose name the next one gets', async () => {
		const text = '# Postmortem: checkout down\n\n## Timeline\n\n- 10:04 UTC alert fired\n';
		const { document: first } = await openText(text);
		await findingsWhen(first.uri);
		await vscode.commands.executeCommand('postmortem.notAPostmortem');
		await findingsWhen(first.uri, (found) => found.length === 0);
		await closeAll();
		const { document: second } = await openText(text);
		assert.equal(second.uri.toString(), first.uri.toString());
		await findingsWhen(second.uri);
	});

	it('open the config that counts for a document', async () => {
		await open('examples/search-index.md');
		await vscode.commands.executeCommand('postmortem.openConfigFile');
		assert.equal(vscode.window.activeTextEditor!.document.uri.toString(), workspaceFile('examples/.postmortem.yaml').toString());
	});

	it('restart the server', async () => {
		const { document } = await open('examples/search-index.md');
		await vscode.commands.executeCommand('postmortem.restart');
		await eventually('findings after the restart', vscode.languages.onDidChangeDiagnostics, () =>
			(vscode.languages.getDiagnostics(document.uri).some(({ source }) => source === 'postmortem') ? true : undefined));
	});
});
