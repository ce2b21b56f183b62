/** Bold lines, `Label:` lines and `- **Label:**` items that do the work of headings, turned into headings; and a heading for two parts made two. */
import type { Section } from '../postmortem/model';
import { touches } from '../text/span';
import { headedTogether } from './headed-together';
import { headingEdits } from './heading-edits';
import type { Rewrite, RewriteOffer } from './rewrite';
import { splitOffers } from './split-section';
import { isOpening, isUnmarked, openingTitle, unmarkedSections } from './unmarked-sections';

export const headings: Rewrite = {
	kind: 'headings',
	offers(doc, selection) {
		const unmarked = unmarkedSections(doc).filter(isUnmarked);
		const opening = doc.sections.find(isOpening);
		const all = opening ? [opening, ...unmarked] : unmarked;
		const offers: RewriteOffer[] = [];
		const offer = (title: string, sections: readonly Section[]) => offers.push({ title, kind: 'headings', edits: headingEdits(doc, sections) });
		const here = unmarked.filter((section) => touches(section.heading, selection));
		const together = here.length > 0 ? headedTogether(doc, here) : [];
		if (together.length > 0 && together.length < all.length) {
			const [first] = here;
			offer(together.length === 1 ? `Turn \`${first!.title!.text}\` into a heading` : here.length === 1 ? `Turn \`${first!.title!.text}\` and what stands beside it into headings` : 'Turn these lines into headings', together);
		}
		if (opening && touches(doc.lines.fullLines(opening.heading), selection)) offer(`Put the heading \`${openingTitle(doc)}\` above the opening text`, headedTogether(doc, [opening]));
		if (here.length > 0 || (unmarked.length > 0 && unmarked.some((section) => touches(section.span, selection)))) offer(all.length === 1 ? `Turn \`${all[0]!.title!.text}\` into a heading` : 'Turn all unmarked section titles into headings', all);
		offers.push(...splitOffers(doc, selection));
		return offers.filter(({ edits }) => edits.length > 0);
	},
};
