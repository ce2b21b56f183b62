import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { applyAction, closeAll, codeActions, edit, findings, findingsWhen, open, rangeOf, ruleOf, workspaceFile } from '../kit';

const BACKWARDS = 'postmortems/backwards.md';

describe('problems', () => {
	afterEach(closeAll);

	it('appear when a postmortem is opened', async () => {
		const { document } = await open(BACKWARDS);
		const found = await findingsWhen(document.uri, (all) => all.some((each) => ruleOf(each) === 'timeline-out-of-order'));
		const backwards = found.find((each) => ruleOf(each) === 'timeline-out-of-order')!;
		assert.equal(document.getText(backwards.range), '09:40');
		assert.equal(backwards.severity, vscode.DiagnosticSeverity.Warning);
		assert.match(backwards.message, /^Unexpected .*, expected /);
		assert.ok(vscode.extensions.getExtension('postmortem.postmortem')?.isActive);
	});

	it('lead to the page of their rule', async () => {
		const { document } = await open(BACKWARDS);
		const [first] = await findingsWhen(document.uri);
		assert.ok(first && typeof first.code === 'object');
		assert.ok(first.code.target.path.includes(ruleOf(first)), first.code.target.toString());
	});

	it('go and come as the text changes', async () => {
		const { document } = await open(BACKWARDS);
		const isBackwards = (each: vscode.Diagnostic) => ruleOf(each) === 'timeline-out-of-order';
		await findingsWhen(document.uri, (found) => found.some(isBackwards));
		await edit(document, rangeOf(document, '09:40'), '10:05');
		await findingsWhen(document.uri, (found) => !found.some(isBackwards));
		await vscode.commands.executeCommand('undo');
		await findingsWhen(document.uri, (found) => found.some(isBackwards));
	});

	it('of one rule are hidden for the file on demand', async () => {
		const { document } = await open(BACKWARDS);
		const found = await findingsWhen(document.uri, (all) => all.some((each) => ruleOf(each) === 'timeline-out-of-order'));
		const range = found.find((each) => ruleOf(each) === 'timeline-out-of-order')!.range;
		const hide = (await codeActions(document.uri, range)).find(({ title }) => title === 'Disable timeline-out-of-order for the entire file');
		assert.ok(hide);
		await applyAction(hide);
		assert.match(document.getText(), /<!-- postmortem-disable(?:-file)? timeline-out-of-order -->/);
		await findingsWhen(document.uri, (all) => !all.some((each) => ruleOf(each) === 'timeline-out-of-order'));
	});

	it('stay away from ordinary Markdown until the person decides otherwise', async () => {
		// The postmortem beside it is checked by the same server: once its findings are there, the other file's would be.
		const { document } = await open('notes/shopping.md');
		const other = await vscode.workspace.openTextDocument(workspaceFile(BACKWARDS));
		await vscode.window.showTextDocument(other, vscode.ViewColumn.Beside);
		await findingsWhen(other.uri);
		assert.deepEqual(findings(document.uri), []);
		await vscode.window.showTextDocument(document);
		await vscode.commands.executeCommand('postmortem.treatAsPostmortem');
		await findingsWhen(document.uri);
		await vscode.commands.executeCommand('postmortem.notAPostmortem');
		await findingsWhen(document.uri, (found) => found.length === 0);
	});
});
