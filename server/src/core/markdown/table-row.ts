/** One line of a table as GFM reads it. */
import { trimmed, type TextSpan } from '../text/span';
import type { TableRow } from './blocks';

/** @param line without indentation and quote marks. */
export function rowOf(text: string, line: TextSpan): TableRow {
	const span = trimmed(text, line);
	const bars = barsOf(text, span);
	const starts = bars[0] === span.start ? bars : [span.start, ...bars];
	if (starts.length > 1 && starts.at(-1) === span.end - 1) starts.pop();
	return { span, cells: starts.map((start, index) => cellContent({ start, end: starts[index + 1] ?? span.end }, text)) };
}

/** Whether a `|` stands behind the last cell of a row. */
export function hasClosingBar(text: string, line: TextSpan): boolean {
	const span = trimmed(text, line);
	return span.end - span.start > 1 && barsOf(text, span).at(-1) === span.end - 1;
}

/** A line without any `|`. */
export function isSingleCell(text: string, line: TextSpan): boolean {
	return barsOf(text, line).length === 0;
}

function barsOf(text: string, { start, end }: TextSpan): number[] {
	const bars: number[] = [];
	for (let at = start; at < end; at++) {
		if (text[at] === '\\' && (text[at + 1] === '|' || text[at + 1] === '\\')) at++;
		else if (text[at] === '|') bars.push(at);
	}
	return bars;
}

/** The content of a cell that runs from its opening `|`, where it has one, to before the next one, or past its closing one. */
export function cellContent(at: TextSpan, text: string): TextSpan {
	let { start, end } = trimmed(text, at);
	if (text[start] === '|') start++;
	if (end > start && text[end - 1] === '|' && text[end - 2] !== '\\') end--;
	const content = trimmed(text, { start, end });
	if (content.start < content.end) return content;
	const empty = Math.min(start + (text[start] === ' ' ? 1 : 0), end);
	return { start: empty, end: empty };
}
