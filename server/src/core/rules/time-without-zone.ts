import type { Timeline, TimelineEntry } from '../postmortem/model';
import { lineEndingOf } from '../text/lines';
import type { Postmortem } from '../postmortem/model';
import type { SpanEdit } from '../text/edit';
import { defineRule } from './rule';

export const timeWithoutZone = defineRule<{ readonly timeline: Timeline; readonly entry: TimelineEntry }>({
	id: 'time-without-zone',
	summary: 'The time zone is stated: in the row, the table, the section or the document.',
	severity: 'warning',
	fixKind: 'unsafe',
	since: '0.1.0',

	*check({ doc }) {
		for (const timeline of doc.timelines) {
			const entry = timeline.entries.find((each) => each.at && !each.dateOnly && each.at.offset === undefined && !each.zone && !timeline.zone);
			if (entry) yield { timeline, entry };
		}
	},
	describe: ({ timeline, entry }) => ({
		span: entry.written.span,
		message: `Unexpected time \`${entry.written.text}\` without a time zone, expected one for ${timeline.table ? 'the table' : 'the timeline'}`,
	}),
	fixes: ({ timeline, entry }, { doc }) => zonesToOffer(doc).map((zone) => ({ title: `State that the times are ${zone}`, edits: [statement(doc, timeline, entry, zone)] })),
});

/** UTC, and the zones that the document writes anywhere. */
function zonesToOffer(doc: Postmortem): readonly string[] {
	return [...new Set(['UTC', ...(doc.zone ? [doc.zone.written.text] : [])])];
}

function statement(doc: Postmortem, timeline: Timeline, entry: TimelineEntry, zone: string): SpanEdit {
	const time = timeline.table?.columns.find((column) => column.role === 'time');
	if (time && time.title.text !== '') return { span: { start: time.title.span.end, end: time.title.span.end }, newText: ` (${zone})` };
	const lineEnding = lineEndingOf(doc.text);
	const heading = timeline.section?.title && (timeline.section.marked === 'atx' || timeline.section.marked === 'setext') ? timeline.section.heading.end : undefined;
	if (heading !== undefined) return { span: { start: heading, end: heading }, newText: `${lineEnding}${lineEnding}All times are in ${zone}.${/^(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(doc.text.slice(heading)) ? '' : lineEnding}` };
	const start = doc.lines.fullLine(doc.lines.lineAt(Math.min(timeline.span.start, entry.rowSpan.start))).start;
	return { span: { start, end: start }, newText: `All times are in ${zone}.${lineEnding}${lineEnding}` };
}
