/** The rows of a timeline in time order. */
import type { Postmortem, Timeline, TimelineEntry } from '../postmortem/model';
import type { SpanEdit } from '../text/edit';
import { touches, type TextSpan } from '../text/span';
import { datesIn } from '../time/date';
import { clockMs, dayNumber, epochMs, localMs, type Moment } from '../time/moment';
import type { Rewrite } from './rewrite';
import { rowsApart } from './rows';

const HALF_DAY_MS = 12 * 3_600_000;
const NUMBER = /^\d{1,9}[.)][ \t]+/;

export const sortTimeline: Rewrite = {
	kind: 'sortTimeline',
	offers: (doc, selection) => doc.timelines
		.filter((timeline) => touches(timeline.span, selection) || (timeline.section && touches(timeline.section.heading, selection)))
		.flatMap((timeline) => {
			const edits = sortEdits(doc, timeline);
			return edits.length ? [{ title: 'Sort timeline by time', kind: 'sortTimeline' as const, edits }] : [];
		}),
};

/**
 * Rows of one moment keep their order, rows without one follow the row that they stood behind. A date line keeps the
 * rows below it. Empty where the rows are in order, or where a row would be read with another date in its new place,
 * or where only their order tells that midnight is crossed.
 */
export function sortEdits(doc: Postmortem, timeline: Timeline): SpanEdit[] {
	return rowsApart(doc, timeline.entries).flatMap((run) => sortRun(doc, timeline, run));
}

function sortRun(doc: Postmortem, timeline: Timeline, run: readonly TimelineEntry[]): SpanEdit[] {
	if (!datesStay(timeline, run)) return [];
	const groups: { at: Moment | undefined; rows: TimelineEntry[] }[] = [];
	for (const entry of run) {
		if (entry.at || groups.length === 0) groups.push({ at: entry.at, rows: [entry] });
		else groups.at(-1)!.rows.push(entry);
	}
	const rank = rankOf(run);
	const moments = run.flatMap(({ at }) => at ?? []);
	if (!moments.some(({ date }) => date) && moments.some((at, index) => index > 0 && clockMs(at.clock) < clockMs(moments[index - 1]!.clock) - HALF_DAY_MS)) return [];
	const sorted = [...groups].sort((a, b) => (a.at && b.at ? rank(a.at) - rank(b.at) : 0)).flatMap(({ rows }) => rows);
	if (groups[0]?.at === undefined && sorted[0] !== run[0]) return [];
	if (!staysBetween(doc.timelines.filter(({ section }) => section === timeline.section).flatMap(({ entries }) => entries), run, sorted)) return [];
	const slots = run.map((entry) => slotOf(doc, entry.rowSpan));
	const column = (at: TextSpan) => at.start - doc.lines.line(doc.lines.lineAt(at.start)).start;
	if (slots.some((slot) => column(slot) !== column(slots[0]!))) return [];
	return slots.flatMap((slot, index) => {
		if (sorted[index] === run[index]) return [];
		const from = slotOf(doc, sorted[index]!.rowSpan);
		return [{ span: slot, newText: doc.text.slice(from.start, from.end) }];
	});
}

/** A row but for its number in a numbered list: numbers stay where they are. */
function slotOf(doc: Postmortem, row: TextSpan): TextSpan {
	return { start: row.start + (NUMBER.exec(doc.text.slice(row.start, Math.min(row.end, row.start + 14)))?.[0].length ?? 0), end: row.end };
}

/** All on one scale: with zone where every row has one, else on the clock of the place, else by time of day. */
function rankOf(run: readonly TimelineEntry[]): (at: Moment) => number {
	const moments = run.flatMap(({ at }) => at ?? []);
	for (const scale of [epochMs, localMs]) if (moments.every((at) => scale(at) !== undefined)) return (at) => scale(at)!;
	return ({ clock }) => clockMs(clock);
}

/** A row without a date of its own takes that of the row before: it may move among rows of its day alone. */
function datesStay(timeline: Timeline, run: readonly TimelineEntry[]): boolean {
	const dateColumn = timeline.table?.columns.some(({ role }) => role === 'date') ?? false;
	const dated = run.filter(({ written, at }) => at !== undefined && (dateColumn || writesDate(written.text))).length;
	const days = new Set(run.flatMap(({ at }) => (at?.date ? [dayNumber(at.date)] : [])));
	return days.size <= 1 || dated === 0 || dated === run.filter(({ at }) => at !== undefined).length;
}

/** Whether the rows before and behind are still of the same day, where only the order tells that midnight is crossed. */
function staysBetween(entries: readonly TimelineEntry[], run: readonly TimelineEntry[], sorted: readonly TimelineEntry[]): boolean {
	const at = entries.indexOf(run[0]!);
	const crosses = (first: TimelineEntry | undefined, second: TimelineEntry | undefined) => first?.at !== undefined && second?.at !== undefined && !writesDate(second.written.text) && clockMs(second.at.clock) < clockMs(first.at.clock) - HALF_DAY_MS;
	const before = entries[at - 1];
	const behind = entries[at + run.length];
	return crosses(before, run[0]) === crosses(before, sorted[0]) && crosses(run.at(-1), behind) === crosses(sorted.at(-1), behind);
}

function writesDate(time: string): boolean {
	return datesIn(time, undefined).length > 0;
}
