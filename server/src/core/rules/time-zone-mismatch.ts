import type { Postmortem, Timeline } from '../postmortem/model';
import type { SpanEdit } from '../text/edit';
import type { TextSpan } from '../text/span';
import { formatClockLike } from '../time/clock-style';
import { clockMs, dayNumber, epochMs, formatClock, momentAt, type ClockTime } from '../time/moment';
import { abbreviationInForce, meaningOfZone } from '../time/zones';
import page from './time-zone-mismatch.md';
import { defineRule } from './rule';
import { secondTimes, type SecondTime } from './support/second-times';
import { offsetLike, statedOffsets, type StatedOffset } from './support/stated-offsets';
import { quoted } from './support/wording';

type Mismatch =
	| { readonly kind: 'cell'; readonly time: SecondTime; readonly span: TextSpan; readonly written: string; readonly expected: ClockTime; readonly other: TextSpan }
	| { readonly kind: 'column'; readonly times: readonly SecondTime[]; readonly apart: number }
	| { readonly kind: 'label'; readonly label: StatedOffset; readonly offset: number };

const DAY = 1440;
/** From how many rows on the same error in all of them is the column's. */
const COLUMN_ROWS = 3;

export const timeZoneMismatch = defineRule<Mismatch>({
	id: 'time-zone-mismatch',
	summary: 'Times that are given in two zones agree, and a zone agrees with the offset written beside it.',
	page,
	severity: 'error',
	fixKind: 'unsafe',
	since: '0.1.0',

	*check({ doc }) {
		for (const timeline of doc.timelines) yield* wrongTimes(doc, timeline);
		for (const label of statedOffsets(doc)) {
			if (!label.possible.includes(label.offset) && !isOfSeason(doc, label)) yield { kind: 'label', label, offset: label.possible[0]! };
		}
	},
	describe(state, { doc }) {
		switch (state.kind) {
			case 'cell': return {
				span: state.span,
				message: `Unexpected time ${quoted(state.written)} beside ${quoted(doc.text.slice(state.other.start, state.other.end))}, expected ${quoted(formatClockLike(state.written, state.expected) ?? formatClock(state.expected))}`,
				related: [{ span: state.other, message: 'The same moment in the other zone is here' }, { span: state.time.zone.span, message: 'The zone is stated here' }],
			};
			case 'column': return {
				span: state.times[0]!.zone.span,
				message: `Unexpected time zone ${quoted(state.times[0]!.zone.text)} over times that are ${hours(state.apart)} off, expected times in that zone`,
				related: [{ span: state.times[0]!.second.span, message: 'The first of these times is here' }],
			};
			case 'label': return { span: state.label.span, message: `Unexpected offset ${quoted(state.label.text)} of ${quoted(state.label.zone.text)}, expected ${quoted(offsetLike(state.label.text, state.offset))}`, related: [{ span: state.label.zone.span, message: 'The zone is named here' }] };
		}
	},
	fixes(state, { doc }) {
		switch (state.kind) {
			case 'cell': {
				const newText = formatClockLike(state.written, state.expected);
				return newText === undefined ? [] : [{ title: `Write ${quoted(newText)}`, edits: [{ span: state.span, newText }] }];
			}
			case 'column': {
				const edits = state.times.flatMap((time): SpanEdit[] => {
					const newText = time.second.date ? undefined : formatClockLike(doc.text.slice(time.second.clock!.span.start, time.second.clock!.span.end), expectedClock(time));
					return newText === undefined ? [] : [{ span: time.second.clock!.span, newText }];
				});
				return edits.length === state.times.length ? [{ title: `Compute all times of this column in ${quoted(state.times[0]!.zone.text)}`, edits }] : [];
			}
			case 'label': return [{ title: `Write ${quoted(offsetLike(state.label.text, state.offset))}`, edits: [{ span: state.label.span, newText: offsetLike(state.label.text, state.offset) }] }];
		}
	},
});

/** `PST (UTC-7)` in July: the offset is right and the name is not, which another rule tells. */
function isOfSeason(doc: Postmortem, { zone, offset }: StatedOffset): boolean {
	const inForce = doc.date && abbreviationInForce(zone.text, doc.date.date, { hour: 12, minute: 0 });
	return inForce !== undefined && meaningOfZone(inForce)?.offset === offset;
}

function* wrongTimes(doc: Postmortem, timeline: Timeline): Generator<Mismatch> {
	const times = secondTimes(doc, timeline);
	const wrong = times.filter((time) => apart(time) !== 0);
	const shared = wrong[0] && apart(wrong[0]);
	if (shared !== undefined && wrong.length === times.length && wrong.length >= COLUMN_ROWS && wrong.every((time) => time.inColumn && apart(time) === shared)) {
		yield { kind: 'column', times: wrong, apart: shared };
		return;
	}
	for (const time of wrong) {
		const { entry, second } = time;
		const own = ownClock(time);
		if (own && isOutOfPlace(times, wrong, time)) yield { kind: 'cell', time, span: own.span, written: own.text, expected: ownExpected(time), other: second.span };
		else yield { kind: 'cell', time, span: second.clock!.span, written: doc.text.slice(second.clock!.span.start, second.clock!.span.end), expected: expectedClock(time), other: entry.written.span };
	}
}

/** Minutes between what the second time shows and what it should, from -720 to 720; the least that any reading leaves. */
function apart(time: SecondTime): number {
	const shown = minutesOf(time.second.clock!.clock);
	const readings = time.offsets.flatMap((offset) => {
		const difference = shown - (minutesOf(time.first.clock) + offset - time.first.offset!);
		return time.second.clock!.maybeTwelveHour ? [difference, difference + DAY / 2] : [difference];
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
function expectedClock({ first, second, offsets }: SecondTime): ClockTime {
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

function ownClock({ entry }: SecondTime): { span: TextSpan; text: string } | undefined {
	const form = /(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?![\d:])/i.exec(entry.written.text);
	if (!form) return undefined;
	const start = entry.written.span.start + form.index;
	return { span: { start, end: start + form[0].length }, text: form[0] };
}

function hours(minutes: number): string {
	const size = Math.abs(minutes);
	return size % 60 === 0 ? `${size / 60} ${size === 60 ? 'hour' : 'hours'}` : `${size} minutes`;
}
