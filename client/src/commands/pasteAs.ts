/** Pastes the clipboard as rows of the timeline at the cursor, or as a table; says why where it cannot. */
import * as vscode from 'vscode';
import { LONGEST_PASTE, type PasteChoice } from '../../../server/src/lsp/protocol';
import type { CommandContext } from '.';
import { pasteChoices } from '../paste';
import { applyEdits, markdownEditor } from './edits';

export function pasteAsTimelineRows(context: CommandContext): Promise<void> {
	return pasteAs(context, 'rows');
}

export function pasteAsTable(context: CommandContext): Promise<void> {
	return pasteAs(context, 'table');
}

async function pasteAs({ session }: CommandContext, form: PasteChoice['form']): Promise<void> {
	const editor = markdownEditor();
	if (!editor) return;
	const { document, selection } = editor;
	const text = await vscode.env.clipboard.readText();
	if (text.length > LONGEST_PASTE) {
		void vscode.window.showWarningMessage(vscode.l10n.t('The clipboard holds {0} million characters; one million at most can be pasted as rows or as a table.', (text.length / 1_000_000).toFixed(1)));
		return;
	}
	const choices = await pasteChoices(session, document, selection.active, text, true);
	const fitting = choices.filter((choice) => choice.form === form);
	const choice = fitting.length > 1 ? await pick(fitting) : fitting[0];
	if (choice) await applyEdits(document, choice.edits);
	else if (fitting.length === 0) void vscode.window.showInformationMessage(reason(text, choices));
}

async function pick(choices: readonly PasteChoice[]): Promise<PasteChoice | undefined> {
	return (await vscode.window.showQuickPick(choices.map((choice) => ({ label: choice.title, choice })), { placeHolder: vscode.l10n.t('Which clock are the times from?') }))?.choice;
}

function reason(text: string, choices: readonly PasteChoice[]): string {
	if (text.trim() === '') return vscode.l10n.t('The clipboard holds no text.');
	if (choices.length > 0) return vscode.l10n.t('There is no timeline at the cursor that rows could be added to. “Paste as Table” makes a new one.');
	return vscode.l10n.t('The clipboard holds no chat, log or cells that can be pasted as rows or as a table here.');
}
