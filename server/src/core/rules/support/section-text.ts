/** The text of a section that is not there yet, and where it belongs. */
import type { Postmortem, Section, SectionMatch } from '../../postmortem/model';
import type { SectionSpec, Template } from '../../template/template';
import type { SpanEdit } from '../../text/edit';
import { bodyStart, insertBefore, insertBehind } from './place';

/** Heading, hint and, for a timeline or action items, an empty table; required subsections below. */
export function sectionText(spec: SectionSpec, level: number, template: Template, eol: string): string {
	const parts = [`${'#'.repeat(Math.min(level, 6))} ${spec.title}`, ...contentText(spec, template, eol)];
	for (const child of spec.sections) if (child.required) parts.push(sectionText(child, level + 1, template, eol));
	return parts.join(eol + eol);
}

/** What stands in an empty section: the hint, and the table where one is asked for. */
export function contentText(spec: SectionSpec, template: Template, eol: string): readonly string[] {
	const hint = spec.hint.trim().replace(/\r\n|\r|\n/g, eol);
	const columns = spec.content === 'timeline' ? template.timeline.columns : spec.content === 'actions' ? template.actions.columns : [];
	const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	const titles = columns.map((column) => column.title);
	const table = titles.length === 0 ? '' : [row(titles), row(titles.map((title) => '-'.repeat(Math.max(3, title.length)))), row(titles.map((title) => ' '.repeat(title.length)))].join(eol);
	return [hint, table].filter((part) => part !== '');
}

/** The present section, in document order the last one, that a missing one should follow; or what it should stand before. */
export interface Neighbour {
	readonly section: Section;
	readonly side: 'behind' | 'before';
}

export function neighbourOf(doc: Postmortem, match: SectionMatch): Neighbour | undefined {
	const siblings = doc.matches.filter((each) => each.parent === match.parent);
	const at = siblings.indexOf(match);
	const before = siblings.slice(0, at).findLast((each) => each.sections.length > 0);
	if (before) return { section: outermost(doc, before.sections.at(-1)!, match), side: 'behind' };
	const after = siblings.slice(at + 1).find((each) => each.sections.length > 0);
	return after && { section: outermost(doc, after.sections[0]!, match), side: 'before' };
}

/** The section itself, or the one it is nested in, as long as that one too has a place in the template beside `match`. */
function outermost(doc: Postmortem, section: Section, match: SectionMatch): Section {
	for (let at = section.parent; at; at = at.parent) {
		if (match.parent?.sections.includes(at)) return section;
		if (at.role !== undefined || doc.matches.some((each) => each.sections.includes(at))) section = at;
	}
	return section;
}

export function insertSection(doc: Postmortem, match: SectionMatch): SpanEdit {
	const block = sectionText(match.spec, levelFor(doc, match), doc.template.template, doc.lines.ending);
	const neighbour = neighbourOf(doc, match);
	if (neighbour?.side === 'behind') return insertBehind(doc, neighbour.section.span, block);
	if (neighbour) return insertBefore(doc, neighbour.section.span.start, block);
	const parent = match.parent?.sections[0];
	if (parent) return insertBehind(doc, { start: parent.span.start, end: parent.body.end }, block);
	const end = doc.text.trimEnd().length;
	return end === 0 ? { span: { start: doc.text.length, end: doc.text.length }, newText: `${block}${doc.lines.ending}` } : insertBehind(doc, { start: bodyStart(doc), end }, block);
}

/** The level that headings beside the missing one have. */
function levelFor(doc: Postmortem, match: SectionMatch): number {
	const levels = doc.matches.filter((each) => each.parent === match.parent).flatMap((each) => each.sections.filter((section) => section.title !== undefined && section.parent?.role === undefined).map((section) => section.level));
	if (levels.length > 0) return mostFrequent(levels);
	const parent = match.parent?.sections[0];
	return parent ? parent.level + 1 : 2;
}

function mostFrequent(values: readonly number[]): number {
	const counts = new Map<number, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0];
}
