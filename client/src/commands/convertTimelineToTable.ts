import * as vscode from 'vscode';
import { applyAtCursorOrEverywhere, markdownEditor } from './codeActions';

export async function convertTimelineToTable(): Promise<void> {
	const editor = markdownEditor();
	if (!editor || (await applyAtCursorOrEverywhere(editor, 'refactor.rewrite.postmortem.timelineToTable'))) return;
	void vscode.window.showInformationMessage(vscode.l10n.t('There is no timeline here that is not a table yet.'));
}
