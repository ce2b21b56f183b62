/** JSON-RPC 2.0 as LSP has it: requests in both directions, notifications, cancellation. Whatever a client sends, it goes on. */
import { isObject } from '../params';
import { ErrorCodes, MessageType } from '../constants';
import { ResponseError } from './response-error';
import type { Transport } from './transport';

export interface Cancellation {
	readonly isCancellationRequested: boolean;
}

type Id = number | string;
type RequestHandler = (params: never, token: Cancellation) => unknown;
type NotificationHandler = (params: never) => void;

interface Asked {
	readonly resolve: (result: never) => void;
	readonly reject: (error: ResponseError) => void;
}

export class Connection {
	readonly #requests = new Map<string, RequestHandler>();
	readonly #notifications = new Map<string, NotificationHandler>();
	/** What the client has asked and not yet been told. */
	readonly #running = new Map<Id, { isCancellationRequested: boolean }>();
	/** What the client was asked and has not yet told. */
	readonly #asked = new Map<Id, Asked>();
	#nextId = 1;

	constructor(private readonly transport: Transport) {}

	/** Starts to listen: all handlers must be known. @param closed called when the client is gone. */
	listen(closed: () => void): void {
		this.transport.listen((message) => this.#receive(message), closed);
	}

	/** What the handler returns, throws or resolves with is the answer; a {@link ResponseError} is one, too. */
	onRequest<P>(method: string, handler: (params: P, token: Cancellation) => unknown): void {
		this.#requests.set(method, handler);
	}

	onNotification<P>(method: string, handler: (params: P) => void): void {
		this.#notifications.set(method, handler);
	}

	/** Rejects with a {@link ResponseError} where the client refuses. */
	sendRequest<R>(method: string, params?: object): Promise<R> {
		const id = this.#nextId++;
		return new Promise<R>((resolve, reject) => {
			this.#asked.set(id, { resolve, reject });
			this.transport.send({ jsonrpc: '2.0', id, method, params });
		});
	}

	sendNotification(method: string, params?: object): void {
		this.transport.send({ jsonrpc: '2.0', method, params });
	}

	/** Into the client's log, where a person finds it who looks for it. */
	log(type: MessageType, message: string): void {
		this.sendNotification('window/logMessage', { type, message });
	}

	exit(code: number): void {
		this.transport.exit(code);
	}

	#receive(message: unknown): void {
		if (!isObject(message)) return this.log(MessageType.Error, 'Unexpected message, expected one of JSON-RPC');
		const { id, method, params } = message;
		if (typeof method === 'string') {
			// `null` where an object belongs counts as an empty one.
			if (id === undefined) this.#notified(method, params ?? {});
			else if (isId(id)) void this.#answer(id, method, params ?? {});
			return;
		}
		const asked = isId(id) ? this.#asked.get(id) : undefined;
		if (!asked) return;
		this.#asked.delete(id as Id);
		const { error } = message;
		if (isObject(error)) asked.reject(new ResponseError(Number(error['code']), String(error['message'])));
		else asked.resolve((message['result'] ?? null) as never);
	}

	#notified(method: string, params: unknown): void {
		if (method === '$/cancelRequest') {
			const running = isObject(params) && isId(params['id']) ? this.#running.get(params['id']) : undefined;
			if (running) running.isCancellationRequested = true;
			return;
		}
		try {
			this.#notifications.get(method)?.(params as never);
		} catch (error) {
			this.log(MessageType.Error, `${method} failed: ${told(error)}`);
		}
	}

	async #answer(id: Id, method: string, params: unknown): Promise<void> {
		const handler = this.#requests.get(method);
		if (!handler) return this.#refuse(id, new ResponseError(ErrorCodes.MethodNotFound, `Unexpected request ${method}`));
		const token = { isCancellationRequested: false };
		this.#running.set(id, token);
		try {
			const result = await handler(params as never, token);
			if (result instanceof ResponseError) this.#refuse(id, result);
			else this.transport.send({ jsonrpc: '2.0', id, result: result ?? null });
		} catch (error) {
			this.#refuse(id, error instanceof ResponseError ? error : new ResponseError(ErrorCodes.InternalError, `${method} failed: ${told(error)}`));
		} finally {
			this.#running.delete(id);
		}
	}

	#refuse(id: Id, { code, message }: ResponseError): void {
		this.transport.send({ jsonrpc: '2.0', id, error: { code, message } });
	}
}

/** What happened, and where if that is known. */
export function told(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function isId(id: unknown): id is Id {
	return typeof id === 'number' || typeof id === 'string';
}
