/** What an editor shows over each timeline: how long it took to detect, mitigate and resolve. */
import { computedDurations, type ComputedDuration } from '../postmortem/computed-durations';
import type { DurationKind, Postmortem, Timeline } from '../postmortem/model';
import { readPhases } from '../postmortem/phases';
import type { TextSpan } from '../text/span';
import { formatElapsed } from '../time/elapsed';

export interface CodeLens {
	/** The heading of the timeline, else its first row. */
	readonly span: TextSpan;
	/** `detect 2m · mitigate 15m · resolve 37m` */
	readonly title: string;
	/** From the first to past the last of the rows and fields that it was computed from. */
	readonly rows: TextSpan;
}

const SHOWN: readonly (readonly [DurationKind, string])[] = [['detect', 'detect'], ['mitigate', 'mitigate'], ['resolve', 'resolve']];

export function codeLenses(doc: Postmortem): readonly CodeLens[] {
	const told = doc.timelines.filter(({ entries }) => entries.length > 1);
	return told.flatMap((timeline): CodeLens[] => {
		const computed = computedDurations(told.length === 1 ? doc.phases : readPhases([], [timeline]), [timeline]);
		const shown = SHOWN.flatMap(([kind, word]) => {
			const duration = computed[kind];
			return duration && duration.from.span.start !== duration.to.span.start ? [{ word, duration }] : [];
		});
		if (shown.length === 0) return [];
		return [{ span: placeOf(doc, timeline, told), title: shown.map(({ word, duration }) => `${word} ${formatElapsed(duration.minutes)}`).join(' · '), rows: rowsOf(timeline, shown.map(({ duration }) => duration)) }];
	});
}

/** Two timelines of one section each have their lens at their first row. */
function placeOf(doc: Postmortem, timeline: Timeline, all: readonly Timeline[]): TextSpan {
	const heading = timeline.section?.heading;
	const isAlone = all.filter(({ section }) => section === timeline.section).length === 1;
	if (heading && isAlone && heading.end > heading.start) return heading;
	return doc.lines.line(doc.lines.lineAt(timeline.span.start));
}

/** Whole rows where rows were used. */
function rowsOf({ entries }: Timeline, durations: readonly ComputedDuration[]): TextSpan {
	const spans = durations.flatMap(({ from, to }) => [from.span, to.span]).map((span) => entries.find((entry) => entry.written.span.start === span.start)?.rowSpan ?? span);
	return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}
