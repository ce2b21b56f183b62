/** Runs code actions of the server from a command: asks for them, applies their edits, and says so where there are none. */
import * as vscode from 'vscode';

/** The Markdown editor that the person works in, or `undefined` after telling why there is none. */
export function markdownEditor(): vscode.TextEditor | undefined {
	const editor = vscode.window.activeTextEditor;
	if (editor?.document.languageId === 'markdown') return editor;
	void vscode.window.showInformationMessage(vscode.l10n.t('Open a postmortem in Markdown first.'));
	return undefined;
}

export function wholeOf(document: vscode.TextDocument): vscode.Range {
	return document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
}

/** Code actions of this kind or below it that touch the range, their edits filled in. */
export async function actionsAt(document: vscode.TextDocument, range: vscode.Range, kind: string): Promise<vscode.CodeAction[]> {
	const offered = await vscode.commands.executeCommand<(vscode.CodeAction | vscode.Command)[] | undefined>('vscode.executeCodeActionProvider', document.uri, range, kind, 100);
	return (offered ?? []).filter((each): each is vscode.CodeAction => 'kind' in each && `${each.kind?.value}.`.startsWith(`${kind}.`));
}

/**
 * Applies what the server offers of this kind: at the cursor where it offers something there, else everywhere in the
 * document, in one step that one undo takes back. `false` where there is nothing to do.
 */
export async function applyAtCursorOrEverywhere(editor: vscode.TextEditor, kind: string): Promise<boolean> {
	const { document } = editor;
	const atCursor = await actionsAt(document, editor.selection, kind);
	const actions = atCursor.length > 0 ? atCursor.slice(0, 1) : await actionsAt(document, wholeOf(document), kind);
	return applyTogether(document, actions);
}

/** Applies the edits of all actions to one document in one step, an action that overlaps an earlier one left out. */
export async function applyTogether(document: vscode.TextDocument, actions: readonly vscode.CodeAction[]): Promise<boolean> {
	const chosen: vscode.TextEdit[] = [];
	for (const { edit } of actions) {
		const edits = edit?.get(document.uri) ?? [];
		if (edits.every((each) => !chosen.some((other) => other.range.intersection(each.range)))) chosen.push(...edits);
	}
	if (chosen.length === 0) return false;
	const together = new vscode.WorkspaceEdit();
	together.set(document.uri, chosen);
	return vscode.workspace.applyEdit(together);
}
