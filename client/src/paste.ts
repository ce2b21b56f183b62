/** Pasting chats, logs and sheets: the editor's own paste offers what the server can make of them. One undo takes it back. */
import * as vscode from 'vscode';
import { LONGEST_PASTE, PASTE_REQUEST, type PasteChoice, type PasteParams } from '../../server/src/lsp/protocol';
import { editOf } from './commands/edits';
import type { Session } from './session';

const KIND = vscode.DocumentDropOrPasteEditKind.Text.append('postmortem');
/** That of the editor's own *Insert Plain Text*. One that holds `KIND` too would make our choices yield to each other, which lists them twice. */
const PLAIN_TEXT = vscode.DocumentDropOrPasteEditKind.Text.append('plain');

export function registerPasting(session: Session): vscode.Disposable {
	return vscode.languages.registerDocumentPasteEditProvider({ language: 'markdown' }, {
		async provideDocumentPasteEdits(document, ranges, data, { only, triggerKind }, token) {
			const [range] = ranges;
			if (only && !only.contains(KIND) && !KIND.contains(only)) return undefined;
			if (ranges.length !== 1 || !range?.isEmpty || !session.isRunning) return undefined;
			const text = await data.get('text/plain')?.asString();
			if (text === undefined || !mayTellEvents(text) || token.isCancellationRequested) return undefined;
			const asked = triggerKind === vscode.DocumentPasteTriggerKind.PasteAs;
			const choices = await pasteChoices(session, document, range.start, text, asked);
			return token.isCancellationRequested ? undefined : choices.map((choice) => toPasteEdit(document, choice));
		},
	}, { providedPasteEditKinds: [KIND.append('rows'), KIND.append('table')], pasteMimeTypes: ['text/plain'] });
}

/** What the server can make of a text at a place; `asked`: the person has said that it is a chat or log. */
export function pasteChoices(session: Session, document: vscode.TextDocument, position: vscode.Position, text: string, asked: boolean): Promise<PasteChoice[]> {
	const viewerZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
	return session.request<PasteParams, PasteChoice[]>(PASTE_REQUEST, { textDocument: { uri: document.uri.toString() }, position: { line: position.line, character: position.character }, text, asked, viewerZone });
}

function toPasteEdit(document: vscode.TextDocument, choice: PasteChoice): vscode.DocumentPasteEdit {
	const edit = new vscode.DocumentPasteEdit('', choice.title, KIND.append(choice.form));
	edit.additionalEdit = editOf(document, choice.edits);
	if (!choice.isLikely) edit.yieldTo = [PLAIN_TEXT];
	return edit;
}

/** Most pastes are a word or a line: they do not go to the server. */
function mayTellEvents(text: string): boolean {
	return text.length <= LONGEST_PASTE && /\d/.test(text) && /[\r\n]|^\s*[[{]/.test(text.trim());
}
