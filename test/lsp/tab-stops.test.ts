/** What is left to be filled in after a rewrite or fix: tab stops for clients that take snippets, plain text everywhere else. */
import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ChangesParams, ChangesResult } from '../../server/src/lsp/protocol';
import { Client, MODERN } from '../kit/client';
import { HEAD } from '../kit/samples';
import { readSnippet } from '../kit/snippet';

type Edit = ChangesResult['edits'][number];

interface Action {
	readonly title: string;
	readonly edit?: { readonly documentChanges: readonly { readonly edits: readonly Edit[] }[] };
}

const URI = 'file:///nowhere/postmortems/checkout.md';
const SNIPPETS = { ...MODERN, workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } } };
const ACTIONS = `${HEAD}\n## Action Items\n\n- Drain {nodes} for $5 (Owner: Mara)\n- Count a\\\\b $HOME\n`;
const TO_TABLE = 'refactor.rewrite.postmortem.actionsToTable';

describe('tab stops', () => {
	let client: Client;
	afterEach(() => client.kill());

	async function open(text: string, place: string, capabilities: object): Promise<ChangesParams['range']> {
		client = await Client.start(capabilities);
		client.open(URI, text, 3);
		const at = TextDocument.create(URI, 'markdown', 3, text).positionAt(text.indexOf(place));
		return { start: at, end: at };
	}

	async function actionsAt(text: string, place: string, context: object = {}, capabilities: object = SNIPPETS): Promise<Action[]> {
		const range = await open(text, place, capabilities);
		return client.request<Action[]>('textDocument/codeAction', { textDocument: { uri: URI }, range, context: { diagnostics: [], ...context } });
	}

	async function changes(text: string, place: string, work: string, capabilities: object = SNIPPETS): Promise<ChangesResult> {
		const range = await open(text, place, capabilities);
		return client.request<ChangesResult>('postmortem/changes', { textDocument: { uri: URI }, range, work });
	}

	const editsOf = ({ edit }: Action): readonly Edit[] => edit!.documentChanges[0]!.edits;
	const snippetsOf = (edits: readonly Edit[]) => edits.flatMap((edit) => ('snippet' in edit ? [edit.snippet.value] : []));
	/** What a person gets who takes every placeholder. */
	const after = (text: string, edits: readonly Edit[]) => TextDocument.applyEdits(TextDocument.create(URI, 'markdown', 3, text), edits.map((edit) => ('snippet' in edit ? { range: edit.range, newText: readSnippet([edit.snippet.value]).text } : edit)));

	it('stand in the blank cells of a new table, and the person’s own signs stay what they are', async () => {
		const [plain] = await actionsAt(ACTIONS, '- Drain', { only: [TO_TABLE] }, MODERN);
		assert.deepEqual(snippetsOf(editsOf(plain!)), []);
		client.kill();
		const [action] = await actionsAt(ACTIONS, '- Drain', { only: [TO_TABLE] });
		const [snippet, ...more] = snippetsOf(editsOf(action!));
		assert.deepEqual(more, []);
		assert.match(snippet!, /Drain \{nodes\\\} for \\\$5 *\| Mara +\|/);
		const { text, stops } = readSnippet([snippet!]);
		const rows = text.split('\n').filter((line) => line.startsWith('|')).slice(2);
		assert.deepEqual(stops, rows.flatMap((row) => row.match(/\| (?= +\|)/g) ?? []).map((_, index) => index + 1));
		assert.ok(stops.length >= 2);
		assert.equal(after(ACTIONS, editsOf(action!)), after(ACTIONS, editsOf(plain!)));
	});

	it('select the owner that is to be filled in', async () => {
		const action = (await actionsAt(ACTIONS.replace(' (Owner: Mara)', ''), 'Count')).find(({ title }) => title === 'Add an owner to fill in');
		assert.deepEqual(snippetsOf(editsOf(action!)), [' (Owner: ${1:@TBD})']);
	});

	it('lead through the hints and cells of all sections that are inserted, numbered in the order of the document', async () => {
		const text = `---\ntemplate: minimal\n---\n\n# Postmortem: checkout down\n\n## Summary\n\nThe checkout was down.\n`;
		const all = (await actionsAt(text, '## Summ')).find(({ title }) => title === 'Insert all 3 missing sections');
		client.kill();
		for (const edits of [editsOf(all!), (await changes(text, '# Post', 'insertMissingSections')).edits]) {
			const snippets = snippetsOf(edits);
			assert.deepEqual(snippets.flatMap((each) => readSnippet([each]).stops), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
			assert.match(snippets.join(''), /## Timeline\n\n\$\{1:The handful[^}]+\}\n\n\| Time \| Event \|\n[-| ]+\n\| \$\{2: {4}\} \| \$\{3: {5}\} \|\n\n## Root Cause\n\n\$\{4:Why was it possible at all\?\}/);
		}
	});

	for (const [what, text, place] of [
		['a table within a list', `${HEAD}\n## Action Items\n\n- Soon:\n\n  - [ ] Drain the nodes (Owner: Mara)\n  - [ ] Count them\n`, '[ ] Drain'],
		['a table below an indented line', `${HEAD}\n## Action Items\n\n   - Drain the nodes (Owner: Mara)\n   - Count them\n`, 'Drain'],
	] as const) {
		it(`are left out of ${what}, which an editor would indent anew`, async () => {
			const [plain] = await actionsAt(text, place, { only: [TO_TABLE] }, MODERN);
			client.kill();
			const [action] = await actionsAt(text, place, { only: [TO_TABLE] });
			const newText = editsOf(plain!).map((edit) => ('newText' in edit ? edit.newText : '')).join('');
			if (/^[ \t]/m.test(newText)) assert.deepEqual(snippetsOf(editsOf(action!)), []);
			assert.equal(after(text, editsOf(action!)), after(text, editsOf(plain!)));
		});
	}

	it('are not there where the editor applies actions by itself, on saving', async () => {
		const [action] = await actionsAt(ACTIONS, '- Drain', { only: [TO_TABLE], triggerKind: 2 });
		assert.deepEqual(snippetsOf(editsOf(action!)), []);
		client.kill();
		const ofMenu = (await actionsAt(ACTIONS, '- Drain', { triggerKind: 2 })).find(({ title }) => title === 'Convert action items to table');
		assert.ok(snippetsOf(editsOf(ofMenu!)).length > 0);
	});

	it('are not there where all is fixed, or the whole document converted', async () => {
		const text = `${ACTIONS}\nIt was fixed â€” by hand.\n`;
		const { edits, version } = await changes(text, '# Post', 'fixAll');
		assert.deepEqual([snippetsOf(edits), version], [[], 3]);
		assert.equal(after(text, edits), text.replace('â€”', '—'));
		const [conversion] = await client.request<Action[]>('textDocument/codeAction', { textDocument: { uri: URI }, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, context: { diagnostics: [], only: ['refactor.rewrite.postmortem.convertDocument'] } });
		const resolved = await client.request<Action>('codeAction/resolve', conversion);
		assert.ok(editsOf(resolved).length > 0);
		assert.deepEqual(snippetsOf(editsOf(resolved)), []);
	});
});

describe('what a command changes', () => {
	let client: Client;
	afterEach(() => client.kill());

	const TWO = `${HEAD.replace('## Root cause', '## Second timeline\n\n- 11:00 UTC: alert fired\n- 11:40 UTC: rolled back\n\n## Root cause')}A pool was too small.\n`;

	async function changed(text: string, line: number, work: string, capabilities: object = MODERN): Promise<string> {
		client = await Client.start(capabilities);
		client.open(URI, text, 3);
		const at = { line, character: 0 };
		const { edits } = await client.request<ChangesResult>('postmortem/changes', { textDocument: { uri: URI }, range: { start: at, end: at }, work });
		return TextDocument.applyEdits(TextDocument.create(URI, 'markdown', 3, text), edits as { range: ChangesParams['range']; newText: string }[]);
	}

	it('is what the cursor is on, else all of its kind', async () => {
		const here = await changed(TWO, 8, 'timelineToTable');
		client.kill();
		assert.match(here, /^\| 10:00/m);
		assert.match(here, /^- 11:00/m);
		const all = await changed(TWO, 0, 'timelineToTable');
		assert.match(all, /^\| 10:00/m);
		assert.match(all, /^\| 11:00/m);
	});

	it('is nothing for work that there is not, and in a document that is no postmortem', async () => {
		assert.equal(await changed(TWO, 0, 'eatAll'), TWO);
		client.kill();
		client = await Client.start(MODERN);
		client.open('untitled:Untitled-1', '# Shopping\n\n- 10:00 milk\n', 3);
		assert.deepEqual(await client.request('postmortem/changes', { textDocument: { uri: 'untitled:Untitled-1' }, range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, work: 'timelineToTable' }), { version: -1, edits: [] });
	});
});
