/** The hours in which somebody is at work, and how many minutes of them lie between two moments. */
import { clockMs, dayNumber, epochMs, momentAt, type CivilDate, type Moment } from './moment';
import { meaningOfZone, offsetAt } from './zones';

export interface BusinessHours {
	/** Days of the week, from 0 for Sunday to 6. */
	readonly days: ReadonlySet<number>;
	/** Minutes since midnight. */
	readonly from: number;
	/** Minutes since midnight, later than `from`; 1440 for the end of the day. */
	readonly to: number;
	/** The zone of `from` and `to`; where absent, that of the times they are held against. */
	readonly timeZone: string | undefined;
	readonly holidays: readonly CivilDate[];
}

/** Longer stretches are not counted, in days. */
const LONGEST = 3660;

/** Business minutes from one moment to a later one; `undefined` without dates, or where the second is the earlier one. */
export function businessMinutes(from: Moment, to: Moment, hours: BusinessHours): number | undefined {
	const [start, end] = [placed(from, hours), placed(to, hours)];
	if (!start || !end || start.day > end.day || (start.day === end.day && start.minute > end.minute) || end.day - start.day > LONGEST) return undefined;
	const off = new Set(hours.holidays.map(dayNumber));
	let minutes = 0;
	for (let day = start.day; day <= end.day; day++) {
		if (off.has(day) || !hours.days.has(weekday(day))) continue;
		const opens = day === start.day ? Math.max(hours.from, start.minute) : hours.from;
		const closes = day === end.day ? Math.min(hours.to, end.minute) : hours.to;
		minutes += Math.max(0, closes - opens);
	}
	return minutes;
}

/** Day and minute of the day in the zone of the calendar. */
function placed(moment: Moment, { timeZone }: BusinessHours): { day: number; minute: number } | undefined {
	const at = epochMs(moment);
	const meaning = timeZone === undefined ? undefined : meaningOfZone(timeZone);
	const offset = at === undefined ? undefined : meaning?.offset ?? (meaning?.iana === undefined ? undefined : offsetAt(meaning.iana, at));
	const { date, clock } = at === undefined || offset === undefined ? moment : momentAt(at, offset);
	return date && { day: dayNumber(date), minute: clockMs(clock) / 60_000 };
}

/** Of a day counted from 1970-01-01, a Thursday. */
function weekday(day: number): number {
	return (((day + 4) % 7) + 7) % 7;
}
