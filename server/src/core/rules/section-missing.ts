import type { Postmortem, SectionMatch } from '../postmortem/model';
import { headingEdits } from '../rewrites/heading-edits';
import { keptTemplate } from '../rewrites/name-template';
import { hintsOf, missingSections } from '../rewrites/new-section';
import { closeEnd } from '../rewrites/open-end';
import { isOpening, isUnmarked } from '../rewrites/unmarked-sections';
import type { SpanEdit } from '../text/edit';
import { oncePer } from '../text/once';
import page from './section-missing.md';
import { defineRule } from './rule';
import { isFollowed } from './support/certainty';
import { insertSection, neighbourOf } from './support/insert-section';
import { firstLine, titleSpan } from './support/place';
import { quoted } from './support/wording';

export const sectionMissing = defineRule<SectionMatch>({
	id: 'section-missing',
	summary: 'Every section that the template requires is there.',
	page,
	severity: 'error',
	fixKind: 'unsafe',
	fixAllTitle: 'Insert all {count} missing sections',
	since: '0.1.0',

	check: ({ doc }) => missingSections(doc),
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
		const labels = labelEdits(doc);
		const edits = [...labels, ...insertedApart(doc, match)];
		return [{
			title: `Insert section ${quoted(match.spec.title)}${labels.length > 0 ? ', and turn the labels into headings' : ''}`,
			placeholders: hintsOf(doc, match.spec),
			get edits() {
				const named = keptTemplate(doc, edits) ?? keptWithAll(doc);
				return named ? [named, ...edits] : edits;
			},
		}];
	},
});

/** Beside a real heading labels would be read as parts of the new section, and so would an opening text that has none. */
function labelEdits(doc: Postmortem): SpanEdit[] {
	const matched = doc.matches.flatMap(({ sections }) => sections);
	if (!matched.some((section) => isUnmarked(section) || isOpening(section))) return [];
	return headingEdits(doc, doc.sections.filter((section) => isUnmarked(section) || (isOpening(section) && matched.includes(section)))).map((edit) => replacing(doc.text, edit));
}

/** The section, behind what had to be closed. */
function insertedApart(doc: Postmortem, match: SectionMatch): SpanEdit[] {
	const section = insertSection(doc, match);
	const end = closeEnd(doc);
	return end && section.span.start >= end.span.start ? [end, section] : [section];
}

/** A template that was guessed is named where the document, with all its sections, would come to resemble another one more. */
const keptWithAll = oncePer((doc: Postmortem) => keptTemplate(doc, [...labelEdits(doc), ...missingSections(doc).flatMap((match) => insertedApart(doc, match))]));

/** An insertion takes the character behind it along: those of several fixes are told to be one, and what is put before it stays before it. */
function replacing(text: string, { span, newText }: SpanEdit): SpanEdit {
	return span.start < span.end ? { span, newText } : { span: { start: span.start, end: span.start + 1 }, newText: newText + text.charAt(span.start) };
}
