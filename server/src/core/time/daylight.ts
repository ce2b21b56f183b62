/** Offsets of IANA zones on a day and at a time of day, with the gaps and overlaps of clock changes; the data is that of `Intl`. */
import { clockMs, dayNumber, type CivilDate, type ClockTime } from './moment';

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * `skipped`: the clocks were put forward over this time, so that nobody saw it. `twice`: they were put back over it, so that it came
 * a second time.
 */
export type ClockChange = 'skipped' | 'twice';

export interface LocalOffset {
	/** Minutes east of UTC. In a gap or overlap: the offset before the change. */
	readonly offset: number;
	readonly change: ClockChange | undefined;
}

/** The offsets, in minutes east of UTC, that a zone has a day before and a day after a day's midnight in UTC. */
export interface OffsetsAround {
	readonly before: number;
	readonly after: number;
}

/** Minutes east of UTC in an IANA zone at a moment in epoch ms, or `undefined` for an unknown zone. */
export function offsetAt(iana: string, at: number): number | undefined {
	const day = Math.floor(at / DAY);
	if (day < FIRST_DAY) return askedOffset(iana, at);
	const before = offsetAtMidnight(iana, day);
	return before === offsetAtMidnight(iana, day + 1) ? before : askedOffset(iana, at);
}

/** 1980: from then on no zone changes its clocks forth and back within one day. */
const FIRST_DAY = 3_652;
/** Offsets at midnights in UTC, by zone and day since 1970. What is kept changes no answer. */
const MIDNIGHTS = new Map<string, Map<number, number | undefined>>();
const MOST_MIDNIGHTS = 5_000;

function offsetAtMidnight(iana: string, day: number): number | undefined {
	let known = MIDNIGHTS.get(iana);
	if (!known) MIDNIGHTS.set(iana, (known = new Map()));
	if (known.has(day)) return known.get(day);
	if (known.size >= MOST_MIDNIGHTS) known.clear();
	const offset = askedOffset(iana, day * DAY);
	known.set(day, offset);
	return offset;
}

function askedOffset(iana: string, at: number): number | undefined {
	try {
		const parts = clockOf(iana).formatToParts(at);
		const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
		const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
		return Math.round((shown - Math.floor(at / 1000) * 1000) / MINUTE);
	} catch {
		return undefined;
	}
}

/** What is the same for all times of a day: to be asked once where many times of one day are read. */
export function offsetsAround(iana: string, date: CivilDate): OffsetsAround | undefined {
	const noon = dayNumber(date) * DAY + DAY / 2;
	const before = offsetAt(iana, noon - DAY);
	const after = before === undefined ? undefined : offsetAt(iana, noon + DAY);
	return before === undefined || after === undefined ? undefined : { before, after };
}

/** The offset at a wall-clock time, `around` that day. */
export function localOffset(iana: string, date: CivilDate, clock: ClockTime, around: OffsetsAround): LocalOffset {
	const { before, after } = around;
	if (before === after) return { offset: before, change: undefined };
	const local = dayNumber(date) * DAY + clockMs(clock);
	const isBefore = offsetAt(iana, local - before * MINUTE) === before;
	const isAfter = offsetAt(iana, local - after * MINUTE) === after;
	if (isBefore && isAfter) return { offset: before, change: 'twice' };
	if (!isBefore && !isAfter) return { offset: before, change: 'skipped' };
	return { offset: isBefore ? before : after, change: undefined };
}

/** Minutes east of UTC at a wall-clock time of an IANA zone, or `undefined` for an unknown zone. In a gap or overlap: the offset before the change. */
export function ianaOffset(iana: string, date: CivilDate, clock: ClockTime): number | undefined {
	const around = offsetsAround(iana, date);
	return around && localOffset(iana, date, clock, around).offset;
}

/** Whether a wall-clock time of an IANA zone falls into a change of its clocks. */
export function clockChangeAt(iana: string, date: CivilDate, clock: ClockTime): ClockChange | undefined {
	const around = offsetsAround(iana, date);
	return around && localOffset(iana, date, clock, around).change;
}

/** Making one takes a hundred times as long as asking it. What is kept changes no answer. */
const CLOCKS = new Map<string, Intl.DateTimeFormat>();

function clockOf(iana: string): Intl.DateTimeFormat {
	let clock = CLOCKS.get(iana);
	if (!clock) {
		clock = new Intl.DateTimeFormat('en-US', { timeZone: iana, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
		CLOCKS.set(iana, clock);
	}
	return clock;
}
