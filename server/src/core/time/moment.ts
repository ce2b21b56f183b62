/** Points in time as a postmortem writes them: a clock time with or without a date, with or without a zone. */

/** A moment in UTC, in whole milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number;

/** A day of the Gregorian calendar; `month` and `day` count from 1. */
export interface CivilDate {
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

/** A time of day: hour 0–23, minute and second 0–59. `second` and `millisecond` are absent where they were not written. */
export interface ClockTime {
	readonly hour: number;
	readonly minute: number;
	readonly second?: number;
	readonly millisecond?: number;
}

/** A clock time, and as much of its date and zone as is known. */
export interface Moment {
	readonly date: CivilDate | undefined;
	readonly clock: ClockTime;
	/** Minutes east of UTC, or `undefined` where no zone is known (or the named zone is ambiguous). */
	readonly offset: number | undefined;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Milliseconds since midnight. */
export function clockMs({ hour, minute, second = 0, millisecond = 0 }: ClockTime): number {
	return ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}

/** Days since 1970-01-01. */
export function dayNumber({ year, month, day }: CivilDate): number {
	return Math.round(Date.UTC(year, month - 1, day) / DAY);
}

/** The day `days` after 1970-01-01. */
export function civilDate(days: number): CivilDate {
	const at = new Date(days * DAY);
	return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

export function addDays(date: CivilDate, days: number): CivilDate {
	return civilDate(dayNumber(date) + days);
}

export function isRealDate({ year, month, day }: CivilDate): boolean {
	if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) return false;
	return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

/** Milliseconds since the epoch as a clock on the spot showed them (zone ignored), or `undefined` without a date. */
export function localMs({ date, clock }: Moment): number | undefined {
	return date && dayNumber(date) * DAY + clockMs(clock);
}

/** The moment in UTC, or `undefined` where date or zone is not known. */
export function epochMs(moment: Moment): EpochMs | undefined {
	const local = localMs(moment);
	return local === undefined || moment.offset === undefined ? undefined : local - moment.offset * MINUTE;
}

/** The moment that a clock `offset` minutes east of UTC shows at `at`. Seconds are kept where `at` has any. */
export function momentAt(at: EpochMs, offset: number): Moment {
	const local = new Date(at + offset * MINUTE);
	const second = local.getUTCSeconds();
	const millisecond = local.getUTCMilliseconds();
	return {
		date: { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() },
		clock: { hour: local.getUTCHours(), minute: local.getUTCMinutes(), ...(second || millisecond ? { second } : {}), ...(millisecond ? { millisecond } : {}) },
		offset,
	};
}

/** The moment `minutes` later (earlier where less than 0), on the same clock; without a date the time of day alone. */
export function momentAfter(moment: Moment, minutes: number): Moment {
	const local = (localMs(moment) ?? clockMs(moment.clock)) + minutes * MINUTE;
	const { date, clock } = momentAt(local, 0);
	return { date: moment.date && date, clock, offset: moment.offset };
}

/**
 * Minutes from `a` to `b`. Where one lacks a zone both are read on the same clock; where one lacks a date, both are
 * read as times of day. Exact fractions for seconds.
 */
export function minutesBetween(a: Moment, b: Moment): number {
	const [from, to] = [epochMs(a), epochMs(b)];
	if (from !== undefined && to !== undefined) return (to - from) / MINUTE;
	const [localFrom, localTo] = [localMs(a), localMs(b)];
	if (localFrom !== undefined && localTo !== undefined) return (localTo - localFrom) / MINUTE;
	return (clockMs(b.clock) - clockMs(a.clock)) / MINUTE;
}

/** `2024-12-02`. */
export function formatDate({ year, month, day }: CivilDate): string {
	return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** `10:04`, `10:04:31` or `10:04:31.779`: as precise as it was written. */
export function formatClock({ hour, minute, second, millisecond }: ClockTime): string {
	const base = `${two(hour)}:${two(minute)}`;
	if (second === undefined && millisecond === undefined) return base;
	return `${base}:${two(second ?? 0)}${millisecond === undefined ? '' : `.${String(millisecond).padStart(3, '0')}`}`;
}

/** `-07:00`, or `Z` for UTC. */
export function formatOffset(minutes: number): string {
	if (minutes === 0) return 'Z';
	const size = Math.abs(minutes);
	return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** RFC 3339: with an offset where the zone is known, without one where it is not, `HH:MM[:SS]` alone without a date. */
export function formatMoment(moment: Moment): string {
	const { date, clock, offset } = moment;
	if (!date) return formatClock(clock);
	const seconds = clock.second === undefined && clock.millisecond === undefined ? ':00' : '';
	return `${formatDate(date)}T${formatClock(clock)}${seconds}${offset === undefined ? '' : formatOffset(offset)}`;
}

function two(value: number): string {
	return String(value).padStart(2, '0');
}
