/** The templates that the tool brings along. */
import atlassian from './builtin/atlassian.yaml';
import full from './builtin/full.yaml';
import minimal from './builtin/minimal.yaml';
import outage from './builtin/outage.yaml';
import pagerduty from './builtin/pagerduty.yaml';
import sre from './builtin/sre.yaml';
import { loadTemplate } from './load';
import type { Template } from './template';

/** In the order in which they are offered. */
export const BUILTIN_SOURCES: Readonly<Record<string, string>> = { atlassian, sre, full, outage, pagerduty, minimal };

/** Parses all of them: keep the result. */
export function builtinTemplates(): ReadonlyMap<string, Template> {
	return new Map(Object.entries(BUILTIN_SOURCES).map(([name, source]) => [name, loadTemplate(source, name, undefined).template]));
}
