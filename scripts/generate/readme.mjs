// The README's tables of rules and settings, between their markers.
import { readFileSync } from 'node:fs';
import { importTypeScript } from './import-typescript.mjs';

export async function generate() {
	const [{ RULES }, { SETTINGS }] = await Promise.all([importTypeScript('server/src/core/rules/index.ts'), importTypeScript('server/src/lsp/settings.ts')]);
	const rules = table(['Rule', 'Says', 'Level', 'Fix'], RULES.map(({ id, summary, severity, fixKind }) => [`[${id}](docs/rules/${id}.md)`, summary, severity, FIXES[fixKind]]));
	const settings = table(['Setting', 'Default', 'What it does'], Object.entries(SETTINGS).map(([key, { default: value, doc, choices }]) => [
		`\`postmortem.${key}\``,
		value === '' ? '' : `\`${value}\``,
		[doc, ...(choices ?? []).map((choice) => `\`${choice.value}\`: ${choice.doc}`)].join(' '),
	]));
	const content = between(between(readFileSync('README.md', 'utf8'), 'rules', rules), 'settings', settings);
	return [{ path: 'README.md', content }];
}

const FIXES = { safe: 'yes, safe', unsafe: 'yes', none: '' };

function table(head, rows) {
	const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function between(text, name, content) {
	const start = `<!-- ${name}:start (generated) -->\n`;
	const end = `<!-- ${name}:end -->`;
	const from = text.indexOf(start) + start.length;
	const to = text.indexOf(end, from);
	if (from < start.length || to < 0) throw new Error(`README.md lacks the markers of ${name}`);
	return `${text.slice(0, from)}${content}\n${text.slice(to)}`;
}
