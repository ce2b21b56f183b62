/** A template file to a template. Never throws: what cannot be used keeps its default and becomes a problem. */
import { roleOf } from '../postmortem/roleOf';
import type { SectionRole } from '../postmortem/roles';
import { readData, readFile } from '../schema/read';
import type { Problem } from '../schema/schema';
import { columnRoleOf } from './columns';
import { comparedHeadings } from './headings';
import { TEMPLATE } from './schema';
import type { SectionFile, TemplateFile } from './schema';
import type { FieldSpec, SectionSpec, TableColumnSpec, Template, ValueSpec } from './template';

export interface LoadedTemplate {
	readonly template: Template;
	readonly problems: readonly Problem[];
}

const TIMELINE_COLUMNS: readonly TableColumnSpec[] = [
	{ title: 'Time', role: 'time' },
	{ title: 'Event', role: 'event' },
];

const ACTION_COLUMNS: readonly TableColumnSpec[] = [
	{ title: 'Action', role: 'action' },
	{ title: 'Owner', role: 'owner' },
	{ title: 'Due', role: 'due' },
	{ title: 'Status', role: 'status' },
];

/** @param fallbackName the template's name where the file gives none: its file name without the ending. */
export function loadTemplate(text: string, fallbackName: string, uri: string): LoadedTemplate {
	const { value, problems } = readFile(text, TEMPLATE);
	return { template: templateOf(value, fallbackName, uri), problems: [...problems, ...withoutSections(value, text)] };
}

/** A built-in template, from what its file says. */
export function loadBuiltIn(data: unknown, name: string): LoadedTemplate {
	const { value, problems } = readData(data, TEMPLATE);
	return { template: templateOf(value, name, undefined), problems };
}

function templateOf(value: TemplateFile, fallbackName: string, uri: string | undefined): Template {
	const name = value.name ?? fallbackName;
	const own = uri !== undefined;
	return {
		name,
		title: value.title ?? capitalized(name),
		description: value.description,
		uri,
		sections: sectionSpecs(value.sections, own),
		fields: value.fields.map((field) => fieldSpec(field, own)),
		timeline: { columns: columnSpecs(value.timeline?.columns, TIMELINE_COLUMNS), gapMinutes: value.timeline?.gapMinutes ?? 60 },
		actions: {
			columns: columnSpecs(value.actions?.columns, ACTION_COLUMNS),
			statuses: (value.actions?.statuses ?? []).map(valueSpec),
			priorities: (value.actions?.priorities ?? []).map(valueSpec),
		},
	};
}

function withoutSections(file: TemplateFile, text: string): readonly Problem[] {
	if (file.keySpans.has('sections') || text.trim() === '') return [];
	return [{ span: { start: 0, end: 0 }, message: 'Unexpected template without `sections`, expected a list of sections' }];
}

/** A section that names no role has the one that its title tells, unless another section has it. */
function sectionSpecs(sections: readonly SectionFile[], own: boolean): readonly SectionSpec[] {
	const taken = new Set<string>();
	walk(sections, (section) => section.role !== undefined && taken.add(section.role));
	const told = new Map<SectionFile, SectionRole>();
	walk(sections, (section) => {
		const role = section.role === undefined ? roleOf(section.title) : undefined;
		if (role && !taken.has(role)) told.set(section, role);
		if (role) taken.add(role);
	});
	return sections.map((section) => sectionSpec(section, own, told));
}

function walk(sections: readonly SectionFile[], visit: (section: SectionFile) => void): void {
	for (const section of sections) {
		visit(section);
		walk(section.sections as readonly SectionFile[], visit);
	}
}

function sectionSpec(section: SectionFile, own: boolean, told: ReadonlyMap<SectionFile, SectionRole>): SectionSpec {
	const role = (section.role as SectionRole | undefined) ?? told.get(section);
	return {
		title: section.title,
		role,
		aliases: section.aliases,
		required: section.required,
		hint: section.hint.trim(),
		content: (section.content as SectionSpec['content'] | undefined) ?? (role === 'timeline' || role === 'actions' ? role : role === 'metadata' ? 'fields' : 'prose'),
		sections: (section.sections as readonly SectionFile[]).map((inner) => sectionSpec(inner, own, told)),
		source: own ? (section.valueSpans.get('title') ?? section.source) : undefined,
		compared: comparedHeadings(section.title, section.aliases),
	};
}

function fieldSpec(field: TemplateFile['fields'][number], own: boolean): FieldSpec {
	const name = field.name.toLowerCase();
	return { name, title: field.title ?? capitalized(name), required: field.required, values: field.values.map(valueSpec), source: own ? (field.valueSpans.get('name') ?? field.source) : undefined };
}

function valueSpec({ value, meaning, aliases }: TemplateFile['fields'][number]['values'][number]): ValueSpec {
	return { value, meaning, aliases };
}

function columnSpecs(columns: readonly { readonly title: string; readonly role: string | undefined }[] | undefined, standard: readonly TableColumnSpec[]): readonly TableColumnSpec[] {
	if (!columns || columns.length === 0) return standard;
	return columns.map(({ title, role }) => ({ title, role: (role as TableColumnSpec['role'] | undefined) ?? columnRoleOf(title) }));
}

function capitalized(name: string): string {
	return name.charAt(0).toUpperCase() + name.slice(1);
}
