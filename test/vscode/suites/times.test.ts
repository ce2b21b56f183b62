/** What is shown about times: hints, lenses, hovers, rewrites of zones, and times to write next. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { after, applyAction, closeAll, codeActions, completions, findingsWhen, hover, openText, rangeOf, screenshot, undoTo } from '../kit';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(command, ...args);

const POSTMORTEM = '# Postmortem: carts lost\n\n**Date:** 2024-03-02\n\n## Timeline\n\nAll times are PST.\n\n- **19:02** – A deploy starts the incident\n- **19:04** – Alert fires: carts are empty\n- **~19:17** – Rollback complete\n- **23:40** – Incident resolved\n- **00:15** – Customers told\n\n## Root Cause\n\nThe deploy at 19:02 dropped the index.\n';

describe('times', () => {
	afterEach(closeAll);

	async function opened(text = POSTMORTEM): Promise<vscode.TextDocument> {
		const { document } = await openText(text);
		await findingsWhen(document.uri);
		return document;
	}

	it('have hints since the start and since the row before', async () => {
		const document = await opened();
		const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, new vscode.Range(0, 0, document.lineCount, 0));
		assert.deepEqual(hints.map(({ position, label }) => `${position.line}: ${typeof label === 'string' ? label : label.map(({ value }) => value).join('')}`), [
			'8: T+0m', '9: T+2m', '9: +2m', '10: T+~15m', '10: +~13m', '11: T+4h 38m', '11: +~4h 23m', '12: T+5h 13m', '12: +35m',
		]);
		await screenshot('times-hints', { settleMs: 1_500 });
	});

	it('have a lens over them that shows the rows it was computed from', async () => {
		const document = await opened();
		const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10);
		assert.deepEqual(lenses.map(({ range, command }) => [range.start.line, command?.title]), [[4, 'detect 2m · mitigate 15m · resolve 4h 38m']]);
		const { command, arguments: args } = lenses[0]!.command!;
		await run(command, ...args!);
		await screenshot('times-lens', { settleMs: 2_000 });
		await run('closeReferenceSearch');
	});

	it('tell themselves in all zones where the pointer rests', async () => {
		const document = await opened();
		const shown = await hover(document.uri, after(document, '**23:4'));
		assert.match(shown, /resolved · `T\+4h 38m`/);
		assert.match(shown, /07:40.*UTC|UTC.*07:40/s);
		const editor = vscode.window.activeTextEditor!;
		const at = after(document, '**23:4');
		editor.selection = new vscode.Selection(at, at);
		await run('editor.action.showHover');
		await screenshot('times-hover', { settleMs: 2_000 });
		await run('editor.action.hideHover');
	});

	it('move to another zone by the light bulb, and one undo takes it back', async () => {
		const document = await opened();
		const at = after(document, '**23:4');
		const kind = 'refactor.rewrite.postmortem.timeZone';
		const offers = await codeActions(document.uri, new vscode.Range(at, at), kind);
		assert.equal(offers[0]?.title, 'Convert timeline to UTC');
		assert.deepEqual(offers.map(({ title }) => title).slice(-3), ['Add dates after midnight', 'Write the date in each row', 'Convert timeline to another time zone…']);
		vscode.window.activeTextEditor!.selection = new vscode.Selection(at, at);
		await run('workbench.action.focusActiveEditorGroup');
		void run('editor.action.codeAction', { kind, apply: 'never' });
		await screenshot('times-light-bulb', { settleMs: 2_000 });
		await run('hideCodeActionWidget');
		await applyAction(offers[0]!);
		assert.match(document.getText(), /All times are UTC\.\n\n- \*\*2024-03-03 03:02\*\* – A deploy/);
		assert.match(document.getText(), /- \*\*08:15\*\* – Customers told/);
		await undoTo(document, POSTMORTEM);
	});

	it('stand in fields that state a phase', async () => {
		const document = await opened(POSTMORTEM.replace('2024-03-02\n', '2024-03-02\n**Mitigated:** \n'));
		const at = after(document, '**Mitigated:** ');
		vscode.window.activeTextEditor!.selection = new vscode.Selection(at, at);
		const offers = (await completions(document.uri, at, ' ')).map(({ label }) => (typeof label === 'string' ? label : label.label));
		assert.equal(offers[0], '2024-03-02 19:17 PST');
		await run('editor.action.triggerSuggest');
		await screenshot('times-field', { settleMs: 2_000 });
		await run('hideSuggestWidget');
	});

	it('move to a zone that a person picks', async () => {
		const document = await opened();
		let isPicking = true;
		const picking = run('postmortem.convertTimelineToTimeZone').then(() => { isPicking = false; });
		await screenshot('times-zones', { settleMs: 2_000 });
		while (isPicking) {
			await run('workbench.action.closeQuickOpen');
			await new Promise((resolve) => { setTimeout(resolve, 50); });
		}
		await picking;
		await run('workbench.action.focusActiveEditorGroup');
		assert.equal(document.getText(), POSTMORTEM);
		assert.equal(await run('postmortem.convertTimelineToTimeZone', { zone: 'America/Denver' }), true);
		assert.match(document.getText(), /All times are MST\.\n\n- \*\*20:02\*\*/);
		await screenshot('times-converted', { settleMs: 1_000 });
		await undoTo(document, POSTMORTEM);
		assert.equal(await run('postmortem.convertTimelineToTimeZone', { zone: 'PST' }), false);
		await screenshot('times-refused', { settleMs: 1_000 });
		await run('notifications.clearAll');
	});

	it('are suggested for the next row', async () => {
		const document = await opened(POSTMORTEM.replace('- **00:15** – Customers told\n', '- \n'));
		const at = rangeOf(document, '\n- \n').end.translate(-1, 2);
		vscode.window.activeTextEditor!.selection = new vscode.Selection(at, at);
		const offers = (await completions(document.uri, at)).map(({ label }) => (typeof label === 'string' ? label : label.label));
		assert.deepEqual(offers.filter((label) => /^\d/.test(label)).slice(0, 3), ['23:41', '23:45', '23:55']);
		await run('editor.action.triggerSuggest');
		await screenshot('times-completion', { settleMs: 2_000 });
		await run('hideSuggestWidget');
	});
});
