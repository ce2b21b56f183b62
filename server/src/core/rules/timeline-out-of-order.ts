import type { Timeline, TimelineEntry } from '../postmortem/model';
import { sortEdits } from '../rewrites/sort-timeline';
import { minutesBetween } from '../time/moment';
import { defineRule } from './rule';

interface Late {
	readonly entry: TimelineEntry;
	readonly latest: TimelineEntry;
	readonly timeline: Timeline;
}

export const timelineOutOfOrder = defineRule<Late, { slackMinutes: { type: 'number'; default: number; minimum: number; doc: string } }>({
	id: 'timeline-out-of-order',
	summary: 'Timeline rows run from earliest to latest.',
	severity: 'warning',
	fixKind: 'unsafe',
	since: '0.1.0',
	options: { slackMinutes: { type: 'number', default: 0, minimum: 0, doc: 'How far back a row may step, in minutes.' } },

	*check({ doc, options }) {
		for (const timeline of doc.timelines) {
			let latest: TimelineEntry | undefined;
			for (const entry of timeline.entries) {
				if (!entry.at || entry.dateOnly) continue;
				const back = latest?.at ? -minutesBetween(latest.at, entry.at) : 0;
				const slack = options.slackMinutes + (entry.approximate || latest?.approximate ? 30 : 0);
				if (latest && back > slack) yield { entry, latest, timeline };
				else latest = entry;
			}
		}
	},
	describe: ({ entry, latest }) => ({
		span: entry.written.span,
		message: `Unexpected time \`${entry.written.text}\` after \`${latest.written.text}\`, expected rows in time order`,
		related: [{ span: latest.written.span, message: 'The later row is here' }],
	}),
	fixes({ timeline }, { doc }) {
		const edits = sortEdits(doc, timeline);
		return edits.length ? [{ title: 'Sort timeline by time', edits }] : [];
	},
});
