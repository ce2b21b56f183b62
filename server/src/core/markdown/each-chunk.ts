/** Searching a text stretch by stretch, or block by block: what was found in one is kept with it. */
import type { TextSpan } from '../text/span';
import type { Block, Chunk } from './blocks';
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

/** A block, or a row or item of one, on its own. */
interface BlockApart {
	/** The same for all that are read alike. */
	readonly id: string;
	readonly source: string;
	/** It alone, counted from its start. */
	readonly blocks: readonly Block[];
	/** From the start of the chunk. */
	readonly offset: number;
}

function blocksApart(text: string, { start: chunkStart, part, blocks }: Chunk): readonly BlockApart[] {
	return part.fact('blocks apart', [], () => blocks.flatMap(stretchesApart).map(({ span: { start, end }, form, alone }) => {
		const id = `${form} ${start - 1 - text.lastIndexOf('\n', start - 1)} ${text.slice(start, end)}`;
		return { ...part.piece('apart', id, () => ({ id, source: id.slice(id.length - (end - start)), blocks: [movedBy(alone(), -start)] })), offset: start - chunkStart };
	}));
}

/** Where it stands, what tells it from others of the same text and column, and the block that it is alone. */
interface StretchApart {
	readonly span: TextSpan;
	readonly form: string;
	readonly alone: () => Block;
}

function stretchesApart(block: Block): readonly StretchApart[] {
	switch (block.kind) {
		case 'table': return [block.header, ...block.rows].map((row) => ({ span: row.span, form: `table ${block.header.cells.length}`, alone: () => ({ ...block, span: row.span, header: row, rows: [] }) }));
		case 'list': return block.items.map((item) => ({ span: item.span, form: 'list', alone: () => ({ ...block, span: item.span, items: [item] }) }));
		default: return [{ span: block.span, form: block.kind, alone: () => block }];
	}
}
