// Bundles one of the programs here that measure the core in their own process, and runs it.
//   node test/bench/in-process.mjs keystrokes|equality [ARGUMENTS]
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { assets } from '../../scripts/build/assets.mjs';

const FOLDER = path.dirname(fileURLToPath(import.meta.url));

/** @returns the file of the bundle. */
export async function bundled(program) {
	const outfile = path.join(FOLDER, `../../.cache/in-process/${program}.cjs`);
	await build({ entryPoints: [path.join(FOLDER, `${program}.ts`)], outfile, bundle: true, platform: 'node', format: 'cjs', target: 'es2022', mainFields: ['module', 'main'], plugins: [assets], sourcemap: 'linked', logLevel: 'warning' });
	return outfile;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const [program, ...args] = process.argv.slice(2);
	const { status } = spawnSync(process.execPath, ['--enable-source-maps', await bundled(program), ...args], { stdio: 'inherit' });
	process.exitCode = status ?? 1;
}
