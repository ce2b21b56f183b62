import type { SectionMatch, Section, TemplateChoice } from '../postmortem/model';
import type { Written } from '../text/span';
import type { Template } from './template';
export function matchTemplate(_template: Template, _sections: readonly Section[]): { matches: readonly SectionMatch[]; score: number } { return { matches: [], score: 0 }; }
export function chooseTemplate(_name: Written | undefined, _configured: string | undefined, templates: ReadonlyMap<string, Template>, _sections: readonly Section[]): TemplateChoice {
	return { template: templates.values().next().value ?? { name: 'none', title: '', description: '', uri: undefined, sections: [], fields: [], timeline: { columns: [], gapMinutes: 60 }, actions: { columns: [], statuses: [], priorities: [] } }, from: 'default', score: 0, unknown: undefined };
}
