/** Headings in the form in which templates and documents are compared. */
import type { Section } from '../postmortem/model';
import { normalizeHeading } from '../postmortem/roleOf';
import type { ComparedHeadings } from './template';

/** The heading whole, and without what stands in parentheses; nothing for a section without a heading. */
export function headingKeys(title: string | undefined): readonly string[] {
	if (title === undefined) return [];
	const whole = normalizeHeading(title);
	const short = title.includes('(') ? normalizeHeading(title.replace(/\([^()]*\)/g, ' ')) : whole;
	return [...new Set([whole, short])].filter((key) => key !== '');
}

export function comparedHeadings(title: string, aliases: readonly string[]): ComparedHeadings {
	return { title: headingKeys(title), alias: aliases.map(normalizeHeading) };
}

export type SectionKeys = ReadonlyMap<Section, readonly string[]>;

/** Made once for a document that is compared with several templates. */
export function sectionKeys(sections: readonly Section[]): SectionKeys {
	return new Map(sections.map((section) => [section, headingKeys(section.title?.text)]));
}
