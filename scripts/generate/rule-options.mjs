import { existsSync } from 'node:fs';
import { importTypeScript } from './import-typescript.mjs';

const RULES = 'server/src/core/rules/index.ts';

/** The options of every rule, by rule id, in the order of the ids. */
export async function ruleOptions() {
	if (!existsSync(RULES)) return new Map();
	const rules = Object.values(await importTypeScript(RULES)).find(Array.isArray);
	return new Map(rules.map(({ id, options }) => [id, options]).sort(([a], [b]) => (a < b ? -1 : 1)));
}
