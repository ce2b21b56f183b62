import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/text/edit';
import { LineIndex, type Position } from '../../server/src/core/text/lines';
import { Client, MODERN } from '../kit/client';
import { HEAD } from '../kit/samples';

interface Edit {
	readonly range: { readonly start: Position; readonly end: Position };
	readonly newText: string;
}

interface Action {
	readonly title: string;
	readonly kind: string;
	readonly isPreferred?: boolean;
	readonly diagnostics?: readonly { readonly code: string }[];
	readonly edit?: { readonly documentChanges?: readonly { readonly textDocument: { readonly uri: string; readonly version: number }; readonly edits: readonly Edit[] }[]; readonly changes?: Readonly<Record<string, readonly Edit[]>> };
	readonly command?: { readonly command: string; readonly arguments: readonly unknown[] };
	readonly data?: unknown;
}

const URI = 'file:///nowhere/postmortems/checkout.md';
const MOJIBAKE = `${HEAD}The client could not be reached â€” it was misconfigured.\n\nIt was fixed â€” by hand.\n`;
const TABLE = HEAD.replace('- 10:00 UTC: alert fired\n- 10:40 UTC: rolled back', '| Time | Event |\n| --- | --- |\n| 10:00 UTC | alert fired |\n| 10:40 UTC | TBD |');

function after(text: string, action: Action): string {
	const edits = action.edit?.documentChanges?.[0]?.edits ?? action.edit?.changes?.[URI] ?? [];
	const lines = new LineIndex(text);
	return applyEdits(text, edits.map(({ range, newText }) => ({ span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) }, newText })));
}

describe('code actions', () => {
	let client: Client;
	afterEach(() => client.kill());

	async function actionsAt(text: string, place: string, context: object = {}, capabilities: object = MODERN, uri = URI): Promise<Action[]> {
		client = await Client.start(capabilities);
		client.open(uri, text, 3);
		const at = new LineIndex(text).positionAt(text.indexOf(place));
		return client.request<Action[]>('textDocument/codeAction', { textDocument: { uri }, range: { start: at, end: at }, context: { diagnostics: [], ...context } });
	}

	it('offer a safe fix as the preferred one, bound to the version', async () => {
		const actions = await actionsAt(MOJIBAKE, 'â€” it');
		const fix = actions.find((action) => action.isPreferred);
		assert.equal(fix?.kind, 'quickfix');
		assert.deepEqual(fix.diagnostics?.map((each) => each.code), ['text-mojibake']);
		assert.deepEqual(fix.edit?.documentChanges?.[0]?.textDocument, { uri: URI, version: 3 });
		assert.equal(after(MOJIBAKE, fix), MOJIBAKE.replace('â€” it', '— it'));
	});

	it('give plain changes to clients without document changes', async () => {
		const fix = (await actionsAt(MOJIBAKE, 'â€” it', {}, {})).find((action) => action.isPreferred);
		assert.equal(after(MOJIBAKE, fix!), MOJIBAKE.replace('â€” it', '— it'));
		assert.deepEqual(Object.keys(fix!.edit!.changes!), [URI]);
	});

	it('repair what is garbled in a selection, and in its code where that is asked for', async () => {
		const text = `${MOJIBAKE}\nLater â€“ much later â€“ it stopped:\n\n\`\`\`\necho â€¦ âŒ\n\`\`\`\n`;
		client = await Client.start(MODERN);
		client.open(URI, text, 3);
		const lines = new LineIndex(text);
		const range = { start: lines.positionAt(text.indexOf('Later')), end: lines.positionAt(text.length) };
		const actions = await client.request<Action[]>('textDocument/codeAction', { textDocument: { uri: URI }, range, context: { diagnostics: [] } });
		const prose = text.replaceAll('â€“', '–');
		assert.equal(after(text, actions.find(({ title }) => title === 'Repair 2 garbled characters in the selection')!), prose);
		assert.equal(after(text, actions.find(({ title }) => title === 'Repair 4 garbled characters in the selection, in code too')!), prose.replace('â€¦ âŒ', '… ❌'));
	});

	it('offer all fixes of one rule at once', async () => {
		const all = (await actionsAt(MOJIBAKE, 'â€” it')).find((action) => action.kind === 'quickfix' && after(MOJIBAKE, action) === MOJIBAKE.replaceAll('â€”', '—'));
		assert.ok(all);
	});

	it('fix all that is safe, the edit being worked out when it is asked for', async () => {
		const [action, ...more] = await actionsAt(MOJIBAKE, '# Post', { only: ['source.fixAll'] });
		assert.deepEqual([action?.kind, action?.edit, more], ['source.fixAll.postmortem', undefined, []]);
		const resolved = await client.request<Action>('codeAction/resolve', action);
		assert.ok(!after(MOJIBAKE, resolved).includes('â€”'));
		assert.equal(resolved.edit?.documentChanges?.[0]?.edits.length, 2);
	});

	it('fix all at once for clients that cannot resolve', async () => {
		const [action] = await actionsAt(MOJIBAKE, '# Post', { only: ['source.fixAll.postmortem'] }, {});
		assert.ok(!after(MOJIBAKE, action!).includes('â€”'));
	});

	it('offer only the kinds asked for', async () => {
		assert.deepEqual([...new Set((await actionsAt(MOJIBAKE, 'â€” it', { only: ['refactor'] })).map((action) => action.kind.split('.')[0]))].filter((kind) => kind !== 'refactor'), []);
		client.kill();
		assert.deepEqual(await actionsAt(MOJIBAKE, 'â€” it', { only: ['source.organizeImports'] }), []);
	});

	it('rewrite the timeline under the cursor, by its own kind', async () => {
		const actions = await actionsAt(HEAD, '10:40', { only: ['refactor.rewrite.postmortem.timelineToTable'] });
		assert.deepEqual(actions.map((action) => action.kind), ['refactor.rewrite.postmortem.timelineToTable']);
		assert.ok(after(HEAD, actions[0]!).split('\n').some((line) => line.startsWith('|') && line.includes('10:40') && line.includes('rolled back')));
		client.kill();
		assert.deepEqual(await actionsAt(HEAD, '# Post', { only: ['refactor.rewrite.postmortem.timelineToTable'] }), []);
	});

	it('convert the timeline once in a menu that has the fix of a finding, by both kinds where they are asked for', async () => {
		const finding = { range: { start: { line: 8, character: 0 }, end: { line: 8, character: 5 } }, message: '', source: 'postmortem', code: 'timeline-unstructured' };
		const titled = (actions: readonly Action[]) => actions.filter(({ title }) => title === 'Convert timeline to table').map(({ kind }) => kind);
		assert.deepEqual(titled(await actionsAt(HEAD, '- 10:00', { diagnostics: [finding] })), ['quickfix']);
		client.kill();
		const kind = 'refactor.rewrite.postmortem.timelineToTable';
		assert.deepEqual(titled(await actionsAt(HEAD, '- 10:00', { diagnostics: [finding], only: ['refactor'] })), [kind]);
		client.kill();
		assert.deepEqual(titled(await actionsAt(HEAD, '- 10:00', { diagnostics: [finding], only: ['quickfix', 'refactor'] })), ['quickfix', kind]);
	});

	it('begin with the fixes of what the cursor is on, and hide or explain only that', async () => {
		const text = `${HEAD}## Action Items\n\n- Alert on the queue\n- Drain it, owner: Mara, due 2026-04-01\n`;
		const titles = (await actionsAt(text, 'Alert on')).filter(({ kind }) => kind === 'quickfix').map(({ title }) => title);
		const table = titles.indexOf('Convert action items to table');
		assert.ok(table > titles.findLastIndex((title) => title.startsWith('Add ')), titles.join('\n'));
		assert.deepEqual(titles.filter((title) => title.startsWith('Show documentation')), ['Show documentation for action-without-owner', 'Show documentation for action-without-due-date']);
		assert.ok(!titles.some((title) => title.startsWith('Disable action-unstructured')), titles.join('\n'));
	});

	it('silence a rule in the last cell of a table row', async () => {
		const action = (await actionsAt(TABLE, 'TBD')).find((each) => each.title === 'Disable placeholder-left for this line');
		assert.equal(after(TABLE, action!), TABLE.replace('| TBD |', '| TBD <!-- postmortem-disable-line placeholder-left --> |'));
	});

	it('silence a rule in the whole file', async () => {
		const action = (await actionsAt(TABLE, 'TBD')).find((each) => each.title === 'Disable placeholder-left for the entire file');
		assert.ok(after(TABLE, action!).endsWith('\n\n<!-- postmortem-disable-file placeholder-left -->\n'));
		client.notify('textDocument/didChange', { textDocument: { uri: URI, version: 4 }, contentChanges: [{ text: after(TABLE, action!) }] });
		const diagnostics = await client.published<{ code: string }>(URI, 4);
		assert.deepEqual(diagnostics.filter((each) => ['placeholder-left', 'suppression-unknown'].includes(each.code)), []);
	});

	it('lead to the documentation of a rule', async () => {
		const action = (await actionsAt(TABLE, 'TBD')).find((each) => each.title === 'Show documentation for placeholder-left');
		assert.deepEqual(action?.command, { title: action!.title, command: 'postmortem.explainRule', arguments: ['placeholder-left'] });
		await client.request('workspace/executeCommand', action!.command);
		const { params } = await client.next(({ method }) => method === 'window/showMessage');
		assert.match((params as { message: string }).message, /placeholder-left/);
	});

	it('are none in a document that is no postmortem', async () => {
		assert.deepEqual(await actionsAt('# Shopping\n\n- TBD â€”\n', 'TBD', {}, MODERN, 'untitled:Untitled-1').then((actions) => actions.map((action) => action.title)), []);
	});

	it('convert the document to each other template, the edit made when it is chosen', async () => {
		const context = { only: ['refactor.rewrite.postmortem.convertDocument'] };
		const eager = await actionsAt(HEAD, 'alert fired', context, {});
		client.kill();
		const actions = await actionsAt(HEAD, 'alert fired', context);
		assert.deepEqual(actions.map(({ title }) => title), eager.map(({ title }) => title));
		assert.equal(actions.length, 5);
		const action = actions.find(({ title }) => title === 'Convert document to template “pagerduty”');
		assert.equal(action?.edit, undefined);
		const chosen = await client.request<Action>('codeAction/resolve', action!);
		assert.deepEqual(chosen.edit?.documentChanges?.[0]?.textDocument, { uri: URI, version: 3 });
		assert.match(after(HEAD, chosen), /## Contributing Factors[\s\S]*## Resolution[\s\S]*## Impact[\s\S]*## Timeline\n\n- 10:00 UTC: alert fired/);
		assert.equal(after(HEAD, chosen), after(HEAD, eager.find(({ title }) => title === action!.title)!));
	});
});
