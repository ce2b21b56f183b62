/** `<!-- postmortem-disable RULE -->` and its kin: markdownlint's grammar with our name. */
import { written, type TextSpan, type Written } from '../text/span';
import type { LineIndex } from '../text/lines';
import type { Block } from './blocks';

export type SuppressionKind = 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'disable-file' | 'enable-file' | 'capture' | 'restore';

export interface Suppression {
	readonly kind: SuppressionKind;
	/** The whole comment. */
	readonly span: TextSpan;
	/** Zero-based line of the comment. */
	readonly line: number;
	/** Empty where all rules are meant. */
	readonly rules: readonly Written[];
}

const COMMENT = /<!--\s*postmortem-(disable-next-line|disable-line|disable-file|enable-file|disable|enable|capture|restore)(?:\s+([^<>]*?))?\s*-->/g;

/** Every suppression of a document, in order. Those in code are text about suppressions. */
export function suppressionsIn(text: string, lines: LineIndex, blocks: readonly Block[]): readonly Suppression[] {
	if (!text.includes('postmortem-')) return [];
	const code = codeSpans(blocks);
	const found: Suppression[] = [];
	for (const match of text.matchAll(COMMENT)) {
		const start = match.index;
		const span = { start, end: start + match[0].length };
		if (code.some((block) => block.start <= start && start < block.end)) continue;
		const line = lines.lineAt(start);
		const before = text.slice(lines.line(line).start, start);
		if ((before.match(/`/g) ?? []).length % 2 === 1) continue;
		const from = match[2] ? start + match[0].indexOf(match[2]) : start;
		const rules = [...(match[2] ?? '').matchAll(/[^\s,]+/g)].map((name): Written => written(text, { start: from + name.index, end: from + name.index + name[0].length }));
		found.push({ kind: match[1] as SuppressionKind, span, line, rules });
	}
	return found;
}

function codeSpans(blocks: readonly Block[]): TextSpan[] {
	return blocks.flatMap((block): TextSpan[] => {
		if (block.kind === 'code') return [block.span];
		if (block.kind === 'list') return block.items.flatMap((item) => codeSpans(item.blocks));
		return block.kind === 'quote' ? codeSpans(block.blocks) : [];
	});
}
