/** Rows whose two times disagree, and which of the two is wrong. */
import type { Postmortem, Timeline } from '../../postmortem/model';
import type { TextSpan } from '../../text/span';
import { clockMs, dayNumber, epochMs, formatDate, momentAt, type ClockTime } from '../../time/moment';
import { secondTimes, type SecondTime } from './second-times';

export type WrongTime =
	| { readonly kind: 'cell'; readonly time: SecondTime; readonly span: TextSpan; readonly written: string; readonly expected: ClockTime; readonly other: TextSpan; /** Whether it is the row's own time that is wrong. */ readonly isOwn: boolean }
	| { readonly kind: 'column'; readonly times: readonly SecondTime[]; readonly apart: number };

const DAY = 1440;
/** From how many rows on the same error in all of them is the column's. */
const COLUMN_ROWS = 3;

/** What depends on no more than the timeline and the date of the document is worked out once. */
export function wrongTimes(doc: Postmortem, timeline: Timeline): readonly WrongTime[] {
	return timeline.part.recall('wrong times', [doc.date && formatDate(doc.date.date)], () => [...wrongTimesIn(doc, timeline)]);
}

/** Whether some row's own time is wrong. */
export function isMisread(doc: Postmortem, timeline: Timeline): boolean {
	return timeline.part.fact('misread', [doc.date && formatDate(doc.date.date)], () => wrongTimes(doc, timeline).some((each) => each.kind === 'cell' && each.isOwn));
}

function* wrongTimesIn(doc: Postmortem, timeline: Timeline): Generator<WrongTime> {
	const times = secondTimes(doc, timeline);
	const isTwentyFour = times.some(({ second, inColumn }) => inColumn && (second.clock!.clock.hour > 12 || second.clock!.clock.hour === 0) && !second.clock!.meridiem);
	const apart = (time: SecondTime) => apartBy(time, isTwentyFour);
	const wrong = times.filter((time) => apart(time) !== 0);
	const shared = wrong[0] && apart(wrong[0]);
	if (shared !== undefined && wrong.length === times.length && wrong.length >= COLUMN_ROWS && wrong.every((time) => time.inColumn && apart(time) === shared)) {
		yield { kind: 'column', times: wrong, apart: shared };
		return;
	}
	for (const time of wrong) {
		const { second } = time;
		const own = ownClock(time);
		if (own && isOutOfPlace(times, wrong, time)) yield { kind: 'cell', time, span: own.span, written: own.text, expected: ownExpected(time), other: second.span, isOwn: true };
		else yield { kind: 'cell', time, span: second.clock!.span, written: doc.text.slice(second.clock!.span.start, second.clock!.span.end), expected: expectedClock(time), other: time.own.span, isOwn: false };
	}
}

/** Minutes between what the second time shows and what it should, from -720 to 720; the least that any reading leaves. */
function apartBy(time: SecondTime, isTwentyFour: boolean): number {
	const shown = minutesOf(time.second.clock!.clock);
	const readings = time.offsets.flatMap((offset) => {
		const difference = shown - (minutesOf(time.first.clock) + offset - time.first.offset!);
		return time.second.clock!.maybeTwelveHour && !isTwentyFour ? [difference, difference + DAY / 2] : [difference];
	});
	const least = readings.map((each) => ((((each + DAY / 2) % DAY) + DAY) % DAY) - DAY / 2).sort((a, b) => Math.abs(a) - Math.abs(b))[0]!;
	const { date } = time.second;
	const at = epochMs(time.first);
	if (least !== 0 || date?.year === undefined || at === undefined) return least;
	return dayNumber({ year: date.year, month: date.month, day: date.day }) === dayNumber(momentAt(at, time.offsets[0]!).date!) ? 0 : DAY;
}

/** Whether the row's own time breaks the order of the rows around it, and the second one does not. */
function isOutOfPlace(times: readonly SecondTime[], wrong: readonly SecondTime[], time: SecondTime): boolean {
	const at = times.indexOf(time);
	const before = times.slice(0, at).findLast((each) => !wrong.includes(each));
	const after = times.slice(at + 1).find((each) => !wrong.includes(each));
	const fits = (minutes: number) => (!before || forward(minutesOf(before.first.clock), minutes) < DAY / 2) && (!after || forward(minutes, minutesOf(after.first.clock)) < DAY / 2) && (!before || !after || forward(minutesOf(before.first.clock), minutes) <= forward(minutesOf(before.first.clock), minutesOf(after.first.clock)));
	return (before ?? after) !== undefined && !fits(minutesOf(time.first.clock)) && fits(minutesOf(ownExpected(time)));
}

function forward(from: number, to: number): number {
	return (((to - from) % DAY) + DAY) % DAY;
}

/** What the second time should show. */
export function expectedClock({ first, second, offsets }: SecondTime): ClockTime {
	return shifted(first.clock, offsets[0]! - first.offset!, second.clock!.clock);
}

/** What the row's own time should show if the second one is right. */
function ownExpected({ first, second, offsets }: SecondTime): ClockTime {
	return shifted(second.clock!.clock, first.offset! - offsets[0]!, first.clock);
}

function shifted(clock: ClockTime, minutes: number, like: ClockTime): ClockTime {
	const total = (((minutesOf(clock) + minutes) % DAY) + DAY) % DAY;
	return { ...(like.second === undefined ? {} : { second: clock.second ?? 0 }), ...(like.millisecond === undefined ? {} : { millisecond: clock.millisecond ?? 0 }), hour: Math.floor(total / 60), minute: total % 60 };
}

function minutesOf(clock: ClockTime): number {
	return Math.floor(clockMs(clock) / 60_000);
}

function ownClock({ own }: SecondTime): { span: TextSpan; text: string } | undefined {
	const form = /(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?![\d:])/i.exec(own.text);
	if (!form) return undefined;
	const start = own.span.start + form.index;
	return { span: { start, end: start + form[0].length }, text: form[0] };
}
