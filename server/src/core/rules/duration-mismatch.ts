import { computedDurations, type ComputedDuration } from '../postmortem/computed-durations';
import type { PhaseReading, Postmortem, StatedDuration } from '../postmortem/model';
import type { BusinessHours } from '../time/business-hours';
import { localMs } from '../time/moment';
import page from './duration-mismatch.md';
import { defineRule } from './rule';
import { agrees, computedPairs, DurationEvidence, meantPair, spanMinutes, toleranceOf } from './support/duration-pairs';
import { formatLike } from './support/duration-style';
import { firstLine } from './support/place';
import { quoted } from './support/wording';

interface Mismatch {
	readonly stated: StatedDuration;
	/** What the document's times say, where they say it plainly. */
	readonly computed: ComputedDuration | undefined;
	/** The time that the timeline most likely tells, where it says nothing plainly. */
	readonly likely?: ComputedDuration | undefined;
	/** What it was compared with. */
	readonly compared: readonly PhaseReading[];
	readonly isInWorkingHours: boolean;
}

const HALF_DAY = 720;
/** Of more durations than any person states only the first are compared. */
const MOST = 200;

export const durationMismatch = defineRule<Mismatch>({
	id: 'duration-mismatch',
	summary: "A stated duration agrees with the document's own times.",
	page,
	severity: 'warning',
	fixKind: 'unsafe',
	since: '0.1.0',

	*check({ doc }) {
		const evidence = new DurationEvidence(doc);
		for (const stated of doc.durations.slice(0, MOST)) {
			const found = stated.range ? besideRange(stated) : againstTimes(doc, evidence, stated);
			if (found) yield found;
		}
	},
	describe({ stated, computed, compared, isInWorkingHours }, { doc }) {
		const [first, last] = [computed?.from ?? compared[0], computed?.to ?? compared.at(-1)];
		const text = (reading: PhaseReading | undefined) => (reading ? doc.text.slice(reading.span.start, reading.span.end) : '');
		const hours = isInWorkingHours ? 'of business hours ' : '';
		const expected = computed ? `${quoted(formatLike(stated.written.text, computed.minutes) ?? `${computed.minutes} minutes`)}, as ${hours}from ${quoted(text(first))} to ${quoted(text(last))}` : 'the time between two of its own times';
		return {
			span: firstLine(doc, stated.written.span),
			message: `Unexpected ${stated.name} ${quoted(stated.written.text)}, expected ${expected}`,
			related: [...(first ? [{ span: firstLine(doc, first.span), message: computed ? 'It began here' : 'The first of these times is here' }] : []), ...(last ? [{ span: firstLine(doc, last.span), message: computed ? 'It ended here' : 'The last of these times is here' }] : [])],
		};
	},
	fixes({ stated, computed, likely }, { doc }) {
		const meant = computed ?? likely;
		const newText = meant && formatLike(stated.written.text, meant.minutes);
		if (!meant || newText === undefined || newText === stated.written.text) return [];
		const [from, to] = [meant.from, meant.to].map(({ span }) => quoted(doc.text.slice(span.start, span.end)));
		return [{ title: computed ? `Write ${quoted(newText)}` : `Write ${quoted(newText)}, the time from ${from} to ${to}`, edits: [{ span: stated.written.span, newText }] }];
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
	return { stated, computed: minutes > 0 ? { minutes: Math.round(minutes), from, to } : undefined, compared: [from, to], isInWorkingHours: false };
}

function againstTimes(doc: Postmortem, evidence: DurationEvidence, stated: StatedDuration): Mismatch | undefined {
	const calendar = calendarFor(doc, stated);
	if (stated.workingHours && !calendar) return undefined;
	const pairs = evidence.pairsFor(stated);
	if (!pairs) return undefined;
	const open = computedPairs(pairs, stated.workingHours ? calendar : undefined);
	const tolerance = toleranceOf(stated);
	const isTold = (found: readonly ComputedDuration[]) => found.some(({ minutes }) => agrees(stated, minutes, tolerance));
	if (open.length === 0 || isTold(open) || (calendar && isTold(computedPairs(pairs, calendar)))) return undefined;
	const computed = pairs.isPlain ? meantPair(doc, stated, open, stated.workingHours && calendar) : undefined;
	const usual = computed || stated.workingHours ? undefined : computedDurations(doc.phases, doc.timelines)[stated.kind];
	return { stated, computed, likely: usual && usual.minutes > 0 ? usual : undefined, compared: [...new Set(pairs.pairs.flat())].sort((a, b) => a.span.start - b.span.start), isInWorkingHours: stated.workingHours !== undefined };
}

/** The config's, with the hours that stand beside the duration in place of its own. */
function calendarFor({ businessHours }: Postmortem, { workingHours }: StatedDuration): BusinessHours | undefined {
	const { from, to } = workingHours ?? {};
	return businessHours && from !== undefined && to !== undefined && to > from ? { ...businessHours, from, to } : businessHours;
}
