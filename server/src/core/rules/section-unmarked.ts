import type { Postmortem, Section } from '../postmortem/model';
import { headedTogether } from '../rewrites/headed-together';
import { headingEdits } from '../rewrites/heading-edits';
import { doesWorkOfHeading } from '../rewrites/unmarked-sections';
import page from './section-unmarked.md';
import { defineRule } from './rule';
import { firstLine } from './support/place';
import { quoted } from './support/wording';

export const sectionUnmarked = defineRule<Section>({
	id: 'section-unmarked',
	summary: 'Sections begin with a Markdown heading.',
	page,
	severity: 'warning',
	fixKind: 'unsafe',
	since: '0.1.0',

	*check({ doc }) {
		for (const section of doc.sections) if (doesWorkOfHeading(doc, section)) yield section;
	},
	describe: (section, { doc }) => ({
		span: firstLine(doc, section.heading),
		message: `Unexpected ${section.marked === 'bold' ? 'bold line' : 'label'} ${quoted(section.title!.text)} in the place of a heading, expected ${quoted(headingLine(doc, section))}`,
	}),
	fixes(section, { doc }) {
		const all = doc.sections.filter((each) => doesWorkOfHeading(doc, each));
		const together = headedTogether(doc, [section]);
		const others = together.length === 1 ? '' : `, and ${together.length - 1} more that stand${together.length === 2 ? 's' : ''} beside it`;
		return [
			{ title: `Turn into heading ${quoted(headingLine(doc, section))}${others}`, edits: headingEdits(doc, together) },
			...(all.some((each) => !together.includes(each)) ? [{ title: `Turn all ${all.length} section labels into headings`, edits: headingEdits(doc, headedTogether(doc, all)) }] : []),
		].filter(({ edits }) => edits.length > 0);
	},
});

/** `## Title`, with the words as they are written. */
function headingLine(doc: Postmortem, section: Section): string {
	const { start, end } = section.title!.span;
	const title = doc.text.slice(start, end).replace(/\s+/g, ' ');
	return `${'#'.repeat(section.level)} ${title}`;
}
