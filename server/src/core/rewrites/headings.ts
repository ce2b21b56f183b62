/** Lines that do the work of a heading to headings: bold lines, labels, labelled list items, headings that Markdown does not see. */
import type { Postmortem, Section } from '../postmortem/model';
import type { SpanEdit } from '../text/edit';
import { lineEndingOf } from '../text/lines';
import { touches, type TextSpan } from '../text/span';
import type { Rewrite } from './rewrite';

export const headings: Rewrite = {
	kind: 'headings',
	offers(doc, selection) {
		const unmarked = unmarkedSections(doc);
		const here = unmarked.filter((section) => touches(doc.lines.fullLines(section.heading), selection));
		const offers = here.map((section) => ({ kind: 'headings' as const, title: `Make “${section.title?.text ?? openingTitle(doc)}” a heading`, edits: headingEdits(doc, section) }));
		if (here.length > 0 && unmarked.length > 1) offers.push({ kind: 'headings', title: `Make all ${unmarked.length} section titles headings`, edits: unmarked.flatMap((section) => headingEdits(doc, section)) });
		return offers;
	},
};

/** Sections that a reader sees and Markdown does not. */
export function unmarkedSections(doc: Postmortem): readonly Section[] {
	return doc.sections.filter((section) => section.marked !== 'atx' && section.marked !== 'setext');
}

/** The name that an opening text without a heading gets: that of the template's summary. */
export function openingTitle(doc: Postmortem): string {
	return doc.template.template.sections.find((spec) => spec.role === 'summary')?.title ?? 'Summary';
}

export function headingEdits(doc: Postmortem, section: Section): readonly SpanEdit[] {
	const { text, lines } = doc;
	const lineEnding = lineEndingOf(text);
	const marks = '#'.repeat(section.level);
	if (!section.title) return [{ span: { start: section.heading.start, end: section.heading.start }, newText: `${marks} ${openingTitle(doc)}${lineEnding}${lineEnding}` }];
	const title = text.slice(section.title.span.start, section.title.span.end).replace(/\s*[:：]\s*$/, '');
	const line = lines.line(lines.lineAt(section.heading.start));
	const lead = text.slice(line.start, section.heading.start);
	const bullet = /^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+)/.exec(text.slice(line.start, section.heading.end));
	const start = /^\s*$/.test(lead) || bullet ? line.start : section.heading.start;
	const rest = /^[ \t]*/.exec(text.slice(section.heading.end, line.end))![0].length + section.heading.end;
	const edits: SpanEdit[] = [{ span: { start, end: rest }, newText: blankBefore(text, start, lineEnding) + `${marks} ${title}` + behind(text, rest, line, lineEnding) }];
	if (bullet && section.marked === 'label') edits.push(...dedentEdits(doc, section, bullet[0].length));
	return edits;
}

function blankBefore(text: string, start: number, lineEnding: string): string {
	if (start === 0 || /(?:^|\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(text.slice(0, start))) return '';
	return /[\r\n]$/.test(text.slice(0, start)) ? lineEnding : lineEnding + lineEnding;
}

/** A blank line below the heading, and what followed the label on its line as a paragraph. */
function behind(text: string, rest: number, line: TextSpan, lineEnding: string): string {
	if (rest < line.end) return lineEnding + lineEnding;
	return /^(?:\r\n|\n|\r)[ \t]*(?:\S)/.test(text.slice(line.end, line.end + 400)) ? lineEnding : '';
}

/** What was nested in a list item stands in the section's body now. */
function dedentEdits(doc: Postmortem, section: Section, columns: number): SpanEdit[] {
	const { text, lines } = doc;
	const last = section.blocks.at(-1);
	if (!last) return [];
	const edits: SpanEdit[] = [];
	for (let index = lines.lineAt(section.heading.end) + 1; index <= lines.lineAt(last.span.end); index++) {
		const { start, end } = lines.line(index);
		const indent = /^[ \t]*/.exec(text.slice(start, end))![0];
		if (indent === '') continue;
		edits.push({ span: { start, end: start + Math.min(indent.length, indent.startsWith('\t') ? 1 : columns) }, newText: '' });
	}
	return edits;
}
