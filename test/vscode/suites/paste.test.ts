/** Pasting chats and logs, by the editor's own paste and by the commands. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { after, closeAll, edit, eventually, findingsWhen, openText, paste, screenshot, undoTo } from '../kit';

const POSTMORTEM = '# Postmortem: carts lost\n\n**Date:** 2024-03-02\n\nAll times are UTC.\n\n## Timeline\n\n| Time  | Event    | Who |\n| ----- | -------- | --- |\n| 10:00 | Deployed | Kim |\n| 14:00 | Closed   | Kim |\n\n## Root Cause\n\nNot drained.\n';
const CHAT = 'Mara Voss  10:04 AM\nCarts are empty\nOle Brandt  1:06 PM\nLooking\n';
const ROWS = '| 10:00 | Deployed | Kim |\n| 10:04 | Carts are empty | Mara Voss |\n| 13:06 | Looking  | Ole Brandt |\n| 14:00 | Closed   | Kim |\n';

describe('pasting', () => {
	afterEach(closeAll);

	async function openAt(text: string, place: string): Promise<vscode.TextDocument> {
		const editor = await openText(text);
		const { document } = editor;
		await findingsWhen(document.uri);
		const at = after(document, place);
		editor.selection = new vscode.Selection(at, at);
		return document;
	}

	function textWhen(document: vscode.TextDocument, wanted: (text: string) => boolean): Promise<string> {
		return eventually(`another text than ${document.getText()}`, vscode.workspace.onDidChangeTextDocument, () => (wanted(document.getText()) ? document.getText() : undefined));
	}

	it('a Slack copy into a timeline table gives rows, and one undo takes them back', async () => {
		const document = await openAt(POSTMORTEM, '10:00 | Depl');
		await paste(CHAT);
		await textWhen(document, (text) => text !== POSTMORTEM);
		await screenshot('paste-widget', { press: ['Control+.'] });
		assert.equal(document.getText(), POSTMORTEM.replace(/\| 10:00[\s\S]+Closed {3}\| Kim \|\n/, ROWS));
		await undoTo(document, POSTMORTEM);
	});

	it('a Slack copy elsewhere stays as it is, and becomes a table where that is asked for', async () => {
		const document = await openAt(POSTMORTEM, 'Not drained.');
		await paste(CHAT);
		await textWhen(document, (text) => text !== POSTMORTEM);
		assert.equal(document.getText(), POSTMORTEM.replace('Not drained.', `Not drained.${CHAT}`));
		await undoTo(document, POSTMORTEM);
		await vscode.env.clipboard.writeText(CHAT);
		await vscode.commands.executeCommand('postmortem.pasteAsTable');
		assert.equal(document.getText(), POSTMORTEM.replace('Not drained.\n', 'Not drained.\n\n| Time  | Event           | Who        |\n| ----- | --------------- | ---------- |\n| 10:04 | Carts are empty | Mara Voss  |\n| 13:06 | Looking         | Ole Brandt |\n'));
		await undoTo(document, POSTMORTEM);
	});

	it('a word, or text into another document, is pasted as it is', async () => {
		const document = await openAt(POSTMORTEM, '10:00 | ');
		await paste('Re');
		assert.equal(await textWhen(document, (text) => text !== POSTMORTEM), POSTMORTEM.replace('Deployed', 'ReDeployed'));
	});

	it('by command adds rows, in one step', async () => {
		const document = await openAt(POSTMORTEM, '10:00 | Depl');
		await vscode.env.clipboard.writeText(`${CHAT.replaceAll('\n', '\r\n')}`);
		await vscode.commands.executeCommand('postmortem.pasteAsTimelineRows');
		assert.equal(document.getText(), POSTMORTEM.replace(/\| 10:00[\s\S]+Closed {3}\| Kim \|\n/, ROWS));
		await undoTo(document, POSTMORTEM);
	});

	for (const [what, clipboard] of [['a single word', 'carts'], ['nothing', ''], ['five million characters', '10:04 a\n'.repeat(625_000)]] as const) {
		it(`by command changes nothing where the clipboard holds ${what}, and says so`, async () => {
			const document = await openAt(POSTMORTEM, '10:00 | Depl');
			await vscode.env.clipboard.writeText(clipboard);
			await vscode.commands.executeCommand('postmortem.pasteAsTimelineRows');
			await screenshot(`paste-${what.replaceAll(' ', '-')}`);
			assert.equal(document.getText(), POSTMORTEM);
			await vscode.commands.executeCommand('notifications.clearAll');
		});
	}

	it('follows what is typed', async () => {
		const document = await openAt(POSTMORTEM, 'Not drained.');
		const end = document.positionAt(document.getText().length);
		await edit(document, new vscode.Range(end, end), '\n## Timeline\n\n- **11:00 UTC** – Back\n');
		const editor = vscode.window.activeTextEditor!;
		const at = after(document, '– Back');
		editor.selection = new vscode.Selection(at, at);
		const before = document.getText();
		await vscode.env.clipboard.writeText('2024-03-02T11:04:00Z web-1 cart[8]: warm\n2024-03-02T11:06:00Z web-1 cart[8]: hot\n');
		await vscode.commands.executeCommand('postmortem.pasteAsTimelineRows');
		assert.equal(document.getText(), `${before}- **11:04:00** – web-1 cart[8]: warm\n- **11:06:00** – web-1 cart[8]: hot\n`);
	});
});
