/** Pasted events as items of a timeline that is a list, in the form of the item before. */
import type { Postmortem, Timeline } from '../../postmortem/model';
import { eventText, withZone } from '../../rewrites/transcript-cells';
import type { SpanEdit } from '../../text/edit';
import type { TranscriptEvent } from '../../transcript/transcript';
import { eventTimes, type ZoneOfTimes } from './event-times';

/** Behind the item at the cursor, else behind the last one. `undefined` where an item has its time elsewhere than at its start. */
export function listItems(doc: Postmortem, timeline: Timeline, offset: number, events: readonly TranscriptEvent[], zone: ZoneOfTimes): SpanEdit | undefined {
	const { text, lines } = doc;
	const item = timeline.entries.findLast(({ rowSpan }) => rowSpan.start <= offset) ?? timeline.entries.at(-1)!;
	const first = item.textSpans[0];
	const lead = text.slice(item.rowSpan.start, item.written.span.start);
	const gap = first ? text.slice(item.written.span.end, first.start) : '';
	const marker = /^((?:[-+*]|\d{1,9}[.)])\s+)[*_`~[(]*$/.exec(lead)?.[1];
	if (marker === undefined || gap === '' || /[\p{L}\p{N}\r\n]/u.test(gap)) return undefined;
	const indent = ' '.repeat(item.rowSpan.start - lines.line(lines.lineAt(item.rowSpan.start)).start);
	const times = eventTimes(doc, { written: item.written.text, date: item.at?.date, zone: timeline.zone }, zone);
	const items = events.map((event) => {
		const time = times(event);
		const isTold = time.zone === undefined || time.zone === timeline.zone?.written.text || item.written.text.includes(time.zone);
		const said = [event.who, eventText(event)].filter((part) => part !== undefined && part !== '').join(': ');
		return time.time === '' ? `${indent}${marker}${said}` : `${indent}${lead}${isTold ? time.time : withZone(time)}${gap}${said}`;
	});
	const { end } = lines.line(lines.lineAt(item.rowSpan.end));
	return { span: { start: end, end }, newText: items.map((line) => lines.ending + line).join('') };
}
