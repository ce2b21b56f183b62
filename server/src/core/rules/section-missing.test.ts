import assert from 'node:assert/strict';
import { lintDocument } from '../../../../test/kit/lint';
import { readDocument } from '../../../../test/kit/read-document';
import { applyEdits } from '../text/edit';
import { fixAllOf } from './fix-all';
import { sectionMissing } from './section-missing';

describe('missing sections', () => {
	it('come in template order, with hint and table', () => {
		const doc = readDocument('# Carts lost\r\n\r\n## Summary\r\n\r\nCarts were empty.\r\n\r\n## Root Cause\r\n\r\nNot drained.\r\n', 'minimal');
		const after = applyEdits(doc.text, fixAllOf('section-missing', lintDocument(doc, [sectionMissing]))!.edits);
		assert.deepEqual(after.match(/^## .+$/gm), ['## Summary\r', '## Timeline\r', '## Root Cause\r', '## Action Items\r'].map((line) => line.trimEnd()));
		assert.match(after, /Carts were empty\.\r\n\r\n## Timeline\r\n\r\n[^\r\n]+\r\n\r\n\| Time \| Event \|\r\n\| ---- \| ----- \|\r\n\| {6}\| {7}\|\r\n\r\n## Root Cause/);
		assert.doesNotMatch(after, /[^\r]\n/);
	});
	it('are none in a whole document', () => {
		const doc = readDocument('# Carts lost\n\n## Summary\n\na\n\n## Timeline\n\n- 09:02 a\n- 09:03 b\n\n## Root Cause\n\nb\n\n## Action Items\n\n- c\n', 'minimal');
		assert.deepEqual(lintDocument(doc, [sectionMissing]), []);
	});
});
