/** Rows and moments of documents in every shape that people write, each beside what a person read in it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFacts } from './facts';
import { readJson } from './read-json';
import { Score } from './score';

const FIXTURES = path.resolve('test/clock/fixtures');
/** Read wrongly as yet. One that is read rightly must leave the list. */
const NOT_YET: ReadonlySet<string> = new Set([
	'bare-days-above-lists.md',
	'bullets-day-then-bold-clock.md',
	'bullets-full-dates.md',
	'french-days.md',
	'headings-numbered.md',
	'headings-of-days-above-lists.md',
	'html-paragraphs.md',
	'html-table.md',
	'korean-written-hours.md',
	'labels-with-days-alone.md',
	'lines-time-above-text.md',
	'lines-with-hard-breaks.md',
	'paragraphs.md',
	'portuguese-list.md',
	'table-day-date-time.md',
	'table-of-days.md',
	'table-of-phases-in-words.md',
	'table-of-ranges.md',
	'table-times-in-two-columns-of-one-zone.md',
	'table-two-zones-with-gaps.md',
	'table-with-dates-now-and-then.md',
	'table-with-unknown-minutes.md',
	'table-with-zone-column.md',
	'table-without-outer-pipes.md',
	'two-incidents.md',
	'zone-by-offset.md',
]);

describe('times in each shape of a timeline', () => {
	for (const file of readdirSync(FIXTURES).filter((name) => name.endsWith('.md')).sort()) {
		const shape = file.replace(/\.md$/, '').replaceAll('-', ' ');
		it(NOT_YET.has(file) ? `${shape} (not yet)` : shape, async () => {
			const score = new Score();
			const document = path.join(FIXTURES, file);
			score.add(file, parseFacts(readFileSync(`${document}.tsv`, 'utf8')), await readJson(document));
			if (NOT_YET.has(file)) assert.notDeepEqual(score.misses, [], `${file} is read rightly: take it off the list`);
			else assert.deepEqual(score.misses, []);
		});
	}
});
