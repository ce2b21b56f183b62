import assert from 'node:assert/strict';
import { differenceOver } from '../../../../test/kit/equality';
import { lintDocument, read } from '../../../../test/kit/lint';
import { MOST_LINES } from '../markdown/chunks';
import { convertedText, convertTimelines, rewritesAt } from '../service';
import { sectionUnread } from './section-unread';

const BEFORE = '# Postmortem: queue stopped on 2024-05-06\n\n## Summary\n\nIt stopped.\n\n';
const HEAD = '## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n';
const AFTER = '\n## Action items\n\n- [ ] Add an alarm\n';
/** Lines of the table and of what stands above it below its heading. */
const MOST_ROWS = MOST_LINES - 4;

const row = (minute: number): string => `| ${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')} | it grew |\n`;
const withRows = (count: number): string => BEFORE + HEAD + Array.from({ length: count }, (_, index) => row(index % 1440)).join('') + AFTER;

describe('section-unread', () => {
	it('a section of as many lines as are read: all rows, no finding', () => {
		const doc = read(withRows(MOST_ROWS - 1)); // and the blank line behind it
		assert.equal(doc.timelines[0]!.entries.length, MOST_ROWS - 1);
		assert.deepEqual(lintDocument(doc, [sectionUnread]), []);
	});

	for (const ending of ['\n', '\r\n']) {
		it(`a longer one: the first rows, one finding at the first that is not read, and what follows the next heading (${JSON.stringify(ending)})`, () => {
			const doc = read(withRows(5_000).replaceAll('\n', ending));
			assert.equal(doc.timelines[0]!.entries.length, MOST_ROWS);
			assert.equal(doc.actionLists[0]!.items.length, 1);
			const [finding, ...others] = lintDocument(doc, [sectionUnread]);
			assert.deepEqual(others, []);
			assert.equal(finding!.message, `Unexpected 5005 lines without a heading, expected at most ${MOST_LINES}: what follows is not read`);
			assert.deepEqual(finding!.span, doc.lines.line(6 + MOST_LINES));
		});
	}

	it('nothing is moved or rewritten that was read in part, and all else is checked', () => {
		const doc = read(withRows(5_000).replace('| 00:20 |', '| 00:05 |'));
		const found = lintDocument(doc);
		assert.ok(found.some(({ rule }) => rule === 'timeline-out-of-order'));
		assert.deepEqual(found.filter(({ rule, fixes }) => rule === 'timeline-out-of-order' && fixes().length > 0), []);
		assert.ok(found.some(({ rule, fixes }) => rule === 'action-without-owner' && fixes().length > 0));
		const at = doc.timelines[0]!.span.start;
		assert.deepEqual(rewritesAt(doc, { start: at, end: at }), []);
		const items = doc.actionLists[0]!.span.start;
		assert.deepEqual(rewritesAt(doc, { start: items, end: items }).map(({ title }) => title), ['Convert action items to table']);
		assert.equal(convertTimelines(doc, { start: at, end: at }, 'Europe/Oslo'), 'cannot be written');
		assert.equal(convertedText(doc, 'sre'), undefined);
		assert.deepEqual(rewritesAt(doc, { start: 0, end: doc.text.length }, 'convertDocument'), []);
	});

	it('lines that are taken out or put in anywhere change what is read as if it were read anew', () => {
		const long = withRows(MOST_ROWS + 20);
		const shorter = long.replace('| 00:10 | it grew |\n', '');
		const behind = long.replace(AFTER, `Told later.\n${AFTER}`);
		assert.equal(differenceOver([long, shorter, behind, withRows(20), long]), undefined);
		assert.equal(differenceOver([withRows(20), long, shorter]), undefined);
		assert.equal(differenceOver([long, behind]), undefined);
	}).timeout(20_000);
});
