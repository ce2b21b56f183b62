/** The day the incident began, from the place that is surest to know: a field, the title, the file name, the text. */
import type { Block } from '../markdown/blocks';
import { written, type TextSpan } from '../text/span';
import { completeDate, dateAt, datesIn, type DateMention, type DateOrder } from '../time/date';
import { dayNumber, formatDate, isRealDate, type CivilDate } from '../time/moment';
import { timeAt } from '../time/mention';
import { monthAt } from '../time/months';
import type { DateReading, Field, Section } from './model';
import type { SectionRole } from './roles';
import type { Lead } from './section-tree';
import type { Written } from '../text/span';

/** Sections whose dates are those of later work, or of other incidents. */
const AFTERWARDS: ReadonlySet<SectionRole> = new Set(['actions', 'prevention', 'lessons', 'references', 'sign-off']);

export interface DateSources {
	readonly text: string;
	readonly order: DateOrder | undefined;
	readonly fields: readonly Field[];
	readonly title: Written | undefined;
	readonly path: string;
	readonly lead: Lead;
	readonly sections: readonly Section[];
}

export function readDate(sources: DateSources): DateReading | undefined {
	const stated = statedDate(sources);
	const titled = stated && sources.title && dayInTitle(sources, sources.title.span, stated.date);
	return titled ?? stated;
}

/** `The outage of March 17th`, where only something else gives the year: not far from it, and not behind. */
function dayInTitle({ text, order }: DateSources, { start, end }: TextSpan, near: CivilDate): DateReading | undefined {
	const [day, more] = datesIn(text, order, start, end);
	if (!day || more || day.year !== undefined) return undefined;
	const date = completeDate(day, near);
	const days = date ? dayNumber(near) - dayNumber(date) : 0;
	return date && days > 0 && days <= 31 ? { written: written(text, day.span), date, alternative: undefined } : undefined;
}

function statedDate(sources: DateSources): DateReading | undefined {
	const { fields, title } = sources;
	const named = (name: string) => {
		for (const field of fields) {
			const date = field.name === name ? firstIn(sources, field.value.span) : undefined;
			if (date) return date;
		}
		return undefined;
	};
	return (
		named('started') ?? openingDate(sources) ?? named('date') ?? (title && firstIn(sources, title.span)) ?? named('detected') ?? named('duration') ??
		fromSections(sources, (section) => section.role === undefined || section.role === 'summary' || section.role === 'metadata') ??
		fromPath(sources.path) ?? fromSections(sources, (section) => section.role === 'timeline') ??
		fromSections(sources, (section) => !AFTERWARDS.has(section.role as SectionRole))
	);
}

/** A post's front matter has the day of the writing where its first sentence begins with the day of the incident: `On Friday October 18th 2024, …`. */
function openingDate(sources: DateSources): DateReading | undefined {
	const field = sources.fields.find(({ name }) => name === 'date');
	const written = field?.form === 'front matter' ? firstIn(sources, field.value.span) : undefined;
	const first = [...sources.lead.blocks, ...(sources.sections[0]?.blocks ?? [])].find((block) => block.kind === 'paragraph');
	if (!written || !first) return undefined;
	const opening = /^(?:on|am|el|le|em|den)\s/i.test(sources.text.slice(first.span.start, first.span.start + 6)) ? firstIn(sources, { start: first.span.start, end: Math.min(first.span.end, first.span.start + 40) }) : undefined;
	const days = opening ? dayNumber(written.date) - dayNumber(opening.date) : 0;
	return days > 0 && days <= 31 ? opening : undefined;
}

function firstIn({ text, order }: DateSources, { start, end }: TextSpan): DateReading | undefined {
	for (let at = start; at < end; at++) {
		const date = dateAt(text, at, order);
		if (!date) continue;
		// the year may stand behind the last day of a range
		const whole = date.year === undefined ? timeAt(text, at, { order, place: 'prose' })?.date : date;
		if (whole?.year !== undefined && whole.span.end <= end) return toReading(text, whole);
		at = date.span.end - 1;
	}
	return undefined;
}

/** The first date in running text, tables and lists of the lead and the sections wanted; code and links are passed over. */
function fromSections(sources: DateSources, wanted: (section: Section) => boolean): DateReading | undefined {
	const { lead, sections, order } = sources;
	const inLead = lead.part.recall('date', [order], () => firstInProse(sources, undefined, lead.blocks));
	if (inLead) return inLead;
	for (const section of sections) {
		if (!wanted(section)) continue;
		const found = section.part.recall('date', [order, section.title === undefined], () => firstInProse(sources, section.title?.span, section.blocks));
		if (found) return found;
	}
	return undefined;
}

function firstInProse({ text, order }: DateSources, title: TextSpan | undefined, blocks: readonly Block[]): DateReading | undefined {
	const spans = [...(title ? [title] : []), ...blocks.filter((block) => block.kind !== 'code' && block.kind !== 'definition').map((block) => block.span)];
	for (const { start, end } of spans) {
		const source = text.slice(start, end);
		for (const date of datesIn(text, order, start, end)) {
			if (date.year === undefined || isInAddress(source, date.span.start - start)) continue;
			const reading = toReading(text, date);
			if (reading) return reading;
		}
	}
	return undefined;
}

function isInAddress(source: string, at: number): boolean {
	const word = /\S*$/.exec(source.slice(Math.max(0, at - 200), at))![0]; // eslint-disable-line regexp/no-super-linear-move -- at most 200 characters
	return /:\/\/|\]\(|\/\w/.test(word);
}

/** Of the dates in a file's name, else in its path, the earliest: a report is never before its incident. */
function fromPath(path: string): DateReading | undefined {
	const [first] = datesInPath(path).sort((a, b) => dayNumber(a) - dayNumber(b));
	return first && { written: { text: formatDate(first), span: { start: 0, end: 0 } }, date: first, alternative: undefined };
}

/** The dates in a file's name (`2024-05-06-login.md`, `20240506`), else those of its folders (`2024/05/06`). */
export function datesInPath(path: string): CivilDate[] {
	const name = path.slice(path.lastIndexOf('/') + 1);
	const found = [...name.matchAll(/(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/g)];
	const dates = found.length > 0 ? found : [...path.matchAll(/(?<!\d)((?:19|20)\d\d)([-_./])(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/g)];
	return dates.map(([, year, , month, day]) => ({ year: Number(year), month: Number(month), day: Number(day) })).filter((date) => isRealDate(date));
}

function toReading(text: string, date: DateMention): DateReading | undefined {
	if (date.year === undefined) return undefined;
	return {
		written: written(text, date.span), date: { year: date.year, month: date.month, day: date.day },
		alternative: date.swapped && { year: date.year, month: date.swapped.month, day: date.swapped.day },
	};
}

/** Days that a timeline may begin before the date in a title or field, and before that of a file's name or front matter, which is often that of the writing. */
const MOST_BEFORE = { field: 0, title: 3, filed: 7 };

/** Where the timeline begins on another day than the date that was read, but near it, the timeline knows better. */
export function nearer(date: CivilDate | undefined, first: CivilDate | undefined, from: keyof typeof MOST_BEFORE): CivilDate | undefined {
	if (!date || !first) return date ?? first;
	const days = dayNumber(date) - dayNumber(first);
	return days > 0 && days <= MOST_BEFORE[from] ? first : date;
}

/** The middle of the month that the title, a field or the path names with its year, or of the year alone: `March 2026`, `2026-03`. */
export function monthIn(fields: readonly Field[], title: Written | undefined, path: string): CivilDate | undefined {
	const places = [...(title ? [title.text] : []), ...fields.filter(({ name }) => name === 'date' || name === 'started').map(({ value }) => value.text), path.slice(path.lastIndexOf('/') + 1), path];
	for (const place of places) {
		const year = /(?<!\d)20\d\d(?!\d)/.exec(place);
		if (!year) continue;
		const behind = /^[-_/.](0[1-9]|1[0-2])(?!\d)/.exec(place.slice(year.index + 4));
		return { year: Number(year[0]), month: behind ? Number(behind[1]) : (monthNamed(place) ?? 6), day: 15 };
	}
	return undefined;
}

function monthNamed(text: string): number | undefined {
	for (const { index } of text.slice(0, 200).matchAll(/(?<!\p{L})\p{L}/gu)) {
		const named = monthAt(text, index);
		if (named && !named.isWord) return named.month;
	}
	return undefined;
}
