/** What the document says in its own voice: its text without headings, code, block quotes, link targets and words in quotation marks. */
import type { Block } from '../../markdown/blocks';
import { outsideInlineCode, stretchesOf } from '../../markdown/prose';
import type { TextSpan } from '../../text/span';

/** Opening and closing marks. A straight quote opens behind a space and closes before one. */
const QUOTED = /"[^"\n]{1,600}"|“[^”\n]{1,600}”|„[^“”\n]{1,600}[“”]|«[^»\n]{1,600}»|‹[^›\n]{1,600}›|「[^」\n]{1,600}」|『[^』\n]{1,600}』|‘[^’\n]{1,300}’(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])'[^'\n]{2,300}'(?![\p{L}\p{N}])|\]\([^()\s]{1,2000}\)|<https?:[^<>\s]{1,2000}>|https?:\/\/[^\s<>]{1,2000}/gu;
/** Each of them has one of these in it. */
const MAY_QUOTE = /["“„«‹「『‘']|\]\(|https?:|<!--/;
const QUOTED_OR_COMMENT = new RegExp(`${QUOTED.source}|<!--(?:[^-]|-(?!->)){0,2000}-->`, 'gu');

/** Lines and cells, in document order; a sentence that a quotation cuts is cut. */
export function* unquotedText(text: string, blocks: readonly Block[]): Generator<TextSpan> {
	for (const { span, kind } of stretchesOf(withoutQuotes(blocks))) {
		if (kind === 'heading') continue;
		for (const part of outsideInlineCode(text, span)) {
			let from = part.start;
			const source = text.slice(part.start, part.end);
			if (!MAY_QUOTE.test(source)) {
				yield part;
				continue;
			}
			for (const found of source.matchAll(source.includes('-->') ? QUOTED_OR_COMMENT : QUOTED)) {
				yield { start: from, end: part.start + found.index };
				from = part.start + found.index + found[0].length;
			}
			yield { start: from, end: part.end };
		}
	}
}

function withoutQuotes(blocks: readonly Block[]): Block[] {
	return blocks.flatMap((block): Block[] => {
		if (block.kind === 'quote') return [];
		if (block.kind === 'list') return [{ ...block, items: block.items.map((item) => ({ ...item, blocks: withoutQuotes(item.blocks) })) }];
		return [block];
	});
}
