/** Edits as snippets: each blank cell of a new table and each placeholder is a tab stop. */
import { CodeActionTriggerKind, type CodeActionContext, type SnippetTextEdit, type TextEdit } from 'vscode-languageserver';
import { placesToFillIn } from '../core/rewrites/to-fill-in';
import type { SpanEdit } from '../core/text/edit';
import type { Desk, OpenReading } from './desk';

/**
 * Whether the client takes snippets and a person will see them. Not where actions of given kinds are asked for by the
 * editor itself: that is how it applies them on saving.
 */
export function takesTabStops({ client }: Desk, context?: CodeActionContext): boolean {
	const isOnSave = context?.triggerKind === CodeActionTriggerKind.Automatic && Array.isArray(context.only);
	return client.workspace?.workspaceEdit?.snippetEditSupport === true && !isOnSave;
}

export function plainEdits(desk: Desk, { reading }: OpenReading, edits: readonly SpanEdit[]): TextEdit[] {
	return edits.map(({ span, newText }) => ({ range: desk.positions.range(reading.doc.lines, span), newText }));
}

/** In the order of the document, the tab stops numbered through all of them; plain edits where there is none to put. */
export function editsWithTabStops(desk: Desk, open: OpenReading, edits: readonly SpanEdit[], placeholders: readonly string[] = []): (TextEdit | SnippetTextEdit)[] {
	const ordered = edits.toSorted((a, b) => a.span.start - b.span.start);
	const plain = plainEdits(desk, open, ordered);
	if (ordered.some((edit) => wouldBeIndentedAnew(open, edit))) return plain;
	let count = 0;
	return ordered.map(({ newText }, index) => {
		const places = placesToFillIn(newText, placeholders);
		if (places.length === 0) return plain[index]!;
		let value = escaped(newText.slice(0, places[0]!.start));
		for (const [place, { start, end }] of places.entries()) {
			const placeholder = start < end ? `:${escaped(newText.slice(start, end))}` : '';
			value += `\${${++count}${placeholder}}${escaped(newText.slice(end, places[place + 1]?.start))}`;
		}
		return { range: plain[index]!.range, snippet: { kind: 'snippet', value } };
	});
}

/** Editors indent the lines of a snippet as its first one, and with the tabs or spaces of their settings; a plain edit beside one, too. */
function wouldBeIndentedAnew({ reading: { doc } }: OpenReading, { span, newText }: SpanEdit): boolean {
	const line = doc.lines.line(doc.lines.lineAt(span.start));
	const isAtStart = line.start === span.start;
	const isInIndented = !isAtStart && /^[ \t]/.test(doc.text.slice(line.start, span.start));
	return /[\r\n][ \t]/.test(newText) || (isInIndented && /[\r\n]/.test(newText)) || (isAtStart ? /^[ \t]/ : /^(?:\t| {2})/).test(newText);
}

function escaped(text: string): string {
	return text.replace(/[\\$}]/g, '\\$&');
}
