/** The facts of an incident: `Severity: SEV2` lines and lists as a table, and a table of facts as a list. */
import type { Postmortem } from '../postmortem/model';
import { contains, touches, type TextSpan } from '../text/span';
import { isRead, labelListEdits, labelRuns, labelTableEdits, tableBlocks } from './label-rows';
import type { Rewrite, RewriteOffer } from './rewrite';

/** So many known names make a list of labels a list of facts. */
const LEAST_FIELDS = 2;

export const fieldsToTable: Rewrite = {
	kind: 'fieldsToTable',
	offers: (doc, selection) => [...toTable(doc, selection), ...toList(doc, selection)],
};

function toTable(doc: Postmortem, selection: TextSpan): RewriteOffer[] {
	return labelRuns(doc)
		.filter(({ rows, span }) => touches(span, selection) && rows.filter(({ isField }) => isField).length >= LEAST_FIELDS && !isRead(doc, span) && doc.fields.some(({ rowSpan }) => touches(rowSpan, span)))
		.map(({ rows, span }) => ({ title: 'Convert fields to table', kind: 'fieldsToTable' as const, edits: labelTableEdits(doc, span, ['Field', 'Value'], rows.map(({ label, value }) => [label, value])) }))
		.filter(({ edits }) => edits.length > 0);
}

function toList(doc: Postmortem, selection: TextSpan): RewriteOffer[] {
	return tableBlocks(doc.blocks)
		.filter(({ span }) => touches(span, selection) && doc.fields.some(({ form, label }) => form === 'table' && contains(span, label.span)))
		.map((block) => ({ title: 'Convert fields to list', kind: 'fieldsToTable' as const, edits: labelListEdits(doc, block) }))
		.filter(({ edits }) => edits.length > 0);
}
