/** Durations that the document states: in fields, labels, table cells and headings, and in the sentences that tell of the incident. */
import type { Block, TableBlock } from '../markdown/blocks';
import { unwrapped } from '../markdown/inline';
import type { Part } from '../markdown/recall';
import type { LineIndex } from '../text/lines';
import { trimmed, written, type TextSpan } from '../text/span';
import type { DateMention, DateOrder } from '../time/date';
import { durationsIn, type DurationMention } from '../time/duration';
import type { ClockMention } from '../time/clock';
import { timeAt, timesIn, type TimeMention } from '../time/mention';
import { clockMs, type ClockTime } from '../time/moment';
import { namedDuration, isActual, saysWorkingHours, type NamedDuration } from './duration-names';
import { nameBefore, tellingOf } from './duration-sentences';
import { fieldsOf, leadFields, statesFields } from './fields';
import { labelOf } from './labels';
import type { DurationKind, Field, PhaseReading, Phases, Section, StatedDuration, StatedRange } from './model';
import type { MomentReader } from './moments';
import type { SectionRole } from './roles';
import type { Lead } from './section-tree';

/** Behind its first time, what leads to the second one of a range: `starting at 08:30 AM and ending at 10:15 AM`. */
const RANGE_WORDS = /\b(?:end(?:ing|ed)?|until|till|to|through|resolved|restored|recovered)\b/i;
/** What stands further from a figure, in UTF-16 units, is not looked at: a line without full stops would be read anew for each of its figures. */
const LONGEST_SENTENCE = 1_000;
/** So many statements of sentences are read, one for each that a person might write. */
const MOST_STATEMENTS = 200;
/** Sections that tell of what should be, or of other incidents. */
const ELSEWHERE: ReadonlySet<SectionRole> = new Set(['actions', 'prevention', 'lessons', 'references', 'backlog-check', 'sign-off', 'went-well', 'went-wrong', 'lucky']);
/** Sections whose sentences tell how long it took. */
const TELLING: ReadonlySet<SectionRole> = new Set(['summary', 'impact', 'detection', 'response', 'resolution', 'metrics', 'metadata']);

export interface DurationSources {
	readonly text: string;
	readonly order: DateOrder | undefined;
	readonly moments: MomentReader;
	/** The zone of the document as a whole, as written. */
	readonly zone: string | undefined;
	readonly lines: LineIndex;
	/** Those of the front matter count; the others are found with their sections. */
	readonly fields: readonly Field[];
	readonly lead: Lead;
	readonly sections: readonly Section[];
	readonly phases: Phases;
}

/** A section's own text, or what stands before the first one. */
interface Place {
	readonly part: Part;
	readonly section: Section | undefined;
	readonly blocks: () => readonly Block[];
	/** Whether it may tell of this incident; whether its sentences do, and sum it up. */
	readonly isTelling: boolean;
	readonly isTold: boolean;
	readonly isSummary: boolean;
}

interface PlaceDurations {
	readonly stated: readonly StatedDuration[];
	/** Whether a sentence tells of one. */
	readonly isTold: boolean;
}

interface Statement {
	readonly kind: DurationKind;
	readonly name: string;
	readonly duration: DurationMention;
	/** What is read for the times beside it. */
	readonly within: TextSpan;
	readonly from: StatedDuration['from'];
	readonly isPartial: boolean;
}

const NAMES: Readonly<Record<NamedDuration, string>> = { total: 'duration', detect: 'time to detect', acknowledge: 'time to acknowledge', mitigate: 'time to mitigate', repair: 'time to repair', resolve: 'time to resolve' };

/** A repair ends with the mitigation where one is told, else with the resolution. */
function kindOf(name: NamedDuration, { mitigated }: Phases): DurationKind {
	return name !== 'repair' ? name : mitigated ? 'mitigate' : 'resolve';
}

export function readDurations(sources: DurationSources): readonly StatedDuration[] {
	const { text, lines, order, moments, zone, fields, lead, sections, phases } = sources;
	const key = [order, moments.key, zone, phases.mitigated !== undefined];
	const found = fields.filter(({ form }) => form === 'front matter').flatMap((field) => [...ofFields(sources, [field])]).map((statement) => toStated(sources, statement));
	const places: Place[] = [
		{ part: lead.part, section: undefined, blocks: () => lead.blocks, isTelling: true, isTold: true, isSummary: true },
		...sections.map((section): Place => ({ part: section.part, section, blocks: () => section.blocks, isTelling: isTelling(section), isTold: section.role !== undefined && TELLING.has(section.role), isSummary: section.role === 'summary' || section.role === 'impact' })),
	];
	let isFirst = true;
	for (const place of places) {
		const { part, section, isTelling: tells, isTold, isSummary } = place;
		const own: PlaceDurations = part.recall('durations', [...key, section && statesFields(section), section?.role, section?.marked, tells, isTold, isSummary, isFirst], () => {
			const ownFields = section ? (statesFields(section) ? fieldsOf(text, lines, section) : []) : leadFields(text, lines, lead);
			return durationsAt(sources, place, ownFields, isFirst);
		});
		found.push(...own.stated);
		isFirst &&= !own.isTold;
	}
	return found.sort((a, b) => a.written.span.start - b.written.span.start);
}

function* firstOf<T>(all: Iterable<T>, most: number): Generator<T> {
	let left = most;
	for (const each of all) {
		yield each;
		if (--left === 0) return;
	}
}

/** @param isFirst whether no sentence before tells of one. */
function durationsAt(sources: DurationSources, place: Place, fields: readonly Field[], isFirst: boolean): PlaceDurations {
	const found = new Map<number, StatedDuration>();
	const add = (each: StatedDuration) => {
		if (!found.has(each.written.span.start)) found.set(each.written.span.start, each);
	};
	const told = place.isTelling ? [...firstOf(sentences(sources, place, isFirst), MOST_STATEMENTS)] : [];
	for (const statement of [...ofFields(sources, fields), ...namedStatements(sources, place), ...told]) add(toStated(sources, statement));
	for (const each of [...(place.isTelling ? tableRanges(sources, place) : []), ...besideRanges(sources, place)]) add(each);
	return { stated: [...found.values()], isTold: told.length > 0 };
}

function* ofFields(sources: DurationSources, fields: readonly Field[]): Generator<Statement> {
	for (const { label, value } of fields) {
		const name = namedDuration(label.text);
		if (name) yield* namedStatement(sources, name, value.span);
	}
}

function namedStatement({ text, phases }: DurationSources, name: NamedDuration, value: TextSpan): Statement[] {
	const found = durationsIn(text, value);
	const duration = found[0] ?? clockDuration(text, value);
	if (!duration) return [];
	const others = found.slice(1);
	const common = { kind: kindOf(name, phases), name: NAMES[name], within: value, from: 'field' as const };
	const isPartial = others.some((each) => /[;,]|\band\b/.test(text.slice(duration.span.end, each.span.start)) && nameBefore(text.slice(duration.span.end, each.span.start)) === undefined);
	const atWork = others.filter((each) => countsWorkingHours(text, each.span, value));
	return [{ ...common, duration, isPartial }, ...atWork.map((each) => ({ ...common, duration: each, isPartial: false }))];
}

/** The values of labels, table cells and headings that name a duration. */
function* namedStatements(sources: DurationSources, { section, blocks: blocksOf, isTelling }: Place): Generator<Statement> {
	const { text } = sources;
	const blocks = blocksOf();
	const title = section?.title;
	const name = title && namedDuration(title.text);
	if (name && blocks[0]?.kind === 'paragraph') yield* namedStatement(sources, name, blocks[0].span);
	const inside = title && /^[^:]{1,40}:\s*([^:]{2,40}):\s*/.exec(title.text);
	const kind = inside && namedDuration(inside[1]!);
	const at = inside && kind ? text.slice(title.span.start, title.span.end).indexOf(inside[0]) : -1;
	if (inside && kind && at >= 0) yield* namedStatement(sources, kind, { start: title.span.start + at + inside[0].length, end: title.span.end });
	if (!isTelling) return;
	for (const line of blocks.flatMap(linesOf).flatMap((each) => physicalLines(text, each))) {
		const label = labelOf(text, line);
		const named = label && label.rest.end > label.rest.start && namedDuration(text.slice(label.title.start, label.title.end));
		if (named) yield* namedStatement(sources, named, unwrapped(text, label.rest));
	}
	for (const { name: named, value } of blocks.flatMap((block) => tablesOf(block).flatMap((table) => namedCells(text, table)))) yield* namedStatement(sources, named, value);
}

/** Cells behind one that names a duration, or below a header that does. */
function namedCells(text: string, { header, rows }: TableBlock): { name: NamedDuration; value: TextSpan }[] {
	const textOf = (cell: TextSpan | undefined) => (cell ? text.slice(cell.start, cell.end) : '');
	const titles = header.cells.map((cell) => namedDuration(textOf(cell)));
	if (rows.length === 1 && titles.some((name) => name !== undefined)) {
		return titles.flatMap((name, index) => (name && rows[0]!.cells[index] ? [{ name, value: rows[0]!.cells[index] }] : []));
	}
	return [header, ...rows].flatMap((row) => {
		const at = row.cells.findIndex((cell) => namedDuration(textOf(cell)) !== undefined);
		if (at < 0 || at > 1) return [];
		const value = row.cells.findIndex((cell, index) => index > at && durationsIn(text, cell).length > 0 && isActual(textOf(header.cells[index])));
		return value < 0 ? [] : [{ name: namedDuration(textOf(row.cells[at]))!, value: row.cells[value]! }];
	});
}

/** `MTTR 2h 3m` in any section; in those that tell of the incident also `the outage lasted 1 hour and 12 minutes`, `down for ~45m`. */
function* sentences({ text, phases }: DurationSources, { blocks, isTold, isSummary }: Place, isFirstOfAll: boolean): Generator<Statement> {
	let isFirst = isFirstOfAll;
	for (const line of blocks().flatMap(linesOf)) {
		for (const duration of durationsIn(text, line)) {
			const sentence = sentenceAround(text, duration.span, line);
			const before = text.slice(Math.max(sentence.start, duration.span.start - 110), duration.span.start).replace(/[*_]{1,2}$/, '');
			const written = nameBefore(before);
			const name = written === undefined ? undefined : namedDuration(written);
			if (name) {
				yield { kind: kindOf(name, phases), name: NAMES[name], duration, within: line, from: 'field', isPartial: false };
				isFirst = false;
				continue;
			}
			const told = isTold ? tellingOf(before, text.slice(duration.span.end, Math.min(sentence.end, duration.span.end + 60))) : undefined;
			if (!told || (told.by === 'part' && !isSummary)) continue;
			const kind = told.by === 'end' ? told.kind : 'total';
			yield { kind: kindOf(kind, phases), name: NAMES[kind], duration, within: line, from: 'prose', isPartial: !isSummary || !isFirst };
			isFirst = false;
		}
	}
}

/** Rows with a start, an end and how long it was. */
function tableRanges(sources: DurationSources, { blocks }: Place): StatedDuration[] {
	const { text, order } = sources;
	return blocks().flatMap(tablesOf).flatMap(({ header, rows }) => {
		const titles = header.cells.map((cell) => text.slice(cell.start, cell.end));
		const at = titles.findIndex((title) => /^\W*(?:duration|length|elapsed|took)\W*(?:\([^()]*\)\W*)?$/i.test(title));
		const [from, to] = [/^\W*(?:start|began|begin|from)/i, /^\W*(?:end|until|to\b|finish|resolved)/i].map((pattern) => titles.findIndex((title) => pattern.test(title)));
		if (at < 0 || from! < 0 || to! < 0) return [];
		return rows.flatMap((row): StatedDuration[] => {
			const [duration, ...others] = row.cells[at] ? durationsIn(text, row.cells[at]) : [];
			const [first, last] = [from!, to!].map((index) => { const cell = row.cells[index]; return cell && timeAt(text, unwrapped(text, cell).start, { order, place: 'row' }); });
			if (!duration || others.length > 0 || !first?.clock || !last?.clock || first.until || last.until) return [];
			const range: StatedRange = {
				from: reading(sources, first.date, first.clock.clock, first.zone?.text, first.clock.span),
				to: reading(sources, last.date ?? first.date, last.clock.clock, (last.zone ?? first.zone)?.text, last.clock.span),
				halfDaysUnknown: first.clock.maybeTwelveHour && !last.clock.meridiem,
			};
			return [{ kind: 'total', name: NAMES.total, minutes: duration.minutes, approximate: duration.approximate, written: written(text, duration.span), range, beside: [], from: 'field', isPartial: true, workingHours: undefined }];
		});
	});
}

/** Anywhere: `10:00 - 10:45 UTC (45 minutes)`, `45 minutes (10:00-10:45)`. */
function* besideRanges(sources: DurationSources, { blocks }: Place): Generator<StatedDuration> {
	const { text, order } = sources;
	for (const line of blocks().flatMap((block) => [...linesOf(block).flatMap((each) => physicalLines(text, each)), ...tablesOf(block).flatMap(({ rows }) => rows.flatMap((row) => row.cells))])) {
		if (!/\d[:.h]\d\d/.test(text.slice(line.start, line.end))) continue;
		for (const duration of durationsIn(text, line)) {
			const range = timesIn(text, line, { order, place: 'prose' }).find((time) => time.clock && time.until?.clock && isBeside(text, time.span, duration.span));
			if (range) yield { kind: 'total', name: NAMES.total, minutes: duration.minutes, approximate: duration.approximate || range.approximate, written: written(text, duration.span), range: rangeOf(sources, [range as ClockedTime]), beside: [], from: 'field', isPartial: true, workingHours: undefined };
		}
	}
}

function isBeside(text: string, time: TextSpan, duration: TextSpan): boolean {
	const [first, second] = time.start < duration.start ? [time, duration] : [duration, time];
	const gap = text.slice(first.end, second.start);
	return second.start >= first.end && (time.start < duration.start ? /^\*{0,2}\s?[(（,;=–—→-]\s?(?:(?:~|≈|about|approx\.?|approximately|roughly|around|total|i\.e\.|just|only)[\s,]?){0,2}$/i : /^\*{0,2}\s?[(（]\s?(?:from\s)?(?:\p{L}{3,9}\s\d{1,2},\s)?$/iu).test(gap);
}

function toStated(sources: DurationSources, { kind, name, duration, within, from, isPartial }: Statement): StatedDuration {
	const { text, order } = sources;
	const whole = sentenceAround(text, duration.span, within);
	const other = durationsIn(text, { start: duration.span.end, end: whole.end }).find((each) => countsWorkingHours(text, each.span, whole));
	const sentence = other ? { start: whole.start, end: other.span.start } : whole;
	const timesWithin = (span: TextSpan) => timesIn(text, span, { order, place: 'prose' }).filter((time): time is ClockedTime => time.clock !== undefined && (time.span.end <= duration.span.start || duration.span.end <= time.span.start));
	const times = timesWithin(sentence);
	const stated = { kind, name, minutes: duration.minutes, approximate: duration.approximate, written: written(text, duration.span), from, isPartial };
	if (countsWorkingHours(text, duration.span, sentence)) {
		const hours = times.find((time) => time.until?.clock && time.span.start >= duration.span.end);
		const until = hours?.until?.clock;
		return { ...stated, range: undefined, beside: [], workingHours: { from: hours && minutesOf(hours.clock.clock), to: until && minutesOf(until.clock) } };
	}
	const range = rangeOf(sources, times);
	return { ...stated, range, beside: range ? [] : (from === 'prose' ? timesWithin(around(duration.span, within)) : times).map((time) => undated(reading(sources, time.date, time.clock.clock, time.zone?.text, time.clock.span), time)), workingHours: undefined };
}

/** `7h during support hours`: the words stand behind the figure, before the next one. */
function countsWorkingHours(text: string, { end }: TextSpan, within: TextSpan): boolean {
	const behind = text.slice(end, Math.min(within.end, end + 80));
	const [next] = durationsIn(behind, { start: 0, end: behind.length });
	return saysWorkingHours(next ? behind.slice(0, next.span.start) : behind);
}

/** `01:45:00`, `1:45`, `1:45 h` as all that a field for a duration says: hours and minutes. */
function clockDuration(text: string, value: TextSpan): DurationMention | undefined {
	const found = /^[\s*_`~≈]*((\d{1,3}):([0-5]\d)(?::([0-5]\d))?)(?:\s*(?:\(?h{1,2}:mm(?::ss)?\)?|h|hrs?|hours?|horas?|stunden|timer))?[\s*_`.]*$/i.exec(text.slice(value.start, value.end));
	if (!found) return undefined;
	const start = value.start + found[0].indexOf(found[1]!);
	return { span: { start, end: start + found[1]!.length }, minutes: Number(found[2]) * 60 + Number(found[3]) + Number(found[4] ?? 0) / 60, approximate: /[~≈]/.test(found[0]), parts: [] };
}

function minutesOf(clock: ClockTime): number {
	return clockMs(clock) / 60_000;
}

type ClockedTime = TimeMention & { readonly clock: ClockMention };

function reading({ moments, zone }: DurationSources, date: DateMention | undefined, clock: ClockTime, name: string | undefined, span: TextSpan): PhaseReading {
	return { at: moments.moment(date ?? moments.day, clock, name ?? zone), span, from: 'field' };
}

/** A time beside a figure that names no day may be of the day after the incident's. */
function undated(found: PhaseReading, { date }: TimeMention): PhaseReading {
	return date ? found : { ...found, at: { ...found.at, date: undefined } };
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
	const { start: from, end: to } = around({ start, end }, within);
	const before = text.slice(from, start);
	const stop = Math.max(before.lastIndexOf('. '), before.lastIndexOf('; '));
	const after = /[.;](?=\s|$)/.exec(text.slice(end, to));
	return { start: stop < 0 ? from : from + stop + 2, end: after ? end + after.index : to };
}

/** What of `within` stands near enough to belong to a sentence. */
function around({ start, end }: TextSpan, within: TextSpan): TextSpan {
	return { start: Math.max(within.start, start - LONGEST_SENTENCE), end: Math.min(within.end, end + LONGEST_SENTENCE) };
}

function isTelling(section: Section): boolean {
	for (let each: Section | undefined = section; each; each = each.parent) if (each.role !== undefined && ELSEWHERE.has(each.role)) return false;
	return true;
}

function linesOf(block: Block): readonly TextSpan[] {
	if (block.kind === 'paragraph' || block.kind === 'html') return [block.span];
	if (block.kind === 'quote') return block.blocks.flatMap(linesOf);
	return block.kind === 'list' ? block.items.flatMap((item) => item.blocks.flatMap(linesOf)) : [];
}

/** Each line of a paragraph without the marks of quotes and the white space around it. */
function physicalLines(text: string, { start, end }: TextSpan): TextSpan[] {
	const source = text.slice(start, end);
	if (source !== '' && !/[\r\n]/.test(source)) return [trimmed(text, { start: start + /^[\s>]*/.exec(source)![0].length, end })];
	return [...source.matchAll(/[^\r\n]+/g)].map((line) => {
		const mark = /^[\s>]*/.exec(line[0])![0].length;
		return trimmed(text, { start: start + line.index + mark, end: start + line.index + line[0].length });
	});
}

function tablesOf(block: Block): readonly TableBlock[] {
	if (block.kind === 'table') return [block];
	if (block.kind === 'quote') return block.blocks.flatMap(tablesOf);
	return block.kind === 'list' ? block.items.flatMap((item) => item.blocks.flatMap(tablesOf)) : [];
}
