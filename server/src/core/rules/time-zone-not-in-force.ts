import type { Chunk } from '../markdown/blocks';
import { ofEachChunk } from '../markdown/each-chunk';
import type { Postmortem, Timeline } from '../postmortem/model';
import { headerZone } from '../postmortem/raw-rows';
import { firstRow } from '../postmortem/timeline-facts';
import { completeDate } from '../time/date';
import { mayHoldZonedTime, type TimeMention } from '../time/mention';
import { formatDate, type CivilDate, type ClockTime } from '../time/moment';
import type { Written } from '../text/span';
import type { SpanEdit } from '../text/edit';
import { abbreviationInForce, meaningOfZone } from '../time/zones';
import page from './time-zone-not-in-force.md';
import { defineRule } from './rule';
import { offsetLike, statedOffsets } from './support/stated-offsets';
import { timesOf } from './support/times-in';
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
		for (const { zone, inForce, day } of wrongZones(doc)) {
			const key = `${zone.text.toUpperCase()} ${inForce}`;
			const known = found.get(key);
			if (known) known.places.set(zone.span.start, zone);
			else found.set(key, { places: new Map([[zone.span.start, zone]]), inForce, day });
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

interface WrongZone {
	readonly zone: Written;
	readonly inForce: string;
	readonly day: CivilDate;
}

/** Zones of rows with their own days, of columns and statements with the timeline's, and of all other times. */
function* wrongZones(doc: Postmortem): Generator<WrongZone> {
	const { dateOrder, date } = doc;
	const key = [date && formatDate(date.date)];
	for (const timeline of doc.timelines) {
		if (timeline.part.fact('zone not in force', key, () => timeline.zone && notInForce(timeline.zone.written.text, firstOf(doc, timeline))) && isWritten(doc, timeline.zone!.written)) yield* wrong(doc, timeline.zone!.written, firstOf(doc, timeline));
		yield* timeline.part.recall('zones not in force', key, () => [...wrongInRows(doc, timeline)]);
	}
	const inText = ofEachChunk(doc.chunks, 'zones not in force', [dateOrder, ...key], (chunk) => zonedIn(doc, chunk).flatMap(({ zone, date: day, clock }) => [...wrong(doc, zone!, { date: dayOf(day, doc), clock: clock?.clock ?? NOON })]));
	const stated = [...ofDocument(doc)];
	if (inText.length + stated.length === 0) return;
	const ofRows = new Set(doc.timelines.flatMap(({ entries }) => entries.flatMap(({ zone, at }) => (zone && at ? [zone.span.start] : []))));
	for (const each of [...stated, ...inText]) if (!ofRows.has(each.zone.span.start)) yield each;
}

function* ofDocument(doc: Postmortem): Generator<WrongZone> {
	const stated = doc.zone?.written;
	if (!stated || !isWritten(doc, stated)) return;
	const { start } = stated.span;
	const beside = doc.chunks.flatMap((chunk) => (chunk.start <= start && start < chunk.end ? zonedIn(doc, chunk) : [])).find(({ zone }) => zone!.span.start === start);
	yield* wrong(doc, stated, { date: dayOf(beside?.date, doc), clock: NOON });
}

interface When {
	readonly date: CivilDate | undefined;
	readonly clock: ClockTime;
}

function* wrongInRows(doc: Postmortem, timeline: Timeline): Generator<WrongZone> {
	const first = firstOf(doc, timeline);
	for (const { title } of timeline.table?.columns ?? []) {
		const zone = headerZone(doc.text, title.span);
		if (zone && zone.span.start !== timeline.zone?.written.span.start) yield* wrong(doc, zone, first);
	}
	for (const { zone, at } of timeline.entries) if (zone && at) yield* wrong(doc, zone, at);
}

/** The first row whose day is known. */
function firstOf(doc: Postmortem, timeline: Timeline): When {
	const first = firstRow([timeline], ({ firstDated }) => firstDated)?.at;
	return { date: first?.date ?? doc.date?.date, clock: first?.clock ?? NOON };
}

function zonedIn(doc: Postmortem, chunk: Chunk): readonly TimeMention[] {
	return timesOf(doc, chunk, { name: 'zoned times', mayHold: mayHoldZonedTime }).filter(({ zone }) => zone);
}

function notInForce(zone: string, { date, clock }: When): string | undefined {
	return date && abbreviationInForce(zone, date, clock);
}

function* wrong(doc: Postmortem, { text, span }: Written, when: When): Generator<WrongZone> {
	const inForce = isAlternative(doc.text, { text, span }) ? undefined : notInForce(text, when);
	if (inForce !== undefined) yield { zone: { text, span }, inForce, day: when.date! };
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
