/** The server as a process: `postmortem-language-server --stdio` or `--node-ipc`. */
import { createConnection, type NetConnectOpts } from 'node:net';
import { version } from '../../../package.json';
import { nodeHost } from '../hosts/node';
import { Connection, type Channel } from './rpc';
import { startServer } from './server';
import { streamChannel } from './stream';

/** How often the client's process is looked for, in milliseconds. */
const LOOK_EVERY = 3000;

const args = process.argv.slice(2);
const open = transportOf(args);
if (args.includes('--version')) {
	process.stdout.write(`${version}\n`);
} else if (args.includes('--help')) {
	process.stdout.write('Usage: postmortem-language-server --stdio | --node-ipc | --socket=PORT | --pipe=NAME\n');
} else if (open === undefined) {
	process.stderr.write('postmortem-language-server: no transport given, expected `--stdio` or `--node-ipc`\n');
	process.exitCode = 2;
} else {
	const connection = new Connection(open());
	process.on('uncaughtException', (error) => connection.error(`uncaught: ${error.stack ?? error.message}`));
	process.on('unhandledRejection', (error) => connection.error(`unhandled: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`));
	startServer(connection, nodeHost, { whenGone, end: (code) => process.exit(code) });
}

/** What opens the channel that the arguments name. */
function transportOf([argument, ...more]: readonly string[]): (() => Channel) | undefined {
	if (argument === undefined) return undefined;
	const [name, value = more[0] ?? ''] = argument.split(/=(.*)/s);
	switch (name) {
		case '--stdio':
			return () => streamChannel(process.stdin, process.stdout);
		case '--node-ipc':
			return ipcChannel;
		case '--socket':
			return () => socketChannel({ host: '127.0.0.1', port: Number(value) });
		case '--pipe':
			return () => socketChannel({ path: value });
		default:
			return transportOf(more);
	}
}

function ipcChannel(): Channel {
	return {
		listen(receive, close) {
			process.on('message', receive);
			process.on('disconnect', close);
		},
		// A client that is gone is noticed by the end of the channel.
		send: (message) => void process.send?.(message, undefined, undefined, () => undefined),
	};
}

function socketChannel(address: NetConnectOpts): Channel {
	const socket = createConnection(address);
	return streamChannel(socket, socket);
}

function whenGone(processId: number, gone: () => void): void {
	setInterval(() => {
		try {
			process.kill(processId, 0);
		} catch {
			gone();
		}
	}, LOOK_EVERY).unref();
}
