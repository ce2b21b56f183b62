/** Which documents a command works on: named files and globs, the postmortems below a named folder, standard input, or the project's postmortems. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isGlob, matchesGlob, matchesGlobs } from '../core/text/glob';
import { findFiles, isMarkdownName } from '../core/workspace/files';
import { relativePath } from '../core/workspace/uri';
import { decodeText } from '../hosts/decodeText';
import { readFile, stat } from '../hosts/disk';
import { nodeHost } from '../hosts/node';
import { Failure } from './failure';
import type { Reading } from '../core/reading';
import type { Session } from './session';

export interface Input {
	readonly uri: string;
	/** As in reports. */
	readonly file: string;
	readonly reading: Reading;
	/** Named by the person: reported even where it is no postmortem. */
	readonly named: boolean;
	readonly fromStdin: boolean;
}

export interface Inputs {
	readonly inputs: readonly Input[];
	/** One line for each document that could not be read. */
	readonly failures: readonly string[];
}

export interface ListedFile {
	readonly uri: string;
	readonly named: boolean;
}

export interface Listing {
	/** In the order of the report, each once. */
	readonly files: readonly ListedFile[];
	/** One line for each name that leads to no file. */
	readonly failures: readonly string[];
}

/** The files of a run without `--stdin`. @throws Failure where an option is out of place or the config is broken. */
export async function listFiles(session: Session): Promise<Listing> {
	const { positionals } = session.args;
	if (session.args.text('stdin-filename') !== undefined) throw new Failure('unexpected `--stdin-filename` without `--stdin`');
	const failures: string[] = [];
	const found = positionals.length > 0 ? await namedFiles(session, positionals, failures) : (await projectFiles(session)).map((uri) => ({ uri, named: false }));
	const files = new Map<string, ListedFile>();
	for (const { uri, named } of found) files.set(uri, { uri, named: named || files.get(uri)?.named === true });
	return { files: [...files.values()], failures };
}

export async function readInputs(session: Session): Promise<Inputs> {
	if (session.args.flag('stdin')) return { inputs: [await stdinInput(session)], failures: [] };
	const listing = await listFiles(session);
	const inputs: Input[] = [];
	const failures = [...listing.failures];
	for (const { uri, named } of listing.files) {
		const file = session.shown(uri);
		try {
			const text = decodeText(await readFile(fileURLToPath(uri)));
			if (text === undefined) {
				if (named) failures.push(binaryFault(file));
				continue;
			}
			const reading = await session.read(uri, text);
			if (named || reading.doc.verdict.isPostmortem) inputs.push({ uri, file, reading, named, fromStdin: false });
		} catch (error) {
			if (error instanceof Failure) throw error;
			failures.push(`${file}: ${reasonOf(error)}`);
		}
	}
	return { inputs, failures };
}

export function binaryFault(file: string): string {
	return `${file}: unexpected binary content, expected a text file in UTF-8`;
}

export async function stdinInput(session: Session): Promise<Input> {
	if (session.args.positionals.length > 0) throw new Failure(`unexpected file \`${session.args.positionals[0]}\` beside \`--stdin\`, expected one or the other`);
	const text = decodeText(await session.io.stdin());
	if (text === undefined) throw new Failure('standard input: unexpected binary content, expected text in UTF-8');
	const file = session.args.text('stdin-filename') ?? 'stdin.md';
	const uri = session.uriOf(file);
	return { uri, file: session.shown(uri), reading: await session.read(uri, text), named: true, fromStdin: true };
}

async function namedFiles(session: Session, names: readonly string[], failures: string[]): Promise<ListedFile[]> {
	const found: ListedFile[] = [];
	for (const name of names) {
		const known = await stat(path.resolve(session.io.cwd, name)).catch((error: unknown) => error);
		if (!(known instanceof Error)) {
			const status = known as { isDirectory(): boolean };
			if (status.isDirectory()) found.push(...(await findFiles(nodeHost, session.uriOf(name), isMarkdownName)).map((uri) => ({ uri, named: false })));
			else found.push({ uri: session.uriOf(name), named: true });
		} else if (isGlob(name)) {
			const matching = await globFiles(session, name);
			if (matching.length === 0) failures.push(`${name}: no file matches this glob`);
			found.push(...matching.map((uri) => ({ uri, named: true })));
		} else failures.push(`${name}: ${reasonOf(known)}`);
	}
	return found;
}

async function globFiles(session: Session, glob: string): Promise<string[]> {
	const full = path.resolve(session.io.cwd, glob).replaceAll('\\', '/');
	const plain = full.slice(0, full.search(/[*?[\]{}]/));
	const fixed = plain.slice(0, plain.lastIndexOf('/') + 1);
	const folder = pathToFileURL(fixed === '/' ? '/' : fixed.replace(/\/$/, '')).href;
	const pattern = `/${full.slice(fixed.length)}`;
	return (await findFiles(nodeHost, folder, () => true)).filter((uri) => matchesGlob(relativePath(folder, uri) ?? '', pattern));
}

/** The documents that the config's globs name, else all Markdown files below the current folder: their text decides. */
async function projectFiles(session: Session): Promise<string[]> {
	const here = session.uriOf('.');
	const project = await session.projects.of(session.uriOf('postmortem.md'), '');
	session.requireSound(project);
	const { config } = project;
	const folder = config.files.length > 0 && project.folder !== undefined ? project.folder : here;
	const found = await findFiles(nodeHost, folder, config.files.length > 0 ? () => true : isMarkdownName);
	return found.filter((uri) => {
		const below = relativePath(project.folder ?? folder, uri) ?? relativePath(folder, uri) ?? '';
		return !matchesGlobs(below, config.ignore) && (config.files.length === 0 || matchesGlobs(below, config.files));
	});
}

export function reasonOf(error: unknown): string {
	const code = (error as { code?: unknown }).code;
	if (code === 'ENOENT' || code === 'ENOTDIR') return 'no such file';
	if (code === 'EISDIR') return 'unexpected folder, expected a file';
	if (code === 'EACCES' || code === 'EPERM') return 'no permission to read it';
	return `cannot be read (${typeof code === 'string' ? code : String(error)})`;
}
