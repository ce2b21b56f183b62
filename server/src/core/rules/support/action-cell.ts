/** The cell, or the end of the text, where an action item keeps its owner or due date. */
import { padded } from '../../markdown/display-width';
import type { ActionItem, ActionList, ColumnRole, Postmortem } from '../../postmortem/model';
import type { SpanEdit } from '../../text/edit';
import type { TextSpan } from '../../text/span';
import type { Piece } from '../rule';
import { firstLine, withoutBlankEnd } from './place';

export interface ItemOfList {
	readonly list: ActionList;
	readonly item: ActionItem;
}

/** The items of each list that are still to be done and lack something. */
export function openItems(doc: Postmortem, key: readonly unknown[], lacks: (item: ActionItem) => boolean): readonly Piece<ItemOfList>[] {
	return doc.actionLists.map((list) => ({ part: list.part, key, check: () => list.items.filter((item) => !item.done && lacks(item)).map((item) => ({ list, item })) }));
}

/** The cell in the column of that role; `undefined` outside tables, without such a column and where the row is short. */
export function cellOf({ list, item }: ItemOfList, role: ColumnRole): TextSpan | undefined {
	if (!list.table) return undefined;
	const column = list.table.columns.findIndex((each) => each.role === role);
	const row = list.table.block.rows.find(({ span }) => span.start <= item.rowSpan.start && item.rowSpan.start < span.end);
	return column < 0 ? undefined : row?.cells[column];
}

/** What to underline where something is missing: the cell with the space in it, else the item's first line. */
export function faultSpan(doc: Postmortem, at: ItemOfList, role: ColumnRole): TextSpan {
	const cell = cellOf(at, role);
	if (!cell) return firstLine(doc, at.item.textSpans[0] ?? at.item.rowSpan);
	if (cell.end > cell.start) return cell;
	let { start, end } = cell;
	while (doc.text[start - 1] === ' ') start--;
	while (doc.text[end] === ' ') end++;
	return { start, end };
}

/** Fills the cell in; where there is none, adds `(Name: value)` behind the text. */
export function stateIn(doc: Postmortem, at: ItemOfList, role: ColumnRole, name: string, value: string): SpanEdit | undefined {
	const cell = cellOf(at, role);
	if (cell) {
		if (cell.end > cell.start) return { span: cell, newText: value };
		// In place of the spaces that stand in the cell: one is left on each side, and the width where the value fits.
		const around = faultSpan(doc, at, role);
		return { span: around, newText: ` ${padded(value, around.end - around.start - 2)} ` };
	}
	const text = at.item.textSpans.at(-1);
	if (!text) return undefined;
	const { end } = withoutBlankEnd(doc.text, firstLine(doc, { start: text.start, end: Math.max(text.end, text.start) }));
	if (at.list.table || (at.list.shape !== 'list' && at.list.shape !== 'lines')) return undefined;
	const last = doc.lines.line(doc.lines.lineAt(end));
	const behind = withoutBlankEnd(doc.text, { start: end, end: last.end });
	return { span: { start: behind.end, end: behind.end }, newText: ` (${name}: ${value})` };
}
