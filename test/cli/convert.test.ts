import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const CLI = path.resolve('dist/cli.js');
const BEFORE = '# Postmortem: carts lost on 2024-03-02\n\n## Action Items\n\n- Drain nodes\n\n## Root Cause\n\nNot drained.\n\n## Timeline\n\n- 09:02 UTC Restart\n- 09:10 UTC Filled\n\n## Summary\n\nCarts were empty.\n';
const AFTER = '# Postmortem: carts lost on 2024-03-02\n\n## Summary\n\nCarts were empty.\n\n## Timeline\n\n- 09:02 UTC Restart\n- 09:10 UTC Filled\n\n## Root Cause\n\nNot drained.\n\n## Action Items\n\n- Drain nodes\n';

describe('postmortem convert', () => {
	let folder: string;
	let file: string;
	beforeEach(() => {
		folder = mkdtempSync(path.join(tmpdir(), 'convert-'));
		file = path.join(folder, 'outage.md');
		writeFileSync(file, BEFORE);
	});
	afterEach(() => rmSync(folder, { recursive: true }));

	function run(args: readonly string[], input = ''): { status: number | null; out: string; err: string } {
		const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'convert', ...args], { cwd: folder, input, encoding: 'utf8' });
		return { status, out: stdout, err: stderr };
	}

	it('prints the document in the order of the template, and leaves the file alone', () => {
		assert.deepEqual(run(['outage.md', '--to', 'minimal']), { status: 0, out: AFTER, err: '' });
		assert.equal(readFileSync(file, 'utf8'), BEFORE);
	});
	it('writes the file when told to, and changes nothing the second time', () => {
		for (let times = 1; times <= 2; times++) {
			assert.deepEqual(run(['outage.md', '--to', 'minimal', '--write']), { status: 0, out: '', err: '' });
			assert.equal(readFileSync(file, 'utf8'), AFTER);
		}
	});
	it('writes tables as the configuration says', () => {
		writeFileSync(file, '# Postmortem: carts lost on 2024-03-02\n\n## Summary\n\nCarts were empty.\n');
		assert.ok(run(['outage.md', '--to', 'minimal']).out.endsWith('\n| Action | Owner | Due | Status |\n| ------ | ----- | --- | ------ |\n|        |       |     |        |\n'));
		writeFileSync(path.join(folder, '.postmortem.yaml'), 'tables: stable\n');
		assert.ok(run(['outage.md', '--to', 'minimal']).out.endsWith('\n| Action | Owner | Due | Status |\n| --- | --- | --- | --- |\n|  |  |  |  |\n'));
	});
	it('reads from standard input', () => assert.equal(run(['--stdin', '--to', 'minimal'], BEFORE).out, AFTER));

	for (const [name, args, line] of [
		['an unknown template', ['outage.md', '--to', 'minimum'], /^postmortem: unknown template `minimum`, did you mean `minimal`\?\n$/],
		['no template', ['outage.md'], /^postmortem: missing `--to TEMPLATE`, expected the name of a template\n$/],
		['no file', ['--to', 'sre'], /^postmortem: missing file, expected `postmortem convert FILE --to TEMPLATE`\n$/],
		['two files', ['outage.md', 'other.md', '--to', 'sre'], /^postmortem: unexpected `other\.md`, expected one file\n$/],
		['a file that is not there', ['gone.md', '--to', 'sre'], /^postmortem: gone\.md: no such file\n$/],
		['writing what came from standard input', ['--stdin', '--write', '--to', 'sre'], /^postmortem: unexpected `--write` with `--stdin`, expected a file\n$/],
	] as const) {
		it(`says one line and exits with 2: ${name}`, () => {
			const { status, out, err } = run(args);
			assert.deepEqual([status, out], [2, '']);
			assert.match(err, line);
		});
	}
	it('tells its options', () => assert.match(run(['--help']).out, /^Usage: postmortem convert FILE --to TEMPLATE\n[\s\S]*--to TEMPLATE[\s\S]*--write/));
});
