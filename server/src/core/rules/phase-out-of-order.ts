import type { Postmortem } from '../postmortem/model';
import page from './phase-out-of-order.md';
import { defineRule } from './rule';
import { phasesOutOfOrder, type NamedPhase, type OutOfOrder } from './support/phase-order';
import { firstLine } from './support/place';
import { quoted } from './support/wording';

export const phaseOutOfOrder = defineRule<OutOfOrder>({
	id: 'phase-out-of-order',
	summary: 'An incident starts, is detected, acknowledged, mitigated and resolved in this order.',
	page,
	severity: 'error',
	fixKind: 'none',
	since: '0.1.0',

	check: ({ doc }) => phasesOutOfOrder(doc),
	describe: ({ early, late }, { doc }) => ({
		span: firstLine(doc, late.reading.span),
		message: `Unexpected time ${quoted(textOf(doc, late))} of \`${late.name}\` before ${quoted(textOf(doc, early))} of \`${early.name}\`, expected \`${early.name}\` first`,
		related: [{ span: firstLine(doc, early.reading.span), message: `The time of \`${early.name}\` is here` }],
	}),
});

function textOf(doc: Postmortem, { reading }: NamedPhase): string {
	return doc.text.slice(reading.span.start, reading.span.end);
}
