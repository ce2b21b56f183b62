/** The rows of a timeline in time order. Rows without a readable time stay behind the row they followed. */
import type { Postmortem, Timeline, TimelineEntry } from '../postmortem/model';
import type { SpanEdit } from '../text/edit';
import { touches, type TextSpan } from '../text/span';
import { epochMs, localMs } from '../time/moment';
import type { Rewrite } from './rewrite';

export const sortTimeline: Rewrite = {
	kind: 'sortTimeline',
	offers(doc, selection) {
		return doc.timelines
			.filter((timeline) => touches(doc.lines.fullLines(timeline.span), selection))
			.map((timeline) => ({ kind: 'sortTimeline' as const, title: 'Sort timeline by time', edits: sortEdits(doc, timeline) }))
			.filter((offer) => offer.edits.length > 0);
	},
};

export function sortEdits(doc: Postmortem, timeline: Timeline): readonly SpanEdit[] {
	const { text } = doc;
	const { entries } = timeline;
	if (entries.some((entry) => entry.dayLine) || timeline.shape === 'headings' || entries.some((entry, index) => index > 0 && entry.rowSpan.start < entries[index - 1]!.rowSpan.end)) return [];
	const runs: TimelineEntry[][] = [];
	for (const entry of entries) {
		if (orderOf(entry) === undefined && runs.length) runs.at(-1)!.push(entry);
		else runs.push([entry]);
	}
	const sorted = runs.map((run, index) => ({ run, index })).sort((a, b) => (orderOf(a.run[0]!) ?? -Infinity) - (orderOf(b.run[0]!) ?? -Infinity) || a.index - b.index).flatMap(({ run }) => run);
	return entries.flatMap((entry, index): SpanEdit[] => {
		const other = sorted[index]!;
		return other === entry ? [] : [{ span: entry.rowSpan, newText: sliceOf(text, other.rowSpan) }];
	});
}

/** Milliseconds to sort by: in UTC where the zone is known, else as the clock showed. */
function orderOf(entry: TimelineEntry): number | undefined {
	return entry.at && (epochMs(entry.at) ?? localMs(entry.at));
}

function sliceOf(text: string, { start, end }: TextSpan): string {
	return text.slice(start, end);
}
