import type { Postmortem, Timeline, TimelineEntry } from '../postmortem/model';
import type { SpanEdit } from '../text/edit';
import type { Written } from '../text/span';
import { formatClockLike } from '../time/clock-style';
import { dayNumber, epochMs, momentAt } from '../time/moment';
import page from './time-zone-mixed.md';
import { definePieceRule } from './rule';
import { quoted } from './support/wording';

interface Zoned {
	readonly entry: TimelineEntry;
	readonly zone: Written;
	/** Minutes east of UTC. */
	readonly offset: number;
}

interface Mixed {
	/** Rows in other zones than most rows are, in document order. */
	readonly others: readonly Zoned[];
	/** A row in the zone that most rows are in. */
	readonly main: Zoned;
}

export const timeZoneMixed = definePieceRule<Mixed>({
	id: 'time-zone-mixed',
	summary: 'The rows of one timeline are in one time zone.',
	page,
	severity: 'warning',
	fixKind: 'unsafe',
	since: '0.1.0',

	pieces: ({ doc }) => doc.timelines.map((timeline) => ({
		part: timeline.part,
		key: [],
		*check() {
			const zoned = timeline.entries.flatMap((entry): Zoned[] => {
				const zone = entry.zone ?? statedFor(timeline, entry);
				return zone && entry.at?.offset !== undefined && !entry.dateOnly ? [{ entry, zone, offset: entry.at.offset }] : [];
			});
			const main = mostFrequent(zoned);
			const others = main ? zoned.filter(({ entry, offset, zone }) => entry.zone && offset !== main.offset && !areOfOneRegion(zone.text, main.zone.text)) : [];
			if (main && others.length > 0) yield { others, main };
		},
	})),
	describe: ({ others, main }) => ({
		span: others[0]!.zone.span,
		message: `Unexpected time zone ${quoted(others[0]!.zone.text)} among rows in ${quoted(main.zone.text)}, expected one zone for all rows`,
		related: [{ span: main.zone.span, message: 'The zone of most rows is stated here' }, ...others.slice(1, 5).map(({ zone }) => ({ span: zone.span, message: 'This row is in another zone too' }))],
	}),
	fixes({ others, main }, { doc }) {
		const edits = others.flatMap((each) => converted(doc, each, main) ?? []);
		return edits.length === others.length * 2 ? [{ title: `Convert to ${quoted(main.zone.text)}`, edits }] : [];
	},
});

/** The zone that the table's header or the timeline's section states for a row that names none. */
function statedFor({ section, span }: Timeline, { inZone }: TimelineEntry): Written | undefined {
	return inZone && inZone.span.end > inZone.span.start && inZone.span.start >= (section?.heading.start ?? span.start) && inZone.span.start < span.end ? inZone : undefined;
}

function mostFrequent(zoned: readonly Zoned[]): Zoned | undefined {
	const counts = new Map<number, number>();
	for (const { offset } of zoned) counts.set(offset, (counts.get(offset) ?? 0) + 1);
	const most = Math.max(...counts.values());
	return zoned.find(({ offset }) => counts.get(offset) === most);
}

/** A timeline over the change to daylight saving names PST and PDT rightly. */
function areOfOneRegion(a: string, b: string): boolean {
	const stem = (name: string) => name.toUpperCase().replace(/^([A-Z]{1,3})[SD]T$|^([A-Z]{2})S?T$/, '$1$2');
	return /^[A-Z]{3,4}$/i.test(a) && /^[A-Z]{3,4}$/i.test(b) && stem(a) === stem(b);
}

/** The clock and the zone of a row in the zone of the others; nothing where the day would be another one. */
function converted(doc: Postmortem, { entry, zone }: Zoned, main: Zoned): readonly SpanEdit[] | undefined {
	const at = epochMs(entry.at!);
	const clock = /(?<![\d:.-])\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,6})?)?(?:\s?[ap]\.?m\.?)?(?![\d:])/gi;
	const written = [...doc.text.slice(entry.written.span.start, zone.span.start).matchAll(clock)];
	if (at === undefined || entry.until || written.length !== 1) return undefined;
	const moment = momentAt(at, main.offset);
	const newText = formatClockLike(written[0]![0], moment.clock);
	if (newText === undefined || dayNumber(moment.date!) !== dayNumber(entry.at!.date!)) return undefined;
	const start = entry.written.span.start + written[0]!.index;
	const clockSpan = { start, end: start + written[0]![0].length };
	if (main.entry.zone) return [{ span: clockSpan, newText }, { span: zone.span, newText: main.zone.text }];
	const between = doc.text.slice(clockSpan.end, zone.span.start);
	const isBracketed = between.endsWith('(') && doc.text[zone.span.end] === ')';
	return [{ span: clockSpan, newText }, { span: { start: clockSpan.end + (isBracketed ? between.slice(0, -1) : between).trimEnd().length, end: zone.span.end + (isBracketed ? 1 : 0) }, newText: '' }];
}
