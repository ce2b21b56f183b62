import type { Postmortem } from '../postmortem/model';
import { headerZone } from '../postmortem/raw-rows';
import { completeDate } from '../time/date';
import type { CivilDate, ClockTime } from '../time/moment';
import type { Written } from '../text/span';
import type { SpanEdit } from '../text/edit';
import { abbreviationInForce, meaningOfZone } from '../time/zones';
import page from './time-zone-not-in-force.md';
import { defineRule } from './rule';
import { offsetLike, statedOffsets } from './support/stated-offsets';
import { fromTimes } from './support/times-in';
import { monthName, quoted } from './support/wording';

interface NotInForce {
	/** Every place that names the zone on such a day, in document order. */
	readonly places: readonly Written[];
	readonly inForce: string;
	readonly day: CivilDate;
}

const NOON: ClockTime = { hour: 12, minute: 0 };
const MOST_RELATED = 5;

export const timeZoneNotInForce = defineRule<NotInForce>({
	id: 'time-zone-not-in-force',
	summary: 'A named time zone was in force on the day it is named for.',
	page,
	severity: 'warning',
	fixKind: 'unsafe',
	since: '0.1.0',

	*check({ doc }) {
		const found = new Map<string, { places: Map<number, Written>; inForce: string; day: CivilDate }>();
		for (const { zone, date, clock } of mentions(doc)) {
			const inForce = date && !isAlternative(doc.text, zone) && abbreviationInForce(zone.text, date, clock);
			if (!inForce) continue;
			const key = `${zone.text.toUpperCase()} ${inForce}`;
			const known = found.get(key);
			if (known) known.places.set(zone.span.start, zone);
			else found.set(key, { places: new Map([[zone.span.start, zone]]), inForce, day: date });
		}
		for (const { places, inForce, day } of found.values()) yield { places: [...places.values()].sort((a, b) => a.span.start - b.span.start), inForce, day };
	},
	describe: ({ places, inForce, day }) => ({
		span: places[0]!.span,
		message: `Unexpected time zone ${quoted(places[0]!.text)} in ${monthName(day)} ${day.year}, expected ${quoted(inForce)}`,
		related: places.slice(1, 1 + MOST_RELATED).map(({ span }) => ({ span, message: 'It is named here too' })),
	}),
	fixes: ({ places, inForce }, { doc }) => [{
		title: places.length === 1 ? `Replace by ${quoted(inForce)}` : `Replace by ${quoted(inForce)} in ${places.length} places`,
		edits: [...places.map(({ text, span }) => ({ span, newText: text === text.toLowerCase() ? inForce.toLowerCase() : inForce })), ...offsetsBeside(doc, places, inForce)],
	}],
});

/** The offset behind `PST (UTC-8)` goes with the name. */
function offsetsBeside(doc: Postmortem, places: readonly Written[], inForce: string): readonly SpanEdit[] {
	const offset = meaningOfZone(inForce)?.offset;
	return offset === undefined ? [] : statedOffsets(doc).filter((stated) => stated.offset !== offset && places.some(({ span }) => span.start === stated.zone.span.start)).map(({ span, text }) => ({ span, newText: offsetLike(text, offset) }));
}

interface ZoneMention {
	readonly zone: Written;
	readonly date: CivilDate | undefined;
	readonly clock: ClockTime;
}

/** Zones of rows with their own days, of columns and statements with the timeline's, and of all other times. */
function* mentions(doc: Postmortem): Generator<ZoneMention> {
	const zoned = fromTimes(doc, 'zoned times', (time) => (time.zone ? [time] : []));
	const ofRows = new Map<number, CivilDate | undefined>();
	for (const timeline of doc.timelines) {
		const first = timeline.entries.find((entry) => entry.at?.date && !entry.dateOnly)?.at;
		if (timeline.zone && isWritten(doc, timeline.zone.written)) yield { zone: timeline.zone.written, date: first?.date ?? doc.date?.date, clock: first?.clock ?? NOON };
		for (const { title } of timeline.table?.columns ?? []) {
			const zone = headerZone(doc.text, title.span);
			if (zone && zone.span.start !== timeline.zone?.written.span.start) yield { zone, date: first?.date ?? doc.date?.date, clock: first?.clock ?? NOON };
		}
		for (const { zone, at } of timeline.entries) {
			if (!zone || !at) continue;
			ofRows.set(zone.span.start, at.date);
			yield { zone, date: at.date, clock: at.clock };
		}
	}
	if (doc.zone && isWritten(doc, doc.zone.written) && !ofRows.has(doc.zone.written.span.start)) {
		const beside = zoned.find(({ zone }) => zone?.span.start === doc.zone!.written.span.start);
		yield { zone: doc.zone.written, date: dayOf(beside?.date, doc), clock: NOON };
	}
	for (const { zone, date, clock } of zoned) {
		if (!zone || ofRows.has(zone.span.start)) continue;
		yield { zone: { text: zone.text, span: zone.span }, date: dayOf(date, doc), clock: clock?.clock ?? NOON };
	}
}

function dayOf(date: Parameters<typeof completeDate>[0] | undefined, doc: Postmortem): CivilDate | undefined {
	return date ? completeDate(date, doc.date?.date) : doc.date?.date;
}

/** `CET/CEST` names whichever is in force. */
function isAlternative(text: string, { span }: Written): boolean {
	return text[span.start - 1] === '/' || text[span.end] === '/';
}

/** A zone that the config states stands nowhere in the document. */
function isWritten(doc: Postmortem, { text, span }: Written): boolean {
	return span.end > span.start && doc.text.slice(span.start, span.end) === text;
}
