/** Many files: worker threads, the cache and streaming change how long a run takes, and nothing else. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FORMATS } from '../../server/src/cli/formats/format';
import { run as runInProcess } from '../../server/src/cli/run';

const CLI = path.resolve('dist/cli.js');
const document = (index: number) => `# Postmortem: mail queue stuck, number ${index}\n\n- **Date:** 2026-03-0${1 + (index % 9)}\n- **Severity:** SEV${1 + (index % 3)}\n\n## Timeline\n\nAll times in UTC.\n\n- 10:0${index % 10} queue stops\n- 10:4${index % 10} queue restarted\n\n## Root cause\n\n${index % 4 === 0 ? 'TBD' : 'A worker waited for itself.'}\n`;

describe('lint of many files', function () {
	this.timeout(60_000);
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(path.join(os.tmpdir(), 'postmortem-archive-'));
		for (let index = 0; index < 12; index++) write(`incidents/${index}.md`, document(index));
		write('notes/shopping.md', '# Shopping\n\n- bread\n');
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	function write(file: string, text: string | Buffer): void {
		mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
		writeFileSync(path.join(folder, file), text);
	}

	function lint(...args: string[]): { status: number | null; out: string; err: string } {
		const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'lint', ...args], { cwd: folder, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '0' } });
		return { status, out: stdout, err: stderr };
	}

	const cached = (...args: string[]) => lint('--cache', '--cache-location', 'kept/found', ...args);

	it('says the same with and without worker threads, the first and the second time with a cache', () => {
		write('incidents/broken.md', Buffer.from([35, 32, 0, 1]));
		for (const format of Object.keys(FORMATS)) {
			const args = ['incidents', 'notes/shopping.md', 'incidents/broken.md', '--as-of', '2026-05-01', '--format', format];
			const alone = lint(...args, '--workers', '0');
			assert.equal(alone.status, 2, alone.err);
			assert.match(alone.err, /^postmortem: incidents\/broken\.md: unexpected binary content/m);
			assert.match(alone.err, /^postmortem: notes\/shopping\.md: no postmortem, not checked$/m);
			assert.ok(alone.out.includes('placeholder-left'));
			assert.deepEqual(lint(...args, '--workers', '2'), alone);
			assert.deepEqual(cached(...args), alone);
			assert.deepEqual(cached(...args), alone);
		}
	});

	it('prints JSON that is the whole of what was found, in the order of the names', () => {
		const { files } = JSON.parse(lint('--format', 'json', '--workers', '2').out) as { files: { file: string; findings: { rule: string }[] }[] };
		assert.deepEqual(files.map(({ file }) => file), ['0', '1', '10', '11', '2', '3', '4', '5', '6', '7', '8', '9'].map((name) => `incidents/${name}.md`));
		assert.deepEqual(files.filter(({ findings }) => findings.some(({ rule }) => rule === 'placeholder-left')).map(({ file }) => file), ['incidents/0.md', 'incidents/4.md', 'incidents/8.md']);
	});

	it('takes from the cache what was found, and reads no more of the file', () => {
		cached();
		const kept = path.join(folder, 'kept/found');
		writeFileSync(kept, readFileSync(kept, 'utf8').replaceAll('placeholder-left', 'from-the-cache'));
		assert.match(cached().out, / from-the-cache /);
	});

	it('checks anew after a change of the text, the config, the template, an option or the day', () => {
		const rules = (...args: string[]) => (JSON.parse(cached('--format', 'json', '--fail-on', 'never', ...args).out) as { files: { file: string; template: string; findings: { rule: string; severity: string }[] }[] }).files;
		const placeholders = (...args: string[]) => rules(...args).flatMap(({ findings }) => findings.filter(({ rule }) => rule === 'placeholder-left').map(({ severity }) => severity));
		assert.deepEqual(placeholders(), ['information', 'information', 'information']);
		write('incidents/0.md', document(0).replace('TBD', 'A worker waited for itself.'));
		assert.deepEqual(placeholders(), ['information', 'information']);
		write('.postmortem.yaml', 'rules:\n  placeholder-left: error\n');
		assert.deepEqual(placeholders(), ['error', 'error']);
		write('house.yaml', 'name: house\nsections:\n  - title: Timeline\n    role: timeline\n    required: true\n');
		write('.postmortem.yaml', 'template: house.yaml\n');
		const missing = () => rules().flatMap(({ findings }) => findings).filter(({ rule }) => rule === 'section-missing').length;
		assert.equal(missing(), 0);
		write('house.yaml', 'name: house\nsections:\n  - title: Timeline\n    role: timeline\n    required: true\n  - title: Impact\n    role: impact\n    required: true\n');
		assert.equal(missing(), 12);
		rmSync(path.join(folder, '.postmortem.yaml'));
		assert.deepEqual([...new Set(rules('--template', 'outage').map(({ template }) => template))], ['outage']);
		assert.deepEqual([...new Set(rules('--template', 'minimal').map(({ template }) => template))], ['minimal']);
		const future = (...args: string[]) => rules(...args).flatMap(({ findings }) => findings).filter(({ rule }) => rule === 'date-implausible').length;
		assert.equal(future('--as-of', '2026-02-01'), 12);
		assert.equal(future('--as-of', '2026-05-01'), 0);
	});

	it('counts as no cache what is broken, or was kept by another version', () => {
		const expected = lint('--as-of', '2026-05-01');
		const kept = path.join(folder, 'kept/found');
		cached('--as-of', '2026-05-01');
		const whole = readFileSync(kept, 'utf8');
		for (const broken of ['', 'x', '\u0000\u0001', whole.slice(0, whole.length - 40), whole.replaceAll('"findings"', '"found"'), whole.replace('"program":"', '"program":"other'), whole.replaceAll('\t', ' ')]) {
			writeFileSync(kept, broken);
			assert.deepEqual(cached('--as-of', '2026-05-01'), expected);
			assert.equal(readFileSync(kept, 'utf8'), whole);
		}
	});

	it('keeps what it knows of files that are there and were not asked for, and leaves nothing else behind', () => {
		cached('.');
		const lines = () => readFileSync(path.join(folder, 'kept/found'), 'utf8').trim().split('\n').length - 1;
		assert.equal(lines(), 13);
		cached('incidents/3.md');
		assert.equal(lines(), 13);
		rmSync(path.join(folder, 'incidents/4.md'));
		cached('incidents/3.md');
		assert.equal(lines(), 12);
		assert.deepEqual(readdirSync(path.join(folder, 'kept')), ['found']);
	});

	it('leaves the cache as it was when a run fails', () => {
		cached();
		const before = readFileSync(path.join(folder, 'kept/found'), 'utf8');
		write('incidents/7.md', `---\ntemplate: ../house.yaml\n---\n${document(7)}`);
		write('house.yaml', 'sections: 7\n');
		const { status, err } = cached();
		assert.equal(status, 2);
		assert.match(err, /^postmortem: house\.yaml:1:\d+: Unexpected .*\n$/);
		assert.equal(readFileSync(path.join(folder, 'kept/found'), 'utf8'), before);
		assert.deepEqual(readdirSync(path.join(folder, 'kept')), ['found']);
	});

	for (const [what, args, line] of [
		['a folder for the cache', ['--cache', '--cache-location', 'incidents'], /unexpected folder `incidents` for the cache, expected a file/],
		['a cache below a file', ['--cache', '--cache-location', 'incidents/0.md/cache'], /the cache `incidents\/0\.md\/cache` cannot be written/],
		['a place for no cache', ['--cache-location', 'x'], /unexpected `--cache-location` without `--cache`/],
		['a number of workers that is none', ['--workers', 'two'], /--workers two/],
	] as const) {
		it(`refuses ${what} in one line`, () => {
			const { status, out, err } = lint(...args);
			assert.match(err, line);
			assert.deepEqual([status, out, err.trim().split('\n').length], [2, '', 1]);
		});
	}

	it('never writes a report over a template that a document names', () => {
		write('incidents/7.md', `---\ntemplate: ../house.yaml\n---\n${document(7)}`);
		const template = 'name: house\nsections:\n  - title: Timeline\n    role: timeline\n';
		write('house.yaml', template);
		const { status, err } = lint('--output', 'house.yaml');
		assert.deepEqual([status, err], [2, 'postmortem: unexpected `--output house.yaml`: it is one of the files to read\n']);
		assert.equal(readFileSync(path.join(folder, 'house.yaml'), 'utf8'), template);
	});

	it('writes the fixed text from a worker thread too', () => {
		write('incidents/5.md', document(5).replace('itself', 'itself â€” again'));
		lint('--fix', '--workers', '2');
		assert.match(readFileSync(path.join(folder, 'incidents/5.md'), 'utf8'), /itself — again/);
		assert.ok(!existsSync(path.join(folder, '.postmortem-cache')));
	});

	it('shows on a terminal how far it is, and takes that away before anything else is printed', async () => {
		let clock = 0;
		const written: string[] = [];
		const io = { cwd: folder, env: {}, isTerminal: false, showsProgress: true, now: () => (clock += 200), out: (text: string) => void written.push(`out ${text}`), err: (text: string) => void written.push(`err ${text}`), stdin: () => Promise.resolve(new Uint8Array()) };
		await runInProcess(['lint', 'incidents', '--as-of', '2026-05-01'], io);
		const drawn = written.flatMap((text, index) => (/^err \r\u001b\[Kpostmortem: \d+ of 12 files$/.test(text) ? [index] : [])); // eslint-disable-line no-control-regex
		assert.ok(drawn.length > 2);
		for (const index of drawn) assert.match(written[index + 1]!, /^err \r\u001b\[K/); // eslint-disable-line no-control-regex
		written.length = 0;
		await runInProcess(['lint', 'incidents', '--quiet', '--as-of', '2026-05-01'], io);
		assert.ok(!written.some((text) => text.includes('of 12 files')));
	});
});
