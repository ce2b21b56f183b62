/** How long the incident and its phases took, by the document's own rows. */
import { epochMs, localMs, minutesBetween, type Moment } from '../time/moment';
import type { DurationKind, PhaseReading, Phases, Timeline, TimelineEntry } from './model';
import { firstRow, lastRow } from './timeline-facts';

/** One computed duration, and the two places that it was computed from. */
export interface ComputedDuration {
	readonly minutes: number;
	readonly from: PhaseReading;
	readonly to: PhaseReading;
}

/**
 * From the row that tells the start, else from the first row, else from the field that states it; to the row or field of
 * each phase. The total runs to the last row where nothing tells the end.
 */
export function computedDurations(phases: Phases, timelines: readonly Timeline[]): { readonly [K in DurationKind]: ComputedDuration | undefined } {
	const from = startOf(phases, timelines);
	const until = (to: PhaseReading | undefined): ComputedDuration | undefined => {
		const elapsed = from && to && to.span.start !== from.span.start ? elapsedMinutes(from.at, to.at) : undefined;
		if (!from || !to || elapsed === undefined) return undefined;
		const minutes = Math.round(elapsed);
		return minutes >= 0 ? { minutes, from, to } : undefined;
	};
	const last = lastRow(timelines, ({ lastTimed }) => lastTimed);
	return { total: until(phases.resolved) ?? until(last && readingOf(last)), detect: until(phases.detected), acknowledge: until(phases.acknowledged), mitigate: until(phases.mitigated), resolve: until(phases.resolved) };
}

/** What T+0 is: the row that tells the start, else the first row, else the field that states it. */
export function startOf(phases: Phases, timelines: readonly Timeline[]): PhaseReading | undefined {
	const row = firstRow(timelines, ({ told }) => told.get('started')?.first) ?? firstRow(timelines, ({ firstTimed }) => firstTimed);
	return row ? readingOf(row) : phases.started;
}

function readingOf(row: TimelineEntry): PhaseReading {
	return { at: row.at!, span: row.written.span, from: 'row' };
}

const HALF_DAY_MINUTES = 12 * 60;

/** From one moment to the other, where that is known. Without dates a step back of more than half a day crosses midnight. */
export function elapsedMinutes(from: Moment, to: Moment): number | undefined {
	if (!areComparable(from, to)) return undefined;
	const minutes = minutesBetween(from, to);
	return !from.date && !to.date && minutes < -HALF_DAY_MINUTES ? minutes + 2 * HALF_DAY_MINUTES : minutes;
}

/** Whether the time from one to the other is known. */
export function areComparable(a: Moment, b: Moment): boolean {
	return (epochMs(a) !== undefined && epochMs(b) !== undefined) || (localMs(a) !== undefined && localMs(b) !== undefined) || (!a.date && !b.date);
}
