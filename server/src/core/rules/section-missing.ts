import type { SectionMatch } from '../postmortem/model';
import { headingEdits } from '../rewrites/heading-edits';
import { isUnmarked } from '../rewrites/unmarked-sections';
import page from './section-missing.md';
import { defineRule } from './rule';
import { isFollowed } from './support/certainty';
import { firstLine, titleSpan } from './support/place';
import { insertSection, neighbourOf } from './support/section-text';
import { quoted } from './support/wording';

export const sectionMissing = defineRule<SectionMatch>({
	id: 'section-missing',
	summary: 'Every section that the template requires is there.',
	page,
	severity: 'error',
	fixKind: 'unsafe',
	fixAllTitle: 'Insert all {count} missing sections',
	since: '0.1.0',

	*check({ doc }) {
		for (const match of doc.matches) {
			if (!match.spec.required || match.sections.length > 0) continue;
			if (match.parent && match.parent.sections.length === 0) continue; // comes with its parent
			yield match;
		}
	},
	describe(match, { doc }) {
		const neighbour = neighbourOf(doc, match);
		const { uri } = doc.template.template;
		const follows = neighbour?.side === 'behind' ? neighbour.section : match.parent?.sections[0];
		const place = follows?.title ? (neighbour?.side === 'behind' ? ` after ${quoted(follows.title.text)}` : ` in ${quoted(follows.title.text)}`) : neighbour?.section.title ? ` before ${quoted(neighbour.section.title.text)}` : '';
		return {
			span: follows && follows.heading.end > follows.heading.start ? firstLine(doc, follows.heading) : titleSpan(doc),
			message: `Unexpected document without a section ${quoted(match.spec.title)}, expected it${place || ' as in the template'}`,
			// A template that was guessed from a few headings asks, it does not demand.
			...(isFollowed(doc, 0.4) ? {} : { severity: 'information' as const }),
			...(uri && match.spec.source ? { related: [{ span: match.spec.source, message: 'The template asks for it here', uri }] } : {}),
		};
	},
	fixes(match, { doc }) {
		// Labels behind a real heading would be read as parts of the new section, so they become headings too.
		const labels = doc.matches.some(({ sections }) => sections.some(isUnmarked)) ? headingEdits(doc, doc.sections.filter(isUnmarked)) : [];
		return [{ title: `Insert section ${quoted(match.spec.title)}${labels.length > 0 ? ', and turn the labels into headings' : ''}`, edits: [...labels, insertSection(doc, match)] }];
	},
});
