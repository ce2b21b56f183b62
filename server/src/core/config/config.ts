/** What `.postmortem.yaml` says, after loading: plain data, defaults filled in. */
import type { TableWidths } from '../markdown/table-print';
import type { RuleSeverity } from '../rules/rule';
import type { BusinessHours } from '../time/business-hours';

export interface Config {
	/** The file it was loaded from as a URI, or `undefined` where there is none and all is default. */
	readonly uri: string | undefined;
	/** Globs of the documents that are postmortems, relative to the config file; empty where not stated. */
	readonly files: readonly string[];
	/** Globs of the documents that are none. */
	readonly ignore: readonly string[];
	/**
	 * The template for all documents that no entry of `templates` names another for: a name, or the path of a template
	 * file relative to the folder of the config.
	 */
	readonly template: string | undefined;
	readonly templates: readonly TemplateByGlob[];
	readonly rules: ReadonlyMap<string, RuleSetting>;
	/** Those who may own actions. */
	readonly people: readonly Person[];
	/** The zone of times that state none: an abbreviation, an offset or an IANA name. */
	readonly timeZone: string | undefined;
	/** When somebody is at work: what "during support hours" counts. */
	readonly businessHours: BusinessHours | undefined;
	/** Zones that times are shown in besides, and timelines converted to; each one that means one zone. Empty where not stated. */
	readonly displayTimeZones: readonly string[];
	/** How tables are printed. */
	readonly tables: TableWidths;
	readonly newFile: string;
}

export interface TemplateByGlob {
	readonly files: readonly string[];
	readonly template: string;
}

export interface RuleSetting {
	readonly severity: RuleSeverity | undefined;
	/** Only what is written; the rule's own defaults stand for the rest. */
	readonly options: Readonly<Record<string, unknown>>;
}

export interface Person {
	readonly name: string;
	/** Without `@`. */
	readonly handle: string | undefined;
	readonly email: string | undefined;
}
