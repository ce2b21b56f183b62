/** The server as a process: `postmortem-language-server --stdio` or `--node-ipc`. */
import { version } from '../../../package.json';
import { nodeHost } from '../hosts/node';
import { transportOf } from './connection/node-transports';
import { startServer } from './server';

const args = process.argv.slice(2);

if (args.includes('--version')) {
	process.stdout.write(`${version}\n`);
} else if (args.includes('--help')) {
	process.stdout.write('Usage: postmortem-language-server --stdio | --node-ipc | --socket=PORT | --pipe=NAME\n');
} else {
	const transport = transportOf(args);
	if (transport) {
		const server = startServer(transport, () => nodeHost);
		process.on('uncaughtException', (error) => server.logFault('uncaught', error));
		process.on('unhandledRejection', (error) => server.logFault('unhandled', error));
	} else {
		process.stderr.write('postmortem-language-server: no transport given, expected `--stdio` or `--node-ipc`\n');
		process.exitCode = 2;
	}
}
