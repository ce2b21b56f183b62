/** Sections that the template requires and the document lacks, written where the template has them. */
import { cellText, printTable } from '../markdown/table-print';
import type { Postmortem, Section, SectionMatch } from '../postmortem/model';
import type { SectionSpec, TableColumnSpec } from '../template/template';
import type { SpanEdit } from '../text/edit';
import { lineEndingOf } from '../text/lines';
import { headingEdits } from './heading-edits';
import { isBlank } from './place';
import { titleInZone } from './time-title';
import { isOpening, isUnmarked } from './unmarked-sections';

interface Insertion {
	readonly offset: number;
	readonly spec: SectionSpec;
	readonly level: number;
}

/** Required sections without a section of their own, in template order; those in a missing section come with it. */
export function missingSections(doc: Postmortem): readonly SectionMatch[] {
	return doc.matches.filter((match) => match.spec.required && match.sections.length === 0 && (!match.parent || match.parent.sections.length > 0));
}

/**
 * Heading, hint, and an empty table for a timeline or action items; required subsections too. Bold lines and labels that
 * do the work of headings become headings with it: beside a real one they would no longer be read as its equals.
 */
export function insertSectionEdits(doc: Postmortem, missing: readonly SectionMatch[]): SpanEdit[] {
	if (missing.length === 0) return [];
	const wanted = new Set(missing);
	const byOffset = new Map<number, Insertion[]>();
	for (const match of doc.matches) {
		if (!wanted.has(match)) continue;
		const insertion = placeOf(doc, match);
		byOffset.set(insertion.offset, [...(byOffset.get(insertion.offset) ?? []), insertion]);
	}
	// Text without a heading would fall to a section that is put above it, or no longer be read as one.
	const headed = headingEdits(doc, doc.sections.filter((section) => isUnmarked(section) || (isOpening(section) && doc.matches.some(({ sections }) => sections.includes(section)))));
	const apart = new Set(headed.filter(({ newText }) => /^[\r\n]/.test(newText)).map(({ span }) => span.start));
	return [...[...byOffset].map(([offset, insertions]): SpanEdit => ({ span: { start: offset, end: offset }, newText: textAt(doc, offset, insertions, apart.has(offset)) })), ...headed];
}

/** Behind the nearest section before it in template order, else before the nearest behind it, else at the end of what it belongs to. */
function placeOf(doc: Postmortem, match: SectionMatch): Insertion {
	const siblings = doc.matches.filter((each) => each.parent === match.parent);
	const index = siblings.indexOf(match);
	const parent = match.parent?.sections[0];
	const inParent = (section: Section | undefined) => section && (!parent || (section.span.start >= parent.span.start && section.span.end <= parent.span.end)) ? section : undefined;
	const before = inParent(siblings.slice(0, index).findLast((each) => each.sections.length > 0)?.sections.at(-1));
	const after = inParent(siblings.slice(index + 1).find((each) => each.sections.length > 0)?.sections[0]);
	const level = parent ? parent.level + 1 : topLevel(doc);
	const base = { spec: match.spec, level: Math.min(6, level) };
	if (before) return { ...base, offset: outermost(before, level).span.end };
	if (after) return { ...base, offset: outermost(after, level).span.start };
	return { ...base, offset: parent?.span.end ?? doc.text.length };
}

/** The section itself, or the one around it that stands where the new one will. */
function outermost(section: Section, level: number): Section {
	let at = section;
	while (at.parent && at.level > level) at = at.parent;
	return at;
}

/** The level that the document's sections stand at most often above others: that of the first matched one. */
function topLevel(doc: Postmortem): number {
	const levels = doc.matches.filter((match) => !match.parent).flatMap(({ sections }) => sections.filter(({ title }) => title !== undefined).map(({ level }) => level));
	const counts = new Map<number, number>();
	for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 2;
}

function textAt(doc: Postmortem, offset: number, insertions: readonly Insertion[], apart: boolean): string {
	const lines = insertions.flatMap(({ spec, level }, index) => [...(index > 0 ? [''] : []), ...sectionLines(doc, spec, level)]);
	const ending = lineEndingOf(doc.text);
	const line = doc.lines.lineAt(offset);
	const atLineStart = doc.lines.line(line).start === offset;
	const lead = doc.text.slice(0, offset).trim() === '' ? '' : !atLineStart ? ending + ending : isBlank(doc, line - 1) ? '' : ending;
	const rest = apart || doc.text.slice(offset).trim() === '' ? '' : ending;
	return `${lead}${lines.join(ending)}${ending}${rest}`;
}

/** A new section without line endings; also what a new document is made of. */
export function sectionLines(doc: Postmortem, spec: SectionSpec, level: number): string[] {
	const { timeline, actions } = doc.template.template;
	const lines = [`${'#'.repeat(level)} ${spec.title}`];
	const inner = spec.sections.filter(({ required, content }) => required || content === 'actions');
	// Where the tables stand in subsections, a line above them would read as an action of its own.
	const isGroup = spec.role === 'actions' && inner.some(({ content }) => content === 'actions');
	if (spec.hint && !isGroup) lines.push('', ...spec.hint.trim().split(/\r?\n/));
	if (spec.content === 'timeline' || spec.role === 'timeline') lines.push('', ...emptyTable(timeline.columns.map((column) => inZoneOf(doc, column))));
	if ((spec.content === 'actions' || spec.role === 'actions') && !isGroup) lines.push('', ...emptyTable(actions.columns));
	for (const each of inner) lines.push('', ...sectionLines(doc, each, Math.min(6, level + 1)));
	return lines;
}

/** A template's `Time (UTC)` is no column for a document that states another zone. */
function inZoneOf(doc: Postmortem, column: TableColumnSpec): TableColumnSpec {
	const stated = doc.zone?.written.text;
	return stated === undefined ? column : { ...column, title: titleInZone(column, [stated]) };
}

function emptyTable(columns: readonly TableColumnSpec[]): string[] {
	return columns.length === 0 ? [] : printTable(columns.map(({ title }) => cellText(title)), [columns.map(() => '')]);
}
