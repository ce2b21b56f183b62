/** Phases of an incident: the moment each was reached, from fields, columns and the words of rows. */
import { CAME_TO_NOTHING, COLUMN_VALUES, NAMES, NOT_SO, WORDS } from './phase-words';
import { lowerCased } from '../text/lower';
import type { Phase, PhaseReading, Phases, Timeline, TimelineEntry } from './model';
import { firstRow, lastRow } from './timeline-facts';

/** In the order in which an incident reaches them. */
export const PHASES: readonly Phase[] = ['started', 'detected', 'acknowledged', 'mitigated', 'resolved'];

/** How a row tells its phase: in a phase column, by a text that is nothing but the phase's name, or within a sentence. */
export type PhaseBy = 'column' | 'name' | 'words';

export interface PhaseTold {
	readonly phase: Phase;
	readonly by: PhaseBy;
}

/** Longest text that is looked at as a name, in UTF-16 units. */
const LONGEST_NAME = 70;

/** The phase that a row's phase cell names, or that its words tell. `written` is without markup and without the row's time. */
export function phaseOf(cell: string | undefined, written: string): PhaseTold | undefined {
	if (cell) {
		const value = lowerCased(cell);
		for (const [phase, pattern] of COLUMN_VALUES) if (pattern.test(value)) return { phase, by: 'column' };
	}
	const text = lowerCased(written);
	const name = text.length <= LONGEST_NAME ? text.replace(/^[\s:–—|-]+/u, '').replace(/[:.!–—|-]?\s?(?:\s(?:at|on))?[:.]?\s?$/u, '') : undefined;
	if (name !== undefined) for (const [phase, pattern] of NAMES) if (pattern.test(name)) return { phase, by: 'name' };
	for (const [phase, pattern] of WORDS) {
		const found = pattern.exec(text);
		if (found && !NOT_SO.test(text.slice(Math.max(0, found.index - 60), found.index)) && !isUndone(text, found)) return { phase, by: 'words' };
	}
	return undefined;
}

/** `Incident not yet resolved`: the denial stands between the words; `Rollback complete failed`: behind them. */
function isUndone(text: string, found: RegExpExecArray): boolean {
	return /(?<!\p{L})(?:not|never|yet to be|will be|to be|isn[’']t|wasn[’']t|partially|nearly|almost)(?!\p{L})/u.test(found[0]) || CAME_TO_NOTHING.test(text.slice(found.index + found[0].length, found.index + found[0].length + 60));
}

/** Each phase from the field that states it, else from the first row that names it, else from the first that tells it (the last one for resolved). */
export function readPhases(stated: readonly { readonly phase: Phase; readonly reading: PhaseReading }[], timelines: readonly Timeline[]): Phases {
	const find = (phase: Phase): PhaseReading | undefined => {
		const found = stated.find((each) => each.phase === phase);
		if (found) return found.reading;
		const row = rowOf(phase, timelines);
		return row && readingOf(row);
	};
	return { started: find('started'), detected: find('detected'), acknowledged: find('acknowledged'), mitigated: find('mitigated'), resolved: find('resolved') };
}

/** The row that names a phase, else the one that tells it. */
export function rowOf(phase: Phase, timelines: readonly Timeline[]): TimelineEntry | undefined {
	const isLast = phase === 'resolved';
	const among = (rowsOf: 'named' | 'told') => (isLast ? lastRow : firstRow)(timelines, (facts) => facts[rowsOf].get(phase)?.[isLast ? 'last' : 'first']);
	return among('named') ?? among('told');
}

/** What a row says about its moment. */
export function readingOf(row: TimelineEntry): PhaseReading {
	return { at: row.at!, span: row.written.span, from: 'row' };
}
