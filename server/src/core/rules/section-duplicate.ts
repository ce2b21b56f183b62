import type { Section } from '../postmortem/model';
import { mergeEdits } from '../rewrites/merge-sections';
import page from './section-duplicate.md';
import { defineRule } from './rule';
import { isEmpty } from './section-empty';
import { firstLine } from './support/place';
import { quoted } from './support/wording';

interface Duplicate {
	readonly section: Section;
	readonly first: Section;
}

export const sectionDuplicate = defineRule<Duplicate>({
	id: 'section-duplicate',
	summary: 'Each section of the template is filled once.',
	page,
	severity: 'warning',
	fixKind: 'unsafe',
	since: '0.1.0',

	*check({ doc }) {
		for (const { sections } of doc.matches) {
			const [first, ...rest] = sections;
			if (!first || isEmpty(first, doc.text)) continue;
			for (const section of rest) {
				// Under another parent it is another incident's or another part's own section; a label may be a line of the summary.
				if (isHeading(section) && isHeading(first) && section.parent === first.parent && section.level === first.level && section.title && first.title) yield { section, first };
			}
		}
	},
	describe: ({ section, first }, { doc }) => ({
		span: firstLine(doc, section.heading),
		message: `Unexpected second section ${quoted(section.title!.text)}, expected its content under ${quoted(first.title!.text)}`,
		related: [{ span: firstLine(doc, first.heading), message: 'The first one is here' }],
	}),
	fixes({ section, first }, { doc }) {
		const edits = mergeEdits(doc, first, section);
		return edits.length > 0 ? [{ title: `Put its content under the first ${quoted(first.title!.text)}`, edits }] : [];
	},
});

function isHeading({ marked }: Section): boolean {
	return marked === 'atx' || marked === 'setext';
}
