/** The times of chats and logs, on top of those that any text has: `Today at 10:04`, `[04/Mar/2024:10:04:31 +0000]`. */
import type { ClockPlace } from '../time/clock';
import { timeAt } from '../time/mention';
import type { DateOrder } from '../time/date';
import type { TranscriptTime } from './transcript';

export interface FoundTime {
	readonly time: TranscriptTime;
	/** Past its last character, in the line that was read. */
	readonly end: number;
}

const DAY_WORD = /(?:today|yesterday|heute|gestern|hoy|ayer|hoje|ontem|aujourd[’']hui|hier|i dag|i går)(?:,| at| um| a las| às| à| kl\.?)?\s+/iuy;

/** A clock time, with its date and zone where they stand beside it, that begins at `at`. */
export function transcriptTimeAt(line: string, at: number, order: DateOrder | undefined, place: ClockPlace = 'prose'): FoundTime | undefined {
	DAY_WORD.lastIndex = at;
	const from = at + (DAY_WORD.exec(line)?.[0].length ?? 0);
	const found = timeAt(line, from, { order, place });
	// `At 10:04 the first …` is a sentence.
	if (!found?.clock || found.approximate || found.span.start !== from) return undefined;
	const { date, clock, zone, span, until } = found;
	return {
		end: span.end,
		time: { written: line.slice(at, span.end), date: date && { year: date.year, month: date.month, day: date.day }, clock: clock.clock, zone: zone?.text, isRange: until !== undefined },
	};
}

/** Whether nothing but white space and closing brackets stands behind a time. */
export function endsLine(line: string, end: number): boolean {
	return /^[\s\])]*$/.test(line.slice(end, end + 40)) && line.slice(end).trim().length <= 1;
}
