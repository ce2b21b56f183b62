/** A timeline of any shape to a table in the template's columns. Times stay as written; what cannot stand in a cell stays below. */
import { leadingTime } from '../postmortem/row-time';
import type { ColumnRole, Postmortem, Timeline, TimelineEntry } from '../postmortem/model';
import { escapeCell, printTable } from '../markdown/table-print';
import type { TableColumnSpec } from '../template/template';
import type { SpanEdit } from '../text/edit';
import { lineEndingOf } from '../text/lines';
import { contains, touches, trimmed, type TextSpan } from '../text/span';
import { cellOf, unplaceable, withMarks } from './cells';
import type { Rewrite } from './rewrite';
import { dedented, indented, indentOf, lineStartIfFree, replaceByBlock } from './surroundings';

const DEFAULT_COLUMNS: readonly TableColumnSpec[] = [{ title: 'Time', role: 'time' }, { title: 'Event', role: 'event' }];

export const timelineToTable: Rewrite = {
	kind: 'timelineToTable',
	offers(doc, selection) {
		return doc.timelines
			.filter((timeline) => timeline.shape !== 'table' && touches(doc.lines.fullLines(timeline.span), selection))
			.map((timeline) => ({ kind: 'timelineToTable' as const, title: 'Convert timeline to table', edits: timelineTableEdits(doc, timeline) }))
			.filter((offer) => offer.edits.length > 0);
	},
};

/** Rows that stand together, with the day line that their first one is under. */
interface Group {
	readonly entries: TimelineEntry[];
	start: number;
	end: number;
}

export function timelineTableEdits(doc: Postmortem, timeline: Timeline): readonly SpanEdit[] {
	if (timeline.shape === 'table' || timeline.entries.length === 0) return [];
	const { text } = doc;
	const lineEnding = lineEndingOf(text);
	const columns = columnsFor(doc, timeline);
	const groups = groupsOf(doc, timeline);
	if (!groups) return [];
	return groups.map((group) => {
		const below: string[] = [];
		const rows = group.entries.map((entry) => {
			const left = unplaceable(doc.blocks, entry.rowSpan).filter((block) => !isOwnFence(timeline, block.span));
			for (const block of left) below.push(dedented(text.slice(block.span.start, block.span.end), columnAt(text, block.span.start)));
			return rowCells(doc, columns, entry, left.map((block) => block.span));
		});
		const table = printTable(columns.map((column) => column.title), rows, lineEnding);
		const first = group.entries[0]!;
		const block = [table, ...below].join(lineEnding + lineEnding);
		return replaceByBlock(text, group, indented(block, timeline.shape === 'nested-list' || timeline.shape === 'list' ? indentOf(text, first.rowSpan.start) : ''), lineEnding);
	});
}

function isOwnFence(timeline: Timeline, block: TextSpan): boolean {
	return timeline.shape === 'code' && contains(block, timeline.span);
}

/** The template's columns without a zone of its own; columns that the rows fill and the template lacks come last. */
function columnsFor(doc: Postmortem, timeline: Timeline): readonly TableColumnSpec[] {
	const asked = doc.template.template.timeline.columns;
	const columns = (asked.some((column) => column.role === 'time') ? asked : DEFAULT_COLUMNS).map((column) => ({ ...column, title: column.title.replace(/\s*\((?:UTC|[A-Z]{2,5})\)$/, '') }));
	const times = columns.filter((column) => column.role === 'time');
	const kept = columns.filter((column) => column.role !== 'date' && (column.role !== 'time' || column === times[0]));
	return timeline.entries.some((entry) => entry.who) && !kept.some((column) => column.role === 'who' || column.role === 'owner') ? [...kept, { title: 'Who', role: 'who' }] : kept;
}

function rowCells(doc: Postmortem, columns: readonly TableColumnSpec[], entry: TimelineEntry, left: readonly TextSpan[]): string[] {
	const { text } = doc;
	const spans = entry.textSpans.filter((span) => !left.some((block) => contains(block, span)));
	const event = [cellOf(text, spans), ...(left.length ? ['(see below)'] : [])].filter((part) => part !== '').join(' ');
	const used = new Set<ColumnRole>();
	return columns.map((column) => {
		if (used.has(column.role) && column.role !== 'other') return '';
		used.add(column.role);
		if (column.role === 'time') return timeCell(text, entry);
		if (column.role === 'event') return event;
		if (column.role === 'who' || column.role === 'owner') return entry.who ? escapeCell(entry.who.text) : '';
		return '';
	});
}

function timeCell(text: string, entry: TimelineEntry): string {
	const time = entry.written.text === '' ? '' : withMarks(text, entry.written.span);
	if (!entry.dayLine) return escapeCell(time);
	const day = leadingTime(text, entry.dayLine, undefined)?.time.span;
	return escapeCell(day ? `${text.slice(day.start, day.end)} ${time}`.trim() : time);
}

/** `undefined` where something stands between the rows that a table would tear apart or lose. */
function groupsOf(doc: Postmortem, timeline: Timeline): Group[] | undefined {
	const { text } = doc;
	const groups: Group[] = [];
	for (const entry of timeline.entries) {
		const last = groups.at(-1);
		const start = rowStart(doc, entry, last?.end ?? 0);
		if (last && start < last.end) return undefined;
		const gap = last && text.slice(last.end, start);
		if (last && isNothing(gap!, entry, text, last.end, start)) {
			last.entries.push(entry);
			last.end = entry.rowSpan.end;
		} else groups.push({ entries: [entry], start, end: entry.rowSpan.end });
	}
	if (timeline.shape === 'html' || timeline.shape === 'code') return wholeBlock(doc, timeline, groups);
	return groups;
}

/** Where the row's line begins; the line of its day belongs to it where it is the first below. */
function rowStart(doc: Postmortem, entry: TimelineEntry, after: number): number {
	const { dayLine } = entry;
	const from = dayLine && dayLine.start >= after && doc.text.slice(dayLine.end, entry.rowSpan.start).replace(/[-*+•>\d.)\s:*_]/g, '') === '' && isBareDay(doc.text, dayLine) ? bulletStart(doc.text, dayLine.start) : bulletStart(doc.text, entry.rowSpan.start);
	return Math.max(after, lineStartIfFree(doc.text, from));
}

function isBareDay(text: string, line: TextSpan): boolean {
	const lead = leadingTime(text, line, undefined);
	return lead !== undefined && lead.rest.every((span) => span.start >= span.end);
}

/** A row that is a paragraph in a list item begins at the item's mark. */
function bulletStart(text: string, offset: number): number {
	const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
	return /^[\s>]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?$/.test(text.slice(lineStart, offset)) ? lineStart : offset;
}

/** White space, quote marks, HTML tags and marks of lists between two rows hold nothing that could be lost. */
function isNothing(gap: string, entry: TimelineEntry, text: string, from: number, to: number): boolean {
	const bare = gap.replace(/<\/?(?:ul|ol|li|p|dl|dd|dt|br)(?:\s[^<>]*)?\/?>/gi, '').replace(/[\s>]/g, '');
	if (bare === '' || /^[*_]{1,3}$/.test(bare)) return true;
	const day = entry.dayLine;
	return day !== undefined && day.start >= from && day.end <= to && isBareDay(text, day) && (text.slice(from, day.start) + text.slice(day.end, to)).replace(/[-*+•>\s]/g, '') === '';
}

/** Rows within a fence or HTML tags: the marks around them go too, where nothing else is within. */
function wholeBlock(doc: Postmortem, timeline: Timeline, groups: Group[]): Group[] | undefined {
	if (groups.length !== 1) return undefined;
	const group = groups[0]!;
	const block = doc.blocks.find((each) => contains(each.span, timeline.span)) ?? timeline.section?.blocks.find((each) => contains(each.span, timeline.span));
	if (!block || (block.kind !== 'code' && block.kind !== 'html')) return undefined;
	const outside = trimmed(doc.text, block.span);
	const around = doc.text.slice(outside.start, group.start) + doc.text.slice(group.end, outside.end);
	if (around.replace(/<\/?(?:ul|ol|li|p|dl|dd|dt|br)(?:\s[^<>]*)?\/?>/gi, '').replace(/(?:`{3,}|~{3,})[^\r\n]*/g, '').trim() !== '') return undefined;
	return [{ entries: group.entries, start: lineStartIfFree(doc.text, outside.start), end: outside.end }];
}

function columnAt(text: string, offset: number): number {
	return offset - (Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1);
}
