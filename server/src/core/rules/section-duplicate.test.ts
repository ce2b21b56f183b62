import assert from 'node:assert/strict';
import { lint } from '../../../../test/kit/lint';
import { applyEdits } from '../text/edit';
import { sectionDuplicate } from './section-duplicate';

const HEAD = '---\ntemplate: minimal\n---\n# Postmortem: carts lost\n\n## Summary\n\nCarts were empty.\n\n';

/** The text after the fix of the first finding, without its head. */
function merged(text: string): string | undefined {
	const fix = lint(HEAD + text, [sectionDuplicate])[0]?.fixes()[0];
	return fix && applyEdits(HEAD + text, fix.edits).slice(HEAD.length);
}

describe('section-duplicate, its fix', () => {
	it('joins two that stand side by side', () => assert.equal(
		merged('## Timeline\n\n- 09:00 UTC down\n\n## Timeline\n\n- 09:20 UTC up\n'),
		'## Timeline\n\n- 09:00 UTC down\n\n- 09:20 UTC up\n'));
	it('moves what stands elsewhere up to the first', () => assert.equal(
		merged('## Timeline\n\n- 09:00 UTC down\n\n## Root Cause\n\nNot drained.\n\n## Timeline\n\n- 09:20 UTC up\n\n### Later\n\nQuiet.\n\n## Action Items\n\n- Drain\n'),
		'## Timeline\n\n- 09:00 UTC down\n\n- 09:20 UTC up\n\n### Later\n\nQuiet.\n\n## Root Cause\n\nNot drained.\n\n## Action Items\n\n- Drain\n'));
	it('keeps another name as a heading below', () => assert.equal(
		merged('## Timeline\n\n- 09:00 UTC down\n\n## Root Cause\n\nNot drained.\n\n## Root Cause Analysis\n\nNo script.\n\n### Why\n\nNo time.\n'),
		'## Timeline\n\n- 09:00 UTC down\n\n## Root Cause\n\nNot drained.\n\n### Root Cause Analysis\n\nNo script.\n\n#### Why\n\nNo time.\n'));
	it('puts no text into the last subsection of the first', () => assert.equal(
		merged('## Root Cause\n\n### Why\n\nNo time.\n\n## Root Cause\n\nNot drained.\n'),
		'## Root Cause\n\n### Why\n\nNo time.\n\n### Root Cause\n\nNot drained.\n'));
	it('keeps the line endings', () => assert.equal(
		merged('## Timeline\r\n\r\n- 09:00 UTC down\r\n\r\n## Timeline\r\n\r\n- 09:20 UTC up\r\n')?.replaceAll('\r\n', '\n').includes('\r'), false));
	it('is gone afterwards', () => {
		const after = HEAD + merged('## Timeline\n\n- 09:00 UTC down\n\n## Root Cause\n\nNot drained.\n\n## Timeline\n\n- 09:20 UTC up\n');
		assert.deepEqual(lint(after, [sectionDuplicate]), []);
	});
});
