import assert from 'node:assert/strict';
import { lint } from '../../../../test/kit/lint';
import { applyEdits } from '../text/edit';
import { actionWithoutOwner } from './action-without-owner';

const HEAD = '# Postmortem: carts lost\n\n## Action Items\n\n';

function finding(item: string, head = HEAD) {
	const text = head + item;
	const [first] = lint(text, [actionWithoutOwner]);
	return first && { at: text.slice(first.span.start, first.span.end), fixes: first.fixes().map(({ title, edits }) => [title, applyEdits(text, edits).slice(head.length)]) };
}

describe('action-without-owner, beyond its page', () => {
	it('offers an owner to fill in once', () => {
		assert.deepEqual(finding('- Drain first\n'), { at: 'Drain first', fixes: [['Add an owner to fill in', '- Drain first (Owner: @TBD)\n']] });
		assert.deepEqual(finding('- Drain first (Owner: @TBD)\n'), { at: '@TBD', fixes: [] });
	});
	it('writes a person over what names nobody', () => assert.deepEqual(
		finding('- Drain first (Owner: TBD; Due: 2024-05-20)\n', '# Postmortem: carts lost\n\n**Authors:** Ingrid Moe\n\n## Action Items\n\n'),
		{ at: 'TBD', fixes: [['Add owner Ingrid Moe', '- Drain first (Owner: Ingrid Moe; Due: 2024-05-20)\n']] }));
	it('writes a person over a cell that names nobody', () => assert.deepEqual(
		finding('| Action | Owner |\n| - | - |\n| Drain first | tbd |\n', '# Postmortem: carts lost\n\n**Authors:** Ingrid Moe\n\n## Action Items\n\n'),
		{ at: 'tbd', fixes: [['Add owner Ingrid Moe', '| Action | Owner |\n| - | - |\n| Drain first | Ingrid Moe |\n']] }));
	it('is quiet where there is an owner', () => assert.equal(finding('- Drain first (Owner: Ingrid)\n'), undefined));
});
