/** A whole time expression in a text: date, clock, zone and the end of a range, in whatever order they were written. */
import type { TextSpan, Written } from '../text/span';
import { bareHourAt, clockAt, type ClockMention, type ClockPlace } from './clock';
import { dateAt, type DateMention, type DateOrder } from './date';
import { isRealDate } from './moment';
import { monthAt } from './months';
import { relativeAt, type RelativeMention } from './relative';
import { approximateBehind, isDigit, isLatin, rangeMarkEnd, skipSpaces, timeWordAt } from './time-words';
import { zoneAt } from './zone-at';

export { zoneAt };

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

/** The end of a range: a clock time, a date, or both. */
export interface RangeEnd {
	readonly date: DateMention | undefined;
	/** Absent where the range is one of days. */
	readonly clock: ClockMention | undefined;
	/** The zone behind the end. */
	readonly zone: Written | undefined;
}

export interface MentionOptions {
	readonly order: DateOrder | undefined;
	readonly place: ClockPlace;
}

/** Between a date and the clock time behind it: `T`, `, `, ` at `, `** `, ` (Thu) `. */
const DATE_TO_CLOCK = /T(?=\d)|_(?=\d)|[*_`\])]{0,3}\s*(?:[(（]\p{L}{1,9}\.?[)）])?[*_`]{0,3}\s*(?:,|@|:(?=\s*(?:[*_`]{1,3}\s*)?(?:at\s+)?\d{1,2}[:.h：]\d\d)|[-–—|·・/](?=\s*[~*_`\d午上下오])|(?:at|kl|klokka|klokken|um|às?|a las|ab)(?!\p{L})\.?)?\s*(?:,\s*)?[*_`[(]{0,3}/iuy;
const WEEKDAY_BEHIND = /,?\s*(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?!\p{L})/iuy;
const CLOCK_TO_DATE = /\s*(?:,|\bon\b|\bof\b|\(|\bam\b|\bden\b|\bdel?\b|\bdu\b|\ble\b|\bem\b|\bel\b)\s*|\s+/iuy;
const YEAR_BEHIND = /\s((?:19|20)\d\d)(?![\d:])/y;
/** The hour of a range whose end has the AM or PM, or minutes: `9-10am`. */
const HOUR_OF_RANGE = /\d{1,2}(?=\s?(?:[\-–—]|to)\s?\d{1,2}(?::[0-5]\d)?\s?[ap]\.?m(?![\p{L}\p{N}]))/iuy;
/** A day of a month, with nothing behind that would make it something else. */
const DAY_ALONE = /\d{1,2}(?=[*_`)\]]{0,3}\s*(?:$|[:：,;|–—]|-(?!\p{L})))/uy;
/** What may stand behind an hour alone that `around` or `at` announced. */
const HOUR_STANDS_ALONE = /\s*(?:$|[:：,;|)\]–—-](?!\d)|(?:UTC|Z|[A-Z]{2,4}T)(?![\p{L}\p{N}]))/uy;

/** What was written before date and clock. */
interface Opening {
	/** Where date or clock begin. */
	readonly at: number;
	/** Where the expression begins: at the first word that says something about the time. */
	readonly start: number;
	readonly approximate: boolean;
	/** Whether it was announced as the first of two times. */
	readonly pairStart: number | undefined;
	/** Whether a clock time was announced, so that an hour alone is one. */
	readonly announced: boolean;
	readonly needsDate: boolean;
	/** Whether a clock time counts where it is the first of a range, although a date was announced. */
	readonly orRange: boolean;
}

/** The time expression that begins at `at`, or `undefined`. Markup in front of it is the caller's to skip. */
export function timeAt(text: string, at: number, { order, place }: MentionOptions): TimeMention | undefined {
	const relative = relativeAt(text, at, place);
	if (relative) return relativeMention(text, relative, place);
	const opening = openingAt(text, at, place === 'row');
	if (!opening) return undefined;
	const { announced } = opening;
	let { approximate } = opening;
	const clockPlace = announced ? 'row' : place;
	let date = dateAt(text, opening.at, order, announced ? 'prose' : place);
	let clock: ClockMention | undefined;
	if (date) {
		const behind = clockBehindDate(text, date, place);
		if (!behind) return daysOnly(text, order, place, opening, date);
		clock = behind.clock;
		approximate ||= behind.approximate;
	} else {
		if (opening.needsDate && !opening.orRange) return undefined;
		clock = clockAt(text, opening.at, clockPlace) ?? bareHour(text, opening, place);
		if (!clock) return undefined;
	}

	let end = clock.span.end;
	const behind = approximateBehind(text, end);
	if (behind > end) {
		approximate = true;
		end = behind;
	}
	let zone = zoneAt(text, end);
	if (zone && isRangeEnd(text, zone.span, clock, date && text[date.span.end])) zone = undefined;
	if (zone) end = zone.end;

	let until: TimeMention['until'];
	const range = rangeEnd(text, end, order, place, opening.pairStart !== undefined);
	if (range) {
		end = range.clock.span.end;
		const untilZone = zoneAt(text, end);
		until = { ...range, zone: untilZone && { span: untilZone.span, text: untilZone.text } };
		if (untilZone) {
			zone ??= untilZone;
			end = untilZone.end;
		}
		if (!clock.meridiem && range.clock.meridiem && clock.maybeTwelveHour) clock = sameHalf(clock, range.clock);
	}
	if (opening.needsDate && !date && !until) return undefined;
	if (!date) {
		const trailing = dateBehind(text, clock.span.end, end, order, place);
		if (trailing) {
			({ date } = trailing);
			end = trailing.end;
			const late = zone ? undefined : zoneAt(text, end);
			if (late) {
				zone = late;
				end = late.end;
			}
		}
	} else if (date.year === undefined) {
		YEAR_BEHIND.lastIndex = end;
		const year = YEAR_BEHIND.exec(text);
		if (year) {
			date = { ...date, year: Number(year[1]) };
			end += year[0].length;
		}
	}
	return { span: { start: until && opening.pairStart !== undefined ? opening.pairStart : opening.start, end }, date, clock, relative: undefined, until, zone: zone && { span: zone.span, text: zone.text }, approximate };
}

/** Words before a date or clock: `approximately`, `on Monday, the`, `between`. `undefined` where none of both can follow. */
function openingAt(text: string, at: number, isRow = false): Opening | undefined {
	let position = at;
	let start: number | undefined;
	let pairStart: number | undefined;
	let approximate = false;
	let announced = false;
	let needsDate = false;
	let nearly = false;
	let orRange = false;
	for (let words = 0; words < 6; words++) {
		const code = text.charCodeAt(position);
		if (isDigit(code)) break;
		const word = timeWordAt(text, position);
		if (!word) {
			if (words === 0) return isLatin(code) || code > 0x2e80 ? { at, start: at, approximate, pairStart, announced, needsDate, orRange: false } : undefined;
			break;
		}
		if (word.kind === 'after' && !nearly && !(isRow && words === 0)) return undefined;
		if (word.kind === 'article' || word.kind === 'span') needsDate ||= words === 0;
		else if (word.kind !== 'weekday') needsDate = false;
		if (word.kind === 'nearly') nearly = true;
		if (word.kind === 'approximate' || word.kind === 'after' || word.kind === 'nearly') {
			approximate = true;
			start ??= position;
		}
		orRange ||= word.kind === 'span' && words === 0;
		if (word.kind === 'weekday') start ??= position;
		if (word.kind === 'pair' || orRange) pairStart ??= position;
		if (word.kind === 'at' || word.kind === 'approximate' || word.kind === 'pair') announced = true;
		position = word.end;
		for (let marks = 0; marks < 3 && '*_`'.includes(text[position] ?? ' '); marks++) position++;
	}
	return { at: position, start: start ?? position, approximate, pairStart, announced, needsDate, orRange };
}

function clockBehindDate(text: string, date: DateMention, place: ClockPlace): { clock: ClockMention; approximate: boolean } | undefined {
	const from = skip(DATE_TO_CLOCK, text, date.span.end);
	const weekday = skip(WEEKDAY_BEHIND, text, date.span.end);
	for (const begin of weekday > date.span.end ? [from, skip(DATE_TO_CLOCK, text, weekday)] : [from]) {
		if (begin === date.span.end && isDigit(text.charCodeAt(begin - 1)) && isDigit(text.charCodeAt(begin))) continue;
		const opening = openingAt(text, begin);
		if (!opening || opening.needsDate || opening.pairStart !== undefined && opening.pairStart > begin) continue;
		const before = text.charCodeAt(opening.at - 1);
		const isSet = before === 84 || before === 44 || before === 64 || skipSpaces(text, opening.at - 1) > opening.at - 1;
		const clock = clockAt(text, opening.at, opening.announced ? 'row' : place === 'row' || isSet ? place : 'prose');
		if (clock) return { clock, approximate: opening.approximate };
	}
	return undefined;
}

/** A date without a clock time, and the last day of a range of days. */
function daysOnly(text: string, order: DateOrder | undefined, place: ClockPlace, opening: Opening, date: DateMention): TimeMention {
	const whole = (first: DateMention, last: DateMention | undefined, end: number): TimeMention => ({
		span: { start: last && opening.pairStart !== undefined ? opening.pairStart : opening.start, end }, date: first, clock: undefined, relative: undefined,
		until: last && { date: last, clock: undefined, zone: undefined }, zone: undefined, approximate: opening.approximate,
	});
	if (date.lastDay !== undefined) return whole(date, { ...date, day: date.lastDay }, date.span.end);
	const mark = rangeMarkEnd(text, date.span.end, opening.pairStart !== undefined);
	const next = mark > date.span.end ? openingAt(text, mark) : undefined;
	const last = next && (dateAt(text, next.at, order, place) ?? dayAlone(text, next.at, date));
	if (!last || clockBehindDate(text, last, place) || isBefore(last, date)) return whole(date, undefined, date.span.end);
	return whole(date.year === undefined && last.year !== undefined ? { ...date, year: last.year } : date, last, last.span.end);
}

/** `2024-05-16 to 17`: a later day of the same month. */
function dayAlone(text: string, at: number, first: DateMention): DateMention | undefined {
	DAY_ALONE.lastIndex = at;
	const found = DAY_ALONE.exec(text);
	const day = Number(found?.[0]);
	return found && day > first.day && isRealDate({ year: first.year ?? 2024, month: first.month, day }) ? { ...first, day, span: { start: at, end: at + found[0].length } } : undefined;
}

function isBefore(a: DateMention, b: DateMention): boolean {
	const key = (date: DateMention) => (a.year !== undefined && b.year !== undefined ? date.year! * 400 : 0) + date.month * 32 + date.day;
	return key(a) < key(b);
}

function bareHour(text: string, opening: Opening, place: ClockPlace): ClockMention | undefined {
	if (place === 'row' || opening.pairStart !== undefined) {
		HOUR_OF_RANGE.lastIndex = opening.at;
		if (HOUR_OF_RANGE.test(text)) return bareHourAt(text, opening.at);
	}
	if (place !== 'row' || !opening.announced) return undefined;
	const hour = bareHourAt(text, opening.at);
	return hour && standsAlone(text, hour.span.end) ? hour : undefined;
}

function standsAlone(text: string, at: number): boolean {
	HOUR_STANDS_ALONE.lastIndex = at;
	return HOUR_STANDS_ALONE.test(text);
}

function rangeEnd(text: string, at: number, order: DateOrder | undefined, place: ClockPlace, isPair: boolean): { readonly date: DateMention | undefined; readonly clock: ClockMention } | undefined {
	const mark = rangeMarkEnd(text, at, isPair);
	if (mark === at) return undefined;
	const opening = openingAt(text, mark);
	if (!opening) return undefined;
	const date = dateAt(text, opening.at, order);
	if (date) {
		const behind = clockBehindDate(text, date, place);
		return behind && { date, clock: behind.clock };
	}
	// ` - 10.5 GB`: a decimal is no end of a range
	const isDecimal = isDigit(text.charCodeAt(opening.at)) && (text[opening.at + 1] === '.' || text[opening.at + 2] === '.');
	const clock = clockAt(text, opening.at, place === 'row' && !isDecimal ? 'row' : 'prose', true);
	return clock && { date: undefined, clock };
}

/** `10:04 on 2024-01-22`, `07:34 (24 October)`: a date behind the clock time, and where the expression then ends. */
function dateBehind(text: string, clockEnd: number, end: number, order: DateOrder | undefined, place: ClockPlace): { date: DateMention; end: number } | undefined {
	const start = skip(CLOCK_TO_DATE, text, end);
	if (start === end) return undefined;
	const opening = openingAt(text, start);
	const date = opening && dateAt(text, opening.at, order);
	if (!date || !(date.year !== undefined || /^\s*(?:,|on|\(|den|am|de|le|el|em)/i.test(text.slice(end, start)) || (place === 'row' && isLatin(text.charCodeAt(date.span.start)) && ':,)|–—-'.includes(text[skipSpaces(text, date.span.end)] ?? ':')))) return undefined;
	const isOpen = text.slice(clockEnd, start).includes('(');
	if (isOpen && date.year === undefined && text[date.span.end] !== ')') return undefined;
	return { date, end: date.span.end + (text[date.span.end] === ')' && isOpen ? 1 : 0) };
}

function relativeMention(text: string, relative: RelativeMention, place: ClockPlace): TimeMention {
	const base = { date: undefined, clock: undefined, relative, until: undefined, zone: undefined, approximate: relative.isApproximate === true };
	const mark = rangeMarkEnd(text, relative.span.end, false);
	const last = mark > relative.span.end ? relativeAt(text, mark, place) : undefined;
	return { ...base, span: { start: relative.span.start, end: last && (last.minutes ?? 0) > (relative.minutes ?? 0) ? last.span.end : relative.span.end } };
}

/** In running text every clock time has one of these in it. */
const MAY_HOLD_CLOCK = /\d\s?[:.hapu\u2e80-\uffff]|\d{4}|noon|mid|mitt|medi|mei[oa]-|minuit|[正정자]/i;
const MAY_HOLD_RELATIVE = /T\s?=?\s?[\d+\-−–]/i;
const MAY_NAME_ZONE = /[A-Z+\-−\u2e80-\uffff]/i;

/** Whether a clock time with a zone, which no bar parts from it, may stand in running text: a quick look. */
export function mayHoldZonedTime(text: string): boolean {
	return MAY_HOLD_CLOCK.test(text) && text.split('|').some((cell) => MAY_HOLD_CLOCK.test(cell) && MAY_NAME_ZONE.test(cell));
}

function mayHoldTime(text: string): boolean {
	return MAY_HOLD_CLOCK.test(text) || MAY_HOLD_RELATIVE.test(text);
}

/** From the first word of an expression in running text to its first digit, in UTF-16 units: `just after, on Wednesday, September 4`. */
const FARTHEST = 50;

/** Every time expression in a stretch of text, in order; those with a clock or a relative time only, unless `dates` is set. */
export function timesIn(text: string, within: TextSpan, options: MentionOptions, dates = false): TimeMention[] {
	const found: TimeMention[] = [];
	if (options.place === 'prose' && !dates && !mayHoldTime(text.slice(within.start, within.end))) return found;
	let digit = within.start;
	for (let at = within.start; at < within.end; at++) {
		if (!mayStart(text, at)) continue;
		if (digit < at) digit = at;
		while (digit < within.end && !isDigit(text.charCodeAt(digit))) digit++;
		if (options.place === 'prose' && digit - at > FARTHEST) {
			at = digit - FARTHEST - 1;
			continue;
		}
		if (options.place === 'prose' && isLatin(text.charCodeAt(at)) && !beginsTime(text, at)) continue;
		const time = timeAt(text, at, options);
		if (!time || time.span.end > within.end || (!time.clock && !time.relative && !dates)) continue;
		found.push(time);
		at = time.span.end - 1;
	}
	return found;
}

/** `09:13-11:15` is a range; behind seconds or an ISO date and time, `-11:15` is an offset. */
function isRangeEnd(text: string, zone: TextSpan, { clock }: ClockMention, behindDate: string | undefined): boolean {
	const sign = text.charCodeAt(zone.start);
	if (sign !== 45 && sign !== 0x2212) return false;
	return clock.second === undefined && behindDate !== 'T' && (text[zone.start + 3] === ':' || zone.end - zone.start === 3);
}

function sameHalf(clock: ClockMention, other: ClockMention): ClockMention {
	const hour = other.clock.hour >= 12 ? (clock.clock.hour % 12) + 12 : clock.clock.hour % 12;
	const fits = hour * 60 + clock.clock.minute <= other.clock.hour * 60 + other.clock.minute;
	return { ...clock, clock: { ...clock.clock, hour: fits ? hour : clock.clock.hour }, meridiem: true, maybeTwelveHour: false };
}

function mayStart(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	const before = text.charCodeAt(at - 1);
	if (isDigit(code)) return !isDigit(before) && !isLatin(before);
	if (code > 0x2e80) return true;
	return (isLatin(code) || code === 126 || code === 0x2248) && !isLatin(before) && !isDigit(before);
}

/** Whether a word of running text may be the first of a time expression. */
function beginsTime(text: string, at: number): boolean {
	return 'tT'.includes(text[at]!) || timeWordAt(text, at) !== undefined || monthAt(text, at) !== undefined;
}

function skip(pattern: RegExp, text: string, at: number): number {
	pattern.lastIndex = at;
	const found = pattern.exec(text);
	return found ? at + found[0].length : at;
}
