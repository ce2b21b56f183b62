/** Entry in the browser: the server is a web worker. */
import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateIn } from '../extension';
import { workerScript } from './workerScript';

export { deactivate } from '../extension';

export function activate(context: vscode.ExtensionContext): void {
	activateIn(context, (extension, options) => {
		const folder = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'server');
		let running: RunningWorker | undefined;
		const client = new LanguageClient('postmortem', 'Postmortem', async () => {
			running?.end();
			running = await startWorker(folder);
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

/** Through a Blob: the scripts' own addresses may be ones that a worker cannot load, such as `vscode-remote:`. */
async function startWorker(folder: vscode.Uri): Promise<RunningWorker> {
	const read = async (name: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)));
	const names = JSON.parse(await read('browser.json')) as string[];
	const parts = new Map(await Promise.all(names.map(async (name) => [name, await read(name)] as const)));
	// Good until the worker ends: the editor wraps workers and loads their script later than `new Worker` returns.
	const address = URL.createObjectURL(new Blob([workerScript(parts, 'browser.js')], { type: 'text/javascript' }));
	const worker = new Worker(address, { name: 'postmortem' });
	return {
		worker,
		end() {
			worker.terminate();
			URL.revokeObjectURL(address);
		},
	};
}
