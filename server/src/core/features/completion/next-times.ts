/** The times that the next row of a timeline is likely to have: a little later than the row above, or now. */
import type { Phase, Postmortem, TimelineEntry, ZoneReading } from '../../postmortem/model';
import { areComparable, startOf } from '../../postmortem/computed-durations';
import { signedElapsed } from '../../time/elapsed';
import { timesIn } from '../../time/mention';
import { addDays, epochMs, minutesBetween, momentAt, type CivilDate, type ClockTime, type Moment } from '../../time/moment';
import { meaningOfZone, offsetAt } from '../../time/zones';
import type { Cursor } from './completion';
import { timeLike } from './time-style';

/** The row above as far as a new row follows it. */
export interface Model {
	/** As written, emphasis and zone included. */
	readonly written: string;
	/** Without zone: what the clock showed. */
	readonly clock: ClockTime;
	readonly date: CivilDate | undefined;
	/** Where its moment is known: to tell how far away now is. */
	readonly at: Moment | undefined;
}

export interface NextTime {
	/** In the form of the row above; `14:05` where there is none. */
	readonly written: string;
	readonly detail: string;
	/** Minutes behind the row above; `undefined` for now. */
	readonly minutes: number | undefined;
}

const STEPS: readonly number[] = [1, 5, 15];
const DAY_MINUTES = 24 * 60;

export function modelOf(entry: TimelineEntry): Model | undefined {
	const at = entry.until ?? entry.at;
	return at && !entry.dateOnly && entry.written.text !== '' ? { written: entry.written.text, clock: at.clock, date: at.date, at } : undefined;
}

/** What a cell of a table says, read by itself: tables show one time in several zones. */
export function modelOfCell(written: string, date: CivilDate | undefined): Model | undefined {
	const time = timesIn(written, { start: 0, end: written.length }, { order: undefined, place: 'row' })[0];
	const clock = time?.until?.clock ?? time?.clock;
	if (!time || !clock) return undefined;
	const own = time.date?.year === undefined ? undefined : { year: time.date.year, month: time.date.month, day: time.date.day };
	return { written, clock: clock.clock, date: own ?? date, at: undefined };
}

/** The likeliest first. `padsHours` as {@link timeLike} has it. */
export function nextTimes(cursor: Cursor, model: Model | undefined, zone: ZoneReading | undefined, padsHours: boolean): readonly NextTime[] {
	const now = nowIn(cursor, zone);
	const here = { written: (model && timeLike(model.written, now.clock, now.date, padsHours)) ?? clockText(now.clock), detail: `now${zone ? ` (${zone.written.text})` : ', UTC: no time zone is stated'}`, minutes: undefined };
	if (!model) return [here];
	const standing = standingBehind(cursor.doc, model);
	const steps = STEPS.flatMap((minutes): NextTime[] => {
		const { clock, date } = later(model, minutes);
		const written = timeLike(model.written, clock, date, padsHours);
		return written === undefined ? [] : [{ written, detail: `${minutes}m later${standing(minutes)}`, minutes }];
	});
	return isUnderWay(model, now) ? [here, ...steps] : [...steps, here];
}

const REACHED: readonly (readonly [Phase, string])[] = [['resolved', 'resolution'], ['mitigated', 'mitigation'], ['acknowledged', 'acknowledgement'], ['detected', 'detection']];

/** How long after the start so many minutes behind the row above are, and which phase the incident has reached by then. */
function standingBehind({ phases, timelines }: Postmortem, { at }: Model): (minutes: number) => string {
	const start = startOf(phases, timelines)?.at;
	if (!at || !start || !areComparable(start, at)) return () => '';
	const above = minutesBetween(start, at);
	const reached = REACHED.flatMap(([phase, name]) => {
		const moment = phases[phase]?.at;
		return moment && areComparable(start, moment) ? [{ name, after: minutesBetween(start, moment) }] : [];
	});
	return (minutes) => {
		const phase = reached.find(({ after }) => after <= above + minutes);
		return `, T${signedElapsed(above + minutes)}${phase ? `, after ${phase.name}` : ''}`;
	};
}

/** Whether now is at most three hours behind the row above: the timeline is being written as it happens. */
function isUnderWay({ at }: Model, now: Moment): boolean {
	const [from, to] = [at && epochMs(at), epochMs(now)];
	return from !== undefined && to !== undefined && to >= from && to - from < 3 * 3_600_000;
}

function nowIn({ context: { now } }: Cursor, zone: ZoneReading | undefined): Moment {
	const meaning = zone && meaningOfZone(zone.written.text);
	const offset = (meaning?.iana === undefined ? (meaning?.offset ?? zone?.offset) : offsetAt(meaning.iana, now)) ?? 0;
	return momentAt(Math.floor(now / 60_000) * 60_000, offset);
}

function later({ clock, date }: Model, minutes: number): { readonly clock: ClockTime; readonly date: CivilDate | undefined } {
	const total = clock.hour * 60 + clock.minute + minutes;
	const shown = { ...clock, hour: Math.floor(total / 60) % 24, minute: total % 60 };
	return { clock: shown, date: date && addDays(date, Math.floor(total / DAY_MINUTES)) };
}

function clockText({ hour, minute }: ClockTime): string {
	return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
