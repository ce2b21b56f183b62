/** JSON-RPC 2.0, as the Language Server Protocol uses it: requests and notifications in both directions over one channel. */

/** Carries messages to the other side and back, each a value that JSON can hold. */
export interface Channel {
	/** Calls back with each message in the order in which they come, and once where no more will come. */
	listen(receive: (message: unknown) => void, close: () => void): void;
	send(message: object): void;
}

/** Whether the other side still wants the answer. */
export interface CancellationToken {
	readonly isCancellationRequested: boolean;
}

export const ErrorCodes = {
	InvalidRequest: -32600,
	MethodNotFound: -32601,
	InvalidParams: -32602,
	InternalError: -32603,
	ServerNotInitialized: -32002,
	RequestCancelled: -32800,
	ContentModified: -32801,
} as const;

/** What a handler throws for the other side to see; also what a request to the other side fails with. */
export class ResponseError extends Error {
	constructor(
		readonly code: number,
		message: string,
	) {
		super(message);
	}
}

type Id = number | string;
type RequestHandler = (params: never, token: CancellationToken) => unknown;
type NotificationHandler = (params: never) => unknown;

interface Message {
	readonly id?: unknown;
	readonly method?: unknown;
	readonly params?: unknown;
	readonly result?: unknown;
	readonly error?: { readonly code: number; readonly message: string };
}

/** Runs something after what is waiting to be read by now; workers get their messages one by one anyway. */
const soon: (run: () => void) => void = globalThis.setImmediate ?? queueMicrotask;

/** Handlers get `{}` where the other side left the parameters out. */
export class Connection {
	readonly #requestHandlers = new Map<string, RequestHandler>();
	readonly #notificationHandlers = new Map<string, NotificationHandler>();
	/** Of requests that came and were not answered yet. */
	readonly #tokens = new Map<Id, { isCancellationRequested: boolean }>();
	readonly #asked = new Map<Id, { readonly resolve: (result: never) => void; readonly reject: (error: ResponseError) => void }>();
	readonly #waiting: { readonly message: Message; readonly token: CancellationToken }[] = [];
	#lastId = 0;

	constructor(private readonly channel: Channel) {}

	listen(close: () => void): void {
		this.channel.listen((message) => this.#receive(message), close);
	}

	onRequest<P>(method: string, handler: (params: P, token: CancellationToken) => unknown): void {
		this.#requestHandlers.set(method, handler);
	}

	onNotification<P>(method: string, handler: (params: P) => unknown): void {
		this.#notificationHandlers.set(method, handler);
	}

	sendRequest<R>(method: string, params?: object): Promise<R> {
		const id = ++this.#lastId;
		return new Promise((resolve, reject) => {
			this.#asked.set(id, { resolve, reject });
			this.#send({ id, method, params });
		});
	}

	sendNotification(method: string, params: object): void {
		this.#send({ method, params });
	}

	/** A line for the log that the client keeps. */
	error(message: string): void {
		this.sendNotification('window/logMessage', { type: 1, message });
	}

	warn(message: string): void {
		this.sendNotification('window/logMessage', { type: 2, message });
	}

	#send(message: object): void {
		this.channel.send({ jsonrpc: '2.0', ...message });
	}

	/** What stands in the queue can be cancelled before its turn comes. */
	#receive(received: unknown): void {
		if (typeof received !== 'object' || received === null) return;
		const message: Message = received;
		if (message.method === '$/cancelRequest') {
			const token = this.#tokens.get((message.params as { id?: Id } | undefined)?.id as Id);
			if (token) token.isCancellationRequested = true;
			return;
		}
		const token = { isCancellationRequested: false };
		if (isId(message.id) && typeof message.method === 'string') this.#tokens.set(message.id, token);
		this.#waiting.push({ message, token });
		if (this.#waiting.length === 1) soon(() => this.#handleNext());
	}

	#handleNext(): void {
		const { message: { id, method, params, result, error }, token } = this.#waiting.shift()!;
		if (this.#waiting.length > 0) soon(() => this.#handleNext());
		if (typeof method === 'string') {
			if (isId(id)) void this.#answer(id, method, params ?? {}, token);
			else if (id === undefined) void this.#notice(method, params ?? {});
		} else if (isId(id)) {
			const asked = this.#asked.get(id);
			this.#asked.delete(id);
			if (error) asked?.reject(new ResponseError(error.code, error.message));
			else asked?.resolve(result as never);
		}
	}

	async #answer(id: Id, method: string, params: object, token: CancellationToken): Promise<void> {
		const handler = this.#requestHandlers.get(method);
		try {
			if (!handler) throw new ResponseError(ErrorCodes.MethodNotFound, `Unhandled method ${method}`);
			const result = await handler(params as never, token);
			this.#send({ id, result: result === undefined ? null : result });
		} catch (error) {
			const { code, message } = error instanceof ResponseError ? error : new ResponseError(ErrorCodes.InternalError, `Request ${method} failed with message: ${messageOf(error)}`);
			this.#send({ id, error: { code, message } });
		} finally {
			this.#tokens.delete(id);
		}
	}

	async #notice(method: string, params: object): Promise<void> {
		try {
			await this.#notificationHandlers.get(method)?.(params as never);
		} catch (error) {
			this.error(`Notification ${method} failed with message: ${messageOf(error)}`);
		}
	}
}

function isId(value: unknown): value is Id {
	return typeof value === 'number' || typeof value === 'string';
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
