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
	/** The rows and fields that it was computed from, in document order: the first line of each row. */
	readonly rows: readonly TextSpan[];
}

const SHOWN: readonly (readonly [DurationKind, string])[] = [['detect', 'detect'], ['mitigate', 'mitigate'], ['resolve', 'resolve']];

export function codeLenses(doc: Postmortem): readonly CodeLens[] {
	const told = doc.timelines.filter(({ entries }) => entries.length > 1);
	const inSection = new Map<unknown, number>();
	for (const { section } of told) inSection.set(section, (inSection.get(section) ?? 0) + 1);
	return told.flatMap((timeline): CodeLens[] => {
		const computed = computedDurations(told.length === 1 ? doc.phases : readPhases([], [timeline]), [timeline]);
		const shown = SHOWN.flatMap(([kind, word]) => {
			const duration = computed[kind];
			return duration && duration.from.span.start !== duration.to.span.start ? [{ word, duration }] : [];
		});
		if (shown.length === 0) return [];
		return [{ span: placeOf(doc, timeline, inSection.get(timeline.section) === 1), title: shown.map(({ word, duration }) => `${word} ${formatElapsed(duration.minutes)}`).join(' · '), rows: rowsOf(doc, timeline, shown.map(({ duration }) => duration)) }];
	});
}

/** Two timelines of one section each have their lens at their first line. */
function placeOf(doc: Postmortem, timeline: Timeline, isAlone: boolean): TextSpan {
	const heading = timeline.section?.heading;
	if (heading && isAlone && heading.end > heading.start) return heading;
	return doc.lines.line(doc.lines.lineAt(timeline.table?.block.span.start ?? timeline.span.start));
}

function rowsOf(doc: Postmortem, { entries }: Timeline, durations: readonly ComputedDuration[]): TextSpan[] {
	const spans = durations.flatMap(({ from, to }) => [from.span, to.span]).map(({ start, end }) => {
		const row = entries.find(({ written }) => written.span.start === start);
		return row ? { start: row.rowSpan.start, end: Math.min(row.rowSpan.end, doc.lines.line(doc.lines.lineAt(row.written.span.end)).end) } : { start, end };
	});
	return [...new Map(spans.map((span) => [span.start, span])).values()].sort((a, b) => a.start - b.start);
}
