/** Rows whose own date cannot be right beside the other rows and the document's date: a slip in the year or the month. */
import type { Postmortem, Timeline, TimelineEntry } from '../../postmortem/model';
import { oncePer } from '../../text/once';
import { written, type Written } from '../../text/span';
import { dayNumber, isRealDate, type CivilDate } from '../../time/moment';

export interface DatedRow {
	readonly entry: TimelineEntry;
	/** The date as it stands in the row. */
	readonly written: Written;
	readonly date: CivilDate;
}

export interface StrayRow extends DatedRow {
	/** The day that it most likely is. */
	readonly likely: CivilDate;
	/** A row that is not astray, or the document's date where no other row has one. */
	readonly usual: { readonly written: Written; readonly date: CivilDate };
}

/** Farther than this from the others a row's date cannot be of the same incident, in days. */
const FAR = 150;
export const NEAR = 45;
/** From how many other rows on, all on one day or two, another month on the same day of the month is a slip. */
const LEAST_BESIDE = 3;

/** Rows that write a date with its year. */
export const datedRows = oncePer((doc: Postmortem): readonly DatedRow[] => {
	return doc.timelines.flatMap((timeline) => (isAnyDated(timeline) ? timeline.entries : [])).flatMap((entry): DatedRow[] => {
		const mention = entry.time?.date ?? entry.dateCell;
		return mention?.year === undefined ? [] : [{ entry, written: written(doc.text, mention.span), date: entry.at?.date ?? { year: mention.year, month: mention.month, day: mention.day } }];
	});
});

function isAnyDated(timeline: Timeline): boolean {
	return timeline.part.fact('dated rows', [], () => timeline.entries.some(({ time, dateCell }) => (time?.date ?? dateCell)?.year !== undefined));
}

export const strayRows = oncePer((doc: Postmortem): readonly StrayRow[] => {
	const rows = datedRows(doc);
	const days = rows.map(({ date }) => dayNumber(date)).sort((a, b) => a - b);
	const middle = days[days.length >> 1];
	if (middle === undefined) return [];
	const own = doc.date && doc.date.alternative === undefined && rows.every(({ written: each }) => each.span.start !== doc.date!.written.span.start) ? doc.date : undefined;
	const byDate = own ? astray(rows, dayNumber(own.date), rows.length - 1) : [];
	const byRows = byDate.length === 0 && rows.length >= 3 ? astray(rows, middle, rows.length / 3) : [];
	const found = byDate.length > 0 ? byDate : byRows.length > 0 ? byRows : inOtherMonth(rows, middle);
	return found.filter((row) => !row.entry.dateOnly || isOutOfPlace(rows, row)).filter(({ date }) => !own || Math.abs(dayNumber(own.date) - dayNumber(date)) > NEAR);
});

/** Whether the row before it is later or the one behind it earlier. */
function isOutOfPlace(rows: readonly DatedRow[], row: DatedRow): boolean {
	const at = rows.findIndex(({ entry }) => entry === row.entry);
	const day = (index: number) => rows[index] && dayNumber(rows[index].date);
	return (day(at - 1) ?? -Infinity) > dayNumber(row.date) || (day(at + 1) ?? Infinity) < dayNumber(row.date);
}

/** Rows in a year whose neighbour would bring them near; none where more than `most` are, or others lie in between. */
function astray(rows: readonly DatedRow[], center: number, most: number): readonly StrayRow[] {
	const distance = ({ date }: DatedRow) => Math.abs(dayNumber(date) - center);
	const usual = rows.find((row) => distance(row) <= NEAR);
	const far = rows.filter((row) => distance(row) > FAR);
	if (!usual || far.length > most || rows.some((row) => distance(row) > NEAR && distance(row) <= FAR)) return [];
	const stray = far.flatMap((row): StrayRow[] => {
		const likely = [-1, 1].map((by) => ({ ...row.date, year: usual.date.year + by })).concat({ ...row.date, year: usual.date.year }).find((date) => isRealDate(date) && Math.abs(dayNumber(date) - center) <= NEAR && date.year !== row.date.year);
		return likely ? [{ ...row, likely, usual }] : [];
	});
	return stray.length === far.length ? stray : [];
}

/** Most rows within two days, and one on the same day of another month. */
function inOtherMonth(rows: readonly DatedRow[], middle: number): readonly StrayRow[] {
	const isFar = ({ date }: DatedRow) => Math.abs(dayNumber(date) - middle) > 1;
	const others = rows.filter((row) => !isFar(row));
	const slips = rows.filter((row, index) => index > 0 && isFar(row) && !row.entry.dateOnly && others.some(({ date }) => date.day === row.date.day));
	const [stray] = slips;
	const usual = others.find(({ date }) => date.day === stray?.date.day);
	if (!stray || !usual || slips.length > 1 || others.length < Math.max(LEAST_BESIDE, 3 * (rows.length - others.length))) return [];
	return [{ ...stray, likely: usual.date, usual }];
}
