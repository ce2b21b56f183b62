// VS Code with the extension in the Node extension host, as on the desktop, drawn by a browser: the VS Code server that the
// npm package code-server carries.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cached, cachedPackage, folderNameOf, run, unpack } from './cache.mjs';
import { CODE_SERVER, SERVER_NODE, SERVER_NODE_MAJOR } from './versions.mjs';

/** Native modules that are not built when nothing may run install scripts; VS Code does without what they do. */
const STAND_INS = {
	'@vscode/native-watchdog': 'exports.start = () => {}; exports.exit = (code) => process.exit(code);\n',
	'@vscode/spdlog': `const logger = () => new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : () => {}) });
exports.setLevel = exports.setFlushOn = () => {};
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async () => logger();
`,
};

/** The folder of VS Code's server and workbench, fetched when missing. */
export function installVSCode() {
	const folder = cached(`${folderNameOf(CODE_SERVER)}-with-dependencies`, (empty) => {
		unpack(CODE_SERVER, empty);
		const server = path.join(empty, 'lib', 'vscode');
		console.log('Installing the dependencies of VS Code …');
		run('npm', ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], server);
		for (const [name, text] of Object.entries(STAND_INS)) writeFileSync(path.join(server, 'node_modules', name, 'index.js'), text);
	});
	return path.join(folder, 'lib', 'vscode');
}

/** Installs a VSIX into the extensions folder of a profile. */
export function installExtension(vsix, { userData, extensions }) {
	run(findNode(), [
		path.join(installVSCode(), 'out', 'server-main.js'), '--install-extension', vsix, '--accept-server-license-terms',
		'--user-data-dir', userData, '--server-data-dir', path.join(userData, 'server'), '--extensions-dir', extensions,
	]);
}

function findNode() {
	if (Number(process.versions.node.split('.')[0]) >= SERVER_NODE_MAJOR) return process.execPath;
	if (!SERVER_NODE) throw new Error(`VS Code's server needs Node ${SERVER_NODE_MAJOR}, this is ${process.version}`);
	const node = path.join(cachedPackage(SERVER_NODE), 'bin', 'node');
	chmodSync(node, 0o755);
	return node;
}

/**
 * Starts the server on a free port of this machine.
 * `extension` is the folder of the extension under development, `tests` the file exporting `run()` (or undefined),
 * `open` the folder to open, `file` a file in it to show first, `userData` the folder with `User/settings.json`.
 */
export async function startNodeHost({ extension, tests, open, file, userData, extensions, trusted = true, env = {} }) {
	const vscode = installVSCode();
	const node = findNode();
	const token = randomUUID(); // other users and pages of this machine cannot reach the server without it
	mkdirSync(path.join(userData, 'Machine'), { recursive: true });
	writeFileSync(path.join(userData, 'Machine', 'settings.json'), JSON.stringify({
		'chat.disableAIFeatures': true,
		'workbench.startupEditor': 'none',
		'workbench.secondarySideBar.defaultVisibility': 'hidden',
		'telemetry.telemetryLevel': 'off',
	}));
	const server = spawn(node, [
		path.join(vscode, 'out', 'server-main.js'),
		'--host', '127.0.0.1', '--port', '0', '--connection-token', token, '--accept-server-license-terms',
		'--user-data-dir', userData, '--server-data-dir', path.join(userData, 'server'), '--extensions-dir', extensions,
		'--enable-smoke-test-driver', // without it the workbench ignores the extension under development and its tests
		...(trusted ? ['--disable-workspace-trust'] : []),
	], { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: { ...process.env, EXTENSIONS_GALLERY: '{}', ...env } });
	const stop = () => {
		try {
			process.kill(-server.pid); // the whole group: extension hosts outlive the server otherwise
		} catch { /* it has ended by itself */ }
	};
	process.once('exit', stop);
	const port = await listeningPort(server);

	const authority = `localhost:${port}`; // webviews need this name for a secure context
	const remote = (target) => `vscode-remote://${authority}${path.posix.join('/', path.resolve(target).replaceAll('\\', '/'))}`;
	const payload = [['extensionDevelopmentPath', remote(extension)], ['skipWelcome', 'true']];
	if (tests) payload.push(['extensionTestsPath', remote(tests)]);
	if (file) payload.push(['openFile', remote(file)]);
	const url = new URL(`http://${authority}/`);
	url.searchParams.set('tkn', token);
	if (open) url.searchParams.set('folder', path.resolve(open).replaceAll('\\', '/'));
	url.searchParams.set('payload', JSON.stringify(payload));
	return { url: url.href, ended: new Promise((resolve) => server.once('exit', resolve)), stop };
}

function listeningPort(server) {
	return new Promise((resolve, reject) => {
		let said = '';
		const read = (data) => {
			said += data;
			const port = /agent listening on (\d+)/.exec(said)?.[1];
			if (port) resolve(Number(port));
			if (process.env.POSTMORTEM_DEBUG) process.stderr.write(data);
		};
		server.stdout.on('data', read);
		server.stderr.on('data', read);
		server.once('error', reject);
		server.once('exit', (code) => reject(new Error(`VS Code's server ended with ${code}: ${said}`)));
	});
}
