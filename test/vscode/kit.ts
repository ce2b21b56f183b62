// What the suites do in the editor, through the same doors a person or another extension has.
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

/** How long an event is waited for, in milliseconds. */
const PATIENCE_MS = 15_000;

/** A file of the workspace, which is a fresh copy of `test/vscode/fixtures` with `examples/` in it. */
export function workspaceFile(name: string): vscode.Uri {
	return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
}

/** Shows a workspace file in the one editor there is, as it is on the disk. */
export async function open(name: string): Promise<vscode.TextEditor> {
	await closeAll();
	return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(workspaceFile(name)));
}

/** Shows an unsaved Markdown document with this text. */
export async function openText(content: string, language = 'markdown'): Promise<vscode.TextEditor> {
	return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language }));
}

/** Closes every editor; what was not saved is gone. */
export async function closeAll(): Promise<void> {
	while (vscode.window.activeTextEditor?.document.isDirty) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Resolves as soon as `read` gives a value, which is asked now and after each `event`; rejects after 15 s. */
export function eventually<T>(what: string, event: vscode.Event<unknown>, read: () => T | undefined): Promise<T> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => {
			listening.dispose();
			reject(new Error(`Waited ${PATIENCE_MS / 1000} s for ${what}`));
		}, PATIENCE_MS);
		const look = () => {
			const value = read();
			if (value === undefined) return;
			clearTimeout(timer);
			listening.dispose();
			resolve(value);
		};
		const listening = event(look);
		look();
	});
}

/** Our findings for a document now, in document order. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
	return vscode.languages.getDiagnostics(uri)
		.filter((each) => each.source === 'postmortem')
		.sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** The id of the rule behind a finding. */
export function ruleOf(finding: vscode.Diagnostic): string {
	return String(typeof finding.code === 'object' ? finding.code.value : finding.code);
}

/** Our findings for a document once they are as wanted; without a wish, once there is one. */
export function findingsWhen(uri: vscode.Uri, wanted: (found: vscode.Diagnostic[]) => boolean = (found) => found.length > 0): Promise<vscode.Diagnostic[]> {
	return eventually(`findings in ${uri.path}; there are now: ${findings(uri).map(ruleOf).join(', ')}`, vscode.languages.onDidChangeDiagnostics, () => {
		const found = findings(uri);
		return wanted(found) ? found : undefined;
	});
}

/** The code actions at a range, `edit` and `command` resolved, of one kind or of all. */
export async function codeActions(uri: vscode.Uri, range: vscode.Range, kind?: string): Promise<vscode.CodeAction[]> {
	const actions = await vscode.commands.executeCommand<vscode.CodeAction[] | undefined>('vscode.executeCodeActionProvider', uri, range, kind, 100);
	return actions ?? [];
}

/** Does what the editor does when a person picks the action. */
export async function applyAction(action: vscode.CodeAction): Promise<void> {
	if (action.edit && !(await vscode.workspace.applyEdit(action.edit))) throw new Error(`The edit of "${action.title}" was refused`);
	if (action.command) await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

/** The symbols that the Outline is drawn from, those of VS Code's own Markdown support among them. */
export async function outline(uri: vscode.Uri): Promise<vscode.DocumentSymbol[]> {
	return (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', uri)) ?? [];
}

/** What is suggested at a place, `trigger` being the character just typed. */
export async function completions(uri: vscode.Uri, at: vscode.Position, trigger?: string): Promise<vscode.CompletionItem[]> {
	const list = await vscode.commands.executeCommand<vscode.CompletionList | undefined>('vscode.executeCompletionItemProvider', uri, at, trigger, 200);
	return list?.items ?? [];
}

export async function folding(uri: vscode.Uri): Promise<vscode.FoldingRange[]> {
	return (await vscode.commands.executeCommand<vscode.FoldingRange[] | undefined>('vscode.executeFoldingRangeProvider', uri)) ?? [];
}

/** The Markdown of all hovers at a place. */
export async function hover(uri: vscode.Uri, at: vscode.Position): Promise<string> {
	const hovers = await vscode.commands.executeCommand<vscode.Hover[] | undefined>('vscode.executeHoverProvider', uri, at);
	return (hovers ?? []).flatMap((each) => each.contents).map((each) => (typeof each === 'string' ? each : each.value)).join('\n');
}

/** The place right after the first `text` in the document. */
export function after(document: vscode.TextDocument, text: string): vscode.Position {
	return document.positionAt(offsetOf(document, text) + text.length);
}

/** The range of the first `text` in the document. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
	const start = offsetOf(document, text);
	return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

function offsetOf(document: vscode.TextDocument, text: string): number {
	const start = document.getText().indexOf(text);
	if (start === -1) throw new Error(`${document.uri.path} does not hold: ${text}`);
	return start;
}

/** Types into the active editor as a person would, so that trigger characters and auto-closing do their work. */
export async function type(text: string): Promise<void> {
	for (const character of text) await vscode.commands.executeCommand('type', { text: character });
}

export interface Picture {
	/** Keys pressed before the picture is taken, in Playwright's names: `ArrowDown`, `Control+.` */
	press?: readonly string[];
	/** Text that is pasted then. */
	paste?: string;
	/** The part wanted, in CSS pixels of the 1400 × 900 window; all of it when absent. */
	clip?: { x: number; y: number; width: number; height: number };
	/** Quiet time before the picture, in milliseconds. */
	settleMs?: number;
}

/**
 * Takes a picture of the window as `NAME.png` into the folder that `--pictures` named. Does nothing in a desktop VS Code or
 * where no pictures are wanted.
 */
export async function screenshot(name: string, picture: Picture = {}): Promise<void> {
	const { POSTMORTEM_PICTURES_TO: target } = process.env;
	const taken = target ? await askPage(name, picture) : undefined;
	if (!taken || !target) return;
	mkdirSync(target, { recursive: true });
	copyFileSync(taken, path.join(target, `${name}.png`));
	rmSync(taken);
}

/** A picture of the menu of the light bulb at the cursor. The menu takes the focus, so it is left closed where no pictures are wanted. */
export async function screenshotOfLightBulb(name: string): Promise<void> {
	if (!process.env['POSTMORTEM_PICTURES_TO']) return;
	void vscode.commands.executeCommand('editor.action.quickFix');
	await screenshot(name, { settleMs: 2_000 });
	await vscode.commands.executeCommand('hideCodeActionWidget');
	await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
}

/** Pastes a text as the keyboard does: in a browser the command does not ask those who offer other ways to paste. */
export async function paste(text: string): Promise<void> {
	await vscode.env.clipboard.writeText(text);
	const taken = await askPage('pasted', { paste: text });
	if (taken) rmSync(taken);
	else await vscode.commands.executeCommand('editor.action.clipboardPasteAction');
}

/** The picture after keys and text; `undefined` where no page shows the window. */
async function askPage(name: string, picture: Picture): Promise<string | undefined> {
	const { POSTMORTEM_PICTURES: requests } = process.env;
	if (!requests) return undefined;
	mkdirSync(requests, { recursive: true });
	const answer = path.join(requests, `${name}.png`), refusal = path.join(requests, `${name}.failed`), request = path.join(requests, `${name}.request`);
	await new Promise<void>((resolve, reject) => {
		const watcher = watch(requests, () => {
			if (!existsSync(answer) && !existsSync(refusal)) return;
			watcher.close();
			if (existsSync(answer)) resolve();
			else reject(new Error(`No picture ${name}`));
		});
		writeFileSync(`${request}.part`, JSON.stringify(picture));
		renameSync(`${request}.part`, request);
	});
	return answer;
}

/** Replaces a range, as one step that can be undone. */
export async function edit(document: vscode.TextDocument, range: vscode.Range, newText: string): Promise<void> {
	const change = new vscode.WorkspaceEdit();
	change.replace(document.uri, range, newText);
	if (!(await vscode.workspace.applyEdit(change))) throw new Error(`The edit of ${document.uri.path} was refused`);
}

/** Undoes one step and holds the document to the text that it must have then. */
export async function undoTo(document: vscode.TextDocument, text: string): Promise<void> {
	await vscode.commands.executeCommand('undo');
	if (document.getText() !== text) throw new Error(`One undo does not take it back:\n${document.getText()}`);
}
