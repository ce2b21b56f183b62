/** What a pasted chat or log tells: who said or did what, and when. Plain data, times as far known as they were written. */
import type { ClockTime } from '../time/moment';

export interface Transcript {
	/** What it was read as, for titles: `chat`, `log`, `Slack messages`. */
	readonly source: string;
	/** In the order of the text; those without a time stand before the first one that has it. */
	readonly events: readonly TranscriptEvent[];
}

export interface TranscriptEvent {
	readonly time: TranscriptTime | undefined;
	/** A name, a handle, a program or host, as written. */
	readonly who: string | undefined;
	/** Lines joined by `\n`, as written; never markup that was meant as such. */
	readonly text: string;
	/** The line above that states the day, as written: with the first event behind it. */
	readonly dayLine?: string;
}

export interface TranscriptTime {
	/** As written, zone and date included; a range whole. */
	readonly written: string;
	/** `undefined` year: none was written. */
	readonly date: { readonly year: number | undefined; readonly month: number; readonly day: number } | undefined;
	readonly clock: ClockTime;
	/** As written; what {@link meaningOfZone} understands. */
	readonly zone: string | undefined;
	readonly isRange: boolean;
}
