/** What the machine must give to the language server: files, a clock and a timer. */
import type { Files } from '../core/workspace/files';
import type { EpochMs } from '../core/time/moment';

export interface Host extends Files {
	now(): EpochMs;
	/** Calls back once; the result takes it back. */
	after(milliseconds: number, run: () => void): () => void;
}

export const clock: Pick<Host, 'now' | 'after'> = {
	now: () => Date.now(),
	after(milliseconds, run) {
		const timer = setTimeout(run, milliseconds);
		return () => clearTimeout(timer);
	},
};
