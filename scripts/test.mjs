// Builds, runs every suite and sums up; the last line is `N passed, N failed`.
//   node scripts/test.mjs [--only unit|vscode|web]…
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';

process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));

/** What is run, and after how many seconds it is given up: a hung suite has failed, it does not hang the whole run. */
const steps = {
	// `--exit`: a server that a failed test left running must not keep mocha alive.
	unit: { args: ['node_modules/mocha/bin/mocha.js', '--forbid-only', '--exit', 'dist/test/node/**/*.test.mjs'], limit: 480 },
	vscode: { args: ['test/vscode/run.mjs'], limit: 420 },
	web: { args: ['test/web/run.mjs'], limit: 150 },
};
const BUILD_LIMIT = 60;
const KILL_GRACE_MS = 5_000;
const { only } = parseArgs({ options: { only: { type: 'string', multiple: true, default: Object.keys(steps) } } }).values;
const unknown = only.filter((name) => !Object.hasOwn(steps, name));
if (unknown.length) {
	console.error(`Unexpected --only ${unknown.join(', ')}, expected ${Object.keys(steps).join(', ')}`);
	process.exit(2);
}

const results = [];
const build = await runNode({ args: ['scripts/build.mjs', '--tests'], limit: BUILD_LIMIT });
if (build.code !== 0) results.push({ name: 'build', passed: 0, failed: 1 });
else {
	for (const name of only) {
		console.log(`\n── ${name} ──`);
		const started = Date.now();
		const { code, output } = await runNode(steps[name]);
		const passed = count(output, /^ *(\d+) passing/gm);
		const failed = count(output, /^ *(\d+) failing/gm);
		// A suite that ended badly without naming a failed test, or ran none, has failed as a whole.
		const fault = failed === 0 && (code !== 0 || passed === 0);
		results.push({ name, passed, failed: fault ? 1 : failed, seconds: Math.round((Date.now() - started) / 1000), note: fault ? ` (exit status ${code}, ${passed} tests ran)` : '' });
	}
}

console.log('');
for (const { name, passed, failed, seconds = 0, note = '' } of results) console.log(`${name}: ${passed} passed, ${failed} failed, ${seconds} s${note}`);
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') > 0 ? 1 : 0);

/** Runs a script to its end or its limit, showing its output while it comes. */
function runNode({ args, limit }) {
	const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
	const timer = setTimeout(() => {
		console.error(`Given up after ${limit} s`);
		child.kill('SIGTERM');
		setTimeout(() => child.kill('SIGKILL'), KILL_GRACE_MS).unref();
	}, limit * 1000);
	let output = '';
	child.stdout.setEncoding('utf8').on('data', (text) => {
		output += text;
		process.stdout.write(text);
	});
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code) => {
			clearTimeout(timer);
			// What the script left running may hold its output open.
			const rest = setTimeout(() => resolve({ code, output }), KILL_GRACE_MS);
			child.once('close', () => {
				clearTimeout(rest);
				resolve({ code, output });
			});
		});
	});
}

function count(output, pattern) {
	// eslint-disable-next-line no-control-regex -- colours of mocha's report
	return [...output.replace(/\u001b\[\d+m/g, '').matchAll(pattern)].reduce((total, [, number]) => total + Number(number), 0);
}
