import assert from 'node:assert/strict';
import { configuredTemplate } from './configuredTemplate';
import { DEFAULT_CONFIG, loadConfig } from './load';
import type { LoadedConfig } from './load';
import type { OptionSpec } from '../rules/rule';
import type { RuleOptions } from './schema';

const RULES: RuleOptions = new Map<string, Record<string, OptionSpec>>([
	['section-empty', {}],
	['timeline-gap', { minutes: { type: 'number', default: 60, minimum: 1, doc: 'Longest silence, in minutes.' }, words: { type: 'strings', default: [], doc: 'Words.' }, strict: { type: 'boolean', default: false, doc: 'Strict.' } }],
]);

function load(text: string, files: Readonly<Record<string, string>> = {}, path = '.postmortem.yaml'): Promise<LoadedConfig> {
	return loadConfig({ path, uri: `file:///w/${path}`, text }, RULES, (wanted) => Promise.resolve(Object.hasOwn(files, wanted) ? files[wanted] : undefined));
}

/** `⟦…⟧` marks each expected problem, in order. */
async function check(marked: string, ...messages: string[]): Promise<LoadedConfig> {
	const text = marked.replace(/[⟦⟧]/g, '');
	const loaded = await load(text);
	const shown = loaded.problems.map(({ span }) => span).reverse().reduce((rest, { start, end }) => `${rest.slice(0, start)}⟦${rest.slice(start, end)}⟧${rest.slice(end)}`, text);
	assert.deepEqual([shown, ...loaded.problems.map(({ message }) => message)], [marked, ...messages]);
	return loaded;
}

describe('loadConfig', () => {
	it('reads every key', async () => {
		const { config, problems, templateFiles } = await load(
			[
				'files: ["docs/**/*.md"]', 'ignore: drafts/**', 'template: ./templates/team.yaml', 'templates:', '  - files: security/**', '    template: sre', 'rules:', '  section-empty: off', '  timeline-gap:', '    severity: error', '    minutes: 30', '    words: [a, b]', '    strict: true',
				'people:', '  - Ana Ruiz', '  - Bo Li (@bo)', '  - "@cy"', '  - Di Ng <di@example.com>', '  - { name: Ed, handle: "@ed", email: ed@example.com }', 'timeZone: Europe/Oslo', 'displayTimeZones: [UTC, America/New_York]', 'businessHours: { from: 09:30, to: 24:00, days: [fri-sun, Tuesday], holidays: 2024-12-25 }', 'tables: stable', 'newFile: "inc/{date}.md"', '',
			].join('\n'),
		);
		assert.deepEqual(problems, []);
		assert.deepEqual(config, {
			uri: 'file:///w/.postmortem.yaml',
			files: ['docs/**/*.md'],
			ignore: ['drafts/**'],
			template: 'templates/team.yaml',
			templates: [{ files: ['security/**'], template: 'sre' }],
			rules: new Map([
				['section-empty', { severity: 'off', options: {} }],
				['timeline-gap', { severity: 'error', options: { minutes: 30, words: ['a', 'b'], strict: true } }],
			]),
			people: [
				{ name: 'Ana Ruiz', handle: undefined, email: undefined },
				{ name: 'Bo Li', handle: 'bo', email: undefined },
				{ name: 'cy', handle: 'cy', email: undefined },
				{ name: 'Di Ng', handle: undefined, email: 'di@example.com' },
				{ name: 'Ed', handle: 'ed', email: 'ed@example.com' },
			],
			timeZone: 'Europe/Oslo',
			displayTimeZones: ['UTC', 'America/New_York'],
			businessHours: { days: new Set([5, 6, 0, 2]), from: 570, to: 1440, timeZone: undefined, holidays: [{ year: 2024, month: 12, day: 25 }] },
			tables: 'stable',
			newFile: 'inc/{date}.md',
		});
		assert.deepEqual(templateFiles.map(({ name, path }) => [name, path]), [['templates/team.yaml', 'templates/team.yaml']]);
		assert.equal(configuredTemplate(config, 'security/a/b.md'), 'sre');
		assert.equal(configuredTemplate(config, 'docs/b.md'), 'templates/team.yaml');
	});

	for (const text of ['', '# nothing\n', 'people:\nrules:\n', '\uFEFF', '---\n']) {
		it(`reads ${JSON.stringify(text)} as defaults`, async () => {
			const { config, problems } = await load(text);
			assert.deepEqual(problems, []);
			assert.deepEqual({ ...config, uri: undefined }, DEFAULT_CONFIG);
		});
	}

	it('keeps its places in a file with CRLF and astral characters', () => check('# 🔥\r\nfiles: a/*.md\r\n⟦nope⟧: 1\r\n', 'Unexpected key `nope`, expected one of `extends`, `files`, `ignore`, `template`, `templates`, `people`, `timeZone`, `displayTimeZones`, `businessHours`, `tables`, `newFile`, `rules`'));
});

describe('a fault in a config', () => {
	it('a day, time, zone or date of the business hours', () => check(
		'businessHours:\n  days: ⟦[mon-fri, someday]⟧\n  from: "09:00"\n  to: ⟦"25:00"⟧\n  timeZone: ⟦Mars⟧\n  holidays: ⟦[2024-12-25, 2024-02-30]⟧\n',
		'Unexpected day `someday`, expected one such as `mon` or `mon-fri`', 'Unexpected time `25:00`, expected one such as `"17:00"`', 'Unexpected zone `Mars`, expected one such as `UTC`, `+02:00` or `Europe/Oslo`', 'Unexpected date `2024-02-30`, expected one such as `2024-12-25`',
	));
	it('business hours that end before they begin', () => check('businessHours: { from: "17:00", to: ⟦"09:00"⟧ }\n', 'Unexpected time `09:00`, expected one later than `17:00`'));
	it('business hours without an end', () => check('businessHours: { ⟦from⟧: "09:00" }\n', 'Unexpected business hours key without `to`, expected it to be given'));
	it('an unknown key, with the one that was meant', () => check('⟦ruels⟧:\n  section-empty: off\n', 'Unexpected key `ruels`, expected `rules`'));
	it('an unknown key that resembles none', () => check('⟦colour⟧: red\n', 'Unexpected key `colour`, expected one of `extends`, `files`, `ignore`, `template`, `templates`, `people`, `timeZone`, `displayTimeZones`, `businessHours`, `tables`, `newFile`, `rules`'));
	it('a wrong type', () => check('people: ⟦42⟧\ntimeZone: UTC\n', 'Unexpected number `42` for `people`, expected a list').then(({ config }) => assert.equal(config.timeZone, 'UTC')));
	it('a wrong type in a list', () => check('files:\n  - a.md\n  - ⟦{ b: c }⟧\n', 'Unexpected map for `files`, expected a glob').then(({ config }) => assert.deepEqual(config.files, ['a.md'])));
	it('a number for a glob', () => check('files: ⟦3⟧\n', 'Unexpected number `3` for `files`, expected a glob'));
	it('a flag for a text', () => check('timeZone: ⟦true⟧\n', 'Unexpected value `true` for `timeZone`, expected a zone'));
	it('a text for the whole file', () => check('⟦hello⟧\n', 'Unexpected value `hello`, expected a map of keys'));
	it('a list for the whole file', () => check('⟦- a\n- b⟧\n', 'Unexpected list, expected a map of keys'));
	it('a tab as indentation', () => check('files: a.md\nrules:\n⟦\t⟧section-empty: off\n', 'Unexpected tab as indentation, expected spaces').then(({ config }) => assert.deepEqual(config.files, ['a.md'])));
	it('a key given twice: the first stands', () => check('template: sre\n⟦template⟧: full\n', 'Unexpected second key `template`, expected it once').then(({ config }) => assert.equal(config.template, 'sre')));
	it('an unknown rule', () => check('rules:\n  ⟦timline-gap⟧: off\n  section-empty: error\n', 'Unexpected rule `timline-gap`, expected `timeline-gap`').then(({ config }) => assert.deepEqual([...config.rules.keys()], ['section-empty'])));
	it('an unknown level', () => check('rules:\n  section-empty: ⟦fatal⟧\n', 'Unexpected value `fatal` for `section-empty`, expected one of `error`, `warning`, `information`, `hint`, `off`'));
	it('an unknown level in a map', () => check('rules:\n  timeline-gap:\n    severity: ⟦warn⟧\n    minutes: 5\n', 'Unexpected value `warn` for `severity`, expected one of `error`, `warning`, `information`, `hint`, `off`').then(({ config }) => assert.deepEqual(config.rules.get('timeline-gap')!.options, { minutes: 5 })));
	it('an unknown option', () => check('rules:\n  timeline-gap: { ⟦minute⟧: 5 }\n', 'Unexpected option `minute`, expected `minutes`'));
	it('an option out of bounds', () => check('rules:\n  timeline-gap: { minutes: ⟦0⟧ }\n', 'Unexpected number `0` for `minutes`, expected a whole number of at least 1'));
	it('an unknown template', () => check('template: ⟦atlasian⟧\n', 'Unexpected template `atlasian`, expected `atlassian`').then(({ config }) => assert.equal(config.template, undefined)));
	it('an unknown zone', () => check('timeZone: ⟦Mars⟧\n', 'Unexpected zone `Mars`, expected one such as `UTC`, `+02:00` or `Europe/Oslo`').then(({ config }) => assert.equal(config.timeZone, undefined)));
	it('a width of tables that there is not', () => check('tables: ⟦compact⟧\n', 'Unexpected value `compact` for `tables`, expected one of `aligned`, `stable`').then(({ config }) => assert.equal(config.tables, 'aligned')));
	it('a template outside the workspace', () => check('template: ⟦../../x.yaml⟧\n', 'Unexpected path `../../x.yaml`, expected a relative path inside the workspace'));
	it('an entry without a required key', () => check('templates:\n  - ⟦files⟧: a/**\n', 'Unexpected entry without `template`, expected it to be given'));
	it('a handle without quotes', () => check('people:\n  - ⟦@⟧ana\n', 'Unexpected `@` at the start of a value, expected the value in quotes'));
	it('a bracket that is not closed', () => check('files: [a, b\n⟦⟧', 'Unexpected line inside brackets, expected the closing `]` or `}` before it'));
	it('an unknown zone, or an ambiguous one, among others', () => check('displayTimeZones: [UTC, ⟦IST⟧]\n', 'Unexpected zone `IST`, expected one such as `UTC`, `+02:00` or `Europe/Oslo`').then(({ config }) => assert.deepEqual(config.displayTimeZones, ['UTC'])));
	it('a quote that is not closed', () => check('timeZone: "UTC\nfiles: a\n⟦⟧', 'Unexpected end of a value, expected its closing quote, bracket or `:`'));
	it('an indentation that fits nothing', () => check('rules:\n  section-empty: off\n⟦ ⟧timeline-gap: off\n', 'Unexpected indentation, expected the same as in the lines it belongs to'));
	it('an anchor that is not there', () => check('files: ⟦*none⟧\n', 'Unexpected alias, expected the name of an anchor above it'));
	it('a merge key is a plain key', () => check('⟦<<⟧: { files: a }\n', 'Unexpected key `<<`, expected one of `extends`, `files`, `ignore`, `template`, `templates`, `people`, `timeZone`, `displayTimeZones`, `businessHours`, `tables`, `newFile`, `rules`'));
	it('__proto__ is a plain key', async () => {
		await check('⟦__proto__⟧: { files: a }\n', 'Unexpected key `__proto__`, expected one of `extends`, `files`, `ignore`, `template`, `templates`, `people`, `timeZone`, `displayTimeZones`, `businessHours`, `tables`, `newFile`, `rules`');
		assert.equal(({} as { files?: unknown }).files, undefined);
	});
	it('several faults at once', () => check('⟦fils⟧: a\npeople: ⟦1⟧\nrules: ⟦x⟧\n', 'Unexpected key `fils`, expected `files`', 'Unexpected number `1` for `people`, expected a list', 'Unexpected value `x` for `rules`, expected a map of keys'));
	it('a file that is too large', async () => assert.equal((await load(`# ${'x'.repeat(257 * 1024)}`)).problems[0]!.message, 'Unexpected file of 258 KB, expected at most 256 KB'));
});

describe('a hostile config', () => {
	const laughs = ['a: &a [x, x, x, x, x, x, x, x, x]', ...[...'bcdefgh'].map((key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(', ')}]`)].join('\n');
	for (const [name, text] of [
		['aliases of aliases', laughs],
		['brackets', '['.repeat(50_000)],
		['a list in a list', '- '.repeat(50_000)],
		['many keys', Array.from({ length: 20_000 }, (_, at) => `k${at}: 1`).join('\n')],
		['deep indentation', Array.from({ length: 300 }, (_, at) => `${' '.repeat(at)}k:`).join('\n')],
		['an alias of itself', 'files: &f [*f]'],
		['binary', '\u0000\u0001\uD800%&: *!\u0007'],
	] as const) {
		it(`${name} costs little and gives a problem`, async () => {
			const { config, problems } = await load(text);
			assert.ok(problems.length > 0);
			assert.deepEqual(config.people, []);
			for (const { span } of problems) assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
		});
	}
});

describe('extends', () => {
	it('takes what the file itself does not say; rules and people add up', async () => {
		const { config, problems, paths } = await load('extends: ../base.yaml\nrules:\n  timeline-gap: { minutes: 5 }\npeople: [Ana]\n', { 'base.yaml': 'template: t/x.yaml\nfiles: a/**\nnewFile: x.md\nrules:\n  timeline-gap: { severity: error, minutes: 9 }\n  section-empty: off\npeople: [Bo, Ana]\n' }, 'team/.postmortem.yaml');
		assert.deepEqual(problems, []);
		assert.deepEqual(paths, ['team/.postmortem.yaml', 'base.yaml']);
		assert.equal(config.template, '../t/x.yaml');
		assert.equal(config.newFile, 'x.md');
		assert.deepEqual(config.people.map(({ name }) => name), ['Ana', 'Bo']);
		assert.deepEqual(config.rules.get('timeline-gap'), { severity: 'error', options: { minutes: 5 } });
		assert.deepEqual(config.rules.get('section-empty'), { severity: 'off', options: {} });
	});
	const faults = async (text: string, files: Readonly<Record<string, string>> = {}) => (await load(text, files)).problems.map(({ path, message }) => `${path}: ${message}`);
	it('a file that is not there', async () => assert.deepEqual(await faults('extends: ./none.yaml\n'), ['.postmortem.yaml: Unexpected path `./none.yaml`, expected a file that exists']));
	it('a path out of the workspace', async () => assert.deepEqual(await faults('extends: ../x.yaml\n'), ['.postmortem.yaml: Unexpected path `../x.yaml`, expected a relative path inside the workspace']));
	it('an absolute path or a URL', async () => {
		assert.deepEqual(await faults('extends: /etc/passwd\n'), ['.postmortem.yaml: Unexpected path `/etc/passwd`, expected a relative path inside the workspace']);
		assert.deepEqual(await faults('extends: https://example.com/x.yaml\n'), ['.postmortem.yaml: Unexpected path `https://example.com/x.yaml`, expected a relative path inside the workspace']);
	});
	it('a cycle', async () => assert.deepEqual(await faults('extends: a.yaml\n', { 'a.yaml': 'extends: .postmortem.yaml\n' }), ['a.yaml: Unexpected `.postmortem.yaml`, expected a config that does not extend this one']));
	it('a chain that is too long', async () => assert.deepEqual(await faults('extends: 0.yaml\n', Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`${at}.yaml`, `extends: ${at + 1}.yaml\n`]))), ['9.yaml: Unexpected chain of more than 10 configs, expected a shorter one']));
	it('a fault in the other file is named there', async () => assert.deepEqual(await faults('extends: a.yaml\n', { 'a.yaml': 'files: [a]\ntimeZone: [b]\n' }), ['a.yaml: Unexpected list for `timeZone`, expected a zone']));
});
