/** The one net around every request handler: wrong parameters, cancellation, outdated documents, faults of our own. */
import type { Desk } from './desk';
import { faultIn } from './params';
import { ErrorCodes, ResponseError } from './rpc';

type Required = Parameters<typeof faultIn>[1];

/**
 * Answers the requests of one method.
 * @param required the members of the parameters that must be there and well-formed.
 * @param fallback the answer where a fault of our own spoils the work; it is logged.
 */
export function answer<P, R>(desk: Desk, method: string, required: Required, fallback: R, run: (params: P) => R | Promise<R>): void {
	desk.connection.onRequest(method, async (params: P, token): Promise<R> => {
		if (desk.state !== 'running') throw new ResponseError(desk.state === 'new' ? ErrorCodes.ServerNotInitialized : ErrorCodes.InvalidRequest, `Unexpected ${method} ${desk.state === 'new' ? 'before initialize' : 'after shutdown'}`);
		const fault = faultIn(params, required);
		if (fault) throw new ResponseError(ErrorCodes.InvalidParams, `Unexpected params of ${method}, expected ${fault}`);
		const uri = uriOf(params);
		const version = uri === undefined ? undefined : desk.versionOf(uri);
		const throwIfUnwanted = () => {
			if (token.isCancellationRequested) throw new ResponseError(ErrorCodes.RequestCancelled, `${method} was cancelled`);
			if (uri !== undefined && desk.versionOf(uri) !== version) throw new ResponseError(ErrorCodes.ContentModified, `${method}: the document has changed`);
		};
		await desk.turn(method, uri);
		throwIfUnwanted();
		const started = desk.host.now();
		const result = await resultOr(fallback, () => run(params), (error) => desk.logFault(`${method} failed`, error));
		desk.answered(method, uri, started);
		throwIfUnwanted();
		return result;
	});
}

async function resultOr<R>(fallback: R, run: () => R | Promise<R>, log: (fault: unknown) => void): Promise<R> {
	try {
		return await run();
	} catch (error) {
		if (error instanceof ResponseError) throw error;
		log(error);
		return fallback;
	}
}

function uriOf(params: unknown): string | undefined {
	return (params as { textDocument?: { uri?: string } }).textDocument?.uri;
}
