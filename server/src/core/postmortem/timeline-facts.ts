/** What is asked of the rows of timelines as a whole: worked out once for each timeline, as long as its rows stay the same. */
import type { Moment } from '../time/moment';
import type { Phase, Timeline, TimelineEntry } from './model';
import type { PhaseBy } from './phases';

/** Places among the entries of one timeline: of the first and the last one. */
interface Ends {
	readonly first: number;
	readonly last: number;
}

export interface TimelineFacts {
	/** Rows with a moment: a clock time, or no more than a day. */
	readonly timed: number;
	readonly days: number;
	/** Rows that count from a start alone: `T+5m`. */
	readonly relative: number;
	/** The first row with a clock time, and the first of them whose date is known. */
	readonly firstTimed: number | undefined;
	readonly firstDated: number | undefined;
	/** The first row whose date is known and that writes more than a clock time without a zone. */
	readonly firstWritten: number | undefined;
	/** The last row with a clock time. */
	readonly lastTimed: number | undefined;
	/** Rows with a clock time that tell a phase, and those of them that name it. */
	readonly told: ReadonlyMap<Phase, Ends>;
	readonly named: ReadonlyMap<Phase, Ends>;
}

export function factsOf(timeline: Timeline): TimelineFacts {
	return timeline.part.fact('facts', [], () => {
		const { entries } = timeline;
		const isTimed = (entry: TimelineEntry) => entry.at !== undefined && !entry.dateOnly;
		const told = new Map<Phase, Ends>();
		const named = new Map<Phase, Ends>();
		for (const [index, entry] of entries.entries()) {
			if (!entry.phase || !isTimed(entry)) continue;
			for (const ends of entry.phaseBy === 'words' ? [told] : [told, named]) ends.set(entry.phase, { first: ends.get(entry.phase)?.first ?? index, last: index });
		}
		const placeOf = (at: number) => (at < 0 ? undefined : at);
		const place = (wanted: (entry: TimelineEntry) => boolean) => placeOf(entries.findIndex(wanted));
		return {
			timed: entries.filter(isTimed).length, days: entries.filter((entry) => entry.at && entry.dateOnly).length, relative: entries.filter(({ time }) => time?.relative && !time.clock && !time.date).length,
			firstTimed: place(isTimed), firstDated: place((entry) => isTimed(entry) && entry.at!.date !== undefined), firstWritten: place(({ at, written }) => at?.date !== undefined && written.text.length > 5), lastTimed: placeOf(entries.findLastIndex(isTimed)), told, named,
		};
	});
}

/** A row with a clock time, as far as no place is asked for. */
export interface TimedRow {
	/** Its place among the entries of its timeline. */
	readonly index: number;
	readonly at: Moment;
	readonly until: Moment | undefined;
	readonly phase: Phase | undefined;
	readonly phaseBy: PhaseBy | undefined;
}

export function timedRowsOf(timeline: Timeline): readonly TimedRow[] {
	return timeline.part.fact('timed rows', [], () => timeline.entries.flatMap(({ at, until, phase, phaseBy, dateOnly }, index) => (at && !dateOnly ? [{ index, at, until, phase, phaseBy }] : [])));
}

/** The first row of all whose place is told. */
export function firstRow(timelines: readonly Timeline[], placeIn: (facts: TimelineFacts) => number | undefined): TimelineEntry | undefined {
	for (const timeline of timelines) {
		const at = placeIn(factsOf(timeline));
		if (at !== undefined) return timeline.entries[at];
	}
	return undefined;
}

/** The last row of all whose place is told. */
export function lastRow(timelines: readonly Timeline[], placeIn: (facts: TimelineFacts) => number | undefined): TimelineEntry | undefined {
	return firstRow([...timelines].reverse(), placeIn);
}
