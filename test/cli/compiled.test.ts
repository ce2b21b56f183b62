// What is kept of compiled code may make a start quicker, and never changes what a program does.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

describe('compiled code', () => {
	let folder: string;
	let kept: string;
	beforeEach(() => {
		folder = mkdtempSync(path.join(os.tmpdir(), 'postmortem-compiled-'));
		cpSync('dist/cli.js', path.join(folder, 'cli.js'));
		cpSync('dist/server', path.join(folder, 'server'), { recursive: true, filter: (file) => !file.includes('.compiled') });
		kept = path.join(folder, 'server/.compiled');
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	const help = () => {
		const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(folder, 'cli.js'), '--help'], { encoding: 'utf8' });
		assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
		return stdout;
	};

	it('is kept beside the program by the first run', () => {
		const first = help();
		assert.ok(readdirSync(kept).some((name) => name.startsWith('command-line.js.')));
		assert.equal(help(), first);
	});

	it('is not taken for a program that was changed, even where its length stayed the same', () => {
		help();
		const program = path.join(folder, 'server/command-line.js');
		const text = readFileSync(program, 'utf8');
		const changed = text.replaceAll('Reads and checks incident postmortems', 'Checks and reads incident postmortems');
		assert.notEqual(changed, text);
		writeFileSync(program, changed);
		assert.match(help(), /^Checks and reads incident postmortems/m);
	});

	it('that is broken is made anew', () => {
		const first = help();
		for (const name of readdirSync(kept)) writeFileSync(path.join(kept, name), readFileSync(path.join(kept, name)).subarray(0, 60));
		assert.equal(help(), first);
		for (const name of readdirSync(kept)) assert.ok(readFileSync(path.join(kept, name)).length > 60, name);
	});
});
