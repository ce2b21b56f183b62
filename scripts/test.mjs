// Builds, runs every suite and sums up; the last line is `N passed, N failed`.
//   node scripts/test.mjs [--only unit|vscode|web]…
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';

process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));

const steps = {
	unit: ['node_modules/mocha/bin/mocha.js', '--forbid-only', 'dist/test/node/**/*.test.mjs'],
	vscode: ['test/vscode/run.mjs'],
	web: ['test/web/run.mjs'],
};
const { only } = parseArgs({ options: { only: { type: 'string', multiple: true, default: Object.keys(steps) } } }).values;
const unknown = only.filter((name) => !Object.hasOwn(steps, name));
if (unknown.length) {
	console.error(`Unexpected --only ${unknown.join(', ')}, expected ${Object.keys(steps).join(', ')}`);
	process.exit(2);
}

const results = [];
const build = await runNode(['scripts/build.mjs', '--tests']);
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
process.exitCode = sum('failed') > 0 ? 1 : 0;

/** Runs a script to its end, showing its output while it comes. */
function runNode(args) {
	const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
	let output = '';
	child.stdout.setEncoding('utf8').on('data', (text) => {
		output += text;
		process.stdout.write(text);
	});
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => resolve({ code, output }));
	});
}

function count(output, pattern) {
	// eslint-disable-next-line no-control-regex -- colours of mocha's report
	return [...output.replace(/\u001b\[\d+m/g, '').matchAll(pattern)].reduce((total, [, number]) => total + Number(number), 0);
}
