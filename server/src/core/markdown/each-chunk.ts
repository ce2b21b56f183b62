/** Searching a text stretch by stretch, or block by block: what was found in one is kept with it. */
import type { Block, Chunk, ListBlock, TableBlock } from './blocks';
import { movedBy } from './recall';

/**
 * What `find` finds in the text before the first chunk and in each chunk, in order.
 * @param key what the search depends on besides the text.
 * @param find gets a stretch and where it begins; places in what it gives count from the start of the document.
 */
export function inEachChunk<T>(text: string, chunks: readonly Chunk[], name: string, key: readonly unknown[], find: (stretch: string, start: number) => readonly T[]): readonly T[] {
	const found: T[] = [];
	const add = (each: readonly T[]) => {
		for (const one of each) found.push(one);
	};
	const before = chunks[0]?.start ?? text.length;
	if (before > 0) add(find(text.slice(0, before), 0));
	for (const { start, end, part } of chunks) add(part.recall(name, key, () => find(text.slice(start, end), start)));
	return found;
}

/**
 * What `find` finds in each block of a chunk, in order; of tables row by row, of lists item by item, so that an edit leaves
 * what was found in the others. Each is looked at on its own: `find` gets its text, and places count from its start.
 * @param key what the search depends on besides the text.
 */
export function inEachBlock<T>(text: string, { part, blocks }: Chunk, name: string, find: (source: string, blocks: readonly Block[]) => readonly T[], key?: string): readonly T[] {
	const found: T[] = [];
	for (const block of blocks.flatMap(apart)) {
		const { start, end } = block.span;
		const own = part.piece(name, `${formOf(text, block)} ${text.slice(start, end)}`, () => find(text.slice(start, end), [movedBy(block, -start)]), key);
		for (const one of own) found.push(movedBy(one, start));
	}
	return found;
}

function apart(block: Block): readonly Block[] {
	if (block.kind === 'table') return [block.header, ...block.rows].map((row): TableBlock => ({ ...block, span: row.span, header: row, rows: [] }));
	return block.kind === 'list' ? block.items.map((item): ListBlock => ({ ...block, span: item.span, items: [item] })) : [block];
}

/** What tells blocks of the same text apart: how deep they stand, and how many cells of a row count. */
function formOf(text: string, block: Block): string {
	const column = block.span.start - 1 - text.lastIndexOf('\n', block.span.start - 1);
	return `${block.kind} ${column} ${block.kind === 'table' ? block.header.cells.length : ''}`;
}
