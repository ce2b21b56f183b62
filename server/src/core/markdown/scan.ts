/**
 * The blocks of a chunk, line by line: headings, paragraphs, lists, tables, fences, rules and quotes as people write them. A
 * stretch with anything else in it is left to remark, which is the reference for all of them.
 */
import { trimmed, type TextSpan } from '../text/span';
import type { Block, TableBlock } from './blocks';
import { isDelimiterLike, lineKindAt, type LineKind } from './line-kind';
import { withPlainEndings } from './guards';
import { scanList } from './scan-list';
import { scanQuote } from './scan-quote';
import { code, heading } from './block-forms';
import { rowOf } from './table-row';

export interface Line {
	readonly start: number;
	/** Past its last character, before its line ending. */
	readonly end: number;
	/** Where its indentation by spaces ends. */
	readonly text: number;
	/** By what follows the indentation. */
	readonly kind: LineKind;
}

/** @param parse reads a stretch that is no plain Markdown; its spans count from the stretch's start. */
export function scanBlocks(source: string, parse: (start: number, end: number) => readonly Block[]): readonly Block[] {
	const chunk = withPlainEndings(source);
	const lines = linesIn(chunk);
	const blocks: Block[] = [];
	/** The line at which nothing is open, and how many blocks stand before it: from here the parser can take over. */
	let clean = { line: 0, blocks: 0 };
	for (let at = 0; at < lines.length; ) {
		const line = lines[at]!;
		if (line.kind === 'blank') {
			at++;
			if (blocks.at(-1)?.kind !== 'list' || lines[at]?.kind !== 'item') clean = { line: at, blocks: blocks.length };
			continue;
		}
		const read = line.text === line.start ? blockAt(chunk, lines, at) : undefined;
		if (read) {
			blocks.push(...read.blocks);
			at = read.next;
			continue;
		}
		blocks.length = clean.blocks;
		at = endOfStretch(chunk, lines, clean.line);
		blocks.push(...parse(lines[clean.line]!.start, lines[at]?.start ?? chunk.length));
		clean = { line: at, blocks: blocks.length };
	}
	return blocks;
}

interface Read {
	readonly blocks: readonly Block[];
	/** The line behind them. */
	readonly next: number;
}

function blockAt(text: string, lines: readonly Line[], at: number): Read | undefined {
	const line = lines[at]!;
	switch (line.kind) {
		case 'heading': return { blocks: heading(/^#+/.exec(text.slice(line.start, line.start + 6))![0].length, spanOf(line), text, 0), next: at + 1 };
		case 'break': return { blocks: [{ kind: 'break', span: spanOf(line) }], next: at + 1 };
		case 'fence': return fenceAt(text, lines, at);
		case 'bar': return tableAt(text, lines, at);
		case 'item': return scanList(text, lines, at);
		case 'text': case 'underline': return paragraphAt(text, lines, at);
		case 'other': return text[line.start] === '>' ? scanQuote(text, lines, at) : undefined;
		default: return undefined;
	}
}

/** A paragraph, or the heading that an underline makes of it. */
function paragraphAt(text: string, lines: readonly Line[], at: number): Read | undefined {
	const { start } = lines[at]!;
	let next = at + 1;
	for (; next < lines.length; next++) {
		const line = lines[next]!;
		const indent = line.text - line.start;
		const kind = indent > 3 && line.kind !== 'blank' ? (line.kind === 'other' ? 'other' : 'text') : line.kind;
		if (kind === 'other' || kind === 'bar') return undefined;
		if (text[start] === '[' && (kind === 'underline' || kind === 'break')) return undefined;
		if (kind === 'underline' || (kind === 'break' && /^-+[ \t]*$/.test(text.slice(line.text, line.end)))) {
			if (indent > 0 || /[ \t]/.test(text[line.end - 1]!)) return undefined;
			return { blocks: heading(text[line.text] === '=' ? 1 : 2, { start, end: line.end }, text, 0), next: next + 1 };
		}
		if (kind === 'text' || (kind === 'item' && !interrupts(text, line))) continue;
		if (indent > 0 && kind !== 'blank') return undefined;
		break;
	}
	const own = lines.slice(at, next);
	if (text[start] === '[' && own.length > 1 && text.slice(start, own.at(-1)!.end).includes(']:')) return undefined; // a definition over several lines
	return { blocks: [{ kind: 'paragraph', span: { start, end: own.at(-1)!.end }, lines: own.map((line) => trimmed(text, spanOf(line))) }], next };
}

/** Of numbered items only a first one opens a list right below a paragraph. */
export function interrupts(text: string, line: Line): boolean {
	return !/^\d/.test(text.slice(line.text, line.text + 1)) || /^1[.)]/.test(text.slice(line.text, line.text + 2));
}

function fenceAt(text: string, lines: readonly Line[], at: number): Read | undefined {
	const opening = lines[at]!;
	const fence = /^(?:`+|~+)/.exec(text.slice(opening.start, opening.end))![0];
	const info = text.slice(opening.start + fence.length, opening.end);
	if (/[\\&]/.test(info)) return undefined; // escapes and character references
	let closing = at + 1;
	while (closing < lines.length && !closesFence(text, lines[closing]!, fence)) closing++;
	const language = /[^ \t]+/.exec(info)?.[0];
	return { blocks: [code(language, { start: opening.start, end: lines[closing]?.end ?? text.length }, text, 0)], next: Math.min(closing + 1, lines.length) };
}

function closesFence(text: string, line: Line, fence: string): boolean {
	if (line.text - line.start > 3 || !text.startsWith(fence, line.text)) return false;
	let at = line.text + fence.length;
	while (at < line.end && text[at] === fence[0]) at++;
	while (at < line.end && (text[at] === ' ' || text[at] === '\t')) at++;
	return at === line.end;
}

function tableAt(text: string, lines: readonly Line[], at: number): Read | undefined {
	const [first, second] = [lines[at]!, lines[at + 1]];
	if (second?.kind !== 'bar' || second.text > second.start || !isDelimiterLike(text.slice(second.start, second.end))) return undefined;
	const header = rowOf(text, spanOf(first));
	const delimiter = rowOf(text, spanOf(second));
	if (header.cells.length !== delimiter.cells.length || delimiter.cells.some((cell) => !/^:?-+:?$/.test(text.slice(cell.start, cell.end)))) return undefined;
	let next = at + 2;
	for (; next < lines.length && lines[next]!.kind !== 'blank'; next++) {
		const { kind, text: behindIndent, start } = lines[next]!;
		if ((kind !== 'bar' && kind !== 'text') || behindIndent > start) return undefined;
	}
	const table: TableBlock = {
		kind: 'table', span: { start: first.start, end: lines[next - 1]!.end }, header, delimiter: delimiter.span,
		rows: lines.slice(at + 2, next).map((line) => rowOf(text, spanOf(line))),
	};
	return { blocks: [table], next };
}

/** UTF-16 units of quotes that are left to remark at once: each call costs, and the time a long one takes grows faster than it does. */
const LONG_ENOUGH = 4_000;

/** The line at which nothing that may stand from `from` on is open any longer; the number of lines where that cannot be told. */
function endOfStretch(text: string, lines: readonly Line[], from: number): number {
	/** Behind items, quotes and indented code remark reads an item or quote in the light of them. */
	let isUnsure = false;
	/** A blank line ends a quote. */
	let isQuoteAlone = true;
	for (let at = from; at < lines.length; at++) {
		const line = lines[at]!;
		if (at > from && lines[at - 1]!.kind === 'blank' && line.kind !== 'blank' && line.text === line.start && text[line.start] !== '\t' && !(isUnsure && (isItemLike(text, line) || (text[line.start] === '>' && !(isQuoteAlone && line.start - lines[from]!.start > LONG_ENOUGH))))) return at;
		isQuoteAlone &&= line.kind === 'blank' || /^> ?[\p{L}\p{N}](?!\d{0,8}[.)])/u.test(text.slice(line.start, Math.min(line.end, line.start + 20)));
		isUnsure ||= isItemLike(text, line) || /^(?: {4}|\s*[>\t])/.test(text.slice(line.start, line.end));
		if (isUnsure && /<[!?a-z]|[`~]{3}/i.test(text.slice(line.text, line.end))) return lines.length; // what opens in a container ends with it, or earlier
		if (line.kind === 'fence' || (line.kind === 'other' && /^[`<]/.test(text.slice(line.text, line.text + 1)))) {
			const end = line.text > line.start ? -1 : line.kind === 'fence' ? (fenceAt(text, lines, at)?.next ?? -1) - 1 : htmlEnd(text, lines, at);
			if (end < 0 || end >= lines.length) return lines.length;
			at = Math.max(at, end);
		}
	}
	return lines.length;
}

function isItemLike(text: string, line: Line): boolean {
	return line.kind === 'item' || (line.kind !== 'text' && /^(?:[-*+]|\d{1,9}[.)])(?:\s|$)/.test(text.slice(line.text, line.end)));
}

const HTML_OPENINGS: readonly (readonly [RegExp, RegExp])[] = [
	[/^<!--/, /-->/],
	[/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
	[/^<\?/, /\?>/],
	[/^<!\[CDATA\[/, /\]\]>/],
	[/^<![A-Z]/i, />/],
];

/** The line that closes the HTML that a line opens; that line itself where it opens none that runs over blank lines. */
function htmlEnd(text: string, lines: readonly Line[], at: number): number {
	const line = text.slice(lines[at]!.text, lines[at]!.end);
	const html = HTML_OPENINGS.find(([opening]) => opening.test(line));
	if (!html || html[1].test(line.replace(html[0], ''))) return at;
	const end = lines.findIndex((each, index) => index > at && html[1].test(text.slice(each.start, each.end)));
	return end;
}

function spanOf({ start, end }: Line): TextSpan {
	return { start, end };
}

function linesIn(text: string): readonly Line[] {
	const lines: Line[] = [];
	for (let start = 0; start < text.length; ) {
		let next = text.indexOf('\n', start);
		if (next < 0) next = text.length;
		const end = next > start && text.charCodeAt(next - 1) === 13 ? next - 1 : next;
		let behindIndent = start;
		while (behindIndent < end && text.charCodeAt(behindIndent) === 32) behindIndent++;
		lines.push({ start, end, text: behindIndent, kind: kindOf(text, behindIndent, end) });
		start = next + 1;
	}
	return lines;
}

function kindOf(text: string, start: number, end: number): LineKind {
	const kind = lineKindAt(text, start, end);
	return kind === 'other' && /^[ \t]*$/.test(text.slice(start, end)) ? 'blank' : kind;
}
