/** Activation and deactivation, the same in every host; a host brings only its way of starting the server. */
import type * as vscode from 'vscode';
import { registerCommands } from './commands';
import { forgetWhenClosed } from './commands/decide';
import { Decisions } from './decisions';
import { registerPasting } from './paste';
import { Session, type CreateClient } from './session';

let session: Session | undefined;

export function activateIn(context: vscode.ExtensionContext, createClient: CreateClient): void {
	const decisions = new Decisions(context.workspaceState);
	session = new Session(context, createClient, decisions);
	const commands = { extension: context, session, decisions };
	context.subscriptions.push(session, ...registerCommands(commands), registerPasting(session), forgetWhenClosed(commands));
	session.startWhenSeen();
}

export async function deactivate(): Promise<void> {
	await session?.stop();
	session = undefined;
}
