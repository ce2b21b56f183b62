/** Entry in the browser: the server is a web worker. */
import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateIn } from '../extension';

export { deactivate } from '../extension';

export function activate(context: vscode.ExtensionContext): void {
	activateIn(context, (extension, options) => {
		const script = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'server', 'browser.js');
		let running: RunningWorker | undefined;
		const client = new LanguageClient('postmortem', 'Postmortem', async () => {
			running?.end();
			running = await startWorker(script);
			// Not the worker itself: the library does not recognise one that the editor has wrapped.
			return { reader: new BrowserMessageReader(running.worker), writer: new BrowserMessageWriter(running.worker) };
		}, options);
		const dispose = client.dispose.bind(client);
		// The library leaves a worker running whose client is gone.
		client.dispose = (timeout) => dispose(timeout).finally(() => running?.end());
		return client;
	});
}

interface RunningWorker {
	readonly worker: Worker;
	end(): void;
}

/** Through a Blob: the script's own address may be one that a worker cannot load, such as `vscode-remote:`. */
async function startWorker(script: vscode.Uri): Promise<RunningWorker> {
	const bytes = await vscode.workspace.fs.readFile(script);
	// Good until the worker ends: the editor wraps workers and loads their script later than `new Worker` returns.
	const address = URL.createObjectURL(new Blob([bytes.slice()], { type: 'text/javascript' }));
	const worker = new Worker(address, { name: 'postmortem' });
	return {
		worker,
		end() {
			worker.terminate();
			URL.revokeObjectURL(address);
		},
	};
}
