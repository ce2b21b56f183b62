import type { Postmortem, Timeline, TimelineEntry } from '../postmortem/model';
import { trimmed, type TextSpan } from '../text/span';
import page from './time-unreadable.md';
import { definePieceRule } from './rule';
import { firstLine } from './support/place';
import { isPlaceholder } from './support/values';
import { quoted } from './support/wording';

/** `T+5m`, `+10 min`: counted from a start that may not be told. */
const RELATIVE = /^[\s*_`~(]*(?:T\s*)?[+\-−–±]\s*\d/i;

/** Whole days, with words around them: `between 2024-03-01 and 2024-03-04`. */
const DAYS = /^(?:[^\d?]*\d{4}-\d\d-\d\d)+[^\d?]*$/;

export const timeUnreadable = definePieceRule<TextSpan>({
	id: 'time-unreadable',
	summary: 'The time of every timeline row can be read.',
	page,
	severity: 'warning',
	fixKind: 'none',
	since: '0.1.0',

	pieces: ({ doc }) => doc.timelines.map((timeline) => ({
		part: timeline.part,
		key: [],
		*check() {
			for (const entry of timeline.entries) {
				const span = unread(doc, timeline, entry);
				const text = span ? doc.text.slice(span.start, span.end) : '';
				if (span && /\d/.test(text) && !isPlaceholder(text) && !RELATIVE.test(text) && !DAYS.test(text)) yield span;
			}
		},
	})),
	describe: (span, { doc }) => ({
		span: firstLine(doc, span),
		message: `Unexpected time ${quoted(doc.text.slice(span.start, span.end))}, expected one such as \`14:05\` or \`2:05 PM\``,
	}),
});

/** What is written for a time and is none; beside a day that was read, what follows it in the cell. */
function unread(doc: Postmortem, { table }: Timeline, { written, at, dateOnly, rowSpan }: TimelineEntry): TextSpan | undefined {
	if (at && !dateOnly) return undefined;
	const column = table?.columns.findIndex(({ role }) => role === 'time') ?? -1;
	const row = table?.block.rows.find(({ span }) => span.start <= rowSpan.start && rowSpan.start < span.end);
	const cell = row?.cells[column];
	if (!cell) return dateOnly ? undefined : written.span;
	if (!dateOnly) return cell;
	const rest = trimmed(doc.text, { start: Math.max(cell.start, written.span.end), end: cell.end });
	return written.span.start === cell.start && /^\d/.test(doc.text.slice(rest.start, rest.end)) ? rest : undefined;
}
