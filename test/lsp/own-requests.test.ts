import assert from 'node:assert/strict';
import { Client, MODERN } from '../kit/client';
import { HEAD } from '../kit/samples';
import type { NewDocumentResult, PasteChoice, PostmortemJson, TemplateInfo } from '../../server/src/lsp/protocol';

const FOLDER = 'file:///nowhere';
const URI = `${FOLDER}/postmortems/checkout.md`;

describe('requests beyond LSP', () => {
	let client: Client;
	before(async () => {
		client = await Client.start(MODERN, { rootUri: FOLDER });
		client.open(URI, HEAD);
	});
	after(() => client.kill());

	it('postmortem/read tells what was understood of an open document', async () => {
		const read = await client.request<PostmortemJson>('postmortem/read', { textDocument: { uri: URI } });
		assert.deepEqual([read.version, read.file, read.isPostmortem, read.title, read.date], [1, 'postmortems/checkout.md', true, 'Postmortem: checkout down', '2026-03-04']);
		assert.deepEqual(read.timeline.map(({ line, at, text }) => [line, at, text]), [[9, '2026-03-04T10:00:00Z', 'alert fired'], [10, '2026-03-04T10:40:00Z', 'rolled back']]);
	});

	it('postmortem/read refuses what is not there', async () => {
		assert.equal((await client.ask('postmortem/read', { textDocument: { uri: `${FOLDER}/nothing.md` } })).error?.code, -32602);
	});

	it('postmortem/templates lists the built-in ones with their severities', async () => {
		const templates = await client.request<TemplateInfo[]>('postmortem/templates', {});
		assert.deepEqual(templates.filter(({ builtIn }) => builtIn).map(({ name }) => name), ['atlassian', 'sre', 'full', 'outage', 'pagerduty', 'minimal']);
		assert.equal(templates.filter(({ isDefault }) => isDefault).length, 1);
		assert.ok(templates[0]!.severities.every(({ value, meaning }) => value !== '' && meaning !== ''));
	});

	it('postmortem/newDocument renders a document and says where it goes', async () => {
		const made = await client.request<NewDocumentResult>('postmortem/newDocument', { near: FOLDER, template: 'atlassian', title: 'Login down', severity: 'SEV2', date: '2026-05-06' });
		assert.deepEqual([made.uri, made.path], [`${FOLDER}/docs/postmortems/2026-05-06-login-down.md`, 'docs/postmortems/2026-05-06-login-down.md']);
		assert.match(made.text, /Login down/);
		assert.match(made.text, /SEV2/);
		assert.ok(made.cursor > 0 && made.cursor <= made.text.length);
		client.open(made.uri!, made.text);
		const read = await client.request<PostmortemJson>('postmortem/read', { textDocument: { uri: made.uri! } });
		assert.deepEqual([read.isPostmortem, read.template.name, read.date, read.severity?.level], [true, 'atlassian', '2026-05-06', 2]);
	});

	for (const params of [{}, { title: 5 }, { title: 'x', date: '2026-02-30' }, { title: 'x', template: 'nothing' }, { title: 'x', near: {} }]) {
		it(`postmortem/newDocument refuses ${JSON.stringify(params)}`, async () => {
			assert.equal((await client.ask('postmortem/newDocument', params)).error?.code, -32602);
		});
	}

	it('postmortem/paste makes rows of a copied chat, and changes nothing', async () => {
		const text = 'Mara Voss  10:12 AM\nCarts are empty\nOle Brandt  10:20 AM\nLooking';
		const choices = await client.request<PasteChoice[]>('postmortem/paste', { textDocument: { uri: URI }, position: { line: 8, character: 5 }, text });
		assert.deepEqual(choices.map(({ title, form, isLikely }) => [title, form, isLikely]), [['Paste as timeline rows', 'rows', true], ['Paste as table', 'table', false]]);
		assert.deepEqual(choices[0]!.edits, [{ range: { start: { line: 8, character: 24 }, end: { line: 8, character: 24 } }, newText: '\n- 10:12 UTC: Mara Voss: Carts are empty\n- 10:20 UTC: Ole Brandt: Looking' }]);
	});

	it('postmortem/paste has nothing for a word, for more than a million characters, and for a document that is not open', async () => {
		const ask = (text: string, uri = URI) => client.request<PasteChoice[]>('postmortem/paste', { textDocument: { uri }, position: { line: 8, character: 5 }, text, asked: true });
		assert.deepEqual(await ask('carts'), []);
		assert.deepEqual(await ask('10:04 a\n'.repeat(625_000)), []);
		assert.deepEqual(await ask('10:04 a\n10:05 b', `${FOLDER}/nothing.md`), []);
	});

	it('postmortem/paste refuses params without a text', async () => {
		assert.equal((await client.ask('postmortem/paste', { textDocument: { uri: URI }, position: { line: 0, character: 0 } })).error?.code, -32602);
	});

	it('are answered after a cancellation with RequestCancelled', async () => {
		const unread = `${FOLDER}/postmortems/unread.md`;
		client.open(unread, HEAD);
		const answer = client.ask('postmortem/read', { textDocument: { uri: unread } });
		client.notify('$/cancelRequest', { id: answer.id });
		assert.equal((await answer).error?.code, -32800);
	});
});
