/** Stopping work that nobody waits for any longer. */

/** Structurally what a language client hands over. */
export interface CancelToken {
	readonly isCancellationRequested: boolean;
}

export class Cancelled extends Error {
	constructor() {
		super('cancelled');
		this.name = 'Cancelled';
	}
}

/** @throws Cancelled where the token says so. */
export function throwIfCancelled(token: CancelToken | undefined): void {
	if (token?.isCancellationRequested) throw new Cancelled();
}
