/** The one net around every request handler: wrong parameters, cancellation, outdated documents, faults of our own. */
import { ErrorCodes, LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import { faultIn } from './params';
import type { Desk } from './desk';

type Required = Parameters<typeof faultIn>[1];

/**
 * @param fallback the answer where a fault of our own spoils the work; it is logged.
 * @param required the members of the parameters that must be there and well-formed.
 */
export function guard<P, R>(desk: Desk, what: string, required: Required, fallback: R, run: (params: P, token: CancellationToken) => R | Promise<R>) {
	return async (params: P, token: CancellationToken): Promise<R | ResponseError<never>> => {
		if (desk.state !== 'running') return new ResponseError(desk.state === 'new' ? ErrorCodes.ServerNotInitialized : ErrorCodes.InvalidRequest, `Unexpected ${what} ${desk.state === 'new' ? 'before initialize' : 'after shutdown'}`);
		const fault = faultIn(params, required);
		if (fault) return new ResponseError(ErrorCodes.InvalidParams, `Unexpected params of ${what}, expected ${fault}`);
		const uri = uriOf(params);
		const version = uri === undefined ? undefined : desk.versionOf(uri);
		await desk.turn(what, uri);
		if (token.isCancellationRequested) return cancelled(what);
		try {
			const isOutdated = () => uri !== undefined && desk.versionOf(uri) !== version;
			if (isOutdated()) return outdated(what);
			const started = desk.host.now();
			const result = await run(params, token);
			desk.answered(what, uri, started);
			if (token.isCancellationRequested) return cancelled(what);
			return isOutdated() ? outdated(what) : result;
		} catch (error) {
			if (error instanceof ResponseError) return error as ResponseError<never>;
			desk.logFault(`${what} failed`, error);
			return fallback;
		}
	};
}

function uriOf(params: unknown): string | undefined {
	return (params as { textDocument?: { uri?: string } }).textDocument?.uri;
}

function cancelled(what: string): ResponseError<never> {
	return new ResponseError(LSPErrorCodes.RequestCancelled, `${what} was cancelled`);
}

function outdated(what: string): ResponseError<never> {
	return new ResponseError(LSPErrorCodes.ContentModified, `${what}: the document has changed`);
}
