// snippets/postmortem.json: the parts that are written by hand, and a whole document for each built-in template.
import { readFileSync } from 'node:fs';
import { importTypeScript } from './import-typescript.mjs';

const TODAY = '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE';
const NOW = '$CURRENT_HOUR:$CURRENT_MINUTE';
const ZONES = ['UTC', 'CET', 'CEST', 'GMT', 'BST', 'EST', 'EDT', 'CST', 'CDT', 'MST', 'MDT', 'PST', 'PDT', 'JST', 'IST'];
const NAMES_A_ZONE = /\b(?:UTC|GMT)\b/;

export async function generate() {
	const { builtinTemplates } = await importTypeScript('server/src/core/template/builtin.ts');
	const documents = Object.fromEntries([...builtinTemplates().values()].map((template) => [
		`New postmortem: ${template.title}`,
		{ prefix: [`pm-new-${template.name}`], description: template.description, isFileTemplate: true, body: documentLines(template) },
	]));
	const parts = JSON.parse(readFileSync('snippets/parts.json', 'utf8'));
	return [{ path: 'snippets/postmortem.json', content: `${JSON.stringify({ ...documents, ...parts }, null, '\t')}\n` }];
}

/** The lines of a document with a tab stop wherever a person has to write. */
function documentLines(template) {
	const stops = new TabStops();
	const factsHaveSection = template.sections.some(({ content, role }) => content === 'fields' && role === 'metadata');
	const lines = [`# Postmortem: ${stops.fill('What happened, in a few words')}`];
	if (!factsHaveSection) lines.push('', ...factLines());
	for (const section of template.sections) if (section.required) lines.push('', ...sectionLines(section, 2));
	return [...lines, '$0'];

	function factLines() {
		return template.fields.filter(({ required, name }) => required || ['severity', 'status'].includes(name)).map(({ title, name, values }) => {
			if (values.length > 0) return `- **${title}**: ${stops.choose(values.map(({ value }) => value))}`;
			return `- **${title}**: ${stops.fill(name === 'date' ? TODAY : title, name === 'date')}`;
		});
	}

	function sectionLines({ title, hint, content, role, sections }, level) {
		const lines = [`${'#'.repeat(level)} ${title}`];
		const inner = sections.filter((each) => each.required || each.content === 'actions');
		if (content === 'fields' && role === 'metadata') lines.push('', ...factLines());
		else if (content === 'timeline') lines.push('', ...timelineLines());
		else if (content === 'actions') {
			if (!inner.some((each) => each.content === 'actions')) lines.push('', ...table(template.actions.columns, actionCell));
		} else if (content === 'list') lines.push('', `- ${stops.fill(hint)}`);
		else if (inner.length === 0) lines.push('', stops.fill(hint));
		for (const each of inner) lines.push('', ...sectionLines(each, level + 1));
		return lines;
	}

	function timelineLines() {
		const zoned = template.timeline.columns.some(({ title }) => NAMES_A_ZONE.test(title));
		return [...(zoned ? [] : [`All times are ${stops.choose(ZONES)}.`, '']), ...table(template.timeline.columns, timelineCell)];
	}

	function timelineCell({ role, title }) {
		if (role === 'time') return stops.fill(NOW, true);
		return role === 'date' ? stops.fill(TODAY, true) : stops.fill(role === 'event' ? 'What happened' : title);
	}

	function actionCell({ role, title }) {
		const { statuses, priorities } = template.actions;
		if (role === 'status' && statuses.length > 0) return stops.choose(statuses.map(({ value }) => value));
		if (role === 'priority' && priorities.length > 0) return stops.choose(priorities.map(({ value }) => value));
		if (role === 'due') return stops.fill(TODAY, true);
		return role === 'owner' ? `@${stops.fill('name')}` : stops.fill(role === 'action' ? 'What will be changed' : title);
	}

	function table(columns, cell) {
		return [row(columns.map(({ title }) => title)), row(columns.map(() => '---')), row(columns.map(cell))];
	}
}

function row(cells) {
	return `| ${cells.join(' | ')} |`;
}

/** Numbers tab stops in the order in which they are asked for. */
class TabStops {
	#last = 0;

	/** @param isVariable whether the text is made of snippet variables, which stay as they are. */
	fill(text, isVariable = false) {
		return `\${${++this.#last}:${isVariable ? text : text.trim().replace(/\s+/g, ' ').replace(/[\\$}]/g, '\\$&')}}`;
	}

	choose(values) {
		return `\${${++this.#last}|${values.map((value) => value.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
	}
}
