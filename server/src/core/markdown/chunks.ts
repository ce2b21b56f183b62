/**
 * Cuts a text where it can be parsed in pieces: before an ATX heading in column 0 that follows a blank line and stands
 * outside fences and HTML blocks. Each piece parses as it would within the whole.
 */
import type { TextSpan } from '../text/span';

const FENCE = /^( {0,3})(`{3,}(?=[^`\n\r]*$)|~{3,})/;
const LIST_ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;
const HTML_OPENINGS: readonly (readonly [RegExp, RegExp])[] = [
	[/^\s*<!--/, /-->/],
	[/^\s*<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
	[/^\s*<\?/, /\?>/],
	[/^\s*<!\[CDATA\[/, /\]\]>/],
	[/^\s*<![A-Z]/i, />/],
];

/** What is read of a chunk; the longest section of the corpus has 147. */
export const MOST_LINES = 1_000;

/** A chunk ends before the lines that are too many, which are left unread. */
export interface ChunkSpan extends TextSpan {
	/** Where the next chunk begins. */
	readonly next: number;
}

/** The chunks, in order and without gaps, from `start` to the end of the text; from the start of a chunk the same ones again. */
export function* chunksOf(text: string, start: number): Generator<ChunkSpan> {
	let chunkStart = start;
	let blankBefore = true;
	let inList = false;
	let fence: { readonly mark: string; readonly indent: number } | undefined;
	let htmlEnd: RegExp | undefined;

	for (let at = start; at < text.length; ) {
		const end = endOfLine(text, at);
		const line = text.slice(at, end);
		if (htmlEnd) {
			if (htmlEnd.test(line)) htmlEnd = undefined;
		} else if (fence) {
			if (closes(line, fence.mark)) fence = undefined;
			else if (fence.indent > 0 && inList && line.trim() !== '' && indentOf(line) < fence.indent) break; // the list item, and the fence with it, may have ended
		} else if (blankBefore && at > chunkStart && /^#{1,6}(?:[ \t]|$)/.test(line)) {
			yield chunkBetween(text, chunkStart, at);
			chunkStart = at;
			inList = false;
		} else if (/^\s*[<`~\d*+-]/.test(line)) {
			const opening = FENCE.exec(line);
			if (opening) fence = { mark: opening[2]!, indent: opening[1]!.length };
			const html = HTML_OPENINGS.find(([from]) => from.test(line));
			if (html && !html[1].test(line.replace(html[0], ''))) {
				if (inList) break; // inside an item it ends where the item ends
				htmlEnd = html[1];
			}
			inList ||= LIST_ITEM.test(line);
		}
		blankBefore = line.trim() === '';
		at = nextLine(text, end);
	}
	if (chunkStart < text.length || chunkStart === start) yield chunkBetween(text, chunkStart, text.length);
}

function chunkBetween(text: string, start: number, next: number): ChunkSpan {
	let end = start;
	for (let lines = 0; lines < MOST_LINES && end < next; lines++) end = nextLine(text, endOfLine(text, end));
	return { start, end: Math.min(end, next), next };
}

function closes(line: string, mark: string): boolean {
	const close = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line);
	return !!close && close[1]![0] === mark[0] && close[1]!.length >= mark.length;
}

function indentOf(line: string): number {
	return line.length - line.trimStart().length;
}

function endOfLine(text: string, at: number): number {
	while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
	return at;
}

function nextLine(text: string, end: number): number {
	return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
}
