/**
 * Written times to moments. A row's date comes from the row, its date column, the date line or heading above, the row
 * before (midnight is crossed by order), or the document; its zone from the row, its column, the section, the document
 * or the config, in that order.
 */
import type { Block } from '../markdown/blocks';
import { plainText } from '../markdown/inline';
import type { TextSpan, Written } from '../text/span';
import type { ClockMention } from '../time/clock';
import { completeDate, type DateMention } from '../time/date';
import { localOffset, offsetsAround, type ClockChange, type LocalOffset, type OffsetsAround } from '../time/daylight';
import { addDays, clockMs, dayNumber, momentAfter, type CivilDate, type ClockTime, type Moment } from '../time/moment';
import { zoneAt, type TimeMention } from '../time/mention';
import { likelyOffset, meaningOfZone, type ZoneMeaning } from '../time/zones';
import type { ZoneReading } from './model';
import { headerZone, type RawItem, type RawRow } from './raw-rows';

/** What a section says about the times in it. */
export interface ZoneScope {
	readonly zone: ZoneReading | undefined;
	/** Whether `zone` was stated for these times, by the section or for the document as a whole: rows then take none from each other. */
	readonly isStated: boolean;
	/** The day that a heading around the section states for its rows. */
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
	/** A day near the incident, where the document says no more than its month or year: tells the year of dates without one. */
	readonly near?: CivilDate | undefined;
	/** The zone of the document as a whole, as written. */
	readonly zone: Written | undefined;
	/** Whether the document says that `zone` is that of its times, or it is just the zone that most of them have. */
	readonly zoneIsStated: boolean;
	/** The zone that the config states. */
	readonly configZone: string | undefined;
	/** When T+0 was, for relative times. */
	readonly start: Moment | undefined;
}

const MIDNIGHT: ClockTime = { hour: 0, minute: 0 };
const MINUTE = 60_000;
const HALF_DAY = 12 * 3_600_000;

export class MomentReader {
	readonly #context: MomentContext;
	readonly #hints: readonly string[];
	readonly #meanings = new Map<string, ZoneMeaning | undefined>();
	readonly #offsets = new Map<string, OffsetsAround | undefined>();

	constructor(context: MomentContext) {
		this.#context = context;
		this.#hints = [context.zone?.text, context.configZone].filter((hint) => hint !== undefined);
	}

	/** The same for contexts in which the same rows have the same moments. */
	get key(): string {
		const { date, near, zone, zoneIsStated, configZone, start } = this.#context;
		return JSON.stringify([date, near, zone?.text, zoneIsStated, configZone, start]);
	}

	/** The zone that a section's heading or its opening text states for its rows, else the document's. */
	scope(heading: TextSpan | undefined, blocks: readonly Block[], day?: DateMention): ZoneScope {
		const { text } = this.#context;
		const own = (heading && headerZone(text, heading)) ?? statedZone(text, blocks);
		return { zone: own ? this.zoneReading(own) : this.documentZone, isStated: own !== undefined || this.#context.zoneIsStated, date: day && completeDate(day, this.#near) };
	}

	get #near(): CivilDate | undefined {
		return this.#context.date ?? this.#context.near;
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
		const meaning = this.#meaningOf(zone);
		if (!meaning) return undefined;
		if (meaning.offset !== undefined) return meaning.offset;
		if (meaning.iana !== undefined) return date && this.#localOffset(meaning.iana, date, clock)?.offset;
		return meaning.ambiguous ? likelyOffset(zone, this.#hints, date, clock) : undefined;
	}

	/** Whether the clocks of a written zone were changed at a wall-clock time. */
	clockChange(zone: string, { date, clock }: Moment): ClockChange | undefined {
		const iana = this.#meaningOf(zone)?.iana;
		return iana === undefined || !date ? undefined : this.#localOffset(iana, date, clock)?.change;
	}

	#meaningOf(zone: string): ZoneMeaning | undefined {
		if (!this.#meanings.has(zone)) this.#meanings.set(zone, meaningOfZone(zone));
		return this.#meanings.get(zone);
	}

	/** The times of one day ask the data of the zone once. */
	#localOffset(iana: string, date: CivilDate, clock: ClockTime): LocalOffset | undefined {
		const key = `${iana} ${dayNumber(date)}`;
		if (!this.#offsets.has(key)) this.#offsets.set(key, offsetsAround(iana, date));
		const around = this.#offsets.get(key);
		return around && localOffset(iana, date, clock, around);
	}

	/** A moment from its parts; the year of a date without one is that of the document's date. */
	moment(date: DateMention | CivilDate | undefined, clock: ClockTime, zone: string | undefined): Moment {
		return this.#at(date && completeDate(date, this.#near), clock, zone);
	}

	/** The moment of a time that stands on its own, and the end of its range; the day of one without a date is that of the document. */
	span(time: TimeMention & { readonly clock: ClockMention }, zone: string | undefined): { readonly at: Moment; readonly until: Moment | undefined } {
		const own = time.zone?.text ?? zone;
		const at = this.moment(time.date ?? this.day, time.clock.clock, own);
		return { at, until: time.until?.clock && this.#until(at, time.until.date, time.until.clock, time.until.zone?.text ?? own) };
	}

	/** The moments of the rows of one run, in document order. */
	resolve(items: readonly RawItem[], scope: ZoneScope): ReadonlyMap<RawRow, ResolvedRow> {
		const resolved = new Map<RawRow, ResolvedRow>();
		const halves = new HalfDays(items);
		let day = scope.date ?? firstDay(items, this.#context.date, this.#near);
		let lineZone: Written | undefined;
		/** What a row without a zone takes from its neighbours where only other parts of the document name one. */
		let rowZone = scope.isStated ? undefined : items.find((item): item is RawRow => item.kind === 'row' && item.time?.zone !== undefined)?.time?.zone;
		/** The time of day of the row before on the same day, in ms since midnight. */
		let previous: number | undefined;
		let previousOffset: number | undefined;
		let stated: CivilDate | undefined;
		for (const item of items) {
			if (item.kind === 'date') {
				stated = completeDate(item.date, day ?? this.#near);
				day = stated ?? day;
				lineZone = item.zone ?? lineZone;
				previous = undefined;
				halves.startDay();
				continue;
			}
			const { time } = item;
			const dayAbove = stated;
			stated = undefined;
			if (!scope.isStated && time?.zone) rowZone = time.zone;
			const zone = time?.zone ?? item.columnZone ?? lineZone ?? rowZone ?? scope.zone?.written;
			const unknown: ResolvedRow = { at: undefined, until: undefined, zone: undefined, inZone: undefined, dayAbove };
			if (time?.relative) {
				const base = this.#context.start;
				resolved.set(item, base && time.relative.minutes !== undefined ? { ...unknown, at: momentAfter(base, time.relative.minutes) } : unknown);
				continue;
			}
			const written = time?.date ?? item.dateCell;
			if (written) day = completeDate(written, day ?? this.#near) ?? day;
			if (!time?.clock) {
				if (written) {
					previous = undefined;
					halves.startDay();
				}
				resolved.set(item, time?.date && day ? { ...unknown, ...this.#wholeDays(day, time, zone), inZone: zone } : unknown);
				continue;
			}
			const clock = halves.clockOf(time.clock, written !== undefined, previous);
			const ms = clockMs(clock);
			const isNextDay = time.clock.isNextDay === true ? written !== undefined || previous === undefined || ms >= previous - HALF_DAY : false;
			const offset = zone && day ? this.offsetOf(zone.text, day, clock) : undefined;
			const isElsewhere = offset !== undefined && previousOffset !== undefined && offset !== previousOffset;
			if (day && !written && previous !== undefined) {
				if (isElsewhere) day = addDays(day, Math.round((previous - previousOffset! * MINUTE - (ms - offset * MINUTE)) / (2 * HALF_DAY)));
				else if (ms < previous - HALF_DAY) day = addDays(day, 1);
			}
			previousOffset = offset;
			if (day && isNextDay) day = addDays(day, 1);
			const at = this.#at(day, clock, zone?.text);
			previous = ms;
			resolved.set(item, { at, until: time.until?.clock && this.#until(at, time.until.date, time.until.clock, (time.until.zone ?? zone)?.text), zone: time.zone, inZone: zone, dayAbove });
		}
		return resolved;
	}

	#at(date: CivilDate | undefined, clock: ClockTime, zone: string | undefined): Moment {
		return { date, clock, offset: zone === undefined ? undefined : this.offsetOf(zone, date, clock) };
	}

	/** The midnights with which a day, or a range of days, begins. */
	#wholeDays(day: CivilDate, time: TimeMention, zone: Written | undefined): { at: Moment; until: Moment | undefined } {
		const last = time.until?.date && completeDate(time.until.date, day);
		return { at: this.#at(day, MIDNIGHT, zone?.text), until: last && this.#at(last, MIDNIGHT, zone?.text) };
	}

	#until(at: Moment, writtenDate: DateMention | undefined, { clock, isNextDay }: ClockMention, zone: string | undefined): Moment {
		const given = writtenDate && completeDate(writtenDate, at.date);
		const crosses = isNextDay === true || (!given && clockMs(clock) < clockMs(at.clock));
		const date = given ?? at.date;
		const day = crosses && date ? addDays(date, 1) : date;
		return this.#at(day, clock, zone);
	}
}

/**
 * Hours on a 12-hour clock whose AM and PM were left out: afternoon begins where the times of one day step back (12:16, then
 * 1:52), or at a first row at 12.
 */
class HalfDays {
	readonly #isUsed: boolean;
	#isAfternoon = false;
	#isFirst = true;

	constructor(items: readonly RawItem[]) {
		this.#isUsed = usesTwelveHourClock(items);
	}

	startDay(): void {
		this.#isAfternoon = false;
	}

	/** `previous`: the time of day of the row before on the same day, in ms since midnight. */
	clockOf({ clock, meridiem }: ClockMention, hasDate: boolean, previous: number | undefined): ClockTime {
		const isFirst = this.#isFirst;
		this.#isFirst = false;
		if (!this.#isUsed || meridiem) return clock;
		if (hasDate && previous !== undefined && !this.#lastHadDate) this.#isAfternoon = false;
		this.#lastHadDate = hasDate;
		const morning = { ...clock, hour: clock.hour % 12 };
		if (!this.#isAfternoon && (isFirst && morning.hour === 0 || (!hasDate && previous !== undefined && clockMs(morning) < previous))) this.#isAfternoon = true;
		return this.#isAfternoon ? { ...morning, hour: morning.hour + 12 } : morning;
	}

	#lastHadDate = false;
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

const STATES_ZONE = /\b(?:times?|timestamps?|timeline|timezone|tz|clock|hours?|events? (?:are|is)|uhrzeiten|zeiten|zeitangaben|horas?|horarios?|horários?|tiempos|heures|tider|tidspunkt(?:er)?|klokkeslett|tijden|tijdstippen|orari|ore)\b|時刻|時間|时间|시간|시각|タイムゾーン/iu;

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
		if (/\d[:.]\d\d(?::\d\d)?\s?$|\d\s?[ap]m\s?$/i.test(source.slice(0, zone.span.start)) && !/\b(?:all|times?)\b/i.test(source)) return undefined; // the zone of one time, not of all
		return { text: zone.text, span: { start: line.start + zone.span.start, end: line.start + zone.span.end } };
	}
	return undefined;
}

/** Where the first rows state no date but a later one does, the days before it count back from there only if the document has none. */
function firstDay(items: readonly RawItem[], documentDate: CivilDate | undefined, near: CivilDate | undefined): CivilDate | undefined {
	const dated = items.find((item) => (item.kind === 'date' ? item.date.year !== undefined : (item.time?.date ?? item.dateCell)?.year !== undefined));
	const date = dated?.kind === 'date' ? dated.date : dated?.kind === 'row' ? (dated.time?.date ?? dated.dateCell) : undefined;
	const full = date && completeDate(date, near);
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
