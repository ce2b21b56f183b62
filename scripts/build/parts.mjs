// The programs for Node and the server for the browser are made in one build, which cuts what they share into parts: files
// in `dist/server` that load each other when they first need each other. Parts are CommonJS, as a program of Node, and the
// loader of the browser's worker, can load such a file in the middle of a function.
import { transform } from 'esbuild';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import path from 'node:path';
import { globSync } from '../glob.mjs';

/** What starts: its main part by name. */
const PROGRAMS = { 'language-server': 'server/src/lsp/node.ts', browser: 'server/src/lsp/browser.ts', 'command-line': 'server/src/cli/main.ts' };

const CORE = 'server/src/core/';
/**
 * What a start does without. Where a module of another part imports one of these, it gets functions or properties that load
 * the part when the first of them is used.
 */
const LATER = {
	/** To understand and check a document: the server answers `initialize` before it needs that. */
	reading: ['reading', 'service', 'config/load', 'workspace/projects', 'rules/index', 'rules/load-findings', 'template/choose', 'time/zone-target', 'features/codeLenses', 'features/documentSymbols', 'features/foldingRanges', 'features/inlayHints'],
	/** What a person asks for, long after the first findings. */
	asked: [
		'features/completion/index', 'features/hover', 'features/new-postmortem', 'features/paste', 'features/readJson', 'features/suppress',
		'rewrites/convert-document', 'rewrites/index', 'rewrites/time-zone', 'rewrites/to-fill-in', 'rules/fix-all',
	],
	remark: ['markdown/remark'],
	yaml: ['schema/yaml'],
};
/** Where an import of them waits; elsewhere the parts know their own modules. */
const EDGES = { reading: /^server\/src\/lsp\//, asked: /^server\/src\/(?:lsp|cli)\/|\/core\/service\.ts$/, remark: /./, yaml: /./ };
const PAGES = `${CORE}rules`;

/** The options of the one build. @param {object} shared options of all bundles. @param {string} outdir */
export function parts(shared, outdir) {
	return {
		...shared,
		entryPoints: { ...PROGRAMS, ...Object.fromEntries([...Object.keys(LATER), 'pages'].map((name) => [name, `part:${name}`])) },
		outdir,
		format: 'esm',
		splitting: true,
		chunkNames: 'shared-[hash]',
		write: false,
		metafile: true,
		platform: 'browser',
		conditions: ['worker'],
		define: { 'process.env.NODE_DEBUG': 'undefined' },
		external: builtinModules.flatMap((name) => [name, `node:${name}`]),
		sourcemap: shared.sourcemap && 'inline',
		plugins: [...shared.plugins, bothHosts, later, commonJs(shared, outdir)],
	};
}

/** The protocol's library names its files for Node and for the browser by conditions; here both are in one build. */
const bothHosts = {
	name: 'both hosts',
	setup(build) {
		build.onResolve({ filter: /^vscode-(?:jsonrpc|languageserver|languageserver-protocol)\/node$/ }, ({ path: name, resolveDir }) => ({ path: createRequire(path.join(resolveDir, 'importer.js')).resolve(name) }));
	},
};

const later = {
	name: 'later',
	setup(build) {
		const partOf = new Map(Object.entries(LATER).flatMap(([part, modules]) => modules.map((module) => [path.resolve(`${CORE}${module}.ts`), part])));
		build.onResolve({ filter: /^part:/ }, ({ path: name }) => ({ path: name.slice('part:'.length), namespace: 'part' }));
		build.onLoad({ filter: /./, namespace: 'part' }, ({ path: part }) => ({ contents: part === 'pages' ? pages() : exportsOf(LATER[part]), resolveDir: process.cwd() }));

		build.onResolve({ filter: /^\.\.?\// }, ({ path: written, resolveDir, importer, namespace }) => {
			if (namespace !== 'file' || resolveDir.includes('node_modules')) return undefined;
			if (written.endsWith('.md')) return { path: path.basename(written, '.md'), namespace: 'page' };
			const target = path.resolve(resolveDir, written);
			const module = [`${target}.ts`, path.join(target, 'index.ts')].find((file) => partOf.has(file));
			const part = partOf.get(module);
			const from = path.relative(process.cwd(), importer).replaceAll('\\', '/');
			return part && EDGES[part].test(from) ? { path: module, namespace: from.startsWith(CORE) ? 'later in the core' : 'later', pluginData: part, sideEffects: false } : undefined;
		});
		build.onLoad({ filter: /./, namespace: 'later' }, ({ path: module, pluginData: part }) => ({ contents: properties(module, part) }));
		build.onLoad({ filter: /./, namespace: 'later in the core' }, ({ path: module, pluginData: part }) => ({ contents: functions(module, part) }));
		build.onLoad({ filter: /./, namespace: 'page' }, ({ path: page }) => ({ contents: `export default () => loadPart('./pages.js').pages['${page}'];` }));
	},
};

/** In place of a module: properties that load the part when they are read. */
function properties(module, part) {
	return `module.exports = { ${namesIn(module).names.map((name) => `get ${name}() { return loadPart('./${part}.js').${name}; }`).join(', ')} };`;
}

/** The same where a module may pass names on, which reads them at the start: functions, and nothing else of a module that has some. */
function functions(module, part) {
	const { functions } = namesIn(module);
	return functions.length === 0 ? properties(module, part) : functions.map((name) => `export const ${name} = (...args) => loadPart('./${part}.js').${name}(...args);`).join('\n');
}

function exportsOf(modules) {
	return modules.map((module) => `export { ${namesIn(`${CORE}${module}.ts`).names.join(', ')} } from './${CORE}${module}';`).join('\n');
}

function pages() {
	return `export const pages = ${JSON.stringify(Object.fromEntries(globSync(PAGES, '.md').map((file) => [path.basename(file, '.md'), readFileSync(file, 'utf8')])))};`;
}

/** The values that a module exports; what it passes on counts as functions. */
function namesIn(module) {
	const source = readFileSync(module, 'utf8');
	const declared = [...source.matchAll(/^export (?:async )?(function\*?|const|class) (\w+)/gm)].map(([, kind, name]) => ({ name, isFunction: kind.startsWith('function') }));
	const passedOn = [...source.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, list]) => list.split(',')).map((each) => each.trim()).filter((each) => each !== '' && !each.startsWith('type '));
	const all = [...declared, ...passedOn.map((each) => ({ name: each.split(' as ').at(-1), isFunction: true }))];
	return { names: all.map(({ name }) => name), functions: all.filter(({ isFunction }) => isFunction).map(({ name }) => name) };
}

const commonJs = ({ minify, target, charset, legalComments, sourcemap }, outdir) => ({
	name: 'CommonJS',
	setup(build) {
		build.onEnd(async ({ outputFiles = [], metafile }) => {
			mkdirSync(outdir, { recursive: true });
			await Promise.all(outputFiles.map(async ({ path: file, text }) => {
				const name = path.basename(file);
				const { code, map } = await transform(text, { format: 'cjs', define: { loadPart: 'require' }, minify, target, charset, legalComments, sourcefile: name, sourcemap: sourcemap && 'external' });
				writeFileSync(path.join(outdir, name), map ? `${code}//# sourceMappingURL=${name}.map\n` : code);
				if (map) writeFileSync(path.join(outdir, `${name}.map`), map);
			}));
			// The list of the browser's parts, which are read by the client and put together before a worker starts.
			if (metafile) writeFileSync(path.join(outdir, 'browser.json'), JSON.stringify(partsOf(['browser', ...Object.keys(LATER), 'pages'], metafile)));
		});
	},
});

/** The files that the parts of these names need, themselves included. */
export function partsOf(names, metafile) {
	const outputs = new Map(Object.entries(metafile.outputs).map(([file, { imports }]) => [path.basename(file), imports.map((each) => path.basename(each.path))]));
	const files = new Set(names.map((name) => `${name}.js`));
	for (const file of files) for (const needed of outputs.get(file)) if (outputs.has(needed)) files.add(needed);
	return [...files];
}
