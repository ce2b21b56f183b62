/** Edits of a rewrite as snippets: each blank cell of a new table is a tab stop. */
import type { SnippetTextEdit, TextEdit } from 'vscode-languageserver';
import { blankCells } from '../core/rewrites/blank-cells';

/** Editors indent the lines of a snippet anew: what is indented stays a plain edit. */
const INDENTED = /\t|^ /m;

/** Numbered through all edits, which come in the order of the document. */
export function withTabStops(edits: readonly TextEdit[]): (TextEdit | SnippetTextEdit)[] {
	let count = 0;
	return edits.map((edit) => {
		const stops = INDENTED.test(edit.newText) ? [] : blankCells(edit.newText);
		if (stops.length === 0) return edit;
		const ends = [...stops, edit.newText.length];
		const value = escaped(edit.newText.slice(0, stops[0])) + stops.map((start, index) => `\${${++count}}${escaped(edit.newText.slice(start, ends[index + 1]))}`).join('');
		return { range: edit.range, snippet: { kind: 'snippet', value } };
	});
}

function escaped(text: string): string {
	return text.replace(/[\\$}]/g, '\\$&');
}
