import type { TimelineEntry } from '../postmortem/model';
import { defineRule } from './rule';

export const timeUnreadable = defineRule<TimelineEntry>({
	id: 'time-unreadable',
	summary: 'The time of each timeline row can be read.',
	severity: 'warning',
	fixKind: 'none',
	since: '0.1.0',

	*check({ doc }) {
		for (const timeline of doc.timelines) {
			if (!timeline.entries.some((entry) => entry.at)) continue; // a timeline of steps, not of times
			for (const entry of timeline.entries) if (!entry.at && entry.written.text !== '' && !/^T\s?(?:[+\-−–]|0)/i.test(entry.written.text)) yield entry;
		}
	},
	describe: (entry) => ({ span: entry.written.span, message: `Unexpected time \`${entry.written.text.replace(/`/g, '').slice(0, 60)}\`, expected a time such as \`14:05\`` }),
});
