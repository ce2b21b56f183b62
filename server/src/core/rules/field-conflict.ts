import { severityIn, tellsSeverity } from '../postmortem/fields';
import type { Field, Postmortem } from '../postmortem/model';
import { severityLevel } from '../postmortem/severity';
import { written, type Written } from '../text/span';
import { datesIn } from '../time/date';
import { dayNumber, isRealDate } from '../time/moment';
import page from './field-conflict.md';
import { defineRule } from './rule';
import { isPlaceholder } from './support/values';
import { quoted } from './support/wording';

interface Statement {
	readonly written: Written;
	/** What is compared: the level of a severity, the days of a date. */
	readonly values: readonly number[];
}

interface Conflict {
	readonly name: string;
	readonly first: Statement;
	readonly other: Statement;
}

/** How far apart two dates of one incident may be, in days: it may last over midnight. */
const DATE_SLACK = 1;

export const fieldConflict = defineRule<Conflict>({
	id: 'field-conflict',
	summary: 'A field has the same value everywhere in the document.',
	page,
	severity: 'warning',
	fixKind: 'none',
	since: '0.1.0',

	*check({ doc }) {
		yield* conflicts('severity', severities(doc), 0);
		yield* conflicts('date', dates(doc), DATE_SLACK);
	},
	describe: ({ name, first, other }) => ({
		span: other.written.span,
		message: `Unexpected ${name} ${quoted(other.written.text)}, expected ${quoted(first.written.text)} as stated before`,
		related: [{ span: first.written.span, message: `The ${name} is stated here first` }],
	}),
});

function* conflicts(name: string, statements: readonly Statement[], slack: number): Generator<Conflict> {
	const first = statements[0];
	if (!first) return;
	for (const other of statements.slice(1)) {
		if (!other.values.some((value) => first.values.some((each) => Math.abs(each - value) <= slack))) yield { name, first, other };
	}
}

/** Of fields, and of the text that tells of this incident. */
function severities(doc: Postmortem): readonly Statement[] {
	const fields = doc.fields.filter(({ name, form }) => name === 'severity' && form !== 'prose').map(({ value }) => value);
	if (fields.length === 0) return [];
	const sections = doc.sections.filter((section) => section.title === undefined || (section.role === 'summary' && tellsSeverity(section)));
	const prose = sections.flatMap(({ blocks }) => blocks).flatMap((block) => {
		const span = severityIn(doc.text, block);
		return span && fields.every((field) => span.end <= field.span.start || span.start >= field.span.end) ? [written(doc.text, span)] : [];
	});
	return [...fields, ...prose].flatMap((each): Statement[] => {
		const level = isPlaceholder(each.text) || /[/|→]|\bor\b|->/.test(each.text) ? undefined : severityLevel(each.text);
		return level === undefined ? [] : [{ written: each, values: [level] }];
	});
}

/** The day of the incident by its fields: a date field with one plain date, and the start. */
function dates(doc: Postmortem): readonly Statement[] {
	const order = doc.dateOrder;
	return doc.fields.filter(isIncidentDate).flatMap(({ value }): Statement[] => {
		const [date, ...others] = datesIn(doc.text, order, value.span.start, value.span.end);
		if (date?.year === undefined || others.length > 0 || isPlaceholder(value.text)) return [];
		const readings = [{ year: date.year, month: date.month, day: date.day }, ...(date.swapped ? [{ year: date.year, ...date.swapped }] : [])];
		return [{ written: written(doc.text, date.span), values: readings.filter(isRealDate).map(dayNumber) }];
	});
}

/** A front matter's date is often that of the document. */
function isIncidentDate({ name, form, label }: Field): boolean {
	return form !== 'front matter' && (name === 'started' || (name === 'date' && /incident|outage|event|occur|^\W*date\W*$/i.test(label.text)));
}
