import assert from 'node:assert/strict';
import { lintDocument } from '../../../../test/kit/lint';
import { readDocument } from '../../../../test/kit/read-document';
import { applyEdits } from '../text/edit';
import { sectionOutOfOrder } from './section-out-of-order';

describe('sections out of order', () => {
	it('move with the days of a timeline', () => {
		const doc = readDocument('# Labels blank\n\n## Timeline\n\nAll times in UTC.\n\n## May 12\n\n### 20:15\n\nFirst label.\n\n## May 13\n\n### 08:15\n\nFixed.\n\n## Summary\n\nBlank.\n\n## Root Cause\n\nFonts.\n\n## Action Items\n\n- Check labels\n', 'minimal');
		const [finding] = lintDocument(doc, [sectionOutOfOrder]);
		const after = applyEdits(doc.text, finding!.fixes()[0]!.edits);
		assert.deepEqual(after.match(/^#{2,} .*$/gm), ['## Summary', '## Timeline', '## May 12', '### 20:15', '## May 13', '### 08:15', '## Root Cause', '## Action Items']);
	});
	it('stay where a label would come to stand below a heading', () => {
		const doc = readDocument('# Labels blank\n\n**Action Items**\n\n- Check labels\n\n**Summary**\n\nBlank.\n\n## Root Cause\n\nFonts.\n', 'minimal');
		assert.deepEqual(lintDocument(doc, [sectionOutOfOrder]).map((finding) => finding.fixes()), [[]]);
	});
});
