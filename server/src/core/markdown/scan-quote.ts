/** Quotes that hold nothing but paragraphs, marked on each of their lines, as most are. */
import { trimmed, type TextSpan } from '../text/span';
import type { Block, ParagraphBlock } from './blocks';
import { lineKindAt } from './line-kind';
import type { Line } from './scan';

/** The quote that begins at a line, up to the blank one that ends it; `undefined` where something else is in it. */
export function scanQuote(text: string, lines: readonly Line[], from: number): { readonly blocks: readonly Block[]; readonly next: number } | undefined {
	const paragraphs: ParagraphBlock[] = [];
	let own: TextSpan[] = [];
	let at = from;
	const close = () => {
		if (own.length > 0) paragraphs.push({ kind: 'paragraph', span: { start: own[0]!.start, end: own.at(-1)!.end }, lines: own.map((line) => trimmed(text, line)) });
		own = [];
	};
	for (; at < lines.length && lines[at]!.kind !== 'blank'; at++) {
		const { start, end } = lines[at]!;
		if (text[start] !== '>') return undefined;
		const content = text[start + 1] === ' ' ? start + 2 : start + 1;
		if (content >= end) close();
		else if (lineKindAt(text, content, end) !== 'text' || text[content] === ' ' || text[content] === '[') return undefined;
		else own.push({ start: content, end });
	}
	if (own.length === 0) return undefined;
	close();
	return { blocks: [{ kind: 'quote', span: { start: lines[from]!.start, end: lines[at - 1]!.end }, blocks: paragraphs }], next: at };
}
