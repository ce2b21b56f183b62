/** The order that the numeric dates of a document have: whether `3/10/2021` is the third or the tenth. */
import { dayNumber, isRealDate, type CivilDate } from './moment';
import { datesIn, type DateOrder } from './date';

const NUMERIC = /(?<![\d./-])(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d\d)(?!\d)/g;

/** Days within which the dates of one incident lie, and beyond which a reading of them is no incident. */
const NEAR = 10;
const FAR = 25;

/**
 * Decided by dates that can be read in one way only; else by the document's other dates (ISO, with the month's name, or
 * `named`, such as that of the file's name), one of which is the same day in one order only; else by the order in which
 * the dates lie close together. `undefined` where nothing decides, or the dates disagree.
 */
export function dateOrderOf(text: string, named: readonly CivilDate[] = []): DateOrder | undefined {
	return dateOrderFrom(numericDates(text), () => shortDates(text), () => certainDates(text), named);
}

/** A date as it is written, its year last. */
export interface NumericDate {
	readonly year: number;
	readonly a: number;
	readonly b: number;
}

/** A day and a month, as they are written. */
export type ShortDate = Omit<NumericDate, 'year'>;

/** Days and months without a year, before a clock time: `24/10 07:34`. */
const SHORT = /(?<![\d./-])(\d{1,2})\/(\d{1,2})(?=\s{1,3}~?\d{1,2}[:h]\d\d)/g;

export function numericDates(text: string): readonly NumericDate[] {
	return Array.from(text.matchAll(NUMERIC), ([, a, , b, year]) => ({ year: Number(year), a: Number(a), b: Number(b) })).filter(({ a, b }) => a <= 12 || b <= 12);
}

export function shortDates(text: string): readonly ShortDate[] {
	return Array.from(text.matchAll(SHORT), ([, a, b]) => ({ a: Number(a), b: Number(b) }));
}

/**
 * As {@link dateOrderOf}, from the dates of a text.
 * @param short and
 * @param certain are asked for where the numeric ones alone do not decide.
 */
export function dateOrderFrom(numeric: readonly NumericDate[], short: () => readonly ShortDate[], certain: () => readonly CivilDate[], named: readonly CivilDate[] = []): DateOrder | undefined {
	const proven = provenOrder(numeric);
	if (proven) return proven === 'both' ? undefined : proven;
	if (numeric.length > 0) return byOtherDates(numeric, [...named, ...certain()]) ?? byNearness(numeric);
	const found = short();
	const provenShort = provenOrder(found);
	if (found.length === 0 || provenShort) return provenShort === 'both' ? undefined : provenShort;
	const others = [...named, ...certain()];
	const years = [...new Set(others.map(({ year }) => year))];
	return byOtherDates(years.flatMap((year) => found.map((each) => ({ year, ...each }))), others);
}

/** What the dates say that can be read in one way only. */
function provenOrder(dates: readonly ShortDate[]): DateOrder | 'both' | undefined {
	const dayFirst = dates.filter(({ a, b }) => a > 12 && b <= 12).length;
	const monthFirst = dates.filter(({ a, b }) => b > 12 && a <= 12).length;
	if (monthFirst !== dayFirst) return monthFirst > dayFirst ? 'month first' : 'day first';
	return monthFirst > 0 ? 'both' : undefined;
}

type Open = readonly NumericDate[];

function byOtherDates(open: Open, others: readonly CivilDate[]): DateOrder | undefined {
	const days = new Set(others.filter((date) => isRealDate(date)).map(dayNumber));
	let monthFirst = 0;
	let dayFirst = 0;
	for (const { year, a, b } of open) {
		if (a === b) continue;
		if (days.has(dayNumber({ year, month: a, day: b }))) monthFirst++;
		if (days.has(dayNumber({ year, month: b, day: a }))) dayFirst++;
	}
	return monthFirst === dayFirst ? undefined : monthFirst > dayFirst ? 'month first' : 'day first';
}

function byNearness(open: Open): DateOrder | undefined {
	const spread = (days: readonly number[]) => Math.max(...days) - Math.min(...days);
	const asMonthFirst = spread(open.map(({ year, a, b }) => dayNumber({ year, month: a, day: b })));
	const asDayFirst = spread(open.map(({ year, a, b }) => dayNumber({ year, month: b, day: a })));
	if (asMonthFirst > 0 && asMonthFirst <= NEAR && asDayFirst >= FAR) return 'month first';
	if (asDayFirst > 0 && asDayFirst <= NEAR && asMonthFirst >= FAR) return 'day first';
	return undefined;
}

/** The dates with a year that can be read in one way only. */
export function certainDates(text: string): readonly CivilDate[] {
	return datesIn(text, undefined).flatMap(({ year, month, day, swapped }) => (year === undefined || swapped ? [] : [{ year, month, day }]));
}

const MONTH_FIRST_REGIONS = /^(?:America\/(?:Los_Angeles|Denver|Chicago|New_York|Anchorage)|Pacific\/Honolulu)$/;
const ENGLISH = / (?:the|and|of|was|were|to|is) /gi;
const DAY_FIRST_LANGUAGES = / (?:el|los|las|que|del|fue|una|por|não|foi|uma|dos|com|para|le|les|des|une|est|sur|der|die|und|wurde|nicht|den|og|det|ikke|ble|til|på) /gi;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
/** As much of a text as tells its language, in UTF-16 units. */
const SAMPLE = 4000;

/** How numeric dates are written where a zone is in use, else in the text's language: it leans one way without deciding. */
export function customaryOrder(text: string, region: string | undefined): DateOrder | undefined {
	if (region !== undefined) return MONTH_FIRST_REGIONS.test(region) ? 'month first' : 'day first';
	const sample = text.slice(0, SAMPLE);
	const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
	if (count(EAST_ASIAN) > 40) return 'month first';
	const dayFirst = count(DAY_FIRST_LANGUAGES);
	return dayFirst > 4 && dayFirst > count(ENGLISH) ? 'day first' : undefined;
}
