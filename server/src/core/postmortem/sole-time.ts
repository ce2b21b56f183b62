import type { TextSpan } from '../text/span';
import { timeAt, type TimeMention } from '../time/mention';

/** The time that is all a table cell holds, be it emphasised or in brackets; `undefined` where there is more, or none. */
export function soleTime(text: string, cell: TextSpan): TimeMention | undefined {
	const marks = /^[*_`~(]*/.exec(text.slice(cell.start, cell.end))![0].length;
	const time = timeAt(text, cell.start + marks, { order: undefined, place: 'row' });
	return time?.clock && time.span.end <= cell.end && /^[*_`)\s]*$/.test(text.slice(time.span.end, cell.end)) ? time : undefined;
}
