/** Where an event of a chat or log begins, and how a kind of text says so. */
import type { DateOrder } from '../time/date';
import type { TranscriptTime } from './transcript';

export interface Head {
	readonly time: TranscriptTime;
	readonly who: string | undefined;
	/** What stands behind the head on its line. */
	readonly text: string;
	/** How many lines the head takes, this one included. */
	readonly lines: number;
	/** Whether it goes on with whoever spoke before. */
	readonly goesOn?: boolean;
}

export interface LinesBefore {
	/** All lines of the text, without outer white space but for what the first column tells. */
	readonly lines: readonly string[];
	readonly order: DateOrder | undefined;
	/** Names that have spoken already. */
	readonly speakers: ReadonlySet<string>;
}

export interface HeadKind {
	readonly source: string;
	/** The head that begins at a line, or `undefined`. */
	readonly headAt: (before: LinesBefore, at: number) => Head | undefined;
	/** Whether the names are only to be believed where one of them speaks twice: `10:04 Note: the text` has none. */
	readonly namesRepeat?: boolean;
}
