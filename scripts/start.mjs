// The tool on documents, at once: builds it, prints what it finds and reads in them, opens them in VS Code with the extension.
//   node scripts/start.mjs [--terminal] [FILE…]     without FILE: the documents in examples/
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { globSync } from './glob.mjs';
import { openInEditor } from './start/editor.mjs';
import { summaryOf } from './start/summary.mjs';
import { hasDisplay } from './workbench/find.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const startedIn = process.env.INIT_CWD ?? process.cwd();
const { values, positionals } = parseArgs({ allowPositionals: true, options: { terminal: { type: 'boolean' } } });
const given = positionals.map((file) => path.resolve(startedIn, file));
process.chdir(root);
const files = given.length ? given : globSync('examples', '.md').map((file) => path.resolve(file));

run('scripts/build.mjs');

console.log('What it finds\n');
const lint = run('dist/cli.js', 'lint', '--fail-on', 'error', ...shown(files));
if (lint.status === 2) process.exit(2);

console.log('\nWhat it reads\n');
const read = run('dist/cli.js', 'read', '--format', 'ndjson', ...shown(files));
for (const line of read.stdout.split('\n').filter(Boolean)) console.log(summaryOf(JSON.parse(line)));

if (values.terminal) process.exit(0);
if (!process.stdout.isTTY || !hasDisplay()) {
	console.log('There is no terminal or no display here, so no editor is opened.');
	process.exit(0);
}
await openInEditor({ extension: root, files });

/** Relative paths where they are shorter: they are what people read in the output. */
function shown(paths) {
	return paths.map((file) => {
		const relative = path.relative(root, file);
		return relative.startsWith('..') ? file : relative;
	});
}

/** Runs a script of ours; what it prints is shown, except the data of `read`. Status 1 means findings. */
function run(script, ...args) {
	const result = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', args[0] === 'read' ? 'pipe' : 'inherit', 'inherit'] });
	if (result.error) throw result.error;
	if (result.status !== 0 && args[0] !== 'lint') process.exit(result.status ?? 1);
	return result;
}
