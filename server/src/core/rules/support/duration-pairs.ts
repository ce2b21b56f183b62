/** The pairs of a document's own times that a stated duration can be the time between. */
import { areComparable, computedDurations, type ComputedDuration } from '../../postmortem/computed-durations';
import type { DurationKind, Phase, PhaseReading, Postmortem, StatedDuration, TimelineEntry } from '../../postmortem/model';
import { readingOf } from '../../postmortem/phases';
import { businessMinutes, type BusinessHours } from '../../time/business-hours';
import { clockMs, minutesBetween, momentAt, type Moment } from '../../time/moment';
import { smallestUnit } from './duration-style';
import { strayRows } from './stray-dates';

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

/** `undefined` where the document says too little to hold a duration against, or a date among its ends is a slip. */
export function pairsFor(doc: Postmortem, stated: StatedDuration): Pairs | undefined {
	const stray = new Set(strayRows(doc).map(({ entry }) => entry.written.span.start));
	const rows = timedRows(doc);
	const sound = rows.filter((row) => !stray.has(row.written.span.start));
	const all = sound.flatMap((row): PhaseReading[] => [readingOf(row), ...(row.until ? [{ ...readingOf(row), at: row.until }] : [])]);
	const beside = (phase: Phase) => doc.durations.filter((each) => each !== stated && each.from === 'field' && !each.range && ENDED_BY[each.kind] === phase).flatMap((each) => each.beside);
	const fields = (phase: Phase) => [...(doc.phases[phase]?.from === 'field' ? [doc.phases[phase]] : []), ...beside(phase)];
	const rowsOf = (phase: Phase, test: (row: TimelineEntry) => boolean = () => true) => sound.filter((row) => row.phase === phase && test(row)).map(readingOf);
	const named = (phase: Phase) => [...fields(phase), ...rowsOf(phase, (row) => row.phaseBy !== 'words')];
	/** Of each phase what names it, else what tells it. */
	const plainly = (phases: readonly Phase[]) => phases.flatMap((phase) => (named(phase).length > 0 ? named(phase) : rowsOf(phase)));
	const told = (phases: readonly Phase[]) => phases.flatMap((phase) => [...fields(phase), ...rowsOf(phase)]);
	const ending = (find: (phases: readonly Phase[]) => readonly PhaseReading[]) => (stated.kind === 'total' ? find(ENDS.total) : ENDS[stated.kind].map((phase) => find([phase])).find((found) => found.length > 0) ?? []);
	if (stated.from === 'field' && stated.isPartial) return undefined;
	if (rows.some((row) => stray.has(row.written.span.start) && row.phase && ENDS[stated.kind].includes(row.phase))) return undefined;
	const isNamed = STARTS[stated.kind].some((phase) => named(phase).length > 0) && ENDS[stated.kind].some((phase) => named(phase).length > 0);
	if (isNamed && stated.from === 'field' && !stated.isPartial) {
		const whole = stated.kind === 'total' ? [all[0], all.at(-1)].flatMap((each) => each ?? []) : [];
		return plain(stated, [...plainly(STARTS[stated.kind]), ...whole.slice(0, 1)], [...ending(plainly), ...whole.slice(1)]);
	}
	if (sound.length < 2) return undefined;
	const begins = told(['started']);
	const ends = ending(told);
	const isPlain = begins.length > 0 && ends.length > 0;
	if (stated.from === 'prose' && !isPlain && stated.beside.length === 0) return beyondAll(doc, stated, all) ? anyTwo(all) : undefined;
	if (!isPlain || stated.isPartial) return anyTwo([...stated.beside, ...all]);
	return plain(stated, [...told(STARTS[stated.kind]), all[0]!], [...ends, ...(stated.kind === 'total' ? [all.at(-1)!] : [])]);
}

/** Rows with a moment; where none has one, those that count from a start that is not told (`T+5m`), on a day of their own. */
function timedRows(doc: Postmortem): readonly TimelineEntry[] {
	const rows = doc.timelines.flatMap((timeline) => timeline.entries).filter((entry) => !entry.dateOnly);
	const timed = rows.filter(({ at }) => at);
	if (timed.length > 0 || Object.values(doc.phases).some((reading) => reading !== undefined)) return timed;
	return rows.flatMap((row) => (row.time?.relative?.minutes !== undefined ? [{ ...row, at: { ...momentAt(row.time.relative.minutes * 60_000, 0), offset: undefined } }] : []));
}

/** From how many rows on a timeline is told whole, so that no sentence can speak of more. */
const WHOLE = 4;

/** What is so many times longer than all that is told is another story. */
const SAME_SCALE = 3;

/** Whether a sentence gives the incident more time than lies between the first and the last of all times that are told. */
function beyondAll(doc: Postmortem, stated: StatedDuration, all: readonly PhaseReading[]): boolean {
	if (stated.isPartial || all.length < WHOLE) return false;
	const told = Object.values(doc.phases).filter((reading) => reading !== undefined);
	const spans = [...all, ...told].flatMap((from) => [...all, ...told].flatMap((to) => spanMinutes(from, to) ?? []));
	const longest = Math.max(0, ...spans);
	return longest < stated.minutes && longest * SAME_SCALE >= stated.minutes && !agrees(stated, longest);
}

/** Every time from a start to an end that the calendar, or the clock alone, gives; minutes. */
export function computedPairs({ pairs }: Pairs, hours: BusinessHours | undefined): readonly ComputedDuration[] {
	return pairs.flatMap(([from, to]): ComputedDuration[] => {
		const minutes = from === to ? undefined : hours ? businessMinutes(from.at, to.at, hours) : spanMinutes(from, to);
		return minutes === undefined || minutes < 0 ? [] : [{ minutes, from, to }];
	});
}

function anyTwo(readings: readonly PhaseReading[]): Pairs {
	return { pairs: product(readings, readings), isPlain: false };
}

/** A field that gives a time with its figure means that time: `15 minutes (rollback complete at 03:27)`. */
function plain({ beside, from }: StatedDuration, starts: readonly PhaseReading[], ends: readonly PhaseReading[]): Pairs {
	const told = [...product(starts, beside), ...product(beside, ends), ...product(beside, beside)];
	return { pairs: from === 'field' && beside.length > 0 ? told : [...told, ...product(starts, ends)], isPlain: true };
}

function product(starts: readonly PhaseReading[], ends: readonly PhaseReading[]): Pairs['pairs'] {
	return starts.flatMap((from) => ends.map((to) => [from, to] as const));
}

/** The pair that was most likely meant: one that is nearly right, else the one that the phases give, else the longest. */
export function meantPair(doc: Postmortem, stated: StatedDuration, pairs: readonly ComputedDuration[], hours: BusinessHours | undefined): ComputedDuration | undefined {
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

/** As exact as it is written: whole hours are rounded ones, and words such as "about" give more room. */
export function agrees({ minutes, approximate, written }: StatedDuration, actual: number): boolean {
	if (actual < 0) return false;
	const unit = smallestUnit(written.text);
	const exact = unit <= 1 ? 1 : /[.,]\d/.test(written.text) ? unit / 4 : unit / 2;
	return Math.abs(actual - minutes) <= (approximate ? Math.max(exact, minutes / 3, 5) : exact);
}
