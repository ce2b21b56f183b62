/** What an editor shows behind each time of a timeline: how long after the start, and after the row before. */
import { areComparable, startOf } from '../postmortem/computed-durations';
import type { Postmortem, TimelineEntry } from '../postmortem/model';
import { touches, type TextSpan } from '../text/span';
import { minutesBetween, type Moment } from '../time/moment';
import { signedElapsed } from '../time/elapsed';

export interface InlayHint {
	/** In UTF-16 units from the start of the document. */
	readonly offset: number;
	/** `T+12m` or `+3m`; `T+~12m` where a time is approximate. */
	readonly label: string;
	readonly tooltip: string;
}

export interface InlayHintOptions {
	readonly sinceStart: boolean;
	readonly sincePrevious: boolean;
}

/** For the rows that touch `within`, in document order. */
export function inlayHints(doc: Postmortem, within: TextSpan, { sinceStart, sincePrevious }: InlayHintOptions): readonly InlayHint[] {
	const start = originOf(doc);
	return doc.timelines.flatMap(({ entries, shape }) => {
		const rows = entries.filter(isTimed);
		return rows.flatMap((row, index): InlayHint[] => {
			if (!touches(row.written.span, within)) return [];
			const offset = shape === 'table' ? doc.lines.line(doc.lines.lineAt(row.written.span.end)).end : behindMarks(doc.text, row.written.span.end);
			const [sinceT, sinceRow] = [sinceStart && !isRelative(row) ? elapsed(start, row) : undefined, sincePrevious ? elapsed(rows[index - 1], row) : undefined];
			return [
				...(sinceT === undefined ? [] : [{ offset, label: `T${sinceT}`, tooltip: 'Since the start of the incident' }]),
				...(sinceRow === undefined ? [] : [{ offset, label: sinceRow, tooltip: 'Since the row before' }]),
			];
		});
	});
}

/** A moment that is counted from or to. */
interface Origin {
	readonly at: Moment;
	readonly approximate: boolean;
}

function originOf({ phases, timelines }: Postmortem): Origin | undefined {
	const start = startOf(phases, timelines);
	return start && { at: start.at, approximate: timelines.some(({ entries }) => entries.some(({ approximate, written }) => approximate && written.span.start === start.span.start)) };
}

function elapsed(from: Origin | undefined, to: Origin): string | undefined {
	if (!from || !areComparable(from.at, to.at)) return undefined;
	const text = signedElapsed(minutesBetween(from.at, to.at));
	return from.approximate || to.approximate ? text.replace(/\d/, '~$&') : text;
}

/** Behind the marks that close after a time; a hint in a table stands behind its row, so that columns stay in line. */
function behindMarks(text: string, offset: number): number {
	return offset + /^(?:[*_`~\])】」”"']|<\/[a-z]{1,6}>){0,4}/i.exec(text.slice(offset, offset + 20))![0].length;
}

type TimedEntry = TimelineEntry & { readonly at: Moment };

function isTimed(entry: TimelineEntry): entry is TimedEntry {
	return entry.at !== undefined && !entry.dateOnly && entry.written.text !== '';
}

/** `T+5m` says it already. */
function isRelative({ time }: TimelineEntry): boolean {
	return time?.relative !== undefined;
}
