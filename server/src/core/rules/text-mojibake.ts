import type { Block } from '../markdown/blocks';
import type { TextSpan } from '../text/span';
import { misreadIn, type Misread } from '../text/mojibake';
import { defineRule } from './rule';

export const textMojibake = defineRule<Misread>({
	id: 'text-mojibake',
	summary: 'No UTF-8 that was read as Windows-1252 or Windows-1254 is left in the text.',
	severity: 'warning',
	fixKind: 'safe',
	fixAllTitle: 'Repair all misread characters',
	since: '0.1.0',

	*check({ doc }) {
		let at = 0;
		for (const code of codeSpans(doc.blocks)) {
			yield* misreadIn(doc.text, { start: at, end: code.start });
			at = code.end;
		}
		yield* misreadIn(doc.text, { start: at, end: doc.text.length });
	},
	describe: ({ span, repaired }, { doc }) => ({ span, message: `Unexpected characters \`${doc.text.slice(span.start, span.end)}\` from a wrong encoding, expected \`${repaired}\`` }),
	fixes: ({ span, repaired }) => [{ title: `Repair to “${repaired}”`, edits: [{ span, newText: repaired }] }],
});

/** Code is left as it is: it may show the misread bytes on purpose. */
function codeSpans(blocks: readonly Block[]): TextSpan[] {
	return blocks.flatMap((block): TextSpan[] => {
		if (block.kind === 'code') return [block.span];
		if (block.kind === 'list') return block.items.flatMap((item) => codeSpans(item.blocks));
		return block.kind === 'quote' ? codeSpans(block.blocks) : [];
	});
}
