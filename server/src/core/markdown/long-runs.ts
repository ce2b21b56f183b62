/**
 * Long runs of like lines (the rows of a table, the lines of a fence or a paragraph, one-line list items) are taken out
 * before the parser, which takes seconds for thousands of them, and put back into the block that held their neighbours.
 */
import { trimmed, type TextSpan } from '../text/span';
import type { Block, ListItem, TableRow } from './blocks';
import { isSingleCell, rowOf } from './table-row';

/** Lines of a run that the parser still sees, at each end. */
const KEPT = 2;

type LineKind = 'row' | 'item' | 'prose' | 'code' | 'definition' | 'other';

/** Whole lines taken out, the line ending of the last included. */
export interface Cut {
	readonly span: TextSpan;
	readonly kind: LineKind;
	readonly lines: readonly TextSpan[];
}

/** The runs of more than `longest` lines (at least 4), without the first and last lines of each. */
export function longRunsOf(text: string, longest: number): readonly Cut[] {
	const cuts: Cut[] = [];
	let kind: LineKind = 'other';
	let mark = '';
	let fence = '';
	let run: TextSpan[] = [];
	const close = () => {
		if (kind !== 'other' && run.length > longest) {
			const lines = run.slice(KEPT, -KEPT);
			cuts.push({ kind, lines, span: { start: lines[0]!.start, end: run.at(-KEPT)!.start } });
		}
		run = [];
	};
	for (let at = 0; at < text.length; ) {
		let end = text.indexOf('\n', at);
		if (end < 0) end = text.length;
		const line = { start: at, end: end > at && text[end - 1] === '\r' ? end - 1 : end };
		const head = text.slice(line.start, Math.min(line.end, line.start + 24));
		const fenced = /^ {0,3}(`{3,}|~{3,})/.exec(head)?.[1];
		const next = fenced ? 'other' : fence !== '' ? 'code' : kindOf(text, line, head);
		if (fenced && fence === '') fence = fenced;
		else if (fenced?.startsWith(fence) && text.slice(line.start, line.end).trim() === fenced) fence = '';
		const nextMark = next === 'row' || next === 'item' ? /^[ >]*./.exec(head)![0] : '';
		if (next !== kind || nextMark !== mark) close();
		kind = next;
		mark = nextMark;
		run.push(line);
		at = end + 1;
	}
	close();
	return cuts;
}

function kindOf(text: string, line: TextSpan, head: string): LineKind {
	if (/^[ >]{0,8}\|/.test(head)) return /^[ >|:\-\t\r]+$/.test(text.slice(line.start, line.end)) ? 'other' : 'row';
	if (head[0] === '[' && isDefinition(text.slice(line.start, line.end))) return 'definition';
	if (/^[-*+] (?:\[[ x]\] )?(?:\*\*)?(?:\p{L}|\d(?!\d{0,8}[.)](?:\s|$)))/iu.test(head)) return 'item';
	return /^(?:\p{L}|\d(?!\d{0,8}[.)](?:\s|$)))/u.test(head) ? 'prose' : 'other';
}

/** `[label]: address` and nothing else on the line; notes at the foot are none. */
function isDefinition(line: string): boolean {
	return line.length < 1_000 && /^\[[^\s^[\]\\][^[\]\\]*\]: [^\s<\\]+$/.test(line);
}

export function without(text: string, cuts: readonly Cut[]): string {
	let kept = '';
	let from = 0;
	for (const { span } of cuts) {
		kept += text.slice(from, span.start);
		from = span.end;
	}
	return kept + text.slice(from);
}

/** From places in the text without the cuts to places in the whole text. */
export function backInto(cuts: readonly Cut[]): (span: TextSpan) => TextSpan {
	const steps: { readonly from: number; readonly by: number }[] = [];
	let by = 0;
	for (const { span } of cuts) {
		steps.push({ from: span.start - by, by: (by += span.end - span.start) });
	}
	const move = (offset: number): number => offset + (steps.findLast((step) => step.from <= offset)?.by ?? 0);
	return ({ start, end }) => ({ start: move(start), end: move(end) });
}

/** The blocks with the lines of the cut among them; `undefined` where it cannot be told what those lines are. */
export function filledIn(text: string, blocks: readonly Block[], cut: Cut): readonly Block[] | undefined {
	if (cut.kind === 'definition') return withDefinitions(blocks, cut);
	const index = blocks.findIndex(({ span }) => span.start < cut.span.start && span.end > cut.span.end);
	const filled = index < 0 ? undefined : fill(text, blocks[index]!, cut);
	return filled && blocks.map((block, at) => (at === index ? filled : block));
}

/** Between two definitions there are only more of them. */
function withDefinitions(blocks: readonly Block[], { span, lines }: Cut): readonly Block[] | undefined {
	const behind = blocks.findIndex(({ span: { start } }) => start >= span.end);
	const before = blocks[behind - 1];
	if (before?.kind !== 'definition' || blocks[behind]!.kind !== 'definition') return undefined;
	return [...blocks.slice(0, behind), ...lines.map((line): Block => ({ kind: 'definition', span: line })), ...blocks.slice(behind)];
}

function fill(text: string, block: Block, cut: Cut): Block | undefined {
	switch (block.kind) {
		case 'table': {
			if (cut.kind !== 'row' && cut.kind !== 'prose') return undefined;
			if (cut.lines.some((line) => isSingleCell(text, line))) return undefined;
			return { ...block, rows: spliced<TableRow>(block.rows, ({ span }) => span, cut, (line) => rowOf(text, withoutPrefix(text, line))) };
		}
		case 'paragraph':
			if (cut.kind !== 'row' && cut.kind !== 'prose') return undefined;
			return { ...block, lines: spliced(block.lines, (span) => span, cut, (line) => trimmed(text, withoutPrefix(text, line))) };
		case 'code':
			return block.fenced && cut.kind === 'code' ? { ...block, lines: spliced(block.lines, (span) => span, cut, (line) => line) } : undefined;
		case 'quote': {
			const inner = filledIn(text, block.blocks, cut);
			return inner && { ...block, blocks: inner };
		}
		case 'list': {
			const at = block.items.findIndex(({ span }) => span.start < cut.span.start && span.end > cut.span.end);
			if (at >= 0) {
				const inner = filledIn(text, block.items[at]!.blocks, cut);
				return inner && { ...block, items: block.items.map((item, index) => (index === at ? { ...item, blocks: inner } : item)) };
			}
			return cut.kind === 'item' ? { ...block, items: spliced<ListItem>(block.items, ({ span }) => span, cut, (line) => itemOf(text, line)) } : undefined;
		}
		default:
			return undefined;
	}
}

function spliced<T>(parts: readonly T[], spanOf: (part: T) => TextSpan, cut: Cut, make: (line: TextSpan) => T): readonly T[] {
	const behind = parts.findIndex((part) => spanOf(part).start >= cut.span.end);
	const at = behind < 0 ? parts.length : behind;
	return [...parts.slice(0, at), ...cut.lines.map(make), ...parts.slice(at)];
}

function withoutPrefix(text: string, { start, end }: TextSpan): TextSpan {
	while (start < end && (text[start] === ' ' || text[start] === '>')) start++;
	return { start, end };
}

function itemOf(text: string, line: TextSpan): ListItem {
	const box = /^. \[([ x])\] +/i.exec(text.slice(line.start, line.start + 24));
	const content = trimmed(text, { start: line.start + (box ? box[0].length : 2), end: line.end });
	return {
		span: line,
		marker: { start: line.start, end: line.start + 1 },
		checked: box ? box[1] !== ' ' : undefined,
		blocks: [{ kind: 'paragraph', span: { start: content.start, end: line.end }, lines: [content] }],
	};
}
