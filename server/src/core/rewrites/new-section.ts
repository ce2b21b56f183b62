/** Which sections the template requires and the document lacks, and the lines of a new one. */
import { cellText, printTable } from '../markdown/table-print';
import type { Postmortem, SectionMatch } from '../postmortem/model';
import type { SectionSpec, TableColumnSpec } from '../template/template';
import { titleInZone } from './time-title';

/** Required sections without a section of their own, in template order; those in a missing section come with it. */
export function missingSections(doc: Postmortem): readonly SectionMatch[] {
	return doc.matches.filter((match) => match.spec.required && match.sections.length === 0 && (!match.parent || match.parent.sections.length > 0));
}

/** Heading, hint and, for a timeline or action items, an empty table; required subsections below. Without line endings. */
export function sectionLines(doc: Postmortem, spec: SectionSpec, level: number): string[] {
	const lines = [`${'#'.repeat(level)} ${spec.title}`, ...contentBlocks(doc, spec).flatMap((block) => ['', ...block])];
	for (const each of innerSections(spec)) lines.push('', ...sectionLines(doc, each, Math.min(6, level + 1)));
	return lines;
}

/** What stands in an empty section, each with its lines: the hint, and the table where one is asked for. */
export function contentBlocks(doc: Postmortem, spec: SectionSpec): (readonly string[])[] {
	const { timeline, actions } = doc.template.template;
	// Where the tables stand in subsections, a line above them would read as an action of its own.
	if (spec.role === 'actions' && innerSections(spec).some(({ content }) => content === 'actions')) return [];
	const columns = [...(spec.content === 'timeline' || spec.role === 'timeline' ? timeline.columns.map((column) => inZoneOf(doc, column)) : []), ...(spec.content === 'actions' || spec.role === 'actions' ? actions.columns : [])];
	return [hintLines(spec), emptyTable(doc, columns)].filter((block) => block.length > 0);
}

/** The hints among those lines, each as it is written into the document: they make way for what they ask for. */
export function hintsOf(doc: Postmortem, spec: SectionSpec): string[] {
	return [hintLines(spec).join(doc.lines.ending), ...innerSections(spec).flatMap((each) => hintsOf(doc, each))].filter((hint) => hint !== '');
}

function hintLines({ hint }: SectionSpec): string[] {
	return hint.trim() === '' ? [] : hint.trim().split(/\r?\n/);
}

function innerSections(spec: SectionSpec): SectionSpec[] {
	return spec.sections.filter(({ required, content }) => required || content === 'actions');
}

/** A template's `Time (UTC)` is no column for a document that states another zone. */
function inZoneOf(doc: Postmortem, column: TableColumnSpec): TableColumnSpec {
	const stated = doc.zone?.written.text;
	return stated === undefined ? column : { ...column, title: titleInZone(column, [stated]) };
}

function emptyTable(doc: Postmortem, columns: readonly TableColumnSpec[]): string[] {
	return columns.length === 0 ? [] : printTable(doc.tableWidths, columns.map(({ title }) => cellText(title)), [columns.map(() => '')]);
}
