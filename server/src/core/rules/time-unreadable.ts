import type { TimelineEntry } from '../postmortem/model';
import page from './time-unreadable.md';
import { defineRule } from './rule';
import { firstLine } from './support/place';
import { isPlaceholder } from './support/values';
import { quoted } from './support/wording';

/** `T+5m`, `+10 min`: counted from a start that may not be told. */
const RELATIVE = /^[\s*_`~(]*(?:T\s*)?[+\-−–±]\s*\d/i;

/** Whole days, with words around them: `between 2024-03-01 and 2024-03-04`. */
const DAYS = /^(?:[^\d?]*\d{4}-\d\d-\d\d)+[^\d?]*$/;

export const timeUnreadable = defineRule<TimelineEntry>({
	id: 'time-unreadable',
	summary: 'The time of every timeline row can be read.',
	page,
	severity: 'warning',
	fixKind: 'none',
	since: '0.1.0',

	*check({ doc }) {
		for (const { entries } of doc.timelines) {
			for (const entry of entries) {
				const { written, at, dateOnly } = entry;
				if (at || dateOnly || isPlaceholder(written.text) || RELATIVE.test(written.text) || DAYS.test(written.text) || !/\d/.test(written.text)) continue;
				yield entry;
			}
		}
	},
	describe: ({ written }, { doc }) => ({
		span: firstLine(doc, written.span),
		message: `Unexpected time ${quoted(written.text)}, expected one such as \`14:05\` or \`2:05 PM\``,
	}),
});
