/** A table of a timeline or of action items as a list that reads the same. */
import type { Block } from '../markdown/blocks';
import { plainText } from '../markdown/inline';
import { uncellText } from '../markdown/table-print';
import type { ActionItem, ActionList, ColumnModel, ColumnRole, Postmortem, TableModel, Timeline, TimelineEntry } from '../postmortem/model';
import { headerZone } from '../postmortem/raw-rows';
import { leadingTime } from '../postmortem/row-time';
import type { SpanEdit } from '../text/edit';
import { contains, touches, type TextSpan } from '../text/span';
import { hasGenericHeader, isRead, labelListEdits, tableBlocks } from './label-rows';
import { listItem, plainStart } from './list-item';
import { keepsAll } from './lossless';
import { replaceLines } from './place';
import type { Rewrite } from './rewrite';

/** Columns whose titles say nothing that a list would not. */
const UNTITLED: readonly ColumnRole[] = ['time', 'date', 'event', 'action'];
/** Labels that the reader of action items takes an owner or a date from. */
const OWNER_LABEL = /(?:owner|assignee|assigned to|responsible|dri|who|担当者?|负责人|담당자?|responsable|responsável)$/i;
const DUE_LABEL = /(?:due|due date|due by|deadline|eta|until|before|期限|截止)$/i;

export const tableToList: Rewrite = {
	kind: 'tableToList',
	offers(doc, selection) {
		const timelines = doc.timelines.filter(({ table }) => table && touches(table.block.span, selection)).map((timeline) => timelineListEdits(doc, timeline));
		const actions = doc.actionLists.filter(({ table }) => table && touches(table.block.span, selection)).map((list) => actionListEdits(doc, list));
		const others = tableBlocks(doc.blocks).filter((block) => touches(block.span, selection) && hasGenericHeader(doc, block) && !isRead(doc, block.span) && !doc.fields.some(({ form, label }) => form === 'table' && contains(block.span, label.span))).map((block) => labelListEdits(doc, block));
		return [...timelines, ...actions, ...others].filter((edits) => edits.length > 0).map((edits) => ({ title: 'Convert table to list', kind: 'tableToList' as const, edits }));
	},
};

/** Empty where the timeline is no table, or where something would be lost. */
export function timelineListEdits(doc: Postmortem, { table, entries }: Timeline): SpanEdit[] {
	if (!table) return [];
	const time = Math.max(0, columnAt(table, entries.find(({ written }) => written.text !== '')?.written.span));
	const { role, title } = table.columns[time]!;
	if (!UNTITLED.includes(role) && hasWords(title.text)) return [];
	if (entries.some(({ written, dateOnly }) => dateOnly && !leadsRow(written.text))) return [];
	const event = table.columns.findIndex(({ role: of }, index) => of === 'event' && index !== time);
	const date = table.columns.findIndex(({ role }, index) => role === 'date' && index !== time);
	const text = event >= 0 ? event : widest(table, [time, date]);
	const zone = headerZone(doc.text, table.columns[time]!.title.span)?.text;
	const entryAt = new Map(entries.toReversed().map((entry) => [entry.rowSpan.start, entry]));
	return listEdits(doc, table, [time, date, text], (row, cells, mark) => {
		const entry = entryAt.get(row.start);
		const clock = withZone(cells[time] ?? '', entry, zone);
		const when = joined(cells[date] ?? '', clock);
		const event = cells[text] ?? '';
		const lead = when === '' ? '' : plainStart(event === '' ? when : when + separatorFor(when, event));
		return listItem(mark, lead, event, labelled(doc, table.columns, cells, [time, date, text]));
	});
}

/** A dash, but where what is behind it would be read as the end of a range, a colon. */
function separatorFor(time: string, event: string): string {
	const alone = leadingTime(time, { start: 0, end: time.length }, undefined)?.time.span;
	const line = `${time} – ${event}`;
	const read = leadingTime(line, { start: 0, end: line.length }, undefined)?.time.span;
	return /^\W*\d/.test(event) || read?.end !== alone?.end ? ':' : ' –';
}

/** Whether a day is read at the start of a line, too: `01/07` alone might be a version or a fraction. */
function leadsRow(day: string): boolean {
	const line = `${day} – x`;
	return leadingTime(line, { start: 0, end: line.length }, undefined) !== undefined;
}

/** Empty where the items are no table, or where something would be lost. */
export function actionListEdits(doc: Postmortem, { table, items }: ActionList): SpanEdit[] {
	if (!table) return [];
	const text = Math.max(0, columnAt(table, items[0]?.textSpans[0]));
	const statusAt = table.columns.findIndex(({ role }) => role === 'status');
	const isAnyDone = items.some(({ done }) => done);
	const itemAt = new Map(items.toReversed().map((item) => [item.rowSpan.start, item]));
	return listEdits(doc, table, [text], (row, cells, mark) => {
		const item = itemAt.get(row.start);
		const box = item && (isAnyDone || hasWords(cells[statusAt])) ? boxOf(item) : '';
		return listItem(mark, box, cells[text] ?? '', labelled(doc, table.columns, cells, [text]));
	});
}

function listEdits(doc: Postmortem, { block, columns }: TableModel, untitled: readonly number[], itemOf: (row: TextSpan, cells: readonly string[], mark: string) => string[]): SpanEdit[] {
	const mark = markBeside(doc, block);
	const lines = block.rows.flatMap((row) => {
		const cells = row.cells.slice(0, columns.length).map(({ start, end }) => uncellText(doc.text.slice(start, end)));
		return cells.some((cell) => cell !== '') ? itemOf(row.span, cells, mark) : [];
	});
	if (lines.length === 0) return [];
	const dropped = columns.filter(({ role }, index) => untitled.includes(index) || UNTITLED.includes(role) || block.rows.every(({ cells }) => !cells[index] || !hasWords(doc.text.slice(cells[index].start, cells[index].end)))).map(({ title }) => title.text);
	if (!keepsAll(doc.text.slice(block.span.start, block.span.end), lines.join('\n'), dropped)) return [];
	const edit = replaceLines(doc, block.span, lines);
	return edit ? [edit] : [];
}

/** Two lists one behind the other are two only where their marks differ. */
function markBeside(doc: Postmortem, block: Block): string {
	const index = doc.blocks.findIndex(({ span }) => span.start === block.span.start);
	const beside = index < 0 ? [] : [doc.blocks[index - 1], doc.blocks[index + 1]];
	return beside.some((other) => other?.kind === 'list' && doc.text[other.items[0]!.marker.start] === '-') ? '* ' : '- ';
}

function columnAt({ block }: TableModel, at: TextSpan | undefined): number {
	const row = at && block.rows.find(({ span }) => contains(span, at));
	return row && at ? row.cells.findIndex((cell) => contains(cell, at)) : -1;
}

function widest({ block, columns }: TableModel, but: readonly number[]): number {
	const widths = columns.map(({ role }, index) => (but.includes(index) || role === 'time' ? -1 : block.rows.reduce((sum, { cells }) => sum + (cells[index] ? cells[index].end - cells[index].start : 0), 0)));
	return widths.indexOf(Math.max(...widths));
}

/** The zone of the column goes to the times that name none, right behind the time. */
function withZone(cell: string, entry: TimelineEntry | undefined, zone: string | undefined): string {
	if (!hasWords(cell)) return '';
	if (zone === undefined || !entry?.at || entry.dateOnly || entry.time?.zone || plainText(cell).includes(zone)) return cell;
	const time = entry.written.text;
	const at = time === '' ? -1 : cell.indexOf(time);
	if (at < 0 || /T/i.test(time[0]!) || /^[+\-\p{L}\p{N}]/u.test(cell.slice(at + time.length))) return cell;
	return `${cell.slice(0, at + time.length)} ${zone}${cell.slice(at + time.length)}`;
}

function joined(date: string, time: string): string {
	const bold = /^\*\*.+\*\*$/;
	if (bold.test(date) && bold.test(time)) return `**${date.slice(2, -2)} ${time.slice(2, -2)}**`;
	return `${date} ${time}`.trim();
}

/** What stands in the other columns, each behind the title of its column: `(19:04 PT; Responder: Mara)`. */
function labelled(doc: Postmortem, columns: readonly ColumnModel[], cells: readonly string[], but: readonly number[]): string {
	const parts = columns.flatMap(({ title, role }, index) => {
		const cell = cells[index] ?? '';
		if (but.includes(index) || !hasWords(cell)) return [];
		const label = plainText(title.text);
		const zone = headerZone(doc.text, title.span)?.text;
		if (zone !== undefined && (role === 'time' || zone === label) && /\d$/.test(cell)) return [`${cell} ${zone}`];
		return [label === '' ? partsOf(cell, false).join(', ') : `${labelFor(label, role)}: ${partsOf(cell, role === 'owner').join(role === 'owner' ? ' & ' : ', ')}`];
	});
	return parts.length > 0 ? `(${parts.join('; ')})` : '';
}

function labelFor(title: string, role: ColumnRole): string {
	if (role === 'owner' && !OWNER_LABEL.test(title)) return `${title}, owner`;
	if (role === 'due' && !DUE_LABEL.test(title)) return `${title}, due`;
	return title;
}

/** The lines of a cell, at each comma too where it holds several values. */
function partsOf(cell: string, hasSeveral: boolean): string[] {
	return cell.split(hasSeveral ? /,|<br ?\/?>/i : /<br ?\/?>/i).map((part) => part.trim()).filter((part) => part !== '');
}

function boxOf({ done }: ActionItem): string {
	return done ? '[x]' : '[ ]';
}

function hasWords(cell: string | undefined): boolean {
	return cell !== undefined && /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(cell);
}
