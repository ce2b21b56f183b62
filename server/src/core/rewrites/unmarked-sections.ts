/** Sections that begin without a Markdown heading. */
import { fieldNameOf, isKnownField } from '../postmortem/fields';
import type { Postmortem, Section } from '../postmortem/model';
import { contains } from '../text/span';

/** Sections that a reader sees and Markdown does not, an opening text without a title among them. */
export function unmarkedSections(doc: Postmortem): readonly Section[] {
	return doc.sections.filter((section) => isUnmarked(section) || isOpening(section));
}

export function isUnmarked(section: Section): boolean {
	return section.title !== undefined && section.heading.end > section.heading.start && section.marked !== 'atx' && section.marked !== 'setext';
}

/** Whether a bold line or label should be a heading: not where it only names a value. */
export function doesWorkOfHeading(doc: Postmortem, section: Section): boolean {
	if (section.marked === 'atx' || section.marked === 'setext' || !section.title || doc.text[section.heading.start] === '<') return false;
	if (section.role === 'metadata' && section.parent) return false; // a field with several values, `Responders:`
	if (section.marked === 'label' && section.children.length === 0 && isKnownField(fieldNameOf(section.title.text)) && section.blocks.length <= 1) return false;
	if (section.children.length === 0 && doc.fields.some(({ label }) => contains(section.heading, label.span))) return false;
	return section.role !== undefined || section.children.length > 0 || doc.matches.some((match) => match.sections.includes(section));
}

/** Text before the first heading that does the work of a section. */
export function isOpening(section: Section): boolean {
	return section.title === undefined && section.marked === 'none';
}

/** The name that an opening text without a heading gets: that of the section of the template that it fills. */
export function openingTitle(doc: Postmortem): string {
	return doc.matches.find(({ sections }) => sections.some(isOpening))?.spec.title ?? doc.template.template.sections.find(({ role }) => role === 'summary')?.title ?? 'Summary';
}

/** The level of the outermost headings, a lone one over all others left out: what stands beside them holds none of them. */
export function outermostLevel({ sections }: Postmortem): number {
	const headed = sections.filter(({ marked, heading, title }) => title && (marked === 'atx' || marked === 'setext' || (marked === 'none' && heading.end > heading.start)));
	const level = Math.min(...headed.map((section) => section.level));
	const outermost = headed.filter((section) => section.level === level);
	const inner = outermost.length === 1 ? outermost[0]!.children.map((child) => child.level) : [];
	return inner.length > 0 ? Math.min(...inner) : outermost.length > 0 ? level : 2;
}
