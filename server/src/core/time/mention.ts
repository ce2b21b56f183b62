/** A whole time expression in a text: date, clock, zone and the end of a range, in whatever order they were written. */
import type { TextSpan, Written } from '../text/span';
import { clockAt, relativeAt, type ClockMention, type ClockPlace, type RelativeMention } from './clock';
import { dateAt, type DateMention, type DateOrder } from './date';
import { meaningOfZone, ZONE_WORDS } from './zones';

export interface TimeMention {
	/** From the first to past the last character of date, clock, zone and range end; brackets around the zone included. */
	readonly span: TextSpan;
	readonly date: DateMention | undefined;
	readonly clock: ClockMention | undefined;
	readonly relative: RelativeMention | undefined;
	readonly until: RangeEnd | undefined;
	/** The zone as written, without brackets; of a range the one behind its first time, else the one behind its end. */
	readonly zone: Written | undefined;
	readonly approximate: boolean;
}

/** The end of a range. */
export interface RangeEnd {
	readonly date: DateMention | undefined;
	readonly clock: ClockMention;
	/** The zone behind the end. */
	readonly zone: Written | undefined;
}

export interface MentionOptions {
	readonly order: DateOrder | undefined;
	readonly place: ClockPlace;
}

const APPROXIMATE = /(?:[~≈〜]|(?:ca|c|approx|abt)\.|(?:ca|circa|approx|approximately|around|about|roughly|shortly before|shortly after|just before|just after|environ|vers|cerca de|aproximadamente|alrededor de|etwa|ungefähr|gegen|rundt|約|大约|약)(?!\p{L}))\s*/iuy;
const LEAD = /(?:(?:kl|um|at|by|from|às|as|à|a las|on|le|am|den|el|em)(?:\.|(?!\p{L})):?\s*)?/iuy;
const WEEKDAY = /(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\.?,?\s+/iuy;
const DATE_TO_CLOCK = /(?:T(?=\d)|\s*(?:\(\p{L}{1,9}\.?\)|[（(][月火水木金土日][)）])?\s*(?:,|@|[-–—|·・](?=\s*[~\d])|\bat\b|\bkl\.?|\bum\b|(?<!\p{L})(?:às?|a las)(?!\p{L})|\baround\b|\bat around\b|\bat about\b|\bat approximately\b)?\s*)(?:,\s*)?/iuy;
const WEEKDAY_AFTER = /,?\s*(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?!\p{L})/iuy;
const RANGE = /\s*(?:-{1,2}|[–—−~〜～→]|->|\bto\b|\buntil\b|\btill\b|\bthrough\b|\band\b|\bbis\b|\bhasta\b|(?<!\p{L})(?:até|à)(?!\p{L}))\s*/iuy;
const CLOCK_TO_DATE = /\s*(?:,|\bon\b|\bof\b|\()\s*|\s+/iuy;
const ZONE_PATTERN = new RegExp(`\\s*(?:(?:hrs|hours|uhr|h|time|o'clock)(?![\\p{L}])\\.?\\s*)?([([]\\s*)?((?:UTC|GMT|utc|gmt)\\s?[+\\-−]\\s?\\d{1,2}(?::?[0-5]\\d)?(?!\\d)|[+\\-−](?:0\\d|1[0-4])(?::?(?:00|15|30|45))(?!\\d)|Z(?![\\p{L}\\p{N}])|(?:${ZONE_WORDS.map((word) => word.length > 3 && word.includes(' ') ? caseless(word) : word.length > 5 ? caseless(word) : word).join('|')}|utc|gmt|Utc|pst|pdt|est|edt|cet|cest|jst|ist)(?![\\p{L}\\p{N}/])(?:\\s(?:[Tt]ime|Standard Time|Daylight Time))?|(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|US)/[A-Za-z_]+(?:/[A-Za-z_]+)?)(?:\\s?\\(?UTC\\s?[+\\-−]\\d{1,2}(?::?\\d\\d)?\\)?)?(\\s*[)\\]])?`, 'uy');

/** The time expression that begins at `at`, or `undefined`. Markup in front of it is the caller's to skip. */
export function timeAt(text: string, at: number, { order, place }: MentionOptions): TimeMention | undefined {
	const start = at;
	const relative = relativeAt(text, at);
	if (relative) return { span: relative.span, date: undefined, clock: undefined, relative, until: undefined, zone: undefined, approximate: false };
	let position = skip(LEAD, text, at);
	const afterLead = skip(APPROXIMATE, text, position);
	let approximate = afterLead > position;
	position = skip(LEAD, text, afterLead);
	const begins = approximate ? start : position;
	position = skip(WEEKDAY, text, position);

	let date = dateAt(text, position, order);
	let clock: ClockMention | undefined;
	if (date) {
		const clockStart = skip(DATE_TO_CLOCK, text, date.span.end);
		const weekday = skip(WEEKDAY_AFTER, text, date.span.end);
		for (const from of [clockStart, ...(weekday > date.span.end ? [skip(DATE_TO_CLOCK, text, weekday)] : [])]) {
			const guess = skip(APPROXIMATE, text, from);
			clock = clockAt(text, guess, place === 'row' || /[T\s,@]/.test(text[guess - 1] ?? '') ? place : 'prose');
			if (!clock) continue;
			approximate ||= guess > from;
			break;
		}
		if (!clock) return { span: { start: begins, end: date.span.end }, date, clock, relative: undefined, until: undefined, zone: undefined, approximate };
	} else {
		clock = clockAt(text, position, place);
		if (!clock) return undefined;
	}

	let end = clock.span.end;
	let zone = zoneAt(text, end);
	if (zone && isRangeEnd(zone.text, clock, date && text[date.span.end])) zone = undefined;
	if (zone) end = zone.end;

	let until: TimeMention['until'];
	const range = skip(RANGE, text, end);
	if (range > end) {
		const untilStart = skip(APPROXIMATE, text, range);
		const untilDate = dateAt(text, untilStart, order);
		const untilClock = clockAt(text, untilDate ? skip(DATE_TO_CLOCK, text, untilDate.span.end) : untilStart, place === 'row' && !/^\d{1,2}\.\d/.test(text.slice(untilStart, untilStart + 4)) ? 'row' : 'prose');
		if (untilClock && !(/^\s+and\s/i.test(text.slice(end, range)))) {
			end = untilClock.span.end;
			const untilZone = zoneAt(text, end);
			until = { date: untilDate, clock: untilClock, zone: untilZone && { span: untilZone.span, text: untilZone.text } };
			if (untilZone) {
				zone ??= untilZone;
				end = untilZone.end;
			}
			if (!clock.meridiem && untilClock.meridiem && clock.maybeTwelveHour) clock = sameHalf(clock, untilClock);
		}
	}
	if (!date) {
		const dateStart = skip(CLOCK_TO_DATE, text, end);
		const trailing = dateStart > end ? dateAt(text, skip(WEEKDAY, text, dateStart), order) : undefined;
		if (trailing && (trailing.year !== undefined || /^\s*(?:,|on)/i.test(text.slice(end, dateStart)))) {
			date = trailing;
			end = trailing.span.end + (text[trailing.span.end] === ')' && text.slice(clock.span.end, dateStart).includes('(') ? 1 : 0);
			zone ??= zoneAt(text, end);
			if (zone && zone.end > end) end = zone.end;
		}
	} else if (date.year === undefined) {
		const year = /^\s((?:19|20)\d\d)(?![\d:])/.exec(text.slice(end, end + 6));
		if (year) {
			date = { ...date, year: Number(year[1]) };
			end += year[0].length;
		}
	}
	return { span: { start: begins, end }, date, clock, relative: undefined, until, zone: zone && { span: zone.span, text: zone.text }, approximate };
}

/** Every time expression in a stretch of text, in order; those with a clock or a relative time only, unless `dates` is set. */
export function timesIn(text: string, within: TextSpan, options: MentionOptions, dates = false): TimeMention[] {
	const found: TimeMention[] = [];
	for (let at = within.start; at < within.end; at++) {
		if (!mayStart(text, at)) continue;
		const time = timeAt(text, at, options);
		if (!time || time.span.end > within.end || (!time.clock && !time.relative && !dates)) continue;
		found.push(time);
		at = time.span.end - 1;
	}
	return found;
}

/** A zone that begins at `at`, white space and an opening bracket before it allowed. */
export function zoneAt(text: string, at: number): { readonly span: TextSpan; readonly text: string; readonly end: number } | undefined {
	ZONE_PATTERN.lastIndex = at;
	const found = ZONE_PATTERN.exec(text);
	if (!found) return undefined;
	const [whole, open, name, close] = found;
	if (/^[+\-−]/.test(name!) && /^\s/.test(whole!)) return undefined; // ` -03:00` behind a space is the end of a range
	if (!meaningOfZone(name!)) return undefined;
	const start = at + whole!.indexOf(name!);
	return { span: { start, end: start + name!.length }, text: name!, end: open && !close ? start + name!.length : at + whole!.length };
}

/** `09:13-11:15` is a range; behind seconds or an ISO date and time, `-11:15` is an offset. */
function isRangeEnd(zone: string, { clock }: ClockMention, behindDate: string | undefined): boolean {
	return /^[-−]\d\d:/.test(zone) && clock.second === undefined && behindDate !== 'T';
}

function sameHalf(clock: ClockMention, other: ClockMention): ClockMention {
	const hour = other.clock.hour >= 12 ? (clock.clock.hour % 12) + 12 : clock.clock.hour % 12;
	const fits = hour * 60 + clock.clock.minute <= other.clock.hour * 60 + other.clock.minute;
	return { ...clock, clock: { ...clock.clock, hour: fits ? hour : clock.clock.hour }, meridiem: true, maybeTwelveHour: false };
}

function mayStart(text: string, at: number): boolean {
	const before = text[at - 1] ?? ' ';
	const code = text.charCodeAt(at);
	if (code >= 48 && code <= 57) return !/[\d\p{L}]/u.test(before) || before >= '\u2e80';
	if (code > 0x2e80) return true;
	return /[\p{L}~≈]/u.test(text[at]!) && !/[\p{L}\p{N}]/u.test(before);
}

function skip(pattern: RegExp, text: string, at: number): number {
	pattern.lastIndex = at;
	const found = pattern.exec(text);
	return found ? at + found[0].length : at;
}

function caseless(word: string): string {
	return [...word].map((letter) => (/[A-Z]/.test(letter) ? `[${letter}${letter.toLowerCase()}]` : letter)).join('');
}
