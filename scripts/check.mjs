// Everything that is checked without running the product: types, lint, generated files.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));

const checks = [
	['types', 'node_modules/typescript/bin/tsc', '-p', '.'],
	['types of the pure core', 'node_modules/typescript/bin/tsc', '-p', 'server/src/core/tsconfig.json'],
	['lint', 'node_modules/eslint/bin/eslint.js', '.'],
	['generated files', 'scripts/generate.mjs', '--check'],
];

let failed = 0;
for (const [name, script, ...args] of checks) {
	if (!existsSync(script)) {
		console.log(`✗ ${name}: ${script} is missing`);
		failed++;
		continue;
	}
	const { status } = spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' });
	console.log(`${status === 0 ? '✓' : '✗'} ${name}`);
	if (status !== 0) failed++;
}
process.exitCode = failed > 0 ? 1 : 0;
