import type { Section } from '../postmortem/model';
import { defineRule } from './rule';

export const sectionDuplicate = defineRule<{ readonly section: Section; readonly first: Section; readonly title: string }>({
	id: 'section-duplicate',
	summary: 'Each section of the template is filled once.',
	severity: 'warning',
	fixKind: 'none',
	since: '0.1.0',

	*check({ doc }) {
		for (const match of doc.matches) {
			const [first, ...others] = match.sections;
			for (const section of others) yield { section, first: first!, title: match.spec.title };
		}
	},
	describe: ({ section, first, title }) => ({
		span: section.title?.span ?? section.heading,
		message: `Unexpected second section for \`${title}\`, expected one`,
		related: [{ span: first.title?.span ?? first.heading, message: 'The first one is here' }],
	}),
});
