/** `.postmortem.yaml` to a config, with all that it extends. Never throws; the caller reads the files. */
import type { TableWidths } from '../markdown/table-print';
import { readFile as readYamlFile } from '../schema/read';
import { nearest } from '../schema/nearest';
import type { Problem } from '../schema/schema';
import { BUILTIN_DATA } from '../template/builtin';
import type { RuleSeverity } from '../rules/rule';
import { zoneTarget } from '../time/zone-target';
import { meaningOfZone } from '../time/zones';
import { folderOf, relativePath, resolvePath } from '../text/path';
import type { TextSpan } from '../text/span';
import { readBusinessHours } from './business-hours';
import type { Config, Person, RuleSetting, TemplateByGlob } from './config';
import { personOf } from './people';
import { configSchema, DEFAULT_NEW_FILE, DEFAULT_TABLES } from './schema';
import type { ConfigFile, RuleOptions } from './schema';

export const CONFIG_NAMES = ['.postmortem.yaml', '.postmortem.yml'] as const;

export const DEFAULT_CONFIG: Config = { uri: undefined, files: [], ignore: [], template: undefined, templates: [], rules: new Map(), people: [], timeZone: undefined, displayTimeZones: [], businessHours: undefined, tables: DEFAULT_TABLES, newFile: DEFAULT_NEW_FILE };

/** Longest chain of `extends`. */
const LONGEST_CHAIN = 10;

export interface ConfigSource {
	/** Path from the workspace folder, with `/`. */
	readonly path: string;
	readonly uri: string;
	readonly text: string;
}

export interface LoadedConfig {
	readonly config: Config;
	readonly problems: readonly FileProblem[];
	/** Every file that was read or looked for, from the workspace folder: a change in one of them calls for loading again. */
	readonly paths: readonly string[];
	/** The template files that the config names. */
	readonly templateFiles: readonly TemplateFileReference[];
}

export interface FileProblem extends Problem {
	/** The file at fault, from the workspace folder. */
	readonly path: string;
}

export interface TemplateFileReference {
	/** As in `Config.template`: relative to the folder of the config. */
	readonly name: string;
	/** From the workspace folder. */
	readonly path: string;
	/** Where it is named, for a problem where it cannot be read. */
	readonly namedIn: string;
	readonly span: TextSpan;
}

/** One file's own settings: `undefined` and empty where it says nothing. */
interface Layer {
	readonly settings: Omit<Config, 'uri' | 'tables' | 'newFile'> & { readonly tables: TableWidths | undefined; readonly newFile: string | undefined };
	readonly templateFiles: readonly TemplateFileReference[];
	readonly extended: { readonly written: string; readonly span: TextSpan } | undefined;
	readonly problems: readonly FileProblem[];
}

/**
 * @param readFile the text of a file by its path from the workspace folder, or `undefined` where there is none. It must
 *   not follow a link out of the workspace.
 */
export async function loadConfig(source: ConfigSource, rules: RuleOptions, readFile: (path: string) => Promise<string | undefined>): Promise<LoadedConfig> {
	const home = folderOf(source.path);
	const layers: Layer[] = [];
	const problems: FileProblem[] = [];
	const paths = [source.path];
	let current: { path: string; text: string } | undefined = source;
	while (current) {
		const { path, text }: { path: string; text: string } = current;
		const layer = readLayer(path, text, home, rules);
		layers.push(layer);
		problems.push(...layer.problems);
		current = undefined;
		if (!layer.extended) break;
		const { written, span } = layer.extended;
		const next = resolvePath(folderOf(path), written);
		const fault = next === undefined ? `Unexpected path \`${written}\`, expected a relative path inside the workspace`
			: paths.includes(next) ? `Unexpected \`${written}\`, expected a config that does not extend this one`
			: layers.length > LONGEST_CHAIN ? `Unexpected chain of more than ${LONGEST_CHAIN} configs, expected a shorter one`
			: undefined;
		const inherited = fault === undefined ? await readFile(next!) : undefined;
		if (next !== undefined && !paths.includes(next)) paths.push(next);
		if (fault !== undefined || inherited === undefined) problems.push({ path, span, message: fault ?? `Unexpected path \`${written}\`, expected a file that exists` });
		else current = { path: next!, text: inherited };
	}
	return { config: merged(source.uri, layers.map((layer) => layer.settings)), problems, paths, templateFiles: layers.flatMap((layer) => layer.templateFiles) };
}

function readLayer(path: string, text: string, home: string, rules: RuleOptions): Layer {
	const { value, problems } = readYamlFile(text, configSchema(rules));
	const file = value as unknown as ConfigFile;
	const found: Problem[] = [...problems];
	const templateFiles: TemplateFileReference[] = [];
	const names = Object.keys(BUILTIN_DATA);

	const templateName = (written: string, span: TextSpan): string | undefined => {
		if (!/[/\\]|\.ya?ml$/i.test(written)) {
			if (names.includes(written)) return written;
			const close = nearest(written, names);
			found.push({ span, message: `Unexpected template \`${written}\`, expected ${close ? `\`${close}\`` : `one of ${names.map((name) => `\`${name}\``).join(', ')} or the path of a template file`}` });
			return undefined;
		}
		const target = resolvePath(folderOf(path), written);
		if (target === undefined) {
			found.push({ span, message: `Unexpected path \`${written}\`, expected a relative path inside the workspace` });
			return undefined;
		}
		const name = relativePath(home, target);
		templateFiles.push({ name, path: target, namedIn: path, span });
		return name;
	};
	const template = file.template === undefined ? undefined : templateName(file.template, file.valueSpans.get('template')!);
	const templates = file.templates.flatMap((entry): TemplateByGlob[] => {
		const name = templateName(entry.template, entry.valueSpans.get('template')!);
		return name === undefined ? [] : [{ files: entry.files, template: name }];
	});
	const timeZone = file.timeZone === undefined || meaningOfZone(file.timeZone) ? file.timeZone : undefined;
	const zoneSpan = file.valueSpans.get('timeZone');
	const isOneLine = zoneSpan !== undefined && !/[\r\n]/.test(text.slice(zoneSpan.start, zoneSpan.end)); // else a quote was left open, which is said already
	if (timeZone !== file.timeZone && isOneLine) found.push({ span: zoneSpan, message: `Unexpected zone \`${file.timeZone}\`, expected one such as \`UTC\`, \`+02:00\` or \`Europe/Oslo\`` });
	const businessHours = file.businessHours && readBusinessHours(file.businessHours, found);
	const displayTimeZones = file.displayTimeZones.filter((zone) => {
		if (zoneTarget(zone)) return true;
		const within = file.valueSpans.get('displayTimeZones')!;
		const start = text.indexOf(zone, within.start);
		const span = start >= 0 && start + zone.length <= within.end ? { start, end: start + zone.length } : within;
		found.push({ span, message: `Unexpected zone \`${zone}\`, expected one such as \`UTC\`, \`+02:00\` or \`Europe/Oslo\`` });
		return false;
	});
	return {
		settings: { files: file.files, ignore: file.ignore, template, templates, rules: ruleSettings(file, rules), people: file.people.map(toPerson), timeZone, displayTimeZones, businessHours, tables: file.keySpans.has('tables') ? (file.tables as TableWidths) : undefined, newFile: file.keySpans.has('newFile') ? file.newFile : undefined },
		templateFiles,
		extended: file.extends === undefined ? undefined : { written: file.extends, span: file.valueSpans.get('extends')! },
		problems: found.map((problem) => ({ ...problem, path })),
	};
}

function toPerson({ name, handle, email }: ConfigFile['people'][number]): Person {
	const person = personOf(name);
	return { name: person.name, handle: handle?.replace(/^@/, '') ?? person.handle, email: email ?? person.email };
}

function ruleSettings(file: ConfigFile, rules: RuleOptions): ReadonlyMap<string, RuleSetting> {
	const settings = new Map<string, RuleSetting>();
	for (const [id, specs] of rules) {
		if (!file.rules.keySpans.has(id)) continue;
		const written = file.rules[id] as { readonly [option: string]: unknown; readonly valueSpans: ReadonlyMap<string, TextSpan> } | undefined;
		if (!written) continue;
		const options = Object.entries(written).filter(([name, value]) => Object.hasOwn(specs, name) && written.valueSpans.has(name) && value !== undefined);
		settings.set(id, { severity: written.severity as RuleSeverity | undefined, options: Object.fromEntries(options) });
	}
	return settings;
}

/** The nearer file wins; rules, people and templates by glob add up. */
function merged(uri: string, layers: readonly Layer['settings'][]): Config {
	const first = <K extends 'template' | 'timeZone' | 'businessHours' | 'tables' | 'newFile'>(key: K) => layers.find((layer) => layer[key] !== undefined)?.[key];
	const list = (key: 'files' | 'ignore' | 'displayTimeZones') => layers.find((layer) => layer[key].length > 0)?.[key] ?? [];
	const rules = new Map<string, RuleSetting>();
	for (const layer of layers) {
		for (const [id, outer] of layer.rules) {
			const nearer = rules.get(id);
			rules.set(id, nearer ? { severity: nearer.severity ?? outer.severity, options: { ...outer.options, ...nearer.options } } : outer);
		}
	}
	const people = new Map<string, Person>();
	for (const person of layers.flatMap((layer) => layer.people)) if (!people.has(person.name)) people.set(person.name, person);
	return {
		uri,
		files: list('files'),
		ignore: list('ignore'),
		template: first('template'),
		templates: layers.flatMap((layer) => layer.templates),
		rules,
		people: [...people.values()],
		timeZone: first('timeZone'),
		displayTimeZones: list('displayTimeZones'),
		businessHours: first('businessHours'),
		tables: first('tables') ?? DEFAULT_TABLES,
		newFile: first('newFile') ?? DEFAULT_NEW_FILE,
	};
}
