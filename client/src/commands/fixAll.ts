import * as vscode from 'vscode';
import { actionsAt, applyTogether, markdownEditor, wholeOf } from './codeActions';

export async function fixAll(): Promise<void> {
	const editor = markdownEditor();
	if (!editor) return;
	const actions = await actionsAt(editor.document, wholeOf(editor.document), 'source.fixAll.postmortem');
	if (await applyTogether(editor.document, actions)) return;
	void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing that can be fixed safely without you.'));
}
