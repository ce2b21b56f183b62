/** The one public door of the core: text in, plain data out. Never throws on any text. */
import type { DocumentContext } from './context';
import type { Postmortem } from './postmortem/model';
import type { Rewrite, RewriteOffer } from './rewrites/rewrite';
import type { Finding } from './rules/rule';
import type { TextSpan } from './text/span';

export interface Service {
	read(text: string, context: DocumentContext): Postmortem;
	/** All findings, in document order; none where the document is no postmortem. */
	lint(doc: Postmortem, context: DocumentContext): readonly Finding[];
	rewrites(doc: Postmortem, selection: TextSpan, only?: Rewrite['kind']): readonly RewriteOffer[];
}
