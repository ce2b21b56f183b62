import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { after, closeAll, completions, findingsWhen, openText } from '../kit';

const TEXT = `---
template: sre
---

# Postmortem: checkout down

| Field | Value |
| --- | --- |
| Severity |  |
| Date | 2025-02-11 |

- **Status:** 

## Timeline

All times are UTC.

| Time | Event |
| --- | --- |
| 10:04 | Errors at checkout |
|

## Action Items

| Action | Owner | Due | Status |
| --- | --- | --- | --- |
| Alert on pool wait time | @mara | 2025-02-18 | Done |
| Give production its own pool |  | 2025-02-25 |  |

Reviewed with @
`;
const SEVERITIES = ['SEV1', 'SEV2', 'SEV3', 'SEV4', 'SEV5'];

describe('completion', () => {
	afterEach(closeAll);

	it('lists the severities with their meaning in a cell, the gravest first', async () => {
		const { items, lineWith } = await offered('| Severity | ');
		assert.deepEqual(items.map(nameOf), SEVERITIES);
		assert.match(aboutOf(items[0]!), /service is down/);
		assert.equal(await lineWith('SEV2'), '| Severity | SEV2 |');
	});

	it('lists the statuses of the template behind a label', async () => {
		const { items, lineWith } = await offered('**Status:** ');
		assert.deepEqual(items.map(nameOf), ['Draft', 'In review', 'Investigating', 'Mitigated', 'Resolved', 'Final']);
		assert.equal(await lineWith('In review'), '- **Status:** In review');
	});

	it('names the people of the document in an owner cell', async () => {
		const { items, lineWith } = await offered('| Give production its own pool | ');
		assert.deepEqual(items.map(nameOf), ['@mara']);
		assert.equal(await lineWith('@mara'), '| Give production its own pool | @mara | 2025-02-25 |  |');
	});

	it('lists the statuses of an action in its cell', async () => {
		const { items } = await offered('own pool |  | 2025-02-25 | ');
		assert.deepEqual(items.map(nameOf), ['Open', 'In progress', 'Blocked', 'Done', 'Dropped']);
	});

	it('begins the next row of a timeline a little after the one above', async () => {
		const { items, lineWith } = await offered('Errors at checkout |\n|', '|');
		const rows = items.filter(({ kind }) => kind === vscode.CompletionItemKind.Snippet).map(nameOf);
		assert.deepEqual(rows.slice(0, 3), ['| 10:05 | … |', '| 10:09 | … |', '| 10:19 | … |']);
		assert.equal(await lineWith('| 10:09 | … |'), '| 10:09 | Event |');
	});

	it('names people behind an @', async () => {
		const { items, lineWith } = await offered('Reviewed with @', '@');
		assert.deepEqual(items.map(nameOf), ['@mara']);
		assert.equal(await lineWith('@mara'), 'Reviewed with @mara');
	});

	it('keeps out of ordinary Markdown', async () => {
		const { document } = await openText('# Shopping\n\n- **Severity:** \n');
		const found = await completions(document.uri, after(document, '**Severity:** '));
		const isWord = ({ kind }: vscode.CompletionItem) => kind === vscode.CompletionItemKind.Text; // of other open documents
		assert.deepEqual(found.filter((item) => SEVERITIES.includes(nameOf(item)) && !isWord(item)), []);
	});
});

/** What we offer behind `text`, in the order of the list, and the line as it is once one of them was taken. */
async function offered(text: string, trigger?: string): Promise<{ items: vscode.CompletionItem[]; lineWith(name: string): Promise<string> }> {
	const editor = await openText(TEXT);
	const { document } = editor;
	await findingsWhen(document.uri);
	const at = after(document, text);
	const items = (await completions(document.uri, at, trigger)).filter(({ sortText }) => /^\d{4}$/.test(sortText ?? ''));
	items.sort((a, b) => a.sortText!.localeCompare(b.sortText!));
	const lineWith = async (name: string) => {
		const item = items.find((each) => nameOf(each) === name);
		assert.ok(item?.insertText, `${name} among ${items.map(nameOf).join(', ')}`);
		const range = item.range instanceof vscode.Range ? item.range : item.range!.replacing;
		await editor.insertSnippet(typeof item.insertText === 'string' ? new vscode.SnippetString().appendText(item.insertText) : item.insertText, range);
		return document.lineAt(at.line).text;
	};
	return { items, lineWith };
}

function nameOf({ label }: vscode.CompletionItem): string {
	return typeof label === 'string' ? label : label.label;
}

/** Everything that is said of it beside its name. */
function aboutOf({ label, detail, documentation }: vscode.CompletionItem): string {
	return [typeof label === 'string' ? '' : label.description, detail, typeof documentation === 'string' ? documentation : documentation?.value].join('\n');
}
