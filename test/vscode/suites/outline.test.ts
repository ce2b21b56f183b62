import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, findingsWhen, open, outline, rangeOf } from '../kit';

const BACKWARDS = 'postmortems/backwards.md';

describe('outline', () => {
	afterEach(closeAll);

	it('holds sections with their role, timeline rows and action items', async () => {
		const { document } = await open(BACKWARDS);
		await findingsWhen(document.uri);
		const all = flat(await outline(document.uri));
		const timeline = all.find(({ detail }) => detail === 'timeline');
		const actions = all.find(({ detail }) => detail === 'actions');
		assert.deepEqual([timeline?.name, actions?.name], ['Timeline', 'Action Items']);
		assert.deepEqual(timeline!.children.map(({ name }) => name), [
			'10:00 Logins fail for everyone.',
			'09:40 Version 41 is released.',
			'10:20 Version 40 is back, logins work.',
		]);
		assert.deepEqual(timeline!.children.map(({ kind }) => vscode.SymbolKind[kind]), ['Event', 'Event', 'Event']);
		assert.deepEqual(actions!.children.map(({ name, detail }) => [name, detail]), [['Test the release with an expired session', '@mara · due 2025-03-14']]);
		assert.deepEqual(timeline!.children[1]!.selectionRange, rangeOf(document, '09:40'));
	});

	it('leaves headings that say nothing of an incident to the editor', async () => {
		const { document } = await open('examples/search-index.md');
		await findingsWhen(document.uri);
		const ours = flat(await outline(document.uri)).filter(({ name }) => !name.startsWith('#'));
		assert.deepEqual(ours.filter(({ name }) => name === 'Impact').map(({ detail }) => detail), ['impact']);
		assert.deepEqual(ours.filter(({ detail, children }) => detail === '' && children.length > 0).map(({ name }) => name), []);
	});

	it('finds the sections of a document that has no heading', async () => {
		const { document } = await open('examples/2024-10-08-broken-resolver.md');
		await findingsWhen(document.uri);
		const all = flat(await outline(document.uri));
		assert.equal(all.find(({ detail }) => detail === 'timeline')?.children.length, 7);
		assert.ok(all.some(({ name, detail }) => name === 'Root Cause and Resolution' && detail === 'root-cause'), all.map(({ name, detail }) => `${name} (${detail})`).join(', '));
	});
});

function flat(symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
	return symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
}
