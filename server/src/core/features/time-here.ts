/** The time that stands at a place of a document, and the moment that it is: a row's, a second column's, a field's, or one in a sentence. */
import { insideCodeOrLink } from '../markdown/inline';
import { insideCodeBlock } from '../markdown/inside-code';
import type { Phase, Postmortem, Timeline, TimelineEntry } from '../postmortem/model';
import { soleTime } from '../postmortem/sole-time';
import { headerZone } from '../postmortem/raw-rows';
import { contains, type Written } from '../text/span';
import { completeDate } from '../time/date';
import { timesIn, type TimeMention } from '../time/mention';
import { momentIn } from '../time/moment-in';
import { addDays, clockMs, type CivilDate, type ClockTime, type Moment } from '../time/moment';
import { zoneTarget } from '../time/zone-target';
import { meaningOfZone, offsetOn } from '../time/zones';

export interface TimeHere {
	readonly written: Written;
	readonly at: Moment;
	/** The end of a range. */
	readonly until: Moment | undefined;
	/** The zone that it was read in; an empty span where the config states it. `undefined` where none is known. */
	readonly zone: Written | undefined;
	readonly approximate: boolean;
	readonly phase: Phase | undefined;
	/** The row of which it is the own time. */
	readonly entry: TimelineEntry | undefined;
	/** Whether nothing near it tells the day, which is taken from the document. */
	readonly isDayTaken: boolean;
}

/** `undefined` where no time of day stands there, or one that cannot be told from another number. */
export function timeAtPlace(doc: Postmortem, offset: number): TimeHere | undefined {
	const at = { start: offset, end: offset };
	const timeline = doc.timelines.find(({ span }) => contains(span, at));
	for (const each of doc.timelines) {
		const entry = each.entries.find(({ written, at: moment, dateOnly }) => moment && !dateOnly && written.text !== '' && contains(written.span, at));
		if (entry) return ofEntry(entry, entry.at!);
	}
	return (timeline?.table && inZoneColumn(doc, timeline, offset)) ?? inText(doc, offset);
}

function ofEntry(entry: TimelineEntry, at: Moment): TimeHere {
	const { written, until, inZone, approximate, phase } = entry;
	return { written, at, until, zone: inZone, approximate, phase, entry, isDayTaken: false };
}

/** A time in a column with a zone of its own: of the day that the row's own time has there. */
function inZoneColumn(doc: Postmortem, { table, entries }: Timeline, offset: number): TimeHere | undefined {
	const at = { start: offset, end: offset };
	const row = table!.block.rows.find(({ span }) => contains(span, at));
	const index = row?.cells.findIndex((cell) => contains(cell, at)) ?? -1;
	const cell = row?.cells[index];
	const title = table!.columns[index]?.title;
	const zone = title && headerZone(doc.text, title.span);
	const time = cell && zone && soleTime(doc.text, cell);
	const entry = entries.find(({ rowSpan }) => rowSpan.start === row?.span.start);
	if (!time?.clock || time.zone || !entry) return undefined;
	const target = zoneTarget(zone!.text);
	const day = entry.at && target && momentIn(target, entry.at)?.date;
	return ofMention(doc, time, { text: zone!.text, span: zone!.span }, day ?? entry.at?.date, false);
}

/** A time in a sentence or field, in a form that is nothing else: of the incident's day and the document's zone where it names none. */
function inText(doc: Postmortem, offset: number): TimeHere | undefined {
	const line = doc.lines.line(doc.lines.lineAt(offset));
	const source = doc.text.slice(line.start, line.end);
	if (!/\d/.test(source) || insideCodeBlock(doc.blocks, offset) || insideCodeOrLink(source, offset - line.start)) return undefined;
	const phase = Object.entries(doc.phases).find(([, reading]) => reading?.from === 'field' && contains(reading.span, { start: offset, end: offset }));
	if (phase?.[1]) {
		const { span, at } = phase[1];
		const own = timesIn(doc.text, span, { order: doc.dateOrder, place: 'row' })[0];
		return { written: { text: doc.text.slice(span.start, span.end), span }, at, until: own?.until?.clock && ofMention(doc, own, own.zone ?? doc.zone?.written, at.date, false)?.until, zone: own?.zone ?? doc.zone?.written, approximate: false, phase: phase[0] as Phase, entry: undefined, isDayTaken: own?.date === undefined };
	}
	const time = timesIn(doc.text, line, { order: doc.dateOrder, place: 'prose' }).find(({ span, clock }) => clock && contains(span, { start: offset, end: offset }));
	return time && ofMention(doc, time, time.zone ?? doc.zone?.written, doc.date?.date, time.date === undefined);
}

function ofMention(doc: Postmortem, time: TimeMention, zone: Written | undefined, day: CivilDate | undefined, isDayTaken: boolean): TimeHere {
	const date = time.date ? completeDate(time.date, doc.date?.date) : day;
	const clock = time.clock!.clock;
	const endClock = time.until?.clock?.clock;
	const endDay = time.until?.date ? completeDate(time.until.date, date) : date && endClock && clockMs(endClock) < clockMs(clock) ? addDays(date, 1) : date;
	return {
		written: { text: doc.text.slice(time.span.start, time.span.end), span: time.span },
		at: momentOf(doc, date, clock, zone), until: endClock && momentOf(doc, endDay, endClock, zone),
		zone, approximate: time.approximate, phase: undefined, entry: undefined, isDayTaken: isDayTaken && date !== undefined,
	};
}

function momentOf(doc: Postmortem, date: CivilDate | undefined, clock: ClockTime, zone: Written | undefined): Moment {
	const meaning = zone && meaningOfZone(zone.text);
	const offset = (meaning && offsetOn(meaning, date, clock)) ?? (zone && zone.text === doc.zone?.written.text ? doc.zone.offset : undefined);
	return { date, clock, offset };
}

/** The line, counted from 1, on which a zone is stated that does not stand beside the time; `undefined` for the config's. */
export function lineOfZone(doc: Postmortem, { zone, written }: TimeHere): number | 'here' | undefined {
	if (!zone || zone.span.end <= zone.span.start) return undefined;
	return contains(written.span, zone.span) ? 'here' : doc.lines.lineAt(zone.span.start) + 1;
}

