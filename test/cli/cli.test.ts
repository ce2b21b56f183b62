import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from '../kit/client';
import { HEAD } from '../kit/samples';

const CLI = path.resolve('dist/cli.js');
const MOJIBAKE = `${HEAD}The client could not be reached â€” it was misconfigured. TBD: details\n`;

describe('postmortem', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(path.join(tmpdir(), 'cli-'));
		mkdirSync(path.join(folder, '.git'));
		write('docs/outage.md', MOJIBAKE);
		write('docs/shopping.md', '# Shopping list\n\n- TBD milk â€” two bottles\n');
	});
	afterEach(() => rmSync(folder, { recursive: true }));

	function write(name: string, content: string | Buffer): void {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), content);
	}

	function run(args: readonly string[], input = '', env: object = {}): { status: number | null; out: string; err: string } {
		const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd: folder, input, encoding: 'utf8', env: { ...process.env, ...env } });
		return { status, out: stdout, err: stderr };
	}

	describe('lint', () => {
		it('finds the postmortems below a named folder', () => {
			write('incidents/elsewhere.md', HEAD);
			const { status, out } = run(['lint', 'docs', '--format', 'json', '--fail-on', 'never']);
			assert.deepEqual((JSON.parse(out) as { files: { file: string }[] }).files.map(({ file }) => file), ['docs/outage.md']);
			assert.equal(status, 0);
		});

		it('finds the postmortems below the current folder, and says nothing of other files', () => {
			const { out } = run(['lint']);
			assert.match(out, /^docs\/outage\.md:14:33 warning text-mojibake Unexpected .*$/m);
			assert.doesNotMatch(out, /shopping/);
		});

		it('gives the findings as JSON, places counted from 1', () => {
			const { out } = run(['lint', 'docs/outage.md', '--format', 'json']);
			const { version, files } = JSON.parse(out) as { version: number; files: { file: string; template: string; findings: Record<string, unknown>[] }[] };
			assert.equal(version, 1);
			assert.deepEqual([files.length, files[0]!.file, typeof files[0]!.template], [1, 'docs/outage.md', 'string']);
			const { message, ...finding } = files[0]!.findings.find((each) => each['rule'] === 'text-mojibake')!;
			assert.deepEqual(finding, { rule: 'text-mojibake', severity: 'warning', line: 14, column: 33, endLine: 14, endColumn: 36, fixable: true });
			assert.match(String(message), /^Unexpected .*, expected /);
		});

		it('finds what the language server finds', async () => {
			const { out } = run(['lint', 'docs/outage.md', '--format', 'json']);
			const [file] = (JSON.parse(out) as { files: { findings: Record<string, unknown>[] }[] }).files;
			const client = await Client.start({}, { rootUri: pathToFileURL(folder).href });
			const uri = pathToFileURL(path.join(folder, 'docs/outage.md')).href;
			client.open(uri, MOJIBAKE);
			interface Place { line: number; character: number }
			const published = await client.published<{ code: string; message: string; severity: number; range: { start: Place; end: Place } }>(uri, 1);
			client.kill();
			const told = published.map(({ code, message, severity, range }) => ({ rule: code, severity: ['', 'error', 'warning', 'information', 'hint'][severity], message, line: range.start.line + 1, column: range.start.character + 1, endLine: range.end.line + 1, endColumn: range.end.character + 1 }));
			assert.deepEqual(file!.findings.map(({ fixable, ...rest }) => (typeof fixable === 'boolean' ? rest : undefined)), told);
			assert.ok(told.length >= 2);
		});

		for (const [format, empty] of [['json', /^\{\s*"version": 1,\s*"files": \[\]\s*\}$/], ['sarif', /"results": \[\]/], ['gitlab', /^\[\]$/], ['junit', /<testsuites name="postmortem" tests="0" failures="0">\s*<\/testsuites>/], ['github', /^$/], ['text', /^$/]] as const) {
			it(`writes a valid empty ${format} report where there is nothing`, () => {
				rmSync(path.join(folder, 'docs/outage.md'));
				const { status, out } = run(['lint', '--format', format]);
				assert.match(out.trim(), empty);
				assert.equal(status, 0);
			});
		}

		it('names places in SARIF by relative URIs', () => {
			write('docs/post mortem #1.md', MOJIBAKE);
			const log = JSON.parse(run(['lint', 'docs/post mortem #1.md', '--format', 'sarif']).out) as { runs: { results: { ruleId: string; ruleIndex: number; locations: { physicalLocation: { artifactLocation: { uri: string }; region: object } }[] }[]; tool: { driver: { rules: { id: string; helpUri: string }[] } } }[] };
			const result = log.runs[0]!.results.find((each) => each.ruleId === 'text-mojibake')!;
			assert.equal(result.locations[0]!.physicalLocation.artifactLocation.uri, 'docs/post%20mortem%20%231.md');
			assert.deepEqual(result.locations[0]!.physicalLocation.region, { startLine: 14, startColumn: 33, endLine: 14, endColumn: 36 });
			assert.equal(log.runs[0]!.tool.driver.rules[result.ruleIndex]!.id, 'text-mojibake');
		});

		it('writes GitHub annotations with their marks escaped', () => {
			write('docs/post,mortem 5%.md', MOJIBAKE);
			assert.match(run(['lint', 'docs/post,mortem 5%.md', '--format', 'github']).out, /^::warning file=docs\/post%2Cmortem 5%25\.md,line=14,endLine=14,col=33,endColumn=36,title=text-mojibake::Unexpected /m);
		});

		it('fails by the level asked for', () => {
			write('docs/outage.md', MOJIBAKE);
			assert.equal(run(['lint', 'docs/outage.md', '--fail-on', 'warning']).status, 1);
			assert.equal(run(['lint', 'docs/outage.md', '--fail-on', 'never']).status, 0);
			assert.equal(run(['lint', 'docs/outage.md', '--fail-on', 'never', '--max-warnings', '0']).status, 1);
			assert.equal(run(['lint', 'docs/outage.md', '--fail-on', 'never', '--max-warnings', '100']).status, 0);
		});

		it('fixes what is safe, and keeps the byte order mark and the line endings', () => {
			write('docs/outage.md', `\ufeff${MOJIBAKE.replaceAll('\n', '\r\n')}`);
			const { out } = run(['lint', 'docs/outage.md', '--fix']);
			assert.doesNotMatch(out, /text-mojibake/);
			assert.equal(readFileSync(path.join(folder, 'docs/outage.md'), 'utf8'), `\ufeff${MOJIBAKE.replaceAll('\n', '\r\n').replace('â€”', '—')}`);
		});

		it('checks standard input under the name given', () => {
			assert.match(run(['lint', '--stdin', '--stdin-filename', 'docs/new.md'], MOJIBAKE).out, /^docs\/new\.md:14:33 warning text-mojibake/m);
		});

		it('writes to a file, never over one that it reads', () => {
			assert.equal(run(['lint', '--format', 'json', '--output', 'report.json']).out, '');
			assert.equal((JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8')) as { version: number }).version, 1);
			const { status, err } = run(['lint', 'docs/outage.md', '-o', './docs/../docs/outage.md']);
			assert.deepEqual([status, err.split('\n').length], [2, 2]);
			assert.equal(readFileSync(path.join(folder, 'docs/outage.md'), 'utf8'), MOJIBAKE);
		});

		it('follows the config: files, levels', () => {
			write('.postmortem.yaml', 'files: "docs/shop*.md"\nrules:\n  placeholder-left: error\n');
			const { status, out } = run(['lint']);
			assert.match(out, /^docs\/shopping\.md:3:3 error placeholder-left/m);
			assert.doesNotMatch(out, /outage/);
			assert.equal(status, 1);
		});

		it('keeps steering characters from the terminal', () => {
			write('docs/outage.md', `${HEAD}TBD\n\n<describe \u001b[31m\u202eit>\n`);
			const { out } = run(['lint', 'docs/outage.md'], '', { FORCE_COLOR: '1', NO_COLOR: '1' });
			assert.doesNotMatch(out, /[\u001b\u202e]/); // eslint-disable-line no-control-regex
		});

		it('has colours where they are asked for, and not where they are refused', () => {
			assert.match(run(['lint'], '', { FORCE_COLOR: '1', NO_COLOR: '' }).out, /\u001b\[/); // eslint-disable-line no-control-regex
			assert.doesNotMatch(run(['lint', '--no-color'], '', { FORCE_COLOR: '1' }).out, /\u001b\[/); // eslint-disable-line no-control-regex
		});
	});

	describe('read', () => {
		it('prints one object for one file', () => {
			const read = JSON.parse(run(['read', 'docs/outage.md']).out) as Record<string, unknown>;
			assert.deepEqual(Object.keys(read), ['version', 'file', 'isPostmortem', 'because', 'template', 'title', 'date', 'timeZone', 'severity', 'status', 'started', 'detected', 'mitigated', 'resolved', 'durations', 'fields', 'sections', 'timeline', 'actions']);
			assert.deepEqual((read['timeline'] as object[])[1], { line: 10, written: '10:40 UTC', at: '2026-03-04T10:40:00Z', until: null, text: 'rolled back', who: null, phase: (read['timeline'] as { phase: string }[])[1]!.phase });
		});

		it('prints one object per line for many', () => {
			const lines = run(['read', 'docs/*.md', '--format', 'ndjson']).out.trim().split('\n');
			assert.deepEqual(lines.map((line) => (JSON.parse(line) as { file: string }).file), ['docs/outage.md', 'docs/shopping.md']);
		});
	});

	describe('bad input gets one line and the status 2:', () => {
		const cases: [what: string, args: string[], line: RegExp][] = [
			['a missing file', ['lint', 'nothing.md'], /nothing\.md: no such file/],
			['a binary file', ['lint', 'binary.md'], /binary\.md: unexpected binary content/],
			['no UTF-8', ['read', 'latin.md'], /latin\.md: unexpected binary content/],
			['a glob without files', ['lint', 'x/*.md'], /no file matches/],
			['an unknown option', ['lint', '--formt', 'json'], /unknown option `--formt`, did you mean `--format`/],
			['an unknown command', ['lnt'], /unknown command `lnt`, did you mean `lint`/],
			['an unknown format', ['lint', '--format', 'jsn'], /expected one of text, json, .*did you mean `json`/],
			['a missing value', ['lint', '--format'], /missing value for `--format`/],
			['a day that is none', ['lint', '--as-of', '2026-02-30'], /expected a day as YYYY-MM-DD/],
			['a count that is none', ['lint', '--max-warnings', '-1x'], /--max-warnings/],
			['an unknown template', ['lint', '--template', 'minimum'], /unknown template `minimum`, did you mean `minimal`/],
			['an unknown rule', ['explain', 'timeline-gapp'], /unknown rule `timeline-gapp`/],
			['a missing config', ['lint', '--config', 'no.yaml'], /no\.yaml: no such file/],
			['a config with a tab', ['lint', '--config', 'tab.yaml'], /tab\.yaml:2:1: Unexpected tab/],
			['a config of a wrong type', ['lint', '--config', 'type.yaml'], /type\.yaml:1:8: Unexpected/],
			['a config with an unknown key', ['lint', '--config', 'key.yaml'], /key\.yaml:1:1: Unexpected key `rulez`, expected `rules`/],
			['a config with a key twice', ['lint', '--config', 'twice.yaml'], /twice\.yaml:2:1: Unexpected/],
		];
		for (const [what, args, line] of cases) {
			it(what, () => {
				write('binary.md', Buffer.from([35, 32, 0, 1, 2]));
				write('latin.md', Buffer.from([35, 32, 0xe9, 10]));
				write('tab.yaml', 'rules:\n\tplaceholder-left: off\n');
				write('type.yaml', 'files: { a: 1 }\n');
				write('key.yaml', 'rulez: {}\n');
				write('twice.yaml', 'files: a\nfiles: b\n');
				const { status, err } = run(args);
				assert.match(err, line);
				assert.equal(err.trim().split('\n').length, 1, err);
				assert.equal(status, 2);
			});
		}
	});

	it('refuses a config that is no text', () => {
		write('.postmortem.yaml', Buffer.from([0x66, 0, 0xff]));
		const { status, out, err } = run(['lint', 'docs/outage.md']);
		assert.deepEqual([status, out, err], [2, '', 'postmortem: .postmortem.yaml:1:1: Unexpected content that cannot be read, expected a text file in UTF-8\n']);
	});

	it('reads an empty file', () => {
		write('docs/postmortem-empty.md', '');
		assert.equal((JSON.parse(run(['read', 'docs/postmortem-empty.md']).out) as { timeline: unknown[] }).timeline.length, 0);
	});

	it('tells what it can', () => {
		assert.match(run(['--help']).out, /Commands:[\s\S]*lint[\s\S]*read/);
		assert.match(run(['lint', '--help']).out, /--max-warnings N/);
		assert.match(run(['--version']).out, /^\d+\.\d+\.\d+\n$/);
		assert.match(run(['explain', 'placeholder-left']).out, /^# placeholder-left/);
		assert.match(run(['templates']).out, /^atlassian/m);
		assert.ok(existsSync(CLI));
	});

	it('sums up action items and figures', () => {
		write('docs/outage.md', `${HEAD}A bad deployment.\n\n## Action items\n\n| Action | Owner | Due | Status |\n| --- | --- | --- | --- |\n| Add a canary | =cmd | 2026-03-20 | Open |\n| Add an alert | ana | 2026-04-20 | Done |\n`);
		const rows = JSON.parse(run(['actions', '--as-of', '2026-04-01', '--format', 'json']).out) as { actions: { text: string; overdue: boolean }[] };
		assert.deepEqual(rows.actions.map(({ text, overdue }) => [text, overdue]), [['Add a canary', true], ['Add an alert', false]]);
		assert.equal(run(['actions', '--open', '--format', 'csv', '--as-of', '2026-04-01']).out.split('\r\n').length, 3);
		assert.match(run(['actions', '--overdue', '--format', 'csv', '--as-of', '2026-04-01']).out, /,'=cmd,/);
		const stats = JSON.parse(run(['stats', '--format', 'json', '--as-of', '2026-04-01']).out) as { postmortems: number; actions: object };
		assert.deepEqual([stats.postmortems, stats.actions], [1, { total: 2, open: 1, overdue: 1 }]);
	});
});
