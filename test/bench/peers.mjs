// The tools that are measured beside ours: fetched once into a folder outside the repository, at these versions.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const VERSIONS = {
	markdownlint: '0.42.1',
	'markdownlint-cli2': '0.24.1',
	'remark-cli': '12.0.1',
	'remark-preset-lint-recommended': '7.0.1',
	remark: '15.0.1',
	'unified-language-server': '4.1.0',
	'vscode-markdown-languageserver': '0.5.0',
	'markdown-it': '15.0.3',
	rumdl: '0.2.75',
	'yaml-language-server': '2.0.0',
};

export const CACHE = process.env.POSTMORTEM_BENCH_CACHE ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'postmortem-bench');
const HOME = path.join(CACHE, 'peers-1');
const modules = path.join(HOME, 'node_modules');
/** The folder that all servers are told they work in; below the peers' packages, because unified loads plugins from there. */
export const WORKSPACE = path.join(HOME, 'workspace');

/** Installs what is missing. @returns the versions that are there, by package. */
export function fetchPeers() {
	if (!Object.entries(VERSIONS).every(([name, version]) => installed(name) === version)) {
		console.error(`Fetching the peers into ${HOME}`);
		mkdirSync(HOME, { recursive: true });
		writeFileSync(path.join(HOME, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies: VERSIONS }));
		const { status } = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: HOME, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
		if (status !== 0) throw new Error('npm could not fetch the peers');
	}
	writeFileSync(path.join(HOME, 'unified-server.mjs'), UNIFIED_SERVER);
	mkdirSync(path.join(WORKSPACE, 'postmortems'), { recursive: true });
	patchWait();
	return Object.fromEntries(Object.keys(VERSIONS).map((name) => [name, installed(name)]));
}

function installed(name) {
	const file = path.join(modules, name, 'package.json');
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
}

/** A server that lints as `remark --use remark-preset-lint-recommended` does. */
const UNIFIED_SERVER = `import { createUnifiedLanguageServer } from 'unified-language-server';
createUnifiedLanguageServer({ configurationSection: 'remark', processorName: 'remark', processorSpecifier: 'remark', plugins: ['remark-preset-lint-recommended'] });
`;

/** yaml-language-server waits before it checks; what is measured is its work. */
function patchWait() {
	const file = path.join(modules, 'yaml-language-server/out/src/yamlSettings.js');
	const text = readFileSync(file, 'utf8');
	writeFileSync(file, text.replace('this.validationDelayMs = 200;', 'this.validationDelayMs = 0;'));
}

/** The compiled program of rumdl, without the script that finds it. */
function rumdl() {
	const folder = path.join(modules, '@rumdl');
	const [platform] = existsSync(folder) ? readdirSync(folder) : [];
	if (!platform) return 'rumdl'; // none for this system: one on the PATH, or no answer
	return path.join(folder, platform, process.platform === 'win32' ? 'rumdl.exe' : 'rumdl');
}

const node = (file, ...args) => [process.execPath, path.join(modules, file), ...args];

/** What answers `markdown/parse`: this server leaves parsing to its client. */
function markdownIt() {
	const parser = createRequire(path.join(HOME, 'x.js'))('markdown-it')({ html: true });
	return ({ text }) => parser.parse(text ?? '', {});
}

/**
 * How each server is started and spoken to.
 * `diagnostics`: `pull` asks for them, `push` waits until they come.
 */
export function servers(ours) {
	return {
		postmortem: { command: [process.execPath, ours, '--stdio'], diagnostics: 'pull', settings: { postmortem: {} } },
		rumdl: { command: [rumdl(), 'server', '--stdio'], diagnostics: 'pull' },
		'vscode-markdown-languageserver': {
			command: node('vscode-markdown-languageserver/dist/node/workerMain.js', '--stdio'),
			diagnostics: 'pull',
			initializationOptions: { markdownFileExtensions: ['md'] },
			settings: {
				markdown: {
					validate: { enabled: true, referenceLinks: { enabled: 'warning' }, fragmentLinks: { enabled: 'warning' }, fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' }, unusedLinkDefinitions: { enabled: 'hint' }, duplicateLinkDefinitions: { enabled: 'warning' }, ignoredLinks: [] },
					suggest: { paths: { enabled: true } },
				},
			},
			answers: (text) => {
				const parse = markdownIt();
				return {
					'markdown/parse': (params) => parse({ text: params.text ?? text() }),
					'markdown/fs/stat': () => ({ isDirectory: false }),
					'markdown/findMarkdownFilesInWorkspace': () => [],
				};
			},
		},
		'unified-language-server': { command: [process.execPath, path.join(HOME, 'unified-server.mjs'), '--stdio'], diagnostics: 'push', outline: false, settings: { remark: {} } },
		'yaml-language-server': { command: node('yaml-language-server/bin/yaml-language-server', '--stdio'), diagnostics: 'push', languageId: 'yaml', settings: { yaml: { validate: true } } },
	};
}

/** How each tool checks files: the command, and what names all Markdown files below the current folder. */
export function linters(ours) {
	return {
		postmortem: { command: [process.execPath, ours, 'lint', '--fail-on', 'never'], below: ['.'] },
		rumdl: { command: [rumdl(), 'check', '--no-cache'], below: ['.'] },
		'markdownlint-cli2': { command: node('markdownlint-cli2/markdownlint-cli2-bin.mjs'), below: ['**/*.md'] },
		'remark-cli': { command: node('remark-cli/cli.js', '--use', path.join(modules, 'remark-preset-lint-recommended/index.js'), '--no-stdout'), below: ['.'] },
	};
}
