/** Checks files in this thread where they are few, in worker threads where they are many. */
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { Worker, parentPort, workerData } from 'node:worker_threads';
import { parseArguments, type OptionSpecs } from './arguments';
import { checkFile, type FileToCheck, type Outcome } from './check-file';
import type { Io } from './io';
import { Session } from './session';

export interface Checker {
	check(file: FileToCheck): Promise<Outcome>;
	/** How many files it can have at once before some of them only wait. */
	readonly room: number;
	end(): Promise<void>;
}

/** From so many files on the start of the workers is paid back. */
const MANY_FILES = 48;
/** More threads than this gain nothing: what they send has to be printed by one. */
const MOST_WORKERS = 8;
/** In megabytes. What is read of one file is done with soon; more would only fill up before it is collected. */
const YOUNG_GENERATION = 12;
/** A worker collects its old objects first at 20 MB of them, then whenever those that were left have doubled; by itself V8 waits for several times as much. */
const OLD_GENERATION = ['--initial-old-space-size=20', '--heap-growing-percent=100'];
/** Files that a worker has before it, so that it never waits for the next. */
const QUEUE = 8;

/** @param workers as the person said; `undefined` where the number of files decides. */
export function checkerFor(session: Session, fileCount: number, workers: number | undefined): Checker {
	const count = workers ?? (fileCount < MANY_FILES ? 0 : Math.min(availableParallelism(), MOST_WORKERS));
	const { program } = session.io;
	return count < 1 || program === undefined ? new ThisThread(session) : new WorkerThreads(session, program.file, count);
}

class ThisThread implements Checker {
	readonly room = 1;
	constructor(private readonly session: Session) {}

	check(file: FileToCheck): Promise<Outcome> {
		return checkFile(this.session, file);
	}

	end(): Promise<void> {
		return Promise.resolve();
	}
}

/** What a worker needs to see the same session. */
interface WorkerStart {
	readonly args: readonly string[];
	readonly cwd: string;
	readonly now: number;
}

type Answer = { readonly outcome: Outcome } | { readonly broken: string };

interface Waiting {
	resolve(outcome: Outcome): void;
	reject(error: Error): void;
}

class WorkerThreads implements Checker {
	readonly room: number;
	readonly #workers: { readonly worker: Worker; readonly waiting: Waiting[] }[] = [];

	constructor(
		private readonly session: Session,
		private readonly program: string,
		private readonly count: number,
	) {
		this.room = count * QUEUE;
		for (const flag of OLD_GENERATION) setFlagsFromString(flag); // a hard limit would end the run at a file that needs more
	}

	/** The files of one worker are answered in the order in which it got them. */
	check(file: FileToCheck): Promise<Outcome> {
		const free = this.#least();
		return new Promise((resolve, reject) => {
			free.waiting.push({ resolve, reject });
			free.worker.postMessage(file);
		});
	}

	async end(): Promise<void> {
		await Promise.all(this.#workers.map(({ worker }) => worker.terminate()));
	}

	/** The worker with the fewest files before it; workers start with the first files, as nobody may need them before. */
	#least(): { readonly worker: Worker; readonly waiting: Waiting[] } {
		if (this.#workers.length < this.count) this.#start();
		return this.#workers.reduce((best, each) => (each.waiting.length < best.waiting.length ? each : best));
	}

	#start(): void {
		const { args, io, now } = this.session;
		const worker = new Worker(this.program, { workerData: { args: args.written, cwd: io.cwd, now } satisfies WorkerStart, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION } });
		const waiting: Waiting[] = [];
		worker.on('message', (answer: Answer) => {
			const { resolve, reject } = waiting.shift()!;
			if ('outcome' in answer) resolve(answer.outcome);
			else reject(new Error(answer.broken));
		});
		worker.on('error', (error) => {
			for (const { reject } of waiting.splice(0)) reject(error instanceof Error ? error : new Error(String(error)));
		});
		this.#workers.push({ worker, waiting });
	}
}

/** The other end: what a worker thread does. */
export async function runWorker(options: OptionSpecs): Promise<void> {
	const { args, cwd, now } = workerData as WorkerStart;
	const io: Io = { cwd, env: process.env, isTerminal: false, now: () => now, out: () => {}, err: () => {}, stdin: () => Promise.resolve(new Uint8Array()) };
	const session = Session.open(parseArguments(args, options), io);
	let last: Promise<void> = Promise.resolve();
	parentPort!.on('message', (file: FileToCheck) => {
		last = last.then(async () => {
			let answer: Answer;
			try {
				answer = { outcome: await checkFile(await session, file) };
			} catch (error) {
				answer = { broken: error instanceof Error ? (error.stack ?? error.message) : String(error) };
			}
			parentPort!.postMessage(answer);
		});
	});
	await session;
}
