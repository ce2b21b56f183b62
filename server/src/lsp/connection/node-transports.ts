/** Transports of a process: its own streams, the channel of the process that forked it, or a socket or pipe of the client. */
import { connect } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { framed, Unframer } from './framing';
import type { Transport } from './transport';

/** The one that the arguments name, as `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe NAME`; `undefined` where they name none. */
export function transportOf(args: readonly string[]): Transport | undefined {
	if (args.includes('--stdio')) return ofStreams(process.stdin, process.stdout);
	if (args.includes('--node-ipc')) return process.send ? ofChannel() : undefined;
	const port = Number(valueOf(args, '--socket'));
	if (port > 0) return ofSocket(connect(port, '127.0.0.1'));
	const pipe = valueOf(args, '--pipe');
	return pipe ? ofSocket(connect(pipe)) : undefined;
}

/** The value of `--name=value` or `--name value`. */
function valueOf(args: readonly string[], name: string): string | undefined {
	const joined = args.find((arg) => arg.startsWith(`${name}=`));
	if (joined) return joined.slice(name.length + 1);
	const at = args.indexOf(name);
	return at < 0 ? undefined : args[at + 1];
}

function ofSocket(socket: ReturnType<typeof connect>): Transport {
	socket.on('error', (error) => process.stderr.write(`postmortem-language-server: ${error.message}\n`));
	return ofStreams(socket, socket);
}

function ofStreams(input: Readable, output: Writable): Transport {
	output.on('error', () => {}); // the client is gone, and `closed` tells so
	return {
		listen(receive, closed) {
			const unframer = new Unframer(receive, (what) => process.stderr.write(`postmortem-language-server: ${what}\n`));
			input.on('data', (piece: Buffer) => unframer.push(piece));
			input.once('close', closed);
			input.once('end', closed);
		},
		send: (message) => void output.write(framed(message)),
		exit: (code) => process.exit(code),
	};
}

function ofChannel(): Transport {
	return {
		listen(receive, closed) {
			process.on('message', receive);
			process.once('disconnect', closed);
		},
		send: (message) => void process.send!(message, undefined, undefined, () => {}),
		exit: (code) => process.exit(code),
	};
}
