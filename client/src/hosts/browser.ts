/** Entry in the browser: the server is a web worker. */
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateIn } from '../extension';

export { deactivate } from '../extension';

export function activate(context: vscode.ExtensionContext): void {
	activateIn(context, (extension, options) => {
		let worker: Worker | undefined;
		const client = new LanguageClient('postmortem', 'Postmortem', async () => {
			worker?.terminate();
			worker = await startWorker(vscode.Uri.joinPath(extension.extensionUri, 'dist', 'server', 'browser.js'));
			return worker;
		}, options);
		const dispose = client.dispose.bind(client);
		// The library leaves a worker running whose client is gone.
		client.dispose = (timeout) => dispose(timeout).finally(() => worker?.terminate());
		return client;
	});
}

/** Through a Blob: the script's own address may be one that a worker cannot load, such as `vscode-remote:`. */
async function startWorker(script: vscode.Uri): Promise<Worker> {
	const bytes = await vscode.workspace.fs.readFile(script);
	const address = URL.createObjectURL(new Blob([bytes.slice()], { type: 'text/javascript' }));
	try {
		return new Worker(address, { name: 'postmortem' });
	} finally {
		URL.revokeObjectURL(address);
	}
}
