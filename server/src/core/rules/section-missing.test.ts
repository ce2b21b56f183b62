import assert from 'node:assert/strict';
import { lintDocument, read } from '../../../../test/kit/lint';
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
	const inserted = (text: string) => {
		const doc = read(text);
		const findings = lintDocument(doc, [sectionMissing]);
		const fix = fixAllOf('section-missing', findings) ?? findings[0]!.fixes()[0]!;
		return applyEdits(text, fix.edits);
	};
	const sectionsOf = (text: string) => read(text).sections.map(({ title, level }) => `${'#'.repeat(level)} ${title?.text}`);

	it('do not make the document follow another template', () => {
		const text = '# Labels blank\n\n## Summary\n\nBlank labels.\n\n## Timeline\n\n- 09:02 UTC first label\n- 09:40 UTC fixed\n\n## Evidence\n\nPhotos.\n\n## Guesses\n\nInk.\n\n## Root Cause\n\nFont cache.\n\n## Why nobody saw it\n\nNo check.\n\n## Fix\n\nCache filled.\n\n## Checked by\n\nA print run.\n';
		assert.equal(read(text).template.template.name, 'minimal');
		assert.match(inserted(text), /^---\ntemplate: minimal\n---\n\n# Labels blank\n/);
		const all = text.replace(/## Root Cause\n\n.*\n\n/, '');
		for (const before of [text, all]) assert.deepEqual(lintDocument(read(inserted(before)), [sectionMissing]), []);
		assert.equal(inserted(`---\nauthor: Ines\n---\n${text}`).match(/^template: minimal$/gm)?.length, 1);
	});
	it('swallow no heading that stood below another one', () => {
		const text = 'Labels came out blank for 40 minutes after the font server was restarted during the morning shift.\n\n### Font server\n\nIt restarted.\n\n### Labels\n\nThey were blank.\n';
		assert.deepEqual(sectionsOf(inserted(text)), ['### Summary', '### Timeline', '### Root Cause', '### Action Items', '### Font server', '### Labels']);
		const nested = '---\ntemplate: minimal\n---\n# Labels blank\n\n## Report\n\n### Summary\n\nBlank.\n\n### Printers\n\nTwo.\n\n## Root Cause\n\nFonts.\n';
		assert.deepEqual(sectionsOf(inserted(nested)), ['## Report', '### Summary', '### Printers', '## Timeline', '## Root Cause', '## Action Items']);
	});
	it('come behind the days of a timeline', () => {
		const text = '---\ntemplate: minimal\n---\n# Labels blank\n\n## Summary\n\nBlank.\n\n## Timeline\n\nAll times in UTC.\n\n## May 12\n\n### 20:15\n\nFirst label.\n\n### 20:40\n\nAlert.\n\n## May 13\n\n### 08:15\n\nFixed.\n\n## Action Items\n\n- Check labels\n';
		const after = inserted(text);
		assert.match(after, /Fixed\.\n\n## Root Cause\n/);
		assert.deepEqual(read(after).timelines.map(({ entries }) => entries.length), read(text).timelines.map(({ entries }) => entries.length));
	});
	it('close a fence that runs to the end', () => {
		const text = '---\ntemplate: minimal\n---\n# Labels blank\n\n## Summary\n\nBlank.\n\n## Root Cause\n\n~~~~sh\nfc-cache\n\n';
		assert.match(inserted(text), /fc-cache\n~~~~\n\n## Action Items\n/);
		assert.deepEqual(sectionsOf(inserted(text)), ['## Summary', '## Timeline', '## Root Cause', '## Action Items']);
	});
	it('are none in a whole document', () => {
		const doc = readDocument('# Carts lost\n\n## Summary\n\na\n\n## Timeline\n\n- 09:02 a\n- 09:03 b\n\n## Root Cause\n\nb\n\n## Action Items\n\n- c\n', 'minimal');
		assert.deepEqual(lintDocument(doc, [sectionMissing]), []);
	});
});
