/** Runs what the server offers from a command: asks for the edits and applies them in one step that one undo takes back. */
import * as vscode from 'vscode';
import { CHANGES_REQUEST, type ChangesParams, type ChangesResult, type PlainRange } from '../../../server/src/lsp/protocol';
import type { Session } from '../session';

/** The Markdown editor that the person works in, or `undefined` after telling why there is none. */
export function markdownEditor(): vscode.TextEditor | undefined {
	const editor = vscode.window.activeTextEditor;
	if (editor?.document.languageId === 'markdown') return editor;
	void vscode.window.showInformationMessage(vscode.l10n.t('Open a postmortem in Markdown first.'));
	return undefined;
}

/** Changes the document in the active editor; says `nothing` where there is nothing to do. */
export async function change(session: Session, work: ChangesParams['work'], nothing: string): Promise<void> {
	const editor = markdownEditor();
	if (!editor) return;
	const { document, selection } = editor;
	const { version, edits } = await session.request<ChangesParams, ChangesResult>(CHANGES_REQUEST, { textDocument: { uri: document.uri.toString() }, range: plainRange(selection), work });
	if (edits.length === 0) void vscode.window.showInformationMessage(nothing);
	else if (document.version === version) await applyEdits(document, edits);
}

export async function applyEdits(document: vscode.TextDocument, edits: ChangesResult['edits']): Promise<boolean> {
	return vscode.workspace.applyEdit(editOf(document, edits));
}

export function editOf(document: vscode.TextDocument, edits: ChangesResult['edits']): vscode.WorkspaceEdit {
	const together = new vscode.WorkspaceEdit();
	together.set(document.uri, edits.map((edit) => {
		const { start, end } = edit.range;
		const range = new vscode.Range(start.line, start.character, end.line, end.character);
		return 'snippet' in edit ? new vscode.SnippetTextEdit(range, new vscode.SnippetString(edit.snippet.value)) : new vscode.TextEdit(range, edit.newText);
	}));
	return together;
}

export function plainRange({ start, end }: vscode.Range): PlainRange {
	return { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
}
