/** The process `postmortem`: connects the run to the real streams. */
import { run } from './run';

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

void run(process.argv.slice(2), {
	cwd: process.cwd(),
	env: process.env,
	isTerminal: process.stdout.isTTY === true,
	now: () => Date.now(),
	out: (text) => void process.stdout.write(text),
	err: (text) => void process.stderr.write(text),
	stdin,
}).then((status) => {
	process.exitCode = status; // not exit(): what is still in a pipe must get out
});
