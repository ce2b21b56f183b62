import type { Phase, PhaseReading, Postmortem, TimelineEntry } from '../postmortem/model';
import { epochMs, localMs, type Moment } from '../time/moment';
import page from './phase-out-of-order.md';
import { defineRule } from './rule';
import { firstLine } from './support/place';
import { quoted } from './support/wording';

interface Told {
	readonly phase: Phase;
	readonly reading: PhaseReading;
}

interface OutOfOrder {
	readonly late: Told;
	readonly early: Told;
}

const ORDER: readonly Phase[] = ['started', 'detected', 'acknowledged', 'mitigated', 'resolved'];
const MINUTE = 60_000;

export const phaseOutOfOrder = defineRule<OutOfOrder>({
	id: 'phase-out-of-order',
	summary: 'An incident starts, is detected, acknowledged, mitigated and resolved in this order.',
	page,
	severity: 'error',
	fixKind: 'none',
	since: '0.1.0',

	*check({ doc }) {
		const told = plainlyTold(doc);
		const reported = new Set<Phase>();
		for (const [index, early] of told.entries()) {
			for (const late of told.slice(index + 1)) {
				if (reported.has(late.phase) || !isBefore(late.reading.at, early.reading.at)) continue;
				reported.add(late.phase);
				yield { early, late };
			}
		}
	},
	describe: ({ early, late }, { doc }) => ({
		span: firstLine(doc, late.reading.span),
		message: `Unexpected time ${quoted(textOf(doc, late))} of \`${late.phase}\` before ${quoted(textOf(doc, early))} of \`${early.phase}\`, expected \`${early.phase}\` first`,
		related: [{ span: firstLine(doc, early.reading.span), message: `The time of \`${early.phase}\` is here` }],
	}),
});

/** Phases that a field or a phase column names; what is guessed from the words of a row is no ground for an error. */
function plainlyTold(doc: Postmortem): readonly Told[] {
	return ORDER.flatMap((phase): Told[] => {
		const reading = doc.phases[phase];
		if (!reading) return [];
		if (reading.from === 'field') return [{ phase, reading }];
		const row = inPhaseColumn(doc, phase);
		return row?.at ? [{ phase, reading: { at: row.at, span: row.written.span, from: 'row' } }] : [];
	});
}

function inPhaseColumn(doc: Postmortem, phase: Phase): TimelineEntry | undefined {
	for (const { table, entries } of doc.timelines) {
		const column = table?.columns.findIndex(({ role }) => role === 'phase') ?? -1;
		if (!table || column < 0) continue;
		const named = entries.filter((entry) => {
			const cell = table.block.rows.find(({ span }) => span.start === entry.rowSpan.start)?.cells[column];
			return entry.phase === phase && entry.at && !entry.dateOnly && cell !== undefined && cell.end > cell.start;
		});
		const found = phase === 'resolved' ? named.at(-1) : named[0];
		if (found) return found;
	}
	return undefined;
}

/** Where both have a day and lie on one scale; to the minute. */
function isBefore(a: Moment, b: Moment): boolean {
	for (const scale of [epochMs, localMs]) {
		const [first, second] = [scale(a), scale(b)];
		if (first !== undefined && second !== undefined) return Math.floor(first / MINUTE) < Math.floor(second / MINUTE);
	}
	return false;
}

function textOf(doc: Postmortem, { reading }: Told): string {
	return doc.text.slice(reading.span.start, reading.span.end);
}
