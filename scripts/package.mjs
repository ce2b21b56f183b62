// Builds the VSIX from minified bundles, holds it to its budget and its list of files; with --verify it is installed into a
// VS Code and has to activate there.
//   node scripts/package.mjs [--verify]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PackageManager, createVSIX, listFiles } from '@vscode/vsce';
import { verifyInstalled } from './workbench/verify.mjs';

process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));

const KILOBYTE = 1024;
/** In bytes, minified. */
const BUDGETS = {
	'dist/client/node.js': 400 * KILOBYTE,
	'dist/client/browser.js': 400 * KILOBYTE,
};
const SERVER_BUDGET = 1100 * KILOBYTE;
const VSIX_BUDGET = 600 * KILOBYTE;

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const vsix = path.resolve(`${name}-${version}.vsix`);

rmSync('dist', { recursive: true, force: true });
const built = spawnSync(process.execPath, ['scripts/build.mjs', '--minify'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);

const files = await listFiles({ packageManager: PackageManager.None });
await createVSIX({ packagePath: vsix, dependencies: false, allowMissingRepository: true, skipLicense: false });

const server = files.filter((file) => /^dist.server.*\.js$/.test(file));
const sizes = [...Object.entries(BUDGETS).map(([file, budget]) => [file, [file], budget]), ['all parts of the server', server, SERVER_BUDGET], [path.basename(vsix), [vsix], VSIX_BUDGET]];
for (const [file, all, budget] of sizes) {
	const size = all.reduce((sum, each) => sum + statSync(each).size, 0);
	console.log(`${file}: ${Math.round(size / KILOBYTE)} of ${budget / KILOBYTE} KB`);
	if (size > budget) {
		console.error(`${file} is over its budget`);
		process.exitCode = 1;
	}
}
console.log(`${files.length} files`);

if (process.argv.includes('--verify')) {
	const scratch = mkdtempSync(path.join(os.tmpdir(), 'postmortem-package-'));
	try {
		await verifyInstalled(vsix, scratch);
		console.log('The VSIX installs and activates');
	} finally {
		rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
	}
}
