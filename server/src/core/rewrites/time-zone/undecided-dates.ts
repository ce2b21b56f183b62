/** Dates such as `12/2/2024` that only the zone of the document told how to read. */
import type { Postmortem, Timeline } from '../../postmortem/model';
import type { SpanEdit } from '../../text/edit';
import { formatDate } from '../../time/moment';
import { meaningOfZone } from '../../time/zones';

/** Where the document will state a zone of another region, they are written so that they cannot be read otherwise. */
export function decidedDates(doc: Postmortem, timelines: readonly Timeline[], zone: string, edits: readonly SpanEdit[]): SpanEdit[] {
	const stated = doc.zone?.written;
	const isReplaced = stated && edits.some(({ span }) => span.start < stated.span.end && stated.span.start < span.end);
	if (!isReplaced || meaningOfZone(stated.text)?.region === meaningOfZone(zone)?.region) return [];
	const dates = timelines.flatMap(({ entries }) => entries.flatMap(({ time, dateCell, at }) => [time?.date, dateCell].flatMap((date) => (date?.swapped && at?.date ? [{ span: date.span, date: at.date }] : []))));
	if (doc.date?.alternative && doc.date.written.text !== '') dates.unshift({ span: doc.date.written.span, date: doc.date.date });
	const free = dates.filter(({ span }, index) => dates.findIndex((other) => other.span.start === span.start) === index && !edits.some((edit) => edit.span.start < span.end && span.start < edit.span.end));
	return free.map(({ span, date }) => ({ span, newText: formatDate(date) }));
}
