/** What must hold for every rewrite of zones and dates on every document, as a list of breaches. */
import { plainText } from '../../server/src/core/markdown/inline';
import type { Postmortem, TimelineEntry } from '../../server/src/core/postmortem/model';
import { timeZone } from '../../server/src/core/rewrites/time-zone';
import type { RewriteOffer } from '../../server/src/core/rewrites/rewrite';
import { applyEdits, type SpanEdit } from '../../server/src/core/text/edit';
import { contains } from '../../server/src/core/text/span';
import { clockMs, epochMs, formatMoment, type Moment } from '../../server/src/core/time/moment';

export interface ZoneBreach {
	readonly law: 'edits apart' | 'only times change' | 'same moments' | 'twice is once' | 'line endings';
	readonly title: string;
	readonly detail: string;
	readonly after: string;
}

export interface ZoneOutcome {
	/** How many offers of each sort were applied. */
	readonly applied: Readonly<Record<string, number>>;
	readonly breaches: readonly ZoneBreach[];
}

/** Applies every offer at every timeline, each on its own. */
export function applyZoneRewrites(text: string, read: (text: string) => Postmortem): ZoneOutcome {
	const doc = read(text);
	const applied: Record<string, number> = {};
	const breaches: ZoneBreach[] = [];
	for (const [index, { span }] of doc.timelines.entries()) {
		for (const offer of timeZone.offers(doc, { start: span.start, end: span.start })) {
			const sort = offer.title.split(' ').slice(0, 2).join(' ');
			applied[sort] = (applied[sort] ?? 0) + 1;
			breaches.push(...breachesOf(doc, index, offer, read));
		}
	}
	return { applied, breaches };
}

function breachesOf(doc: Postmortem, index: number, offer: RewriteOffer, read: (text: string) => Postmortem): ZoneBreach[] {
	const breaches: ZoneBreach[] = [];
	let after = '';
	const breach = (law: ZoneBreach['law'], detail: string) => breaches.push({ law, title: offer.title, detail, after });
	try {
		after = applyEdits(doc.text, offer.edits);
	} catch (error) {
		breach('edits apart', String(error));
		return breaches;
	}
	const isColumn = /column/.test(offer.title);
	const undecided = doc.date?.alternative && doc.date.written.span;
	const strange = offer.edits.find((edit) => !isOfTime(doc, edit) && !(undecided && contains(undecided, edit.span)) && !(isColumn && edit.span.end - edit.span.start < 40));
	if (strange) breach('only times change', JSON.stringify([doc.text.slice(strange.span.start, strange.span.end), strange.newText]));
	const again = read(after);
	const [before, now] = [momentsOf(doc), momentsOf(again)];
	const differs = before.findIndex((row, at) => row !== now[at]);
	if (before.length !== now.length || differs >= 0) breach('same moments', `${before.length} → ${now.length}: ${before[differs] ?? ''} → ${now[differs < 0 ? before.length : differs] ?? ''}`);
	const { span } = again.timelines[index] ?? { span: { start: 0, end: 0 } };
	if (timeZone.offers(again, { start: span.start, end: span.start }).some(({ title }) => title === offer.title)) breach('twice is once', 'still offered');
	const endings = (source: string) => new Set(source.match(/\r\n|\r|\n/g));
	for (const ending of endings(after)) if (!endings(doc.text).has(ending)) breach('line endings', JSON.stringify(ending));
	return breaches;
}

/** Whether an edit stays within a time, a date, a zone or the offset beside one. */
function isOfTime(doc: Postmortem, { span }: SpanEdit): boolean {
	if (span.start === span.end) return true;
	const parts = doc.timelines.flatMap(({ zonesAbove, entries }) => [
		...zonesAbove.map((zone) => ({ start: zone.span.start - longNameBefore(doc.text, zone.span.start), end: zone.span.end + 12 })),
		...entries.flatMap(({ time, dateCell }) => [time, dateCell].flatMap((part) => (part ? [part.span] : []))),
	]);
	return parts.some((part) => contains(part, span));
}

/** The length of `Central European Time (`, with which an abbreviation is one name. */
function longNameBefore(text: string, at: number): number {
	return /(?:[A-Z][a-z]+ ){1,3}Time \($/.exec(text.slice(0, at))?.[0].length ?? 0;
}

/** Every row of every timeline and every phase that a field states, as moments in UTC. */
function momentsOf(doc: Postmortem): string[] {
	const rows = doc.timelines.flatMap(({ entries }) => entries.map((entry) => `${instant(entry, entry.at)}${entry.until ? `…${instant(entry, entry.until)}` : ''} ${bare(doc, entry)}`));
	const phases = Object.entries(doc.phases).flatMap(([phase, reading]) => (reading?.from === 'field' ? [`${phase} ${instant(undefined, reading.at)}`] : []));
	return [...rows, ...phases];
}

function instant(entry: TimelineEntry | undefined, at: Moment | undefined): string {
	if (!at || entry?.dateOnly) return 'no time';
	const ms = epochMs(at);
	if (ms !== undefined) return new Date(ms).toISOString();
	return at.offset === undefined ? formatMoment(at) : `${(((clockMs(at.clock) / 60_000 - at.offset) % 1440) + 1440) % 1440} min`;
}

/** The words of a row, its own time left out where it stands among them. */
function bare(doc: Postmortem, { text, time }: TimelineEntry): string {
	const own = time && doc.text.slice(time.span.start, time.span.end);
	const words = own ? text.replace(own, ' ') : text;
	return (plainText(words).match(/\p{L}{3,}/gu) ?? []).slice(0, 6).join(' ');
}
