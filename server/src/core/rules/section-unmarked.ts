import type { Section } from '../postmortem/model';
import { headingEdits, openingTitle, unmarkedSections } from '../rewrites/headings';
import { defineRule } from './rule';

const FORMS = { bold: 'bold line', label: 'label', none: 'plain line', atx: 'heading', setext: 'heading' } as const;

export const sectionUnmarked = defineRule<Section>({
	id: 'section-unmarked',
	summary: 'Sections have headings: a bold line or a label is none for outlines, links and readers’ tools.',
	severity: 'warning',
	fixKind: 'safe',
	fixAllTitle: 'Make all section titles headings',
	since: '0.1.0',

	*check({ doc }) {
		for (const section of unmarkedSections(doc)) {
			const isRow = section.parent?.role === 'timeline' && section.marked === 'label';
			if (!isRow) yield section;
		}
	},
	describe(section, { doc }) {
		if (!section.title) {
			const first = section.blocks[0]!;
			return { span: first.kind === 'paragraph' ? first.lines[0]! : { start: first.span.start, end: first.span.start }, message: `Unexpected opening text without a heading, expected \`${'#'.repeat(section.level)} ${openingTitle(doc)}\`` };
		}
		return { span: section.title.span, message: `Unexpected ${FORMS[section.marked]} as section title, expected \`${'#'.repeat(section.level)} ${section.title.text}\`` };
	},
	fixes: (section, { doc }) => [{ title: section.title ? `Make “${section.title.text}” a heading` : `Put the opening text under “${openingTitle(doc)}”`, edits: headingEdits(doc, section) }],
});
