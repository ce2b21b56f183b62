import type { SectionMatch } from '../postmortem/model';
import { insertSectionEdits } from '../rewrites/insert-sections';
import { anchorFor, templateLine } from './places';
import { defineRule } from './rule';

export const sectionMissing = defineRule<SectionMatch>({
	id: 'section-missing',
	summary: 'Every section that the template requires is there.',
	severity: 'error',
	fixKind: 'safe',
	fixAllTitle: 'Insert all missing sections',
	since: '0.1.0',

	*check({ doc }) {
		for (const match of doc.matches) {
			if (match.spec.required && match.sections.length === 0 && (!match.parent || match.parent.sections.length > 0)) yield match;
		}
	},
	describe(match, { doc }) {
		const { span, follows } = anchorFor(doc, match);
		return {
			span,
			message: `Unexpected absence of section \`${match.spec.title}\`, expected it ${follows ? `after \`${follows}\`` : `as template \`${doc.template.template.name}\` requires`}`,
			related: templateLine(doc, match.spec.source, `Template \`${doc.template.template.name}\` requires it here`),
		};
	},
	fixes: (match, { doc }) => [{ title: `Insert section “${match.spec.title}”`, edits: insertSectionEdits(doc, [match]) }],
});
