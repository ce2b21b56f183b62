import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, MODERN } from '../kit/client';
import { HEAD } from '../kit/samples';

interface Diagnostic {
	readonly range: { readonly start: { readonly line: number; readonly character: number }; readonly end: { readonly line: number; readonly character: number } };
	readonly code: string;
	readonly source: string;
	readonly severity: number;
	readonly message: string;
	readonly tags?: readonly number[];
	readonly data?: unknown;
	readonly codeDescription?: { readonly href: string };
}

const URI = 'file:///nowhere/postmortems/checkout.md';
const PULL = { ...MODERN, textDocument: { ...MODERN.textDocument, diagnostic: {} } };

function places(diagnostics: readonly Diagnostic[], rule: string) {
	return diagnostics.filter((each) => each.code === rule).map(({ range }) => [range.start.line, range.start.character, range.end.line, range.end.character]);
}

describe('diagnostics', () => {
	let client: Client;
	afterEach(() => client.kill());

	it('are pushed for each version to clients that cannot pull', async () => {
		client = await Client.start();
		client.open(URI, `${HEAD}TBD\n`);
		const [first] = (await client.published<Diagnostic>(URI, 1)).filter((each) => each.code === 'placeholder-left');
		assert.deepEqual({ ...first, message: '' }, {
			range: { start: { line: 13, character: 0 }, end: { line: 13, character: 3 } },
			severity: 3,
			code: 'placeholder-left',
			codeDescription: { href: first!.codeDescription!.href },
			source: 'postmortem',
			message: '',
			data: { rule: 'placeholder-left' },
			tags: [1],
		});
		assert.match(first!.codeDescription!.href, /^https:\/\/.*placeholder-left/);
		client.notify('textDocument/didChange', { textDocument: { uri: URI, version: 2 }, contentChanges: [{ range: { start: { line: 13, character: 0 }, end: { line: 13, character: 3 } }, text: 'All is well' }] });
		assert.deepEqual(places(await client.published<Diagnostic>(URI, 2), 'placeholder-left'), []);
		client.notify('textDocument/didClose', { textDocument: { uri: URI } });
		assert.deepEqual(await client.published(URI, undefined).then(() => client.next((message) => message.method === 'textDocument/publishDiagnostics' && (message.params as { version?: number }).version === undefined)).then(({ params }) => (params as { diagnostics: unknown[] }).diagnostics), []);
	});

	it('of a version that is not the newest are never published', async () => {
		client = await Client.start();
		client.open(URI, HEAD);
		for (let version = 2; version <= 20; version++) client.notify('textDocument/didChange', { textDocument: { uri: URI, version }, contentChanges: [{ text: `${HEAD}${'TBD '.repeat(version)}\n` }] });
		assert.equal(places(await client.published<Diagnostic>(URI, 20), 'placeholder-left').length > 0, true);
		const versions = client.messages.filter(({ method }) => method === 'textDocument/publishDiagnostics').map(({ params }) => (params as { version: number }).version);
		assert.deepEqual(versions.filter((version) => version !== 20 && version !== 1), []);
	});

	it('are pulled by clients that can, and said to be unchanged where they are', async () => {
		client = await Client.start(PULL);
		client.open(URI, `${HEAD}TBD\n`);
		const full = await client.request<{ kind: string; resultId: string; items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri: URI } });
		assert.equal(full.kind, 'full');
		assert.deepEqual(places(full.items, 'placeholder-left'), [[13, 0, 13, 3]]);
		const again = await client.request<{ kind: string }>('textDocument/diagnostic', { textDocument: { uri: URI }, previousResultId: full.resultId });
		assert.equal(again.kind, 'unchanged');
		assert.deepEqual(client.messages.filter(({ method }) => method === 'textDocument/publishDiagnostics'), []);
	});

	for (const [encoding, character] of [['utf-8', 9], ['utf-16', 5], ['utf-32', 4]] as const) {
		it(`count in ${encoding} where the client asks for it, in changes as well`, async () => {
			client = await Client.start({ ...MODERN, general: { positionEncodings: [encoding] } });
			client.open(URI, `${HEAD}é😀ö x\n`);
			// In front of the x.
			client.notify('textDocument/didChange', { textDocument: { uri: URI, version: 2 }, contentChanges: [{ range: { start: { line: 13, character }, end: { line: 13, character } }, text: 'TBD ' }] });
			assert.deepEqual(places(await client.published<Diagnostic>(URI, 2), 'placeholder-left'), [[13, character, 13, character + 3]]);
		});
	}

	it('stay away from ordinary Markdown, until a person decides', async () => {
		client = await Client.start();
		const uri = 'untitled:Untitled-1';
		client.open(uri, '# Shopping list\n\n- TBD milk\n');
		assert.deepEqual(await client.published(uri, 1), []);
		client.notify('postmortem/decide', { uri, decision: 'postmortem' });
		await client.next(({ method, params }) => method === 'textDocument/publishDiagnostics' && (params as { diagnostics: unknown[] }).diagnostics.length > 0);
		const seen = client.messages.length;
		client.notify('postmortem/decide', { uri, decision: null });
		await client.next((message) => client.messages.indexOf(message) >= seen && message.method === 'textDocument/publishDiagnostics' && (message.params as { diagnostics: unknown[] }).diagnostics.length === 0);
	});

	it('follow the settings of the client', async () => {
		client = new Client();
		client.answers.set('workspace/configuration', () => [{ run: 'off' }]);
		await client.request('initialize', { processId: null, rootUri: null, capabilities: { workspace: { configuration: true } } });
		client.notify('initialized', {});
		client.open(URI, `${HEAD}TBD\n`);
		assert.deepEqual(await client.published(URI, 1), []);
		client.answers.set('workspace/configuration', () => [{ run: 'onType', delay: 'soon' }]);
		client.notify('workspace/didChangeConfiguration', { settings: null });
		await client.next(({ method, params }) => method === 'textDocument/publishDiagnostics' && (params as { diagnostics: unknown[] }).diagnostics.length > 0);
		const { params } = await client.next(({ method }) => method === 'window/logMessage');
		assert.match((params as { message: string }).message, /postmortem\.delay/);
	});

	it('of a broken config stand at its fault, whether it is open or not', async () => {
		const folder = mkdtempSync(path.join(tmpdir(), 'lsp-'));
		writeFileSync(path.join(folder, '.postmortem.yaml'), 'rules:\n  placeholder-lef: off\n');
		writeFileSync(path.join(folder, 'a.md'), `${HEAD}TBD\n`);
		const configUri = pathToFileURL(path.join(folder, '.postmortem.yaml')).href;
		const uri = pathToFileURL(path.join(folder, 'a.md')).href;
		client = await Client.start(MODERN, { rootUri: pathToFileURL(folder).href });
		client.open(uri, `${HEAD}TBD\n`);
		const [fault] = await client.published<Diagnostic>(configUri);
		assert.deepEqual([fault!.code, fault!.severity, fault!.range.start], ['config-invalid', 1, { line: 1, character: 2 }]);
		assert.ok((await client.published(uri, 1)).length > 0, 'the document is checked by the defaults');

		const seen = client.messages.length;
		client.open(configUri, 'rules:\n  placeholder-left: off\n', 7, 'yaml');
		assert.deepEqual(await client.published(configUri, 7), []);
		await client.next((message) => client.messages.indexOf(message) >= seen && message.method === 'textDocument/publishDiagnostics' && (message.params as { uri: string; diagnostics: Diagnostic[] }).uri === uri && !(message.params as { diagnostics: Diagnostic[] }).diagnostics.some((each) => each.code === 'placeholder-left'));
	});
});
