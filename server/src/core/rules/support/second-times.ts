/** Rows that state their time twice, in two zones: in a second column, or beside it (`03:12 UTC (19:12 PT)`). */
import type { TableRow } from '../../markdown/blocks';
import { headerZone } from '../../postmortem/raw-rows';
import type { Postmortem, TableModel, Timeline, TimelineEntry } from '../../postmortem/model';
import type { TextSpan, Written } from '../../text/span';
import { timeAt, type TimeMention } from '../../time/mention';
import { dayNumber, type CivilDate, type Moment } from '../../time/moment';
import { abbreviationInForce, ianaOffset, meaningOfZone } from '../../time/zones';

export interface SecondTime {
	/** The row's own time as it stands there. */
	readonly own: Written;
	/** What it was read as; its offset is known. */
	readonly first: Moment;
	readonly second: TimeMention;
	readonly zone: Written;
	/** Minutes east of UTC that the second zone may have had; two where the day is not known. */
	readonly offsets: readonly number[];
	/** Whether the zone stands in the header of a column, for all rows. */
	readonly inColumn: boolean;
}

const BESIDE = /^[\s*_`]*[(/|,[]\s*/;

export function secondTimes(doc: Postmortem, timeline: Timeline): readonly SecondTime[] {
	const { table } = timeline;
	const rows = new Map(table?.block.rows.map((row) => [row.span.start, row]));
	const zones = table?.columns.map(({ title }) => headerZone(doc.text, title.span));
	const offsetsOf = offsetsByDay();
	return timeline.entries.flatMap((entry): SecondTime[] => {
		const { at } = entry;
		if (!at || at.offset === undefined || entry.dateOnly || entry.approximate) return [];
		const row = rows.get(entry.rowSpan.start);
		const found = table && row ? inOtherColumns(doc, table, zones!, entry, row) : [];
		const beside = found.length > 0 ? undefined : besideTime(doc, entry);
		return [...found, ...(beside ? [beside] : [])].flatMap(({ second, zone, inColumn }): SecondTime[] => {
			const offsets = offsetsOf(zone.text, at.date ?? doc.date?.date);
			return offsets.length > 0 ? [{ own: entry.written, first: at, second, zone, offsets, inColumn }] : [];
		});
	});
}

type Found = Pick<SecondTime, 'second' | 'zone' | 'inColumn'>;

/** @param zones those that the headers of the columns state. */
function inOtherColumns(doc: Postmortem, { columns }: TableModel, zones: readonly (Written | undefined)[], entry: TimelineEntry, { cells }: TableRow): Found[] {
	const own = cells.findIndex((cell) => cell.start <= entry.written.span.start && entry.written.span.start <= cell.end);
	if (!entry.zone && !zones[own]) return [];
	return cells.flatMap((cell, index): Found[] => {
		const column = columns[index];
		if (!column || column.title.text.length > 40 || index === own) return [];
		const zone = zones[index];
		const second = zone && soleTime(doc.text, cell);
		return second && !second.zone ? [{ second, zone, inColumn: true }] : [];
	});
}

/** The time that is all a cell holds. */
function soleTime(text: string, cell: TextSpan): TimeMention | undefined {
	const marks = /^[*_`~(]*/.exec(text.slice(cell.start, cell.end))![0].length;
	const time = timeAt(text, cell.start + marks, { order: undefined, place: 'row' });
	return time?.clock && !time.until && !time.approximate && time.span.end <= cell.end && /^[*_`)\s]*$/.test(text.slice(time.span.end, cell.end)) ? time : undefined;
}

function besideTime(doc: Postmortem, { written, rowSpan, zone }: TimelineEntry): Found | undefined {
	if (!zone) return undefined;
	const gap = BESIDE.exec(doc.text.slice(written.span.end, rowSpan.end));
	const second = gap && timeAt(doc.text, written.span.end + gap[0].length, { order: undefined, place: 'row' });
	return second?.clock && second.zone && !second.until && !second.approximate && second.span.end <= rowSpan.end ? { second, zone: second.zone, inColumn: false } : undefined;
}

/** As `offsetsOf`, which asks the data of a zone once for all rows of a day. */
function offsetsByDay(): typeof offsetsOf {
	const known = new Map<string, readonly number[]>();
	return (zone, date) => {
		const key = `${zone} ${date && dayNumber(date)}`;
		const offsets = known.get(key) ?? offsetsOf(zone, date);
		known.set(key, offsets);
		return offsets;
	};
}

/** None for a name of several zones, which cannot be held against anything. */
function offsetsOf(zone: string, date: CivilDate | undefined): readonly number[] {
	const meaning = meaningOfZone(zone);
	if (!meaning) return [];
	if (meaning.offset !== undefined) {
		// A name that was not in force that day is another rule's finding: its times may be right.
		const inForce = date && abbreviationInForce(zone, date, { hour: 12, minute: 0 });
		return [...new Set([inForce === undefined ? meaning.offset : meaningOfZone(inForce)?.offset ?? meaning.offset, meaning.offset])];
	}
	const { iana } = meaning;
	if (!iana) return [];
	const days = date ? [date] : [{ year: 2024, month: 1, day: 15 }, { year: 2024, month: 7, day: 15 }];
	return [...new Set(days.flatMap((day) => ianaOffset(iana, day, { hour: 12, minute: 0 }) ?? []))];
}
