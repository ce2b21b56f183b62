/** A timeline in another zone: every time, range, date and statement of the zone; each time keeps its style and its moment. */
import type { Postmortem, Timeline, TimelineEntry } from '../../postmortem/model';
import type { SpanEdit } from '../../text/edit';
import { padsHours } from '../../time/clock-style';
import { formatDateLike } from '../../time/date-style';
import { timeEdits } from '../../time/mention-style';
import type { Moment } from '../../time/moment';
import { isReadAs, offsetName, type ZoneTarget } from '../../time/zone-target';
import { DayCount, dateInsertion, dateModel } from './days';
import { momentIn, nameOf } from '../../time/moment-in';
import { keptElsewhere, restate } from './statements';
import { placedRows, type Placed } from './targets';
import { decidedDates } from './undecided-dates';

interface Moved {
	readonly at: Moment;
	readonly until: Moment | undefined;
	/** What its zone is called. */
	readonly name: string;
}

/** `undefined` where a row has no known zone, is written in a way that cannot be copied, or shares its time with another. Empty where nothing would change. */
export function conversionEdits(doc: Postmortem, timelines: readonly Timeline[], target: ZoneTarget): SpanEdit[] | undefined {
	const rows = placedRows(timelines);
	if (!rows) return undefined;
	const moved = new Map<TimelineEntry, Moved>();
	for (const { entry, at } of rows) {
		const there = momentIn(target, at);
		const until = entry.until && momentIn(target, entry.until);
		if (!there || (entry.until && !until)) return undefined;
		moved.set(entry, { at: there, until, name: nameOf(target, there) });
	}
	const offsets = new Set([...moved.values()].flatMap(({ at, until }) => [at.offset!, ...(until ? [until.offset!] : [])]));
	const first = moved.get(rows[0]!.entry)!;
	const common = offsets.size === 1 ? first.name : target.name;
	const statement = restate(doc, timelines, common, first.at.offset!);
	const edits: SpanEdit[] = [...statement.edits];
	for (const run of runsOf(timelines)) {
		const own = rowEdits(doc, run, rows, (entry) => moved.get(entry), (entry, at) => (!entry.zone && (statement.unstated.has(entry) || !isReadAs(common, at)) ? nameOf(target, at) : undefined));
		if (!own) return undefined;
		edits.push(...own);
	}
	const all = [...edits, ...keptElsewhere(doc, timelines, edits), ...decidedDates(doc, timelines, common, edits)].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
	const isTwofold = all.some(({ span }, index) => index > 0 && span.start < all[index - 1]!.span.end);
	return isTwofold ? undefined : all;
}

function rowEdits(doc: Postmortem, run: readonly Timeline[], rows: readonly Placed[], moved: (entry: TimelineEntry) => Moved | undefined, ownZone: (entry: TimelineEntry, at: Moment) => string | undefined): SpanEdit[] | undefined {
	const entries = run.flatMap((timeline) => timeline.entries.map((entry) => ({ timeline, entry })));
	const pads = padsHours(entries.flatMap(({ entry: { time } }) => (time?.clock ? [doc.text.slice(time.clock.span.start, time.clock.span.end)] : [])));
	const own = new Set(entries.map(({ entry }) => entry));
	const halvesUnwritten = leavesHalvesOut(rows.filter(({ entry }) => own.has(entry)));
	const days = new DayCount(doc, { start: run[0]!.span.start, end: run.at(-1)!.span.end });
	const model = dateModel(run);
	const edits: SpanEdit[] = [];
	for (const { timeline, entry } of entries) {
		const to = moved(entry);
		if (!to) {
			days.pass(entry);
			continue;
		}
		const needsDate = days.needsDate(entry, to.at);
		const time = timeEdits(doc.text, entry.time!, { at: to.at, until: to.until, dayBefore: entry.at!.date, zone: { at: to.name, until: to.until ? nameAgain(to.until, to) : to.name }, pads, halvesUnwritten });
		if (!time) return undefined;
		if (needsDate) edits.push(dateInsertion(doc, timeline, entry, to.at.date!, model));
		edits.push(...time);
		if (entry.dateCell && to.at.date && !entry.time!.date) {
			const newText = formatDateLike(doc.text, entry.dateCell, to.at.date);
			if (newText !== doc.text.slice(entry.dateCell.span.start, entry.dateCell.span.end)) edits.push({ span: entry.dateCell.span, newText });
		}
		const zone = ownZone(entry, to.at);
		const { end } = (entry.time!.until?.clock ?? entry.time!.clock!).span;
		if (zone !== undefined) edits.push({ span: { start: end, end }, newText: ` ${zone}` });
	}
	return edits;
}

/** The timelines of one section: their days are counted on from one to the next. */
export function runsOf(timelines: readonly Timeline[]): readonly (readonly Timeline[])[] {
	const runs = new Map<unknown, Timeline[]>();
	for (const timeline of timelines) runs.set(timeline.section, [...(runs.get(timeline.section) ?? []), timeline]);
	return [...runs.values()];
}

function nameAgain(until: Moment, { at, name }: Moved): string {
	return until.offset === at.offset ? name : offsetName(until.offset!);
}

/** Whether the rows are on a 12-hour clock without AM and PM, which order alone tells. */
function leavesHalvesOut(rows: readonly Placed[]): boolean {
	return rows.some(({ entry, at }) => !entry.time!.clock!.meridiem && entry.time!.clock!.clock.hour !== at.clock.hour);
}
