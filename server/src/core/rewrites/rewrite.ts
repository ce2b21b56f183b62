/** How a rewrite is declared: a pure function from the model to minimal edits. One rewrite, one file. */
import type { Postmortem } from '../postmortem/model';
import type { SpanEdit } from '../text/edit';
import type { TextSpan } from '../text/span';

export const REWRITE_KINDS = ['timelineToTable', 'actionsToTable', 'fieldsToTable', 'listToTable', 'tableToList', 'headings', 'sortTimeline', 'timeZone', 'convertDocument'] as const;
export type RewriteKind = (typeof REWRITE_KINDS)[number];

export interface Rewrite {
	readonly kind: RewriteKind;
	/**
	 * What can be rewritten where the selection (a cursor is an empty span) touches. Nothing where it would change
	 * nothing. A rewrite keeps every word, number, link, inline code and emphasis.
	 */
	offers(doc: Postmortem, selection: TextSpan): readonly RewriteOffer[];
}

export interface RewriteOffer {
	/** As a person reads it in the lightbulb menu: `Convert timeline to table`. */
	readonly title: string;
	readonly kind: RewriteKind;
	/** The template that a document is converted to, by its name; only where the kind is `convertDocument`. */
	readonly template?: string;
	/** Costly ones are made when they are asked for. */
	readonly edits: readonly SpanEdit[];
}
