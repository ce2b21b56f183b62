/** A timeline of any shape as a table with the template's columns. */
import type { Block } from '../markdown/blocks';
import { cellText, printTable } from '../markdown/table-print';
import type { Postmortem, Timeline, TimelineEntry } from '../postmortem/model';
import type { TableColumnSpec } from '../template/template';
import type { SpanEdit } from '../text/edit';
import { contains, touches, type TextSpan } from '../text/span';
import { datesIn } from '../time/date';
import { formatDate } from '../time/moment';
import { dedented } from './content';
import { keepsAll } from './lossless';
import { replaceLines } from './place';
import type { Rewrite } from './rewrite';
import { isNothing, rowsApart } from './rows';
import { daysOf, type Day } from './timeline-days';
import { holderOf, ROW_TAGS, rowOf, type Row } from './timeline-row';
import { titleInZone } from './time-title';

const DEFAULT_COLUMNS: readonly TableColumnSpec[] = [{ title: 'Time', role: 'time' }, { title: 'Event', role: 'event' }];
const OPENING_TAG = /<(li|ul|ol|p|div|dl|dt|dd)(?:\s[^<>]*)?>\s*$/i;
const CLOSING_TAG = /^\s*<\/(li|ul|ol|p|div|dl|dt|dd)>/i;
const LONGEST_TAG = 200;

export const timelineToTable: Rewrite = {
	kind: 'timelineToTable',
	offers: (doc, selection) => doc.timelines
		.filter((timeline) => touches(timeline.span, selection) || (timeline.section && touches(timeline.section.heading, selection)))
		.filter(isFirstOfSection)
		.flatMap((timeline) => {
			const edits = timelineTableEdits(doc, timeline);
			return edits.length ? [{ title: 'Convert timeline to table', kind: 'timelineToTable' as const, edits }] : [];
		}),
};

/** Whether none before it among these changes together with it; for the `filter` of a list of timelines. */
export function isFirstOfSection(timeline: Timeline, index: number, among: readonly Timeline[]): boolean {
	return timeline.shape !== 'table' && among.findIndex(({ section, shape }) => section === timeline.section && shape !== 'table') === index;
}

/**
 * One table for each run of rows, those of other shapes in the same section among them. A line or heading between two
 * rows that says nothing but the day goes into their times; anything else that stands between two rows and belongs to
 * none stays there. Empty where the timeline is a table already, or where something would be lost.
 */
export function timelineTableEdits(doc: Postmortem, timeline: Timeline): SpanEdit[] {
	if (timeline.shape === 'table') return [];
	const together = doc.timelines.filter(({ section, shape }) => section === timeline.section && shape !== 'table');
	const days = daysOf(doc, together);
	const zones = new Map(together.flatMap(({ entries, zone }) => entries.map((entry) => [entry, (entry.zone ?? zone?.written)?.text] as const)));
	const entries = [...zones.keys()].sort((a, b) => a.rowSpan.start - b.rowSpan.start);
	return rowsApart(doc, entries, (gap, entry) => isDay(doc, gap, days.get(entry))).flatMap((run) => tableFor(doc, run, days, [...zones.values()]) ?? []);
}

function tableFor(doc: Postmortem, entries: readonly TimelineEntry[], days: ReadonlyMap<TimelineEntry, Day>, zones: readonly (string | undefined)[]): SpanEdit | undefined {
	const columns = timelineColumns(doc);
	const holder = holderOf(doc, entries[0]!);
	const run = spanOf(doc, entries, days, holder);
	const hasDateColumn = columns.some(({ role }) => role === 'date');
	const hasWho = columns.some(({ role }) => role === 'who' || role === 'owner');
	const rows = entries.map((entry) => rowOf(doc, entry, hasWho));
	const below = rows.filter((row) => row.below.length > 0);
	const numbered = below.length > 1;
	const cells = rows.map((row) => {
		const reference = row.below.length === 0 ? '' : numbered ? ` (see below, ${below.indexOf(row) + 1})` : ' (see below)';
		const day = days.get(row.entry);
		const dayText = day && contains(run, day.line) ? dayOfRow(doc, row, day) : '';
		return columns.map((column) => cellOf(column, { ...row, time: hasDateColumn ? row.time : `${dayText} ${row.time}`.trim() }, dayText, reference));
	});
	const lines = printTable(doc.tableWidths, columns.map((column) => cellText(titleInZone(column, zones))), cells);
	for (const [index, row] of below.entries()) lines.push('', ...(numbered ? [`(${index + 1})`, ''] : []), ...dedented(doc, row.below));
	if (holder?.kind === 'code') return inPlaceOfCode(doc, holder, entries, run, lines);
	const written = doc.text.slice(run.start, run.end);
	if (!keepsAll(holder ? written.replace(ROW_TAGS, ' ') : written, lines.join('\n'))) return undefined;
	return replaceLines(doc, run, lines);
}

/** The day above as written; that of the row itself where its clock has passed midnight since. */
function dayOfRow(doc: Postmortem, { entry: { at } }: Row, { text }: Day): string {
	const [date] = datesIn(text, doc.dateOrder);
	const isLater = at?.date && date && (date.month !== at.date.month || date.day !== at.date.day);
	return isLater ? formatDate(at.date) : text;
}

/** From the first row, or from its day line where later rows take theirs with them, or where it holds the row. */
function spanOf(doc: Postmortem, entries: readonly TimelineEntry[], days: ReadonlyMap<TimelineEntry, Day>, holder: Block | undefined): TextSpan {
	const first = entries[0]!;
	const day = days.get(first);
	const start = first.rowSpan.start;
	const end = entries.at(-1)!.rowSpan.end;
	const isOneBlock = day !== undefined && doc.blocks.some(({ kind, span }) => (kind === 'list' || kind === 'code') && contains(span, day.line) && contains(span, first.rowSpan));
	const hasDays = isOneBlock || entries.some((entry) => (days.get(entry)?.line.start ?? 0) > start);
	const span = { start: hasDays && day && isDay(doc, { start: day.line.start, end: start }, day) ? day.line.start : start, end };
	return holder?.kind === 'html' ? withTags(doc.text, holder.span, span) : span;
}

/** Whether nothing stands in the gap before a row but the line of its day. */
function isDay({ text }: Postmortem, gap: TextSpan, day: Day | undefined): boolean {
	return day !== undefined && contains(gap, day.line) && isNothing(text.slice(gap.start, day.line.start)) && isNothing(text.slice(day.line.end, gap.end));
}

/** Rows in HTML with the tags of the list that holds nothing else. */
export function withTags(text: string, within: TextSpan, { start, end }: TextSpan): TextSpan {
	end += /^\s*<br ?\/?>/i.exec(text.slice(end, within.end))?.[0].length ?? 0;
	for (;;) {
		const opening = OPENING_TAG.exec(text.slice(Math.max(within.start, start - LONGEST_TAG), start));
		if (!opening) return { start, end };
		const closing = CLOSING_TAG.exec(text.slice(end, Math.min(within.end, end + LONGEST_TAG)));
		const isClosed = closing?.[1]!.toLowerCase() === opening[1]!.toLowerCase();
		if (!isClosed && /ul|ol|dl|div/i.test(opening[1]!)) return { start, end };
		start -= opening[0].length;
		if (isClosed) end += closing![0].length;
	}
}

/** A log is replaced as a whole: lines before its first row stay code, above the table. */
function inPlaceOfCode(doc: Postmortem, code: Block & { readonly kind: 'code' }, entries: readonly TimelineEntry[], run: TextSpan, lines: readonly string[]): SpanEdit | undefined {
	if (doc.timelines.some((timeline) => timeline.entries.some((entry) => contains(code.span, entry.rowSpan) && !entries.includes(entry)))) return undefined;
	const textOf = ({ start, end }: TextSpan) => doc.text.slice(start, end);
	const head = code.lines.filter(({ end }) => end <= run.start).map(textOf);
	const fence = code.fenced ? /^[`~].*/.exec(textOf(code.span))![0].trimEnd() : '```';
	const above = head.some((line) => line.trim() !== '') ? [fence, ...head, /^[`~]+/.exec(fence)![0], ''] : [];
	const all = [...above, ...lines];
	if (!keepsAll(code.lines.map(textOf).join('\n').replaceAll('`', ''), all.join('\n').replaceAll('`', ''))) return undefined;
	return replaceLines(doc, code.span, all);
}

/** The columns of a new timeline table: the template’s where it has a time and an event. */
export function timelineColumns(doc: Postmortem): readonly TableColumnSpec[] {
	const { columns } = doc.template.template.timeline;
	return columns.some(({ role }) => role === 'time') && columns.some(({ role }) => role === 'event') ? columns : DEFAULT_COLUMNS;
}

function cellOf(column: TableColumnSpec, row: Row, day: string, reference: string): string {
	switch (column.role) {
		case 'time': return cellText(row.time);
		case 'event': return cellText(row.event + reference);
		case 'who':
		case 'owner': return cellText(row.who);
		case 'date': return cellText(day) || (row.entry.at?.date && datesIn(row.time, undefined).length === 0 ? formatDate(row.entry.at.date) : '');
		default: return '';
	}
}
