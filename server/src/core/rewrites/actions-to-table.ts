/** Action items of any shape as a table with the template's columns. */
import { cellText, printTable } from '../markdown/table-print';
import { joinParts } from '../postmortem/actions/cut-tags';
import { NUMBER } from '../postmortem/actions/headings';
import type { ActionItem, ActionList, ColumnRole, Postmortem } from '../postmortem/model';
import type { TableColumnSpec, ValueSpec } from '../template/template';
import type { SpanEdit } from '../text/edit';
import { contains, touches, type TextSpan, type Written } from '../text/span';
import { formatDate } from '../time/moment';
import { actionColumns } from './action-columns';
import { takeTickets } from './action-tickets';
import { dedented, joinLines, piecesOf, type Line, type Unplaced } from './content';
import { keepsAll, wordsOf } from './lossless';
import { replaceLines } from './place';
import type { Rewrite } from './rewrite';
import { rowsApart } from './rows';
import { withTags } from './timeline-to-table';
import { addColumnEdits, missingColumns } from './table-columns';

const BULLET = /^[•·▪◦‣●○■□]\s*/;
const TAGS_OF_ROWS = /<\/?(?:li|ul|ol|p|div)(?:\s[^<>]*)?>/gi;

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
	const itemAt = new Map(list.items.toReversed().map((item) => [item.rowSpan.start, item]));
	if (list.table) return addColumnEdits(doc, list.table, missingColumns(list.table, doc.template.template.actions.columns), (row, { role }) => {
		const item = itemAt.get(row.start);
		return item ? valueOf(doc, item, role) : '';
	});
	const together = readTogether(doc, list);
	if (together[0] !== list) return [];
	const items = together.flatMap((each) => each.items);
	const edits: SpanEdit[] = [];
	for (const run of rowsApart(doc, items)) {
		const edit = list.shape === 'html' ? tableForHtml(doc, run) : tableFor(doc, run);
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
	const columns = actionColumns(doc, items, (item, role) => ownValue(doc, item, role));
	const titles = columns.map(({ title }) => title);
	const run = { start: items[0]!.rowSpan.start, end: items.at(-1)!.rowSpan.end };
	const withBlocks = items.filter((item) => unplaced(doc, item).length > 0);
	const numbers = new Map(withBlocks.map((item, index) => [item, index + 1]));
	const rows = items.map((item) => {
		const source = doc.text.slice(item.rowSpan.start, item.rowSpan.end);
		const reference = !numbers.has(item) ? '' : withBlocks.length > 1 ? ` (see below, ${numbers.get(item)})` : ' (see below)';
		const cut = cellsOf(doc, item, columns, actionText(doc, item, true), reference);
		return keepsAll(source, [...cut.map((cell) => `| ${cell}`), ...belowText(doc, item)].join('\n'), titles) ? cut : cellsOf(doc, item, columns, actionText(doc, item, false), reference);
	});
	const lines = printTable(doc.tableWidths, titles.map(cellText), rows);
	for (const [index, item] of withBlocks.entries()) lines.push('', ...(withBlocks.length > 1 ? [`(${index + 1})`, ''] : []), ...dedented(doc, unplaced(doc, item)));
	if (!keepsAll(doc.text.slice(run.start, run.end), lines.join('\n'), titles)) return undefined;
	return replaceLines(doc, run, lines);
}

/** The items of one HTML block or several; what else stands in the blocks stays above and below the table. */
function tableForHtml(doc: Postmortem, run: readonly ActionItem[]): SpanEdit | undefined {
	const first = run[0]!.rowSpan;
	const last = run.at(-1)!.rowSpan;
	const blocks = doc.blocks.filter((block) => block.kind === 'html' && block.span.end > first.start && block.span.start < last.end);
	if (blocks.length === 0) return undefined;
	const around = withTags(doc.text, { start: blocks[0]!.span.start, end: blocks.at(-1)!.span.end }, { start: first.start, end: last.end });
	const columns = actionColumns(doc, run, (item, role) => ownValue(doc, item, role));
	const titles = columns.map(({ title }) => title);
	const whole = (item: ActionItem) => doc.text.slice(item.rowSpan.start, item.rowSpan.end).replace(TAGS_OF_ROWS, ' ').replace(/(?:\s|&[en]msp;|&nbsp;|&thinsp;)+/g, ' ').trim();
	const rows = run.map((item) => {
		const cut = cellsOf(doc, item, columns, joinParts(doc.text, item.textSpans), '');
		return keepsAll(whole(item), cut.join('\n'), titles) ? cut : cellsOf(doc, item, columns, whole(item), '');
	});
	const lines = printTable(doc.tableWidths, titles.map(cellText), rows);
	return keepsAll(doc.text.slice(around.start, around.end).replace(TAGS_OF_ROWS, ' '), lines.join('\n'), titles) ? replaceLines(doc, around, lines) : undefined;
}

/** The row of an item whose text is `text`. Tickets beside the text go to their column where the table has one. */
function cellsOf(doc: Postmortem, item: ActionItem, columns: readonly TableColumnSpec[], text: string, reference: string): string[] {
	const taken = columns.some(({ role }) => role === 'ticket') ? takeTickets(text) : { text, tickets: [] };
	return columns.map(({ role }) => cellText(role === 'action' ? taken.text + reference : role === 'ticket' && taken.tickets.length > 0 ? taken.tickets.join(', ') : valueOf(doc, item, role)));
}

function unplaced(doc: Postmortem, item: ActionItem): Unplaced[] {
	return piecesOf(doc, item.rowSpan).filter((piece) => piece.kind === 'block');
}

function belowText(doc: Postmortem, item: ActionItem): string[] {
	return unplaced(doc, item).map(({ span }) => doc.text.slice(span.start, span.end));
}

/** The item's text: what the reader left of each line, or without `cut` the lines as they stand. */
function actionText(doc: Postmortem, item: ActionItem, cut: boolean): string {
	const lines = piecesOf(doc, item.rowSpan).filter((piece): piece is Line => piece.kind === 'line');
	return joinLines(lines.map(({ span, prefix, wrapped }) => {
		const whole = doc.text.slice(span.start, span.end).replace(BULLET, '');
		return { text: prefix + (cut ? (keptText(doc, item, span) ?? whole) : whole), wrapped };
	}));
}

/** The reader's part of a line, with the number of a heading before it; `undefined` where nothing was taken out of the line. */
function keptText(doc: Postmortem, item: ActionItem, line: TextSpan): string | undefined {
	const values = [...item.owners, item.due?.written, item.status, item.priority].some((value) => value && contains(line, value.span));
	if (!values) return undefined;
	const parts = item.textSpans.map(({ start, end }) => ({ start: Math.max(start, line.start), end: Math.min(end, line.end) })).filter(({ start, end }) => start < end);
	const number = NUMBER.exec(doc.text.slice(line.start, Math.min(line.end, line.start + 8)))?.[0] ?? '';
	return (parts[0] && parts[0].start >= line.start + number.length ? number : '') + joinParts(doc.text, parts);
}

function valueOf(doc: Postmortem, item: ActionItem, role: ColumnRole): string {
	return role === 'priority' ? (item.priority?.text ?? '') : ownValue(doc, item, role);
}

/** The value that stands in the item itself. */
function ownValue(doc: Postmortem, item: ActionItem, role: ColumnRole): string {
	const within = (value: Written | undefined) => (value && contains(item.rowSpan, value.span) ? withMarks(doc, item, value) : '');
	switch (role) {
		case 'owner': return item.owners.map((owner) => withMarks(doc, item, owner)).join(', ');
		case 'due': return dueText(doc, item);
		case 'priority': return within(item.priority);
		case 'status': return within(item.status) && wordsOf(item.status!.text).length > 0 ? within(item.status) : boxStatus(doc, item) || within(item.status);
		case 'ticket': return item.links.filter(({ text }) => /^(?:[\w./-]*#\d+|[A-Z][A-Z0-9]+-\d+)$/.test(text)).map(({ text }) => text).join(', ');
		default: return '';
	}
}

/** As written; the day itself where "by Friday" stays in the sentence. */
function dueText(doc: Postmortem, item: ActionItem): string {
	const { due } = item;
	if (!due) return '';
	const isInText = item.textSpans.some((text) => contains(text, due.written.span));
	return due.date && isInText && !/\d{1,4}[-/.月]\d|\d{4}/.test(due.written.text) ? formatDate(due.date) : withMarks(doc, item, due.written);
}

/** With the emphasis and code marks around it, where it leaves the text. */
function withMarks(doc: Postmortem, item: ActionItem, { text, span }: Written): string {
	if (item.textSpans.some((each) => contains(each, span))) return text;
	const mark = /(?:\*{1,3}|_{1,2}|`|~~)$/.exec(doc.text.slice(Math.max(item.rowSpan.start, span.start - 3), span.start))?.[0] ?? '';
	return mark !== '' && doc.text.startsWith(mark, span.end) ? mark + text + mark : text;
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
