/** From stretches of a document to the text of a table cell, markup kept. */
import type { Block } from '../markdown/blocks';
import { escapeCell } from '../markdown/table-print';
import type { TextSpan } from '../text/span';

const EMPHASIS = /(\*{1,3}|_{1,3}|`+|~~)$/;

/** The stretches joined: lines of one paragraph by a space, items and paragraphs by `<br>`. Emphasis that wraps the whole is kept. */
export function cellOf(text: string, spans: readonly TextSpan[]): string {
	let cell = '';
	for (const [index, each] of spans.entries()) {
		const source = balanced(text, each);
		if (index > 0) cell += separates(text.slice(spans[index - 1]!.end, each.start)) ? '<br>' : ' ';
		cell += escapeCell(source);
	}
	return cell;
}

/** The source of a span, with the emphasis marks around it that only its reader took off. */
export function withMarks(text: string, span: TextSpan): string {
	const open = EMPHASIS.exec(text.slice(Math.max(0, span.start - 3), span.start))?.[1];
	const source = text.slice(span.start, span.end);
	if (!open) return source;
	const after = text.slice(span.end, span.end + 6);
	const close = new RegExp(`^[:：\\]).\\s]{0,2}${open.replace(/[*`~_]/g, '\\$&')}`).test(after);
	return close ? open + source + open : source;
}

/** `**10:04 alert fires**` leaves `alert fires` without its marks: they are put back where their other half belongs to the time. */
function balanced(text: string, span: TextSpan): string {
	const source = text.slice(span.start, span.end);
	const close = /^(\*{1,3}|_{1,3})(?![\p{L}\p{N}*_])/u.exec(text.slice(span.end, span.end + 4))?.[1];
	if (!close || (source.split(close).length - 1) % 2 === 1) return source;
	const lineStart = Math.max(text.lastIndexOf('\n', span.start - 1), 0);
	const before = text.slice(lineStart, span.start);
	return (before.split(close).length - 1) % 2 === 1 ? close + source + close : source;
}

function separates(gap: string): boolean {
	return /(?:\r\n|\n|\r)[ \t>]*(?:\r\n|\n|\r)|(?:^|[\r\n])[ \t>]*(?:[-*+•]|\d{1,9}[.)])[ \t]/.test(gap) || /[:：|]/.test(gap) || /[\r\n]\s*#{1,6}/.test(gap);
}

/** Blocks within a row that cannot stand in a cell: code, tables, HTML blocks. */
export function unplaceable(blocks: readonly Block[], within: TextSpan): Block[] {
	return blocks.flatMap((block): Block[] => {
		if (block.span.end <= within.start || block.span.start >= within.end) return [];
		if (block.kind === 'list') return block.items.flatMap((item) => unplaceable(item.blocks, within));
		if (block.kind === 'quote') return unplaceable(block.blocks, within);
		const whole = block.span.start >= within.start && block.span.end <= within.end;
		return whole && (block.kind === 'code' || block.kind === 'table') ? [block] : [];
	});
}
