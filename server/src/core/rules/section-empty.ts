import type { Section, SectionMatch } from '../postmortem/model';
import { lineEndingOf } from '../text/lines';
import { templateLine } from './places';
import { defineRule } from './rule';

export const sectionEmpty = defineRule<{ readonly section: Section; readonly match: SectionMatch }>({
	id: 'section-empty',
	summary: 'A required section says something.',
	severity: 'warning',
	fixKind: 'unsafe',
	since: '0.1.0',

	*check({ doc }) {
		for (const match of doc.matches) {
			if (!match.spec.required) continue;
			for (const section of match.sections) {
				const body = doc.text.slice(section.body.start, section.body.end).replace(/<!--[^]*?-->/g, '').replace(/^\s*(?:[-*_]\s*){3,}$/gm, '');
				if (body.trim() === '' && section.children.length === 0) yield { section, match };
			}
		}
	},
	describe: ({ section, match }, { doc }) => ({
		span: section.title?.span ?? section.heading,
		message: `Unexpected empty section \`${section.title?.text ?? match.spec.title}\`, expected ${match.spec.content === 'timeline' ? 'timeline rows' : match.spec.content === 'actions' ? 'action items' : 'text'}`,
		related: templateLine(doc, match.spec.source, 'The template requires it'),
	}),
	fixes({ section, match }, { doc }) {
		if (!match.spec.hint) return [];
		const lineEnding = lineEndingOf(doc.text);
		const at = section.heading.end;
		return [{ title: 'Insert what the template says to write here', edits: [{ span: { start: at, end: at }, newText: `${lineEnding}${lineEnding}_${match.spec.hint}_` }] }];
	},
});
