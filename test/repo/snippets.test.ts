import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DEFAULT_CONFIG } from '../../server/src/core/config/load';
import { readPostmortem } from '../../server/src/core/postmortem/read';
import { runRules } from '../../server/src/core/rules/run';
import { builtinTemplates } from '../../server/src/core/template/builtin';
import { readSnippet } from '../kit/snippet';

interface Snippet {
	readonly prefix: readonly string[];
	readonly description: string;
	readonly body: readonly string[];
}

const snippets = Object.entries<Snippet>(JSON.parse(readFileSync('snippets/postmortem.json', 'utf8')));
const templates = builtinTemplates();

describe('snippets', () => {
	it('have prefixes of their own', () => {
		const prefixes = snippets.flatMap(([, { prefix }]) => prefix);
		assert.ok(prefixes.length > 20);
		assert.deepEqual(prefixes.filter((prefix, index) => !/^pm-[a-z-]+$/.test(prefix) || prefixes.indexOf(prefix) !== index), []);
	});

	for (const [name, { body, description }] of snippets) {
		it(`${name}: can be read, numbers its tab stops, and ends somewhere`, () => {
			const { stops } = readSnippet(body);
			assert.ok(description.length > 10);
			assert.equal(stops.filter((stop) => stop === 0).length, 1, 'one last stop');
			const numbered = [...new Set(stops.filter((stop) => stop > 0))];
			assert.deepEqual(numbered, numbered.map((_, index) => index + 1), 'from 1 on, in order');
		});
	}

	for (const template of templates.values()) {
		describe(`the whole document of ${template.name}`, () => {
			const snippet = snippets.find(([, { prefix }]) => prefix.includes(`pm-new-${template.name}`))?.[1];
			const { text } = readSnippet(snippet?.body ?? []);
			const config = { ...DEFAULT_CONFIG, template: template.name };
			const doc = readPostmortem(text, { path: 'notes.md', config, templates, now: Date.UTC(2025, 1, 12) });

			it('is a postmortem of that template with every required section, each once and in order', () => {
				assert.equal(doc.verdict.isPostmortem, true);
				assert.equal(doc.template.template.name, template.name);
				const required = doc.matches.filter(({ spec, parent }) => spec.required && (!parent || parent.spec.required));
				assert.deepEqual(required.filter(({ sections }) => sections.length !== 1).map(({ spec }) => spec.title), []);
				const starts = required.map(({ sections }) => sections[0]!.span.start);
				assert.deepEqual(starts, [...starts].sort((a, b) => a - b));
			});

			it('has no fault but what is left to be written', () => {
				const toBeWritten = ['placeholder-left', 'section-empty', 'action-without-owner'];
				const findings = runRules(doc, config).filter(({ rule }) => !toBeWritten.includes(rule));
				assert.deepEqual(findings.map(({ rule, message }) => `${rule}: ${message}`), []);
			});

			it('has a row in its timeline and an action item', () => {
				assert.deepEqual(doc.timelines.map(({ shape, entries }) => [shape, entries.length]), [['table', 1]]);
				assert.ok(doc.actionLists.length > 0);
				assert.ok(doc.actionLists.every(({ shape, items }) => shape === 'table' && items.length === 1));
			});

			it('states date and the fields that are required', () => {
				assert.deepEqual(doc.date?.date, { year: 2025, month: 2, day: 11 });
				const fields = new Set(doc.fields.map(({ name }) => name));
				assert.deepEqual(template.fields.filter(({ required, name }) => required && !fields.has(name)).map(({ name }) => name), []);
			});
		});
	}
});
