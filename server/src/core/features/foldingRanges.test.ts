import assert from 'node:assert/strict';
import { read } from '../../../../test/kit/lint';
import { foldingRanges } from './foldingRanges';

/** Lines from 1, as `first-last`. */
function folds(text: string): string[] {
	return foldingRanges(read(text)).map(({ startLine, endLine }) => `${startLine + 1}-${endLine + 1}`);
}

describe('foldingRanges', () => {
	it('folds front matter, sections without the blank lines behind them, and tables', () => {
		assert.deepEqual(folds('---\nstatus: Draft\n---\n\n# Postmortem: x\n\n## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n| 09:00 | a |\n\n## Impact\n\nNone.\n'), ['1-3', '7-11', '9-11', '13-15']);
	});

	it('folds sections that are no headings, and rows with a list in them', () => {
		assert.deepEqual(folds('**Timeline:**\n- **09:00 UTC:**\n  - queue fills up\n  - alert fires\n- **10:00 UTC:**\n  - drained\n\n**Impact:**\nNone.\n'), ['1-6', '2-6', '2-4', '5-6', '8-9']);
	});

	it('marks comments', () => {
		assert.deepEqual(foldingRanges(read('## Impact\n\n<!-- one\ntwo -->\n\nNone.\n')).map(({ kind }) => kind), [undefined, 'comment']);
	});

	it('has lines in the document, CRLF or not', () => {
		assert.deepEqual(folds('## Impact\r\n\r\nNone.\r\n\r\n'), ['1-3']);
		assert.deepEqual(folds(''), []);
	});
});
