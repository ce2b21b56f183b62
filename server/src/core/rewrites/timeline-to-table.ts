/** A timeline of any shape as a table with the template's columns. */
import { cellText, printTable } from '../markdown/table-print';
import type { Postmortem, Timeline, TimelineEntry } from '../postmortem/model';
import { leadingTime } from '../postmortem/row-time';
import type { TableColumnSpec } from '../template/template';
import type { SpanEdit } from '../text/edit';
import { contains, touches, type TextSpan } from '../text/span';
import { formatDate } from '../time/moment';
import { dedented, joinLines, piecesOf, type Piece, type Unplaced } from './content';
import { keepsAll } from './lossless';
import { replaceLines } from './place';
import type { Rewrite } from './rewrite';
import { isNothing, rowsApart } from './rows';
import { cutTime, type TimeParts } from './time-cell';
import { titleInZone } from './time-title';

const DEFAULT_COLUMNS: readonly TableColumnSpec[] = [{ title: 'Time', role: 'time' }, { title: 'Event', role: 'event' }];
const HTML_ROW = /<\/?(?:li|ul|ol|p|div|tr|t[dh]|table|tbody|thead|dl|d[td])(?:\s[^<>]*)?>/gi;

export const timelineToTable: Rewrite = {
	kind: 'timelineToTable',
	offers: (doc, selection) => doc.timelines
		.filter((timeline) => touches(timeline.span, selection) || (timeline.section && touches(timeline.section.heading, selection)))
		.flatMap((timeline) => {
			const edits = timelineTableEdits(doc, timeline);
			return edits.length ? [{ title: 'Convert timeline to table', kind: 'timelineToTable' as const, edits }] : [];
		}),
};

/**
 * One table for each run of rows. A line between two rows that says nothing but the day goes into their times; anything
 * else that stands between two rows and belongs to none stays there. Empty where the timeline is a table already, or where something would be lost.
 */
export function timelineTableEdits(doc: Postmortem, timeline: Timeline): SpanEdit[] {
	if (timeline.shape === 'table') return [];
	const edits: SpanEdit[] = [];
	for (const run of rowsApart(doc, timeline.entries, (gap, entry) => isDayLine(doc, gap, entry))) {
		const edit = tableFor(doc, timeline, run);
		if (!edit) return [];
		edits.push(edit);
	}
	return edits;
}

interface Row {
	readonly time: string;
	readonly event: string;
	readonly who: string;
	readonly below: readonly Unplaced[];
}

function tableFor(doc: Postmortem, timeline: Timeline, entries: readonly TimelineEntry[]): SpanEdit | undefined {
	const columns = timelineColumns(doc);
	const run = spanOf(doc, entries);
	const rows = entries.map((entry) => withDay(doc, run, entry, timeline.shape === 'html' ? htmlRow(doc, entry) : rowOf(doc, entry, columns)));
	const below = rows.filter((row) => row.below.length > 0);
	const numbered = below.length > 1;
	const cells = rows.map((row, index) => {
		const reference = row.below.length === 0 ? '' : numbered ? ` (see below, ${below.indexOf(row) + 1})` : ' (see below)';
		return columns.map((column) => cellOf(column, row, entries[index]!, reference));
	});
	const zones = timeline.entries.map(({ zone }) => (zone ?? timeline.zone?.written)?.text);
	const lines = printTable(columns.map((column) => cellText(titleInZone(column, zones))), cells);
	for (const [index, row] of below.entries()) lines.push('', ...(numbered ? [`(${index + 1})`, ''] : []), ...dedented(doc, row.below));
	const written = doc.text.slice(run.start, run.end);
	if (!keepsAll(timeline.shape === 'html' ? written.replace(HTML_ROW, ' ') : written, lines.join('\n'))) return undefined;
	const around = doc.blocks.find((block) => (block.kind === 'code' || block.kind === 'html') && contains(block.span, run));
	if (around && entries.length < timeline.entries.length) return undefined;
	return replaceLines(doc, around?.span ?? run, lines);
}

/** From the first row, or from its day line where later rows take theirs with them. */
function spanOf(doc: Postmortem, entries: readonly TimelineEntry[]): TextSpan {
	const first = entries[0]!;
	const day = first.dayLine;
	const hasDays = entries.some(({ dayLine }) => dayLine && dayLine.start > first.rowSpan.start);
	const start = hasDays && day && isDayLine(doc, { start: day.start, end: first.rowSpan.start }, first) ? day.start : first.rowSpan.start;
	return { start, end: entries.at(-1)!.rowSpan.end };
}

/** Whether nothing stands in the gap before a row but a line with the day that the row is read with. */
function isDayLine({ text }: Postmortem, gap: TextSpan, { dayLine }: TimelineEntry): boolean {
	if (!dayLine || dayLine.start < gap.start || dayLine.end > gap.end) return false;
	const isBare = leadingTime(text, dayLine, undefined)?.rest.every(({ start, end }) => start >= end) ?? false;
	return isBare && isNothing(text.slice(gap.start, dayLine.start)) && isNothing(text.slice(dayLine.end, gap.end));
}

function withDay(doc: Postmortem, run: TextSpan, { dayLine }: TimelineEntry, row: Row): Row {
	if (!dayLine || !contains(run, dayLine)) return row;
	const day = leadingTime(doc.text, dayLine, undefined)?.time.span;
	return day ? { ...row, time: `${doc.text.slice(day.start, day.end)} ${row.time}`.trim() } : row;
}

/** The columns of a new timeline table: the template's where it has a time and an event. */
export function timelineColumns(doc: Postmortem): readonly TableColumnSpec[] {
	const { columns } = doc.template.template.timeline;
	return columns.some(({ role }) => role === 'time') && columns.some(({ role }) => role === 'event') ? columns : DEFAULT_COLUMNS;
}

function cellOf(column: TableColumnSpec, row: Row, entry: TimelineEntry, reference: string): string {
	switch (column.role) {
		case 'time': return cellText(row.time);
		case 'event': return cellText(row.event + reference);
		case 'who':
		case 'owner': return cellText(row.who);
		case 'date': return entry.at?.date ? formatDate(entry.at.date) : '';
		default: return '';
	}
}

function rowOf(doc: Postmortem, entry: TimelineEntry, columns: readonly TableColumnSpec[]): Row {
	const { text } = doc;
	const pieces = piecesOf(doc, entry.rowSpan);
	const inCode = doc.blocks.some((block) => block.kind === 'code' && contains(block.span, entry.rowSpan));
	const found = entry.written.text === '' ? -1 : pieces.findIndex((piece) => piece.kind === 'line' && contains(piece.span, entry.written.span));
	let time = found < 0 ? entry.written.text : '';
	const lines = pieces.flatMap((piece, index) => {
		if (piece.kind !== 'line') return shortCode(doc, piece);
		const source = text.slice(piece.span.start, piece.span.end);
		if (index !== found) return [{ text: piece.prefix + source.replace(/^[•·▪◦‣]\s*/, ''), wrapped: piece.wrapped }];
		const parts = timeParts(source, entry, piece.span.start);
		time = parts.time;
		return [{ text: piece.prefix + parts.rest, wrapped: piece.wrapped }];
	});
	const below = pieces.filter((piece): piece is Unplaced => piece.kind === 'block' && shortCode(doc, piece).length === 0);
	const { event, who } = partWho(joinLines(inCode ? lines.map((line) => ({ ...line, text: escaped(line.text) })) : lines), entry, columns);
	return { time, event, who, below };
}

/** A time within a sentence is copied: the sentence stays whole. */
function timeParts(line: string, entry: TimelineEntry, lineStart: number): TimeParts {
	const { span: at, text: time } = entry.written;
	if (entry.textSpans.some((span) => contains(span, at))) return { time, rest: line.replace(/^[•·▪◦‣]\s*/, '') };
	return cutTime(line, { start: at.start - lineStart, end: at.end - lineStart });
}

/** Code as text that is shown as it stands. */
function escaped(code: string): string {
	return code.replace(/[\\`*<[]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
}

/** A fence of one line may stand in a cell as inline code. */
function shortCode(doc: Postmortem, piece: Piece): { text: string; wrapped: boolean }[] {
	const lines = doc.text.slice(piece.span.start, piece.span.end).split(/\r?\n/);
	const code = lines[1]?.trim() ?? '';
	const isFence = lines.length === 3 && lines[0] === '```' && lines[2]!.trim() === '```' && code !== '' && !code.includes('`');
	return isFence ? [{ text: `\`${code}\``, wrapped: false }] : [];
}

/** The name goes to its own column where the template has one and the reader took it out of the text. */
function partWho(event: string, entry: TimelineEntry, columns: readonly TableColumnSpec[]): { event: string; who: string } {
	const name = entry.who?.text ?? '';
	if (name === '' || !columns.some(({ role }) => role === 'who' || role === 'owner')) return { event, who: '' };
	if (entry.textSpans.some((span) => contains(span, entry.who!.span))) return { event, who: name };
	for (const form of [`(${name})`, `[${name}]`, `**${name}**:`, `**${name}:**`, `${name}:`, `${name} –`, `${name} -`]) {
		if (event.startsWith(form)) return { event: event.slice(form.length).trim(), who: form.startsWith('**') ? `**${name}**` : name };
		if (event.endsWith(form)) return { event: event.slice(0, -form.length).trim().replace(/[–—-]$/, '').trim(), who: name };
	}
	return { event, who: name };
}

function htmlRow(doc: Postmortem, entry: TimelineEntry): Row {
	const source = doc.text.slice(entry.rowSpan.start, entry.rowSpan.end).replace(HTML_ROW, ' ').replace(/\s+/g, ' ').trim();
	const start = source.indexOf(entry.written.text);
	if (entry.written.text === '' || start < 0) return { time: entry.written.text, event: source, who: '', below: [] };
	const { time, rest } = cutTime(source, { start, end: start + entry.written.text.length });
	return { time, event: rest, who: '', below: [] };
}
