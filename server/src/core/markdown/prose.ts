/** Walks what a reader sees as text: everything but code. */
import type { TextSpan } from '../text/span';
import type { Block } from './blocks';

export interface Stretch {
	readonly span: TextSpan;
	readonly kind: 'heading' | 'paragraph' | 'cell' | 'html';
}

/** The text of headings, paragraphs, cells and HTML, in document order. Inline code is still in it. */
export function* stretchesOf(blocks: readonly Block[]): Generator<Stretch> {
	for (const block of blocks) {
		switch (block.kind) {
			case 'heading':
				yield { span: block.content, kind: 'heading' };
				break;
			case 'paragraph':
				if (block.lines.length > 0) yield { span: { start: block.lines[0]!.start, end: block.lines.at(-1)!.end }, kind: 'paragraph' };
				break;
			case 'list':
				for (const item of block.items) yield* stretchesOf(item.blocks);
				break;
			case 'quote':
				yield* stretchesOf(block.blocks);
				break;
			case 'table':
				for (const row of [block.header, ...block.rows]) for (const cell of row.cells) yield { span: cell, kind: 'cell' };
				break;
			case 'html':
				yield { span: block.span, kind: 'html' };
				break;
			case 'code':
			case 'break':
			case 'definition':
				break;
		}
	}
}

/** The parts of a stretch that are not inline code. A run of backticks without its partner is text. */
export function outsideInlineCode(text: string, { start, end }: TextSpan): readonly TextSpan[] {
	const source = text.slice(start, end);
	if (!source.includes('`')) return [{ start, end }];
	const runs = [...source.matchAll(/`+/g)].map((run) => ({ at: start + run.index, length: run[0].length }));
	const partner = new Map<number, number>();
	const nextOfLength = new Map<number, number>();
	for (let i = runs.length - 1; i >= 0; i--) {
		const close = nextOfLength.get(runs[i]!.length);
		if (close !== undefined) partner.set(i, close);
		nextOfLength.set(runs[i]!.length, i);
	}
	const parts: TextSpan[] = [];
	let from = start;
	for (let i = 0; i < runs.length; i++) {
		const close = partner.get(i);
		if (close === undefined) continue;
		parts.push({ start: from, end: runs[i]!.at });
		from = runs[close]!.at + runs[close]!.length;
		i = close;
	}
	parts.push({ start: from, end });
	return parts;
}
