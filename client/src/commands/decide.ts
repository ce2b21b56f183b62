/** Remembers a person's word on a document and tells the server. */
import * as vscode from 'vscode';
import type { Decision } from '../../../server/src/lsp/protocol';
import type { CommandContext } from '.';
import { markdownEditor } from './edits';

/** @param target the document's URI where the command comes from a menu; else the active editor counts. */
export async function decide({ session, decisions }: CommandContext, decision: Decision, target: unknown): Promise<void> {
	const uri = target instanceof vscode.Uri ? target : markdownEditor()?.document.uri;
	if (!uri) return;
	await decisions.set(uri.toString(), decision);
	await session.sendDecision({ uri: uri.toString(), decision });
}

/** An unsaved document leaves its name to the next one, which the person has not decided on. */
export function forgetWhenClosed({ session, decisions }: CommandContext): vscode.Disposable {
	return vscode.workspace.onDidCloseTextDocument(async ({ uri, isUntitled }) => {
		if (isUntitled && (await decisions.forget(uri.toString()))) await session.sendDecision({ uri: uri.toString(), decision: null });
	});
}
