/** Times of the timeline as values of the fields that state a phase: `Detected:`, `Resolved at:`. */
import { areComparable, startOf } from '../../postmortem/computed-durations';
import type { Phase, Postmortem, TimelineEntry } from '../../postmortem/model';
import { PHASES } from '../../postmortem/phases';
import { signedElapsed } from '../../time/elapsed';
import { formatClock, formatDate, minutesBetween, type Moment } from '../../time/moment';
import { offsetName } from '../../time/zone-target';
import { escapeMarkdown } from '../escapeMarkdown';
import { shortened } from '../shortened';
import type { CompletionSource, Offer } from './completion';
import { fieldAt, statesFields } from './field-place';
import { timeLike } from './time-style';

const LONGEST_LIST = 50;
/** In characters; more does not fit beside a date, a time and a zone. */
const LONGEST_TEXT = 20;

/** The rows that tell the phase first. */
export const phaseTimes: CompletionSource = (cursor) => {
	const { doc } = cursor;
	const place = fieldAt(cursor);
	const phase = PHASES.find((each) => each === place?.name);
	if (!place || !phase || !statesFields(cursor)) return [];
	const rows = doc.timelines.flatMap(({ entries }) => entries).filter(isTimed);
	const told = [...rows.filter((row) => row.phase === phase), ...rows.filter((row) => row.phase !== phase)].slice(0, LONGEST_LIST);
	const offers = told.map((row): Offer => {
		const written = valueFor(doc, phase, row);
		return { kind: 'time', label: written, detail: aboutRow(doc, row), documentation: escapeMarkdown(shortened(row.text, 500)), snippet: undefined, filterText: `${written} ${row.text}`, ...place.put(written) };
	});
	return [...new Map(offers.map((offer) => [offer.label, offer] as const).reverse()).values()].reverse();
};

type TimedEntry = TimelineEntry & { readonly at: Moment };

function isTimed(entry: TimelineEntry): entry is TimedEntry {
	return entry.at !== undefined && !entry.dateOnly && entry.time?.clock !== undefined;
}

/** In the form of another such field that is in the same zone, else day, time and zone. */
function valueFor(doc: Postmortem, phase: Phase, { at, inZone }: TimedEntry): string {
	for (const other of PHASES) {
		const reading = doc.phases[other];
		if (other === phase || reading?.from !== 'field' || reading.at.offset !== at.offset) continue;
		const like = timeLike(doc.text.slice(reading.span.start, reading.span.end), at.clock, at.date);
		if (like !== undefined) return like;
	}
	const zone = inZone?.text ?? (at.offset === undefined ? undefined : offsetName(at.offset));
	return [at.date && formatDate(at.date), formatClock(at.clock), zone].filter((part) => part !== undefined).join(' ');
}

function aboutRow({ phases, timelines }: Postmortem, { at, phase, text }: TimedEntry): string {
	const start = startOf(phases, timelines)?.at;
	const since = start && areComparable(start, at) ? `T${signedElapsed(minutesBetween(start, at))}` : undefined;
	return [phase, since, phase ? '' : shortened(text, LONGEST_TEXT)].filter((part) => part !== undefined && part !== '').join(', ');
}
