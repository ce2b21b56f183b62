/** `postmortem lint`: the findings of documents, and their safe fixes. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SEVERITIES, type Severity } from '../core/rules/rule';
import { parentUri } from '../core/workspace/uri';
import { parseCount } from './arguments';
import { type FileToCheck, type Outcome } from './check-file';
import { checkerFor, type Checker } from './checkers';
import type { Command } from './command';
import { EXIT_CLEAN, EXIT_FAILURE, EXIT_FINDINGS, Failure } from './failure';
import { FORMATS } from './formats/format';
import { listFiles, reasonOf, stdinInput, type ListedFile } from './inputs';
import { LintCache, DEFAULT_LOCATION } from './lint-cache';
import { LintReport } from './lint-report';
import { requireFreeOutput } from './output';
import { reportOf } from './report';
import { Session } from './session';

export const lint: Command = {
	name: 'lint',
	usage: '[FILES|FOLDERS|GLOBS…]',
	summary: 'Check postmortems; without files: those of the config, else those found below the current folder.',
	options: {
		format: { type: 'string', short: 'f', choices: Object.keys(FORMATS), doc: 'how to print the findings (default: text)' },
		fix: { type: 'boolean', doc: 'apply all safe fixes to the files, then report what is left' },
		'fail-on': { type: 'string', choices: [...SEVERITIES, 'never'], doc: 'the lowest level that makes the exit status 1 (default: error)' },
		'max-warnings': { type: 'string', value: 'N', doc: 'exit status 1 with more warnings than this' },
		cache: { type: 'boolean', doc: 'remember what was found, and check only what has changed since' },
		'cache-location': { type: 'string', value: 'FILE', doc: `where to remember it (default: ${DEFAULT_LOCATION})` },
		workers: { type: 'string', value: 'N', doc: 'threads that check (default: by the number of files and cores; 0: none)' },
	},
	examples: ['postmortem lint', 'postmortem lint "docs/postmortems/**/*.md" --format sarif --output findings.sarif', 'postmortem lint --cache', 'postmortem lint --fix outage.md', 'cat outage.md | postmortem lint --stdin --stdin-filename outage.md'],
	async run(args, io) {
		const maxWarnings = args.text('max-warnings');
		const warningsAllowed = maxWarnings === undefined ? Infinity : parseCount('max-warnings', maxWarnings);
		const written = args.text('workers');
		const workers = written === undefined ? undefined : parseCount('workers', written);
		if (args.flag('fix') && args.flag('stdin')) throw new Failure('unexpected `--fix` with `--stdin`, expected files to fix');
		if (args.text('cache-location') !== undefined && !args.flag('cache')) throw new Failure('unexpected `--cache-location` without `--cache`');
		const session = await Session.open(args, io);
		const format = FORMATS[args.text('format') ?? 'text']!;
		const report = args.flag('stdin') ? await lintStdin(session, new LintReport(session, format, 1)) : await lintFiles(session, format, workers);
		if (report.hasFailed) return EXIT_FAILURE;
		if (report.files === 0 || report.postmortems > 0) session.note(report.summary);
		const failOn = (args.text('fail-on') ?? 'error') as Severity | 'never';
		const grave = failOn === 'never' ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
		const found = grave.some((severity) => report.count(severity) > 0) || report.count('warning') > warningsAllowed;
		return found ? EXIT_FINDINGS : EXIT_CLEAN;
	},
};

async function lintStdin(session: Session, report: LintReport): Promise<LintReport> {
	const { file, reading } = await stdinInput(session);
	await requireFreeOutput(session, reading.project.files.map(({ uri }) => uri));
	await report.add({ report: reportOf(file, reading) });
	await report.close();
	return report;
}

async function lintFiles(session: Session, format: (typeof FORMATS)[string], workers: number | undefined): Promise<LintReport> {
	const { files, failures } = await listFiles(session);
	await requireFreeOutput(session, [...(await projectFiles(session, files)), ...files.filter(({ named }) => named).map(({ uri }) => uri)]);
	const cache = session.args.flag('cache') ? await LintCache.open(session) : undefined;
	const report = new LintReport(session, format, files.length);
	const checker = checkerFor(session, files.length, workers);
	try {
		for (const failure of failures) await report.add({ failure });
		for await (const outcome of inOrder(files, checker.room, (file) => outcomeOf(session, file, checker, cache))) await report.add(outcome);
		await report.close();
		await cache?.save();
		return report;
	} finally {
		await Promise.all([checker.end(), report.dispose(), cache?.dispose()]);
	}
}

/** The configs and templates of all files, each folder asked once. @throws Failure where one of them is broken. */
async function projectFiles(session: Session, files: readonly ListedFile[]): Promise<string[]> {
	const uris = new Set<string>();
	for (const folder of new Set(files.map(({ uri }) => parentUri(uri)))) {
		const project = await session.projects.of(`${folder}/postmortem.md`, '');
		session.requireSound(project);
		for (const { uri } of project.files) uris.add(uri);
	}
	return [...uris];
}

/** Works on some items at a time and gives the results in the order of the items. */
async function* inOrder<T, R>(items: readonly T[], atOnce: number, work: (item: T) => Promise<R>): AsyncGenerator<R> {
	const running: Promise<R>[] = [];
	for (const item of items) {
		const started = work(item);
		started.catch(() => undefined); // it is awaited in its turn
		running.push(started);
		if (running.length >= atOnce) yield await running.shift()!;
	}
	while (running.length > 0) yield await running.shift()!;
}

async function outcomeOf(session: Session, { uri, named }: ListedFile, checker: Checker, cache: LintCache | undefined): Promise<Outcome> {
	let bytes: Uint8Array;
	try {
		bytes = readFileSync(fileURLToPath(uri)); // a third of the time that it takes aside
	} catch (error) {
		return { failure: `${session.shown(uri)}: ${reasonOf(error)}` };
	}
	const file: FileToCheck = { uri, named, bytes };
	const place = session.args.flag('fix') ? undefined : await cache?.placeOf(file);
	const known = place && cache!.find(place);
	if (place && known) await cache!.keep(place);
	if (known) return named || known.template !== null ? { report: { file: session.shown(uri), ...known } } : {};
	const outcome = await checker.check(file);
	const isWhole = outcome.failure === undefined && outcome.fatal === undefined && outcome.crashes === undefined;
	if (place && isWhole) await cache!.store(place, outcome.report ?? { template: null, findings: [] });
	return outcome;
}
