// The header of each rule's page from its declaration, the pages in docs/rules, and their index.
import { importTypeScript } from './import-typescript.mjs';

const FOLDER = 'server/src/core/rules';
const HEADER = /<!-- metadata -->\n[\s\S]*?<!-- \/metadata -->/;

/** The pages with fresh headers, their copies in docs/rules and the index. */
export async function generate() {
	const { RULES } = await importTypeScript(`${FOLDER}/index.ts`);
	const pages = RULES.map((rule) => ({ rule, page: rule.page().replace(HEADER, () => header(rule)) }));
	return [
		...pages.map(({ rule, page }) => ({ path: `${FOLDER}/${rule.id}.md`, content: page })),
		...pages.map(({ rule, page }) => ({ path: `docs/rules/${rule.id}.md`, content: page.replace(/<!-- \/?metadata -->\n/g, '').replace(/^```md (?:wrong|right).*$/gm, '```md') })),
		{ path: 'docs/rules/README.md', content: index(RULES) },
	];
}

function header(rule) {
	const options = Object.entries(rule.options);
	const rows = [
		['Default level', `\`${rule.severity}\``],
		['Quick fix', { safe: 'yes, part of fix-all', unsafe: 'yes', none: 'no' }[rule.fixKind]],
		['Since', rule.since],
		...options.map(([name, spec]) => [`Option \`${name}\``, `${spec.doc} Default: \`${JSON.stringify(spec.default)}\`.`]),
	];
	return ['<!-- metadata -->', rule.summary, '', '| | |', '| --- | --- |', ...rows.map((row) => `| ${row.join(' | ')} |`), '', `In \`.postmortem.yaml\`: \`rules: { ${rule.id}: ${rule.severity} }\`; \`off\` turns it off. In a document: \`<!-- postmortem-disable-line ${rule.id} -->\`.`, '<!-- /metadata -->'].join('\n');
}

function index(rules) {
	const fixes = { safe: 'safe', unsafe: 'yes', none: '' };
	return ['# Rules', '', '| Rule | What it asks for | Level | Fix |', '| --- | --- | --- | --- |', ...rules.map((rule) => `| [${rule.id}](${rule.id}.md) | ${rule.summary} | ${rule.severity} | ${fixes[rule.fixKind]} |`), '', 'Safe fixes are part of fix-all; the others want a person\'s eye.', ''].join('\n');
}
