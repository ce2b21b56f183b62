/** A new document of a template: what stands in it already, and the holes that a person fills. */
import { displayWidth } from '../markdown/display-width';
import { cellText, printTable, type TableWidths } from '../markdown/table-print';
import type { FieldSpec, SectionSpec, TableColumnSpec, Template } from '../template/template';

/** A place where something is to be written. */
export interface Hole {
	readonly asks: 'title' | 'date' | 'severity' | 'status' | 'zone' | 'field' | 'text' | 'cell';
	/** What is to be written here, in words. */
	readonly hint: string;
	/** The values to choose from; empty where anything goes. */
	readonly values: readonly string[];
	/** For a cell the role of its column, else `undefined`. */
	readonly column: TableColumnSpec | undefined;
}

/** A document in pieces: its text, and the holes in it, in order. */
export type Part = string | Hole;

export interface NewDocumentAnswers {
	readonly title: string;
	/** As it is to stand in the document; absent where it is not known yet. */
	readonly severity?: string;
	/** `YYYY-MM-DD`. */
	readonly date: string;
	/** The zone of the timeline; absent: UTC. */
	readonly timeZone?: string;
	/** Absent: aligned. */
	readonly tables?: TableWidths;
	/** What the front matter names as the template; absent where nothing needs to be named. */
	readonly template?: string;
}

export interface NewDocument {
	/** With `\n` line endings. */
	readonly text: string;
	/** Where writing starts: the first hole that no answer filled, in UTF-16 units from the start. */
	readonly cursor: number;
}

const TO_FILL_IN = 'TBD';
const DEFAULT_ZONE = 'UTC';
const SAYS_WHAT_IT_IS = /post-?mortem|incident|root cause|rca\b|outage report/i;
const NAMES_A_ZONE = /\b(?:UTC|GMT)\b/;

export function newDocument(template: Template, answers: NewDocumentAnswers): NewDocument {
	let text = answers.template === undefined ? '' : `---\ntemplate: ${/^[\w./-]+$/.test(answers.template) ? answers.template : JSON.stringify(answers.template)}\n---\n\n`;
	let cursor: number | undefined;
	for (const part of documentParts(template, answers.title, answers.tables)) {
		if (typeof part === 'string') {
			text += part;
			continue;
		}
		const answer = answerTo(part, answers);
		if (answer === undefined) cursor ??= text.length;
		text += answer ?? unanswered(part, answers.tables);
	}
	return { text, cursor: cursor ?? text.length };
}

function answerTo({ asks, values }: Hole, { title, severity, date, timeZone }: NewDocumentAnswers): string | undefined {
	switch (asks) {
		case 'title':
			return title.trim().replace(/\s+/g, ' ') || undefined;
		case 'date':
			return date;
		case 'severity':
			return severity;
		case 'status':
			return values[0];
		case 'zone':
			return timeZone ?? DEFAULT_ZONE;
		default:
			return undefined;
	}
}

/** What stands in a hole until a person writes there. */
function unanswered({ asks, hint, column }: Hole, tables: TableWidths = 'aligned'): string {
	if (asks === 'cell') return tables === 'stable' || !column ? '' : ' '.repeat(Math.max(3, displayWidth(cellText(column.title))));
	return asks === 'text' ? hint : TO_FILL_IN;
}

interface Printed {
	readonly template: Template;
	readonly tables: TableWidths;
}

/** @param title what it will be called, to know whether that says already what the document is. */
export function documentParts(template: Template, title = '', tables: TableWidths = 'aligned'): readonly Part[] {
	const printed: Printed = { template, tables };
	const factsHaveSection = template.sections.some(isFacts);
	return [
		SAYS_WHAT_IT_IS.test(title) ? '# ' : '# Postmortem: ', hole('title', 'What happened, in a few words'), '\n',
		...(factsHaveSection ? [] : facts(template)),
		...template.sections.filter(({ required }) => required).flatMap((section) => sectionParts(section, 2, printed)),
	];
}

function sectionParts(section: SectionSpec, level: number, printed: Printed): Part[] {
	const inner = section.sections.filter(({ required, content }) => required || content === 'actions');
	return [
		`\n${'#'.repeat(Math.min(6, level))} ${section.title}\n`,
		...contentParts(section, inner, printed),
		...inner.flatMap((each) => sectionParts(each, level + 1, printed)),
	];
}

function contentParts(section: SectionSpec, inner: readonly SectionSpec[], printed: Printed): Part[] {
	const { template } = printed;
	const hint = section.hint.trim().replace(/\s+/g, ' ');
	if (isFacts(section)) return facts(template);
	switch (section.content) {
		case 'timeline': {
			const zoned = template.timeline.columns.some(({ title }) => NAMES_A_ZONE.test(title));
			return [...(zoned ? [] : ['\nAll times are ', hole('zone', 'Time zone'), '.\n']), ...table(template.timeline.columns, printed)];
		}
		case 'actions':
			return inner.some(({ content }) => content === 'actions') ? [] : table(template.actions.columns, printed);
		case 'list':
			return ['\n- ', hole('text', hint), '\n'];
		case 'fields':
		case 'prose':
			return inner.length > 0 || hint === '' ? [] : ['\n', hole('text', hint), '\n'];
	}
}

function isFacts({ content, role }: SectionSpec): boolean {
	return content === 'fields' && role === 'metadata';
}

/** The fields that are required, and those that tell a reader most. */
function facts({ fields }: Template): Part[] {
	const asked = fields.filter(({ required, name }) => required || name === 'severity' || name === 'status');
	return asked.length === 0 ? [] : ['\n', ...asked.flatMap((field) => [`- **${field.title}**: `, fieldHole(field), '\n'])];
}

function fieldHole({ name, title, values }: FieldSpec): Hole {
	const asks = name === 'date' || name === 'severity' || name === 'status' ? name : 'field';
	return hole(asks, title, values.map(({ value }) => value));
}

function table(columns: readonly TableColumnSpec[], { template, tables }: Printed): Part[] {
	if (columns.length === 0) return [];
	return [
		`\n${printTable(tables, columns.map(({ title }) => cellText(title)), []).join('\n')}\n`,
		...columns.flatMap((column, index): Part[] => [index === 0 ? '| ' : ' | ', { asks: 'cell', hint: CELL_HINTS[column.role] ?? column.title, values: valuesOf(column, template), column }]),
		' |\n',
	];
}

const CELL_HINTS: Partial<Record<TableColumnSpec['role'], string>> = { event: 'What happened', action: 'What will be changed', owner: 'name' };

function valuesOf({ role }: TableColumnSpec, { actions }: Template): readonly string[] {
	return role === 'status' ? actions.statuses.map(({ value }) => value) : role === 'priority' ? actions.priorities.map(({ value }) => value) : [];
}

function hole(asks: Hole['asks'], hint: string, values: readonly string[] = []): Hole {
	return { asks, hint, values, column: undefined };
}
