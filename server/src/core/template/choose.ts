/** Which template a document follows: what it says itself, what the config says, what it resembles, the default. */
import type { Part } from '../markdown/recall';
import { oncePer } from '../text/once';
import type { Section, SectionMatch, TemplateChoice } from '../postmortem/model';
import type { Written } from '../text/span';
import { resolvePath, folderOf } from '../text/path';
import { SectionKeys } from './headings';
import { matchTemplate } from './match';
import type { Template } from './template';

/** What a document gets that resembles no template. */
export const DEFAULT_TEMPLATE = 'minimal';

/** Least score at which a document counts as following a template. */
const LEAST_SCORE = 0.3;

export interface ChoiceInput {
	/** `template:` of the front matter. */
	readonly named: Written | undefined;
	/** What the config says for this document. */
	readonly configured: string | undefined;
	/** By name or by path relative to the folder of the config. */
	readonly templates: ReadonlyMap<string, Template>;
	/** The document's path, relative to the same folder. */
	readonly path: string;
	readonly sections: readonly Section[];
}

/** The choice, and how the sections fill the template. */
export interface TemplateReading {
	readonly choice: TemplateChoice;
	readonly matches: readonly SectionMatch[];
}

/** A choice without places: sections by their number. */
interface KeptChoice {
	readonly choice: Omit<TemplateChoice, 'unknown'>;
	readonly isUnknown: boolean;
	readonly matches: readonly { readonly spec: SectionMatch['spec']; readonly parent: number; readonly filled: readonly number[] }[];
}

/** By the outline of the document: those of an archive have few. */
const choicesFrom = oncePer<ReadonlyMap<string, Template>, Map<string, KeptChoice>>(() => new Map());
const MOST_OUTLINES = 100;

/** @param places of the sections among all. */
function choiceFor(input: ChoiceInput, places: ReadonlyMap<Section, number>): KeptChoice {
	const { named, configured, templates, path, sections } = input;
	const outline = JSON.stringify([named?.text, configured, named && folderOf(path), ...sections.map(({ title, role, level, parent }) => [title?.text, role, level, parent && places.get(parent)])]);
	const known = choicesFrom(templates);
	const kept = known.get(outline);
	if (kept) return kept;
	const { unknown, ...choice } = chooseTemplate(input);
	const { matches } = matchTemplate(choice.template, sections);
	const made = { choice, isUnknown: unknown !== undefined, matches: matches.map(({ spec, parent, sections: filled }) => ({ spec, parent: parent ? matches.indexOf(parent) : -1, filled: filled.map((section) => places.get(section)!) })) };
	if (known.size >= MOST_OUTLINES) known.clear();
	known.set(outline, made);
	return made;
}

/** As {@link chooseTemplate}; kept as long as the sections have the same titles, roles and levels, wherever they stand. */
export function readTemplate(part: Part, input: ChoiceInput): TemplateReading {
	const { named, configured, templates, path, sections } = input;
	const places = new Map(sections.map((section, index) => [section, index]));
	const key = [named?.text, configured, templates, path, ...sections.flatMap((section) => [section.title?.text, section.role, section.level, section.parent && places.get(section.parent)])];
	const kept = part.fact('template', key, () => choiceFor(input, places));
	const matches: SectionMatch[] = [];
	for (const { spec, parent, filled } of kept.matches) matches.push({ spec, parent: matches[parent], sections: filled.map((index) => sections[index]!) });
	return { choice: { ...kept.choice, unknown: kept.isUnknown ? named : undefined }, matches };
}

/** @throws RangeError where there is no template at all: that is a fault of the caller. */
export function chooseTemplate({ named, configured, templates, path, sections }: ChoiceInput): TemplateChoice {
	const keys = new SectionKeys(sections);
	const byDocument = named && lookUp(templates, named.text, folderOf(path));
	if (byDocument) return { template: byDocument, from: 'document', score: matchTemplate(byDocument, sections, keys).score, unknown: undefined };
	const unknown = named && named.text !== '' ? named : undefined;
	const byConfig = configured === undefined ? undefined : lookUp(templates, configured, '');
	if (byConfig) return { template: byConfig, from: 'config', score: matchTemplate(byConfig, sections, keys).score, unknown };

	let best: { template: Template; score: number } | undefined;
	for (const template of templates.values()) {
		const { score } = matchTemplate(template, sections, keys);
		if (!best || score > best.score) best = { template, score };
	}
	if (!best) throw new RangeError('no templates to choose from');
	if (best.score >= LEAST_SCORE) return { ...best, from: 'match', unknown };
	const template = templates.get(DEFAULT_TEMPLATE) ?? best.template;
	return { template, from: 'default', score: matchTemplate(template, sections, keys).score, unknown };
}

function lookUp(templates: ReadonlyMap<string, Template>, name: string, folder: string): Template | undefined {
	const path = resolvePath(folder, name);
	return templates.get(name) ?? (path === undefined ? undefined : templates.get(path)) ?? [...templates.values()].find((template) => template.name === name);
}
