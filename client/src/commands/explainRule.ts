/** Shows a rule's page: of the rule named, of the finding at the cursor, or of one picked from the list. */
import * as vscode from 'vscode';
import type { CommandContext } from '.';

export async function explainRule({ extension }: CommandContext, rule?: unknown): Promise<void> {
	const pages = vscode.Uri.joinPath(extension.extensionUri, 'docs', 'rules');
	const chosen = typeof rule === 'string' ? rule : await pickRule(pages);
	if (chosen === undefined || !/^[a-z-]+$/.test(chosen)) return;
	const page = vscode.Uri.joinPath(pages, `${chosen}.md`);
	try {
		await vscode.workspace.fs.stat(page);
	} catch {
		void vscode.window.showWarningMessage(vscode.l10n.t('There is no rule named {0}.', chosen));
		return;
	}
	await vscode.commands.executeCommand('markdown.showPreview', page);
}

async function pickRule(pages: vscode.Uri): Promise<string | undefined> {
	const atCursor = rulesAtCursor();
	if (atCursor.length === 1) return atCursor[0];
	const rules = atCursor.length > 0 ? atCursor : await rulesWithPages(pages);
	return vscode.window.showQuickPick(rules, { placeHolder: vscode.l10n.t('Which rule?') });
}

function rulesAtCursor(): string[] {
	const editor = vscode.window.activeTextEditor;
	if (!editor) return [];
	const rules = vscode.languages.getDiagnostics(editor.document.uri)
		.filter((each) => each.source === 'postmortem' && each.range.intersection(editor.selection))
		.map(({ code }) => String(typeof code === 'object' ? code.value : code));
	return [...new Set(rules)];
}

/** A web host cannot list the extension's folder: there the index page stands for the list. */
async function rulesWithPages(pages: vscode.Uri): Promise<string[]> {
	try {
		const entries = await vscode.workspace.fs.readDirectory(pages);
		return entries.map(([name]) => name).filter((name) => /^[a-z-]+\.md$/.test(name)).map((name) => name.slice(0, -'.md'.length)).sort();
	} catch {
		const index = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(pages, 'README.md')));
		return [...new Set(Array.from(index.matchAll(/\(([a-z-]+)\.md\)/g), (match) => match[1]!))].sort();
	}
}
