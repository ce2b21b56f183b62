/** Dates as people write them: found in a line, read in the order that the document uses. */
import type { TextSpan } from '../text/span';
import { isRealDate, type CivilDate } from './moment';
import { monthAt } from './months';
import { isDigit, isLatin } from './time-words';

/** A date found in a text. */
export interface DateMention {
	/** In the text that was scanned, in UTF-16 code units. */
	readonly span: TextSpan;
	/** `undefined` year: none was written. */
	readonly year: number | undefined;
	readonly month: number;
	readonly day: number;
	/** The other reading of a numeric date, where both are real dates and nothing decides. */
	readonly swapped: { readonly month: number; readonly day: number } | undefined;
	/** The last day of a range within a month: `June 20-30, 2025`. */
	readonly lastDay?: number;
}

/** Which part of a numeric date such as `12/2/2024` comes first. */
export type DateOrder = 'month first' | 'day first';

const ISO = /((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/y;
const SPACED_DOTS = /((?:19|20)\d\d)\.\s?(\d{1,2})\.\s?(\d{1,2})\.?(?!\d)/y;
const COMPACT = /((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=T\d|(?![\d\p{L}]))/uy;
const NUMERIC = /(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d%]|[.,]\d)/y;
const CJK = /(?:((?:19|20)\d\d)\s*[年년]\s*)?(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号]/y;
/** Without a year only where a weekday or a clock time stands right behind, or nothing at all. */
const SHORT = /(\d{1,2})([/.])(\d{1,2})(?:\.(?!\d)|(?![.\d]))(?=(?:\s*[(（]\p{L}{1,4}\.?[)）])?[\s,@*_`]*(?:[-–—|]\s*|(?:ca\.?|kl\.?|um|gegen|às|à|at|alle|om|vers|por volta d[ae]s?|cerca d[ae]s?|a las?|sobre las?|hacia las?)\s*)?[~*_`]{0,3}\d{1,2}(?:h(?!\p{L})|[:：h時시]\d\d|[:：.]\d\d(?!\d)|\s?[ap]m)|\s*[(（][月火水木金土日][)）]|\s*$)/iuy;
/** `12-05 16:21`: month and day without a year, right before a clock time. */
const SHORT_ISO = /(\d\d)(-)(\d\d)(?=[\sT]\s?\d\d:\d\d(?!\d))/y;
const DAY_OF_MONTH = /\s*(\d{1,2})(?:st|nd|rd|th)?(?!\d|:\d|\.\d)(?:\s?[-–—]\s?(\d{1,2})(?:st|nd|rd|th)?(?!\d|[:.]\d|\s?[ap]m))?(?:,?\s+((?:19|20)\d\d)(?!\d|:\d))?(?![\p{L}\p{N}])/uy;
const HYPHEN_DAY = /[-/](\d{1,2})(?:[-/]((?:19|20)\d\d))?(?![\p{L}\p{N}])/uy;
const DAY = /(\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?:\s?[-–—]\s?(\d{1,2})(?:st|nd|rd|th|\.)?)?(\s*(?:of\s+|de\s+|[-/])?)(?=\p{L})/iuy;
const YEAR_BEHIND = /(?:[,\-/]|\s+del?|\s+of)?\s*((?:19|20)\d\d)(?!\d|:\d(?!\d:\d\d))(?![\p{L}\p{N}])/uy;
const SHORT_YEAR_BEHIND = /-(\d\d)(?![\p{L}\p{N}])/uy;
const YEAR_AND_NAME = /((?:19|20)\d\d)[-\s/](?=\p{L})/uy;
const WORD_END = /(?![\p{L}\p{N}])/uy;

/**
 * A date that begins at `at`, or `undefined`. Words that merely look like a month ("may 5 of them") need more of a date
 * around. `row`: where a row has its time, so that `24/10 07:34` and `24.10.24 07:34` are dates too.
 */
export function dateAt(text: string, at: number, order: DateOrder | undefined, place: 'row' | 'prose' = 'prose'): DateMention | undefined {
	const before = text.charCodeAt(at - 1);
	if (isDigit(text.charCodeAt(at))) return isDigit(before) ? undefined : digitDate(text, at, order, place, before);
	if (isLatin(before) || isDigit(before)) return undefined;
	const named = monthAt(text, at);
	if (!named) return undefined;
	const found = match(DAY_OF_MONTH, text, named.end);
	if (found && !((named.isWord || isDigit(text.charCodeAt(named.end))) && found[3] === undefined)) {
		const date = mention(at, found.index + found[0].length, found[3] ? Number(found[3]) : undefined, named.month, Number(found[1]));
		return date && found[2] !== undefined && Number(found[2]) > date.day && isRealDate({ year: date.year ?? 2024, month: date.month, day: Number(found[2]) }) ? { ...date, lastDay: Number(found[2]) } : date;
	}
	const hyphen = match(HYPHEN_DAY, text, named.end);
	return hyphen && mention(at, hyphen.index + hyphen[0].length, hyphen[2] ? Number(hyphen[2]) : undefined, named.month, Number(hyphen[1]));
}

function digitDate(text: string, at: number, order: DateOrder | undefined, place: 'row' | 'prose', before: number): DateMention | undefined {
	const isNumberPart = before === 46 || before === 44; // . ,
	const end = digitsEnd(text, at);
	const next = text.charCodeAt(end);
	if (end - at === 4) {
		const dotted = next === 46 && before !== 46 ? match(SPACED_DOTS, text, at) : undefined;
		if (dotted) return mention(at, at + dotted[0].length, Number(dotted[1]), Number(dotted[2]), Number(dotted[3]));
		const iso = before === 46 ? undefined : match(ISO, text, at);
		if (iso) return mention(at, at + iso[0].length, Number(iso[1]), Number(iso[3]), Number(iso[4])) ?? mention(at, at + iso[0].length, Number(iso[1]), Number(iso[4]), Number(iso[3]));
		const cjk = match(CJK, text, at);
		if (cjk) return mention(at, at + cjk[0].length, Number(cjk[1]), Number(cjk[2]), Number(cjk[3]));
		const year = match(YEAR_AND_NAME, text, at);
		const month = year && monthAt(text, at + year[0].length);
		const day = month && (match(DAY_OF_MONTH, text, month.end) ?? match(HYPHEN_DAY, text, month.end));
		return day ? mention(at, day.index + day[0].length, Number(year[1]), month.month, Number(day[1])) : undefined;
	}
	if (end - at === 8) {
		const compact = isLatin(before) ? undefined : match(COMPACT, text, at);
		return compact && mention(at, at + compact[0].length, Number(compact[1]), Number(compact[2]), Number(compact[3]));
	}
	if (end - at > 2) return undefined;
	if (next === 45 || next === 46 || next === 47) {
		const numeric = isNumberPart ? undefined : match(NUMERIC, text, at);
		const date = numeric && numericDate(text, numeric, at, order, place);
		if (date) return date;
		const short = place === 'row' && !isNumberPart ? match(next === 45 ? SHORT_ISO : SHORT, text, at) : undefined;
		if (short && !isDottedClock(text, short)) return shortDate(short, at, order);
	}
	const cjk = next > 0x2e80 || next === 32 ? match(CJK, text, at) : undefined;
	return cjk ? mention(at, at + cjk[0].length, undefined, Number(cjk[2]), Number(cjk[3])) : dayFirst(text, at);
}

function dayFirst(text: string, at: number): DateMention | undefined {
	const day = match(DAY, text, at);
	const named = day && monthAt(text, at + day[0].length);
	if (!named) return undefined;
	const year = match(YEAR_BEHIND, text, named.end) ?? (day[3]!.includes('-') ? match(SHORT_YEAR_BEHIND, text, named.end) : undefined);
	if (!year && (named.isWord || !match(WORD_END, text, named.end))) return undefined;
	const written = year && Number(year[1]);
	const date = mention(at, year ? year.index + year[0].length : named.end, written !== undefined && written < 100 ? 2000 + written : written, named.month, Number(day[1]));
	const last = day[2] === undefined ? undefined : Number(day[2]);
	if (!date || last === undefined) return date;
	return last > date.day && isRealDate({ year: date.year ?? 2024, month: date.month, day: last }) ? { ...date, lastDay: last } : undefined;
}

/** Every date in a text, in order. */
export function datesIn(text: string, order: DateOrder | undefined, start = 0, end = text.length): DateMention[] {
	const found: DateMention[] = [];
	for (let at = start; at < end; at++) {
		const code = text.charCodeAt(at);
		if (isDigit(code)) {
			if (at > 0 && isDigit(text.charCodeAt(at - 1))) continue;
		} else {
			if (!isLatin(code)) continue;
			if (at > 0 && isLatin(text.charCodeAt(at - 1))) continue;
		}
		const date = dateAt(text, at, order);
		if (!date || date.span.end > end) continue;
		found.push(date);
		at = date.span.end - 1;
	}
	return found;
}

function numericDate(text: string, found: RegExpExecArray, at: number, order: DateOrder | undefined, place: 'row' | 'prose'): DateMention | undefined {
	const [whole, first, separator, second, writtenYear] = found;
	// a version or a decimal, but where a time follows
	if (writtenYear!.length === 2 && separator === '.' && (place === 'prose' || !/^(?:,|\s*kl\.?)?\s*\d{1,2}[:.]\d\d/.test(text.slice(at + whole.length, at + whole.length + 12)))) return undefined;
	const year = writtenYear!.length === 2 ? 2000 + Number(writtenYear) : Number(writtenYear);
	return eitherOrder(at, at + whole.length, year, Number(first), Number(second), separator!, order);
}

/** `09.04` and nothing behind it: a day is written `9.4.` there, or with a name. */
function isDottedClock(text: string, { 0: whole, 1: hour, 2: separator, 3: minute, index }: RegExpExecArray): boolean {
	return separator === '.' && !whole.endsWith('.') && minute!.length === 2 && Number(hour) < 24 && text.slice(index + whole.length).trim() === '';
}

function shortDate(found: RegExpExecArray, at: number, order: DateOrder | undefined): DateMention | undefined {
	const [whole, first, separator, second] = found;
	return eitherOrder(at, at + whole.length, undefined, Number(first), Number(second), separator!, order);
}

function eitherOrder(start: number, end: number, year: number | undefined, a: number, b: number, separator: string, order: DateOrder | undefined): DateMention | undefined {
	const asMonthFirst = mention(start, end, year, a, b);
	const asDayFirst = mention(start, end, year, b, a);
	if (!asMonthFirst || !asDayFirst) return asMonthFirst ?? asDayFirst;
	if (a === b) return asMonthFirst;
	const isDayFirst = order ? order === 'day first' : separator === '.';
	const chosen = isDayFirst ? asDayFirst : asMonthFirst;
	const decided = order !== undefined || separator === '.' || (year === undefined && separator === '-');
	return decided ? chosen : { ...chosen, swapped: { month: chosen.day, day: chosen.month } };
}

function mention(start: number, end: number, year: number | undefined, month: number, day: number): DateMention | undefined {
	if (!isRealDate({ year: year ?? 2024, month, day })) return undefined;
	return { span: { start, end }, year, month, day, swapped: undefined };
}

/** The date with its year filled in from a date near it: the one that lies nearest. */
export function completeDate({ year, month, day }: { readonly year: number | undefined; readonly month: number; readonly day: number }, near: CivilDate | undefined): CivilDate | undefined {
	if (year !== undefined) return { year, month, day };
	if (!near) return undefined;
	const distance = (month - near.month) * 30 + day - near.day;
	return { year: near.year + (distance > 183 ? -1 : distance < -183 ? 1 : 0), month, day };
}

function digitsEnd(text: string, at: number): number {
	while (isDigit(text.charCodeAt(at))) at++;
	return at;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
	pattern.lastIndex = at;
	return pattern.exec(text) ?? undefined;
}
