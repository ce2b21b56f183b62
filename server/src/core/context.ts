/** All that a document's meaning depends on besides its text. */
import type { Config } from './config/config';
import type { Template } from './template/template';
import type { EpochMs } from './time/moment';

export interface DocumentContext {
	/** Path with `/`, relative to the folder of the config or the workspace where there is one: `docs/postmortems/x.md`. */
	readonly path: string;
	readonly config: Config;
	/** The built-in templates and those the config or the document names, by name or relative path. */
	readonly templates: ReadonlyMap<string, Template>;
	readonly now: EpochMs;
	/** The IANA zone of the person who looks at the document; absent where nobody does, or it is not known. */
	readonly viewerZone?: string;
	/** A person's decision, which outranks every sign. */
	readonly decided?: 'postmortem' | 'none';
}
