// What most starts do without stands in files of its own beside the bundle. Where the bundle imports such a module it gets
// functions that load the file when one of them is first called.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from '../glob.mjs';

/** The modules, by the name of their file. They may export functions alone. */
const MODULES = { yaml: 'server/src/core/schema/yaml.ts', remark: 'server/src/core/markdown/remark.ts' };
const PAGES = 'server/src/core/rules';

/** The plugin for a bundle. @param {string} folder the way from the bundle to the files, as `./`. */
export function later(folder) {
	const files = new Map(Object.entries(MODULES).map(([name, module]) => [path.resolve(module), `${folder}${name}.js`]));
	return {
		name: 'later',
		setup(build) {
			build.onResolve({ filter: /./, namespace: 'later' }, ({ path: file }) => ({ path: file, external: true }));
			build.onResolve({ filter: /^\.\.?\// }, ({ path: written, resolveDir }) => {
				const module = path.resolve(resolveDir, /\.md$/.test(written) ? written : `${written}.ts`);
				return files.has(module) || module.endsWith('.md') ? { path: module, namespace: 'later' } : undefined;
			});
			build.onLoad({ filter: /\.ts$/, namespace: 'later' }, ({ path: module }) => {
				const calls = functionsOf(module).map((name) => `export const ${name} = (...args) => load().${name}(...args);`);
				return { contents: `let part;\nconst load = () => (part ??= require('${files.get(module)}'));\n${calls.join('\n')}` };
			});
			build.onLoad({ filter: /\.md$/, namespace: 'later' }, ({ path: page }) => ({ contents: `export default () => require('${folder}pages.js')['${path.basename(page, '.md')}'];` }));
		},
	};
}

/** The bundles of the files themselves. */
export function laterFiles(options, outdir) {
	const pages = Object.fromEntries(globSync(PAGES, '.md').map((file) => [path.basename(file, '.md'), readFileSync(file, 'utf8')]));
	return [
		{ ...options, entryPoints: MODULES, outdir },
		{ ...options, stdin: { contents: `module.exports = ${JSON.stringify(pages)};` }, outfile: `${outdir}/pages.js` },
	];
}

function functionsOf(module) {
	const source = readFileSync(module, 'utf8');
	const other = /^export (?!function |type |interface ).*/m.exec(source);
	if (other) throw new Error(`${module}: only functions can be loaded later, not \`${other[0]}\``);
	return [...source.matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
}
