/** The columns that a template asks for and a table lacks, added at its right edge. */
import { cellText, printTable, widenedTable } from '../markdown/table-print';
import type { ColumnRole, Postmortem, TableModel } from '../postmortem/model';
import type { TableColumnSpec } from '../template/template';
import type { SpanEdit } from '../text/edit';
import type { TextSpan } from '../text/span';
import { keepsAll } from './lossless';
import { replaceLines } from './place';

/** What a table says at all stands in it already, whatever the column is called. */
const MAIN: readonly ColumnRole[] = ['time', 'event', 'action'];
/** Columns that do each other's work. */
const ALIKE: Partial<Record<ColumnRole, readonly ColumnRole[]>> = { who: ['owner'], owner: ['who'], due: ['date'] };

export function missingColumns(table: TableModel, asked: readonly TableColumnSpec[]): readonly TableColumnSpec[] {
	return asked.filter(({ role, title }) => !MAIN.includes(role) && !table.columns.some((column) => (role === 'other' ? column.title.text.toLowerCase() === title.toLowerCase() : column.role === role || ALIKE[role]?.includes(column.role))));
}

/** `valueOf` says what a row has in a new column: Markdown, empty where nothing is known. Cells stay as written. */
export function addColumnEdits(doc: Postmortem, { block }: TableModel, columns: readonly TableColumnSpec[], valueOf: (row: TextSpan, column: TableColumnSpec) => string): SpanEdit[] {
	if (columns.length === 0) return [];
	const textOf = ({ start, end }: TextSpan) => doc.text.slice(start, end);
	const width = block.header.cells.length;
	const titles = columns.map(({ title }) => cellText(title));
	const added = block.rows.map(({ span }) => columns.map((column) => cellText(valueOf(span, column))));
	const rows = block.rows.map(({ cells }, row) => [...Array.from({ length: width }, (_, index) => (cells[index] ? textOf(cells[index]) : '')), ...added[row]!]);
	const lines = doc.tableWidths === 'stable' ? widenedTable(doc.text, block, titles, added) : printTable('aligned', [...block.header.cells.map(textOf), ...titles], rows, textOf(block.delimiter));
	const edit = lines && keepsAll(textOf(block.span), lines.join('\n')) ? replaceLines(doc, block.span, lines) : undefined;
	return edit ? [edit] : [];
}
