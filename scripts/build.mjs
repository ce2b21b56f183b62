// Bundles the extension, the servers, the CLI and (with --tests) the test suites into dist/.
//   node scripts/build.mjs [--watch] [--tests] [--minify] [--outdir FOLDER]
import { context } from 'esbuild';
import { assets } from './build/assets.mjs';
import { parts } from './build/parts.mjs';
import { withoutUnusedFeatures } from './build/unused-features.mjs';
import { globSync } from './glob.mjs';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));
const flags = new Set(process.argv.slice(2));
/** Where the product goes; tests and editors use `dist`. */
const outdir = flags.has('--outdir') ? process.argv[process.argv.indexOf('--outdir') + 1] : 'dist';

const shared = {
	bundle: true,
	sourcemap: flags.has('--minify') ? false : 'linked',
	minify: flags.has('--minify'),
	target: 'es2022',
	charset: 'utf8',
	plugins: [assets],
	alias: { 'decode-named-character-reference': './scripts/build/no-entities.mjs' },
	logLevel: 'warning',
	legalComments: 'none',
};
const node = { ...shared, platform: 'node', format: 'cjs', mainFields: ['module', 'main'] };
// Without the `worker` condition a build of decode-named-character-reference that needs `document` is taken.
const browser = { ...shared, platform: 'browser', conditions: ['worker'], define: { 'process.env.NODE_DEBUG': 'undefined' } };

rmSync(`${outdir}/server`, { recursive: true, force: true });
const client = { outdir, external: ['vscode'], plugins: [...shared.plugins, withoutUnusedFeatures] };
const started = { banner: { js: '#!/usr/bin/env node' }, sourcemap: false };
const bundles = [
	parts(shared, `${outdir}/server`),
	{ ...node, ...started, entryPoints: { 'server/node': 'server/src/lsp/postmortem-language-server.ts', cli: 'server/src/cli/postmortem.ts' }, outdir },
	{ ...node, ...client, entryPoints: { 'client/node': 'client/src/hosts/node.ts' } },
	{ ...browser, ...client, format: 'cjs', entryPoints: { 'client/browser': 'client/src/hosts/browser.ts' } },
];
if (flags.has('--tests')) {
	rmSync('dist/test', { recursive: true, force: true });
	const suites = ['server/src', 'client/src', 'test/lsp', 'test/cli', 'test/repo', 'test/kit', 'test/laws', 'test/grammar', 'test/clock', 'test/bench'].flatMap((folder) => globSync(folder, '.test.ts'));
	bundles.push({ ...node, format: 'esm', entryPoints: suites, outbase: '.', outdir: 'dist/test/node', outExtension: { '.js': '.mjs' }, splitting: true, packages: 'external' });
	for (const group of ['suites', 'restricted', 'unseen', 'pictures']) {
		bundles.push({ ...node, ...hostSuites(`test/vscode/${group}`, './test/vscode/node-suites.ts'), outfile: `dist/test/vscode/${group}.js`, external: ['vscode'] });
	}
	bundles.push({ ...browser, ...hostSuites('test/web', './test/vscode/mocha.ts'), format: 'cjs', outfile: 'dist/test/web/suites.js', external: ['vscode'] });
}

/** An entry exporting the `run()` that an extension host calls: `runSuites` of `runner` over all suites of a folder. */
function hostSuites(folder, runner) {
	const loads = globSync(folder, '.test.ts').map((file) => `require('./${file}');`);
	return {
		stdin: {
			contents: `import { runSuites } from '${runner}';\nexport const run = () => runSuites(() => { ${loads.join(' ')} });\n`,
			resolveDir: '.',
			sourcefile: `${folder}.ts`,
			loader: 'ts',
		},
	};
}

const contexts = await Promise.all(bundles.map((options) => context(options)));
if (flags.has('--watch')) {
	await Promise.all(contexts.map((each) => each.watch()));
	console.log('watching');
} else {
	await Promise.all(contexts.map((each) => each.rebuild()));
	await Promise.all(contexts.map((each) => each.dispose()));
}
