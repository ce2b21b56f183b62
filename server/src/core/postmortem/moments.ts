/**
 * Written times to moments. A row's date comes from the row, its date column, the date line or heading above, the row
 * before (midnight is crossed by order), or the document; its zone from the row, its column, the section, the document
 * or the config, in that order.
 */
import type { Block } from '../markdown/blocks';
import { plainText } from '../markdown/inline';
import type { TextSpan, Written } from '../text/span';
import { completeDate, type DateMention } from '../time/date';
import { addDays, clockMs, dayNumber, epochMs, momentAt, type CivilDate, type ClockTime, type Moment } from '../time/moment';
import { zoneAt } from '../time/mention';
import { likelyOffset, meaningOfZone, offsetOn } from '../time/zones';
import type { ZoneReading } from './model';
import { headerZone, type RawItem, type RawRow } from './timeline-rows';

/** What a section says about the times in it. */
export interface ZoneScope {
	readonly zone: ZoneReading | undefined;
	/** The day that the section's own text states for its rows. */
	readonly date: CivilDate | undefined;
}

export interface ResolvedRow {
	readonly at: Moment | undefined;
	readonly until: Moment | undefined;
	/** As written in the row. */
	readonly zone: Written | undefined;
	/** The one that counted. */
	readonly inZone: Written | undefined;
	/** The day that a line or heading right above states. */
	readonly dayAbove: CivilDate | undefined;
}

export interface MomentContext {
	readonly text: string;
	/** The day the incident began, where the document says so. */
	readonly date: CivilDate | undefined;
	/** The zone of the document as a whole, as written. */
	readonly zone: Written | undefined;
	/** The zone that the config states. */
	readonly configZone: string | undefined;
	/** When T+0 was, for relative times. */
	readonly start: Moment | undefined;
}

const HALF_DAY = 12 * 3_600_000;
const DAY = 24 * 3_600_000;

export class MomentReader {
	readonly #context: MomentContext;
	readonly #hints: readonly string[];

	constructor(context: MomentContext) {
		this.#context = context;
		this.#hints = [context.zone?.text, context.configZone].filter((hint) => hint !== undefined);
	}

	/** The zone that a section's heading or its opening text states for its rows, else the document's. */
	scope(heading: TextSpan | undefined, blocks: readonly Block[]): ZoneScope {
		const { text } = this.#context;
		const own = (heading && headerZone(text, heading)) ?? statedZone(text, blocks);
		return { zone: own ? this.zoneReading(own) : this.documentZone, date: undefined };
	}

	get documentZone(): ZoneReading | undefined {
		const { zone, configZone } = this.#context;
		if (zone) return this.zoneReading(zone);
		return configZone === undefined ? undefined : this.zoneReading({ text: configZone, span: { start: 0, end: 0 } });
	}

	zoneReading(zone: Written): ZoneReading | undefined {
		const meaning = meaningOfZone(zone.text);
		if (!meaning) return undefined;
		return { written: zone, offset: this.offsetOf(zone.text, this.#context.date, { hour: 12, minute: 0 }), iana: meaning.named ? meaning.iana : undefined };
	}

	get day(): CivilDate | undefined {
		return this.#context.date;
	}

	/** Minutes east of UTC of a written zone at a wall-clock time. */
	offsetOf(zone: string, date: CivilDate | undefined, clock: ClockTime): number | undefined {
		const meaning = meaningOfZone(zone);
		if (!meaning) return undefined;
		return offsetOn(meaning, date, clock) ?? (meaning.ambiguous ? likelyOffset(zone, this.#hints) : undefined);
	}

	/** A moment from its parts; the year of a date without one is that of the document's date. */
	moment(date: DateMention | CivilDate | undefined, clock: ClockTime, zone: string | undefined): Moment {
		const full = date && completeDate(date, this.#context.date);
		return { date: full, clock, offset: zone === undefined ? undefined : this.offsetOf(zone, full, clock) };
	}

	resolve(items: readonly RawItem[], scope: ZoneScope): ReadonlyMap<RawRow, ResolvedRow> {
		const resolved = new Map<RawRow, ResolvedRow>();
		const twelveHour = usesTwelveHourClock(items);
		let day = scope.date ?? firstDay(items, this.#context.date);
		let dayIsGiven = false;
		let lineZone: Written | undefined;
		let previous: { readonly local: number; readonly dated: boolean } | undefined;
		let half = 0;
		let stated: CivilDate | undefined;
		for (const item of items) {
			if (item.kind === 'date') {
				stated = completeDate(item.date, day ?? this.#context.date);
				day = stated ?? day;
				dayIsGiven = true;
				lineZone = item.zone ?? lineZone;
				previous = undefined;
				half = 0;
				continue;
			}
			const { time } = item;
			const dayAbove = stated;
			stated = undefined;
			const zone = time?.zone ?? item.columnZone ?? lineZone ?? scope.zone?.written;
			if (time?.relative) {
				const base = this.#context.start;
				const at = base && epochMs(base);
				resolved.set(item, { at: base && at !== undefined && base.offset !== undefined ? momentAt(at + time.relative.minutes * 60_000, base.offset) : undefined, until: undefined, zone: undefined, inZone: undefined, dayAbove });
				continue;
			}
			const written = time?.date ?? item.dateCell;
			if (written) {
				day = completeDate(written, day ?? this.#context.date) ?? day;
				dayIsGiven = true;
			}
			if (!time?.clock) {
				if (written) { previous = undefined; half = 0; }
				resolved.set(item, { at: undefined, until: undefined, zone: undefined, inZone: undefined, dayAbove });
				if (written && day && time?.date) resolved.set(item, { at: { date: day, clock: { hour: 0, minute: 0 }, offset: zone && this.offsetOf(zone.text, day, { hour: 0, minute: 0 }) }, until: undefined, zone: undefined, inZone: zone, dayAbove });
				continue;
			}
			let clock = time.clock.clock;
			if (twelveHour && !time.clock.meridiem) {
				if (written && previous && !previous.dated) half = 0;
				const plain = { ...clock, hour: clock.hour % 12 };
				clock = { ...plain, hour: plain.hour + half };
				if (half === 0 && clock.hour === 0 && firstClock(items) === item) { half = 12; clock = { ...clock, hour: 12 }; }
				if (!written && previous && clockMs(clock) < previous.local % DAY && half === 0) { half = 12; clock = { ...clock, hour: (clock.hour % 12) + 12 }; }
			}
			const ms = clockMs(clock);
			if (!written && previous && ms < previous.local % DAY - HALF_DAY && !time.approximate) day = day && addDays(day, 1);
			const at: Moment = { date: day, clock, offset: zone && this.offsetOf(zone.text, day, clock) };
			previous = { local: ms, dated: written !== undefined || dayIsGiven };
			resolved.set(item, { at, until: time.until && this.#until(at, time.until, zone?.text), zone: time.zone, inZone: zone, dayAbove });
			if (time.until && !time.until.date && clockMs(time.until.clock.clock) >= ms) previous = { local: ms, dated: previous.dated };
		}
		return resolved;
	}

	#until(at: Moment, until: { readonly date: DateMention | undefined; readonly clock: { readonly clock: ClockTime } }, zone: string | undefined): Moment {
		const given = until.date && completeDate(until.date, at.date);
		const crosses = !given && clockMs(until.clock.clock) < clockMs(at.clock);
		const date = given ?? (crosses && at.date ? addDays(at.date, 1) : at.date);
		return { date, clock: until.clock.clock, offset: zone === undefined ? undefined : this.offsetOf(zone, date, until.clock.clock) };
	}
}

/** `All times are MST.`, `Times in UTC`, `(UTC)` alone: the zone that the opening text of a section states. */
export function statedZone(text: string, blocks: readonly Block[]): Written | undefined {
	for (const block of blocks.slice(0, 4)) {
		const inner = block.kind === 'quote' ? block.blocks : [block];
		for (const each of inner) {
			if (each.kind !== 'paragraph') continue;
			for (const line of each.lines) {
				const zone = zoneStatement(text, line);
				if (zone) return zone;
			}
		}
	}
	return undefined;
}

const STATES_ZONE = /\b(?:times?|timestamps?|timeline|timezone|tz|clock|hours?|uhrzeiten|zeiten|zeitangaben|horas?|horarios|horários|heures|tider|klokkeslett)\b|時刻|時間|时间|시간|タイムゾーン/iu;

/** The zone in a line that speaks about the times of what follows, or that is nothing but a zone. */
export function zoneStatement(text: string, line: TextSpan): Written | undefined {
	const source = text.slice(line.start, line.end);
	if (source.length > 300) return undefined;
	const bare = plainText(source).replace(/[().:[\]]/g, '').trim();
	const states = STATES_ZONE.exec(source);
	if (!states && !(bare.length <= 24 && meaningOfZone(bare))) return undefined;
	for (let from = states?.index ?? 0; from < source.length; from++) {
		if (from > 0 && /[\p{L}\p{N}:]/u.test(source[from - 1]!)) continue;
		const zone = zoneAt(source, from);
		if (!zone) continue;
		if (/\d\s?$/.test(source.slice(0, zone.span.start)) && !/\b(?:all|times?)\b/i.test(source)) return undefined; // the zone of one time, not of all
		return { text: zone.text, span: { start: line.start + zone.span.start, end: line.start + zone.span.end } };
	}
	return undefined;
}

function firstClock(items: readonly RawItem[]): RawRow | undefined {
	return items.find((item): item is RawRow => item.kind === 'row' && item.time?.clock !== undefined);
}

/** Where the first rows state no date but a later one does, the days before it count back from there only if the document has none. */
function firstDay(items: readonly RawItem[], documentDate: CivilDate | undefined): CivilDate | undefined {
	const dated = items.find((item) => (item.kind === 'date' ? item.date.year !== undefined : (item.time?.date ?? item.dateCell)?.year !== undefined));
	const date = dated?.kind === 'date' ? dated.date : dated?.kind === 'row' ? (dated.time?.date ?? dated.dateCell) : undefined;
	const full = date && completeDate(date, documentDate);
	if (!documentDate) return full;
	return full && Math.abs(dayNumber(full) - dayNumber(documentDate)) > 400 ? full : documentDate;
}

/**
 * Whether the rows are written on a 12-hour clock without AM and PM: no hour past 12, none with a leading zero, and a
 * step back that only an afternoon explains (12:16, then 1:52).
 */
function usesTwelveHourClock(items: readonly RawItem[]): boolean {
	let previous: ClockTime | undefined;
	let steps = false;
	for (const item of items) {
		if (item.kind === 'date') { previous = undefined; continue; }
		const clock = item.time?.clock;
		if (!clock) continue;
		if (clock.meridiem || !clock.maybeTwelveHour) return false;
		if (item.time?.date) previous = undefined;
		if (previous && clock.clock.hour < previous.hour && previous.hour >= 9 && clock.clock.hour <= 8) steps = true;
		previous = clock.clock;
	}
	return steps;
}
