/** What the light bulb offers for facts, joined sections, prose and garbled text. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { applyAction, closeAll, codeActions, findingsWhen, openText, rangeOf, screenshot, screenshotOfLightBulb, undoTo } from '../kit';

const POSTMORTEM = `---
template: sre
severity: SEV2
status: resolved
duration: 1h 20m
---

# Postmortem: carts lost, 2 March 2024

## Summary

Carts were empty in both regions. Support counted 1,200 tickets.

## Timeline

All times are UTC.

At 10:04 the first carts were empty. By 10:30 we had rolled back. Nobody knows why the canary was green.

## Root cause and resolution

An index was dropped by a migration.

**Resolution:** the index was built again.

## Impact

Shops in ZÃ¼rich lost orders.
`;

describe('structure', () => {
	afterEach(closeAll);

	for (const { name, picture, at, title, expected } of [
		{ name: 'front matter becomes a table below the title', picture: 'facts', at: 'severity', title: 'Convert front matter to table', expected: '# Postmortem: carts lost, 2 March 2024\n\n| Field    | Value    |\n| -------- | -------- |\n| severity | SEV2     |\n| status   | resolved |\n| duration | 1h 20m   |\n' },
		{ name: 'a joined section is split in two', picture: 'split', at: 'Root cause and', title: 'Split `Root cause and resolution` into two sections', expected: '## Root cause\n\nAn index was dropped by a migration.\n\n## Resolution\n\nthe index was built again.\n' },
		{ name: 'selected prose becomes timeline rows', picture: 'prose', at: 'At 10:04 the first carts were empty. By 10:30 we had rolled back. Nobody knows why the canary was green.', title: 'Turn 2 sentences with times into timeline rows', expected: 'Nobody knows why the canary was green.\n\n| Time     | Event                       |\n| -------- | --------------------------- |\n| At 10:04 | the first carts were empty. |\n| By 10:30 | we had rolled back.         |\n' },
		{ name: 'garbled text is repaired in the selection', picture: 'garbled', at: 'Shops in ZÃ¼rich lost orders.', title: 'Repair', expected: 'Shops in Zürich lost orders.' },
	]) {
		it(name, async () => {
			const { document } = await openText(POSTMORTEM);
			await findingsWhen(document.uri);
			const range = rangeOf(document, at);
			const editor = vscode.window.activeTextEditor!;
			editor.selection = new vscode.Selection(range.start, at.length > 20 ? range.end : range.start);
			editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
			await screenshotOfLightBulb(`structure-${picture}`);
			const actions = (await codeActions(document.uri, editor.selection)).filter((action) => action.title.startsWith(title));
			assert.ok(actions.length > 0);
			await applyAction(actions[0]!);
			await screenshot(`structure-${picture}-after`, { settleMs: 800 });
			assert.ok(document.getText().includes(expected), document.getText());
			await undoTo(document, POSTMORTEM);
		});
	}
});
