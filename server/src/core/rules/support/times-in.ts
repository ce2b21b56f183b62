/** The times that stand anywhere in a document's text, tables and headings; not in code. */
import { inEachBlock, ofEachChunk } from '../../markdown/each-chunk';
import type { Block, Chunk } from '../../markdown/blocks';
import type { Postmortem } from '../../postmortem/model';
import type { TextSpan } from '../../text/span';
import { timesIn, type TimeMention } from '../../time/mention';

/** Every line of running text, list, quote, heading and table cell, in document order. */
export function* linesOf(blocks: readonly Block[]): Generator<TextSpan> {
	for (const block of blocks) {
		switch (block.kind) {
			case 'paragraph': yield* block.lines; break;
			case 'list': for (const item of block.items) yield* linesOf(item.blocks); break;
			case 'quote': yield* linesOf(block.blocks); break;
			case 'table': for (const row of [block.header, ...block.rows]) yield* row.cells; break;
			case 'heading': yield block.content; break;
			default: break;
		}
	}
}

/** Whether an offset lies in a code block. */
export function isInCode(doc: Postmortem, offset: number): boolean {
	return doc.blocks.some((block) => block.kind === 'code' && block.span.start <= offset && offset < block.span.end);
}

/** What is looked for among times and dates: by its name, and by a quick look whether a line may hold it. */
export interface Wanted {
	readonly name: string;
	readonly mayHold: (line: string) => boolean;
}

/** The times and dates in those lines and cells of a chunk that may hold what is wanted, in document order. */
export function timesOf({ text, dateOrder: order }: Postmortem, chunk: Chunk, { name, mayHold }: Wanted): readonly TimeMention[] {
	return chunk.part.recall(name, [order], () => inEachBlock(text, chunk, `${name} ${order}`, mayHold, (source, blocks) => [...linesOf(blocks)].flatMap((line) => (mayHold(source.slice(line.start, line.end)) ? timesIn(source, line, { order, place: 'prose' }, true) : []))));
}

/** What `pick` takes from the times and dates of the document that may be wanted, in document order. */
export function fromTimes<T>(doc: Postmortem, wanted: Wanted, pick: (time: TimeMention) => readonly T[]): readonly T[] {
	return ofEachChunk(doc.chunks, `picked ${wanted.name}`, [doc.dateOrder], (chunk) => timesOf(doc, chunk, wanted).flatMap(pick));
}
