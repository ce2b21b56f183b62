import assert from 'node:assert/strict';
import { Client, MODERN } from '../kit/client';
import { HEAD } from '../kit/samples';

const TEXT = `${HEAD}TBD\n`;
const URI = 'file:///nowhere/postmortems/checkout.md';

describe('the server process', () => {
	it('ends with 0 after shutdown and exit', async () => {
		const client = await Client.start();
		assert.equal(await client.stop(), 0);
	});

	it('ends with 1 where nobody asked it to shut down', async () => {
		const client = await Client.start();
		client.notify('exit');
		assert.equal(await client.exited, 1);
	});

	it('ends when the client is gone', async () => {
		const client = await Client.start();
		client.endInput();
		assert.notEqual(await client.exited, null);
	});

	it('ends with 2 where no transport is named', async () => {
		assert.equal(await new Client([]).exited, 2);
	});

	for (const [what, params] of [
		['no capabilities', { processId: null, rootUri: null, capabilities: {} }],
		['no params', undefined],
		['params of wrong types', { processId: null, rootUri: 5, capabilities: [], workspaceFolders: 'x', initializationOptions: 'y' }],
		['folders that are null', { processId: null, rootUri: null, capabilities: {}, workspaceFolders: null }],
		['a folder and settings', { processId: null, rootUri: 'file:///nowhere', capabilities: MODERN, workspaceFolders: [{ uri: 'file:///nowhere', name: 'x' }], initializationOptions: { settings: { run: 'onType' } } }],
	] as const) {
		it(`initializes with ${what}`, async () => {
			const client = new Client();
			const { result } = await client.ask('initialize', params);
			assert.equal((result as { serverInfo: { name: string } }).serverInfo.name, 'postmortem-language-server');
			client.notify('initialized', {});
			client.open(URI, TEXT);
			assert.ok((await client.published(URI, 1)).length > 0);
			assert.equal(await client.stop(), 0);
		});
	}

	it('refuses requests before it is initialized', async () => {
		const client = new Client();
		const { error } = await client.ask('textDocument/codeAction', {});
		assert.equal(error?.code, -32002);
		client.kill();
	});
});

describe('malformed input', () => {
	let client: Client;
	beforeEach(async () => {
		client = await Client.start();
	});
	afterEach(() => client.kill());

	async function stillWorks(): Promise<void> {
		client.open(URI, TEXT);
		assert.ok((await client.published(URI, 1)).length > 0);
	}

	it('answers unknown requests with MethodNotFound', async () => {
		assert.equal((await client.ask('postmortem/nothing', {})).error?.code, -32601);
		assert.equal((await client.ask('textDocument/nothing')).error?.code, -32601);
		await stillWorks();
	});

	it('ignores unknown notifications', async () => {
		client.notify('$/whatever', { a: 1 });
		client.notify('whatever', [1]);
		await stillWorks();
	});

	for (const method of ['textDocument/codeAction', 'textDocument/diagnostic', 'postmortem/read']) {
		for (const params of [undefined, null, [], 'x', {}, { textDocument: null }, { textDocument: { uri: 5 } }, { textDocument: { uri: URI }, range: { start: { line: 'a' } }, context: 3 }]) {
			it(`answers ${method} with ${JSON.stringify(params)} by an error or an empty result`, async () => {
				const { error, result } = await client.ask(method, params);
				if (error) assert.ok([-32602, -32600].includes(error.code), String(error.code));
				else assert.deepEqual(result, { kind: 'full', resultId: (result as { resultId: string }).resultId, items: [] });
			});
		}
	}

	it('lives through notifications with wrong params', async () => {
		for (const params of [undefined, null, 5, {}, { textDocument: {} }, { textDocument: { uri: URI, version: 'x' }, contentChanges: 'y' }, { textDocument: { uri: URI, version: 2 }, contentChanges: [{ range: { start: { line: -1 } }, text: 5 }] }]) {
			for (const method of ['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose', 'textDocument/didSave', 'workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles', 'postmortem/decide']) client.notify(method, params);
		}
		await stillWorks();
	});

	it('lives through content that is no JSON, and through JSON that is no message', async () => {
		for (const content of ['{', 'null', '5', '[]', '{}', '{"jsonrpc":"2.0"}', '{"jsonrpc":"2.0","id":{},"method":5}', '\u0000', '']) client.sendText(content);
		await stillWorks();
	});

	it('lives through a header without a length', async () => {
		client.sendRaw('X-Nothing: 1\r\n\r\n');
		const nudge = setInterval(() => client.notify('$/nudge'), 20); // the reader looks on when more arrives
		await stillWorks().finally(() => clearInterval(nudge));
	});
});
