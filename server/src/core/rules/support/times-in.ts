/** The times that stand anywhere in a document's text, tables and headings; not in code. */
import type { Block } from '../../markdown/blocks';
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

/**
 * What `pick` takes from every time and date in the text, tables and headings, in document order.
 * @param name tells one `pick` from another.
 */
export function fromTimes<T>(doc: Postmortem, name: string, pick: (time: TimeMention) => readonly T[]): readonly T[] {
	const { text, chunks, dateOrder: order } = doc;
	const timesOf = (blocks: readonly Block[]): readonly TimeMention[] => [...linesOf(blocks)].flatMap((line) => (/\d/.test(text.slice(line.start, line.end)) ? timesIn(text, line, { order, place: 'prose' }, true) : []));
	return chunks.flatMap(({ part, blocks }) => part.recall(name, [order], () => part.recall('times', [order], () => timesOf(blocks)).flatMap(pick)));
}
