/** Durations that the document states: in fields, and in sentences of its opening, summary and impact. */
import type { Block } from '../markdown/blocks';
import { written, type TextSpan } from '../text/span';
import type { DateMention, DateOrder } from '../time/date';
import { durationsIn, type DurationMention } from '../time/duration';
import type { ClockMention } from '../time/clock';
import { timesIn, type TimeMention } from '../time/mention';
import type { ClockTime } from '../time/moment';
import { fieldNameOf } from './fields';
import type { DurationKind, Field, PhaseReading, Section, StatedDuration, StatedRange } from './model';
import type { MomentReader } from './moments';

const FIELDS: Readonly<Record<string, DurationKind>> = { duration: 'total', 'time to detect': 'detect', 'time to mitigate': 'mitigate', 'time to resolve': 'resolve' };
const LASTED = /\b(?:for|lasted|lasting|over|within|span(?:ned|ning)|total(?:l?ing)?|after)\s(?:a (?:total|period) of\s)?(?:(?:approximately|about|around|roughly|almost|nearly|over|more than|some|just under|just over)\s|~)?$/i;

/** Behind its first time, what leads to the second one of a range: `starting at 08:30 AM and ending at 10:15 AM`. */
const RANGE_WORDS = /\b(?:end(?:ing|ed)?|until|till|to|through|resolved|restored|recovered)\b/i;

export interface DurationSources {
	readonly text: string;
	readonly order: DateOrder | undefined;
	readonly moments: MomentReader;
	/** The zone of the document as a whole, as written. */
	readonly zone: string | undefined;
	readonly fields: readonly Field[];
	readonly lead: readonly Block[];
	readonly sections: readonly Section[];
}

export function readDurations(sources: DurationSources): readonly StatedDuration[] {
	const { text, fields, lead, sections } = sources;
	const found: StatedDuration[] = [];
	for (const { kind, value } of statedPlaces(text, fields, sections)) {
		const duration = durationsIn(text, value)[0];
		if (duration) found.push(toStated(sources, kind, duration, value, 'field'));
	}
	if (found.some((each) => each.kind === 'total')) return found;
	const prose = [...lead, ...sections.filter((section) => section.role === 'summary' || section.role === 'impact').flatMap((section) => section.blocks)];
	for (const line of prose.flatMap(linesOf)) {
		for (const duration of durationsIn(text, line)) {
			const before = text.slice(Math.max(line.start, duration.span.start - 60), duration.span.start);
			if (!LASTED.test(before) || /\b(?:every|each|last|past|next)\s*$/i.test(before)) continue;
			return [...found, toStated(sources, 'total', duration, line, 'prose')];
		}
	}
	return found;
}

/** The values of fields, and of labels and headings that do the work of a field. */
function* statedPlaces(text: string, fields: readonly Field[], sections: readonly Section[]): Generator<{ kind: DurationKind; value: TextSpan }> {
	for (const field of fields) {
		const kind = FIELDS[field.name];
		if (kind) yield { kind, value: field.value.span };
	}
	for (const { title, blocks } of sections) {
		if (!title) continue;
		const kind = FIELDS[fieldNameOf(title.text)];
		const first = blocks[0];
		if (kind && first?.kind === 'paragraph' && !fields.some((field) => field.label.span.start === title.span.start)) yield { kind, value: first.span };
		const inside = /^[^:]{1,40}:\s*duration:\s*/i.exec(title.text);
		const at = inside ? text.slice(title.span.start, title.span.end).indexOf(inside[0]) : -1;
		if (inside && at >= 0) yield { kind: 'total', value: { start: title.span.start + at + inside[0].length, end: title.span.end } };
	}
}

function toStated(sources: DurationSources, kind: DurationKind, duration: DurationMention, within: TextSpan, from: StatedDuration['from']): StatedDuration {
	const { text, order } = sources;
	const times = timesIn(text, sentenceAround(text, duration.span, within), { order, place: 'prose' }).filter((time): time is ClockedTime => time.clock !== undefined);
	const range = rangeOf(sources, times);
	return {
		kind, minutes: duration.minutes, approximate: duration.approximate, written: written(text, duration.span), range, from,
		beside: range ? [] : times.map((time) => reading(sources, time.date, time.clock.clock, time.zone?.text, time.clock.span)),
	};
}

type ClockedTime = TimeMention & { readonly clock: ClockMention };

function reading({ moments, zone }: DurationSources, date: DateMention | undefined, clock: ClockTime, name: string | undefined, span: TextSpan): PhaseReading {
	return { at: moments.moment(date ?? moments.day, clock, name ?? zone), span, from: 'field' };
}

/** A range of times that is written as such, or two times that words make one. */
function rangeOf(sources: DurationSources, times: readonly ClockedTime[]): StatedRange | undefined {
	const [first, second] = times;
	if (!first || times.length > 2) return undefined;
	const to = first.until;
	if (to?.clock && times.length === 1) {
		return {
			from: reading(sources, first.date, first.clock.clock, first.zone?.text, first.clock.span),
			to: reading(sources, to.date ?? first.date, to.clock.clock, first.zone?.text, to.clock.span),
			halfDaysUnknown: first.clock.maybeTwelveHour && !to.clock.meridiem,
		};
	}
	if (!second || first.until || second.until || !RANGE_WORDS.test(sources.text.slice(first.span.end, second.span.start + 1))) return undefined;
	const name = first.zone?.text ?? second.zone?.text;
	return {
		from: reading(sources, first.date ?? second.date, first.clock.clock, name, first.clock.span),
		to: reading(sources, second.date ?? first.date, second.clock.clock, second.zone?.text ?? name, second.clock.span),
		halfDaysUnknown: first.clock.maybeTwelveHour && !second.clock.meridiem,
	};
}

function sentenceAround(text: string, { start, end }: TextSpan, within: TextSpan): TextSpan {
	const before = text.slice(within.start, start);
	const stop = Math.max(before.lastIndexOf('. '), before.lastIndexOf('; '));
	const after = /[.;](?=\s|$)/.exec(text.slice(end, within.end));
	return { start: stop < 0 ? within.start : within.start + stop + 2, end: after ? end + after.index : within.end };
}

function linesOf(block: Block): readonly TextSpan[] {
	if (block.kind === 'paragraph') return [block.span];
	return block.kind === 'list' ? block.items.flatMap((item) => item.blocks.flatMap(linesOf)) : [];
}
