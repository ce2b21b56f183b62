/** Documents that nobody writes: the server answers to each, and lives. Without the guards these tests run out of time. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { GUARDED_DOCUMENTS, GUARDED_YAML } from '../bench/guarded.mjs';
import { hostileDocuments } from '../bench/hostile.mjs';
import { Client, MODERN } from '../kit/client';

const SIZE = 4_000;
/** One of each kind; the core's tests read all of them. */
const KINDS = [
	'bullets in one line', 'quotes that hold lists that hold quotes', 'a nested list with tabs', 'nested link brackets', 'backticks', 'opened comments', 'silenced lines', 'rows of HTML that nobody closes', 'definitions', 'a table header',
	'timeline rows that run backwards', 'timeline headings', 'action rows with holes', 'headings with roles', 'bold labels', 'lone surrogates', 'NULs', 'front matter of aliases', 'returns alone', 'letters of all planes',
];
const PULLING = { ...MODERN, textDocument: { ...MODERN.textDocument, diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };

interface Symbol {
	readonly name: string;
	readonly children?: readonly Symbol[];
}

function namesOf(symbols: readonly Symbol[]): string[] {
	return symbols.flatMap(({ name, children = [] }) => [name, ...namesOf(children)]);
}

describe('hostile documents in an editor', function () {
	this.timeout(30_000);
	let client: Client;
	before(async () => {
		client = await Client.start(PULLING);
	});
	after(() => client.kill());

	for (const [index, { name, text, isBetween }] of hostileDocuments(SIZE).filter(({ name }) => KINDS.includes(name)).entries()) {
		it(`${name}: checked after a keystroke, outlined, folded, hovered over, completed, rewritten`, async () => {
			const textDocument = { uri: `file:///nowhere/postmortems/hostile-${index}.md` };
			client.notify('postmortem/decide', { uri: textDocument.uri, decision: 'postmortem' });
			client.open(textDocument.uri, text);
			await client.request('textDocument/diagnostic', { textDocument });
			const lines = text.split(/\r\n|\n|\r/);
			const places = [lines.findIndex((line) => line === 'The checkout was down for 40 minutes, and 300 orders were lost.') + 2, lines.length >> 1, lines.length - 1].map((line) => ({ line, character: (lines[line] ?? '').length >> 1 }));
			const [, middle] = places;
			client.notify('textDocument/didChange', { textDocument: { ...textDocument, version: 2 }, contentChanges: [{ range: { start: middle, end: middle }, text: 'e' }] });
			await client.request('textDocument/diagnostic', { textDocument });
			client.notify('textDocument/didChange', { textDocument: { ...textDocument, version: 3 }, contentChanges: [{ range: { start: middle, end: { ...middle, character: middle!.character + 1 } }, text: '' }] });
			const symbols = await client.request<Symbol[]>('textDocument/documentSymbol', { textDocument });
			if (isBetween) for (const title of ['Summary', 'Impact', 'Lessons learned']) assert.ok(namesOf(symbols).includes(title), title);
			await client.request('textDocument/foldingRange', { textDocument });
			for (const position of places) {
				await client.request('textDocument/hover', { textDocument, position });
				await client.request('textDocument/completion', { textDocument, position });
				await client.request('textDocument/codeAction', { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } });
			}
			await client.request('textDocument/codeAction', { textDocument, range: { start: { line: 0, character: 0 }, end: places[2] }, context: { diagnostics: [] } });
			client.notify('textDocument/didClose', { textDocument });
		});
	}
});

/** What a file that is too large is told, by its name among the inputs; the others are told of their unknown keys. */
const REFUSALS: Readonly<Record<string, string>> = {
	'a YAML map of 80,000 keys, 1 M': 'Unexpected file of 1240 KB, expected at most 256 KB',
	'a YAML map of 20,000 keys, 210 K': 'Unexpected file of 20000 lines, expected at most 5000',
	'100,000 lines of bars, 200 K': 'Unexpected file of 100001 lines, expected at most 5000',
};

describe('what has made the server wait', function () {
	this.timeout(30_000);
	let client: Client;
	const folder = mkdtempSync(path.join(os.tmpdir(), 'postmortem-guarded-'));
	const uriOf = (file: string) => pathToFileURL(path.join(folder, file)).href;
	before(async () => {
		client = await Client.start(PULLING);
	});
	after(() => {
		client.kill();
		rmSync(folder, { recursive: true });
	});

	for (const [index, [name, text]] of Object.entries(GUARDED_DOCUMENTS).entries()) {
		it(`${name}: checked, outlined, and a place in its midst is asked about`, async () => {
			const textDocument = { uri: `file:///nowhere/postmortems/guarded-${index}.md` };
			const middle = { line: text.split('\n').length >> 1, character: 4 };
			client.open(textDocument.uri, text);
			const { items } = await client.request<{ items: readonly unknown[] }>('textDocument/diagnostic', { textDocument });
			assert.ok(items.length > 0);
			const names = namesOf(await client.request<Symbol[]>('textDocument/documentSymbol', { textDocument }));
			for (const title of ['Summary', 'Impact', 'Lessons learned']) assert.ok(names.includes(title), title);
			await client.request('textDocument/codeAction', { textDocument, range: { start: middle, end: middle }, context: { diagnostics: [] } });
			client.notify('textDocument/didClose', { textDocument });
		});
	}

	for (const [name, text] of Object.entries(GUARDED_YAML)) {
		it(`${name}, as configuration: told what is wrong with it`, async () => {
			const textDocument = { uri: uriOf('.postmortem.yaml') };
			writeFileSync(path.join(folder, '.postmortem.yaml'), text);
			client.open(textDocument.uri, text, 1, 'yaml');
			const { items } = await client.request<{ items: readonly { readonly message: string }[] }>('textDocument/diagnostic', { textDocument });
			if (REFUSALS[name] === undefined) assert.equal(items.length, 100);
			else assert.deepEqual(items.map(({ message }) => message), [REFUSALS[name]]);
			client.notify('textDocument/didClose', { textDocument });
			client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: textDocument.uri, type: 2 }] });
		});
	}
});
