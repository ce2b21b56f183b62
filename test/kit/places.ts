/** Where a person may put the cursor, and what they may select: every block, section, row and item, and stretches that cut them. */
import type { Block } from '../../server/src/core/markdown/blocks';
import type { Postmortem } from '../../server/src/core/postmortem/model';
import type { TextSpan } from '../../server/src/core/text/span';

export function cursorsOf(doc: Postmortem): TextSpan[] {
	const starts = [
		0, doc.text.length,
		...doc.sections.map(({ heading }) => heading.start),
		...doc.timelines.flatMap(({ entries }) => entries.map(({ rowSpan }) => rowSpan.start)),
		...doc.actionLists.flatMap(({ items }) => items.map(({ rowSpan }) => rowSpan.start)),
		...doc.fields.map(({ rowSpan }) => rowSpan.start),
		...within(doc.blocks).map(({ start }) => start),
	];
	return [...new Set(starts)].sort((a, b) => a - b).map((start) => ({ start, end: start }));
}

export function selectionsOf(doc: Postmortem): TextSpan[] {
	const whole = { start: 0, end: doc.text.length };
	const blocks = doc.blocks.map(({ span }) => span);
	const pairs = blocks.flatMap((span, index) => (blocks[index + 1] ? [{ start: span.start, end: blocks[index + 1]!.end }] : []));
	const cut = blocks.filter(({ start, end }) => end - start > 8).map(({ start, end }) => ({ start: start + 3, end: start + Math.floor((end - start) / 2) }));
	const spans = [whole, ...blocks, ...pairs, ...cut, ...doc.sections.map(({ span }) => span), ...doc.sections.map(({ body }) => body), ...doc.timelines.map(({ span }) => span), ...doc.actionLists.map(({ span }) => span)];
	return [...new Map(spans.filter(({ start, end }) => start < end).map((span) => [`${span.start} ${span.end}`, span])).values()];
}

/** Blocks, list items and table rows, of all depths. */
function within(blocks: readonly Block[]): TextSpan[] {
	return blocks.flatMap((block): TextSpan[] => {
		switch (block.kind) {
			case 'list': return block.items.flatMap((item) => [item.span, ...within(item.blocks)]);
			case 'quote': return [block.span, ...within(block.blocks)];
			case 'table': return [block.header, ...block.rows].map(({ span }) => span);
			default: return [block.span];
		}
	});
}
