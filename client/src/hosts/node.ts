/** On the desktop and in remote windows the server is a process of its own, spoken to over IPC. */
import type { ChildProcess } from 'node:child_process';
import type * as vscode from 'vscode';
// The library's build for browsers works in Node as well; its other one would ship all of it a second time.
import {
	AbstractMessageReader, AbstractMessageWriter, BaseLanguageClient, type DataCallback, type Disposable, type InitializeParams, type LanguageClientOptions, type Message, type MessageTransports,
} from 'vscode-languageclient/browser';

/** Milliseconds that a server has to end by itself. */
const PATIENCE = 2000;

export function processClient(context: vscode.ExtensionContext, options: LanguageClientOptions): BaseLanguageClient {
	return new ProcessClient(context.asAbsolutePath('dist/server/node.js'), options);
}

class ProcessClient extends BaseLanguageClient {
	#server: ChildProcess | undefined;

	constructor(
		private readonly module: string,
		options: LanguageClientOptions,
	) {
		super('postmortem', 'Postmortem', options);
	}

	protected override async createMessageTransports(): Promise<MessageTransports> {
		const { fork } = await import('node:child_process');
		const isDebugged = process.execArgv.some((argument) => /^--inspect(?:-brk)?(?:=|$)/.test(argument));
		const server = fork(this.module, ['--node-ipc', `--clientProcessId=${process.pid}`], {
			env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' },
			execArgv: isDebugged ? ['--nolazy', '--inspect=6023'] : [],
			silent: true,
		});
		server.stdout?.setEncoding('utf8').on('data', (text: string) => this.outputChannel.info(text.trimEnd()));
		server.stderr?.setEncoding('utf8').on('data', (text: string) => this.outputChannel.error(text.trimEnd()));
		this.#server = server;
		return { reader: new ProcessReader(server), writer: new ProcessWriter(server) };
	}

	protected override fillInitializeParams(params: InitializeParams): void {
		super.fillInitializeParams(params);
		params.processId = process.pid;
	}

	protected override handleConnectionClosed(): Promise<void> {
		this.#server = undefined;
		return super.handleConnectionClosed();
	}

	protected override shutdown(...how: Parameters<BaseLanguageClient['shutdown']>): Promise<void> {
		return super.shutdown(...how).finally(() => {
			const server = this.#server;
			this.#server = undefined;
			setTimeout(() => server?.kill('SIGKILL'), PATIENCE);
		});
	}
}

class ProcessReader extends AbstractMessageReader {
	constructor(private readonly server: ChildProcess) {
		super();
		server.on('error', (error) => this.fireError(error));
		server.on('close', () => this.fireClose());
	}

	listen(callback: DataCallback): Disposable {
		const listener = (message: unknown) => callback(message as Message);
		this.server.on('message', listener);
		return { dispose: () => void this.server.off('message', listener) };
	}
}

class ProcessWriter extends AbstractMessageWriter {
	#errors = 0;

	constructor(private readonly server: ChildProcess) {
		super();
		server.on('error', (error) => this.fireError(error));
		server.on('close', () => this.fireClose());
	}

	write(message: Message): Promise<void> {
		return new Promise((resolve, reject) => {
			this.server.send(message, (error) => {
				if (!error) return resolve();
				this.fireError(error, message, ++this.#errors);
				reject(error);
			});
		});
	}

	end(): void {}
}
