/** Dates as people write them: found in a line, read in the order that the document uses. */
import type { TextSpan } from '../text/span';
import { isRealDate, type CivilDate } from './moment';

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
}

/** Which part of a numeric date such as `12/2/2024` comes first. */
export type DateOrder = 'month first' | 'day first';

const MONTHS: readonly (readonly string[])[] = [
	['january', 'jan', 'enero', 'ene', 'janeiro', 'janvier', 'janv', 'januar', 'jän', 'jänner'],
	['february', 'feb', 'febrero', 'fevereiro', 'fev', 'février', 'févr', 'fevrier', 'februar'],
	['march', 'mar', 'marzo', 'março', 'marco', 'mars', 'märz', 'mär', 'maerz'],
	['april', 'apr', 'abril', 'abr', 'avril', 'avr'],
	['may', 'mayo', 'maio', 'mai'],
	['june', 'jun', 'junio', 'junho', 'juin', 'juni'],
	['july', 'jul', 'julio', 'julho', 'juillet', 'juil', 'juli'],
	['august', 'aug', 'agosto', 'ago', 'août', 'aout'],
	['september', 'sep', 'sept', 'septiembre', 'setembro', 'septembre'],
	['october', 'oct', 'octubre', 'outubro', 'out', 'octobre', 'oktober', 'okt'],
	['november', 'nov', 'noviembre', 'novembro', 'novembre'],
	['december', 'dec', 'diciembre', 'dic', 'dezembro', 'dez', 'décembre', 'déc', 'decembre', 'dezember', 'desember', 'des'],
];
const MONTH_NUMBER: ReadonlyMap<string, number> = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
const MONTH = `(${[...MONTH_NUMBER.keys()].sort((a, b) => b.length - a.length).join('|')})`;

const WORD_END = '(?![\\p{L}\\p{N}])';
const ISO = /(?<![\d.])((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/y;
const COMPACT = /(?<![\d\p{L}])((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=T\d|(?![\d\p{L}]))/uy;
const NUMERIC = /(?<![\d.,])(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d%]|[.,]\d)/y;
const CJK = /(?:((?:19|20)\d\d)\s*[年년]\s*)?(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号]/y;
const MONTH_FIRST = new RegExp(`${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:\\d|\\.\\d)(?:,?\\s+((?:19|20)\\d\\d)(?!\\d|:\\d))?${WORD_END}`, 'iuy');
const DAY_FIRST = new RegExp(`(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?\\s*(?:of\\s+|de\\s+|-)?${MONTH}\\.?(?:(?:,|\\s+de|\\s+del|\\s+of|-)?\\s*((?:19|20)\\d\\d)(?!\\d|:\\d))?${WORD_END}`, 'iuy');
const MONTH_FIRST_HYPHEN = new RegExp(`${MONTH}[-/](\\d{1,2})(?:[-/]((?:19|20)\\d\\d))?${WORD_END}`, 'iuy');

/** A date that begins at `at`, or `undefined`. Words that merely look like a month ("may 5 of them") need a day behind. */
export function dateAt(text: string, at: number, order: DateOrder | undefined): DateMention | undefined {
	const code = text.charCodeAt(at);
	const digit = code >= 48 && code <= 57;
	if (digit) {
		const iso = match(ISO, text, at);
		if (iso) return mention(iso, at, Number(iso[1]), Number(iso[3]), Number(iso[4])) ?? mention(iso, at, Number(iso[1]), Number(iso[4]), Number(iso[3]));
		const cjk = match(CJK, text, at);
		if (cjk) return mention(cjk, at, cjk[1] ? Number(cjk[1]) : undefined, Number(cjk[2]), Number(cjk[3]));
		const compact = match(COMPACT, text, at);
		if (compact) return mention(compact, at, Number(compact[1]), Number(compact[2]), Number(compact[3]));
		const numeric = match(NUMERIC, text, at);
		if (numeric) return numericDate(numeric, at, order);
		const dayFirst = match(DAY_FIRST, text, at);
		if (dayFirst) return mention(dayFirst, at, dayFirst[3] ? Number(dayFirst[3]) : undefined, MONTH_NUMBER.get(dayFirst[2]!.toLowerCase())!, Number(dayFirst[1]));
		return undefined;
	}
	if (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1]!)) return undefined;
	const monthFirst = match(MONTH_FIRST, text, at) ?? match(MONTH_FIRST_HYPHEN, text, at);
	return monthFirst && mention(monthFirst, at, monthFirst[3] ? Number(monthFirst[3]) : undefined, MONTH_NUMBER.get(monthFirst[1]!.toLowerCase())!, Number(monthFirst[2]));
}

/** Every date in a text, in order. */
export function datesIn(text: string, order: DateOrder | undefined, start = 0, end = text.length): DateMention[] {
	const found: DateMention[] = [];
	for (let at = start; at < end; at++) {
		if (!mayStartDate(text, at)) continue;
		const date = dateAt(text, at, order);
		if (!date || date.span.end > end) continue;
		found.push(date);
		at = date.span.end - 1;
	}
	return found;
}

/** The order that the unmistakable numeric dates of a text have; `undefined` where none decides, or they disagree. */
export function dateOrderOf(text: string): DateOrder | undefined {
	let monthFirst = 0;
	let dayFirst = 0;
	for (const [, a, , b] of text.matchAll(/(?<![\d./-])(\d{1,2})([-/.])(\d{1,2})\2(?:19|20)\d\d(?!\d)/g)) {
		if (Number(a) > 12 && Number(b) <= 12) dayFirst++;
		if (Number(b) > 12 && Number(a) <= 12) monthFirst++;
	}
	if (monthFirst === dayFirst) return undefined;
	return monthFirst > dayFirst ? 'month first' : 'day first';
}

function mayStartDate(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	if (code >= 48 && code <= 57) return at === 0 || !isDigit(text.charCodeAt(at - 1));
	if (!/[a-zäéû]/i.test(text[at]!)) return false;
	return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!);
}

function isDigit(code: number): boolean {
	return code >= 48 && code <= 57;
}

function numericDate(found: RegExpExecArray, at: number, order: DateOrder | undefined): DateMention | undefined {
	const [, first, separator, second, writtenYear] = found;
	if (writtenYear!.length === 2 && separator === '.') return undefined; // a version or a decimal
	const year = writtenYear!.length === 2 ? 2000 + Number(writtenYear) : Number(writtenYear);
	const [a, b] = [Number(first), Number(second)];
	const asMonthFirst = mention(found, at, year, a, b);
	const asDayFirst = mention(found, at, year, b, a);
	if (!asMonthFirst || !asDayFirst) return asMonthFirst ?? asDayFirst;
	if (a === b) return asMonthFirst;
	const dayComesFirst = order ? order === 'day first' : separator === '.';
	const chosen = dayComesFirst ? asDayFirst : asMonthFirst;
	const decided = order !== undefined || separator === '.';
	return decided ? chosen : { ...chosen, swapped: { month: chosen.day, day: chosen.month } };
}

function mention(found: RegExpExecArray, at: number, year: number | undefined, month: number, day: number): DateMention | undefined {
	if (!isRealDate({ year: year ?? 2024, month, day })) return undefined;
	return { span: { start: at, end: at + found[0].length }, year, month, day, swapped: undefined };
}

/** The date with its year filled in from a date near it: the one that lies nearest. */
export function completeDate({ year, month, day }: { readonly year: number | undefined; readonly month: number; readonly day: number }, near: CivilDate | undefined): CivilDate | undefined {
	if (year !== undefined) return { year, month, day };
	if (!near) return undefined;
	const distance = (month - near.month) * 30 + day - near.day;
	return { year: near.year + (distance > 183 ? -1 : distance < -183 ? 1 : 0), month, day };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
	pattern.lastIndex = at;
	return pattern.exec(text) ?? undefined;
}
