/** Writes the time of a row anew, every part of it in the way in which it is written. */
import type { SpanEdit } from '../text/edit';
import type { TextSpan } from '../text/span';
import type { ClockMention } from './clock';
import { formatClockLike } from './clock-style';
import { addDays, clockMs, dayNumber, formatDate, formatOffset, type CivilDate, type ClockTime, type Moment } from './moment';
import { formatDateLike, formatWeekdayLike } from './date-style';
import type { DateMention } from './date';
import type { TimeMention } from './mention';
import { offsetName } from './zone-target';
import { meaningOfZone } from './zones';

export interface NewTime {
	readonly at: Moment;
	/** Where the mention is a range. */
	readonly until: Moment | undefined;
	/** The day that the mention was read as before. */
	readonly dayBefore: CivilDate | undefined;
	/** What is written for the zone, where one is written; `undefined`: it stays. */
	readonly zone: { readonly at: string; readonly until: string } | undefined;
	/** Whether hours below 10 have a leading zero, as `formatClockLike` takes it. */
	readonly pads: boolean | undefined;
	/** Whether AM and PM were left out: the new time is on a 24-hour clock. */
	readonly halvesUnwritten: boolean;
}

/** The edits within the mention; `undefined` where it has no clock time, or one that cannot be copied. `text` is what its spans count in. */
export function timeEdits(text: string, time: TimeMention, to: NewTime): SpanEdit[] | undefined {
	const { clock, until } = time;
	if (!clock || (until && !to.until)) return undefined;
	const clocks = until?.clock && to.until ? rangeTexts(text, clock, until.clock, to) : [clockText(text, clock, to.at.clock, to)];
	if (clocks.some((each) => each === undefined)) return undefined;
	const edits: SpanEdit[] = [{ span: clock.span, newText: clocks[0]! }];
	if (until?.clock) edits.push({ span: until.clock.span, newText: clocks[1]! }, ...endDateEdits(text, time, to));
	edits.push(...dateEdits(text, time.date, to.at.date), ...weekdayEdits(text, time, to));
	if (to.zone && time.zone) edits.push(...zoneEdits(text, time.zone.span, to.zone.at, to.at.offset ?? 0, time.span.end));
	if (to.zone && until?.zone && until.zone.span.start !== time.zone?.span.start) edits.push(...zoneEdits(text, until.zone.span, to.zone.until, to.until!.offset ?? 0, time.span.end));
	return edits.filter(({ span, newText }) => text.slice(span.start, span.end) !== newText);
}

/** Puts another zone in the place of a written one, and sets the offset right that stands beside it: `PST (UTC-8)`. */
export function zoneEdits(text: string, zone: TextSpan, name: string, offset: number, end: number): SpanEdit[] {
	const written = text.slice(zone.start, zone.end);
	const isSuffix = written === 'Z' || (/^[+\-−]/.test(written) && zone.start > 0 && /\d/.test(text[zone.start - 1]!));
	if (isSuffix) return [{ span: zone, newText: offset === 0 && written !== 'Z' ? '+00:00' : formatOffset(offset) }];
	const beside = /^(\s?\(?|\s?[=,:]\s?\(?)((?:UTC|GMT)\s?[+\-−–]\s?\d{1,2}(?::?[0-5]\d)?)\)?/.exec(text.slice(zone.end, Math.min(end, zone.end + 24)));
	const main = { span: withLongName(text, zone), newText: name };
	if (!beside) return [main];
	const [whole, before = '', label = ''] = beside;
	const isSaid = /^(?:UTC|GMT)/.test(name);
	const at = zone.end + (isSaid ? 0 : before.length);
	return [main, { span: { start: at, end: isSaid ? zone.end + whole.length : at + label.length }, newText: isSaid ? '' : offsetName(offset) }];
}

/** `Central European Time (CET)` is one name. */
function withLongName(text: string, { start, end }: TextSpan): TextSpan {
	const before = /((?:[A-Z][a-z]+ ){1,5}Time)\s?\($/.exec(text.slice(Math.max(0, start - 80), start));
	if (!before || text[end] !== ')') return { start, end };
	let name = before[1]!;
	while (name.includes(' ') && !meaningOfZone(name)) name = name.slice(name.indexOf(' ') + 1);
	return name.includes(' ') ? { start: start - before[0].length + before[1]!.length - name.length, end: end + 1 } : { start, end };
}

function clockText(text: string, { span, meridiem }: ClockMention, clock: ClockTime, { pads, halvesUnwritten }: NewTime): string | undefined {
	const written = text.slice(span.start, span.end);
	return halvesUnwritten && !meridiem ? formatClockLike(written.replace(/^\d(?!\d)/, '0$&'), clock, true) : formatClockLike(written, clock, pads);
}

/** `2:00 - 3:00 PM`: the half of the day is written once where both ends are in it. */
function rangeTexts(text: string, from: ClockMention, to: ClockMention, time: NewTime): (string | undefined)[] {
	const end = time.until!;
	const [first, second] = [from, to].map(({ span }) => text.slice(span.start, span.end));
	const half = /\s?[ap]\.?\s?m?\.?$/i.exec(second!)?.[0];
	if (!from.meridiem || half === undefined || /[ap]\.?\s?m?\.?$/i.test(first!)) return [clockText(text, from, time.at.clock, time), clockText(text, to, end.clock, time)];
	const isOneHalf = time.at.clock.hour >= 12 === end.clock.hour >= 12 && clockMs(time.at.clock) <= clockMs(end.clock);
	const full = formatClockLike(first! + half, time.at.clock, time.pads);
	return [isOneHalf ? full?.slice(0, -half.length) : full, formatClockLike(second!, end.clock, time.pads)];
}

function dateEdits(text: string, written: DateMention | undefined, date: CivilDate | undefined): SpanEdit[] {
	if (!written || !date) return [];
	const isSame = written.month === date.month && written.day === date.day && (written.year === undefined || written.year === date.year);
	return isSame ? [] : [{ span: written.span, newText: formatDateLike(text, written, date) }];
}

/** A range that ends on another day than its clock times tell gets the date of its end. */
function endDateEdits(text: string, { until }: TimeMention, { at, until: end }: NewTime): SpanEdit[] {
	if (until?.date) return dateEdits(text, until.date, end!.date);
	if (!at.date || !end!.date || !until?.clock) return [];
	const told = clockMs(end!.clock) < clockMs(at.clock) ? addDays(at.date, 1) : at.date;
	if (dayNumber(told) === dayNumber(end!.date)) return [];
	const { start } = until.clock.span;
	return [{ span: { start, end: start }, newText: `${formatDate(end!.date)} ` }];
}

function weekdayEdits(text: string, time: TimeMention, { at, dayBefore }: NewTime): SpanEdit[] {
	const { date } = at;
	if (!date || !dayBefore || dayNumber(date) === dayNumber(dayBefore)) return [];
	const others = [time.date, time.clock, time.until?.clock, time.until?.date, time.zone].flatMap((part) => (part ? [part.span] : []));
	return [...text.slice(time.span.start, time.span.end).matchAll(/\p{L}+/gu)].flatMap(({ index, 0: word }): SpanEdit[] => {
		const span = { start: time.span.start + index, end: time.span.start + index + word.length };
		const newText = others.some((other) => other.start < span.end && span.start < other.end) ? undefined : formatWeekdayLike(word, date);
		return newText === undefined ? [] : [{ span, newText }];
	});
}
