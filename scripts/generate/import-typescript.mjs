import { build } from 'esbuild';
import { assets } from '../build/assets.mjs';

/** Bundles a TypeScript module of this repository in memory and imports it. */
export async function importTypeScript(entry) {
	const { outputFiles } = await build({
		entryPoints: [entry],
		bundle: true,
		write: false,
		format: 'esm',
		platform: 'node',
		target: 'node20',
		plugins: [assets],
		// Libraries in CommonJS ask for Node's own modules by `require`.
		banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(process.cwd() + '/');" },
		logLevel: 'warning',
	});
	return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
}
