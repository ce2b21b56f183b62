/** Lines and headings that say nothing but the day of the rows below them. */
import type { Postmortem, Timeline, TimelineEntry } from '../postmortem/model';
import { leadingTime } from '../postmortem/row-time';
import { contains, trimmed, type TextSpan } from '../text/span';

export interface Day {
	/** The whole line or heading. */
	readonly line: TextSpan;
	/** The day as written, its weekday with it. */
	readonly text: string;
}

/** The day line of each row that stands below one; a line that says more than the day is none. */
export function daysOf(doc: Postmortem, timelines: readonly Timeline[]): ReadonlyMap<TimelineEntry, Day> {
	const days = new Map<TimelineEntry, Day>();
	const known = new Map<number, Day | undefined>();
	for (const { section, entries } of timelines) {
		const first = entries[0]?.rowSpan.start ?? 0;
		const last = entries.at(-1)?.rowSpan.start ?? 0;
		const headings = doc.sections.filter((each) => each !== section && each.title && each.heading.end <= last && each.span.end > first && each.heading.start >= (section?.heading.end ?? 0));
		let at = -1;
		for (const entry of entries) {
			while (at + 1 < headings.length && headings[at + 1]!.heading.end <= entry.rowSpan.start) at++;
			const heading = headings[at];
			const above = heading && contains(heading.span, entry.rowSpan) ? heading.heading : undefined;
			const line = entry.dayLine && (!above || entry.dayLine.start > above.start) ? entry.dayLine : above;
			if (!line) continue;
			if (!known.has(line.start)) known.set(line.start, dayOf(doc, line));
			const day = known.get(line.start);
			if (day) days.set(entry, day);
		}
	}
	return days;
}

function dayOf({ text }: Postmortem, line: TextSpan): Day | undefined {
	const marks = /^[\s#]*/.exec(text.slice(line.start, line.end))![0].length;
	const content = trimmed(text, { start: line.start + marks, end: line.end });
	const found = leadingTime(text, content, undefined);
	if (!found?.time.date || found.time.clock) return undefined;
	const { span } = found.time;
	const around = text.slice(content.start, span.start) + text.slice(span.end, content.end);
	return /[\p{L}\p{N}]/u.test(around) ? undefined : { line, text: text.slice(span.start, span.end) };
}
