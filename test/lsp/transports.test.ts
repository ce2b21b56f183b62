/** The ways in which a client and the server can be connected, and messages that arrive in pieces. */
import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Client, SERVER, type Message } from '../kit/client';

const INITIALIZE = { jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } };

function framed(message: object): string {
	const content = JSON.stringify(message);
	return `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
}

describe('a client', () => {
	it('speaks over IPC', async () => {
		const server = fork(SERVER, ['--node-ipc'], { silent: true });
		server.send(INITIALIZE);
		const [answer] = (await once(server, 'message')) as [Message];
		assert.equal(answer.id, 1);
		assert.equal((answer.result as { serverInfo: { name: string } }).serverInfo.name, 'postmortem-language-server');
		server.kill('SIGKILL');
	});

	for (const kind of ['socket', 'pipe']) {
		it(`speaks over a ${kind}`, async () => {
			const folder = mkdtempSync(path.join(os.tmpdir(), 'postmortem-pipe-'));
			const pipe = process.platform === 'win32' ? `\\\\.\\pipe\\${path.basename(folder)}` : path.join(folder, 'pipe');
			const listener = createServer();
			await new Promise<void>((resolve) => void (kind === 'pipe' ? listener.listen(pipe, resolve) : listener.listen(0, '127.0.0.1', resolve)));
			const address = listener.address();
			const server = spawn(process.execPath, [SERVER, typeof address === 'string' ? `--pipe=${address}` : `--socket=${address!.port}`]);
			const [socket] = (await once(listener, 'connection')) as [Socket];
			socket.write(framed(INITIALIZE));
			let answer = '';
			for await (const text of socket.setEncoding('utf8')) if (/"id":1\b.*\}$/s.test((answer += text as string))) break;
			assert.match(answer, /^Content-Length: \d+\r\n\r\n\{.*"id":1\b/);
			server.kill('SIGKILL');
			socket.destroy();
			listener.close();
			rmSync(folder, { recursive: true, force: true });
		});
	}

	it('is understood when its messages arrive in pieces, several at once, and with more headers', async () => {
		const client = await Client.start();
		const uri = 'file:///nowhere/ä/postmortem.md';
		const open = framed({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'markdown', version: 1, text: '# Postmortem: “Ausfall” — später behoben\n' } } });
		const ask = (id: number) => framed({ jsonrpc: '2.0', id, method: 'postmortem/read', params: { textDocument: { uri } } });
		const bytes = Buffer.from(`Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n${open}${ask(1001)}${ask(1002)}`);
		// Cut in the header, in a letter of two bytes, and shortly before the end of the last message.
		const cuts = [0, 80, bytes.indexOf('ä') + 1, bytes.length - 3, bytes.length];
		for (const [index, cut] of cuts.slice(1).entries()) {
			client.sendRaw(bytes.subarray(cuts[index], cut));
			await new Promise((resolve) => setImmediate(resolve));
		}
		for (const id of [1001, 1002]) assert.equal(((await client.next((message) => message.id === id)).result as { title: string }).title, 'Postmortem: “Ausfall” — später behoben');
		assert.equal(await client.stop(), 0);
	});
});
