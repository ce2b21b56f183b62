/** The days of the rows of one section: what a row is read as that states none, and where a date has to be written. */
import type { Postmortem, Timeline, TimelineEntry } from '../../postmortem/model';
import type { SpanEdit } from '../../text/edit';
import { contains, type TextSpan } from '../../text/span';
import { completeDate, type DateMention } from '../../time/date';
import { formatDateLike } from '../../time/date-style';
import { clockMs, dayNumber, formatDate, type CivilDate, type Moment } from '../../time/moment';
import { ownRow } from './own-row';

const HALF_DAY = 12 * 3_600_000;

/** Follows the rows of one section in document order, and says which of them need a date to be read on their day. */
export class DayCount {
	/** As the rows are read now. */
	#before: CivilDate | undefined;
	/** As they will be read. */
	#day: CivilDate | undefined;
	#clock: number | undefined;
	readonly #isDayKnown: boolean;

	constructor(doc: Postmortem, rows: TextSpan) {
		const stated = doc.date?.written.span;
		this.#isDayKnown = stated !== undefined && !(stated.end > stated.start && contains(rows, stated));
	}

	/** A row that stays as it is. */
	pass(entry: TimelineEntry): void {
		if (entry.dayAbove) this.#begin(entry.dayAbove);
		const date = entry.dateOnly ? entry.at?.date : entry.dateCell && completeDate(entry.dateCell, this.#before);
		if (date) this.#begin(date);
	}

	/** Whether the row must state its date to be read as `to`. */
	needsDate(entry: TimelineEntry, to: Moment): boolean {
		if (entry.dayAbove) this.#begin(entry.dayAbove);
		const ms = clockMs(to.clock);
		const written = entry.time?.date ?? entry.dateCell;
		let needs = false;
		if (!written && to.date) {
			const day = this.#day ?? (this.#isDayKnown ? entry.at?.date : undefined);
			const stepsBack = this.#clock !== undefined && ms < this.#clock - HALF_DAY && !entry.approximate;
			const crossed = this.#before !== undefined && entry.at?.date !== undefined && dayNumber(entry.at.date) === dayNumber(this.#before) + 1;
			const isRead = stepsBack ? crossed && day !== undefined && dayNumber(to.date) === dayNumber(day) + 1 : day !== undefined && dayNumber(to.date) === dayNumber(day);
			needs = !isRead;
		}
		this.#before = entry.at?.date;
		this.#day = to.date;
		this.#clock = ms;
		return needs;
	}

	#begin(day: CivilDate): void {
		this.#before = day;
		this.#day = day;
		this.#clock = undefined;
	}
}

/** Puts a date into a row that has none: into its date column, else before its clock time. */
export function dateInsertion(doc: Postmortem, timeline: Timeline, entry: TimelineEntry, date: CivilDate, model: DateMention | undefined): SpanEdit {
	const cell = emptyDateCell(timeline, entry);
	const text = model ? formatDateLike(doc.text, model, date) : formatDate(date);
	if (cell) return { span: cell, newText: `${text}${/\s/.test(doc.text[cell.end] ?? ' ') ? '' : ' '}` };
	const { span, clock, approximate } = entry.time!;
	const start = approximate ? span.start : clock!.span.start;
	const isYearAtRisk = model?.year === undefined && /^\d{4}/.test(doc.text.slice(clock!.span.start, clock!.span.end));
	return { span: { start, end: start }, newText: `${isYearAtRisk ? formatDate(date) : text} ` };
}

/** How the rows of these timelines write a date, the first one that does. */
export function dateModel(timelines: readonly Timeline[]): DateMention | undefined {
	for (const { entries } of timelines) for (const { time, dateCell } of entries) if (time?.date ?? dateCell) return time?.date ?? dateCell;
	return undefined;
}

function emptyDateCell({ table }: Timeline, entry: TimelineEntry): TextSpan | undefined {
	const { start } = entry.written.span;
	return table && ownRow(table, entry)?.cells.find((cell, index) => table.columns[index]?.role === 'date' && cell.start === cell.end && !(cell.start <= start && start <= cell.end));
}
