import type { TextSpan } from '../text/span';
import type { DateMention } from '../time/date';
import { dayNumber, formatDate, isRealDate, type CivilDate } from '../time/moment';
import page from './date-ambiguous.md';
import { defineRule } from './rule';
import type { TimeMention } from '../time/mention';
import { fromTimes, type Wanted } from './support/times-in';
import { monthName, quoted } from './support/wording';

interface Ambiguous {
	readonly written: string;
	/** Every place where this date is written so, in document order. */
	readonly places: readonly TextSpan[];
	readonly readings: readonly [CivilDate, CivilDate];
}

const AMBIGUOUS: Wanted = { name: 'ambiguous dates', mayHold: (line) => /(?<!\d)\d{1,2}[-/]\d{1,2}[-/]\d\d/.test(line) };
const PLAIN: Wanted = { name: 'plain days', mayHold: (line) => /\d/.test(line) };
/** How near a date that can be read one way alone makes a reading the likely one, in days. */
const NEAR = 14;

export const dateAmbiguous = defineRule<Ambiguous>({
	id: 'date-ambiguous',
	summary: 'A date can be read in one way only.',
	page,
	severity: 'warning',
	fixKind: 'unsafe',
	since: '0.1.0',

	*check({ doc }) {
		const datesOf = ({ date, until }: TimeMention) => [date, until?.date].filter((each) => each !== undefined);
		const dates = fromTimes(doc, AMBIGUOUS, (time) => datesOf(time).flatMap((date) => ambiguous(date) ?? []));
		if (dates.length === 0) return;
		const plain = new Set(fromTimes(doc, PLAIN, (time) => datesOf(time).filter((date) => !date.swapped).flatMap((date) => full(date) ?? []).map(dayNumber)));
		const found = new Map<string, Ambiguous & { places: TextSpan[] }>();
		for (const { span, readings } of dates) {
			if (isDecided(readings, plain)) continue;
			const written = doc.text.slice(span.start, span.end);
			const known = found.get(written);
			if (known) known.places.push(span);
			else found.set(written, { written, places: [span], readings });
		}
		yield* found.values();
	},
	describe: ({ written, places, readings }) => ({
		span: places[0]!,
		message: `Unexpected date ${quoted(written)} that can be read two ways, expected ${readings.map((date) => quoted(formatDate(date))).join(' or ')}`,
		related: places.slice(1, 6).map((span) => ({ span, message: 'It is written so here too' })),
	}),
	fixes: ({ places, readings }) => readings.map((date) => ({
		title: `Write ${quoted(formatDate(date))} (${monthName(date)} ${date.day})`,
		edits: places.map((span) => ({ span, newText: formatDate(date) })),
	})),
});

function full({ year, month, day }: DateMention): CivilDate | undefined {
	return year === undefined ? undefined : { year, month, day };
}

function ambiguous(date: DateMention): { span: TextSpan; readings: readonly [CivilDate, CivilDate] } | undefined {
	const first = full(date);
	const second = first && date.swapped && { ...first, ...date.swapped };
	return second && isRealDate(second) ? { span: date.span, readings: [first, second] } : undefined;
}

/** Whether a date of the document that is plain lies near one reading and not near the other. @param plain as day numbers. */
function isDecided(readings: readonly CivilDate[], plain: ReadonlySet<number>): boolean {
	const near = readings.map(dayNumber).filter((day) => Array.from({ length: 2 * NEAR + 1 }, (_, index) => day + index - NEAR).some((each) => plain.has(each)));
	return near.length === 1;
}
