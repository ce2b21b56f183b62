import assert from 'node:assert/strict';
import { parseChunk, parseStretch } from './parse';
import { parseWithRemark } from './remark';

const lines = (line: (index: number) => string, eol = '\n'): string => Array.from({ length: 9 }, (_, index) => line(index)).join(eol);

const DOCUMENTS: Readonly<Record<string, string>> = {
	'table rows': `## Timeline\n\n| Time | Event |\n| --- | --- |\n${lines((index) => `| 10:0${index} | a \\| b \`c\` |  |`)}\n\nbelow`,
	'table rows with spaces behind': `| a | b |\n|---|---|\n${lines((index) => `| ${index} |  x ${index} |  `)}\n`,
	'table rows with too few and too many cells': `| a | b |\n|---|---|\n${lines((index) => '| x '.repeat(1 + (index % 4)) + (index % 2 ? '|' : ''))}`,
	'table rows without outer bars': `a | b\n--- | ---\n${lines((index) => `10:0${index} | x`)}`,
	'table rows in a quote': `> | a | b |\n> |---|---|\n${lines((index) => `> | ${index} | y |`)}\n\n- item`,
	'table rows in an item': `- item\n\n  | a | b |\n  |---|---|\n${lines((index) => `  | ${index} | y |`)}`,
	'bars without a table': lines((index) => `| not a table ${index} |`),
	'two runs in one piece': `${lines((index) => `line ${index}  `)}\n\n${lines((index) => `- item ${index}`)}\n\n${lines((index) => `line ${index}`)}`,
	'items with boxes and bold words': lines((index) => `- ${index % 2 ? '[x] ' : '[ ] '}**Do ${index}** now `),
	'prose below an item': `- item\n${lines((index) => `lazy ${index}`)}`,
	'prose above a rule': `${lines((index) => `line ${index}`)}\n---\nbelow`,
	'a fence': `~~~text\n${lines((index) => `  | # > ${index}`)}\n~~~\n\n- after`,
	'a fence that is never closed': `\`\`\`\n${lines((index) => `${index}) x`)}`,
	'a fence within an item': `- item\n\n  \`\`\`\n${lines((index) => `  ${index}`)}\n  \`\`\`\n`,
	'prose within HTML': `<div>\n${lines((index) => `line ${index}`)}\n</div>`,
	'definitions': `text\n\n${lines((index) => `[label ${index}]: https://x.y/${index}`)}\n\n[label 1]`,
	'definitions below a paragraph, which are text': `text\n${lines((index) => `[${index}]: /x`)}`,
	'definitions with a title below the last': `${lines((index) => `[${index}]: /x`)}\n"title"\nbelow`,
	'definitions within an item': `- item\n\n${lines((index) => `[${index}]: /x`)}`,
	'CRLF': lines((index) => `- at 10:0${index}`, '\r\n'),
};

describe('long runs of like lines', () => {
	for (const [name, text] of Object.entries(DOCUMENTS)) it(`${name}: read as the parser reads them`, () => assert.deepEqual(parseStretch(text, 4), parseWithRemark(text)));

	it('a cell ends before its bar where spaces stand behind the row', () => {
		const [table] = parseChunk('| a | b |\n| --- | --- |\n| 1 | two |  \n');
		assert.ok(table?.kind === 'table');
		assert.deepEqual(table.rows, [{ span: { start: 24, end: 35 }, cells: [{ start: 26, end: 27 }, { start: 30, end: 33 }] }]);
	});

	it('thousands of rows are all read', () => {
		const [table] = parseChunk(`| a | b |\n| --- | --- |\n${'| 1 | 2 |\n'.repeat(20_000)}`);
		assert.ok(table?.kind === 'table');
		assert.equal(table.rows.length, 20_000);
	}).timeout(2_000);

	it('so are those of a table in a quote', () => {
		const [quote] = parseChunk(`> | a | b |\n> | --- | --- |\n${'> | 1 | 2 |\n'.repeat(20_000)}`);
		assert.ok(quote?.kind === 'quote' && quote.blocks[0]?.kind === 'table');
		assert.equal(quote.blocks[0].rows.length, 20_000);
	}).timeout(2_000);

	it('thousands of definitions are all read as such', () => {
		const blocks = parseChunk(Array.from({ length: 20_000 }, (_, index) => `[label ${index}]: https://x.y\n`).join(''));
		assert.deepEqual([blocks.length, ...new Set(blocks.map(({ kind }) => kind))], [20_000, 'definition']);
	}).timeout(2_000);
});
