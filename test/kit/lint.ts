/** Lints a text with the built-in templates, as a host without a config file would on a fixed day. */
import { DEFAULT_CONFIG } from '../../server/src/core/config/load';
import type { Postmortem } from '../../server/src/core/postmortem/model';
import { readPostmortem } from '../../server/src/core/postmortem/read';
import type { AnyRule, Finding } from '../../server/src/core/rules/rule';
import { runRules } from '../../server/src/core/rules/run';
import { builtinTemplates } from '../../server/src/core/template/builtin';
import type { Config } from '../../server/src/core/config/config';

const TEMPLATES = builtinTemplates();
const NOW = Date.UTC(2024, 4, 6, 9);

export function read(text: string, config: Config = DEFAULT_CONFIG): Postmortem {
	return readPostmortem(text, { path: 'docs/postmortems/x.md', config, templates: TEMPLATES, now: NOW, decided: 'postmortem' });
}

/** A rule that throws fails the test. */
export function lint(text: string, rules?: readonly AnyRule[], config: Config = DEFAULT_CONFIG): readonly Finding[] {
	return lintDocument(read(text, config), rules, config);
}

export function lintDocument(doc: Postmortem, rules?: readonly AnyRule[], config: Config = DEFAULT_CONFIG): readonly Finding[] {
	return runRules(doc, config, { ...(rules ? { rules } : {}), onCrash: (_rule, error) => { throw error; } });
}
