import assert from 'node:assert/strict';
import { Client } from '../kit/client';
import { HEAD } from '../kit/samples';

interface Place { readonly line: number; readonly character: number }
interface Symbol { readonly name: string; readonly detail?: string; readonly range: { start: Place; end: Place }; readonly selectionRange: { start: Place; end: Place }; readonly children: readonly Symbol[] }

const URI = 'file:///nowhere/postmortems/checkout.md';

describe('outline, folding and hover', () => {
	let client: Client;
	before(async () => {
		client = await Client.start();
		client.open(URI, `${HEAD}A bad deployment. TBD: which\n`);
		client.open('untitled:Untitled-1', '# Shopping list\n\n## Food\n\n- milk\n- tea\n');
	});
	after(() => client.kill());

	it('show sections with their roles and the events of the timeline', async () => {
		const symbols = await client.request<Symbol[]>('textDocument/documentSymbol', { textDocument: { uri: URI } });
		const all = (list: readonly Symbol[]): Symbol[] => list.flatMap((symbol) => [symbol, ...all(symbol.children)]);
		assert.equal(all(symbols).find(({ name }) => name === 'Root cause')?.detail, 'root-cause');
		const event = all(symbols).find(({ name }) => name.includes('rolled back'));
		assert.deepEqual(event?.range.start, { line: 9, character: 0 });
		assert.ok(all(symbols).every(({ name, range, selectionRange }) => name !== '' && selectionRange.start.line >= range.start.line && selectionRange.end.line <= range.end.line));
	});

	it('fold sections', async () => {
		const ranges = await client.request<{ startLine: number; endLine: number }[]>('textDocument/foldingRange', { textDocument: { uri: URI } });
		assert.ok(ranges.some(({ startLine, endLine }) => startLine === 6 && endLine === 9), JSON.stringify(ranges));
	});

	it('tell on a finding what its rule wants, and on a time how it was read', async () => {
		const finding = await client.request<{ contents: { kind: string; value: string }; range: unknown }>('textDocument/hover', { textDocument: { uri: URI }, position: { line: 13, character: 19 } });
		assert.equal(finding.contents.kind, 'markdown');
		assert.match(finding.contents.value, /placeholder-left/);
		assert.deepEqual(finding.range, { start: { line: 13, character: 18 }, end: { line: 13, character: 21 } });
		const time = await client.request<{ contents: { value: string } }>('textDocument/hover', { textDocument: { uri: URI }, position: { line: 9, character: 3 } });
		assert.match(time.contents.value, /^\*\*`10:40 UTC`\*\* · mitigated · `T\+40m`[\s\S]*\| \*\*UTC\*\* \| Wed 2026-03-04 10:40 \|/);
		assert.equal(await client.request('textDocument/hover', { textDocument: { uri: URI }, position: { line: 1, character: 0 } }), null);
	});

	it('are silent in a document that is no postmortem', async () => {
		const textDocument = { uri: 'untitled:Untitled-1' };
		assert.deepEqual(await client.request('textDocument/documentSymbol', { textDocument }), []);
		assert.deepEqual(await client.request('textDocument/foldingRange', { textDocument }), []);
		assert.equal(await client.request('textDocument/hover', { textDocument, position: { line: 0, character: 3 } }), null);
	});
});
