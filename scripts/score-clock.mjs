// How well times are read in the documents under test/clock: the figures, and each miss.
//   node scripts/score-clock.mjs
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));

for (const args of [['scripts/build.mjs', '--tests'], ['node_modules/mocha/bin/mocha.js', '--exit', 'dist/test/node/test/clock/*.test.mjs']]) {
	const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, CLOCK_MISSES: '1' } });
	if (status !== 0) process.exit(status ?? 1);
}
