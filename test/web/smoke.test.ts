// The same bundle in VS Code for the web, over a virtual file system.
import * as vscode from 'vscode';

const SOURCE = 'postmortem';

const file = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'postmortems/backwards.md');

describe('VS Code for the web', () => {
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
		const actions = await codeActionsAt(at);
		equal(actions.length, 1);
		equal(await vscode.workspace.applyEdit(actions[0]!.edit!), true);
		equal(document.lineAt(8).text, '| 09:40 | Version 41 is released. |');
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});
});

/** VS Code cancels its own question where an extension registers at that moment: it is asked again. */
async function codeActionsAt(at: vscode.Position, triesLeft = 5): Promise<vscode.CodeAction[]> {
	try {
		return await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', file, new vscode.Range(at, at), 'refactor.rewrite.postmortem.sortTimeline', 10);
	} catch (error) {
		if (triesLeft === 0 || !/^Canceled/.test(String((error as Error).message))) throw error;
		return codeActionsAt(at, triesLeft - 1);
	}
}

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
