import type { Timeline } from '../postmortem/model';
import { timelineTableEdits } from '../rewrites/timeline-to-table';
import { defineRule } from './rule';

const SHAPES: Readonly<Record<string, string>> = { list: 'bullets', 'nested-list': 'nested bullets', lines: 'lines', paragraphs: 'paragraphs', headings: 'headings', labels: 'labels', code: 'a code block', quote: 'a quote', html: 'HTML' };

export const timelineUnstructured = defineRule<Timeline>({
	id: 'timeline-unstructured',
	summary: 'The timeline is a table.',
	severity: 'information',
	fixKind: 'unsafe',
	since: '0.1.0',

	*check({ doc }) {
		for (const timeline of doc.timelines) if (timeline.shape !== 'table' && timeline.entries.length > 1) yield timeline;
	},
	describe: (timeline) => ({
		span: timeline.entries[0]!.written.span.end > timeline.entries[0]!.written.span.start ? timeline.entries[0]!.written.span : timeline.entries[0]!.rowSpan,
		message: `Unexpected timeline as ${SHAPES[timeline.shape]!}, expected a table`,
	}),
	fixes(timeline, { doc }) {
		const edits = timelineTableEdits(doc, timeline);
		return edits.length ? [{ title: 'Convert timeline to table', edits }] : [];
	},
});
