import type { Postmortem } from '../postmortem/model';
import type { SpanEdit } from '../text/edit';
import { formatClockLike } from '../time/clock-style';
import { formatClock } from '../time/moment';
import { abbreviationInForce, meaningOfZone } from '../time/zones';
import page from './time-zone-mismatch.md';
import { defineRule } from './rule';
import { offsetLike, statedOffsets, type StatedOffset } from './support/stated-offsets';
import { quoted } from './support/wording';
import { expectedClock, wrongTimes, type WrongTime } from './support/wrong-times';

type Mismatch =
	| WrongTime
	| { readonly kind: 'label'; readonly label: StatedOffset; readonly offset: number };

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

function hours(minutes: number): string {
	const size = Math.abs(minutes);
	return size % 60 === 0 ? `${size / 60} ${size === 60 ? 'hour' : 'hours'}` : `${size} minutes`;
}
