import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from './edit';
import { lineEdits } from './diff';

describe('lineEdits', () => {
	it('touches only the lines that differ', () => {
		assert.deepEqual(lineEdits('a\nb\nc\nd\n', 'a\nB\nc\nD\n'), [
			{ span: { start: 2, end: 4 }, newText: 'B\n' },
			{ span: { start: 6, end: 8 }, newText: 'D\n' },
		]);
	});

	it('inserts and deletes without rewriting neighbours', () => {
		assert.deepEqual(lineEdits('a\nb\n', 'a\nx\nb\n'), [{ span: { start: 2, end: 2 }, newText: 'x\n' }]);
		assert.deepEqual(lineEdits('a\nx\nb', 'a\nb'), [{ span: { start: 2, end: 4 }, newText: '' }]);
	});

	it('makes the one text of the other, whatever they are', () => {
		const text = fc.array(fc.constantFrom('a', 'b', 'c\n', '\n', '\r\n'), { maxLength: 30 }).map((parts) => parts.join(''));
		fc.assert(fc.property(text, text, (before, after) => applyEdits(before, lineEdits(before, after)) === after), { numRuns: 2000 });
	});
});
