/** What a row says, taken from the block tree: lines that can stand in a table cell, and blocks that cannot. */
import type { Block, ListItem } from '../markdown/blocks';
import type { Postmortem } from '../postmortem/model';
import { touching, trimmed, type TextSpan } from '../text/span';

export interface Line {
	readonly kind: 'line';
	/** Without container marks and outer white space. */
	readonly span: TextSpan;
	/** What stands before it in the cell: `> ` in a quote, the box of a nested task. */
	readonly prefix: string;
	/** Whether it goes on with the sentence of the line before, which was only wrapped. */
	readonly wrapped: boolean;
}

export interface Unplaced {
	readonly kind: 'block';
	readonly span: TextSpan;
}

export type Piece = Line | Unplaced;

const LEAST_WRAPPED_LENGTH = 60;

/** The pieces of a stretch of the document, in order. */
export function piecesOf(doc: Postmortem, within: TextSpan): Piece[] {
	const { text } = doc;
	const pieces: Piece[] = [];
	visit(doc.blocks, '');
	return pieces;

	function visit(blocks: readonly Block[], prefix: string): void {
		for (const block of touching(blocks, ({ span }) => span, within)) {
			if (block.kind === 'paragraph') addLines(block.lines, prefix);
			else if (block.kind === 'heading') addLines([block.content], prefix);
			else if (block.kind === 'quote') visit(block.blocks, within.start <= block.span.start ? `${prefix}> ` : prefix);
			else if (block.kind === 'list') for (const item of touching(block.items, ({ span }) => span, within)) visitItem(item, prefix);
			else if (block.kind === 'html' && !/[\r\n]/.test(text.slice(block.span.start, block.span.end).trim())) addLines([block.span], prefix);
			else if (block.kind === 'code' && block.span.start < within.start) addLines(touching(block.lines, (span) => span, within).map((line) => trimmed(text, line)), prefix);
			else if (block.kind !== 'break') pieces.push({ kind: 'block', span: clipped(block.span) });
		}
	}

	function visitItem(item: ListItem, prefix: string): void {
		const nested = item.span.start > within.start;
		const box = item.checked === undefined ? '' : item.checked ? '[x] ' : '[ ] ';
		const before = pieces.length;
		visit(item.blocks, prefix);
		const first = pieces[before];
		if (nested && first?.kind === 'line') pieces[before] = { ...first, wrapped: false, prefix: first.prefix + box };
	}

	function addLines(lines: readonly TextSpan[], prefix: string): void {
		let previous: TextSpan | undefined;
		for (const line of touching(lines, (span) => span, within)) {
			const span = clipped(line);
			if (span.start >= span.end) continue;
			pieces.push({ kind: 'line', span, prefix, wrapped: previous !== undefined && isWrapped(text, previous, span) });
			previous = line;
		}
	}

	function clipped(span: TextSpan): TextSpan {
		return { start: Math.max(span.start, within.start), end: Math.min(span.end, within.end) };
	}
}

/** Whether `line` ends in the midst of a sentence, with no break written at its end, too long for the first word of `next`. */
export function isWrapped(text: string, { start, end }: TextSpan, next: TextSpan): boolean {
	const word = /^\S*/.exec(text.slice(next.start, next.end))![0].length;
	return end - start + 1 + word >= LEAST_WRAPPED_LENGTH && !/[.!?:;\\]$|。$|<br ?\/?>$/.test(text.slice(start, end)) && !/^ {2}/.test(text.slice(end, end + 2));
}

/** Joins the lines of a cell: with a space where a sentence was wrapped, else with a line break. Empty lines are left out. */
export function joinLines(lines: readonly { readonly text: string; readonly wrapped: boolean }[]): string {
	let out = '';
	let ended = true;
	/** Whether inline code goes on behind what is joined: a `<br>` there would be part of the code. */
	let hasOpenCode = false;
	for (const { text, wrapped } of lines) {
		const line = text.replace(/\\$/, '').trim();
		if (line === '') continue;
		out += (ended ? '' : wrapped || hasOpenCode ? ' ' : '<br>') + line;
		ended = /<br ?\/?>$/.test(line);
		if ((line.match(/(?<![`\\])`(?!`)/g)?.length ?? 0) % 2 === 1) hasOpenCode = !hasOpenCode;
	}
	return out;
}

/** The blocks as they stand in the document, moved to the left edge. Lines without line endings; a blank line between two. */
export function dedented(doc: Postmortem, blocks: readonly Unplaced[]): string[] {
	return blocks.flatMap(({ span }, index) => {
		const first = doc.lines.lineAt(span.start);
		const column = span.start - doc.lines.line(first).start;
		const lines: string[] = index > 0 ? [''] : [];
		for (let line = first; line <= doc.lines.lineAt(span.end); line++) {
			const at = doc.lines.line(line);
			const source = doc.text.slice(at.start, Math.min(at.end, span.end));
			const indent = /^[ \t]*/.exec(source)![0].length;
			lines.push(line === first ? source.slice(column) : source.slice(Math.min(indent, column)));
		}
		return lines;
	});
}
