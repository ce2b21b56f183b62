/** Lists whose items are paragraphs and further lists, as nearly all are. */
import { trimmed, type TextSpan } from '../text/span';
import type { Block, ListBlock, ListItem, ParagraphBlock } from './blocks';
import { MOST_INDENT } from './guards';
import { lineKindAt } from './line-kind';
import { interrupts, type Line } from './scan';

interface OpenItem {
	readonly span: { readonly start: number; end: number };
	readonly marker: TextSpan;
	readonly checked: boolean | undefined;
	readonly blocks: OpenBlock[];
	/** The column at which what belongs to the item begins. */
	readonly column: number;
}

interface OpenList {
	readonly kind: 'list';
	readonly ordered: boolean;
	/** What tells one list from the next: `-`, `*`, `+`, `.` or `)`. */
	readonly mark: string;
	readonly items: OpenItem[];
}

interface OpenParagraph {
	readonly kind: 'paragraph';
	readonly start: number;
	end: number;
	readonly lines: TextSpan[];
}

type OpenBlock = OpenList | OpenParagraph;

const MARK = /^(?:([-*+])|\d{1,9}([.)]))( +)(\[[ \t]\]|\[x\])?/i;

/** The lists that begin at a line without indentation; `undefined` where something else is in them. */
export function scanList(text: string, lines: readonly Line[], from: number): { readonly blocks: readonly Block[]; readonly next: number } | undefined {
	const top: OpenBlock[] = [];
	let open: OpenItem[] = [];
	let blankBefore = false;
	let at = from;
	for (; at < lines.length; at++) {
		const line = lines[at]!;
		if (line.kind === 'blank') {
			blankBefore = true;
			continue;
		}
		const indent = line.text - line.start;
		if (blankBefore && indent === 0 && line.kind !== 'item') break;
		if (line.kind !== 'item' && line.kind !== 'text') return undefined;
		const depth = open.findLastIndex((item) => item.column <= indent);
		const inner = indent - (open[depth]?.column ?? 0);
		if (line.kind === 'text' && !blankBefore) {
			const paragraph = open.at(-1)!.blocks.at(-1) as OpenParagraph;
			if (text[paragraph.lines[0]!.start] === '[' && text.slice(line.start, line.end).includes(']:')) return undefined;
			paragraph.lines.push(trimmed(text, line));
			paragraph.end = line.end;
			continue;
		}
		if (inner > 3 || indent > MOST_INDENT || (line.kind === 'text' && depth < 0)) return undefined;
		const container = open[depth]?.blocks ?? top;
		if (line.kind === 'text') {
			container.push(paragraphOf(text, line.text, line.end));
			open = open.slice(0, depth + 1);
		} else {
			const last = container.at(-1);
			if (!blankBefore && last?.kind === 'paragraph' && !interrupts(text, line)) return undefined;
			const made = itemOf(text, line, indent);
			if (!made) return undefined;
			const { item, mark } = made;
			if (last?.kind === 'list' && last.mark === mark) last.items.push(item);
			else container.push({ kind: 'list', ordered: /[.)]/.test(mark), mark, items: [item] });
			open = [...open.slice(0, depth + 1), item];
		}
		blankBefore = false;
	}
	return { blocks: top.map(closed), next: at };
}

function itemOf(text: string, line: Line, indent: number): { readonly item: OpenItem; readonly mark: string } | undefined {
	const found = MARK.exec(text.slice(line.text, line.end))!;
	const [, bullet, delimiter, gap, box] = found;
	const width = line.text + found[0].length - (box?.length ?? 0);
	if (gap!.length > 4) return undefined;
	let content = width;
	let checked: boolean | undefined;
	if (box) {
		const rest = text.slice(width + box.length, line.end);
		if (/^ +[^ \t]/.test(rest)) {
			checked = box[1] !== ' ' && box[1] !== '\t';
			content = width + box.length + 1;
		} else if (/^(?:[ \t]|$)/.test(rest)) return undefined;
	}
	if (checked === undefined && lineKindAt(text, content, line.end) !== 'text') return undefined;
	if (text.startsWith('[', trimmed(text, { start: content, end: line.end }).start) && text.slice(content, line.end).includes(']:')) return undefined;
	const mark = { start: line.text, end: line.text + found[0].length - gap!.length - (box?.length ?? 0) };
	return {
		mark: bullet ?? delimiter!,
		item: { span: { start: line.text, end: line.end }, marker: mark, checked, blocks: [paragraphOf(text, content, line.end)], column: indent + width - line.text },
	};
}

function paragraphOf(text: string, start: number, end: number): OpenParagraph {
	return { kind: 'paragraph', start, end, lines: [trimmed(text, { start, end })] };
}

function closed(block: OpenBlock): ParagraphBlock | ListBlock {
	if (block.kind === 'paragraph') return { kind: 'paragraph', span: { start: block.start, end: block.end }, lines: block.lines };
	const items = block.items.map((item): ListItem => {
		const blocks = item.blocks.map(closed);
		return { span: { start: item.span.start, end: blocks.at(-1)!.span.end }, marker: item.marker, checked: item.checked, blocks };
	});
	return { kind: 'list', span: { start: items[0]!.span.start, end: items.at(-1)!.span.end }, ordered: block.ordered, items };
}
