/** Messages put together at random, valid ones and others: the process lives, answers each request, and holds no more memory than before. */
import assert from 'node:assert/strict';
import { resident } from '../bench/processes.mjs';
import { randomFrom } from '../bench/inputs.mjs';
import { Client } from '../kit/client';
import { HEAD } from '../kit/samples';

const SEED = Number(process.env['SEED'] ?? 51_917);
const COUNT = Number(process.env['RUNS'] ?? 1_000);
const MEGABYTE = 2 ** 20;

const REQUESTS = ['textDocument/diagnostic', 'textDocument/codeAction', 'codeAction/resolve', 'textDocument/documentSymbol', 'textDocument/foldingRange', 'textDocument/hover', 'textDocument/completion', 'textDocument/inlayHint', 'textDocument/codeLens', 'workspace/executeCommand', 'postmortem/read', 'postmortem/templates', 'postmortem/newDocument', 'postmortem/paste', 'postmortem/timeZones', 'postmortem/convertTimeZone', 'nobody/knows'];
const NOTIFICATIONS = ['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didChange', 'textDocument/didChange', 'textDocument/didClose', 'textDocument/didSave', 'workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles', 'workspace/didChangeWorkspaceFolders', '$/cancelRequest', '$/setTrace', 'postmortem/decide', 'nobody/knows'];
const TEXTS = [HEAD, '# Postmortem\n\n## Timeline\n\n- 10:00 up\n- 09:00 down\n', '', '\r\n| a |', '\u0000\ud800', '---\ntemplate: sre\n---\n', '- '.repeat(500)];

describe(`messages put together at random, SEED=${SEED}`, function () {
	this.timeout(120_000);
	it('are answered, and the server lives', async () => {
		const random = randomFrom(SEED);
		const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
		const client = await Client.start();
		let version = 1;

		const anything = (): unknown => one([undefined, null, 0, -1, 1.5, 2 ** 40, '', 'x', [], {}, true, { start: {} }, ['file:///x'], HEAD]);
		const sometimes = (value: unknown): unknown => (random() < 0.04 ? anything() : value);
		const uri = () => sometimes(`file:///nowhere/postmortems/${one(['a', 'b', 'c'])}.md`);
		const position = () => sometimes({ line: sometimes(Math.floor(random() * 20)), character: sometimes(Math.floor(random() * 30)) });
		const range = () => sometimes({ start: position(), end: position() });
		const change = () => sometimes(random() < 0.2 ? { text: one(TEXTS) } : { range: range(), text: sometimes(one(['e', '', '\n', '- 10:00 x', '## Impact\n'])) });
		const params = () => sometimes({
			textDocument: sometimes({ uri: uri(), version: sometimes(version++), languageId: 'markdown', text: sometimes(one(TEXTS)) }), position: position(), range: range(), context: sometimes({ diagnostics: [], triggerKind: 1 }),
			contentChanges: sometimes([change(), change()]), changes: sometimes([]), event: sometimes({ added: [], removed: [] }), settings: sometimes({ postmortem: {} }), id: sometimes(1), value: 'off', uri: uri(), decision: sometimes(one(['postmortem', 'none', null])),
			command: 'x', text: one(TEXTS), zone: sometimes(one(['UTC', 'Europe/Berlin', 'nowhere'])), title: 'x', data: anything(),
		});

		const some = async (count: number) => {
			const answers: Promise<unknown>[] = [];
			for (let sent = 0; sent < count; sent++) {
				if (random() < 0.4) client.notify(one(NOTIFICATIONS), params());
				else answers.push(client.ask(one(REQUESTS), params()));
				if (answers.length % 50 === 0) await Promise.all(answers);
			}
			await Promise.all(answers);
			client.messages.length = 0;
		};
		await some(COUNT / 2);
		const before = resident(client.pid);
		await some(COUNT / 2);
		assert.ok(resident(client.pid) - before < 60 * MEGABYTE, `${before / MEGABYTE} MB, then ${resident(client.pid) / MEGABYTE} MB`);
		client.notify('textDocument/didOpen', { textDocument: { uri: 'file:///nowhere/postmortems/after.md', languageId: 'markdown', version: 1, text: `${HEAD}TBD\n` } });
		assert.ok((await client.published('file:///nowhere/postmortems/after.md', 1)).length > 0);
		assert.equal(await client.stop(), 0);
	});
});
