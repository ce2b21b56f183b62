/** Which config and templates a document is under: found from the document upwards, loaded once, forgotten on change. */
import type { Config } from '../config/config';
import type { Template } from '../template/template';
import type { TextSpan, Written } from '../text/span';
import type { Files, FolderEntry } from './files';
import { joinUri, nameOf, normalUri, parentUri, relativePath } from './uri';

export const CONFIG_NAMES = ['.postmortem.yaml', '.postmortem.yml'] as const;

export interface Problem {
	readonly span: TextSpan;
	readonly message: string;
}

/** A config or template file with what is wrong in it; `problems` may be empty. */
export interface CheckedFile {
	readonly uri: string;
	readonly text: string;
	readonly rule: 'config-invalid' | 'template-invalid';
	readonly problems: readonly Problem[];
}

/** How files become config and templates. */
export interface Loaders {
	readonly builtIn: ReadonlyMap<string, Template>;
	readonly defaultConfig: Config;
	loadConfig(text: string, uri: string, read: (uri: string) => Promise<string | undefined>): Promise<{ readonly config: Config; readonly problems: readonly Problem[] }>;
	loadTemplate(text: string, uri: string): { readonly template: Template; readonly problems: readonly Problem[] };
	/** The `template:` of a document's front matter. */
	templateKey(text: string): Written | undefined;
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

interface LoadedConfig {
	readonly config: Config;
	readonly folder: string | undefined;
	readonly templates: ReadonlyMap<string, Template>;
	readonly files: readonly CheckedFile[];
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
	readonly #lists = new Map<string, Promise<readonly FolderEntry[]>>();
	readonly #configs = new Map<string, Promise<LoadedConfig>>();
	readonly #templates = new Map<string, Promise<{ template: Template; file: CheckedFile } | undefined>>();

	constructor(
		private readonly files: Files,
		private readonly loaders: Loaders,
		private readonly options: ProjectOptions,
	) {}

	/** The project of a document; never rejects. */
	async of(uri: string, text: string): Promise<Project> {
		const home = await this.#home(uri);
		const loaded = home.configUri ? await this.#config(home.configUri) : this.#withoutConfig();
		const folder = loaded.folder ?? home.folder;
		const own = await this.#ownTemplate(uri, text, loaded);
		return {
			path: pathOf(uri, folder),
			folder,
			config: this.options.template === undefined ? loaded.config : { ...loaded.config, template: this.options.template, templates: [] },
			templates: own ? new Map([...loaded.templates, [own.name, own.template]]) : loaded.templates,
			files: own ? [...loaded.files, own.file] : loaded.files,
		};
	}

	/** Forgets what depends on a file, or all. */
	forget(): void {
		this.#lists.clear();
		this.#configs.clear();
		this.#templates.clear();
	}

	/** The nearest config, and the folder that paths count from where there is none. */
	async #home(uri: string): Promise<{ configUri: string | undefined; folder: string | undefined }> {
		const configUri = this.options.configUri;
		const open = this.options.folders().map(normalUri);
		const workspace = open.filter((folder) => relativePath(folder, uri) !== undefined).sort((a, b) => b.length - a.length)[0];
		let repository: string | undefined;
		for (let folder = parentUri(normalUri(uri)); folder !== undefined; folder = parentUri(folder)) {
			const entries = await this.#list(folder);
			const name = CONFIG_NAMES.find((each) => entries.some((entry) => entry.name === each && !entry.isFolder));
			if (name && !configUri) return { configUri: joinUri(folder, name), folder };
			if (entries.some((entry) => entry.name === '.git')) repository = folder;
			if (repository !== undefined || folder === workspace) break;
		}
		return { configUri, folder: repository ?? workspace };
	}

	#list(folder: string): Promise<readonly FolderEntry[]> {
		return remembered(this.#lists, folder, () => this.files.list(folder));
	}

	#withoutConfig(): LoadedConfig {
		return { config: this.loaders.defaultConfig, folder: undefined, templates: this.loaders.builtIn, files: [] };
	}

	#config(uri: string): Promise<LoadedConfig> {
		return remembered(this.#configs, uri, async () => {
			const text = await this.files.read(uri);
			if (text === undefined) return this.#withoutConfig();
			const { config, problems } = await this.loaders.loadConfig(text, uri, (each) => this.files.read(each));
			const folder = parentUri(uri);
			const templates = new Map(this.loaders.builtIn);
			const files: CheckedFile[] = [{ uri, text, rule: 'config-invalid', problems }];
			const names = [config.template, ...config.templates.map((each) => each.template)];
			for (const name of new Set(names)) {
				if (name === undefined || templates.has(name) || folder === undefined) continue;
				const loaded = await this.#template(joinUri(folder, name));
				if (!loaded) continue;
				templates.set(name, loaded.template);
				if (!templates.has(loaded.template.name)) templates.set(loaded.template.name, loaded.template);
				files.push(loaded.file);
			}
			return { config, folder, templates, files };
		});
	}

	#template(uri: string): Promise<{ template: Template; file: CheckedFile } | undefined> {
		return remembered(this.#templates, uri, async () => {
			const text = await this.files.read(uri);
			if (text === undefined) return undefined;
			const { template, problems } = this.loaders.loadTemplate(text, uri);
			return { template, file: { uri, text, rule: 'template-invalid' as const, problems } };
		});
	}

	/** A template file that the document's own front matter names. */
	async #ownTemplate(uri: string, text: string, { templates }: LoadedConfig) {
		const name = this.loaders.templateKey(text)?.text;
		const folder = parentUri(normalUri(uri));
		if (name === undefined || name === '' || templates.has(name) || folder === undefined || !/\.ya?ml$/i.test(name)) return undefined;
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
