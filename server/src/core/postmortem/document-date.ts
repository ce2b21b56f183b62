/** The day the incident began, from the place that is surest to know: a field, the title, the file name, the text. */
import type { Block } from '../markdown/blocks';
import { written, type TextSpan } from '../text/span';
import { dateAt, datesIn, type DateMention, type DateOrder } from '../time/date';
import { addDays, dayNumber, type CivilDate } from '../time/moment';
import type { DateReading, Field, Section } from './model';
import type { SectionRole } from './roles';
import type { Written } from '../text/span';

/** Sections whose dates are those of later work, or of other incidents. */
const AFTERWARDS: ReadonlySet<SectionRole> = new Set(['actions', 'prevention', 'lessons', 'references', 'sign-off']);

export interface DateSources {
	readonly text: string;
	readonly order: DateOrder | undefined;
	readonly fields: readonly Field[];
	readonly title: Written | undefined;
	readonly path: string;
	readonly lead: readonly Block[];
	readonly sections: readonly Section[];
}

export function readDate(sources: DateSources): DateReading | undefined {
	const { fields, title } = sources;
	const named = (...names: string[]) => fields.filter((field) => names.includes(field.name)).map((field) => firstIn(sources, field.value.span)).find((date) => date !== undefined);
	return (
		named('started') ?? named('date') ?? (title && firstIn(sources, title.span)) ?? named('detected') ??
		fromSections(sources, (section) => section.role === undefined || section.role === 'summary' || section.role === 'metadata') ??
		fromPath(sources.path) ?? fromSections(sources, (section) => section.role === 'timeline') ??
		fromSections(sources, (section) => !AFTERWARDS.has(section.role as SectionRole))
	);
}

function firstIn({ text, order }: DateSources, { start, end }: TextSpan): DateReading | undefined {
	for (let at = start; at < end; at++) {
		const date = dateAt(text, at, order);
		if (!date) continue;
		if (date.year !== undefined) return toReading(text, date);
		at = date.span.end - 1;
	}
	return undefined;
}

/** The first date in running text, tables and lists of the lead and the sections wanted; code and links are passed over. */
function fromSections(sources: DateSources, wanted: (section: Section) => boolean): DateReading | undefined {
	const { lead, sections, order } = sources;
	const inLead = firstInProse(sources, undefined, lead);
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

function fromPath(path: string): DateReading | undefined {
	const name = path.slice(path.lastIndexOf('/') + 1);
	const found = /(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name) ?? /(?<!\d)((?:19|20)\d\d)[-_./](0[1-9]|1[0-2])[-_./](0[1-9]|[12]\d|3[01])(?!\d)/.exec(path);
	return found ? { written: { text: found[0], span: { start: 0, end: 0 } }, date: { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) }, alternative: undefined } : undefined;
}

function toReading(text: string, date: DateMention): DateReading | undefined {
	if (date.year === undefined) return undefined;
	return {
		written: written(text, date.span), date: { year: date.year, month: date.month, day: date.day },
		alternative: date.swapped && { year: date.year, month: date.swapped.month, day: date.swapped.day },
	};
}

/** Where the timeline begins on another day than the date that was read, but near it, the timeline knows better. */
export function nearer(date: CivilDate | undefined, first: CivilDate | undefined): CivilDate | undefined {
	if (!date || !first) return date ?? first;
	return dayNumber(addDays(first, 3)) >= dayNumber(date) && dayNumber(first) < dayNumber(date) ? first : date;
}
