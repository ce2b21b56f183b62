/** Every key of `.postmortem.yaml`. The loader's check, the JSON Schema and the reference page come from here. */
import type { TableWidths } from '../markdown/table-print';
import type { OptionSpec, RuleSeverity } from '../rules/rule';
import type { KeySchemas, ListSchema, RecordSchema, Schema, Value } from '../schema/schema';

/** The options of every rule, by rule id. */
export type RuleOptions = ReadonlyMap<string, Readonly<Record<string, OptionSpec>>>;

export const DEFAULT_TABLES = 'aligned' satisfies TableWidths;
export const DEFAULT_NEW_FILE = 'docs/postmortems/{date}-{slug}.md';

const globs = (doc: string, example: string) => ({ type: 'list', single: true, of: { type: 'text', noun: 'a glob', neverNumber: true, doc: 'A glob: `*`, `**`, `?`, `{a,b}`.' }, doc, example }) as const satisfies ListSchema;

const person = {
	type: 'record',
	doc: 'A person; a lone text is the name: `Ana Ruiz`, `@ana`, `Ana Ruiz (@ana)` or `Ana Ruiz <ana@example.com>`.',
	keyNoun: 'person key',
	short: 'name',
	required: ['name'],
	keys: {
		name: { type: 'text', noun: 'a name', doc: 'As it is written into a document.', example: 'Ana Ruiz' },
		handle: { type: 'text', noun: 'a handle', doc: 'With or without `@`; quote it where it starts with one.', example: '"@ana"' },
		email: { type: 'text', noun: 'an email address', doc: 'Shown beside the name in completions.', example: 'ana@example.com' },
	},
} as const satisfies RecordSchema;

const templateByGlob = {
	type: 'record',
	doc: 'Documents and their template.',
	required: ['files', 'template'],
	keys: {
		files: globs('Globs of the documents.', '"security/**"'),
		template: { type: 'text', noun: 'a template name or path', doc: 'Name of a built-in template, or path of a template file relative to this one.', example: 'sre' },
	},
} as const satisfies RecordSchema;

const businessHours = {
	type: 'record',
	doc: 'When somebody is at work. A duration that is stated for support, business or working hours is computed from it, and other durations may count either all hours or these.',
	example: '{ days: [mon-fri], from: "10:00", to: "17:00", timeZone: Europe/London, holidays: [2024-12-25] }',
	keyNoun: 'business hours key',
	required: ['from', 'to'],
	keys: {
		days: { type: 'list', single: true, of: { type: 'text', noun: 'a day of the week', neverNumber: true, doc: 'A day of the week, or a range of them.' }, doc: 'Days of the week by their English names, or ranges of them; Monday to Friday where not given.', example: '[mon-thu, sat]' },
		from: { type: 'text', noun: 'a time of day', neverNumber: true, doc: 'When work begins. Hours that a document writes beside a duration count before these.', example: '"10:00"' },
		to: { type: 'text', noun: 'a time of day', neverNumber: true, doc: 'When work ends, on the same day.', example: '"17:00"' },
		timeZone: { type: 'text', noun: 'a zone', neverNumber: true, doc: 'The zone of these times; where not given, that of the times in the document.', example: 'Europe/London' },
		holidays: { type: 'list', single: true, of: { type: 'text', noun: 'a date', doc: 'A date, `YYYY-MM-DD`.' }, doc: 'Days off.', example: '[2024-12-25, 2024-12-26]' },
	},
} as const satisfies RecordSchema;

/** All keys but `rules`, whose keys are the rules' ids. */
const KEYS = {
	extends: { type: 'text', noun: 'a relative path', doc: 'Another config, relative to this one and inside the workspace, whose settings stand where this file says nothing. Rules and people are added up.', example: '../.postmortem.yaml' },
	files: globs('Documents that are postmortems, whatever they look like. Relative to this file.', '["docs/postmortems/**/*.md"]'),
	ignore: globs('Documents that are none, even where `files` names them.', '["**/drafts/**"]'),
	template: { type: 'text', noun: 'a template name or path', doc: 'The template of all documents that name none themselves: `atlassian`, `sre`, `full`, `outage`, `pagerduty`, `minimal` or the path of a template file. Where it is not given, each document has the template that it resembles most.', example: './team-template.yaml' },
	templates: { type: 'list', of: templateByGlob, doc: 'Templates for some documents; the first entry that fits counts.', example: '[{ files: "security/**", template: sre }]' },
	people: { type: 'list', of: person, doc: 'Those who may own action items: offered in completions; `action-owner-unknown` reports others.', example: '[Ana Ruiz, { name: Bo Li, handle: bo }]' },
	timeZone: { type: 'text', noun: 'a zone', neverNumber: true, doc: 'The zone of times that state none: an abbreviation, an offset or an IANA name.', example: 'Europe/Oslo' },
	displayTimeZones: { type: 'list', single: true, of: { type: 'text', noun: 'a zone', neverNumber: true, doc: 'A zone, as for `timeZone`.' }, doc: 'Zones that the people of the team live in: a hover over a time shows it in each, and timelines can be converted to them.', example: '[America/New_York, Europe/Oslo]' },
	businessHours,
	tables: { type: 'text', values: ['aligned', 'stable'], default: DEFAULT_TABLES, doc: 'How tables are written. `aligned` pads cells so that the columns stand below each other. `stable` leaves them as long as their text, so that a longer cell changes no other line: diffs stay small. Cells that are there keep their text and spaces where a column is added.', example: 'stable' },
	newFile: { type: 'text', default: DEFAULT_NEW_FILE, noun: 'a file name pattern', doc: 'Where a new postmortem is written. `{date}`, `{slug}` and `{template}` are filled in.', example: '"incidents/{date}-{slug}.md"' },
} as const satisfies KeySchemas;

const LEVELS = ['error', 'warning', 'information', 'hint', 'off'] as const satisfies readonly RuleSeverity[];
const level = { type: 'text', values: LEVELS, doc: 'How a finding is shown, or `off`; the rule’s own level where it is not given.', example: 'warning' } as const satisfies Schema;

export type ConfigFile = Value<{ readonly type: 'record'; readonly keys: typeof KEYS }> & { readonly rules: { readonly [id: string]: unknown } & { readonly keySpans: ReadonlyMap<string, unknown> } };

export function configSchema(rules: RuleOptions): RecordSchema {
	const keys: Record<string, Schema> = {};
	for (const [id, options] of rules) keys[id] = ruleSchema(options);
	return {
		type: 'record',
		doc: 'The project’s settings for Postmortem, in the folder whose documents they are for.',
		keys: { ...KEYS, rules: { type: 'record', keyNoun: 'rule', keys, doc: 'Level and options of each rule: `rule-id: level`, or a map with `severity` and the rule’s options.', example: '{ timeline-gap: off, section-empty: error }' } },
	};
}

function ruleSchema(options: Readonly<Record<string, OptionSpec>>): RecordSchema {
	const keys: Record<string, Schema> = { severity: level };
	for (const [name, option] of Object.entries(options)) keys[name] = optionSchema(option);
	return { type: 'record', short: 'severity', keyNoun: 'option', doc: 'A level, or a map with `severity` and options.', keys };
}

function optionSchema(option: OptionSpec): Schema {
	switch (option.type) {
		case 'number':
			return { type: 'number', minimum: option.minimum, doc: option.doc };
		case 'boolean':
			return { type: 'flag', doc: option.doc };
		case 'strings':
			return { type: 'list', single: true, of: { type: 'text', doc: 'A text.' }, doc: option.doc };
	}
}
