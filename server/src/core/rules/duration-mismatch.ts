import { computedDurations } from '../postmortem/computed-durations';
import type { DurationKind, Phase, PhaseReading, Postmortem, StatedDuration } from '../postmortem/model';
import { localMs, minutesBetween } from '../time/moment';
import page from './duration-mismatch.md';
import { defineRule } from './rule';
import { formatLike, smallestUnit } from './support/duration-style';
import { firstLine } from './support/place';
import { quoted } from './support/wording';

interface Mismatch {
	readonly stated: StatedDuration;
	/** What the document's times say, where they say it plainly. */
	readonly computed: { readonly minutes: number; readonly from: PhaseReading; readonly to: PhaseReading } | undefined;
	/** What it was compared with. */
	readonly compared: readonly PhaseReading[];
}

const HALF_DAY = 720;
const NAMES: Readonly<Record<DurationKind, string>> = { total: 'duration', detect: 'time to detect', mitigate: 'time to mitigate', resolve: 'time to resolve' };
/** Of the phases that end a time to something the first that is told counts; a duration may end with any. */
const ENDS: Readonly<Record<DurationKind, readonly Phase[]>> = { total: ['resolved', 'mitigated'], detect: ['detected', 'acknowledged'], mitigate: ['mitigated', 'resolved'], resolve: ['resolved', 'mitigated'] };
const STARTS: Readonly<Record<DurationKind, readonly Phase[]>> = { total: ['started', 'detected'], detect: ['started'], mitigate: ['started', 'detected', 'acknowledged'], resolve: ['started', 'detected', 'acknowledged', 'mitigated'] };

export const durationMismatch = defineRule<Mismatch>({
	id: 'duration-mismatch',
	summary: "A stated duration agrees with the document's own times.",
	page,
	severity: 'warning',
	fixKind: 'unsafe',
	since: '0.1.0',

	*check({ doc }) {
		for (const stated of doc.durations) {
			const found = stated.range ? besideRange(stated) : againstRows(doc, stated);
			if (found) yield found;
		}
	},
	describe({ stated, computed, compared }, { doc }) {
		const [first, last] = [computed?.from ?? compared[0], computed?.to ?? compared.at(-1)];
		const text = (reading: PhaseReading | undefined) => (reading ? doc.text.slice(reading.span.start, reading.span.end) : '');
		const expected = computed ? `${quoted(formatLike(stated.written.text, computed.minutes) ?? `${computed.minutes} minutes`)}, as from ${quoted(text(first))} to ${quoted(text(last))}` : "the time between two of the timeline's rows";
		return {
			span: firstLine(doc, stated.written.span),
			message: `Unexpected ${NAMES[stated.kind]} ${quoted(stated.written.text)}, expected ${expected}`,
			related: [...(first ? [{ span: firstLine(doc, first.span), message: computed ? 'It began here' : 'The first row is here' }] : []), ...(last ? [{ span: firstLine(doc, last.span), message: computed ? 'It ended here' : 'The last row is here' }] : [])],
		};
	},
	fixes({ stated, computed }) {
		const newText = computed && formatLike(stated.written.text, computed.minutes);
		return newText === undefined ? [] : [{ title: `Write ${quoted(newText)}`, edits: [{ span: stated.written.span, newText }] }];
	},
});

/** The range in the same sentence says what is meant. */
function besideRange(stated: StatedDuration): Mismatch | undefined {
	const { from, to, halfDaysUnknown } = stated.range!;
	let minutes = spanMinutes(from, to);
	if (minutes === undefined) return undefined;
	if (minutes < 0 && from.at.date && to.at.date && localMs(from.at)! > localMs(to.at)!) minutes += 2 * HALF_DAY;
	const readings = halfDaysUnknown ? [minutes, minutes + HALF_DAY, minutes - HALF_DAY] : [minutes];
	if (readings.some((each) => agrees(stated, each))) return undefined;
	return { stated, computed: minutes > 0 ? { minutes: Math.round(minutes), from, to } : undefined, compared: [from, to] };
}

function againstRows(doc: Postmortem, stated: StatedDuration): Mismatch | undefined {
	const rows = doc.timelines.flatMap((timeline) => timeline.entries).filter((entry) => entry.at && !entry.dateOnly);
	if (rows.length < 2) return undefined;
	const { beside } = stated;
	const all = rows.flatMap((row): PhaseReading[] => [{ at: row.at!, span: row.written.span, from: 'row' }, ...(row.until ? [{ at: row.until, span: row.written.span, from: 'row' } as const] : [])]);
	const told = (phases: readonly Phase[]): PhaseReading[] => phases.flatMap((phase) => [...(doc.phases[phase] ? [doc.phases[phase]] : []), ...rows.filter((row) => row.phase === phase).map((row): PhaseReading => ({ at: row.at!, span: row.written.span, from: 'row' }))]);
	const begins = told(['started']);
	const ends = stated.kind === 'total' ? told(ENDS.total) : ENDS[stated.kind].map((phase) => told([phase])).find((found) => found.length > 0) ?? [];
	const isPlain = begins.length > 0 && ends.length > 0;
	if (stated.from === 'prose' && !isPlain && beside.length === 0) return undefined;
	const starts = [...beside, ...(isPlain ? [...told(STARTS[stated.kind]), all[0]!] : all)];
	const stops = [...beside, ...(isPlain ? [...ends, ...(stated.kind === 'total' ? [all.at(-1)!] : [])] : all)];
	if (starts.some((from) => stops.some((to) => from !== to && agrees(stated, spanMinutes(from, to))))) return undefined;
	const computed = isPlain ? computedDurations(doc.phases, doc.timelines)[stated.kind] : undefined;
	return { stated, computed: computed && computed.minutes > 0 ? computed : undefined, compared: all };
}

/** Without dates the end is on the same day or the next. */
function spanMinutes(from: PhaseReading, to: PhaseReading): number | undefined {
	if ((from.at.date === undefined) !== (to.at.date === undefined)) return undefined;
	const minutes = minutesBetween(from.at, to.at);
	return minutes < 0 && !from.at.date ? minutes + 2 * HALF_DAY : minutes;
}

/** As exact as it is written: whole hours are rounded ones, and words such as "about" give more room. */
function agrees({ minutes, approximate, written }: StatedDuration, actual: number | undefined): boolean {
	if (actual === undefined || actual < 0) return false;
	const unit = smallestUnit(written.text);
	const exact = unit <= 1 ? 1 : /[.,]\d/.test(written.text) ? unit / 4 : unit / 2;
	return Math.abs(actual - minutes) <= (approximate ? Math.max(exact, minutes / 3, 5) : exact);
}
