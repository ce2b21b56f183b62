/** Searching a text stretch by stretch, or block by block: what was found in one is kept with it. */
import type { Block, Chunk, ListBlock, TableBlock } from './blocks';
import { movedBy } from './recall';

/** What `read` gives of each chunk, in order; it is kept with the chunk as long as `key` is the same, as `Part.recall` keeps it. */
export function ofEachChunk<T>(chunks: readonly Chunk[], name: string, key: readonly unknown[], read: (chunk: Chunk) => readonly T[]): readonly T[] {
	const found: T[] = [];
	for (const chunk of chunks) for (const one of chunk.part.recall(name, key, () => read(chunk))) found.push(one);
	return found;
}

/**
 * What `find` finds in the text before the first chunk and in each chunk, in order.
 * @param key what the search depends on besides the text.
 * @param find gets a stretch and where it begins; places in what it gives count from the start of the document.
 */
export function inEachChunk<T>(text: string, chunks: readonly Chunk[], name: string, key: readonly unknown[], find: (stretch: string, start: number) => readonly T[]): readonly T[] {
	const found = ofEachChunk(chunks, name, key, ({ start, end }) => find(text.slice(start, end), start));
	const before = chunks[0]?.start ?? text.length;
	return before > 0 ? [...find(text.slice(0, before), 0), ...found] : found;
}

/**
 * What `find` finds in each block of a chunk, in order; of tables row by row, of lists item by item, so that an edit leaves
 * what was found in the others. Each is looked at on its own: `find` gets its text, and places count from its start.
 * @param mayHold a quick look whether there can be something in a text, which is then in any text around it too.
 * @param key what the search depends on besides the text.
 */
export function inEachBlock<T>(text: string, chunk: Chunk, name: string, mayHold: (source: string) => boolean, find: (source: string, blocks: readonly Block[]) => readonly T[], key?: string): readonly T[] {
	const found: T[] = [];
	if (!mayHold(text.slice(chunk.start, chunk.end))) return found;
	for (const { id, source, blocks, offset } of blocksApart(text, chunk)) {
		if (!mayHold(source)) continue;
		const own = chunk.part.piece(name, id, () => find(source, blocks), key);
		for (const one of own) found.push(movedBy(one, chunk.start + offset));
	}
	return found;
}

interface BlockApart {
	/** The same for blocks that are read alike. */
	readonly id: string;
	readonly source: string;
	/** It alone, counted from its start. */
	readonly blocks: readonly Block[];
	/** From the start of the chunk. */
	readonly offset: number;
}

function blocksApart(text: string, chunk: Chunk): readonly BlockApart[] {
	return chunk.part.fact('blocks apart', [], () => chunk.blocks.flatMap(apart).map((block) => {
		const { start, end } = block.span;
		const form = formOf(text, block);
		const id = `${form} ${text.slice(start, end)}`;
		return { id, source: id.slice(form.length + 1), blocks: [movedBy(block, -start)], offset: start - chunk.start };
	}));
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
