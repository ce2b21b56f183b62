import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { postmortemOf } from '../../../../test/bench/documents';
import { randomFrom } from '../../../../test/bench/inputs.mjs';
import { parseChunk } from './parse';
import { parseWithRemark } from './remark';
import { scanBlocks } from './scan';

/** Parts of which documents are put together at random: all that blocks begin, go on or end with. */
const PARTS = [
	'- ', '* ', '+ ', '1. ', '2) ', '10. ', '  ', '    ', ' ', '\n', '\n', '\n', '\n\n', '\n\n', 'a', 'word', 'b c', '# ', '## ', '#x', '```', '```js', '~~~', '---', '***', '===', '| a | b |', '| - | - |', '|---|:-:|', '|', '\\|', '`x|y`',
	'**b**', '*i*', '_u_', '[ ] ', '[x] ', '[l](u)', '[d]: /u', '>', '> q', '\n> r', '\n>\n> s', '<b>', '<!-- c -->', '<!--', '-->', '\t', '&amp;', '\\', 'é', '  \n', '\r\n', ':', '1', '12:30 x', '-', '+', '=', '~', '    y', '\r', '\0', '> t', '  - n', '  1. n', '    - m',
];

/** What tells the two apart, or nothing. */
function difference(text: string): string | undefined {
	try {
		assert.deepEqual(parseChunk(text), parseWithRemark(text));
		return undefined;
	} catch (error) {
		return `${JSON.stringify(text)}: ${String(error)}`;
	}
}

function lengthLeftToRemark(text: string): number {
	let length = 0;
	scanBlocks(text, (start, end) => {
		length += end - start;
		return [];
	});
	return length;
}

function markdownIn(folder: string): string[] {
	return readdirSync(folder).flatMap((name) => {
		const file = path.join(folder, name);
		return statSync(file).isDirectory() ? markdownIn(file) : /\.md$/.test(name) ? [file] : [];
	});
}

describe('the line scanner reads what remark reads', () => {
	it('in documents put together at random', () => {
		const random = randomFrom(20_251);
		for (let count = 0; count < 2_000; count++) {
			const text = Array.from({ length: 1 + Math.floor(random() * 14) }, () => PARTS[Math.floor(random() * PARTS.length)]).join('');
			assert.equal(difference(text), undefined);
		}
	}).timeout(20_000);

	const folders = ['examples', '../shared/samples', '../shared/corpus'].filter((folder) => existsSync(folder));
	for (const folder of folders) {
		it(`in every section of ${folder}`, () => {
			const texts = markdownIn(folder).map((file) => readFileSync(file, 'utf8')).filter((text) => text.length < 60_000);
			assert.ok(texts.length > 0);
			assert.deepEqual(texts.flatMap((text) => text.split(/(?<=\n)(?=#)/)).map(difference).filter((found) => found !== undefined), []);
		}).timeout(60_000);
	}

	it('and leaves nothing of a postmortem to it', () => assert.equal(lengthLeftToRemark(postmortemOf(14_000)), 0));

	const stretches: Readonly<Record<string, readonly [text: string, left: string]>> = {
		'a quote in a quote, between paragraphs': ['one\n\n> > two\n\nthree\n', '> > two\n\n'],
		'HTML over blank lines': ['one\n\n<!-- a\n\n# b\n-->\n\ntwo\n', '<!-- a\n\n# b\n-->\n\n'],
		'a fence in an item, and what may belong to it': ['- a\n\n  ```\n  b\n  ```\n\nc\n', '- a\n\n  ```\n  b\n  ```\n\nc\n'],
		'a table below a paragraph': ['one\n| a |\n| - |\n\ntwo\n', 'one\n| a |\n| - |\n\n'],
	};
	for (const [name, [text, left]] of Object.entries(stretches)) {
		it(`leaves to it ${name}`, () => {
			const given: string[] = [];
			scanBlocks(text, (start, end) => {
				given.push(text.slice(start, end));
				return [];
			});
			assert.deepEqual(given, [left]);
		});
	}
});
