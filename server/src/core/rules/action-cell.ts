/** Where an action item's owner or due date stands, or would stand. */
import type { ActionItem, ActionList, ColumnRole, Postmortem } from '../postmortem/model';
import type { SpanEdit } from '../text/edit';
import { contains, type TextSpan } from '../text/span';

/** The cell of the first column with one of the roles; `undefined` where the list is no table or has no such column. */
export function cellOf(list: ActionList, item: ActionItem, ...roles: ColumnRole[]): TextSpan | undefined {
	if (!list.table) return undefined;
	const column = list.table.columns.findIndex((each) => roles.includes(each.role));
	const row = list.table.block.rows.find((each) => contains(each.span, item.rowSpan));
	return column < 0 ? undefined : row?.cells[column];
}

/** The first line of the item's text: what a finding about something absent marks. */
export function itemSpan(item: ActionItem): TextSpan {
	return item.textSpans[0]!;
}

/** Sets the value in its cell, keeping the table's width where it fits, or appends ` (Owner: value)` to the item. */
export function setEdit(doc: Postmortem, list: ActionList, item: ActionItem, roles: readonly ColumnRole[], label: string, value: string): SpanEdit | undefined {
	const cell = cellOf(list, item, ...roles);
	if (cell) {
		if (cell.end > cell.start) return { span: cell, newText: value };
		const blank = /^ */.exec(doc.text.slice(cell.start, cell.start + 200))![0].length;
		const spare = Math.max(0, Math.min(value.length, blank - 1));
		const lead = doc.text[cell.start - 1] === ' ' ? '' : ' ';
		return { span: { start: cell.start, end: cell.start + spare }, newText: lead + value + (blank === 0 ? ' ' : '') };
	}
	if (list.table) return undefined;
	const first = item.textSpans[0]!;
	const stop = /\.?\s*$/.exec(doc.text.slice(first.start, first.end))!;
	const at = first.start + stop.index;
	return { span: { start: at, end: at }, newText: ` (${label}: ${value})` };
}
