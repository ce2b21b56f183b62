/** Phases that a document plainly names and whose times run against their order. */
import type { Field, Phase, PhaseReading, Postmortem, TimelineEntry } from '../../postmortem/model';
import { PHASES, rowOf } from '../../postmortem/phases';
import { epochMs, localMs, type Moment } from '../../time/moment';
import { oncePer } from '../../text/once';
import { strayRows } from './stray-dates';

export interface NamedPhase {
	readonly phase: Phase;
	/** What a message calls it. */
	readonly name: string;
	readonly reading: PhaseReading;
}

export interface OutOfOrder {
	readonly early: NamedPhase;
	readonly late: NamedPhase;
}

const MINUTE = 60_000;

/** Each late phase once, beside the first that it should not be before. */
export const phasesOutOfOrder = oncePer((doc: Postmortem): readonly OutOfOrder[] => {
	const named = namedPhases(doc);
	return named.flatMap((late, index): OutOfOrder[] => {
		const early = named.slice(0, index).find((each) => isBefore(late.reading.at, each.reading.at) && !(each.name === 'declared' && late.phase === 'mitigated'));
		return early ? [{ early, late }] : [];
	});
});

/** Phases that a field, a phase column or a row that is nothing but the phase's name tells; what a sentence tells is no ground for an error. */
function namedPhases(doc: Postmortem): readonly NamedPhase[] {
	const stray = new Set(strayRows(doc).map(({ entry }) => entry));
	return PHASES.flatMap((phase): NamedPhase[] => {
		const reading = doc.phases[phase];
		if (!reading) return [];
		if (reading.from === 'field') return [{ phase, name: phase === 'acknowledged' && isDeclared(fieldOf(doc, reading)?.label.text) ? 'declared' : phase, reading }];
		if (reading.from === 'prose') return [];
		const row = rowOf(phase, doc.timelines);
		return row && row.phaseBy !== 'words' && !stray.has(row) ? [{ phase, name: nameOf(row, phase), reading }] : [];
	});
}

/** An incident may be declared when it is repaired already. */
function nameOf({ text, phaseBy }: TimelineEntry, phase: Phase): string {
	return phase === 'acknowledged' && phaseBy === 'name' && isDeclared(text) ? 'declared' : phase;
}

function isDeclared(text: string | undefined): boolean {
	return text !== undefined && /declared/i.test(text);
}

function fieldOf(doc: Postmortem, { span }: PhaseReading): Field | undefined {
	return doc.fields.find(({ value }) => value.span.start <= span.start && span.end <= value.span.end);
}

/** Where both have a day and lie on one scale; to the minute. */
function isBefore(a: Moment, b: Moment): boolean {
	for (const scale of [epochMs, localMs]) {
		const [first, second] = [scale(a), scale(b)];
		if (first !== undefined && second !== undefined) return Math.floor(first / MINUTE) < Math.floor(second / MINUTE);
	}
	return false;
}
