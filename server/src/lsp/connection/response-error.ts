/** The answer to a request that cannot be done. */
export class ResponseError extends Error {
	constructor(
		/** One of `ErrorCodes`, or what a client chose to send. */
		readonly code: number,
		message: string,
	) {
		super(message);
	}
}
