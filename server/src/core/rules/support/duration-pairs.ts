/** The pairs of a document's own times that a stated duration can be the time between. */
import { areComparable, computedDurations, type ComputedDuration } from '../../postmortem/computed-durations';
import type { DurationKind, Phase, PhaseReading, Postmortem, StatedDuration, TimelineEntry } from '../../postmortem/model';
import { PHASES } from '../../postmortem/phases';
import { timedRowsOf, type TimedRow } from '../../postmortem/timeline-facts';
import { businessMinutes, type BusinessHours } from '../../time/business-hours';
import type { TextSpan } from '../../text/span';
import { clockMs, epochMs, minutesBetween, momentAt, type Moment } from '../../time/moment';
import { smallestUnit } from './duration-style';
import { strayRows } from './stray-dates';
import { isMisread } from './wrong-times';

export interface Pairs {
	readonly pairs: readonly (readonly [from: PhaseReading, to: PhaseReading])[];
	/** Whether the document tells both phases, so that one pair is the one that is meant. */
	readonly isPlain: boolean;
}

/** Of the phases that end a time to something the first that is told counts; a duration may end with any. */
const ENDS: Readonly<Record<DurationKind, readonly Phase[]>> = { total: ['resolved', 'mitigated'], detect: ['detected', 'acknowledged'], acknowledge: ['acknowledged'], mitigate: ['mitigated', 'resolved'], resolve: ['resolved', 'mitigated'] };
const STARTS: Readonly<Record<DurationKind, readonly Phase[]>> = { total: ['started', 'detected', 'acknowledged'], detect: ['started'], acknowledge: ['started', 'detected'], mitigate: ['started', 'detected', 'acknowledged'], resolve: ['started', 'detected', 'acknowledged', 'mitigated'] };
/** The phase that a time beside a duration is the moment of: `Time to mitigate: 15 minutes (rollback complete at 03:27)`. */
const ENDED_BY: Readonly<Partial<Record<DurationKind, Phase>>> = { detect: 'detected', acknowledge: 'acknowledged', mitigate: 'mitigated' };
const DAY = 1440;
/** How near a pair must come to a stated duration to be the one that was meant: a share of it. */
const MEANT = 0.2;

/** Longest timeline any two of whose times are compared: in a longer one some two explain whatever is stated. */
const MOST_TIMES = 60;
/** Most pairs of a start and an end. */
const MOST_PAIRS = 900;

/** What a row says about its moment; where it stands is looked up when somebody asks. */
class RowReading implements PhaseReading {
	readonly from = 'row';

	constructor(
		readonly at: Moment,
		readonly row: TimedRow,
		readonly entry: () => TimelineEntry,
	) {}

	get span(): TextSpan {
		return this.entry().written.span;
	}
}

/** One row may be both ends of a time: then it is two readings. */
function copyOf({ at, row, entry }: RowReading): RowReading {
	return new RowReading(at, row, entry);
}

/** The times of one document, found once for all durations that it states. */
export class DurationEvidence {
	readonly #doc: Postmortem;
	/** Rows whose dates are no slips. */
	readonly #rows: readonly RowReading[];
	readonly #all: readonly PhaseReading[];
	/** Phases of rows whose date is a slip. */
	readonly #slips: ReadonlySet<Phase | undefined>;
	/** Whether a row's own time is wrong, which may shift the days of the rows behind it. */
	readonly #isMisread: boolean;
	readonly #told = new Map<Phase, readonly PhaseReading[]>();
	readonly #named = new Map<Phase, readonly PhaseReading[]>();
	/** The moments that durations give beside their figures, by the phase that they end with. */
	readonly #beside = new Map<Phase, { readonly stated: StatedDuration; readonly reading: PhaseReading }[]>();

	constructor(doc: Postmortem) {
		this.#doc = doc;
		const stray = new Set(strayRows(doc).map(({ entry }) => entry.written.span.start));
		const isStray = ({ span }: RowReading) => stray.has(span.start);
		this.#isMisread = doc.timelines.some((timeline) => isMisread(doc, timeline));
		const rows = timedRows(doc);
		this.#rows = stray.size > 0 ? rows.filter((row) => !isStray(row)) : rows;
		this.#slips = new Set(stray.size > 0 ? rows.filter(isStray).map(({ row }) => row.phase) : []);
		this.#all = this.#rows.flatMap((reading) => [reading, ...(reading.row.until ? [new RowReading(reading.row.until, reading.row, reading.entry)] : [])]);
		for (const phase of PHASES) {
			const reading = doc.phases[phase];
			const fields = reading?.from === 'field' ? [reading] : [];
			const own = this.#rows.filter(({ row }) => row.phase === phase);
			this.#told.set(phase, [...fields, ...own.map(copyOf)]);
			this.#named.set(phase, [...fields, ...own.filter(({ row }) => row.phaseBy !== 'words').map(copyOf)]);
		}
		for (const stated of doc.durations) {
			const phase = stated.from === 'field' && !stated.range && stated.beside.length > 0 ? ENDED_BY[stated.kind] : undefined;
			if (phase) this.#beside.set(phase, [...(this.#beside.get(phase) ?? []), ...stated.beside.map((reading) => ({ stated, reading }))]);
		}
	}

	/** `undefined` where the document says too little to hold a duration against, or a date among its ends is a slip. */
	pairsFor(stated: StatedDuration): Pairs | undefined {
		const { kind, from, isPartial } = stated;
		const all = this.#all;
		if (this.#isMisread || (from === 'field' && isPartial) || ENDS[kind].some((phase) => this.#slips.has(phase))) return undefined;
		if (from === 'prose' && this.#isAnotherStory(stated)) return undefined;
		const beside = (phase: Phase) => (this.#beside.get(phase) ?? []).flatMap((each) => (each.stated === stated ? [] : [each.reading]));
		const withBeside = (readings: readonly PhaseReading[], phase: Phase) => (this.#beside.has(phase) ? [...readings, ...beside(phase)] : readings);
		const named = (phase: Phase) => withBeside(this.#named.get(phase)!, phase);
		const told = (phase: Phase) => withBeside(this.#told.get(phase)!, phase);
		/** Of a phase what names it, else what tells it. */
		const plainly = (phase: Phase) => (named(phase).length > 0 ? named(phase) : told(phase));
		const ending = (find: (phase: Phase) => readonly PhaseReading[]): readonly (readonly PhaseReading[])[] => (kind === 'total' ? ENDS.total.map(find) : [ENDS[kind].map(find).find((found) => found.length > 0) ?? []]);
		const [first, last] = [all.slice(0, 1), all.slice(-1)];
		if (from === 'field' && STARTS[kind].some((phase) => named(phase).length > 0) && ENDS[kind].some((phase) => named(phase).length > 0)) {
			return plain(stated, [...STARTS[kind].map(plainly), kind === 'total' ? first : []], [...ending(plainly), kind === 'total' ? last : []]);
		}
		if (this.#rows.length < 2) return undefined;
		const ends = ending(told);
		const isPlain = told('started').length > 0 && ends.some((found) => found.length > 0);
		if (from === 'prose' && !isPlain && stated.beside.length === 0) return this.#isBeyondAll(stated) ? anyTwo(all) : undefined;
		if (!isPlain || isPartial) return all.length > MOST_TIMES ? undefined : anyTwo([...stated.beside, ...all]);
		return plain(stated, [...STARTS[kind].map(told), first], [...ends, kind === 'total' ? last : []]);
	}

	/** Whether a sentence tells of a time that is out of scale beside all that the document tells: `certificates last for 90 days`. */
	#isAnotherStory({ minutes, beside }: StatedDuration): boolean {
		if (this.#all.length > MOST_TIMES) return true;
		const times = [...this.#all, ...beside, ...Object.values(this.#doc.phases).filter((reading) => reading !== undefined)];
		if (times.length > MOST_TIMES) return true;
		return longestBetween(times) * SAME_SCALE < minutes;
	}

	/** Whether a sentence gives the incident more time than lies between the first and the last of all times that are told. */
	#isBeyondAll(stated: StatedDuration): boolean {
		if (stated.isPartial || this.#all.length < WHOLE) return false;
		const told = [...this.#all, ...Object.values(this.#doc.phases).filter((reading) => reading !== undefined)];
		const longest = told.length > MOST_TIMES ? Infinity : longestBetween(told);
		return longest < stated.minutes && longest * SAME_SCALE >= stated.minutes && !agrees(stated, longest);
	}
}

/** Rows with a moment; where none has one, those that count from a start that is not told (`T+5m`), on a day of their own. */
function timedRows(doc: Postmortem): readonly RowReading[] {
	const timed = doc.timelines.flatMap((timeline) => timedRowsOf(timeline).map((row) => new RowReading(row.at, row, () => timeline.entries[row.index]!)));
	if (timed.length > 0 || Object.values(doc.phases).some((reading) => reading !== undefined)) return timed;
	return doc.timelines.flatMap(({ entries }) => entries.flatMap((entry, index): RowReading[] => {
		const minutes = entry.dateOnly ? undefined : entry.time?.relative?.minutes;
		if (minutes === undefined) return [];
		const at = { ...momentAt(minutes * 60_000, 0), offset: undefined };
		return [new RowReading(at, { index, at, until: entry.until, phase: entry.phase, phaseBy: entry.phaseBy }, () => entry)];
	}));
}

/** The longest time between any two, in minutes; 0 where there are none that can be compared. */
function longestBetween(readings: readonly PhaseReading[]): number {
	const moments = readings.map(({ at }) => epochMs(at));
	if (readings.length > 0 && moments.every((ms) => ms !== undefined)) return (Math.max(...moments) - Math.min(...moments)) / 60_000;
	let longest = 0;
	for (const from of readings) for (const to of readings) longest = from === to ? longest : Math.max(longest, spanMinutes(from, to) ?? 0);
	return longest;
}

/** From how many rows on a timeline is told whole, so that no sentence can speak of more. */
const WHOLE = 4;

/** What is so many times longer than all that is told is another story. */
const SAME_SCALE = 3;

/** Every time from a start to an end that the calendar, or the clock alone, gives; minutes. */
export function computedPairs({ pairs }: Pairs, hours: BusinessHours | undefined): readonly ComputedDuration[] {
	return pairs.flatMap(([from, to]): ComputedDuration[] => {
		const minutes = from === to ? undefined : hours ? businessMinutes(from.at, to.at, hours) : spanMinutes(from, to);
		return minutes === undefined || minutes < 0 ? [] : [{ minutes, from, to }];
	});
}

function anyTwo(readings: readonly PhaseReading[]): Pairs | undefined {
	return readings.length > MOST_TIMES ? undefined : { pairs: product(readings, readings), isPlain: false };
}

/** A field that gives a time with its figure means that time: `15 minutes (rollback complete at 03:27)`. */
function plain({ beside, from }: StatedDuration, startsOfPhases: readonly (readonly PhaseReading[])[], endsOfPhases: readonly (readonly PhaseReading[])[]): Pairs | undefined {
	const countIn = (ofPhases: readonly (readonly PhaseReading[])[]) => ofPhases.reduce((count, readings) => count + readings.length, beside.length);
	if (countIn(startsOfPhases) * countIn(endsOfPhases) > MOST_PAIRS) return undefined;
	const [starts, ends] = [startsOfPhases.flat(), endsOfPhases.flat()];
	const told = [...product(starts, beside), ...product(beside, ends), ...product(beside, beside)];
	return { pairs: from === 'field' && beside.length > 0 ? told : [...told, ...product(starts, ends)], isPlain: true };
}

function product(starts: readonly PhaseReading[], ends: readonly PhaseReading[]): Pairs['pairs'] {
	return starts.flatMap((from) => ends.map((to) => [from, to] as const));
}

/** The pair that was most likely meant, of those from the start where it is told: one that is nearly right, else the one that the phases give, else the longest. */
export function meantPair(doc: Postmortem, stated: StatedDuration, all: readonly ComputedDuration[], hours: BusinessHours | undefined): ComputedDuration | undefined {
	const starts = new Set([doc.phases.started?.span.start, ...doc.timelines.flatMap(({ entries }) => entries).filter(({ phase }) => phase === 'started').map(({ written }) => written.span.start)]);
	const fromStart = all.filter(({ from, minutes }) => starts.has(from.span.start) && minutes > 0);
	const pairs = fromStart.length > 0 ? fromStart : all;
	const distance = (pair: ComputedDuration) => Math.abs(pair.minutes - stated.minutes);
	const nearest = pairs.reduce<ComputedDuration | undefined>((best, pair) => (!best || distance(pair) < distance(best) ? pair : best), undefined);
	if (nearest && distance(nearest) <= stated.minutes * MEANT) return rounded(nearest);
	const usual = hours ? undefined : computedDurations(doc.phases, doc.timelines)[stated.kind];
	const longest = pairs.reduce<ComputedDuration | undefined>((best, pair) => (!best || pair.minutes > best.minutes ? pair : best), undefined);
	const isAmongThem = pairs.some(({ from, to }) => from.span.start === usual?.from.span.start && to.span.start === usual.to.span.start);
	const found = usual && isAmongThem ? usual : longest;
	return found && found.minutes > 0 ? rounded(found) : undefined;
}

function rounded(pair: ComputedDuration): ComputedDuration {
	return { ...pair, minutes: Math.round(pair.minutes) };
}

/** Without dates the end is on the same day or the next. */
export function spanMinutes(from: PhaseReading, to: PhaseReading): number | undefined {
	if ((from.at.date === undefined) !== (to.at.date === undefined)) return clockMinutes(from.at, to.at);
	if (!areComparable(from.at, to.at)) return undefined;
	const minutes = minutesBetween(from.at, to.at);
	return minutes < 0 && !from.at.date ? minutes + DAY : minutes;
}

/** From one time of day to the next other one, where one of them has no date. */
function clockMinutes(from: Moment, to: Moment): number {
	const apart = (clockMs(to.clock) - clockMs(from.clock)) / 60_000 - (from.offset !== undefined && to.offset !== undefined ? to.offset - from.offset : 0);
	return ((apart % DAY) + DAY) % DAY;
}

/** How far off it may be, in minutes: as exact as it is written; whole hours are rounded ones, and words such as "about" give more room. */
export function toleranceOf({ minutes, approximate, written }: StatedDuration): number {
	const unit = smallestUnit(written.text);
	const exact = unit <= 1 ? 1 : unit / 2;
	return approximate ? Math.max(exact, minutes / 3, 5) : exact;
}

export function agrees(stated: StatedDuration, actual: number, tolerance = toleranceOf(stated)): boolean {
	return actual >= 0 && Math.abs(actual - stated.minutes) <= tolerance;
}
