/** What `lint` found in earlier runs: taken again where neither the text nor anything that its findings depend on has changed. */
import { existsSync, promises, readFileSync, readdirSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { version } from '../../../package.json';
import type { CheckedFile } from '../core/workspace/projects';
import { decodeText } from '../hosts/decodeText';
import type { FileToCheck } from './check-file';
import { createHash } from './digest';
import { Failure } from './failure';
import type { ReportFile } from './report';
import type { Session } from './session';

export const DEFAULT_LOCATION = '.postmortem-cache';

/** Grows when the lines of the file mean something else. */
const LAYOUT = 1;
const DAY = 86_400_000;
/** Lines that are kept in memory before they are written, in UTF-16 units. */
const MOST_IN_MEMORY = 1 << 18;

type Result = Omit<ReportFile, 'file'>;

/** One line of the cache file: `path⇥key⇥result`, the path relative to the folder of the cache. */
interface Entry {
	readonly key: string;
	/** As JSON, parsed when it is asked for. */
	readonly result: string;
}

/** The place of a file in the cache as it is now. */
export interface CachePlace {
	readonly path: string;
	readonly key: string;
}

export class LintCache {
	/** Of earlier runs. */
	readonly #known: Map<string, Entry>;
	readonly #stored = new Set<string>();
	readonly #digests = new WeakMap<readonly CheckedFile[], string>();
	#lines: string;

	private constructor(
		private readonly session: Session,
		private readonly file: string,
		/** The new cache, beside the old one until it is complete. */
		private readonly next: FileHandle,
		private readonly nextFile: string,
	) {
		const stamp = stampOf(session);
		this.#known = entriesOf(file, stamp);
		this.#lines = `${stamp}\n`;
	}

	/** @throws Failure where no cache can be kept there. */
	static async open(session: Session): Promise<LintCache> {
		const location = session.args.text('cache-location') ?? DEFAULT_LOCATION;
		const file = path.resolve(session.io.cwd, location);
		if ((await promises.stat(file).catch(() => undefined))?.isDirectory()) throw new Failure(`unexpected folder \`${location}\` for the cache, expected a file`);
		const nextFile = `${file}.${process.pid}.new`;
		try {
			await promises.mkdir(path.dirname(file), { recursive: true });
			return new LintCache(session, file, await promises.open(nextFile, 'w'), nextFile);
		} catch (error) {
			throw new Failure(`the cache \`${location}\` cannot be written (${(error as { code?: string }).code ?? String(error)})`);
		}
	}

	/** Where the result for a file belongs; the key tells all that its findings depend on. `undefined` for a file that is no text. */
	async placeOf({ uri, bytes }: FileToCheck): Promise<CachePlace | undefined> {
		const text = decodeText(bytes);
		if (text === undefined) return undefined;
		const { path: name, files } = await this.session.projects.of(uri, text);
		const key = createHash('sha256').update(JSON.stringify([name, this.#digestOf(files)])).update(bytes).digest('base64');
		return { path: path.relative(path.dirname(this.file), fileURLToPath(uri)).replaceAll('\\', '/'), key };
	}

	/** What was found for the same file in the same surroundings, or `undefined`. */
	find(place: CachePlace): Result | undefined {
		const entry = this.#known.get(place.path);
		return entry?.key === place.key ? resultOf(entry.result) : undefined;
	}

	async store(place: CachePlace, { template, findings }: Result): Promise<void> {
		await this.#add(place.path, { key: place.key, result: JSON.stringify({ template, findings }) });
	}

	/** The same result again, for a place where one was found. */
	async keep({ path: file }: CachePlace): Promise<void> {
		await this.#add(file, this.#known.get(file)!);
	}

	/** Puts the new cache in the place of the old one, with what that knew of files that were not asked for and are still there. */
	async save(): Promise<void> {
		for (const [file, entry] of this.#known) {
			if (!this.#stored.has(file) && existsSync(path.resolve(path.dirname(this.file), file))) await this.#add(file, entry);
		}
		await this.#flush();
		await this.next.close();
		await promises.rename(this.nextFile, this.file);
	}

	/** Leaves the old cache as it was. */
	async dispose(): Promise<void> {
		await this.next.close().catch(() => undefined);
		await promises.rm(this.nextFile, { force: true });
	}

	async #add(file: string, { key, result }: Entry): Promise<void> {
		this.#stored.add(file);
		this.#lines += `${JSON.stringify(file)}\t${key}\t${result}\n`;
		if (this.#lines.length > MOST_IN_MEMORY) await this.#flush();
	}

	async #flush(): Promise<void> {
		const lines = this.#lines;
		this.#lines = '';
		await this.next.write(lines);
	}

	/** One digest for the config and template files that had a part in a project. */
	#digestOf(files: readonly CheckedFile[]): string {
		let digest = this.#digests.get(files);
		if (digest === undefined) this.#digests.set(files, (digest = createHash('sha256').update(JSON.stringify(files.map(({ uri, text }) => [path.relative(path.dirname(this.file), fileURLToPath(uri)), text]))).digest('base64')));
		return digest;
	}
}

/** All that every result depends on: this very program, what Node knows of zones and letters, the day, the options. */
function stampOf({ args, io, now }: Session): string {
	const { node, icu, tz, unicode } = process.versions;
	const program = io.program ? digestOf(io.program.folder) : version;
	return JSON.stringify({ postmortem: LAYOUT, program, node, icu, tz, unicode, day: Math.floor(now / DAY), template: args.text('template') ?? null });
}

/** Of all parts of this program, those that are never loaded too. */
function digestOf(folder: string): string {
	const digest = createHash('sha1');
	for (const name of readdirSync(folder).filter((each) => each.endsWith('.js')).sort()) digest.update(name).update(readFileSync(path.join(folder, name)));
	return digest.digest('base64');
}

/** What a cache file holds; nothing where there is none, where it is broken, or where it was made under another stamp. */
function entriesOf(file: string, stamp: string): Map<string, Entry> {
	const entries = new Map<string, Entry>();
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch {
		return entries;
	}
	if (!text.startsWith(`${stamp}\n`)) return entries;
	for (let start = stamp.length + 1; start < text.length; ) {
		const end = text.indexOf('\n', start);
		if (end < 0) break; // a line that was not written to its end
		const [name, key, result] = text.slice(start, end).split('\t');
		const path = name !== undefined && /^"[^"\\]*"$/.test(name) ? name.slice(1, -1) : parsed(name);
		if (typeof path === 'string' && key !== undefined && result !== undefined) entries.set(path, { key, result });
		start = end + 1;
	}
	return entries;
}

function resultOf(json: string): Result | undefined {
	const result = parsed(json) as Partial<Result> | undefined;
	return typeof result === 'object' && result !== null && result.template !== undefined && Array.isArray(result.findings) ? (result as Result) : undefined;
}

function parsed(json: string | undefined): unknown {
	try {
		return JSON.parse(json ?? '');
	} catch {
		return undefined;
	}
}
