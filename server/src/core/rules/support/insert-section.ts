/** Where a section belongs that is not there yet. */
import type { Postmortem, Section, SectionMatch } from '../../postmortem/model';
import { sectionLines } from '../../rewrites/new-section';
import type { SpanEdit } from '../../text/edit';
import { bodyStart, insertBefore, insertBehind } from './place';

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
	const block = sectionLines(doc, match.spec, Math.min(6, levelFor(doc, match))).join(doc.lines.ending);
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
