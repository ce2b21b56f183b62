/** Where a section belongs that is not there yet. */
import type { Postmortem, Section, SectionMatch } from '../../postmortem/model';
import { sectionLines } from '../../rewrites/new-section';
import { outermostLevel } from '../../rewrites/unmarked-sections';
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
	const level = levelFor(doc, match);
	const blockAt = (at: number) => sectionLines(doc, match.spec, Math.min(6, at)).join(doc.lines.ending);
	const neighbour = neighbourOf(doc, match);
	if (neighbour?.side === 'before') {
		const { section } = neighbour;
		const whole = [section, ...ancestors(section)].find((each) => each.level <= level);
		return insertBefore(doc, (whole ?? section).span.start, blockAt(whole ? level : section.level));
	}
	const parent = match.parent?.sections[0];
	const follows = neighbour ? { start: neighbour.section.span.start, end: endWithDays(doc, neighbour.section) } : parent && { start: parent.span.start, end: parent.body.end };
	if (follows) return insertBehind(doc, { start: follows.start, end: endOfDeeper(doc, follows.end, level) }, blockAt(level));
	const end = doc.text.trimEnd().length;
	return end === 0 ? { span: { start: doc.text.length, end: doc.text.length }, newText: `${blockAt(level)}${doc.lines.ending}` } : insertBehind(doc, { start: bodyStart(doc), end }, blockAt(level));
}

/** The end of the section with the days that go on with its timeline: `## Timeline`, `## May 12`. */
export function endWithDays(doc: Postmortem, section: Section): number {
	const rows = doc.timelines.filter((timeline) => timeline.section === section).map(({ span }) => span.end);
	const last = Math.max(section.span.end, ...rows);
	return doc.sections.reduce((end, { span }) => (span.start >= section.span.end && span.start < last ? Math.max(end, span.end) : end), section.span.end);
}

/** Behind the headings that follow and would come to stand in a section of this level. */
function endOfDeeper(doc: Postmortem, from: number, level: number): number {
	return doc.sections.reduce((end, section) => (section.span.start === end && section.level > level ? section.span.end : end), from);
}

function ancestors({ parent }: Section): Section[] {
	return parent ? [parent, ...ancestors(parent)] : [];
}

/** The level that headings beside the missing one have. */
function levelFor(doc: Postmortem, match: SectionMatch): number {
	const levels = doc.matches.filter((each) => each.parent === match.parent).flatMap((each) => each.sections.filter((section) => section.title !== undefined && section.parent?.role === undefined).map((section) => section.level));
	if (levels.length > 0) return mostFrequent(levels);
	const parent = match.parent?.sections[0];
	return parent ? parent.level + 1 : outermostLevel(doc);
}

function mostFrequent(values: readonly number[]): number {
	const counts = new Map<number, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0];
}
