// docs/config.md and docs/template.md: one table row for each key, between the words that a person wrote.
import { importTypeScript } from './import-typescript.mjs';

export async function generate() {
	const { configSchema } = await importTypeScript('server/src/core/config/schema.ts');
	const { TEMPLATE } = await importTypeScript('server/src/core/template/schema.ts');
	return [
		{ path: 'docs/config.md', content: page(CONFIG_INTRO, tables(configSchema(new Map()), 'Keys'), CONFIG_END) },
		{ path: 'docs/template.md', content: page(TEMPLATE_INTRO, tables(TEMPLATE, 'Keys'), TEMPLATE_END) },
	];
}

const CONFIG_INTRO = `# The config file: \`.postmortem.yaml\`

The nearest \`.postmortem.yaml\` (or \`.postmortem.yml\`) from a document upwards counts, up to the workspace folder or the directory that holds \`.git\`. Without one, all is default. A fault in the file costs only the value at fault and is reported at its place as \`config-invalid\`.

\`\`\`yaml
files: docs/postmortems/**/*.md
template: sre
timeZone: Europe/Oslo
people:
  - Ana Ruiz
  - { name: Bo Li, handle: bo }
rules:
  action-without-due-date: off
  section-empty: error
\`\`\`
`;

const CONFIG_END = `Each rule's options stand on its own page in [rules](rules/). Editors that read JSON Schema complete and check the file with \`schemas/postmortem-config.schema.json\`.
`;

const TEMPLATE_INTRO = `# Template files

A template says which sections, fields and tables a postmortem has. A document names it in its front matter (\`template: ./team-template.yaml\`, relative to the document), or the [config](config.md) names it for all documents or for some. Faults are reported at their place as \`template-invalid\`.

\`\`\`yaml
name: team
title: Team postmortem
fields:
  - { name: date, required: true }
  - name: severity
    values:
      - { value: SEV1, meaning: All users are down }
      - SEV2
sections:
  - { title: Summary, required: true, hint: What broke, for whom, for how long? }
  - { title: Timeline, required: true }
  - title: Lessons
    sections: [What went well, What went wrong]
  - { title: Action items, required: true }
timeline:
  columns: [Time, Event]
actions:
  columns: [Action, Owner, Due]
\`\`\`
`.replace('hint: What broke, for whom, for how long? }', 'hint: "What broke, for whom, for how long?" }');

const TEMPLATE_END = `Editors that read JSON Schema complete and check the file with \`schemas/postmortem-template.schema.json\`.
`;

function page(intro, body, end) {
	return `${intro}\n${body}\n${end}`;
}

/** One table for each record, the outer one first. */
function tables(schema, title, done = new Set()) {
	const rows = Object.entries(schema.keys).map(([key, each]) => `| \`${key}\`${schema.required?.includes(key) ? ' (required)' : ''} | ${kindOf(each)} | ${defaultOf(each)} | ${cell(each.doc)}${each.example ? `<br>Example: \`${cell(each.example)}\`` : ''} |`);
	const own = `## ${title}\n\n${title === 'Keys' ? '' : `${schema.doc}\n\n`}| Key | Type | Default | Meaning |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
	const inner = Object.entries(schema.keys).flatMap(([key, each]) => {
		const record = each.type === 'list' ? each.of : each;
		if (record.type !== 'record' || Object.keys(record.keys).length === 0 || done.has(record)) return [];
		done.add(record);
		return [tables(record, title === 'Keys' ? `\`${key}\`` : `${title.slice(0, -1)}.${key}\``, done)];
	});
	return [own, ...inner].join('\n');
}

function kindOf(schema) {
	switch (schema.type) {
		case 'text':
			return schema.values ? schema.values.map((value) => `\`${value}\``).join(', ') : (schema.noun ?? 'text').replace(/^an? /, '');
		case 'number':
			return `whole number, at least ${schema.minimum}`;
		case 'flag':
			return '`true`, `false`';
		case 'list':
			return `list${schema.single ? ', or one' : ''}`;
		case 'record':
			return 'map';
		case 'reference':
			return 'list';
		default:
			throw new Error(`Unexpected schema of type ${schema.type}`);
	}
}

function defaultOf({ default: value }) {
	return value === undefined || value === '' ? '' : `\`${value}\``;
}

function cell(text) {
	return text.replaceAll('|', '\\|');
}
