import type { Timeline, TimelineShape } from '../postmortem/model';
import { timelineTableEdits } from '../rewrites/timeline-to-table';
import page from './timeline-unstructured.md';
import { definePieceRule } from './rule';
import { firstLine } from './support/place';

const FEWEST_ROWS = 2;

export const timelineUnstructured = definePieceRule<Timeline>({
	id: 'timeline-unstructured',
	summary: 'The timeline is a table.',
	page,
	severity: 'information',
	fixKind: 'unsafe',
	since: '0.1.0',

	pieces: ({ doc }) => doc.timelines.filter(({ shape }) => shape !== 'table').map((timeline) => ({ part: timeline.part, key: [], check: () => (timeline.entries.length >= FEWEST_ROWS ? [timeline] : []) })),
	describe: ({ shape, entries }, { doc }) => ({
		span: firstLine(doc, entries[0]!.rowSpan),
		message: `Unexpected timeline written as ${WRITTEN_AS[shape]}, expected a table`,
	}),
	fixes(timeline, { doc }) {
		const edits = timelineTableEdits(doc, timeline);
		return edits.length > 0 ? [{ title: 'Convert timeline to table', edits }] : [];
	},
});

const WRITTEN_AS: Readonly<Record<TimelineShape, string>> = {
	table: 'a table',
	list: 'a list',
	'nested-list': 'a nested list',
	lines: 'lines of text',
	paragraphs: 'paragraphs',
	headings: 'headings',
	labels: 'labels with a time behind',
	code: 'a code block',
	quote: 'a quote',
	html: 'HTML',
};
