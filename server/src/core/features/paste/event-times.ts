/** The times of pasted events as the document writes its own: in its zone, with a day where it is another one. */
import type { Postmortem, ZoneReading } from '../../postmortem/model';
import type { EventTime } from '../../rewrites/transcript-cells';
import { completeDate } from '../../time/date';
import { dayNumber, epochMs, formatClock, formatDate, momentAt, type CivilDate, type Moment } from '../../time/moment';
import { meaningOfZone, offsetAt, offsetOn } from '../../time/zones';
import type { Transcript, TranscriptEvent, TranscriptTime } from '../../transcript/transcript';
import { timeLike } from '../completion/time-style';

/** The clock that times without a zone were copied from, and the one that they are written in; `undefined`: they stay. */
export type ZoneOfTimes = { readonly from: string; readonly to: string } | undefined;

/** The row that new ones follow: its time as written, and the day of it. */
export interface TimeModel {
	readonly written: string;
	readonly date: CivilDate | undefined;
	readonly zone: ZoneReading | undefined;
}

/** Set where no event states a zone, and the person's clock shows another time than the document's. */
export function otherZone(doc: Postmortem, { events }: Transcript, viewerZone: string | undefined): ZoneOfTimes {
	const to = doc.zone?.written.text;
	const viewer = viewerZone === undefined ? undefined : meaningOfZone(viewerZone);
	if (to === undefined || !viewer || events.some(({ time }) => time?.zone !== undefined)) return undefined;
	const first = events.find(({ time }) => time)?.time;
	const there = first && localMoment(doc, first, viewerZone);
	const here = first && localMoment(doc, first, to);
	return there?.offset === undefined || here?.offset === undefined || there.offset === here.offset ? undefined : { from: viewerZone!, to };
}

/** How each event's time is written in a row that follows `model`, or in a new table. */
export function eventTimes(doc: Postmortem, model: TimeModel | undefined, zone: ZoneOfTimes): (event: TranscriptEvent) => EventTime {
	const target = (model?.zone ?? doc.zone)?.written.text;
	let day = model?.date ?? doc.date?.date;
	return ({ time }) => {
		if (!time) return { time: '', date: '', zone: undefined };
		if (time.isRange) return { time: time.written, date: '', zone: undefined };
		const { moment, zone: shownZone } = inZone(doc, time, time.zone ?? zone?.from, target);
		const isOtherDay = moment.date !== undefined && (day === undefined || dayNumber(moment.date) !== dayNumber(day));
		if (moment.date) day = moment.date;
		const precise = moment.clock.second !== undefined;
		const likeModel = model && !(precise && !/\d\d:\d\d:\d\d/.test(model.written)) ? timeLike(model.written, moment.clock, moment.date) : undefined;
		const clock = likeModel ?? formatClock(moment.clock);
		const tellsDay = likeModel !== undefined && /\d\D+\d+\D+\d+:/.test(model!.written);
		return { time: isOtherDay && !tellsDay ? `${formatDate(moment.date!)} ${clock}` : clock, date: moment.date ? formatDate(moment.date) : '', zone: shownZone };
	};
}

function inZone(doc: Postmortem, time: TranscriptTime, own: string | undefined, target: string | undefined): { readonly moment: Moment; readonly zone: string | undefined } {
	const moment = localMoment(doc, time, own);
	const ms = epochMs(moment);
	const meaning = target === undefined ? undefined : meaningOfZone(target);
	const offset = ms === undefined || !meaning ? undefined : meaning.iana === undefined ? (meaning.offset ?? doc.zone?.offset) : offsetAt(meaning.iana, ms);
	if (ms !== undefined && offset !== undefined) {
		const there = momentAt(ms, offset);
		// A clock without seconds shows none when they happen to be zero elsewhere.
		return { moment: { ...there, clock: { hour: there.clock.hour, minute: there.clock.minute, ...secondsOf(time) } }, zone: target };
	}
	return { moment, zone: own === 'Z' ? 'UTC' : time.zone };
}

function secondsOf({ clock: { second, millisecond } }: TranscriptTime): { readonly second?: number; readonly millisecond?: number } {
	return { ...(second === undefined ? {} : { second }), ...(millisecond === undefined ? {} : { millisecond }) };
}

function localMoment(doc: Postmortem, { date, clock }: TranscriptTime, zone: string | undefined): Moment {
	const day = (date && completeDate(date, doc.date?.date)) ?? (zone === undefined ? undefined : doc.date?.date);
	const meaning = zone === undefined ? undefined : meaningOfZone(zone);
	return { date: day, clock, offset: meaning && offsetOn(meaning, day, clock) };
}
