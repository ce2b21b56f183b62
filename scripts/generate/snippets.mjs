// snippets/postmortem.json: the parts that are written by hand, and a whole document for each built-in template.
import { readFileSync } from 'node:fs';
import { importTypeScript } from './import-typescript.mjs';

const TODAY = '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE';
const NOW = '$CURRENT_HOUR:$CURRENT_MINUTE';
const ZONES = ['UTC', 'CET', 'CEST', 'GMT', 'BST', 'EST', 'EDT', 'CST', 'CDT', 'MST', 'MDT', 'PST', 'PDT', 'JST', 'IST'];

export async function generate() {
	const [{ builtinTemplates }, { documentParts }] = await Promise.all([importTypeScript('server/src/core/template/builtin.ts'), importTypeScript('server/src/core/features/new-document.ts')]);
	const documents = Object.fromEntries([...builtinTemplates().values()].map((template) => [
		`New postmortem: ${template.title}`,
		{ prefix: [`pm-new-${template.name}`], description: template.description, isFileTemplate: true, body: [...snippetOf(documentParts(template)).trimEnd().split('\n'), '$0'] },
	]));
	const parts = JSON.parse(readFileSync('snippets/parts.json', 'utf8'));
	return [{ path: 'snippets/postmortem.json', content: `${JSON.stringify({ ...documents, ...parts }, null, '\t')}\n` }];
}

/** The document with a tab stop in each hole. */
function snippetOf(parts) {
	let last = 0;
	return parts.map((part) => (typeof part === 'string' ? escape(part, /[\\$]/g) : tabStop(part, ++last))).join('');
}

function tabStop({ asks, hint, values, column }, number) {
	const choices = asks === 'zone' ? ZONES : values;
	if (choices.length > 0) return `\${${number}|${choices.map((value) => escape(value, /[\\,|]/g)).join(',')}|}`;
	if (asks === 'date' || column?.role === 'date' || column?.role === 'due') return `\${${number}:${TODAY}}`;
	if (column?.role === 'time') return `\${${number}:${NOW}}`;
	return `${column?.role === 'owner' ? '@' : ''}\${${number}:${escape(hint, /[\\$}]/g)}}`;
}

function escape(text, special) {
	return text.replace(special, '\\$&');
}
