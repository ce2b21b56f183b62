import type { Config } from '../../server/src/core/config/config';
import { DEFAULT_CONFIG } from '../../server/src/core/config/load';
import { readPostmortem } from '../../server/src/core/postmortem/read';
import type { Postmortem } from '../../server/src/core/postmortem/model';
import { builtinTemplates } from '../../server/src/core/template/builtin';

const templates = builtinTemplates();

/** The model of a text that counts as a postmortem, on 1 June 2024, with the named built-in template. */
export function readDocument(text: string, template?: string, more: Partial<Config> = {}): Postmortem {
	return readPostmortem(text, {
		path: 'postmortems/incident.md', templates, now: Date.UTC(2024, 5, 1), decided: 'postmortem',
		config: { ...DEFAULT_CONFIG, template, ...more },
	});
}
