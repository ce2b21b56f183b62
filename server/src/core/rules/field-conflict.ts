import { plainText } from '../markdown/inline';
import { severityIn, tellsSeverity } from '../postmortem/fields';
import type { Block } from '../markdown/blocks';
import type { Field, Postmortem } from '../postmortem/model';
import { severityLevel } from '../postmortem/severity';
import { written, type TextSpan, type Written } from '../text/span';
import { datesIn, type DateMention } from '../time/date';
import { timesIn } from '../time/mention';
import { clockMs, dayNumber, isRealDate } from '../time/moment';
import page from './field-conflict.md';
import { defineRule } from './rule';
import { phaseStatements } from './support/phase-statements';
import { firstLine } from './support/place';
import { datedRows, strayRows } from './support/stray-dates';
import { isPlaceholder } from './support/values';
import { quoted } from './support/wording';

interface Statement {
	readonly written: Written;
	/** What is compared: the level of a severity, the days of a date, the moments of a phase. */
	readonly values: readonly number[];
	/** Only values of one scale are compared: `SEV2` is no contradiction to `P1` or `high`. */
	readonly scale?: string;
}

interface Conflict {
	readonly name: string;
	readonly first: Statement;
	readonly other: Statement;
	/** What the first place is, where it is not a statement of the same field. */
	readonly as?: string;
}

/** How far apart two dates of one incident may be, in days: it may last over midnight. */
const DATE_SLACK = 1;
/** How far a date may lie from all rows of the timeline, in days. */
const ROW_SLACK = 31;
const MINUTE = 60_000;

export const fieldConflict = defineRule<Conflict>({
	id: 'field-conflict',
	summary: 'A field has the same value everywhere in the document.',
	page,
	severity: 'warning',
	fixKind: 'none',
	since: '0.1.0',

	*check({ doc }) {
		yield* conflicts('severity', severities(doc), 0);
		const days = dates(doc);
		const found = [...conflicts('date', days, DATE_SLACK)];
		yield* found;
		if (found.length === 0) yield* againstRows(doc, days[0]);
		for (const [phase, statements] of phaseStatements(doc)) yield* conflicts(`time of \`${phase}\``, statements, MINUTE);
	},
	describe: ({ name, first, other, as = 'as stated before' }, { doc }) => ({
		span: firstLine(doc, other.written.span),
		message: `Unexpected ${name} ${quoted(other.written.text)}, expected ${quoted(first.written.text)} ${as}`,
		related: [{ span: firstLine(doc, first.written.span), message: as === 'as stated before' ? `The ${name} is stated here first` : 'The first of the dated rows is here' }],
	}),
});

function* conflicts(name: string, statements: readonly Statement[], slack: number): Generator<Conflict> {
	const firsts = new Map<string | undefined, Statement>();
	for (const other of statements) {
		const first = firsts.get(other.scale);
		if (!first) firsts.set(other.scale, other);
		else if (!other.values.some((value) => first.values.some((each) => Math.abs(each - value) <= slack))) yield { name, first, other };
	}
}

/** Of the title, of fields, and of the text that tells of this incident. */
function severities(doc: Postmortem): readonly Statement[] {
	const fields = doc.fields.filter(({ name, form }) => name === 'severity' && form !== 'prose').map(({ value }) => value);
	const sections = doc.sections.filter((section) => section.title === undefined || (section.role === 'summary' && tellsSeverity(section)));
	const inProse = sections.flatMap((section) => section.part.recall('severities', [], () => section.blocks.flatMap((block) => severityIn(doc.text, block) ?? [])));
	const prose = inProse.filter((span) => fields.every((field) => span.end <= field.span.start || span.start >= field.span.end)).map((span) => written(doc.text, span));
	const title = doc.title && severityInTitle(doc, doc.title.span);
	return [...(title ? [title] : []), ...fields, ...prose].flatMap((each): Statement[] => {
		const level = isPlaceholder(each.text) || /[/|→]|\bor\b|->/.test(each.text) ? undefined : severityLevel(each.text);
		return level === undefined ? [] : [{ written: each, values: [level], scale: scaleOf(each.text) }];
	});
}

/** `SEV-2: login down`, `[P1] login down`. */
function severityInTitle(doc: Postmortem, { start, end }: TextSpan): Written | undefined {
	const found = /(?<![\p{L}\p{N}-])(?:sev(?:erity)?[\s:-]?\s?[0-5]|p[0-4])(?![\p{L}\p{N}]|\.\d)/iu.exec(doc.text.slice(start, end));
	return found ? written(doc.text, { start: start + found.index, end: start + found.index + found[0].length }) : undefined;
}

function scaleOf(value: string): string {
	const plain = plainText(value);
	return /^\W*p(?:riority)?[\s_:-]*\d/i.test(plain) ? 'priority' : /\d/.test(plain.slice(0, 24)) ? 'severity' : 'word';
}

/** The day of the incident by the title, by a date field with one plain date, and by the start; a sentence with a row's own clock is held against them. */
function dates(doc: Postmortem): readonly Statement[] {
	const order = doc.dateOrder;
	const plain = (within: TextSpan) => datesIn(doc.text, order, within.start, within.end);
	const fields = doc.fields.filter(isIncidentDate).flatMap(({ value }): Statement[] => {
		const [date, ...others] = plain(value.span);
		return date && others.length === 0 && !isPlaceholder(value.text) ? dayStatement(doc, date) : [];
	});
	const inTitle = doc.title ? plain(doc.title.span) : [];
	const title = inTitle.length === 1 && fields.length > 0 ? dayStatement(doc, inTitle[0]!) : [];
	const stated = [...title, ...fields];
	if (stated.length === 0) return inTitle.length === 1 ? dayStatement(doc, inTitle[0]!) : [];
	return [...stated, ...slips(doc, stated)];
}

function dayStatement(doc: Postmortem, date: DateMention): Statement[] {
	if (date.year === undefined) return [];
	const readings = [{ year: date.year, month: date.month, day: date.day }, ...(date.swapped ? [{ year: date.year, ...date.swapped }] : [])];
	return [{ written: written(doc.text, date.span), values: readings.filter((each) => isRealDate(each)).map(dayNumber) }];
}

/** A front matter's date is often that of the document. */
function isIncidentDate({ name, form, label }: Field): boolean {
	return form !== 'front matter' && (name === 'started' || (name === 'date' && /incident|outage|event|occur|^\W*date\W*$/i.test(label.text)));
}

/** In the opening and the summary: a date with the clock of a timeline's undated row on another day, or the same day of another year. */
function slips(doc: Postmortem, stated: readonly Statement[]): readonly Statement[] {
	const end = doc.sections[0]?.span.start ?? doc.text.length;
	const order = doc.dateOrder;
	const inParagraphs = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'paragraph' ? timesIn(doc.text, block.span, { order, place: 'prose' }, true) : [])).filter(({ date }) => date?.year !== undefined);
	const opening = doc.chunks.filter(({ start }) => start < end).flatMap((chunk) => chunk.part.recall('dated in the opening', [order, end < chunk.end && end - chunk.start], () => inParagraphs(chunk.blocks.filter(({ span }) => span.end <= end))));
	const summary = doc.sections.filter(({ title, role }) => title === undefined || role === 'summary').flatMap((section) => section.part.recall('dated in the text', [order], () => inParagraphs(section.blocks)));
	const dated = [...opening, ...summary];
	if (dated.length === 0) return [];
	const clocks = new Set(doc.timelines.flatMap((timeline) => timeline.part.fact('undated clocks', [], () => timeline.entries.flatMap(({ at, time }) => (at && !time?.date && time?.clock ? [clockMs(at.clock)] : [])))));
	const days = new Set(stated.flatMap(({ values }) => values));
	const isYearSlip = ({ year, month, day }: DateMention) => [-1, 1].some((by) => days.has(dayNumber({ year: year! + by, month, day })));
	const places = new Set(stated.map(({ written: each }) => each.span.start));
	return dated.flatMap(({ date, clock }) => {
		if (date?.year === undefined || places.has(date.span.start)) return [];
		return (clock && clocks.has(clockMs(clock.clock))) || isYearSlip(date) ? dayStatement(doc, date) : [];
	});
}

/** A title or field whose day is far from every dated row. */
function* againstRows(doc: Postmortem, stated: Statement | undefined): Generator<Conflict> {
	const rows = datedRows(doc);
	if (!stated || rows.length === 0 || strayRows(doc).length > 0 || rows.some(({ written: each }) => each.span.start === stated.written.span.start)) return;
	if (rows.some(({ date }) => stated.values.some((value) => Math.abs(dayNumber(date) - value) <= ROW_SLACK))) return;
	const [row] = rows;
	if (rows.length * 2 <= doc.timelines.flatMap(({ entries }) => entries).filter(({ at }) => at?.date).length && row!.entry.dateOnly) return;
	yield { name: 'date', first: { written: row!.written, values: [] }, other: stated, as: 'as in the timeline' };
}
