import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeActions, findingsWhen, open, rangeOf, undoTo } from '../kit';

/** Examples with the first words of their timeline and actions, and how many rows a reader gives each block. */
const CASES = [
	{ file: 'examples/2024-09-09-picture-uploads.md', timeline: { at: '9:20 AM: Uploads', rows: 7 }, actions: { at: 'Remove temporary files when', rows: 3 } },
	{ file: 'examples/2024-10-08-broken-resolver.md', timeline: { at: '**13:05 UTC:**', rows: 7 }, actions: { at: 'Let the health check', rows: 2 } },
	{ file: 'examples/search-index.md', timeline: { at: '**09:02**', rows: 8 }, actions: { at: 'Compare document counts before', rows: 4 } },
	{ file: 'examples/2024-06-03-push-notifications.md', timeline: undefined, actions: { at: 'Alert on the delivery rate', rows: 3 } },
] as const;

describe('tables', () => {
	afterEach(closeAll);

	for (const { file, timeline, actions } of CASES) {
		for (const [block, command] of [[timeline, 'convertTimelineToTable'], [actions, 'convertActionsToTable']] as const) {
			if (!block) continue;
			it(`${command} makes ${block.rows} rows in ${file}, loses no word, and one undo takes it back`, async () => {
				const editor = await open(file);
				const { document } = editor;
				await findingsWhen(document.uri);
				const before = document.getText();
				assert.equal(rowsOf(before), 0);
				const { start } = rangeOf(document, block.at);
				editor.selection = new vscode.Selection(start, start);
				await vscode.commands.executeCommand(`postmortem.${command}`);
				const after = document.getText();
				assert.equal(rowsOf(after), block.rows);
				assert.deepEqual(lost(before, after), []);
				const kind = `refactor.rewrite.postmortem.${command === 'convertTimelineToTable' ? 'timelineToTable' : 'actionsToTable'}`;
				const row = document.positionAt(after.search(/^ *\|/m));
				assert.deepEqual((await codeActions(document.uri, new vscode.Range(row, row), kind)).map(({ title }) => title), []);
				await undoTo(document, before);
			});
		}
	}

	it('are left alone by a command that has nothing to convert', async () => {
		const { document } = await open('postmortems/backwards.md');
		await findingsWhen(document.uri);
		const before = document.getText();
		await vscode.commands.executeCommand('postmortem.convertTimelineToTable');
		assert.equal(document.getText(), before);
	});
});

/** Rows of all tables, those inside list items too, without their heads. */
function rowsOf(text: string): number {
	const lines = text.split('\n').map((line) => line.trim()).filter((line) => line.startsWith('|'));
	const heads = lines.filter((line) => /^\|(?: *:?-+:? *\|)+$/.test(line)).length;
	return lines.length - 2 * heads;
}

/** Words of the text before that the text after has fewer times. */
function lost(before: string, after: string): string[] {
	const count = (text: string) => {
		const counts = new Map<string, number>();
		for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
		return counts;
	};
	const kept = count(after);
	return [...count(before)].filter(([word, times]) => (kept.get(word) ?? 0) < times).map(([word]) => word);
}
