import assert from 'node:assert/strict';
import { lint, read } from '../../../../test/kit/lint';
import { marked } from '../../../../test/kit/marked';
import { hoverAt } from './hover';

const FULL = `---
template: full
---
# Postmortem: parcel tracker offline

- **Date:** 2024-04-23
- **Severity:** SEV2 (Major)
- **Status:** Donee

## Timeline

All times are CEST.

- **09:00** Queue fills up
- **09:20** Service restored

## Impact

Nobody could track a parcel.
`;

/** The hover at \`‸\`, which must be about the text between the marks. */
function hover(fixture: string): string {
	const { text, cursor, spans } = marked(fixture);
	const found = hoverAt(read(text), lint(text), cursor);
	assert.deepEqual(found?.span, spans[0]);
	return found?.markdown ?? '';
}

const within = (text: string, replaced: string) => hover(FULL.replace(text, replaced));

describe('hover', () => {
	it('explains a severity among the others', () => {
		const markdown = within('SEV2 (Major)', '⟦SE‸V2 (Major)⟧');
		assert.match(markdown, /^\*\*Severity `SEV2`\*\*: Major: a main function/);
		assert.match(markdown, /\n- `SEV1` Critical/);
		assert.match(markdown, /\n- \*\*`SEV2`\*\* Major/);
	});

	it('tells what a time was read as and where its zone is stated', () => {
		assert.match(within('09:20', '⟦09:‸20⟧'), /^\*\*`09:20`\*\* · resolved · [\s\S]*\| \*\*CEST\*\* \(stated in line 12\) \| Tue 2024-04-23 09:20 \|\n\| UTC \| Tue 2024-04-23 07:20 \|$/);
	});

	it('tells a section\'s role and what the template wants there', () => {
		const markdown = within('## Impact', '⟦## Imp‸act⟧');
		assert.match(markdown, /^\*\*Section: impact\*\*\n\nFills `Impact` of the template `full`, which requires it\.\n\nWhat it cost, in figures\./);
	});

	it('shows the page of the rule on a finding, without its table of metadata', () => {
		const markdown = within('Donee', '⟦Do‸nee⟧');
		assert.match(markdown, /^\*\*\[field-not-allowed\]\(https:[^)]+\/field-not-allowed\.md\)\*\*: /);
		assert.match(markdown, /\n#### Why\n/);
		assert.doesNotMatch(markdown, /<!--|Default level/);
	});

	it('is silent elsewhere', () => {
		assert.equal(within('Nobody could', 'Nob‸ody could'), '');
	});
});
