/** Rows and moments of real documents, where their folder stands beside the repository: the facts about them are ours. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readJson } from './read-json';
import { parseFacts } from './facts';
import { Score } from './score';

const FACTS = path.resolve('test/clock/corpus-facts');
const SHARED = path.resolve('../shared');
/** The document that a file of facts is named by stands in one of these. */
const FOLDERS = ['corpus/postmortems', 'samples'].map((folder) => path.join(SHARED, folder));
/** Percent. Raised as the reader gets better, never lowered. */
const BOUND = { rows: 99, moments: 99, about: 92 };

describe('times in real documents', () => {
	const here = FOLDERS.every((folder) => existsSync(folder));
	if (!here) console.log(`    ${SHARED} is not there: nothing to score`);
	const score = new Score();

	before(async function () {
		if (!here) this.skip();
		this.timeout(60_000);
		const files = readdirSync(FACTS).sort();
		assert.ok(files.length > 0);
		for (const file of files) {
			const name = file.replace(/\.tsv$/, '');
			const document = FOLDERS.map((folder) => path.join(folder, name)).find((candidate) => existsSync(candidate));
			assert.ok(document, `${name} is in none of ${FOLDERS.join(', ')}`);
			score.add(name, parseFacts(readFileSync(path.join(FACTS, file), 'utf8')), await readJson(document));
		}
		console.log(`    ${files.length} documents: ${score.summary}`);
		if (process.env['CLOCK_MISSES']) console.log(score.misses.map((miss) => `      ${miss}`).join('\n'));
	});

	it(`are read: ${BOUND.rows} % of the rows at least`, () => assert.ok(score.rowsRight >= BOUND.rows, report(score)));
	it(`are read: ${BOUND.moments} % of the moments at least`, () => assert.ok(score.momentsRight >= BOUND.moments, report(score)));
	it(`give date, zone and phases: ${BOUND.about} % at least`, () => assert.ok(score.aboutAllRight >= BOUND.about, report(score)));
});

function report({ summary, misses }: Score): string {
	return [summary, ...misses].join('\n');
}
