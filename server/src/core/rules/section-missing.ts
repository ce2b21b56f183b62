import type { SectionMatch } from '../postmortem/model';
import page from './section-missing.md';
import { defineRule } from './rule';
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
		const { uri, name } = doc.template.template;
		const follows = neighbour?.side === 'behind' ? neighbour.section : match.parent?.sections[0];
		return {
			span: follows && follows.heading.end > follows.heading.start ? firstLine(doc, follows.heading) : titleSpan(doc),
			message: `Unexpected lack of a section ${quoted(match.spec.title)}, expected it ${follows?.title ? `after ${quoted(follows.title.text)}` : `as template ${quoted(name)} has it`}`,
			...(uri && match.spec.source ? { related: [{ span: match.spec.source, message: 'The template asks for it here', uri }] } : {}),
		};
	},
	fixes: (match, { doc }) => [{ title: `Insert section ${quoted(match.spec.title)}`, edits: [insertSection(doc, match)] }],
});
