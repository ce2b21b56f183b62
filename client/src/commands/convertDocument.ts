/** Converts the document to another template: shows what would change, and changes it when the person agrees. */
import * as vscode from 'vscode';
import { TEMPLATES_REQUEST, type TemplateInfo, type TemplatesParams } from '../../../server/src/lsp/protocol';
import { markdownEditor } from './edits';
import type { CommandContext } from '.';

const KIND = 'refactor.rewrite.postmortem.convertDocument';
const SCHEME = 'postmortem-converted';

/** @param answers what need not be asked for: `template`, and `apply: true` to change the document without a preview. */
export async function convertDocument({ session }: CommandContext, answers?: unknown): Promise<boolean> {
	const editor = markdownEditor();
	if (!editor) return false;
	const { document } = editor;
	const { template, apply } = given(answers);
	const actions = new Map((await conversions(document)).map((action) => [nameIn(action), action]));
	if (actions.size === 0) {
		void vscode.window.showInformationMessage(vscode.l10n.t('This document is no postmortem that could be converted.'));
		return false;
	}
	const known = await session.request<TemplatesParams, TemplateInfo[]>(TEMPLATES_REQUEST, { near: document.uri.toString() });
	const name = template ?? (await pick(known.filter((each) => actions.has(each.name))));
	const action = name === undefined ? undefined : actions.get(name);
	if (!action) {
		if (name !== undefined) void vscode.window.showInformationMessage(vscode.l10n.t('The document follows the template {0} already, or there is none of that name.', name));
		return false;
	}
	const edits = action.edit?.get(document.uri) ?? [];
	if (edits.length === 0) {
		void vscode.window.showInformationMessage(vscode.l10n.t('The document cannot be converted to {0}: a code fence keeps its parts in their place.', name!));
		return false;
	}
	if (!apply && !(await isAgreed(document, edits, name!))) return false;
	const together = new vscode.WorkspaceEdit();
	together.set(document.uri, edits);
	return vscode.workspace.applyEdit(together);
}

/** The code action for each template, its edits worked out. */
async function conversions(document: vscode.TextDocument): Promise<vscode.CodeAction[]> {
	const whole = document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
	return (await vscode.commands.executeCommand<vscode.CodeAction[] | undefined>('vscode.executeCodeActionProvider', document.uri, whole, KIND, 100)) ?? [];
}

async function pick(templates: readonly TemplateInfo[]): Promise<string | undefined> {
	const picked = await vscode.window.showQuickPick(
		templates.map(({ name, title, description }) => ({ label: title, description: name, detail: description, name })),
		{ title: vscode.l10n.t('Convert Document to Template'), matchOnDescription: true, matchOnDetail: true },
	);
	return picked?.name;
}

/** Shows both texts side by side until somebody agrees. An answer to a text that has changed meanwhile counts for nothing. */
async function isAgreed(document: vscode.TextDocument, edits: readonly vscode.TextEdit[], name: string): Promise<boolean> {
	const { version } = document;
	const text = textAfter(document, edits);
	const preview = vscode.Uri.from({ scheme: SCHEME, path: document.uri.path, query: `${name}-${version}` });
	const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, { provideTextDocumentContent: (uri) => (uri.toString() === preview.toString() ? text : undefined) });
	const listening: vscode.Disposable[] = [provider];
	// The title shows its button before the command that opens the editor has ended.
	const inTitle = new Promise<boolean>((resolve) => {
		listening.push(agreed.event((uri) => { if (uri === preview.toString()) resolve(true); }));
	});
	try {
		await vscode.commands.executeCommand('vscode.diff', document.uri, preview, vscode.l10n.t('Convert to {0}', name), { preview: false });
		if (!(await Promise.race([inTitle, answer(preview, name)]))) return false;
		if (document.version === version) return true;
		void vscode.window.showInformationMessage(vscode.l10n.t('The document has changed meanwhile and was not converted.'));
		return false;
	} finally {
		await vscode.window.tabGroups.close(tabsOf(preview));
		for (const each of listening) each.dispose();
	}
}

/** Fires with the preview that the person agrees to in the title of its editor. */
const agreed = new vscode.EventEmitter<string>();

/** The message is gone from the screen before a long difference is read: the title of the editor has the same answer. */
export function applyConversion(_context: CommandContext, preview?: unknown): void {
	if (preview instanceof vscode.Uri) agreed.fire(preview.toString());
}

/** A message that is put away answers nothing: then closing the preview says no. */
async function answer(preview: vscode.Uri, name: string): Promise<boolean> {
	const convert = vscode.l10n.t('Convert');
	const said = await vscode.window.showInformationMessage(vscode.l10n.t('Convert the document to the template {0} as shown?', name), convert, vscode.l10n.t('Cancel'));
	if (said !== undefined) return said === convert;
	while (tabsOf(preview).length > 0) await nextChangeOfTabs();
	return false;
}

function nextChangeOfTabs(): Promise<unknown> {
	return new Promise((resolve) => {
		const listening = vscode.window.tabGroups.onDidChangeTabs((change) => {
			listening.dispose();
			resolve(change);
		});
	});
}

function tabsOf(preview: vscode.Uri): vscode.Tab[] {
	const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
	return tabs.filter(({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === preview.toString());
}

function textAfter(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): string {
	let text = document.getText();
	for (const { range, newText } of [...edits].sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start))) {
		text = text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end));
	}
	return text;
}

/** The template's name stands between the quotation marks of the action's title. */
function nameIn({ title }: vscode.CodeAction): string {
	return /“([^“”]+)”/.exec(title)?.[1] ?? title;
}

function given(answers: unknown): { readonly template: string | undefined; readonly apply: boolean } {
	if (typeof answers !== 'object' || answers === null) return { template: undefined, apply: false };
	const { template, apply } = answers as Record<string, unknown>;
	return { template: typeof template === 'string' ? template : undefined, apply: apply === true };
}
