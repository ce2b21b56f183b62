/** Entry on the desktop and in remote windows: the server is a process of its own, spoken to over IPC. */
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateIn } from '../extension';

export { deactivate } from '../extension';

export function activate(context: vscode.ExtensionContext): void {
	activateIn(context, (extension, options) => {
		const module = extension.asAbsolutePath('dist/server/node.js');
		return new LanguageClient('postmortem', 'Postmortem', {
			run: { module, transport: TransportKind.ipc },
			debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6023'] } },
		}, options);
	});
}
