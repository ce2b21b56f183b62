/** The facts of an incident: `Severity: SEV2` lines, lists and front matter as a table, and a table of facts as a list or front matter. */
import type { TableBlock } from '../markdown/blocks';
import { uncellText } from '../markdown/table-print';
import type { Postmortem } from '../postmortem/model';
import type { SpanEdit } from '../text/edit';
import { contains, touches, type TextSpan } from '../text/span';
import { frontMatterEdits, type FieldRows } from './fields-to-front-matter';
import { frontMatterTableEdits } from './front-matter-to-table';
import { hasGenericHeader, isRead, labelListEdits, labelRuns, labelTableEdits, tableBlocks, type LabelRun } from './label-rows';
import type { Rewrite, RewriteOffer } from './rewrite';

/** So many known names make a list of labels a list of facts. */
const LEAST_FIELDS = 2;

export const fieldsToTable: Rewrite = {
	kind: 'fieldsToTable',
	offers(doc, selection) {
		const runs = fieldRuns(doc).filter(({ span }) => touches(span, selection));
		const tables = fieldTables(doc).filter(({ span }) => touches(span, selection));
		return [
			...offersOf('Convert front matter to table', doc.frontMatter && touches(doc.frontMatter.span, selection) ? [frontMatterTableEdits(doc)] : []),
			...offersOf('Convert fields to table', runs.map(({ rows, span }) => labelTableEdits(doc, span, ['Field', 'Value'], rows.map(({ label, value }) => [label, value])))),
			...offersOf('Convert fields to list', tables.map((block) => labelListEdits(doc, block))),
			...offersOf('Move fields to front matter', [...runs.filter(isOfFields).map((run) => ({ ...run, together: false })), ...tables.filter(({ span }) => !isRead(doc, span)).map((block) => tableRows(doc, block))].map((rows) => frontMatterEdits(doc, rows))),
		];
	},
};

function offersOf(title: string, choices: readonly SpanEdit[][]): RewriteOffer[] {
	return choices.filter((edits) => edits.length > 0).map((edits) => ({ title, kind: 'fieldsToTable', edits }));
}

function fieldRuns(doc: Postmortem): LabelRun[] {
	return labelRuns(doc).filter(({ rows, span }) => rows.filter(({ isField }) => isField).length >= LEAST_FIELDS && !isRead(doc, span) && doc.fields.some(({ rowSpan }) => touches(rowSpan, span)));
}

/** A plain label without a value heads what comes below it. */
function isOfFields({ rows }: LabelRun): boolean {
	return rows.every(({ label, value }) => value !== '' || /^[*_]/.test(label));
}

function fieldTables(doc: Postmortem): TableBlock[] {
	return tableBlocks(doc.blocks).filter(({ span }) => doc.fields.some(({ form, label }) => form === 'table' && contains(span, label.span)));
}

function tableRows(doc: Postmortem, block: TableBlock): FieldRows {
	const isGeneric = hasGenericHeader(doc, block);
	const rows = [...(isGeneric ? [] : [block.header]), ...block.rows].filter(({ cells }) => cells.length > 0);
	const cell = (at: TextSpan | undefined) => (at ? uncellText(doc.text.slice(at.start, at.end)).trim() : '');
	return { span: block.span, together: !isGeneric, rows: rows.map(({ cells, span }) => ({ label: cell(cells[0]), value: cell(cells[1]), span })) };
}
