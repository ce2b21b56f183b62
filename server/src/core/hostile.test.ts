/**
 * What made parsers hang when it was tried, in sizes at which they did: without the guard that each is named for, reading
 * it takes longer than a test may.
 */
import assert from 'node:assert/strict';
import { GUARDED_DOCUMENTS } from '../../../test/bench/guarded.mjs';
import { hostileDocuments } from '../../../test/bench/hostile.mjs';
import { MOST_LINES } from './markdown/chunks';
import { readYaml } from './schema/yaml';
import { lintDocument, read } from '../../../test/kit/lint';
import { documentSymbols } from './features/documentSymbols';
import { rewritesAt } from './service';

const lines = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, index) => line(index)).join('\n');
const head = '# Postmortem: checkout down\n\n## Summary\n\nThe checkout was down.\n\n';
const tail = '\n\n## Impact\n\nOrders were lost.\n';

const STRETCHES: Readonly<Record<string, string>> = {
	'container marks on one line': '- '.repeat(16_000),
	'quote marks on one line': '>'.repeat(8_000),
	'quotes and items in turns on one line': '> - '.repeat(8_000),
	'a list nested a thousand levels deep': lines(1_000, (index) => `${'  '.repeat(index)}- deep`),
	'lists within quotes within lists': lines(2_000, (index) => `${'> - '.repeat(1 + (index % 12))}> deep`),
	'brackets within brackets': '[a]('.repeat(23_000),
	'a table of 20,000 rows in a quote': `> | Time | Event |\n> | --- | --- |\n${lines(20_000, () => '> | 10:00 | up |')}`,
	'definitions': lines(20_000, (index) => `[label ${index}]: https://x.y/${index}`),
	'quotes that all end': lines(8_000, () => '> quoted\n'),
	'quotes and items that all end': lines(4_000, (index) => (index % 2 ? '> quoted\n' : '* * item\n')),
	'paragraphs that begin with a time, one a line': `## Timeline of others\n\n${lines(2_000, () => 'At\n10:00 it grew\n')}`,
	'durations in one sentence': '40 minutes, '.repeat(16_000),
	'mentions in one action': `## Action items\n\n- [ ] Do it ${'@ana '.repeat(30_000)}`,
	'placeholders in one paragraph': '<TODO> '.repeat(20_000),
	'rows of one zone': `## Timeline\n\n${lines(6_000, (index) => `- 2024-05-06 10:${String(index % 60).padStart(2, '0')} UTC it grew`)}`,
	'headings': lines(4_000, (index) => `## Facts ${index % 7}`),
};

describe('what makes parsers hang', function () {
	this.timeout(30_000);
	for (const [name, stretch] of Object.entries(STRETCHES)) {
		it(`${name}: what is around it is read`, () => {
			const doc = read(head + stretch + tail);
			const titles = doc.sections.map(({ title }) => title?.text);
			assert.ok(titles.includes('Summary') && titles.includes('Impact'), name);
			assert.equal(doc.sections.find(({ role }) => role === 'impact')!.blocks.length, 1);
			for (const { span } of lintDocument(doc)) assert.ok(span.start <= span.end && span.end <= doc.text.length);
			documentSymbols(doc);
			for (const at of [head.length, head.length + (stretch.length >> 1), doc.text.length]) rewritesAt(doc, { start: at, end: at });
		});
	}

	it('front matter that nobody closes is text', () => {
		const doc = read(`---\n${lines(16_000, (index) => `key${index}: value`)}\n\n${head}${tail}`);
		assert.equal(doc.frontMatter, undefined);
		assert.equal(doc.title?.text, 'Postmortem: checkout down');
	});

	it('front matter that is closed too far away is text', () => {
		const doc = read(`---\n${lines(6_000, (index) => `key${index}: value`)}\n---\n\n${head}${tail}`);
		assert.equal(doc.frontMatter, undefined);
		assert.ok(doc.sections.some(({ role }) => role === 'impact'));
	});

	it('returns alone end lines as others do', () => {
		const text = `${head}${lines(1_500, (index) => `> quoted ${index}\n`)}\n\n## Timeline\n\n- 10:00 up\n- 10:05 down\n${tail}`;
		const [wanted, doc] = [read(text), read(text.replaceAll('\n', '\r'))];
		assert.deepEqual(doc.blocks, wanted.blocks);
		assert.equal(doc.timelines[0]?.entries.length, 2);
	});
});

describe('what has made the server wait', function () {
	this.timeout(30_000);
	for (const [name, text] of Object.entries(GUARDED_DOCUMENTS)) {
		it(`${name}: what is around it is read, and what is not read is told once`, () => {
			const doc = read(text);
			const titles = doc.sections.map(({ title }) => title?.text);
			for (const title of ['Summary', 'Impact', 'Lessons learned']) assert.ok(titles.includes(title), title);
			const unread = lintDocument(doc).filter(({ rule }) => rule === 'section-unread');
			assert.equal(unread.length, text.replace(/^---\n[^#]*\n---\n/, '').split(/\n\n(?=#)/).some((section) => section.split('\n').length > MOST_LINES) ? 1 : 0);
		});
	}
});

describe('documents that nobody writes', function () {
	this.timeout(30_000);
	for (const { name, text, isBetween } of hostileDocuments(2_000)) {
		it(`${name}: read, checked, outlined, rewritten`, () => {
			const doc = read(text);
			if (isBetween) for (const title of ['Summary', 'Impact', 'Lessons learned']) assert.ok(doc.sections.some((section) => section.title?.text === title), title);
			for (const { span, fixes } of lintDocument(doc)) {
				assert.ok(span.start <= span.end && span.end <= text.length);
				fixes();
			}
			documentSymbols(doc);
			rewritesAt(doc, { start: text.length >> 1, end: text.length >> 1 });
		});
	}
});

describe('YAML that makes parsers hang', function () {
	this.timeout(30_000);
	const files: Readonly<Record<string, readonly [text: string, message: string | undefined]>> = {
		'80,000 keys': [lines(80_000, (index) => `key${index}: v`), 'Unexpected file of 927 KB, expected at most 256 KB'],
		'20,000 keys': [lines(20_000, (index) => `k${index}: v`), 'Unexpected file of 20000 lines, expected at most 5000'],
		'5,000 keys': [lines(5_000, (index) => `k${index}: v`), undefined],
		'aliases of aliases': [lines(26, (index) => `a${index}: &a${index} [${index === 0 ? 'lol' : `*a${index - 1}, `.repeat(9)}]`), 'Unexpected alias, expected at most 50 in a file'],
		'brackets in brackets': [`a: ${'['.repeat(100_000)}`, 'Unexpected nesting, expected at most 50 levels'],
		'items on one line': [`a:\n  ${'- '.repeat(50_000)}`, 'Unexpected nesting, expected at most 50 levels'],
		'keys deeper from line to line': [lines(600, (index) => `${' '.repeat(index)}a:`), 'Unexpected nesting, expected at most 50 levels'],
	};
	for (const [name, [text, message]] of Object.entries(files)) {
		it(name, () => {
			const { root, problems } = readYaml(text);
			assert.equal(problems[0]?.message, message);
			if (message === undefined) assert.equal(root?.kind === 'map' && root.entries.length, 5_000);
		});
	}
});
