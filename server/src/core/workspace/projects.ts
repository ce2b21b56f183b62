/** Which config and templates a document is under: found from the document upwards, loaded once, forgotten on change. */
import type { Config } from '../config/config';
import { CONFIG_NAMES, DEFAULT_CONFIG, loadConfig } from '../config/load';
import { RULES } from '../rules';
import type { Problem } from '../schema/schema';
import { builtinTemplates } from '../template/builtin';
import { loadTemplate } from '../template/load';
import type { Template } from '../template/template';
import type { Files, FolderEntry } from './files';
import { templateKey } from './template-key';
import { joinUri, nameOf, normalUri, parentUri, relativePath } from './uri';

/** A config or template file with what is wrong in it; `problems` may be empty. */
export interface CheckedFile {
	readonly uri: string;
	readonly text: string;
	readonly kind: 'config' | 'template';
	readonly problems: readonly Problem[];
}

/** All that a document's meaning depends on besides its text, the clock and a person's decision. */
export interface Project {
	readonly path: string;
	/** The folder that `path` counts from; `undefined` for a document that is in none. */
	readonly folder: string | undefined;
	readonly config: Config;
	readonly templates: ReadonlyMap<string, Template>;
	/** The config and template files that had a part in it. */
	readonly files: readonly CheckedFile[];
}

interface LoadedProject {
	readonly config: Config;
	readonly folder: string | undefined;
	readonly templates: ReadonlyMap<string, Template>;
	readonly files: readonly CheckedFile[];
}

interface Home {
	/** The config that counts, where there is one. */
	readonly configUri: string | undefined;
	/** The folder of the repository or workspace: no path in a config leads out of it. */
	readonly root: string | undefined;
}

export interface ProjectOptions {
	/** The folders that are open: the way up ends there. */
	folders(): readonly string[];
	/** A config that counts for all documents, wherever they are. */
	readonly configUri?: string;
	/** A template that outranks those of the config. */
	readonly template?: string;
}

export class Projects {
	#builtInRead: ReadonlyMap<string, Template> | undefined;
	readonly #ruleOptions = new Map(RULES.map((rule) => [rule.id, rule.options]));
	#bare: LoadedProject | undefined;
	readonly #homes = new Map<string, Promise<Home>>();
	readonly #lists = new Map<string, Promise<readonly FolderEntry[]>>();
	readonly #configs = new Map<string, Promise<LoadedProject>>();
	readonly #templates = new Map<string, Promise<{ template: Template; file: CheckedFile } | undefined>>();

	constructor(
		private readonly files: Files,
		private readonly options: ProjectOptions,
	) {}

	/** Read when the first document asks for them. */
	get #builtIn(): ReadonlyMap<string, Template> {
		return (this.#builtInRead ??= builtinTemplates());
	}

	/** The project of a document; never rejects. */
	async of(uri: string, text: string): Promise<Project> {
		const home = await this.#homeOf(uri);
		const loaded = home.configUri ? await this.#config(home.configUri) : this.#withoutConfig();
		const folder = loaded.folder ?? home.root;
		const own = await this.#ownTemplate(uri, text, loaded.templates);
		return {
			path: pathOf(uri, folder),
			folder,
			config: this.options.template === undefined ? loaded.config : { ...loaded.config, template: this.options.template, templates: [] },
			templates: own ? new Map([...loaded.templates, [own.name, own.template]]) : loaded.templates,
			files: own ? [...loaded.files, own.file] : loaded.files,
		};
	}

	/** Forgets what was found and loaded. */
	forget(): void {
		this.#homes.clear();
		this.#lists.clear();
		this.#configs.clear();
		this.#templates.clear();
	}

	/** That of all documents in one folder. */
	#homeOf(uri: string): Promise<Home> {
		return remembered(this.#homes, parentUri(uri) ?? uri, () => this.#home(uri));
	}

	async #home(uri: string): Promise<Home> {
		let configUri = this.options.configUri;
		const workspace = this.options.folders().map(normalUri).filter((folder) => relativePath(folder, uri) !== undefined).sort((a, b) => b.length - a.length)[0];
		for (let folder = parentUri(normalUri(uri)); folder !== undefined; folder = parentUri(folder)) {
			const entries = await remembered(this.#lists, folder, () => this.files.list(folder!));
			const name = CONFIG_NAMES.find((each) => entries.some((entry) => entry.name === each && !entry.isFolder));
			if (name) configUri ??= joinUri(folder, name);
			if (folder === workspace || entries.some((entry) => entry.name === '.git')) return { configUri, root: folder };
		}
		return { configUri, root: undefined };
	}

	#withoutConfig(): LoadedProject {
		return (this.#bare ??= { config: DEFAULT_CONFIG, folder: undefined, templates: this.#builtIn, files: [] });
	}

	#config(uri: string): Promise<LoadedProject> {
		return remembered(this.#configs, uri, async () => {
			const text = await this.files.read(uri);
			const folder = parentUri(uri);
			if (folder === undefined) return this.#withoutConfig();
			if (text === undefined) return { ...this.#withoutConfig(), files: [{ uri, text: '', kind: 'config', problems: [{ span: { start: 0, end: 0 }, message: 'Unexpected content that cannot be read, expected a text file in UTF-8' }] }] };
			const root = (await this.#homeOf(uri)).root ?? folder;
			const texts = new Map<string, string>();
			const path = relativePath(root, uri) ?? nameOf(uri);
			texts.set(path, text);
			const { config, problems, templateFiles } = await loadConfig({ path, uri, text }, this.#ruleOptions, async (each) => {
				const read = await this.files.read(joinUri(root, each));
				if (read !== undefined) texts.set(each, read);
				return read;
			});
			const found = [...problems];
			const templates = new Map(this.#builtIn);
			const templatesUsed: CheckedFile[] = [];
			for (const { name, path: file, namedIn, span } of templateFiles) {
				const loaded = await this.#template(joinUri(root, file));
				if (!loaded) {
					found.push({ path: namedIn, span, message: `Unexpected path \`${name}\`, expected a file that exists` });
					continue;
				}
				templates.set(name, loaded.template);
				if (!templates.has(loaded.template.name)) templates.set(loaded.template.name, loaded.template);
				templatesUsed.push(loaded.file);
			}
			const configs = [...texts].map(([each, content]): CheckedFile => ({ uri: joinUri(root, each), text: content, kind: 'config', problems: found.filter((problem) => problem.path === each) }));
			return { config, folder, templates, files: [...configs, ...templatesUsed] };
		});
	}

	#template(uri: string): Promise<{ template: Template; file: CheckedFile } | undefined> {
		return remembered(this.#templates, uri, async () => {
			const text = await this.files.read(uri);
			if (text === undefined) return undefined;
			const { template, problems } = loadTemplate(text, nameOf(uri).replace(/\.ya?ml$/i, ''), uri);
			return { template, file: { uri, text, kind: 'template' as const, problems } };
		});
	}

	/** A template file that the document's own front matter names. */
	async #ownTemplate(uri: string, text: string, templates: ReadonlyMap<string, Template>) {
		const name = templateKey(text);
		const folder = parentUri(normalUri(uri));
		if (name === undefined || templates.has(name) || folder === undefined || !/\.ya?ml$/i.test(name) || /^(?:[/\\]|[a-z]+:)/i.test(name)) return undefined;
		const loaded = await this.#template(joinUri(folder, name));
		return loaded && { name, ...loaded };
	}
}

/** Below its project's folder where it has one, else its own folder and name: no more of the path speaks of the team. */
function pathOf(uri: string, folder: string | undefined): string {
	const below = folder === undefined ? undefined : relativePath(folder, uri);
	if (below !== undefined) return below;
	const parent = parentUri(normalUri(uri));
	const parentName = parent === undefined ? '' : nameOf(parent);
	return parentName === '' ? nameOf(uri) : `${parentName}/${nameOf(uri)}`;
}

async function remembered<T>(memory: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
	const known = memory.get(key);
	if (known) return known;
	const made = make();
	memory.set(key, made);
	made.catch(() => memory.delete(key));
	return made;
}
