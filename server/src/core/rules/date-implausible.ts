import type { ActionItem, Postmortem } from '../postmortem/model';
import type { Written } from '../text/span';
import { datesIn } from '../time/date';
import { addDays, dayNumber, formatDate, isRealDate, type CivilDate } from '../time/moment';
import page from './date-implausible.md';
import { defineRule, type Fix } from './rule';
import { monthName, quoted } from './support/wording';

interface Implausible {
	/** The date as written, and as read. */
	readonly written: Written;
	readonly date: CivilDate;
	readonly what: 'future' | 'row' | 'due';
	/** The place that it is held against. */
	readonly other: Written | undefined;
	readonly otherDate: CivilDate;
}

/** Farther than this from the others a row's date cannot be of the same incident, in days. */
const FAR = 150;
const NEAR = 45;

export const dateImplausible = defineRule<Implausible>({
	id: 'date-implausible',
	summary: 'Every date can belong to this incident.',
	page,
	severity: 'warning',
	fixKind: 'unsafe',
	since: '0.1.0',

	*check({ doc }) {
		const { date } = doc;
		if (date && date.written.span.end > date.written.span.start && dayNumber(date.date) > dayNumber(doc.today) + 1) {
			yield { written: date.written, date: date.date, what: 'future', other: undefined, otherDate: doc.today };
		}
		yield* strayRows(doc);
		for (const item of doc.actionLists.flatMap(({ items }) => items)) {
			const found = dueBefore(doc, item);
			if (found) yield found;
		}
	},
	describe({ written, date, what, other, otherDate }) {
		const expected = { future: `a day up to today, ${formatDate(otherDate)}`, row: `one near ${formatDate(otherDate)}, as in the other rows`, due: `one after the incident on ${formatDate(otherDate)}` }[what];
		return {
			span: written.span,
			message: `Unexpected date ${quoted(written.text)} (${monthName(date)} ${date.day}, ${date.year}), expected ${expected}`,
			...(other && other.span.end > other.span.start ? { related: [{ span: other.span, message: what === 'row' ? 'The date of another row is here' : 'The date of the incident is here' }] } : {}),
		};
	},
	fixes: ({ written, date, what, otherDate }) => (what === 'future' ? [] : inOtherYear(written, date, what === 'due' ? addDays(otherDate, NEAR) : otherDate)),
});

/** Rows whose own date lies far from that of most rows. */
function* strayRows(doc: Postmortem): Generator<Implausible> {
	const order = doc.dateOrder;
	for (const timeline of doc.timelines) {
		const dated = timeline.entries.flatMap((entry) => {
			const mention = entry.at?.date && !entry.dateOnly ? datesIn(doc.text, order, entry.written.span.start, entry.written.span.end)[0] : undefined;
			return mention?.year === undefined ? [] : [{ date: entry.at!.date!, written: { text: doc.text.slice(mention.span.start, mention.span.end), span: mention.span } }];
		});
		if (dated.length < 3) continue;
		const sorted = dated.map(({ date }) => dayNumber(date)).sort((a, b) => a - b);
		const middle = sorted[sorted.length >> 1]!;
		const stray = dated.filter(({ date }) => Math.abs(dayNumber(date) - middle) > FAR);
		const usual = dated.find(({ date }) => Math.abs(dayNumber(date) - middle) <= NEAR);
		const isTight = dated.every((each) => stray.includes(each) || Math.abs(dayNumber(each.date) - middle) <= NEAR);
		if (!usual || !isTight || stray.length * 3 > dated.length) continue;
		for (const { date, written } of stray) {
			const isWrongYear = Math.abs(dayNumber({ ...date, year: usual.date.year }) - middle) <= NEAR;
			const isDocuments = doc.date !== undefined && doc.date.written.span.start !== written.span.start && Math.abs(dayNumber(doc.date.date) - dayNumber(date)) <= NEAR;
			if (isWrongYear && !isDocuments) yield { written, date, what: 'row', other: usual.written, otherDate: usual.date };
		}
	}
}

/** Due in the year before the incident, when the year is most likely a slip: work is not due before its cause. */
function dueBefore(doc: Postmortem, { due }: ActionItem): Implausible | undefined {
	if (!due?.date || !doc.date) return undefined;
	const days = dayNumber(doc.date.date) - dayNumber(due.date);
	const isSlip = days > FAR && dayNumber({ ...due.date, year: due.date.year + 1 }) >= dayNumber(doc.date.date);
	return isSlip && /\d{4}/.test(due.written.text) ? { written: due.written, date: due.date, what: 'due', other: doc.date.written, otherDate: doc.date.date } : undefined;
}

/** The same day in the year that brings it near. */
function inOtherYear(written: Written, date: CivilDate, near: CivilDate): readonly Fix[] {
	const at = written.text.indexOf(String(date.year));
	if (at < 0) return [];
	const years = [date.year - 1, date.year + 1, near.year].filter((year) => isRealDate({ ...date, year }));
	const year = years.sort((a, b) => Math.abs(dayNumber({ ...date, year: a }) - dayNumber(near)) - Math.abs(dayNumber({ ...date, year: b }) - dayNumber(near)))[0];
	if (year === undefined || year === date.year) return [];
	const span = { start: written.span.start + at, end: written.span.start + at + 4 };
	return [{ title: `Replace the year by ${year}`, edits: [{ span, newText: String(year) }] }];
}
