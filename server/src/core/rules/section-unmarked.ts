import type { Postmortem, Section } from '../postmortem/model';
import type { SpanEdit } from '../text/edit';
import { lineEndingOf } from '../text/lines';
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
	fixAllTitle: 'Turn all {count} labels into headings',
	since: '0.1.0',

	*check({ doc }) {
		for (const section of doc.sections) if (isUnmarked(doc, section)) yield section;
	},
	describe: (section, { doc }) => ({
		span: firstLine(doc, section.heading),
		message: `Unexpected ${section.marked === 'bold' ? 'bold line' : 'label'} ${quoted(section.title!.text)} in the place of a heading, expected ${quoted(headingLine(doc, section))}`,
	}),
	fixes: (section, { doc }) => headingEdits(doc, section).map((edits) => ({ title: `Turn into heading ${quoted(headingLine(doc, section))}`, edits })),
});

function isUnmarked(doc: Postmortem, section: Section): boolean {
	if (!section.title || section.marked === 'atx' || section.marked === 'setext' || doc.text[section.heading.start] === '<') return false;
	return section.role !== undefined || section.children.length > 0 || doc.matches.some((match) => match.sections.includes(section));
}

/** `## Title`, with the words as they are written. */
function headingLine(doc: Postmortem, section: Section): string {
	const title = doc.text.slice(section.heading.start, section.heading.end)
		.replace(/^\s*(?:[-*+•][ \t]+)?(?:\[[ xX]\][ \t]+)?\\?#*[ \t]*/, '')
		.replace(/^(?:\*{1,3}|_{1,3})/, '')
		.replace(/[\s*_:：]+$/, '');
	return `${'#'.repeat(section.level)} ${title}`;
}

/** One way to make the heading, or none where the label stands within a quote or behind other text. */
function headingEdits(doc: Postmortem, section: Section): readonly (readonly SpanEdit[])[] {
	const { text, lines } = doc;
	const at = lines.lineAt(section.heading.start);
	const line = lines.line(at);
	if (text.slice(line.start, section.heading.start).trim() !== '') return [];
	const eol = lineEndingOf(text);
	const isItem = /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(text.slice(section.heading.start, section.heading.end));
	const rest = text.slice(section.heading.end, line.end).trim();
	const startsLine = (index: number) => doc.sections.some((other) => other.heading.end > other.heading.start && lines.lineAt(other.heading.start) === index);
	const isBlank = (index: number) => index < 0 || index >= lines.count || text.slice(lines.line(index).start, lines.line(index).end).trim() === '';
	const head = [...(isBlank(at - 1) ? [] : ['']), headingLine(doc, section), ...(rest === '' ? [] : ['', rest])];
	if (!isBlank(at + 1) && !startsLine(at + 1) && !(rest !== '' && !isItem)) head.push('');
	const edits: SpanEdit[] = [{ span: line, newText: head.join(eol) }];
	if (isItem) edits.push(...dedent(doc, section, at));
	return [edits];
}

/** What was nested in the list item moves out by the item's own indentation. */
function dedent(doc: Postmortem, section: Section, headingAt: number): SpanEdit[] {
	const { text, lines } = doc;
	const width = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(text.slice(lines.line(headingAt).start, section.heading.end))?.[0].length ?? 0;
	const edits: SpanEdit[] = [];
	for (let index = headingAt + 1; index < lines.count && lines.line(index).start < section.body.end; index++) {
		const { start, end } = lines.line(index);
		const indent = /^[ \t]*/.exec(text.slice(start, end))![0].length;
		if (start + indent === end) continue;
		const cut = Math.min(indent, text[start] === '\t' ? 1 : width);
		if (cut > 0) edits.push({ span: { start, end: start + cut }, newText: '' });
	}
	return edits;
}
