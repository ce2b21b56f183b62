/** A language client for tests: starts the built server and speaks LSP with it over stdio. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import path from 'node:path';

export const SERVER = path.resolve('dist/server/node.js');

export interface Message {
	readonly id?: number | string | null;
	readonly method?: string;
	readonly params?: unknown;
	readonly result?: unknown;
	readonly error?: { readonly code: number; readonly message: string };
}

interface Waiting {
	readonly wanted: (message: Message) => boolean;
	readonly resolve: (message: Message) => void;
}

/** Capabilities of a modern client, as far as the tests want them. */
export const MODERN = {
	general: { positionEncodings: ['utf-16'] },
	workspace: { workspaceEdit: { documentChanges: true } },
	textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] }, codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
};

export class Client {
	readonly messages: Message[] = [];
	/** Settles with the exit status. */
	readonly exited: Promise<number | null>;
	/** Answers to requests of the server, by method. */
	readonly answers = new Map<string, (params: unknown) => unknown>();
	readonly #process: ChildProcessWithoutNullStreams;
	readonly #waiting: Waiting[] = [];
	#buffer = Buffer.alloc(0);
	#nextId = 1;

	constructor(args: readonly string[] = ['--stdio']) {
		this.#process = spawn(process.execPath, [SERVER, ...args]);
		this.#process.stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
		this.#process.stdin.on('error', () => undefined); // the server may be gone by now
		this.exited = new Promise((resolve) => this.#process.on('exit', resolve));
	}

	get pid(): number {
		return this.#process.pid!;
	}

	static async start(capabilities: unknown = MODERN, more: object = {}): Promise<Client> {
		const client = new Client();
		await client.request('initialize', { processId: process.pid, rootUri: null, capabilities, ...more });
		client.notify('initialized', {});
		return client;
	}

	async request<R = unknown>(method: string, params?: unknown): Promise<R> {
		const { result, error } = await this.ask(method, params);
		if (error) throw new Error(`${method}: ${error.code} ${error.message}`);
		return result as R;
	}

	/** The whole answer, be it an error. */
	ask(method: string, params?: unknown): Promise<Message> & { id: number } {
		const id = this.#nextId++;
		this.send({ jsonrpc: '2.0', id, method, params });
		return Object.assign(this.next((message) => message.id === id && message.method === undefined), { id });
	}

	notify(method: string, params?: unknown): void {
		this.send({ jsonrpc: '2.0', method, params });
	}

	send(message: object): void {
		this.sendText(JSON.stringify(message));
	}

	/** A message with a right header and any content. */
	sendText(content: string): void {
		this.sendRaw(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
	}

	sendRaw(bytes: string): void {
		this.#process.stdin.write(bytes);
	}

	/** The first message, received or to come, that passes. */
	next(wanted: (message: Message) => boolean): Promise<Message> {
		const known = this.messages.find(wanted);
		return known ? Promise.resolve(known) : new Promise((resolve) => this.#waiting.push({ wanted, resolve }));
	}

	open(uri: string, text: string, version = 1, languageId = 'markdown'): void {
		this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
	}

	/** The diagnostics published for one version of a document. */
	async published<D = Record<string, unknown>>(uri: string, version?: number): Promise<D[]> {
		const { params } = await this.next(({ method, params }) => method === 'textDocument/publishDiagnostics' && (params as { uri: string }).uri === uri && (version === undefined || (params as { version?: number }).version === version));
		return (params as { diagnostics: D[] }).diagnostics;
	}

	/** Ends the server as the protocol wants it. */
	async stop(): Promise<number | null> {
		await this.request('shutdown');
		this.notify('exit');
		return this.exited;
	}

	endInput(): void {
		this.#process.stdin.end();
	}

	kill(): void {
		this.#process.kill('SIGKILL');
	}

	#receive(chunk: Buffer): void {
		this.#buffer = Buffer.concat([this.#buffer, chunk]);
		for (;;) {
			const head = this.#buffer.indexOf('\r\n\r\n');
			const length = head < 0 ? null : /Content-Length: (\d+)/i.exec(this.#buffer.toString('latin1', 0, head));
			if (!length) return;
			const end = head + 4 + Number(length[1]);
			if (this.#buffer.length < end) return;
			const message = JSON.parse(this.#buffer.toString('utf8', head + 4, end)) as Message;
			this.#buffer = this.#buffer.subarray(end);
			this.#deliver(message);
		}
	}

	#deliver(message: Message): void {
		this.messages.push(message);
		if (message.method !== undefined && message.id !== undefined) {
			this.send({ jsonrpc: '2.0', id: message.id, result: this.answers.get(message.method)?.(message.params) ?? null });
		}
		for (const waiting of [...this.#waiting]) {
			if (!waiting.wanted(message)) continue;
			this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
			waiting.resolve(message);
		}
	}
}
