import * as vscode from 'vscode';
import { applyAtCursorOrEverywhere, markdownEditor } from './codeActions';

export async function convertActionsToTable(): Promise<void> {
	const editor = markdownEditor();
	if (!editor || (await applyAtCursorOrEverywhere(editor, 'refactor.rewrite.postmortem.actionsToTable'))) return;
	void vscode.window.showInformationMessage(vscode.l10n.t('There are no action items here that are not in a table yet.'));
}
