/** What an editor shows behind each time of a timeline: how long after the start, and after the row before. */
import { elapsedMinutes, startOf } from '../postmortem/computed-durations';
import type { Postmortem, TimelineEntry } from '../postmortem/model';
import { touches, type TextSpan } from '../text/span';
import type { Moment } from '../time/moment';
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

/** For the rows that touch `within`, in document order; none for the only row of a document. */
export function inlayHints(doc: Postmortem, within: TextSpan, { sinceStart, sincePrevious }: InlayHintOptions): readonly InlayHint[] {
	const start = originOf(doc);
	const timelines = doc.timelines.map(({ entries, shape }) => ({ shape, rows: entries.filter((entry) => isTimed(entry) || isRelative(entry)) }));
	if (timelines.reduce((count, { rows }) => count + rows.length, 0) < 2) return [];
	return timelines.flatMap(({ rows, shape }) =>
		rows.flatMap((row, index): InlayHint[] => {
			if (!touches(row.written.span, within)) return [];
			const offset = shape === 'table' ? doc.lines.line(doc.lines.lineAt(row.written.span.end)).end : behindMarks(doc.text, row.written.span.end);
			const sinceT = sinceStart && !isRelative(row) ? elapsed(start, row) : undefined;
			const sinceRow = sincePrevious ? elapsed(rows[index - 1], row) : undefined;
			return [
				...(sinceT === undefined ? [] : [{ offset, label: `T${sinceT}`, tooltip: 'Since the start of the incident' }]),
				...(sinceRow === undefined ? [] : [{ offset, label: sinceRow, tooltip: 'Since the row before' }]),
			];
		}),
	);
}

/** A moment that is counted from or to. */
interface Point {
	readonly at: Moment | undefined;
	readonly time?: TimelineEntry['time'];
	readonly approximate: boolean;
}

function originOf({ phases, timelines }: Postmortem): Point | undefined {
	const start = startOf(phases, timelines);
	return start && { at: start.at, approximate: timelines.some(({ entries }) => entries.some(({ approximate, written }) => approximate && written.span.start === start.span.start)) };
}

function elapsed(from: Point | undefined, to: Point): string | undefined {
	const minutes = from && minutesFrom(from, to);
	if (!from || minutes === undefined) return undefined;
	const text = signedElapsed(minutes);
	return from.approximate || to.approximate ? text.replace(/\d/, '~$&') : text;
}

/** Two relative times count from the same moment, be it known or not. */
function minutesFrom({ at, time }: Point, to: Point): number | undefined {
	const [begin, end] = [time?.relative?.minutes, to.time?.relative?.minutes];
	if (begin !== undefined && end !== undefined) return end - begin;
	return at && to.at && elapsedMinutes(at, to.at);
}

/** Behind the marks that close after a time; a hint in a table stands behind its row, so that columns stay in line. */
function behindMarks(text: string, offset: number): number {
	return offset + /^(?:[*_`~\])】」”"']|<\/[a-z]{1,6}>){0,4}/i.exec(text.slice(offset, offset + 20))![0].length;
}

function isTimed({ at, dateOnly, written }: TimelineEntry): boolean {
	return at !== undefined && !dateOnly && written.text !== '';
}

/** `T+5m` says it already. */
function isRelative({ time }: TimelineEntry): boolean {
	return time?.relative !== undefined;
}
