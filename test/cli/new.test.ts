/** `postmortem new` writes what it is asked for, where it is asked for, and never over a file. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from '../../server/src/cli/run';

describe('postmortem new', () => {
	let cwd: string;
	beforeEach(() => {
		cwd = mkdtempSync(path.join(os.tmpdir(), 'postmortem-new-'));
	});
	afterEach(() => rmSync(cwd, { recursive: true, force: true }));

	async function call(...args: string[]) {
		let out = '';
		let err = '';
		const status = await run(['new', ...args], {
			cwd, env: {}, isTerminal: false, now: () => Date.UTC(2025, 1, 12, 9),
			out: (text) => void (out += text), err: (text) => void (err += text), stdin: async () => new Uint8Array(),
		});
		return { status, out, err };
	}
	const written = (file: string) => readFileSync(path.join(cwd, file), 'utf8');

	it('writes where the config wants it, in the config\'s template, which needs no name then', async () => {
		writeFileSync(path.join(cwd, '.postmortem.yaml'), 'template: outage\nnewFile: "incidents/{date}-{slug}.md"\n');
		assert.deepEqual(await call('--title', 'Checkout down', '--severity', 'SEV1'), { status: 0, out: 'incidents/2025-02-12-checkout-down.md\n', err: '' });
		const text = written('incidents/2025-02-12-checkout-down.md');
		assert.ok(text.startsWith('# Postmortem: Checkout down\n'));
		assert.match(text, /^## Issue Summary$/m);
	});

	it('names a template that the config does not name', async () => {
		await call('--title', 'Checkout down', '--template', 'sre', '--output', 'a.md');
		assert.ok(written('a.md').startsWith('---\ntemplate: sre\n---\n'));
	});

	it('never writes over a file', async () => {
		writeFileSync(path.join(cwd, 'a.md'), 'mine\n');
		const { status, out, err } = await call('--title', 'Checkout down', '--output', 'a.md');
		assert.deepEqual([status, out, written('a.md')], [2, '', 'mine\n']);
		assert.match(err, /^postmortem: a\.md is there already, expected a free name/);
	});

	const refused: [args: string[], line: RegExp][] = [
		[[], /missing title/],
		[['--title', 'x', '--date', '2025-02-30'], /unexpected `--date 2025-02-30`, expected a day/],
		[['--title', 'x', '--severity', 'SEV9'], /unexpected `--severity SEV9`, expected one of SEV1, SEV2/],
		[['--title', 'x', '--template', 'srr'], /unknown template `srr`, did you mean `sre`\?/],
	];
	for (const [args, line] of refused) {
		it(`writes nothing with ${args.join(' ') || 'no option'}`, async () => {
			const { status, out, err } = await call(...args);
			assert.deepEqual([status, out, err.split('\n').length], [2, '', 2]);
			assert.match(err, line);
			assert.ok(!existsSync(path.join(cwd, 'docs')));
		});
	}
});
