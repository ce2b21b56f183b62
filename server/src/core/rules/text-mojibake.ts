import type { Block } from '../markdown/blocks';
import { inEachChunk } from '../markdown/each-chunk';
import { findGarbled, type Garbled } from '../text/mojibake';
import type { TextSpan } from '../text/span';
import page from './text-mojibake.md';
import { defineRule } from './rule';
import { outsideInlineCode, stretchesOf } from '../markdown/prose';
import { quoted } from './support/wording';

interface GarbledText extends Garbled {
	/** In code the bytes may be the very thing that is shown. */
	readonly inCode: boolean;
}

export const textMojibake = defineRule<GarbledText>({
	id: 'text-mojibake',
	summary: 'Characters stand as they were typed, not as UTF-8 read as Windows-1252 or -1254.',
	page,
	severity: 'warning',
	fixKind: 'safe',
	fixAllTitle: 'Repair all {count} garbled characters',
	fixSelectedTitle: 'Repair {count} garbled characters in the selection',
	since: '0.1.0',

	check: ({ doc }) => inEachChunk(doc.text, doc.chunks, 'garbled', [], (stretch, start): GarbledText[] => {
		const garbled = findGarbled(stretch).map(({ span, repaired }) => ({ repaired, span: { start: span.start + start, end: span.end + start } }));
		if (garbled.length === 0) return [];
		const blocks = doc.chunks.find((chunk) => chunk.start === start)?.blocks ?? [];
		const prose = [...stretchesOf(blocks)].flatMap((each) => outsideInlineCode(doc.text, each.span));
		return garbled.map((each) => ({ ...each, inCode: isWithin(blocks, each.span) && !prose.some((part) => part.start <= each.span.start && each.span.end <= part.end) }));
	}),
	describe: ({ span, repaired, inCode }, { doc }) => ({
		span,
		message: `Unexpected ${quoted(doc.text.slice(span.start, span.end))}${inCode ? ' in code' : ''}, expected ${nameOf(repaired)}`,
		...(inCode ? { fixKind: 'unsafe' as const } : {}),
	}),
	fixes: ({ span, repaired, inCode }) => [{ title: repaired === '' ? 'Remove the stray byte order mark' : `Repair to ${repaired.trim() === '' ? 'a space' : repaired}${inCode ? ' in this code' : ''}`, edits: [{ span, newText: repaired }] }],
});

function nameOf(repaired: string): string {
	if (repaired === '') return 'nothing';
	return repaired.trim() === '' ? 'a no-break space' : quoted(repaired);
}

/** Whether a block's own text holds it; front matter and link definitions are no code. */
function isWithin(blocks: readonly Block[], { start, end }: TextSpan): boolean {
	return blocks.some((block) => block.kind !== 'definition' && block.kind !== 'html' && block.span.start <= start && end <= block.span.end);
}
