import type { Block } from '../markdown/blocks';
import { inEachBlock, ofEachChunk } from '../markdown/each-chunk';
import type { ActionItem, ActionList, Postmortem } from '../postmortem/model';
import type { Written } from '../text/span';
import { addDays, dayNumber, formatDate, isRealDate, type CivilDate } from '../time/moment';
import page from './date-implausible.md';
import { defineRule, type Fix } from './rule';
import { NEAR, strayRows } from './support/stray-dates';
import { linesOf } from './support/times-in';
import { monthName, quoted } from './support/wording';

interface Implausible {
	readonly what: 'future' | 'row' | 'due';
	/** The date as written, and as read. */
	readonly written: Written;
	readonly date: CivilDate;
	/** The place that it is held against. */
	readonly other: Written | undefined;
	/** The day that it most likely is or follows. */
	readonly otherDate: CivilDate;
}

/** No calendar has it: `2021-02-30`, `22025-03-18`. */
interface Impossible {
	readonly what: 'impossible';
	readonly written: Written;
	/** The date without the digit that was typed twice. */
	readonly likely: string | undefined;
}

/** Farther than this from the others a date cannot be of the same incident, in days. */
const FAR = 150;

export const dateImplausible = defineRule<Implausible | Impossible>({
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
		for (const { written: each, date: day, likely, usual } of strayRows(doc)) yield { written: each, date: day, what: 'row', other: usual.written, otherDate: likely };
		yield* impossible(doc);
		for (const list of doc.actionLists) {
			if (!mayBeDueBefore(doc, list)) continue;
			for (const item of list.items) {
				const found = dueBefore(doc, item);
				if (found) yield found;
			}
		}
	},
	describe(state) {
		if (state.what === 'impossible') return { span: state.written.span, message: `Unexpected date ${quoted(state.written.text)} that no calendar has, expected ${state.likely === undefined ? 'a day that exists' : quoted(state.likely)}` };
		const { written: { text, span }, date, what, other, otherDate } = state;
		const expected = { future: `a day up to today, ${formatDate(otherDate)}`, row: `one near ${formatDate(otherDate)}, as in the other rows`, due: `one after the incident on ${formatDate(otherDate)}` }[what];
		return {
			span,
			message: `Unexpected date ${quoted(text)} (${monthName(date)} ${date.day}, ${date.year}), expected ${expected}`,
			...(other && other.span.end > other.span.start ? { related: [{ span: other.span, message: what === 'row' ? 'The date of another row is here' : 'The date of the incident is here' }] } : {}),
		};
	},
	fixes(state) {
		switch (state.what) {
			case 'impossible': return state.likely === undefined ? [] : [{ title: `Write ${quoted(state.likely)}`, edits: [{ span: state.written.span, newText: state.likely }] }];
			case 'future': return [];
			case 'row': return state.date.year === state.otherDate.year ? inOtherMonth(state) : inOtherYear(state.written, state.date, state.otherDate);
			case 'due': return inOtherYear(state.written, state.date, addDays(state.otherDate, NEAR));
		}
	},
});

const DIGITS = /(?<![\p{L}\d/.:=_#-])(\d{4,5})-(\d\d)-(\d\d)(?![\d-])/gu;

interface Figures {
	readonly written: Written;
	readonly year: string;
	readonly month: string;
	readonly day: string;
}

/** Dates in figures that do not exist, in the text and in the rows of timelines. */
function* impossible(doc: Postmortem): Generator<Impossible> {
	const { text, chunks } = doc;
	for (const figures of ofEachChunk(chunks, 'unreal dates', [], (chunk) => inEachBlock(text, chunk, 'unreal dates', mayHoldDate, unrealIn))) {
		const likely = figures.year.length === 5 ? singled(figures, doc.date?.date) : undefined;
		if (figures.year.length === 5 && likely === undefined) continue;
		yield { what: 'impossible', written: figures.written, likely };
	}
}

function mayHoldDate(text: string): boolean {
	return /\d{4}-\d\d-\d\d/.test(text);
}

function unrealIn(text: string, blocks: readonly Block[]): readonly Figures[] {
	return [...linesOf(blocks)].flatMap((line): Figures[] => {
		const source = text.slice(line.start, line.end);
		if (!mayHoldDate(source)) return [];
		return [...source.matchAll(DIGITS)].flatMap(({ 0: whole, 1: year, 2: month, 3: day, index }): Figures[] => {
			if (year!.length === 4 && (!/^(?:19|20)/.test(year!) || isRealDate({ year: Number(year), month: Number(month), day: Number(day) }))) return [];
			const start = line.start + index;
			return [{ written: { text: whole, span: { start, end: start + whole.length } }, year: year!, month: month!, day: day! }];
		});
	});
}

/** `22025-03-18` with one digit less, where that makes a date of the document's year or the next one. */
function singled({ year, month, day }: Figures, near: CivilDate | undefined): string | undefined {
	const shorter = [...year].map((_, index) => year.slice(0, index) + year.slice(index + 1));
	const fitting = shorter.find((each) => near !== undefined && Math.abs(Number(each) - near.year) <= 1 && isRealDate({ year: Number(each), month: Number(month), day: Number(day) }));
	return fitting && `${fitting}-${month}-${day}`;
}

function mayBeDueBefore({ date }: Postmortem, list: ActionList): boolean {
	const earliest = list.part.fact('earliest due date', [], () => Math.min(...list.items.flatMap(({ due }) => (due?.date ? [dayNumber(due.date)] : []))));
	return date !== undefined && dayNumber(date.date) - earliest > FAR;
}

/** Due in the year before the incident, when the year is most likely a slip: work is not due before its cause. */
function dueBefore(doc: Postmortem, { due }: ActionItem): Implausible | undefined {
	if (!due?.date || !doc.date) return undefined;
	const days = dayNumber(doc.date.date) - dayNumber(due.date);
	const isSlip = days > FAR && dayNumber({ ...due.date, year: due.date.year + 1 }) >= dayNumber(doc.date.date);
	return isSlip && /\d{4}/.test(due.written.text) ? { written: due.written, date: due.date, what: 'due', other: doc.date.written, otherDate: doc.date.date } : undefined;
}

/** The same day in the year that brings it near. */
function inOtherYear(from: Written, date: CivilDate, near: CivilDate): readonly Fix[] {
	const at = from.text.indexOf(String(date.year));
	if (at < 0) return [];
	const years = [date.year - 1, date.year + 1, near.year].filter((year) => isRealDate({ ...date, year }));
	const year = years.sort((a, b) => Math.abs(dayNumber({ ...date, year: a }) - dayNumber(near)) - Math.abs(dayNumber({ ...date, year: b }) - dayNumber(near)))[0];
	if (year === undefined || year === date.year) return [];
	const span = { start: from.span.start + at, end: from.span.start + at + 4 };
	return [{ title: `Replace the year by ${year}`, edits: [{ span, newText: String(year) }] }];
}

/** The day of the other rows, where the date is written in figures, year first. */
function inOtherMonth({ written: from, otherDate }: Implausible): readonly Fix[] {
	const text = formatDate(otherDate);
	return /^\d{4}-\d\d-\d\d$/.test(from.text) ? [{ title: `Write ${quoted(text)}`, edits: [{ span: from.span, newText: text }] }] : [];
}
