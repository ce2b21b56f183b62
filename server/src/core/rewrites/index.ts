/** All rewrites, in the order in which a menu shows them. */
import type { Postmortem } from '../postmortem/model';
import type { TextSpan } from '../text/span';
import { actionsToTable } from './actions-to-table';
import { headings } from './headings';
import type { Rewrite, RewriteKind, RewriteOffer } from './rewrite';
import { sortTimeline } from './sort-timeline';
import { timelineToTable } from './timeline-to-table';

export const REWRITES: readonly Rewrite[] = [timelineToTable, actionsToTable, headings, sortTimeline];

/** What can be rewritten where the selection touches; of one kind alone with `only`. None in a document that is no postmortem. */
export function rewritesAt(doc: Postmortem, selection: TextSpan, only?: RewriteKind): readonly RewriteOffer[] {
	if (!doc.verdict.isPostmortem) return [];
	return REWRITES.filter(({ kind }) => only === undefined || kind === only).flatMap((rewrite) => rewrite.offers(doc, selection));
}
