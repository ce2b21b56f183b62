import assert from 'node:assert/strict';
import { Client } from '../kit/client';
import { marked } from '../kit/marked';

interface Item {
	readonly label: string;
	readonly kind: number;
	readonly detail?: string;
	readonly documentation?: { readonly kind: string; readonly value: string };
	readonly insertTextFormat: number;
	readonly textEdit: { readonly range: { readonly start: { readonly line: number; readonly character: number }; readonly end: { readonly line: number; readonly character: number } }; readonly newText: string };
}

const HEAD = '---\ntemplate: full\n---\n\n# Postmortem: parcel tracker offline\n\n';

describe('completion', () => {
	let client: Client;
	let opened = 0;
	before(async () => {
		client = await Client.start({ textDocument: { completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } } } });
	});
	after(() => client.kill());

	async function at(fixture: string, triggerCharacter?: string, path = 'postmortems/parcels'): Promise<Item[]> {
		const { text, cursor } = marked(fixture);
		const uri = `file:///nowhere/${path}-${opened++}.md`;
		client.open(uri, text);
		const before = text.slice(0, cursor).split('\n');
		const position = { line: before.length - 1, character: before.at(-1)!.length };
		return client.request<Item[]>('textDocument/completion', { textDocument: { uri }, position, context: triggerCharacter === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter } });
	}

	it('is announced with its trigger characters', () => {
		const { result } = client.messages[0]! as { result: { capabilities: { completionProvider: unknown } } };
		assert.deepEqual(result.capabilities.completionProvider, { triggerCharacters: ['|', '@', ':', ' ', '#', '-', '*'], resolveProvider: true });
	});

	it('offers severities with their meaning in Markdown, and resolves them', async () => {
		const items = await at(`${HEAD}- **Severity:** ‸\n`, ' ');
		assert.deepEqual(items.map(({ label }) => label), ['SEV1', 'SEV2', 'SEV3', 'SEV4', 'SEV5']);
		assert.deepEqual(items[0]!.textEdit, { range: { start: { line: 6, character: 16 }, end: { line: 6, character: 16 } }, newText: 'SEV1' });
		assert.match(items[0]!.documentation!.value, /the service is down/);
		assert.equal(items[0]!.documentation!.kind, 'markdown');
		assert.deepEqual(await client.request('completionItem/resolve', items[0]), items[0]);
	});

	it('offers times after the row above, and rows as snippets', async () => {
		const times = await at(`${HEAD}## Timeline\n\nAll times are UTC.\n\n- **10:04** – queue fills up\n- **10:59** – alert fires\n- ‸\n`, ' ');
		assert.deepEqual(times.slice(0, 2).map(({ label, textEdit }) => `${label} ${textEdit.newText}`), ['11:00 **11:00** – ', '11:04 **11:04** – ']);
		const rows = await at(`${HEAD}## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n| 10:04 | queue fills up |\n|‸\n`, '|');
		assert.equal(rows[0]!.insertTextFormat, 2);
		assert.equal(rows[0]!.textEdit.newText, '| 10:05 | ${1:Event} |');
	});

	it('has nothing for ordinary Markdown', async () => {
		assert.deepEqual(await at('# Shopping list\n\n- **Status:** ‸\n', ' ', 'notes/shopping'), []);
	});
});
