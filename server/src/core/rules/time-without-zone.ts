import type { Postmortem, Timeline, TimelineEntry } from '../postmortem/model';
import type { SpanEdit } from '../text/edit';
import { lineEndingOf } from '../text/lines';
import page from './time-without-zone.md';
import { defineRule, type Fix } from './rule';
import { firstLine } from './support/place';
import { quoted } from './support/wording';

interface Zoneless {
	readonly timeline: Timeline;
	/** The first row for which no zone is stated anywhere. */
	readonly entry: TimelineEntry;
}

export const timeWithoutZone = defineRule<Zoneless>({
	id: 'time-without-zone',
	summary: 'The time zone of every timeline is stated.',
	page,
	severity: 'warning',
	fixKind: 'unsafe',
	since: '0.1.0',

	*check({ doc }) {
		if (doc.zone) return;
		for (const timeline of doc.timelines) {
			const entry = timeline.entries.find(({ at, zone, dateOnly }) => at && at.offset === undefined && !zone && !dateOnly);
			if (!entry) continue;
			yield { timeline, entry };
			return; // a zone that one timeline states is taken for the others
		}
	},
	describe: ({ entry }, { doc }) => ({
		span: firstLine(doc, entry.written.span),
		message: `Unexpected time ${quoted(entry.written.text)} without a time zone, expected one such as \`UTC\` in the row, the heading or a line above`,
	}),
	fixes({ timeline }, { doc }) {
		const named = doc.timelines.flatMap(({ entries }) => entries.flatMap(({ zone }) => (zone ? [zone.text] : [])));
		return [...new Set([...named, 'UTC'])].slice(0, 3).flatMap((zone): Fix[] => {
			const edit = stated(doc, timeline, zone);
			return edit ? [{ title: `State that the times are ${zone}`, edits: [edit] }] : [];
		});
	},
});

/** In the header of the time column, else in a line above the rows. */
function stated(doc: Postmortem, timeline: Timeline, zone: string): SpanEdit | undefined {
	const column = timeline.table?.columns.find(({ role }) => role === 'time');
	if (column && column.title.text.trim() !== '') {
		const at = column.title.span.end;
		return { span: { start: at, end: at }, newText: ` (${zone})` };
	}
	const eol = lineEndingOf(doc.text);
	const heading = timeline.section?.heading;
	if (heading && heading.end > heading.start && timeline.section!.title) {
		// Behind the heading rather than above the rows: these may stand deep in a list or a code block.
		const { end } = doc.lines.line(doc.lines.lineAt(Math.max(heading.start, heading.end - 1)));
		if (doc.text.slice(heading.end, end).trim() !== '') return undefined;
		const next = doc.lines.lineAt(end) + 1;
		const isTight = next < doc.lines.count && doc.text.slice(doc.lines.line(next).start, doc.lines.line(next).end).trim() !== '';
		return { span: { start: end, end }, newText: `${eol}${eol}All times are in ${zone}.${isTight ? eol : ''}` };
	}
	const start = doc.lines.line(doc.lines.lineAt(timeline.span.start)).start;
	return timeline.shape === 'list' || timeline.shape === 'table' || timeline.shape === 'paragraphs' ? { span: { start, end: start }, newText: `All times are in ${zone}.${eol}${eol}` } : undefined;
}
