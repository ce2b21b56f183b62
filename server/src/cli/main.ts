/** The process `postmortem`: connects the run to the real streams; its worker threads start here too. */
import { isMainThread } from 'node:worker_threads';
import type { Program } from '../hosts/program';
import { run } from './run';
import { runWorker } from './checkers';
import { optionsOf } from './command';
import { lint } from './lint';

for (const stream of [process.stdout, process.stderr]) {
	stream.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code === 'EPIPE') process.exit(); // the reader has seen enough (`| head`)
		throw error;
	});
}

async function stdin(): Promise<Uint8Array> {
	const chunks: Buffer[] = [];
	for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

/** @param file what worker threads run. @param parts of the program. */
export function main(file: string, parts: Program): void {
	if (!isMainThread) {
		void runWorker(optionsOf(lint));
		return;
	}
	void run(process.argv.slice(2), {
		cwd: process.cwd(),
		env: process.env,
		isTerminal: process.stdout.isTTY === true,
		showsProgress: process.stderr.isTTY === true && process.env['TERM'] !== 'dumb',
		program: { file, folder: parts.folder },
		now: () => Date.now(),
		out: (text) => void process.stdout.write(text),
		err: (text) => void process.stderr.write(text),
		stdin,
	}).then((status) => {
		process.exitCode = status; // not exit(): what is still in a pipe must get out
	});
}
