// The same bundle in VS Code for the web, over a virtual file system.
import * as vscode from 'vscode';

const SOURCE = 'postmortem';

describe('VS Code for the web', () => {
	const file = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'postmortems/backwards.md');

	it('finds a row out of order in a worker', async () => {
		const document = await vscode.workspace.openTextDocument(file);
		await vscode.window.showTextDocument(document);
		const found = await findingsOf(file);
		const backwards = found.find(({ code }) => (typeof code === 'object' ? code.value : code) === 'timeline-out-of-order');
		equal(backwards && document.getText(backwards.range), '09:40');
	});

	it('offers to sort the timeline', async () => {
		const document = await vscode.workspace.openTextDocument(file);
		const at = document.positionAt(document.getText().indexOf('09:40'));
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', file, new vscode.Range(at, at), 'refactor.rewrite.postmortem.sortTimeline', 10);
		equal(actions.length, 1);
		equal(await vscode.workspace.applyEdit(actions[0]!.edit!), true);
		equal(document.lineAt(8).text, '| 09:40 | Version 41 is released. |');
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});
});

function findingsOf(uri: vscode.Uri): Promise<vscode.Diagnostic[]> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(new Error('No findings within 20 s')), 20_000);
		const look = () => {
			const found = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE);
			if (found.length === 0) return;
			clearTimeout(timer);
			listening.dispose();
			resolve(found);
		};
		const listening = vscode.languages.onDidChangeDiagnostics(look);
		look();
	});
}

/** Node's assert does not exist in a worker. */
function equal(actual: unknown, expected: unknown): void {
	if (actual !== expected) throw new Error(`Expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}
