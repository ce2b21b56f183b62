import assert from 'node:assert/strict';
import { DEFAULT_CONFIG } from '../config/load';
import { readPostmortem } from '../postmortem/read';
import { runRules } from '../rules/run';
import { builtinTemplates } from '../template/builtin';
import { newDocument } from './new-document';
import { newDocumentPath, slugOf } from './new-document-path';

const templates = builtinTemplates();
const answers = { title: 'Checkout down', severity: 'SEV1', date: '2025-02-11' };
const read = (text: string, template?: string) => readPostmortem(text, { path: 'notes.md', config: { ...DEFAULT_CONFIG, template }, templates, now: Date.UTC(2025, 1, 12) });

describe('a new document', () => {
	for (const [name, template] of templates) {
		it(`of ${name} holds the answers and every required section, and its timeline has a zone`, () => {
			const { text } = newDocument(template, answers);
			const doc = read(text, name);
			assert.equal(doc.verdict.isPostmortem, true);
			assert.equal(doc.title?.text, 'Postmortem: Checkout down');
			assert.deepEqual(doc.date?.date, { year: 2025, month: 2, day: 11 });
			assert.equal(doc.fields.find((field) => field.name === 'severity')?.value.text ?? 'SEV1', 'SEV1');
			const required = doc.matches.filter(({ spec, parent }) => spec.required && (!parent || parent.spec.required));
			assert.deepEqual(required.filter(({ sections }) => sections.length !== 1).map(({ spec }) => spec.title), []);
			const rules = new Set(runRules(doc, DEFAULT_CONFIG).map(({ rule }) => rule));
			for (const toBeWritten of ['placeholder-left', 'section-empty']) rules.delete(toBeWritten);
			assert.deepEqual([...rules], []);
		});

		it(`of ${name} starts to be written at the first hole`, () => {
			const { text, cursor } = newDocument(template, { ...answers, severity: undefined });
			assert.ok(cursor > text.indexOf('\n'), 'behind the title');
			assert.doesNotMatch(text.slice(0, cursor), /TBD/);
			assert.match(text.slice(cursor), /^(?:TBD|\w.*[.?]$)/m);
		});
	}

	it('names its template where that has to be said, quoted where YAML asks for it', () => {
		const sre = templates.get('sre')!;
		assert.ok(newDocument(sre, { ...answers, template: 'sre' }).text.startsWith('---\ntemplate: sre\n---\n\n# Postmortem: Checkout down\n'));
		assert.ok(newDocument(sre, { ...answers, template: './our: own.yaml' }).text.startsWith('---\ntemplate: "./our: own.yaml"\n---\n'));
	});

	it('says once that it is a postmortem, and keeps a title on one line', () => {
		const { text } = newDocument(templates.get('minimal')!, { ...answers, title: ' Incident 12:\n no checkout ' });
		assert.equal(text.split('\n')[0], '# Incident 12: no checkout');
	});

	it('has the columns of its template and the zone that was asked for', () => {
		const { text } = newDocument(templates.get('atlassian')!, { ...answers, timeZone: 'Europe/Oslo' });
		assert.ok(text.includes('All times are Europe/Oslo.\n\n| Time | Event |\n| ---- | ----- |\n|      |       |\n'));
	});
});

describe('the path of a new document', () => {
	it('fills in the names of the pattern', () => {
		assert.equal(newDocumentPath('docs/{template}/{date}-{slug}.md', { title: 'Checkout: down!', date: '2025-02-11', template: './own/team.yaml' }), 'docs/own-team-yaml/2025-02-11-checkout-down.md');
	});

	for (const [title, slug] of [
		['Zahlung unmöglich', 'zahlung-unmoglich'],
		['ログイン障害', 'ログイン障害'],
		['../../etc/passwd', 'etc-passwd'],
		['', 'postmortem'],
		['🔥🔥', 'postmortem'],
		['one two three four five six seven eight nine ten eleven twelve thirteen', 'one-two-three-four-five-six-seven-eight-nine-ten-eleven'],
		['x'.repeat(200), 'x'.repeat(60)],
	] as const) {
		it(`makes ${slug} of ${title.slice(0, 30)}`, () => assert.equal(slugOf(title), slug));
	}
});
