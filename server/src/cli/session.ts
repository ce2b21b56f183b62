/** One run of the tool: the engine, the project under the shared options, and reading documents with it. */
import path from 'node:path';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { Reading } from '../core/reading';
import { LineIndex } from '../core/text/lines';
import { dayNumber } from '../core/time/moment';
import { Projects, type CheckedFile, type Project } from '../core/workspace/projects';
import { stat } from '../hosts/disk';
import { nodeHost } from '../hosts/node';
import { parseDate, type Arguments } from './arguments';
import { Failure } from './failure';
import type { Io } from './io';
import { didYouMean } from './suggest';

const NOON = 12 * 3_600_000;
const DAY = 86_400_000;

export class Session {
	readonly projects: Projects;
	/** In milliseconds since 1970 UTC; noon of the day that `--as-of` names. */
	readonly now: number;
	readonly quiet: boolean;

	private constructor(
		readonly args: Arguments,
		readonly io: Io,
		configUri: string | undefined,
	) {
		const asOf = args.text('as-of');
		this.now = asOf === undefined ? io.now() : dayNumber(parseDate('as-of', asOf)) * DAY + NOON;
		this.quiet = args.flag('quiet');
		const template = args.text('template');
		this.projects = new Projects(nodeHost, {
			folders: () => [this.uriOf('.')],
			...(configUri ? { configUri } : {}),
			...(template ? { template } : {}),
		});
	}

	/** @throws Failure where a shared option cannot be used. */
	static async open(args: Arguments, io: Io): Promise<Session> {
		const config = args.text('config');
		if (config === undefined) return Session.#checked(new Session(args, io, undefined));
		const file = path.resolve(io.cwd, config);
		const known = await stat(file).catch(() => undefined);
		if (!known) throw new Failure(`${config}: no such file, expected a config file`);
		if (known.isDirectory()) throw new Failure(`${config}: unexpected folder, expected a config file`);
		if ((await nodeHost.read(pathToFileURL(file).href)) === undefined) throw new Failure(`${config}: cannot be read as UTF-8 text`);
		return Session.#checked(new Session(args, io, pathToFileURL(file).href));
	}

	static async #checked(session: Session): Promise<Session> {
		const name = session.args.text('template');
		if (name === undefined) return session;
		const project = await session.projects.of(session.uriOf('postmortem.md'), '');
		if (!project.templates.has(name)) throw new Failure(`unknown template \`${name}\`${didYouMean(name, project.templates.keys()) || `, expected one of ${[...project.templates.keys()].join(', ')}`}`);
		return session;
	}

	uriOf(file: string): string {
		const uri = pathToFileURL(path.resolve(this.io.cwd, file)).href;
		return uri.length > 8 && uri.endsWith('/') ? uri.slice(0, -1) : uri;
	}

	/** As the person sees it: relative to where he stands, with `/`. */
	shown(uri: string): string {
		return shownPath(this.io.cwd, fileURLToPath(uri));
	}

	/**
	 * @param tell where a line about a rule that failed goes.
	 * @throws Failure where the document's config or template is broken.
	 */
	async read(uri: string, text: string, tell: (line: string) => void = (line) => this.io.err(line)): Promise<Reading> {
		const project = await this.projects.of(uri, text);
		this.requireSound(project);
		return new Reading(text, project, this.now, { onCrash: (rule, error) => tell(`postmortem: rule ${rule} failed: ${error instanceof Error ? error.message : String(error)}\n`) });
	}

	/** @throws Failure that names the first fault of a broken config or template. */
	requireSound(project: Project): void {
		const faulty = project.files.find((file) => file.problems.length > 0);
		if (faulty) throw new Failure(this.#faultLine(faulty));
	}

	#faultLine({ uri, text, problems }: CheckedFile): string {
		const [first, ...more] = [...problems].sort((a, b) => a.span.start - b.span.start);
		const at = new LineIndex(text).positionAt(first!.span.start);
		const rest = more.length === 0 ? '' : ` (and ${more.length} more ${more.length === 1 ? 'fault' : 'faults'} in this file)`;
		return `${this.shown(uri)}:${at.line + 1}:${at.character + 1}: ${first!.message}${rest}`;
	}

	/** A line on standard error that is no failure; silent with `--quiet`. */
	note(line: string): void {
		if (!this.quiet) this.io.err(`postmortem: ${line}\n`);
	}
}

export function shownPath(cwd: string, file: string): string {
	const relative = path.relative(cwd, file);
	return (relative === '' ? '.' : relative).replaceAll('\\', '/');
}
