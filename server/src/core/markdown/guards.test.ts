import assert from 'node:assert/strict';
import type { Block } from './blocks';
import { parseStretch } from './parse';
import { parseWithRemark } from './remark';

const lines = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, index) => line(index)).join('\n');
const kindsOf = (blocks: readonly Block[]): string[] => [...new Set(blocks.map(({ kind }) => kind))];

describe('what stands before the reference parser', () => {
	const plain: Readonly<Record<string, string>> = {
		'a line of more than sixty marks': `${'- '.repeat(61)}deep`,
		'quotes and lists in turns on many lines': lines(200, (index) => `${'> - '.repeat(1 + (index % 12))}> deep`),
		'indentation of more than 160 columns': `- item\n${' '.repeat(161)}deep`,
		'indentation by tabs of more than 160 columns': `- item\n${'\t'.repeat(41)}deep`,
	};
	for (const [name, text] of Object.entries(plain)) it(`${name}: plain lines`, () => assert.deepEqual(kindsOf(parseStretch(text)), ['paragraph']));

	const read: Readonly<Record<string, string>> = {
		'sixty marks': `${'> '.repeat(60)}deep`,
		'what a person nests': lines(60, (index) => `${'> - '.repeat(1 + (index % 3))}deep`),
		'indentation of a code block in a list': `- item\n\n${' '.repeat(40)}deep`,
	};
	for (const [name, text] of Object.entries(read)) it(`${name}: read as the parser reads it`, () => assert.deepEqual(parseStretch(text), parseWithRemark(text)));

	/** A list whose items hold code, which only the parser reads. */
	const steps = (count: number): string => lines(count, () => '- step\n\n  ~~~\n  run it\n  ~~~\n\n  below\n');

	it('a long list is one list, read in parts', () => {
		const text = steps(600);
		assert.ok(text.length > 16 * 1024 && text.length < 32 * 1024);
		const [list, ...others] = parseStretch(text);
		assert.ok(list?.kind === 'list');
		assert.equal(list.items.length, 600);
		assert.deepEqual(others, []);
	});

	it('what comes behind the first 32 K of a stretch is plain lines, none of them left out', () => {
		const text = steps(2_000);
		const blocks = parseStretch(text);
		const [list, ...rest] = blocks;
		assert.ok(list?.kind === 'list');
		assert.ok(list.span.end > 16 * 1024 && list.span.end <= 32 * 1024);
		assert.deepEqual(kindsOf(rest), ['paragraph']);
		const between = blocks.map(({ span }, index) => text.slice(blocks[index - 1]?.span.end ?? 0, span.start));
		assert.equal(between.join('').trim() + text.slice(blocks.at(-1)!.span.end).trim(), '');
	});
});
