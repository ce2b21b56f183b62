// VS Code for the web without a server behind it, as on vscode.dev: a virtual file system, the extension in the web worker
// host. Files served from this machine to this machine.
import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { cachedPackage } from './cache.mjs';
import { installVSCode } from './node-host.mjs';
import { CODE_SERVER, MARKDOWN_IN_BROWSER, TEST_WEB } from './versions.mjs';

const HOST = 'localhost'; // a secure context, and *.localhost resolves: webviews need both
const TYPES = {
	'.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.html': 'text/html', '.json': 'application/json',
	'.svg': 'image/svg+xml', '.wasm': 'application/wasm', '.ttf': 'font/ttf', '.png': 'image/png', '.md': 'text/markdown',
};
const WORKBENCH = 'out/vs/code/browser/workbench/workbench';

/** Serves the workbench with `extension` under development, `tests` (a file below it, or undefined) and the folder `open`. */
export async function startWebHost({ extension, tests, open }) {
	const vscode = installVSCode();
	const roots = {
		build: vscode,
		devextensions: extension,
		fs: path.join(cachedPackage(TEST_WEB), 'fs-provider'),
		markdown: path.join(cachedPackage(MARKDOWN_IN_BROWSER), 'resources'),
	};
	const workbench = standAlone(readFileSync(path.join(vscode, `${WORKBENCH}.js`), 'utf8'));
	let page = '';
	const server = http.createServer((request, response) => {
		const { pathname, searchParams } = new URL(request.url, `http://${HOST}`);
		response.setHeader('Access-Control-Allow-Origin', '*');
		response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
		const asked = decodeURIComponent(pathname);
		if (asked === '/') send(response, page, 'text/html');
		else if (asked === `/static/build/${WORKBENCH}.js`) send(response, workbench, 'text/javascript');
		else if (asked === '/static/mount' || asked.startsWith('/static/mount/')) sendMounted(response, inside(open, asked.slice('/static/mount'.length)), searchParams);
		else sendStatic(response, asked, roots);
	});
	await new Promise((ready) => server.listen(0, HOST, ready));
	const authority = `${HOST}:${server.address().port}`;
	page = pageFor(vscode, authority, tests && path.relative(extension, tests).replaceAll('\\', '/'));
	return {
		url: `http://${authority}/`,
		stop() {
			server.close();
			server.closeAllConnections();
		},
	};
}

/** This build of the workbench expects a server; two changes make it do without. */
function standAlone(workbench) {
	const changes = [
		[',remoteAuthority:location.host}', '}'],
		[
			/get userRoamingDataHome\(\)\{return \w+\((\w+)\.file\(this\.userDataPath\)\.with\(\{scheme:(\w+)\.vscodeRemote\}\),"User"\)\}/,
			'get userRoamingDataHome(){return $1.file("/User").with({scheme:$2.vscodeUserData})}',
		],
	];
	return changes.reduce((text, [from, to]) => {
		const changed = text.replace(from, to);
		if (changed === text) throw new Error(`The workbench of ${CODE_SERVER} does not hold ${from}`);
		return changed;
	}, workbench);
}

function pageFor(vscode, authority, tests) {
	const at = (target) => ({ scheme: 'http', authority, path: target });
	const configuration = {
		userDataPath: '/User',
		enableWorkspaceTrust: false,
		isEnabledFileDownloads: true,
		isEnabledFileUploads: true,
		isEnabledCoderGettingStarted: false,
		folderUri: { scheme: 'vscode-test-web', authority: 'mount', path: '/' },
		additionalBuiltinExtensions: [at('/static/fs')],
		developmentOptions: {
			extensions: [at('/static/devextensions')],
			...(tests ? { extensionTestsPath: at(`/static/devextensions/${tests}`) } : {}),
		},
		configurationDefaults: { 'workbench.startupEditor': 'none', 'workbench.secondarySideBar.defaultVisibility': 'hidden' },
		productConfiguration: {
			...JSON.parse(readFileSync(path.join(vscode, 'product.json'), 'utf8')),
			enableTelemetry: false,
			extensionsGallery: undefined,
			rootEndpoint: undefined,
			webEndpointUrlTemplate: `http://{{uuid}}.${authority}/static/build`,
			webviewContentExternalBaseUrlTemplate: `http://{{uuid}}.${authority}/static/build/out/vs/workbench/contrib/webview/browser/pre/`,
			extensionEnabledApiProposals: { 'vscode.vscode-test-web-fs': ['fileSearchProvider', 'textSearchProvider'] },
		},
	};
	const values = {
		WORKBENCH_WEB_CONFIGURATION: JSON.stringify(configuration).replaceAll('"', '&quot;'),
		WORKBENCH_WEB_BASE_URL: '/static/build',
		WORKBENCH_NLS_FALLBACK_URL: '/static/build/out/nls.messages.js',
		WORKBENCH_NLS_URL: '/static/build/out/nls.messages.js',
		WORKBENCH_AUTH_SESSION: '',
		WORKBENCH_SCRIPT_NONCE: '',
		BASE: '.',
		VS_BASE: '.',
	};
	return Object.entries(values).reduce(
		(html, [key, value]) => html.replaceAll(`{{${key}}}`, () => value),
		readFileSync(path.join(vscode, `${WORKBENCH}.html`), 'utf8'),
	);
}

function sendStatic(response, asked, roots) {
	const markdown = '/static/build/extensions/markdown-language-features/dist/browser/';
	const [, area, rest] = asked.startsWith(markdown)
		? ['', 'markdown', asked.slice(markdown.length)]
		: /^\/static\/([a-z]+)\/(.*)$/s.exec(asked) ?? [];
	const file = area && Object.hasOwn(roots, area) ? inside(roots[area], rest) : undefined;
	// Built-in extensions that come without their browser bundle do nothing.
	if (area === 'build' && file && /^extensions\/.*\.js$/.test(rest) && !existsSync(file)) send(response, 'exports.activate=()=>({});', 'text/javascript');
	else sendFile(response, file);
}

/** What the file system provider asks of a mounted folder. */
function sendMounted(response, target, asked) {
	try {
		if (asked.has('stat')) {
			const stat = statSync(target);
			sendJson(response, { type: typeOf(stat), ctime: +stat.ctime, mtime: +stat.mtime, size: stat.size });
		} else if (asked.has('readdir')) {
			sendJson(response, readdirSync(target, { withFileTypes: true }).map((entry) => ({ name: entry.name, type: typeOf(entry) })));
		} else sendFile(response, target);
	} catch (error) {
		sendJson(response, { error: error.code });
	}
}

/** The numbers of `vscode.FileType`. */
function typeOf(entry) {
	return entry.isFile() ? 1 : entry.isDirectory() ? 2 : 0;
}

function inside(root, relative) {
	const target = path.join(root, relative);
	return target === root || target.startsWith(root + path.sep) ? target : undefined;
}

function sendFile(response, file) {
	if (!file || !existsSync(file) || !statSync(file).isFile()) {
		response.statusCode = 404;
		response.end();
		return;
	}
	response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'application/octet-stream');
	createReadStream(file).pipe(response);
}

function sendJson(response, value) {
	send(response, JSON.stringify(value), 'application/json');
}

function send(response, body, type) {
	response.setHeader('Content-Type', type);
	response.end(body);
}
