/** Dates for rows that state none: those whose day order alone tells, or all of them. */
import type { Postmortem, Timeline, TimelineEntry } from '../../postmortem/model';
import type { SpanEdit } from '../../text/edit';
import { dayNumber } from '../../time/moment';
import { dateInsertion, dateModel } from './days';

/** Rows of another day than the row before, where nothing but their order says so. */
export function midnightEdits(doc: Postmortem, run: readonly Timeline[]): SpanEdit[] {
	let day: number | undefined;
	return insertions(doc, run, ({ at, dayAbove, dateCell, time }) => {
		const before = dayAbove ? dayNumber(dayAbove) : day;
		day = dayNumber(at!.date!);
		return before !== undefined && day !== before && !dateCell && !time?.date;
	});
}

/** Every row that has no date of its own. */
export function fillDownEdits(doc: Postmortem, run: readonly Timeline[]): SpanEdit[] {
	return insertions(doc, run, ({ time, dateCell }) => !time?.date && !dateCell);
}

/** Empty where a day is not known, or where AM and PM are left out: a date would start their count anew. */
function insertions(doc: Postmortem, run: readonly Timeline[], isWanted: (entry: TimelineEntry) => boolean): SpanEdit[] {
	const model = dateModel(run);
	const edits: SpanEdit[] = [];
	for (const timeline of run) {
		for (const entry of timeline.entries) {
			if (!entry.at || !entry.time?.clock) continue;
			if (!entry.at.date || (!entry.time.clock.meridiem && entry.time.clock.clock.hour !== entry.at.clock.hour)) return [];
			if (isWanted(entry)) edits.push(dateInsertion(doc, timeline, entry, entry.at.date, model));
		}
	}
	return edits;
}
