/** Rows and moments of documents in every shape that people write, each beside what a person read in it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFacts } from './facts';
import { readJson } from './read-json';
import { Score } from './score';

const FIXTURES = path.resolve('test/clock/fixtures');

describe('times in each shape of a timeline', () => {
	for (const file of readdirSync(FIXTURES).filter((name) => name.endsWith('.md')).sort()) {
		const shape = file.replace(/\.md$/, '').replaceAll('-', ' ');
		it(shape, async () => {
			const score = new Score();
			const document = path.join(FIXTURES, file);
			score.add(file, parseFacts(readFileSync(`${document}.tsv`, 'utf8')), await readJson(document));
			assert.deepEqual(score.misses, []);
		});
	}
});
