/** Labels that become headings together: beside real headings a reader no longer takes some of them for sections. */
import { MarkdownParser } from '../markdown/parse';
import type { Postmortem, Section } from '../postmortem/model';
import { readSections } from '../postmortem/sections';
import { applyEdits } from '../text/edit';
import { LineIndex } from '../text/lines';
import { headingEdits } from './heading-edits';
import { unmarkedSections } from './unmarked-sections';

/** What becomes a heading may hide the next label; after so many rounds all labels are taken. */
const MOST_ROUNDS = 3;

/** The chosen sections, and those without a heading that would be none any more, or stand below another, once the chosen ones have theirs. */
export function headedTogether(doc: Postmortem, chosen: readonly Section[]): readonly Section[] {
	const unmarked = unmarkedSections(doc);
	let together = chosen;
	for (let round = 0; round < MOST_ROUNDS; round++) {
		const left = placesAfter(doc, together);
		const changed = unmarked.filter((section) => !together.includes(section) && !take(left, placeOf(section)));
		if (changed.length === 0) return together;
		together = [...together, ...changed];
	}
	return unmarked;
}

/** How many sections there are in each place once the chosen ones have headings, those not counted. */
function placesAfter(doc: Postmortem, chosen: readonly Section[]): Map<string, number> {
	const text = applyEdits(doc.text, headingEdits(doc, chosen));
	const { chunks } = new MarkdownParser().parse(text);
	const { sections } = readSections(text, new LineIndex(text), chunks);
	const counts = new Map<string, number>();
	for (const section of sections) counts.set(placeOf(section), (counts.get(placeOf(section)) ?? 0) + 1);
	for (const section of chosen) take(counts, placeOf(section));
	return counts;
}

function take(counts: Map<string, number>, place: string): boolean {
	const count = counts.get(place) ?? 0;
	counts.set(place, count - 1);
	return count > 0;
}

/** The title with those around it. */
function placeOf({ title, parent }: Section): string {
	const own = title?.text ?? '';
	return parent ? `${placeOf(parent)} / ${own}` : own;
}
