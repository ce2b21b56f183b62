import type { Postmortem, Section } from '../postmortem/model';
import { isOpening, isUnmarked } from '../rewrites/unmarked-sections';
import type { SpanEdit } from '../text/edit';
import { lineEndingOf } from '../text/lines';
import page from './section-out-of-order.md';
import { defineRule } from './rule';
import { isFollowed } from './support/certainty';
import { endWithDays } from './support/insert-section';
import { keptInOrder } from './support/longest-run';
import { firstLine, withoutBlankEnd } from './support/place';
import { quoted } from './support/wording';

interface Misplaced {
	readonly section: Section;
	/** The section that the template has before it, or behind it. */
	readonly other: Section;
	readonly side: 'after' | 'before';
}

export const sectionOutOfOrder = defineRule<Misplaced>({
	id: 'section-out-of-order',
	summary: 'Sections stand in the order of the template.',
	page,
	severity: 'information',
	fixKind: 'unsafe',
	since: '0.1.0',

	*check({ doc }) {
		if (!isFollowed(doc, 0.8)) return;
		for (const parent of new Set(doc.matches.map((match) => match.parent))) {
			const filled = doc.matches.filter((match) => match.parent === parent).flatMap((match) => match.sections.slice(0, 1));
			const present = [...new Set(filled)].filter((section) => hasPlaceAmong(section, filled));
			const inTemplateOrder = present.map((section, rank) => ({ section, rank }));
			const inDocument = inTemplateOrder.toSorted((a, b) => a.section.span.start - b.section.span.start);
			const kept = new Set(keptInOrder(inDocument.map(({ rank }) => rank)).map((index) => inDocument[index]!));
			for (const each of inDocument) {
				if (kept.has(each)) continue;
				const before = inTemplateOrder.slice(0, each.rank).findLast((other) => kept.has(other));
				const behind = inTemplateOrder.slice(each.rank + 1).find((other) => kept.has(other));
				if (before && before.section.span.start > each.section.span.start) yield { section: each.section, other: before.section, side: 'after' };
				else if (behind) yield { section: each.section, other: behind.section, side: 'before' };
				else if (before) yield { section: each.section, other: before.section, side: 'after' };
			}
		}
	},
	describe: ({ section, other, side }, { doc }) => ({
		span: firstLine(doc, section.heading),
		message: `Unexpected place of section ${quoted(section.title?.text ?? '')}, expected it ${side} ${quoted(other.title?.text ?? '')}`,
		related: [{ span: firstLine(doc, other.heading), message: `The template has it ${side} this section` }],
	}),
	fixes: ({ section, other, side }, { doc }) => staysItself(doc, section, other) ? [{ title: `Move ${side} ${quoted(other.title?.text ?? '')}`, edits: moved(doc, section, other, side) }] : [],
});

/** A section of another level would come to stand in its neighbour, or hold what is behind it; so may a label beside headings. */
function staysItself(doc: Postmortem, section: Section, other: Section): boolean {
	if (section.level !== other.level) return false;
	return !isUnmarked(section) || doc.sections.every((each) => isUnmarked(each) || isOpening(each));
}

/** Sections that hold, or are held by, another one cannot be moved past it; nor can an opening text without a heading. */
function hasPlaceAmong(section: Section, others: readonly Section[]): boolean {
	return section.heading.end > section.heading.start && others.every((other) => other === section || other.span.end <= section.span.start || other.span.start >= section.span.end);
}

function moved(doc: Postmortem, section: Section, other: Section, side: 'after' | 'before'): readonly SpanEdit[] {
	const eol = lineEndingOf(doc.text);
	const body = withoutBlankEnd(doc.text, { start: section.span.start, end: endWithDays(doc, section) });
	const block = doc.text.slice(body.start, body.end);
	const leads = withoutBlankEnd(doc.text, { start: 0, end: section.span.start }).end;
	let next = body.end;
	while (next < doc.text.length && /\s/.test(doc.text[next]!)) next++;
	// With nothing before it the blank lines behind it go, else those before it.
	const cut = leads === 0 ? { start: body.start, end: doc.lines.line(doc.lines.lineAt(next)).start } : { start: leads, end: body.end };
	const target = side === 'after' ? withoutBlankEnd(doc.text, { start: other.span.start, end: endWithDays(doc, other) }).end : other.span.start;
	return [
		{ span: cut, newText: '' },
		{ span: { start: target, end: target }, newText: side === 'after' ? `${eol}${eol}${block}` : `${block}${eol}${eol}` },
	];
}
