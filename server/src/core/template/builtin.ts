/** The templates that the tool brings along. */
import atlassian from './builtin/atlassian.yaml';
import full from './builtin/full.yaml';
import minimal from './builtin/minimal.yaml';
import outage from './builtin/outage.yaml';
import pagerduty from './builtin/pagerduty.yaml';
import sre from './builtin/sre.yaml';
import { loadBuiltIn } from './load';
import type { Template } from './template';

/** What their files say, in the order in which they are offered. */
export const BUILTIN_DATA: Readonly<Record<string, unknown>> = { atlassian, sre, full, outage, pagerduty, minimal };

/** Reads all of them: keep the result. */
export function builtinTemplates(): ReadonlyMap<string, Template> {
	return new Map(Object.entries(BUILTIN_DATA).map(([name, data]) => [name, loadBuiltIn(data, name).template]));
}
