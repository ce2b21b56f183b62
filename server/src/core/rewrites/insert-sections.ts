/** Sections that the template requires and the document lacks, written where the template has them. */
import { cellText, printTable } from '../markdown/table-print';
import type { Postmortem, Section, SectionMatch } from '../postmortem/model';
import type { SectionSpec, TableColumnSpec } from '../template/template';
import type { SpanEdit } from '../text/edit';
import { lineEndingOf } from '../text/lines';
import { isBlank } from './place';

interface Insertion {
	readonly offset: number;
	readonly spec: SectionSpec;
	readonly level: number;
	/** The section whose mark the new one takes: a document of bold titles gets a bold title. */
	readonly like: Section | undefined;
}

/** Required sections without a section of their own, in template order; those in a missing section come with it. */
export function missingSections(doc: Postmortem): readonly SectionMatch[] {
	return doc.matches.filter((match) => match.spec.required && match.sections.length === 0 && (!match.parent || match.parent.sections.length > 0));
}

/** Title, hint, and an empty table for a timeline or action items; required subsections too. */
export function insertSectionEdits(doc: Postmortem, missing: readonly SectionMatch[]): SpanEdit[] {
	const wanted = new Set(missing);
	const byOffset = new Map<number, Insertion[]>();
	for (const match of doc.matches) {
		if (!wanted.has(match)) continue;
		const insertion = placeOf(doc, match);
		byOffset.set(insertion.offset, [...(byOffset.get(insertion.offset) ?? []), insertion]);
	}
	return [...byOffset].map(([offset, insertions]) => ({ span: { start: offset, end: offset }, newText: textAt(doc, offset, insertions) }));
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
	const base = { spec: match.spec, like: before ?? after ?? parent, level: Math.min(6, level) };
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

function textAt(doc: Postmortem, offset: number, insertions: readonly Insertion[]): string {
	const lines = insertions.flatMap(({ spec, level, like }, index) => [...(index > 0 ? [''] : []), ...sectionLines(doc, spec, level, like)]);
	const ending = lineEndingOf(doc.text);
	const line = doc.lines.lineAt(offset);
	const atLineStart = doc.lines.line(line).start === offset;
	const lead = doc.text.slice(0, offset).trim() === '' ? '' : !atLineStart ? ending + ending : isBlank(doc, line - 1) ? '' : ending;
	const rest = doc.text.slice(offset).trim() === '' ? '' : ending;
	return `${lead}${lines.join(ending)}${ending}${rest}`;
}

/** A new section without line endings; also what a new document is made of. */
export function sectionLines(doc: Postmortem, spec: SectionSpec, level: number, like?: Section): string[] {
	const { timeline, actions } = doc.template.template;
	const lines = [titleLine(spec.title, level, like)];
	if (spec.hint) lines.push('', ...spec.hint.trim().split(/\r?\n/));
	if (spec.content === 'timeline') lines.push('', ...emptyTable(timeline.columns));
	if (spec.content === 'actions' && !spec.sections.some(({ content }) => content === 'actions')) lines.push('', ...emptyTable(actions.columns));
	for (const inner of spec.sections) if (inner.required) lines.push('', ...sectionLines(doc, inner, Math.min(6, level + 1), like));
	return lines;
}

function titleLine(title: string, level: number, like: Section | undefined): string {
	if (like?.title && like.marked === 'bold') return `**${title}:**`;
	if (like?.title && like.marked === 'label' && !/^[-*+]/.test(title)) return `${title}:`;
	return `${'#'.repeat(level)} ${title}`;
}

function emptyTable(columns: readonly TableColumnSpec[]): string[] {
	return columns.length === 0 ? [] : printTable(columns.map(({ title }) => cellText(title)), [columns.map(() => '')]);
}
