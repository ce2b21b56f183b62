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
	return dateOrderFrom(numericDates(text), () => certainDates(text), named);
}

/** A date as it is written, its year last. */
export interface NumericDate {
	readonly year: number;
	readonly a: number;
	readonly b: number;
}

export function numericDates(text: string): readonly NumericDate[] {
	return Array.from(text.matchAll(NUMERIC), ([, a, , b, year]) => ({ year: Number(year), a: Number(a), b: Number(b) })).filter(({ a, b }) => a <= 12 || b <= 12);
}

/** As {@link dateOrderOf}, from the dates of a text. @param certain asked for where the numeric ones alone do not decide. */
export function dateOrderFrom(numeric: readonly NumericDate[], certain: () => readonly CivilDate[], named: readonly CivilDate[] = []): DateOrder | undefined {
	const dayFirst = numeric.filter(({ a }) => a > 12).length;
	const monthFirst = numeric.filter(({ b }) => b > 12).length;
	const open = numeric.filter(({ a, b }) => a <= 12 && b <= 12);
	if (monthFirst !== dayFirst) return monthFirst > dayFirst ? 'month first' : 'day first';
	if (monthFirst > 0 || open.length === 0) return undefined;
	return byOtherDates(open, [...named, ...certain()]) ?? byNearness(open);
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
