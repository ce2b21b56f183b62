import assert from 'node:assert/strict';
import { closeAll, findingsWhen, folding, open, rangeOf } from '../kit';

describe('folding', () => {
	afterEach(closeAll);

	it('closes sections and tables', async () => {
		const { document } = await open('postmortems/backwards.md');
		await findingsWhen(document.uri);
		const found = (await folding(document.uri)).map(({ start, end }) => `${start} ${end}`);
		const line = (text: string) => rangeOf(document, text).start.line;
		assert.ok(found.includes(`${line('## Timeline')} ${line('| 10:20')}`), found.join(', '));
		assert.ok(found.includes(`${line('| Time | Event |')} ${line('| 10:20')}`), found.join(', '));
	});

	it('closes a bold label and what stands under it', async () => {
		const { document } = await open('examples/2024-10-08-broken-resolver.md');
		await findingsWhen(document.uri);
		const found = (await folding(document.uri)).map(({ start, end }) => `${start} ${end}`);
		const line = (text: string) => rangeOf(document, text).start.line;
		assert.ok(found.includes(`${line('**Timeline:**')} ${line('Queue worked off')}`), found.join(', '));
	});
});
