/** Phases of an incident: the moment each was reached, from fields, columns and the words of rows. */
import type { Phase, PhaseReading, Phases, Timeline } from './model';

const PHASE_NAMES: readonly (readonly [Phase, RegExp])[] = [
	['resolved', /^(?:resolved|resolution|recovered|recovery|restored|closed|end(?:ed)?|fixed)\b/i],
	['mitigated', /^(?:mitigat|contain|stabili[sz])/i],
	['acknowledged', /^(?:ack|acknowledged?|responded|response)\b/i],
	['detected', /^(?:detect|discover|identif|alert|report(?:ed)?\b|awareness)/i],
	['started', /^(?:start|begin|began|onset|trigger|impact start|cause)/i],
];

const PHASE_WORDS: readonly (readonly [Phase, RegExp])[] = [
	['resolved', /\b(?:incident|issue|outage|problem)[\s*](?:[^.]{0,40}[\s*])?(?:resolved|closed|over|declared resolved)\b|\b(?:declared|marked)(?: as)? resolved\b|\b(?:fully|completely) (?:restored|recovered|resolved|operational)\b|\bservices? (?:is |are |was |were )?(?:fully )?(?:restored|recovered)\b|\bfunctionality restored\b|^\W*(?:resolved|resolution|outage ends?|incident ends?|all clear)\b|\bback to normal\b/i],
	['mitigated', /\broll(?:ed)?[ -]?back (?:is )?(?:complete|finished|done)\b|\bmitigat(?:ed|ion (?:complete|in place|applied|deployed))\b|^\W*(?:mitigated|mitigation)\b|\bworkaround (?:applied|in place|deployed)\b/i],
	['acknowledged', /\back(?:nowledge[sd]?)?\s(?:[^.]{0,30}\s)?(?:alert|page|incident)\b|\b(?:alert|page|incident) acknowledged\b|\backnowledges? (?:the )?(?:alert|page)\b|^\W*ack(?:nowledged)?\b/i],
	['detected', /\b(?:alert|alarm|monitor|pager?)s?\s(?:[^.]{0,25}\s)?(?:fires?|fired|firing|triggers?|triggered|went off|goes off|paged)\b|\b(?:issue|incident|outage|problem|failure)s? (?:is |was |were )?(?:first )?(?:detected|discovered|noticed)\b|^\W*(?:first )?(?:detected|detection|discovery|discovered)\b|\bpage[sd] on-?call\b|\b(?:notices|noticed)\b/i],
	['started', /^\W*(?:incident|outage|impact|issue|problem)s? (?:starts?|started|begins?|began)\b|\boutage begins\b|\b(?:first|initial) (?:errors?|failures?)\b|\berror rates? (?:starts?|begins?|started|began) (?:to )?(?:increas|ris|climb)/i],
];

/** The phase that a row's phase cell names, or that its words tell. */
export function phaseOf(cell: string | undefined, text: string): Phase | undefined {
	if (cell) for (const [phase, pattern] of PHASE_NAMES) if (pattern.test(cell)) return phase;
	for (const [phase, pattern] of PHASE_WORDS) if (pattern.test(text)) return phase;
	return undefined;
}

/** Each phase from the field that states it, else from the first row that tells it (the last one for resolved). */
export function readPhases(stated: readonly { readonly phase: Phase; readonly reading: PhaseReading }[], timelines: readonly Timeline[]): Phases {
	const rows = timelines.flatMap((timeline) => timeline.entries).filter((entry) => entry.at && !entry.dateOnly);
	const find = (phase: Phase): PhaseReading | undefined => {
		const found = stated.find((each) => each.phase === phase);
		if (found) return found.reading;
		const told = rows.filter((row) => row.phase === phase);
		const row = phase === 'resolved' ? told.at(-1) : told[0];
		return row && { at: row.at!, span: row.written.span, from: 'row' };
	};
	return { started: find('started'), detected: find('detected'), acknowledged: find('acknowledged'), mitigated: find('mitigated'), resolved: find('resolved') };
}
