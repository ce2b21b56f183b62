/** Every key of a template file. The loader's check, the JSON Schema and the reference page come from here. */
import { SECTION_ROLES } from '../postmortem/roles';
import type { ListSchema, RecordSchema, ReferenceSchema, Value } from '../schema/schema';
import { COLUMN_ROLES } from './columns';

const value = {
	type: 'record',
	doc: 'An allowed value; a lone text is its `value`.',
	short: 'value',
	required: ['value'],
	keys: {
		value: { type: 'text', doc: 'As it is written into a document.', example: 'SEV1' },
		meaning: { type: 'text', default: '', doc: 'Shown beside the value in completions.', example: 'All users are down' },
		aliases: { type: 'list', single: true, of: { type: 'text', doc: 'Another spelling.' }, doc: 'Other spellings that count as this value. Case and punctuation never matter: `Sev-1` is `SEV1` without an alias.', example: '[P1, critical]' },
	},
} as const satisfies RecordSchema;

const values = { type: 'list', of: value, doc: 'Allowed values, the first ones first in completions; anything goes where there are none.' } as const satisfies ListSchema;

const columns = {
	type: 'list',
	doc: 'Columns of the table, from left to right. A lone text is the `title`.',
	of: {
		type: 'record',
		doc: 'One column.',
		short: 'title',
		required: ['title'],
		keys: {
			title: { type: 'text', doc: 'The header cell.', example: 'Due' },
			role: { type: 'text', values: COLUMN_ROLES, doc: 'What the column holds; read from the title where it is not given.', example: 'due' },
		},
	},
} as const satisfies ListSchema;

const subsections: ReferenceSchema = { type: 'reference', name: 'sections', to: () => SECTIONS, doc: 'Sections that stand below this one.' };

export const SECTION = {
	type: 'record',
	doc: 'One section; a lone text is its `title`.',
	keyNoun: 'section key',
	short: 'title',
	required: ['title'],
	keys: {
		title: { type: 'text', doc: 'The heading.', example: 'Root cause' },
		role: { type: 'text', values: SECTION_ROLES, doc: 'What the section is for. A section of a document with the same role fills this one, whatever its heading says.', example: 'root-cause' },
		aliases: { type: 'list', single: true, of: { type: 'text', doc: 'A heading.' }, doc: 'Other headings that fill this section, compared without case, numbering, emoji and punctuation.', example: '[Why it happened]' },
		required: { type: 'flag', default: false, doc: 'Whether a document without this section is at fault.' },
		hint: { type: 'text', default: '', doc: 'What to write here: the placeholder in a new document.', example: 'What let this happen?' },
		content: { type: 'text', values: ['prose', 'timeline', 'actions', 'list', 'fields'], doc: 'What a new document gets here: text, the timeline table, the action table, a bullet list or the list of fields. Read from the role where it is not given.', example: 'prose' },
		sections: subsections,
	},
} as const satisfies RecordSchema;

const SECTIONS = { type: 'list', of: SECTION, doc: 'The sections of a document, in the order they should stand.' } as const satisfies ListSchema;

const field = {
	type: 'record',
	doc: 'One field; a lone text is its `name`.',
	keyNoun: 'field key',
	short: 'name',
	required: ['name'],
	keys: {
		name: { type: 'text', doc: 'The field, in lower case: `severity`, `status`, `date`, `owner`, `duration` or one of your own.', example: 'severity' },
		title: { type: 'text', doc: 'As a new document writes it; the name with a capital where it is not given.', example: 'Severity' },
		required: { type: 'flag', default: false, doc: 'Whether a document that says it nowhere is at fault.' },
		values: values,
	},
} as const satisfies RecordSchema;

export const TEMPLATE = {
	type: 'record',
	doc: 'A template: which sections, fields and tables a postmortem has.',
	keys: {
		name: { type: 'text', doc: 'The name that `template:` uses; the file name without its ending where it is not given.', example: 'team' },
		title: { type: 'text', doc: 'As people see it in a list of templates.', example: 'Team postmortem' },
		description: { type: 'text', default: '', doc: 'One sentence on when to use it.' },
		fields: { type: 'list', of: field, doc: 'What a document states about itself as `Name: value`.' },
		sections: SECTIONS,
		timeline: {
			type: 'record',
			doc: 'The timeline table.',
			keys: {
				columns,
				gapMinutes: { type: 'number', default: 60, minimum: 1, doc: 'Longest silence between two rows before a hint, in minutes.' },
			},
		},
		actions: {
			type: 'record',
			doc: 'The table of action items.',
			keys: {
				columns,
				statuses: values,
				priorities: values,
			},
		},
	},
} as const satisfies RecordSchema;

export type TemplateFile = Value<typeof TEMPLATE>;
export type SectionFile = Value<typeof SECTION>;
