import assert from 'node:assert/strict';
import { Client, MODERN } from '../kit/client';
import { HEAD } from '../kit/samples';

interface Place { readonly line: number; readonly character: number }
interface Hint { readonly position: Place; readonly label: string }
interface Lens { readonly range: { readonly start: Place; readonly end: Place }; readonly command: { readonly title: string; readonly command: string; readonly arguments: readonly { readonly uri: string; readonly rows: readonly { readonly start: Place }[] }[] } }

const URI = 'file:///nowhere/postmortems/checkout.md';
const TEXT = HEAD.replace('rolled back\n\n## Root', 'incident declared resolved\n\n## Root');
const ALL = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };

describe('hints and lenses about time', () => {
	let client: Client;
	before(async () => {
		client = await Client.start({ ...MODERN, window: { showDocument: { support: true } } });
		client.open(URI, TEXT);
		client.open('untitled:Untitled-1', '# Shopping list\n\n- 10:00 milk\n- 10:05 tea\n');
	});
	after(() => client.kill());

	it('stand behind the times of a timeline', async () => {
		const hints = await client.request<Hint[]>('textDocument/inlayHint', { textDocument: { uri: URI }, range: ALL });
		assert.deepEqual(hints.map(({ position, label }) => [position, label]), [[{ line: 8, character: 11 }, 'T+0m'], [{ line: 9, character: 11 }, 'T+40m'], [{ line: 9, character: 11 }, '+40m']]);
	});

	it('stand over the timeline, and a click selects the rows used', async () => {
		const [lens] = await client.request<Lens[]>('textDocument/codeLens', { textDocument: { uri: URI } });
		assert.equal(lens?.command.title, 'resolve 40m');
		assert.equal(lens.range.start.line, 6);
		assert.deepEqual(lens.command.arguments[0]?.rows.map(({ start }) => start.line), [8, 9]);
		let shown: unknown;
		client.answers.set('window/showDocument', (params) => {
			shown = params;
			return { success: true };
		});
		await client.request('workspace/executeCommand', { command: lens.command.command, arguments: lens.command.arguments });
		assert.deepEqual(shown, { uri: URI, takeFocus: true, selection: { start: { line: 8, character: 0 }, end: { line: 9, character: 39 } } });
	});

	it('are none in a document that is no postmortem, and none where they are turned off', async () => {
		assert.deepEqual(await client.request('textDocument/inlayHint', { textDocument: { uri: 'untitled:Untitled-1' }, range: ALL }), []);
		assert.deepEqual(await client.request('textDocument/codeLens', { textDocument: { uri: 'untitled:Untitled-1' } }), []);
		client.notify('workspace/didChangeConfiguration', { settings: { postmortem: { inlayHints: { sincePrevious: false, sinceStart: false }, codeLens: { durations: false } } } });
		assert.deepEqual(await client.request('textDocument/inlayHint', { textDocument: { uri: URI }, range: ALL }), []);
		assert.deepEqual(await client.request('textDocument/codeLens', { textDocument: { uri: URI } }), []);
	});
});
