/** The moments that a document names for one phase in more than one place: a list of key events, fields, the timeline's own rows. */
import type { Phase, Postmortem, Section, Timeline } from '../../postmortem/model';
import { PHASES } from '../../postmortem/phases';
import { written, type Written } from '../../text/span';
import { epochMs, localMs, type Moment } from '../../time/moment';
import { factsOf } from '../../postmortem/timeline-facts';
import { strayRows } from './stray-dates';

export interface PhaseStatement {
	readonly written: Written;
	/** Milliseconds, on one scale for the whole document. */
	readonly values: readonly number[];
}

/** Each phase with what the list of key events, or a field, says first, then the timeline; none where there are several incidents. */
export function phaseStatements(doc: Postmortem): readonly (readonly [Phase, readonly PhaseStatement[]])[] {
	const ofSections = new Map<Section | undefined, Timeline[]>();
	for (const timeline of doc.timelines) ofSections.set(timeline.section, [...(ofSections.get(timeline.section) ?? []), timeline]);
	const bySection = [...ofSections.values()];
	const [lists = [], ...others] = bySection.filter(isKeyEvents);
	const logs = bySection.filter((timelines) => timelines !== lists).flat();
	if (others.length > 0 || logs.length === 0) return [];
	const stray = new Set(strayRows(doc).map(({ entry }) => entry));
	const named = (timelines: readonly Timeline[], phase: Phase): readonly Placed[] => timelines.flatMap((timeline) => (factsOf(timeline).named.has(phase) ? timeline.entries : [])).flatMap((entry): Placed[] => (entry.phase === phase && entry.phaseBy === 'name' && entry.at?.date && !entry.dateOnly && !entry.approximate && !stray.has(entry) ? [{ at: entry.at, written: entry.written }] : []));
	return PHASES.flatMap((phase): (readonly [Phase, readonly PhaseStatement[]])[] => {
		const first = named(lists, phase)[0] ?? inField(doc, phase);
		const rows = named(logs, phase);
		const row = phase === 'resolved' ? rows.at(-1) : rows[0];
		if (!first || !row || rows.some((each) => each.at.offset !== first.at.offset)) return [];
		const ms = ({ at }: Placed) => epochMs(at) ?? localMs(at)!;
		// Any row that agrees will do: an incident may be declared, or come back, more than once.
		if (rows.some((each) => Math.abs(ms(each) - ms(first)) <= 60_000)) return [];
		return [[phase, [first, row].map((each) => ({ written: each.written, values: [ms(each)] }))]];
	});
}

interface Placed {
	readonly at: Moment;
	readonly written: Written;
}

/** The only field of its name that states the moment, with a date. */
function inField(doc: Postmortem, phase: Phase): Placed | undefined {
	const reading = doc.phases[phase];
	const fields = doc.fields.filter(({ name }) => name === phase);
	return reading?.from === 'field' && reading.at.date && fields.length === 1 ? { at: reading.at, written: written(doc.text, reading.span) } : undefined;
}

/** Two rows or more, each of which says nothing but a phase. */
function isKeyEvents(timelines: readonly Timeline[]): boolean {
	const told = timelines.map((timeline) => timeline.part.fact('key events', [], () => {
		const timed = timeline.entries.filter(({ at }) => at);
		return { count: timed.length, areAll: timed.every(({ phaseBy }) => phaseBy === 'name') };
	}));
	return told.reduce((sum, { count }) => sum + count, 0) >= 2 && told.every(({ areAll }) => areAll);
}
