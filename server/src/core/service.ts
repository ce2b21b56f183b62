/** The one public door of the core: text in, plain data out. Never throws on any text. */
import type { DocumentContext } from './context';
import { readInPart } from './markdown/blocks';
import { MarkdownParser, type ParseWork } from './markdown/parse';
import type { Postmortem } from './postmortem/model';
import { readPostmortem } from './postmortem/read';
import { REWRITES } from './rewrites';
import type { RewriteKind, RewriteOffer } from './rewrites/rewrite';
import type { Finding } from './rules/rule';
import { runRules, type RunOptions } from './rules/run';
import { changesAny } from './text/edit';
import type { TextSpan } from './text/span';

/** One document over its versions: what stays the same from one to the next is not read again. */
export class DocumentReader {
	readonly #parser = new MarkdownParser();

	read(text: string, context: DocumentContext): Postmortem {
		return readPostmortem(text, context, this.#parser);
	}

	/** What the last reading parsed. */
	get work(): ParseWork {
		return this.#parser.work;
	}
}

/** All findings, in document order; none where the document is no postmortem. */
export function lint(doc: Postmortem, context: DocumentContext, options?: RunOptions): readonly Finding[] {
	return runRules(doc, context.config, options);
}

/** The document converted to the template of that name; `undefined` where it cannot be. */
export { convertedText } from './rewrites/convert-document';

/** What a text from the clipboard can become where it is pasted. */
export { pasteOffers } from './features/paste';

/** A timeline in any zone, and the zones that are likely to be asked for. */
export { convertTimelines, timelinesAt, zonesToConvertTo, type ConversionRefusal } from './rewrites/time-zone';

/**
 * What can be rewritten where the selection (a cursor is an empty span) touches; who asks for a conversion alone means the
 * whole document. Nothing that would change a section whose end was not read.
 */
export function rewritesAt(doc: Postmortem, selection: TextSpan, only?: RewriteKind): readonly RewriteOffer[] {
	if (!doc.verdict.isPostmortem) return [];
	const where = only === 'convertDocument' ? { start: 0, end: doc.text.length } : selection;
	const offers = REWRITES.filter((rewrite) => only === undefined || rewrite.kind === only).flatMap((rewrite) => rewrite.offers(doc, where));
	const untouchable = readInPart(doc.chunks);
	return untouchable.length === 0 ? offers : offers.filter(({ edits }) => !changesAny(edits, untouchable));
}
