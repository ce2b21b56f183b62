import type { Section } from '../postmortem/model';
import { lineEndingOf } from '../text/lines';
import { defineRule } from './rule';

interface Misplaced {
	readonly section: Section;
	/** The section that should stand before it, or `undefined` where it should be the first. */
	readonly after: Section | undefined;
	readonly before: Section;
}

export const sectionOutOfOrder = defineRule<Misplaced>({
	id: 'section-out-of-order',
	summary: 'Sections stand in the order of the template.',
	severity: 'information',
	fixKind: 'unsafe',
	since: '0.1.0',

	*check({ doc }) {
		const placed = doc.matches.filter((match) => !match.parent).flatMap((match, order) => match.sections.slice(0, 1).map((section) => ({ section, order })));
		const inText = [...placed].sort((a, b) => a.section.span.start - b.section.span.start);
		const stay = longestRising(inText.map(({ order }) => order));
		for (const [index, { section, order }] of inText.entries()) {
			if (stay.has(index)) continue;
			const staying = inText.filter((_, at) => stay.has(at));
			const after = staying.findLast((each) => each.order < order)?.section;
			const before = staying.find((each) => each.order > order)?.section ?? staying[0]!.section;
			if (inText.every((each) => each.section === section || each.section.span.end <= section.span.start || each.section.span.start >= section.span.end)) yield { section, after, before };
		}
	},
	describe: ({ section, after, before }) => ({
		span: section.title?.span ?? section.heading,
		message: `Unexpected place of section \`${section.title?.text ?? ''}\`, expected it ${after ? `after \`${after.title?.text ?? 'the opening'}\`` : `before \`${before.title?.text ?? ''}\``}`,
		related: [{ span: (after ?? before).title?.span ?? (after ?? before).heading, message: after ? 'It belongs behind this section' : 'It belongs before this section' }],
	}),
	fixes({ section, after, before }, { doc }) {
		const at = after ? after.span.end : before.span.start;
		const lineEnding = lineEndingOf(doc.text);
		const moved = doc.text.slice(section.span.start, section.span.end).trimEnd();
		const lead = /[\r\n]$/.test(doc.text.slice(0, at)) || at === 0 ? '' : lineEnding;
		const blank = after && !/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(doc.text.slice(0, at)) ? lineEnding : '';
		return [{
			title: after ? `Move section behind “${after.title?.text ?? 'the opening'}”` : `Move section before “${before.title?.text ?? ''}”`,
			edits: [
				{ span: { start: at, end: at }, newText: lead + blank + moved + lineEnding + (at < doc.text.length ? lineEnding : '') },
				{ span: section.span, newText: '' },
			],
		}];
	},
});

/** Indexes of a longest strictly rising subsequence: those that can stay where they are. */
function longestRising(values: readonly number[]): ReadonlySet<number> {
	const length = values.map(() => 1);
	const previous = values.map(() => -1);
	for (let at = 0; at < values.length; at++) {
		for (let below = 0; below < at; below++) {
			if (values[below]! < values[at]! && length[below]! + 1 > length[at]!) {
				length[at] = length[below]! + 1;
				previous[at] = below;
			}
		}
	}
	const kept = new Set<number>();
	for (let at = length.indexOf(Math.max(0, ...length)); at >= 0; at = previous[at]!) kept.add(at);
	return kept;
}
