/** What stands before the parser: texts whose nesting would take it seconds are read as plain lines instead. */
import { trimmed, type TextSpan } from '../text/span';
import type { Block, ListBlock } from './blocks';

const MOST_MARKS = 60;
/** Lists that begin within quotes and items, over all lines of a stretch: each takes the parser longer than the one before. */
const MOST_INNER_LISTS = 1_000;
/** Deeper indentation, in columns, is none that a person writes. */
export const MOST_INDENT = 160;
const CONTAINER_MARKS = /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*/;

/** Whether a line opens more containers, or is indented deeper, than any person writes, or far too many lines open some. */
export function isTooDeep(text: string): boolean {
	let lists = false;
	let innerLists = 0;
	for (let at = 0; at < text.length; ) {
		let end = text.indexOf('\n', at);
		if (end < 0) end = text.length;
		const head = text.slice(at, Math.min(end, at + 400));
		const marks = CONTAINER_MARKS.exec(head)![0];
		if (marks !== '') {
			lists = true;
			const count = marks.replace(/[^->*+.)]/g, '').length;
			if (/[-*+.)]/.test(marks)) innerLists += count - 1;
			if (count > MOST_MARKS || innerLists > MOST_INNER_LISTS) return true;
		}
		if (lists && columnsOf(head) > MOST_INDENT) return true;
		at = end + 1;
	}
	return false;
}

/** How far a line is indented, a tab counted as four spaces. */
function columnsOf(line: string): number {
	const indent = /^[ \t]*/.exec(line)![0];
	return indent.length + 3 * (indent.split('\t').length - 1);
}

/** The text with rare line endings and what Markdown forbids in the form that means the same, every place as it was. */
export function withPlainEndings(text: string): string {
	return /\r(?!\n)|\0/.test(text) ? text.replace(/\r(?!\n)/g, '\n').replaceAll('\0', '\ufffd') : text;
}

/**
 * Cuts a text into parts of up to `longest` UTF-16 units, each at a line without indentation behind a blank one, outside
 * fences; longer ones where there is no such line.
 */
export function piecesOf(text: string, longest: number): readonly TextSpan[] {
	const pieces: TextSpan[] = [];
	let start = 0;
	let cut = 0;
	let isFenced = false;
	let isBlank = false;
	for (let at = 0; at < text.length; ) {
		let end = text.indexOf('\n', at);
		if (end < 0) end = text.length;
		const head = text.slice(at, Math.min(end, at + 200));
		if (isBlank && !isFenced && /^\S/.test(head)) cut = at;
		if (end - start > longest && cut > start) {
			pieces.push({ start, end: cut });
			start = cut;
		}
		if (/^\s*(?:`{3}|~{3})/.test(head)) isFenced = !isFenced;
		isBlank = head.trim() === '';
		at = end + 1;
	}
	return [...pieces, { start, end: text.length }];
}

/** The blocks of all pieces; a list that goes on in the next one is one list. */
export function withoutSeams(text: string, pieces: readonly (readonly Block[])[]): readonly Block[] {
	const blocks: Block[] = [];
	for (const [first, ...others] of pieces) {
		const last = blocks.at(-1);
		if (!first) continue;
		if (last?.kind === 'list' && first.kind === 'list' && markOf(text, last) === markOf(text, first)) {
			blocks[blocks.length - 1] = { ...last, span: { start: last.span.start, end: first.span.end }, items: [...last.items, ...first.items] };
		} else blocks.push(first);
		for (const block of others) blocks.push(block);
	}
	return blocks;
}

/** What tells one list from the next: the bullet, or what stands behind the number. */
function markOf(text: string, { items }: ListBlock): string {
	return text[items[0]!.marker.end - 1]!;
}

/** One paragraph for each run of lines that are not blank. */
export function plainBlocks(text: string): readonly Block[] {
	const blocks: Block[] = [];
	let lines: TextSpan[] = [];
	const close = () => {
		if (lines.length) blocks.push({ kind: 'paragraph', span: { start: lines[0]!.start, end: lines.at(-1)!.end }, lines });
		lines = [];
	};
	for (let at = 0; at <= text.length; ) {
		let end = text.indexOf('\n', at);
		if (end < 0) end = text.length;
		const line = trimmed(text, { start: at, end });
		if (line.start < line.end) lines.push(line);
		else close();
		at = end + 1;
	}
	close();
	return blocks;
}
