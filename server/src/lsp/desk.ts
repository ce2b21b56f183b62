/** What all handlers work with: the open documents and what was read of them, settings, the client's abilities. */
import type { ClientCapabilities, Connection, InitializeParams, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Reading } from '../core/reading';
import { DocumentReader } from '../core/service';
import { normalUri, nameOf } from '../core/workspace/uri';
import { CONFIG_NAMES } from '../core/config/load';
import type { EpochMs } from '../core/time/moment';
import { Projects, type Project } from '../core/workspace/projects';
import type { Host } from '../hosts/host';
import { createDocuments, snapshotOf, type Snapshot } from './documents';
import { isObject } from './params';
import { Positions, chooseEncoding } from './positions';
import type { Decision, InitializationOptions } from './protocol';
import { readSettings, type Settings } from './settings';

/** An answer that takes less, in milliseconds, is there before a cancel could be. */
const QUICK = 4;

/** A version of an open Markdown document and what was understood of it. */
export interface OpenReading {
	readonly snapshot: Snapshot;
	readonly reading: Reading;
}

export class Desk {
	/** Requests are answered between `initialize` and `shutdown`. */
	state: 'new' | 'running' | 'shut down' = 'new';
	readonly documents: TextDocuments<TextDocument>;
	positions = new Positions('utf-16');
	client: ClientCapabilities = {};
	options: InitializationOptions = {};
	folders: readonly string[] = [];
	readonly decisions = new Map<string, Decision>();
	/** Grows whenever something changes that all documents depend on. */
	generation = 0;

	readonly #readings = new Map<string, { readonly version: number; readonly value: Promise<OpenReading | undefined> }>();
	readonly #readers = new Map<string, DocumentReader>();
	readonly #settings = new Map<string, Promise<Settings>>();
	/** How long the last answer about a document took, in milliseconds, by document and method. */
	readonly #answerTimes = new Map<string, Map<string, number>>();
	#projects: Projects | undefined;
	#sentSettings: unknown;

	constructor(
		readonly connection: Connection,
		readonly host: Host,
	) {
		this.documents = createDocuments(() => this.positions);
	}

	/** There from the first document on. */
	get projects(): Projects {
		if (this.#projects) return this.#projects;
		const files = {
			read: async (uri: string) => this.#openText(uri) ?? (await this.host.read(uri)),
			list: (folder: string) => this.host.list(folder),
		};
		return (this.#projects = new Projects(files, { folders: () => this.folders }));
	}

	/** Takes over what the client says about itself. */
	meet(params: InitializeParams): void {
		this.state = 'running';
		this.client = isObject(params.capabilities) ? params.capabilities : {};
		this.options = isObject(params.initializationOptions) ? params.initializationOptions : {};
		this.positions = new Positions(chooseEncoding(this.client.general?.positionEncodings));
		const named = Array.isArray(params.workspaceFolders) ? params.workspaceFolders.map((folder) => folder?.uri) : [params.rootUri];
		this.folders = named.filter((uri) => typeof uri === 'string');
		this.#sentSettings = this.options.settings;
		for (const [uri, decision] of Object.entries(isObject(this.options.decisions) ? this.options.decisions : {})) this.decide(uri, decision as Decision);
	}

	decide(uri: string, decision: Decision | null): void {
		if (decision === 'postmortem' || decision === 'none') this.decisions.set(normalUri(uri), decision);
		else this.decisions.delete(normalUri(uri));
	}

	versionOf(uri: string): number | undefined {
		return this.documents.get(uri)?.version;
	}

	snapshot(uri: string): Snapshot | undefined {
		const document = this.documents.get(uri);
		return document && snapshotOf(document);
	}

	/** The newest version of an open document, read; `undefined` for config files, where it is not open or not enabled. */
	reading(uri: string): Promise<OpenReading | undefined> {
		const snapshot = this.snapshot(uri);
		if (!snapshot || snapshot.isYaml) return Promise.resolve(undefined);
		const known = this.#readings.get(uri);
		if (known?.version === snapshot.version) return known.value;
		const value = this.#read(snapshot);
		this.#readings.set(uri, { version: snapshot.version, value });
		return value;
	}

	/** As {@link reading}, and only where the document is a postmortem. */
	async postmortem(uri: string): Promise<OpenReading | undefined> {
		const open = await this.reading(uri);
		return open?.reading.doc.verdict.isPostmortem ? open : undefined;
	}

	/** Reads any text as the document with that URI. */
	async readText(uri: string, text: string): Promise<Reading> {
		const project = await this.projects.of(uri, text);
		return this.#newReading(uri, text, project, await this.settings(uri));
	}

	async #read(snapshot: Snapshot): Promise<OpenReading | undefined> {
		const [settings, project] = await Promise.all([this.settings(snapshot.uri), this.projects.of(snapshot.uri, snapshot.text)]);
		if (!settings.enable) return undefined;
		let reader = this.#readers.get(snapshot.uri);
		if (!reader) this.#readers.set(snapshot.uri, (reader = new DocumentReader()));
		return { snapshot, reading: this.#newReading(snapshot.uri, snapshot.text, project, settings, reader) };
	}

	#newReading(uri: string, text: string, project: Project, settings: Settings, reader = new DocumentReader()): Reading {
		const viewerZone = settings.timeZone || (typeof this.options.timeZone === 'string' ? this.options.timeZone : undefined);
		return new Reading(text, project, this.host.now(), { decided: this.decisions.get(normalUri(uri)), viewerZone, reader, onCrash: (rule, error) => this.logFault(`rule ${rule} failed`, error) });
	}

	forgetDocument(uri: string): void {
		this.#readings.delete(uri);
		this.#readers.delete(uri);
		this.#settings.delete(uri);
		this.#answerTimes.delete(uri);
	}

	/** After a config, template, setting or decision has changed. */
	forgetReadings(): void {
		this.generation++;
		this.#projects?.forget();
		this.#readings.clear();
	}

	/** What is asked of the client is remembered; a failed ask is not. */
	settings(uri: string): Promise<Settings> {
		let known = this.#settings.get(uri);
		if (!known) {
			known = this.#askSettings(uri).then((raw) => {
				const { settings, problems } = readSettings(raw);
				for (const problem of problems) this.connection.console.warn(problem);
				return settings;
			});
			this.#settings.set(uri, known);
			known.catch(() => this.#settings.delete(uri));
		}
		return known.catch(() => readSettings(this.#sentSettings).settings);
	}

	settingsChanged(sent: unknown): void {
		if (isObject(sent) && isObject(sent['postmortem'])) this.#sentSettings = sent['postmortem'];
		this.#settings.clear();
		this.forgetReadings();
	}

	async #askSettings(uri: string): Promise<unknown> {
		if (!this.client.workspace?.configuration) return this.#sentSettings;
		return this.connection.workspace.getConfiguration({ scopeUri: uri, section: 'postmortem' });
	}

	/** Whether an open YAML file is a config, or a template of a project that was asked for. */
	async kindOfYaml(snapshot: Snapshot): Promise<{ project: Project; isConfig: boolean } | undefined> {
		const project = await this.projects.of(snapshot.uri, '');
		const isConfig = (CONFIG_NAMES as readonly string[]).includes(nameOf(snapshot.uri));
		const known = project.files.some((file) => normalUri(file.uri) === normalUri(snapshot.uri));
		return isConfig || known ? { project, isConfig } : undefined;
	}

	/** Lets a cancel or a newer text that is on its way arrive before work begins, unless the last answer of the kind was quick. */
	async turn(method: string, uri: string | undefined): Promise<void> {
		const last = uri === undefined ? undefined : this.#answerTimes.get(uri)?.get(method);
		if (last === undefined || last >= QUICK) await new Promise<void>((resolve) => void this.host.after(0, resolve));
	}

	/** @param started when work on the answer began. */
	answered(method: string, uri: string | undefined, started: EpochMs): void {
		if (uri === undefined || !this.documents.get(uri)) return;
		const times = this.#answerTimes.get(uri) ?? new Map<string, number>();
		this.#answerTimes.set(uri, times.set(method, this.host.now() - started));
	}

	logFault(what: string, error: unknown): void {
		this.connection.console.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
	}

	#openText(uri: string): string | undefined {
		const document = this.documents.get(uri) ?? this.documents.all().find((each) => normalUri(each.uri) === normalUri(uri));
		return document?.getText();
	}
}
