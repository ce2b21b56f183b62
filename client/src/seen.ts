/** Tells of the first document that the server is needed for: a configuration, or Markdown that may be a postmortem. */
import * as vscode from 'vscode';
import { mayBePostmortem } from '../../server/src/lsp/protocol';
import type { Decisions } from './decisions';
import { CONFIG_NAMES, nearestConfig } from './nearest-config';

/** Quiet time before a document that is typed in is looked at again, in milliseconds. */
const QUIET_MS = 300;
const CONFIGS = `**/{${CONFIG_NAMES.join(',')}}`;

/** Calls `seen` when such a document is open, or one that is open has become one; maybe more than once until disposed. */
export function whenSeen(decisions: Decisions, seen: () => void): vscode.Disposable {
	let isOver = false;
	let typing: ReturnType<typeof setTimeout> | undefined;
	const look = async (document: vscode.TextDocument) => {
		if (!isOver && (await isReason(document, decisions)) && !isOver) seen();
	};
	const lookAtAll = () => vscode.workspace.textDocuments.forEach(look);
	const configs = vscode.workspace.createFileSystemWatcher(CONFIGS, false, true, true);
	const listening = [
		configs,
		configs.onDidCreate(lookAtAll),
		vscode.workspace.onDidOpenTextDocument(look),
		vscode.workspace.onDidChangeTextDocument(({ document }) => {
			clearTimeout(typing);
			typing = setTimeout(() => void look(document), QUIET_MS);
		}),
	];
	lookAtAll();
	return new vscode.Disposable(() => {
		isOver = true;
		clearTimeout(typing);
		for (const each of listening) each.dispose();
	});
}

async function isReason(document: vscode.TextDocument, decisions: Decisions): Promise<boolean> {
	if (vscode.languages.match({ pattern: CONFIGS }, document)) return true;
	if (document.languageId !== 'markdown') return false;
	const { uri, isUntitled } = document;
	const decision = decisions.all()[uri.toString()];
	if (decision !== undefined) return decision === 'postmortem';
	if (mayBePostmortem(vscode.workspace.asRelativePath(uri, false), document.getText())) return true;
	return !isUntitled && (await nearestConfig(vscode.Uri.joinPath(uri, '..'), vscode.workspace.getWorkspaceFolder(uri)?.uri)) !== undefined;
}
