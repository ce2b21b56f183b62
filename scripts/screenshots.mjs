// Takes the pictures of the README from a run in a real VS Code and leaves them in docs/images.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));

for (const args of [['scripts/build.mjs', '--tests'], ['test/vscode/run.mjs', 'pictures', '--pictures', 'docs/images']]) {
	const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
	if (status !== 0) process.exit(status ?? 1);
}
