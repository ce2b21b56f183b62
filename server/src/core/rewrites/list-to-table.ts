/** A list of figures as a table: `Requests failed: 3 %` and `1,200 users affected` with their values in a column. */
import type { ListBlock } from '../markdown/blocks';
import type { Postmortem, Section } from '../postmortem/model';
import { contains, touches, type TextSpan } from '../text/span';
import { joinLines } from './content';
import { isRead, labelRuns, labelTableEdits } from './label-rows';
import type { Rewrite } from './rewrite';

const LEAST_ROWS = 2;
/** A figure with its unit at the start: `~1,200`, `$4,000`, `about 3 %`, `45 minutes`. */
const FIGURE = /^[*_]{0,3}(?:(?:[~≈><]|about|around|approximately|approx\.|over|more than|less than|up to|at least|nearly|almost|some|circa|ca\.?)\s{0,2})?[$€£¥]?\d[\d,.]{0,14}(?:\s?[kMB](?!\p{L}))?(?:\s?(?:%|percent|ms|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|h|USD|EUR|GBP|GB|MB|TB))?[*_]{0,3}(?=\s+\p{L})/iu;
/** Words that a figure cannot be parted from. */
const BOUND = /^\s+(?:of|out|in|to|and|or|per|for|from|until|later|after|before|ago|on|at|by|with|into)\b/i;

export const listToTable: Rewrite = {
	kind: 'listToTable',
	offers: (doc, selection) => [...labelled(doc), ...figures(doc)]
		.filter(({ span }) => touches(span, selection) && !isRead(doc, span))
		.map(({ span, header, rows }) => ({ title: 'Convert list to table', kind: 'listToTable' as const, edits: labelTableEdits(doc, span, header, rows) }))
		.filter(({ edits }) => edits.length > 0),
};

interface Rows {
	readonly span: TextSpan;
	readonly header: readonly [string, string];
	readonly rows: readonly (readonly [string, string])[];
}

/** Labels with values that are no facts of the incident, and those of its impact. */
function labelled(doc: Postmortem): Rows[] {
	return labelRuns(doc)
		.filter(({ rows, span }) => rows.every(({ value }) => value !== '') && (isOfImpact(doc, span) || rows.filter(({ isField }) => isField).length < LEAST_ROWS))
		.map(({ rows, span }) => ({ span, header: isOfImpact(doc, span) ? ['Metric', 'Value'] : ['Item', 'Details'], rows: rows.map(({ label, value }) => [label, value]) }));
}

/** Items of an impact section half of which begin with a figure. */
function figures(doc: Postmortem): Rows[] {
	return doc.blocks.filter((block): block is ListBlock => block.kind === 'list').flatMap((list): Rows[] => {
		const items = list.items.map(({ blocks, checked }) => (blocks.length === 1 && blocks[0]!.kind === 'paragraph' && checked === undefined ? blocks[0]!.lines : undefined));
		if (items.length < LEAST_ROWS || !isOfImpact(doc, list.span) || !items.every((lines) => lines !== undefined)) return [];
		const rows = items.map((lines) => parted(joinLines(lines.map(({ start, end }, index) => ({ text: doc.text.slice(start, end), wrapped: index > 0 })))));
		return rows.filter(([, value]) => value !== '').length * 2 >= rows.length && !labelled(doc).some(({ span }) => span.start === list.span.start) ? [{ span: list.span, header: ['Metric', 'Value'], rows }] : [];
	});
}

/** `1,200 users affected` → `users affected`, `1,200`; where the sentence needs the figure, it is said twice. */
function parted(item: string): [string, string] {
	const figure = FIGURE.exec(item)?.[0];
	if (figure === undefined || /^\S{0,3}\d{1,2}[:.]\d\d(?!\d)/.test(item)) return [item, ''];
	const rest = item.slice(figure.length);
	const isWhole = (figure.split('**').length + figure.split('_').length) % 2 === 0;
	if (BOUND.test(rest) || !isWhole) return [item, figure.replace(/[*_]/g, '').trim()];
	return [rest.trim(), figure.trim()];
}

function isOfImpact(doc: Postmortem, span: TextSpan): boolean {
	const around = doc.sections.findLast((section: Section) => contains(section.span, span));
	for (let section = around; section; section = section.parent) if (section.role === 'impact' || section.role === 'metrics') return true;
	return false;
}
