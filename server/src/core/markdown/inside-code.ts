import type { Block } from './blocks';

/** Whether a place is in a code block or in HTML. The edges of a fence or of HTML are outside. */
export function insideCodeBlock(blocks: readonly Block[], offset: number): boolean {
	return blocks.some((block) => {
		if (offset < block.span.start || block.span.end < offset) return false;
		switch (block.kind) {
			case 'code':
				return block.fenced ? offset > block.span.start : true;
			case 'html':
				return offset > block.span.start && offset < block.span.end;
			case 'quote':
				return insideCodeBlock(block.blocks, offset);
			case 'list':
				return block.items.some((item) => insideCodeBlock(item.blocks, offset));
			default:
				return false;
		}
	});
}
