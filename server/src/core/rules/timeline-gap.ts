import type { Timeline, TimelineEntry } from '../postmortem/model';
import { formatDate, minutesBetween } from '../time/moment';
import page from './timeline-gap.md';
import { definePieceRule } from './rule';
import { firstLine } from './support/place';
import { wrongRows } from './support/row-slips';
import { strayRows } from './support/stray-dates';
import { quoted } from './support/wording';

interface Gap {
	readonly before: TimelineEntry;
	readonly after: TimelineEntry;
	readonly minutes: number;
}

export const timelineGap = definePieceRule<Gap>({
	id: 'timeline-gap',
	summary: 'While an incident lasts, its timeline has no long silence.',
	page,
	severity: 'hint',
	fixKind: 'none',
	since: '0.1.0',

	pieces({ doc }) {
		const { gapMinutes } = doc.template.template.timeline;
		const slips = new Set(strayRows(doc).map(({ entry }) => entry));
		return doc.timelines.map((timeline) => ({ part: timeline.part, key: [gapMinutes, doc.date && formatDate(doc.date.date), slips.size > 0 && slips], check: () => gapsIn(timeline) }));

		function* gapsIn(timeline: Timeline): Generator<Gap> {
			if (wrongRows(doc, timeline).size > 0) return;
			const rows = duringIncident(timeline, slips);
			for (const [index, after] of rows.entries()) {
				const before = rows[index - 1];
				if (!before?.at || !after.at) continue;
				const minutes = Math.round(minutesBetween(before.until ?? before.at, after.at));
				if (minutes > gapMinutes) yield { before, after, minutes };
			}
		}
	},
	describe: ({ before, after, minutes }, { doc }) => ({
		span: firstLine(doc, after.written.span),
		message: `Unexpected gap of ${inWords(minutes)} since ${quoted(before.written.text)}, expected a row at least every ${inWords(doc.template.template.timeline.gapMinutes)}`,
		related: [{ span: firstLine(doc, before.written.span), message: 'The row before is here' }],
	}),
});

/** In order of time: from the first row that tells the start or the detection to the next that tells the end; none where either is not told. */
function duringIncident({ entries }: Timeline, slips: ReadonlySet<TimelineEntry>): readonly TimelineEntry[] {
	const timed = entries.filter((entry) => entry.at && !entry.dateOnly && !slips.has(entry));
	// A list of nothing but phases (`First detected`, `Repaired`) is no log: it has no silence.
	if (timed.every(({ phaseBy }) => phaseBy === 'name')) return [];
	// Without dates the order is all that tells when midnight is crossed.
	if (timed.every(({ at }) => at!.date)) timed.sort((a, b) => minutesBetween(b.at!, a.at!));
	const first = timed.findIndex(({ phase }) => phase === 'started' || phase === 'detected');
	const last = timed.findIndex(({ phase }, index) => index > first && phase === 'resolved');
	return first < 0 || last < 0 ? [] : timed.slice(first, last + 1);
}

function inWords(minutes: number): string {
	const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
	return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''].filter((part) => part !== '').join(' ');
}
