/** Rows and moments of documents in every shape that people write, each beside what a person read in it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFacts } from './facts';
import { readJson } from './read-json';
import { Score } from './score';

const FIXTURES = path.resolve('test/clock/fixtures');
/** Read wrongly as yet. A run tells which of them are read rightly and can leave the list. */
const NOT_YET: ReadonlySet<string> = new Set([
	'facts-in-indented-code.md',
	'introduced-long-before-detected.md',
	'month-and-day-in-brackets.md',
	'paragraphs.md',
	'zone-by-a-long-name.md',
]);

describe('times in each shape of a timeline', () => {
	for (const file of readdirSync(FIXTURES).filter((name) => name.endsWith('.md')).sort()) {
		const shape = file.replace(/\.md$/, '').replaceAll('-', ' ');
		it(NOT_YET.has(file) ? `${shape} (not yet)` : shape, async () => {
			const score = new Score();
			const document = path.join(FIXTURES, file);
			score.add(file, parseFacts(readFileSync(`${document}.tsv`, 'utf8')), await readJson(document));
			if (!NOT_YET.has(file)) assert.deepEqual(score.misses, []);
			else if (score.misses.length === 0) console.log(`      ${file} is read rightly: it can leave the list`);
		});
	}
});
