import { insideCodeOrLink } from '../markdown/inline';
import type { Block } from '../markdown/blocks';
import type { Postmortem } from '../postmortem/model';
import { contains, written, type TextSpan, type Written } from '../text/span';
import { defineRule } from './rule';

const PLACEHOLDER = /(?<![\p{L}\p{N}_-])(?:TODO|TBD|TBA|FIXME|XXX+|YYYY-MM-DD|YYYY\/MM\/DD|DD[./-]MM[./-]YYYY|MM\/DD\/YYYY|20[xX]{2}(?:-[\dxXM]{2}-[\dxXD]{2})?|HH:MM(?::SS)?|hh:mm)(?![\p{L}\p{N}_-])|(?<!\?)\?{3}(?!\?)|<(?:describe|insert|add|your|enter|name|date|time|title|what|who|how|why|list|link|owner|summary|briefly|explain|fill)(?:\s[^<>\n]{1,80})?>|\[(?:insert|describe|your|enter|fill in|add|explain|briefly)\s[^\]\n]{1,80}\](?!\()|\{\{[^{}\n]{1,60}\}\}/gu;
const FINAL = /^\W*(?:final|published|complete[d]?|approved|closed|done|reviewed|finalizad[oa]|terminé|abgeschlossen|完了|完成)/iu;

export const placeholderLeft = defineRule<Written>({
	id: 'placeholder-left',
	summary: 'Nothing of the template is left to fill in.',
	severity: 'information',
	fixKind: 'none',
	since: '0.1.0',

	*check({ doc }) {
		const statuses = doc.actionLists.flatMap((list) => list.items).flatMap((item) => (item.status ? [item.status.span] : []));
		const spans = [...hintsLeft(doc)];
		for (const line of proseLines(doc.blocks)) {
			const source = doc.text.slice(line.start, line.end);
			for (const found of source.matchAll(PLACEHOLDER)) {
				const at = { start: line.start + found.index, end: line.start + found.index + found[0].length };
				if (insideCodeOrLink(source, found.index) || statuses.some((status) => contains(status, at)) || spans.some((span) => contains(span, at))) continue;
				spans.push(at);
			}
		}
		for (const span of spans.sort((a, b) => a.start - b.start)) yield written(doc.text, span);
	},
	describe(found, { doc }) {
		const status = doc.fields.find((field) => field.name === 'status')?.value.text ?? '';
		const short = found.text.length > 60 ? `${found.text.slice(0, 57)}…` : found.text;
		return { span: found.span, message: `Unexpected placeholder \`${short.replace(/`/g, '')}\`, expected what it stands for`, ...(FINAL.test(status) ? { severity: 'error' as const } : {}) };
	},
});

/** What the template says to write, still in place. */
function hintsLeft(doc: Postmortem): TextSpan[] {
	return doc.matches.flatMap(({ spec }): TextSpan[] => {
		const start = spec.hint.length > 12 ? doc.text.indexOf(spec.hint) : -1;
		return start < 0 ? [] : [{ start, end: start + spec.hint.length }];
	});
}

/** Every line of text that is no code and no comment. */
function* proseLines(blocks: readonly Block[]): Generator<TextSpan> {
	for (const block of blocks) {
		if (block.kind === 'paragraph') yield* block.lines;
		else if (block.kind === 'heading') yield block.content;
		else if (block.kind === 'list') for (const item of block.items) yield* proseLines(item.blocks);
		else if (block.kind === 'quote') yield* proseLines(block.blocks);
		else if (block.kind === 'table') for (const row of [block.header, ...block.rows]) yield* row.cells;
	}
}
