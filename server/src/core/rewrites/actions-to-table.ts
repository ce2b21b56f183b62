/** Action items of any shape as a table with the template's columns. */
import { cellText, printTable } from '../markdown/table-print';
import type { ActionItem, ActionList, ColumnRole, Postmortem } from '../postmortem/model';
import type { TableColumnSpec, ValueSpec } from '../template/template';
import type { SpanEdit } from '../text/edit';
import { contains, touches, type TextSpan, type Written } from '../text/span';
import { dedented, joinLines, piecesOf, type Line, type Unplaced } from './content';
import { keepsAll, wordsOf } from './lossless';
import { replaceLines } from './place';
import type { Rewrite } from './rewrite';
import { rowsApart } from './rows';
import { addColumnEdits, missingColumns } from './table-columns';

const DEFAULT_COLUMNS: readonly TableColumnSpec[] = [{ title: 'Action', role: 'action' }];
/** The column that is added where items have such a value and the template asks for none. */
const ADDED_COLUMNS: readonly TableColumnSpec[] = [
	{ title: 'Owner', role: 'owner' },
	{ title: 'Due date', role: 'due' },
	{ title: 'Status', role: 'status' },
	{ title: 'Priority', role: 'priority' },
];
const BULLET = /^[•·▪◦‣●○■□]\s*/;

export const actionsToTable: Rewrite = {
	kind: 'actionsToTable',
	offers: (doc, selection) => doc.actionLists
		.filter((list) => readTogether(doc, list)[0] === list && (readTogether(doc, list).some(({ span }) => touches(span, selection)) || touches(list.section.heading, selection)))
		.flatMap((list) => {
			const edits = actionsTableEdits(doc, list);
			return edits.length ? [{ title: list.table ? 'Add the missing columns to the action table' : 'Convert action items to table', kind: 'actionsToTable' as const, edits }] : [];
		}),
};

/**
 * One table for each run of items; what stands between two of them stays there. A table gets the columns that it lacks,
 * its priority from the heading above. Empty where nothing is to be done, where something would be lost, and for a paragraph that changes together with one above it.
 */
export function actionsTableEdits(doc: Postmortem, list: ActionList): SpanEdit[] {
	if (list.table) return addColumnEdits(doc, list.table, missingColumns(list.table, doc.template.template.actions.columns), (row, { role }) => {
		const item = list.items.find(({ rowSpan }) => rowSpan.start === row.start);
		return item ? valueOf(doc, item, role) : '';
	});
	const together = readTogether(doc, list);
	if (together[0] !== list) return [];
	const items = together.flatMap((each) => each.items);
	const edits: SpanEdit[] = [];
	for (const run of rowsApart(doc, items)) {
		const edit = tableFor(doc, run);
		if (!edit) return [];
		edits.push(edit);
	}
	return edits;
}

/** Paragraphs are read as actions only where their section has no list or table: those of one section change together. */
function readTogether(doc: Postmortem, list: ActionList): readonly ActionList[] {
	const isText = ({ section, shape }: ActionList) => section === list.section && (shape === 'prose' || shape === 'lines');
	return isText(list) ? doc.actionLists.filter(isText) : [list];
}

function tableFor(doc: Postmortem, items: readonly ActionItem[]): SpanEdit | undefined {
	const columns = columnsFor(doc, items);
	const titles = columns.map(({ title }) => title);
	const run = { start: items[0]!.rowSpan.start, end: items.at(-1)!.rowSpan.end };
	const rows = items.map((item) => {
		const parts = { cut: cellsOf(doc, item, columns, true), whole: cellsOf(doc, item, columns, false) };
		const source = doc.text.slice(item.rowSpan.start, item.rowSpan.end);
		return keepsAll(source, [...parts.cut, ...belowText(doc, item)].join('\n'), titles) ? parts.cut : parts.whole;
	});
	const below = items.map((item) => unplaced(doc, item)).filter((blocks) => blocks.length > 0);
	const lines = printTable(titles.map(cellText), rows);
	for (const [index, blocks] of below.entries()) lines.push('', ...(below.length > 1 ? [`(${index + 1})`, ''] : []), ...dedented(doc, blocks));
	if (!keepsAll(doc.text.slice(run.start, run.end), lines.join('\n'), titles)) return undefined;
	return replaceLines(doc, run, lines);

	function cellsOf(at: Postmortem, item: ActionItem, wanted: readonly TableColumnSpec[], cut: boolean): string[] {
		const withBlocks = items.filter((each) => unplaced(at, each).length > 0);
		const reference = !withBlocks.includes(item) ? '' : withBlocks.length > 1 ? ` (see below, ${withBlocks.indexOf(item) + 1})` : ' (see below)';
		return wanted.map(({ role }) => cellText(role === 'action' ? actionText(at, item, cut) + reference : valueOf(at, item, role)));
	}
}

function columnsFor(doc: Postmortem, items: readonly ActionItem[]): readonly TableColumnSpec[] {
	const asked = doc.template.template.actions.columns;
	const columns = asked.some(({ role }) => role === 'action') ? asked : [...DEFAULT_COLUMNS, ...asked];
	const added = ADDED_COLUMNS.filter(({ role }) => !columns.some((column) => column.role === role) && items.some((item) => ownValue(doc, item, role) !== ''));
	return [...columns, ...added];
}

function unplaced(doc: Postmortem, item: ActionItem): Unplaced[] {
	return piecesOf(doc, item.rowSpan).filter((piece) => piece.kind === 'block');
}

function belowText(doc: Postmortem, item: ActionItem): string[] {
	return unplaced(doc, item).map(({ span }) => doc.text.slice(span.start, span.end));
}

/** The item's text: what the reader left of each line, or with `cut` off the lines as they stand. */
function actionText(doc: Postmortem, item: ActionItem, cut: boolean): string {
	const lines = piecesOf(doc, item.rowSpan).filter((piece): piece is Line => piece.kind === 'line');
	return joinLines(lines.map(({ span, prefix, wrapped }) => {
		const whole = doc.text.slice(span.start, span.end).replace(BULLET, '');
		return { text: prefix + (cut ? (keptText(doc, item, span) ?? whole) : whole), wrapped };
	}));
}

/** The reader's part of a line, or `undefined` where that would part emphasis marks or leave out what has no column. */
function keptText(doc: Postmortem, item: ActionItem, line: TextSpan): string | undefined {
	const parts = item.textSpans
		.map(({ start, end }) => ({ start: Math.max(start, line.start), end: Math.min(end, line.end) }))
		.filter(({ start, end }) => start < end)
		.map(({ start, end }) => doc.text.slice(start, end));
	const values = [...item.owners, item.due?.written, item.status, item.priority].some((value) => value && contains(line, value.span));
	if (!values) return undefined;
	const kept = parts.join(' ').replace(/ {2,}/g, ' ').trim();
	return kept.split('**').length % 2 === 1 && kept.split('`').length % 2 === 1 ? kept : undefined;
}

function valueOf(doc: Postmortem, item: ActionItem, role: ColumnRole): string {
	return role === 'priority' ? (item.priority?.text ?? '') : ownValue(doc, item, role);
}

/** The value that stands in the item itself. */
function ownValue(doc: Postmortem, item: ActionItem, role: ColumnRole): string {
	const within = (value: Written | undefined) => (value && contains(item.rowSpan, value.span) ? value.text : '');
	switch (role) {
		case 'owner': return item.owners.map(({ text }) => text).join(', ');
		case 'due': return item.due?.written.text ?? '';
		case 'priority': return within(item.priority);
		case 'status': return within(item.status) && wordsOf(item.status!.text).length > 0 && !/^\[?x\]?$/i.test(item.status!.text) ? item.status!.text : boxStatus(doc, item) || within(item.status);
		case 'ticket': return item.links.filter(({ span }) => !item.textSpans.some((text) => contains(text, span))).map(({ text }) => text).join(', ');
		default: return '';
	}
}

/** What a task list box says, in the template's words. */
function boxStatus(doc: Postmortem, item: ActionItem): string {
	const box = /^\s*(?:[-*+•]|\d{1,9}[.)])\s+\[([ x])\]/i.exec(doc.text.slice(item.rowSpan.start, item.rowSpan.end).slice(0, 40))?.[1];
	if (box === undefined) return '';
	const { statuses } = doc.template.template.actions;
	return box === ' ' ? named(statuses, /^(?:open|to ?do|not started|planned)$/i, 'Open') : named(statuses, /^(?:done|completed?|closed|fixed)$/i, 'Done');
}

function named(values: readonly ValueSpec[], wanted: RegExp, fallback: string): string {
	return values.find(({ value, aliases }) => wanted.test(value) || aliases.some((alias) => wanted.test(alias)))?.value ?? fallback;
}
