/** A moment on the clock of another zone, and the name that it is read back with. */
import { clockMs, epochMs, momentAt, type ClockTime, type Moment } from './moment';
import { isReadAs, offsetName, offsetOfTarget, zoneNameAt, type ZoneTarget } from './zone-target';

const DAY_MS = 86_400_000;

/** As precise as it was. `undefined` where its zone is not known, or the other one moves with the season and the day is not known. */
export function momentIn(target: ZoneTarget, moment: Moment): Moment | undefined {
	const at = epochMs(moment);
	const offset = at === undefined ? target.meaning.offset : offsetOfTarget(target, at);
	if (offset === undefined || moment.offset === undefined) return undefined;
	if (at !== undefined) {
		const there = momentAt(at, offset);
		return { ...there, clock: asPrecise(there.clock, moment.clock) };
	}
	const ms = (((clockMs(moment.clock) + (offset - moment.offset) * 60_000) % DAY_MS) + DAY_MS) % DAY_MS;
	return { date: undefined, clock: asPrecise(momentAt(ms, 0).clock, moment.clock), offset };
}

/** In the hour that a clock shows twice the offset alone tells which one it is. */
export function nameOf(target: ZoneTarget, at: Moment): string {
	const name = zoneNameAt(target, epochMs(at) ?? 0, at.offset!);
	return isReadAs(name, at) ? name : offsetName(at.offset!);
}

function asPrecise({ hour, minute, second = 0, millisecond = 0 }: ClockTime, like: ClockTime): ClockTime {
	return { hour, minute, ...(like.second === undefined ? {} : { second }), ...(like.millisecond === undefined ? {} : { millisecond }) };
}
