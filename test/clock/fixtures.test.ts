/** Rows and moments of documents in every shape that people write, each beside what a person read in it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFacts } from './facts';
import { readJson } from './read-json';
import { Score } from './score';

const FIXTURES = path.resolve('test/clock/fixtures');
/** Read wrongly as yet. A run tells which of them are read rightly and can leave the list. */
const NOT_YET: ReadonlySet<string> = new Set<string>([
	'brackets-give-the-other-zone.md',
	'bullets-day-then-bold-clock.md',
	'bullets-full-dates.md',
	'clock-before-the-day.md',
	'days-of-the-heading-alone.md',
	'days-without-a-year.md',
	'explorer-dates.md',
	'facts-in-indented-code.md',
	'fields-above-the-timeline.md',
	'headings-numbered.md',
	'headings-of-days-above-lists.md',
	'headings-with-a-time-label.md',
	'headings-with-the-time-at-the-end.md',
	'html-paragraphs.md',
	'html-table.md',
	'introduced-long-before-detected.md',
	'labels-with-days-alone.md',
	'labels-with-the-time-at-the-end.md',
	'lines-time-above-text.md',
	'metrics-below-the-timeline.md',
	'month-and-day-in-brackets.md',
	'paragraphs.md',
	'phases-in-the-front-matter.md',
	'portuguese-list.md',
	'precursor-before-the-day-of-the-field.md',
	'second-zone-in-brackets.md',
	'span-of-days-cut-short.md',
	'table-day-date-time.md',
	'table-of-days.md',
	'table-of-phases-in-words.md',
	'table-times-in-two-columns-of-one-zone.md',
	'table-two-zones-with-gaps.md',
	'table-with-dates-now-and-then.md',
	'table-with-unknown-minutes.md',
	'table-with-zone-column.md',
	'table-without-outer-pipes.md',
	'two-incidents.md',
	'unknown-minutes-since.md',
	'words-for-from-and-until.md',
	'year-from-a-title-of-a-month.md',
	'zone-as-a-link.md',
	'zone-by-a-long-name.md',
	'zone-in-a-bold-line.md',
	'zone-in-a-korean-sentence.md',
	'zone-in-the-heading-of-a-fence.md',
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
