/** The laws of what moves, inserts and names sections, on documents put together at random, their sections in any order. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyFixes } from '../../../../test/kit/fix-laws';
import { postmortems } from '../../../../test/kit/generated-postmortems';
import { said } from '../../../../test/kit/laws-run';
import { lintDocument, read } from '../../../../test/kit/lint';
import { breachesOf, offersOf, strangeEnding } from '../../../../test/kit/rewrite-laws';
import { lostParts } from '../../../../test/kit/words';
import { DEFAULT_CONFIG } from '../config/load';
import type { Postmortem } from '../postmortem/model';
import { convertedText } from './convert-document';
import { missingSections } from './new-section';

const SEED = Number(process.env['SEED'] ?? 218_533);
const RUNS = Number(process.env['RUNS'] ?? 15);

/** Rules whose fixes move, name or insert sections. */
const RULES: ReadonlySet<string> = new Set(['section-missing', 'section-out-of-order', 'section-duplicate', 'section-unmarked', 'section-empty']);

/** Some of the sections of a document, in any order, one of them maybe twice, maybe below another title. */
const documents = fc.record({
	text: postmortems,
	order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 2 }),
	again: fc.integer({ min: -3, max: 5 }),
	joined: fc.constantFrom('', '', '\n## Root Cause and Resolution\n\nNot drained.\n\n**Resolution:** The cache was filled.\n', '\n## What we saw\n\n### Impact\n\nNo carts.\n', '\n# Appendix\n\n- 2024-03-02\n', '\n## Notes\n\n```\nopen'),
}).map(({ text, order, again, joined }) => {
	const { sections } = read(text);
	const outer = sections.filter(({ parent, title }) => title && !parent);
	const partOf = (index: number) => (outer[index] ? text.slice(outer[index].span.start, outer[index].span.end) : '');
	const ending = /\r\n/.test(text) ? '\r\n' : '\n';
	const parts = [text.slice(0, outer[0]?.span.start ?? text.length), ...order.map(partOf), partOf(again)].map((part) => (part === '' || /[\r\n]$/.test(part) ? part : part + ending + ending));
	return parts.join('') + joined.replaceAll('\n', ending);
});

const templates = fc.constantFrom('atlassian', 'sre', 'full', 'outage', 'pagerduty', 'minimal');

describe(`sections of documents put together at random, SEED=${SEED}`, () => {
	it('all fill the template that a document is converted to, and nothing is lost', () => {
		let converted = 0;
		fc.assert(fc.property(documents, templates, (text, template) => {
			const doc = read(text);
			const after = convertedText(doc, template);
			if (after === undefined) return;
			converted++;
			assert.deepEqual(lostParts(text, after), [], after);
			assert.equal(strangeEnding(text, after), undefined);
			const again = read(after);
			assert.equal(again.template.template.name, template);
			assert.deepEqual(lintDocument(again).filter(({ rule, severity }) => severity === 'error' && rule.startsWith('section-')).map(({ message }) => message), [], after);
			assert.equal(convertedText(again, template), after);
		}), { seed: SEED, numRuns: RUNS });
		assert.ok(converted > RUNS / 2);
	}).timeout(120_000);

	it('come into a document once, where they swallow nothing', () => {
		let inserted = 0;
		fc.assert(fc.property(documents, (text) => {
			const doc = read(text);
			const offers = offersOf(doc, []);
			inserted += offers.length;
			const breaches = offers.flatMap((offer) => breachesOf(doc, offer, (source) => read(source), []));
			assert.deepEqual(breaches.filter(({ law }) => law !== 'rows read back' && law !== 'actions read back').map(said), []);
			for (const { after } of breaches) assert.deepEqual(missing(read(after)), []);
		}), { seed: SEED, numRuns: RUNS });
		assert.ok(inserted > 0);
	}).timeout(120_000);

	it('are named, moved and filled by fixes that keep the laws', () => {
		let applied = 0;
		fc.assert(fc.property(documents, (text) => {
			const tried = applyFixes(text, { read: (source, template) => read(source, template === undefined ? DEFAULT_CONFIG : { ...DEFAULT_CONFIG, template }), lint: (doc) => lintDocument(doc), isTried: (rule) => RULES.has(rule) });
			applied += Object.values(tried.applied).reduce((sum, count) => sum + count, 0);
			assert.deepEqual(tried.breaches.map(said), []);
		}), { seed: SEED, numRuns: RUNS });
		assert.ok(applied > RUNS);
	}).timeout(120_000);
});

function missing(doc: Postmortem): string[] {
	return missingSections(doc).map(({ spec }) => spec.title);
}
