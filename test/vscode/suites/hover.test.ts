import assert from 'node:assert/strict';
import { closeAll, findingsWhen, hover, open, rangeOf, ruleOf } from '../kit';

describe('hover', () => {
	afterEach(closeAll);

	it('on a finding shows the page of its rule', async () => {
		const { document } = await open('examples/search-index.md');
		const found = await findingsWhen(document.uri, (all) => all.some((each) => ruleOf(each) === 'section-missing'));
		const text = await hover(document.uri, found.find((each) => ruleOf(each) === 'section-missing')!.range.start);
		assert.match(text, /\[section-missing\]\([^)]*section-missing[^)]*\)/);
		assert.ok(text.includes('Every section that the template requires is there.'), text);
		assert.match(text, /#### Why\n/);
	});

	it('on a time tells how it was read', async () => {
		const { document } = await open('examples/2025-02-11-checkout-pool.md');
		await findingsWhen(document.uri);
		const text = await hover(document.uri, rangeOf(document, '00:04 | 19:04').start);
		assert.match(text, /^\*\*`00:04`\*\* · `T\+33m`/);
		assert.match(text, /Wed 2025-02-12 00:04/);
	});

	it('on a severity tells what it means', async () => {
		const { document } = await open('examples/2025-02-11-checkout-pool.md');
		await findingsWhen(document.uri);
		assert.match(await hover(document.uri, rangeOf(document, 'SEV1').start), /Severity `SEV1`\*\*: Critical/);
	});
});
