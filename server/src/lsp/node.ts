/** The server as a process: `postmortem-language-server --stdio` or `--node-ipc`. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { nodeHost } from '../hosts/node';
import { soundMessages } from './messages';
import { startServer } from './server';

const args = process.argv.slice(2);
const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];

if (args.includes('--version')) {
	process.stdout.write(`${version}\n`);
} else if (args.includes('--help')) {
	process.stdout.write('Usage: postmortem-language-server --stdio | --node-ipc | --socket=PORT | --pipe=NAME\n');
} else if (!args.some((arg) => transports.includes(arg.split('=')[0]!))) {
	process.stderr.write('postmortem-language-server: no transport given, expected `--stdio` or `--node-ipc`\n');
	process.exitCode = 2;
} else {
	const connection = createConnection(ProposedFeatures.all, { messageStrategy: soundMessages });
	process.on('uncaughtException', (error) => connection.console.error(`uncaught: ${error.stack ?? error.message}`));
	process.on('unhandledRejection', (error) => connection.console.error(`unhandled: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`));
	startServer(connection, nodeHost);
}
