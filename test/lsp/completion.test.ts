import assert from 'node:assert/strict';
import { LineIndex } from '../../server/src/core/text/lines';
import { Client } from '../kit/client';
import { HEAD } from '../kit/samples';
import { marked } from '../kit/marked';

interface Item { readonly label: string; readonly detail?: string; readonly labelDetails?: { readonly description: string }; readonly filterText: string; readonly textEdit: { readonly range: { start: { line: number }; end: { line: number } }; readonly newText: string } }

const URI = 'file:///nowhere/postmortems/checkout.md';

describe('completion', () => {
	let client: Client;
	afterEach(() => client.kill());

	async function itemsAt(fixture: string, uri = URI, capabilities?: object): Promise<readonly Item[]> {
		const { text, cursor } = marked(fixture);
		client = await Client.start(capabilities);
		client.open(uri, text);
		const { items } = await client.request<{ items: Item[] }>('textDocument/completion', { textDocument: { uri }, position: new LineIndex(text).positionAt(cursor), context: { triggerKind: 1 } });
		return items;
	}

	it('offers the next times in a timeline, on the line of the cursor', async () => {
		const items = await itemsAt(HEAD.replace('rolled back\n', 'rolled back\n- ‸\n'));
		assert.ok(items.some(({ textEdit }) => textEdit.newText.includes('10:45')), items.map(({ label }) => label).join());
		assert.ok(items.every(({ textEdit, filterText }) => textEdit.range.start.line === 10 && textEdit.range.end.line === 10 && filterText !== ''));
		assert.deepEqual(await client.request('completionItem/resolve', items[0]), items[0]);
	});

	it('shows the meaning beside every label where the client can, else as detail', async () => {
		const fixture = HEAD.replace('## Summary', '- **Severity:** ‸\n\n## Summary');
		const [plain] = await itemsAt(fixture);
		assert.match(plain?.detail ?? '', /^Critical: /);
		client.kill();
		const [rich] = await itemsAt(fixture, URI, { textDocument: { completion: { completionItem: { labelDetailsSupport: true } } } });
		assert.deepEqual([rich?.labelDetails?.description, rich?.detail], [plain?.detail, undefined]);
	});

	it('is silent in a document that is no postmortem', async () => {
		assert.deepEqual(await itemsAt('# Shopping\n\n- ‸\n', 'untitled:Untitled-1'), []);
	});
});
