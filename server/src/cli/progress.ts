/** A line on the terminal that tells how far a long run is; drawn anew, and gone when there is something to read. */
import type { Io } from './io';

/** Runs that end sooner show none, in milliseconds. */
const PATIENCE = 300;
const INTERVAL = 100;
const ERASE = '\r\u001b[K';

export class Progress {
	#next: number;
	#isDrawn = false;
	readonly #isShown: boolean;

	/** @param total of files. */
	constructor(
		private readonly io: Io,
		quiet: boolean,
		private readonly total: number,
	) {
		this.#isShown = io.showsProgress === true && !quiet;
		this.#next = io.now() + PATIENCE;
	}

	/** @param done number of files that are checked. */
	tell(done: number): void {
		if (!this.#isShown) return;
		const now = this.io.now();
		if (now < this.#next) return;
		this.#next = now + INTERVAL;
		this.#isDrawn = true;
		this.io.err(`${ERASE}postmortem: ${done.toLocaleString('en')} of ${this.total.toLocaleString('en')} files`);
	}

	/** Before anything else is written to the terminal. */
	erase(): void {
		if (!this.#isDrawn) return;
		this.#isDrawn = false;
		this.io.err(ERASE);
	}
}
