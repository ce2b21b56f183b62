/** The one public door of the core: text in, plain data out. Never throws on any text. */
import type { Config } from './config/config';
import type { Postmortem } from './postmortem/model';
import type { Rewrite, RewriteOffer } from './rewrites/rewrite';
import type { Finding } from './rules/rule';
import type { Template } from './template/template';
import type { TextSpan } from './text/span';
import type { EpochMs } from './time/moment';

/** All that a document's meaning depends on besides its text. */
export interface DocumentContext {
	/** Path with `/`, relative to the folder of the config or the workspace where there is one: `docs/postmortems/x.md`. */
	readonly path: string;
	readonly config: Config;
	/** The built-in templates and those the config or the document names, by name or relative path. */
	readonly templates: ReadonlyMap<string, Template>;
	readonly now: EpochMs;
	/** A person's decision, which outranks every sign. */
	readonly decided?: 'postmortem' | 'none';
}

export interface Service {
	read(text: string, context: DocumentContext): Postmortem;
	/** All findings, in document order; none where the document is no postmortem. */
	lint(doc: Postmortem, context: DocumentContext): readonly Finding[];
	rewrites(doc: Postmortem, selection: TextSpan, only?: Rewrite['kind']): readonly RewriteOffer[];
}
