/** Action items of any shape to a table in the template's columns. The item's text stays whole; what it names is also set in its column. */
import { plainText } from '../markdown/inline';
import { escapeCell, printTable } from '../markdown/table-print';
import type { ActionItem, ActionList, Postmortem } from '../postmortem/model';
import type { TableColumnSpec } from '../template/template';
import type { SpanEdit } from '../text/edit';
import { lineEndingOf } from '../text/lines';
import { contains, touches, type TextSpan } from '../text/span';
import { cellOf, unplaceable } from './cells';
import type { Rewrite } from './rewrite';
import { dedented, indented, indentOf, lineStartIfFree, replaceByBlock } from './surroundings';

const DEFAULT_COLUMNS: readonly TableColumnSpec[] = [{ title: 'Action', role: 'action' }, { title: 'Owner', role: 'owner' }, { title: 'Due', role: 'due' }, { title: 'Status', role: 'status' }];

export const actionsToTable: Rewrite = {
	kind: 'actionsToTable',
	offers(doc, selection) {
		return doc.actionLists
			.filter((list) => list.shape !== 'table' && touches(doc.lines.fullLines(list.span), selection))
			.map((list) => ({ kind: 'actionsToTable' as const, title: 'Convert action items to table', edits: actionsTableEdits(doc, list) }))
			.filter((offer) => offer.edits.length > 0);
	},
};

export function actionsTableEdits(doc: Postmortem, list: ActionList): readonly SpanEdit[] {
	if (list.shape === 'table') return [];
	const { text } = doc;
	const lineEnding = lineEndingOf(text);
	const asked = doc.template.template.actions.columns;
	const columns = asked.some((column) => column.role === 'action') ? asked : DEFAULT_COLUMNS;
	const edits: SpanEdit[] = [];
	for (const group of groupsOf(text, list.items)) {
		const below: string[] = [];
		const rows = group.items.map((item) => {
			const left = unplaceable(doc.blocks, item.rowSpan);
			for (const block of left) below.push(dedented(text.slice(block.span.start, block.span.end), 4));
			return rowCells(doc, columns, item, left.map((block) => block.span));
		});
		const table = printTable(columns.map((column) => column.title), rows, lineEnding);
		const block = [table, ...below].join(lineEnding + lineEnding);
		edits.push(replaceByBlock(text, group, indented(block, list.shape === 'list' ? indentOf(text, group.items[0]!.rowSpan.start) : ''), lineEnding));
	}
	return edits;
}

function groupsOf(text: string, items: readonly ActionItem[]): { items: ActionItem[]; start: number; end: number }[] {
	const groups: { items: ActionItem[]; start: number; end: number }[] = [];
	for (const item of items) {
		const last = groups.at(-1);
		const start = Math.max(last?.end ?? 0, lineStartIfFree(text, item.rowSpan.start));
		if (last && text.slice(last.end, start).replace(/[\s>]/g, '') === '') {
			last.items.push(item);
			last.end = item.rowSpan.end;
		} else groups.push({ items: [item], start, end: item.rowSpan.end });
	}
	return groups;
}

function rowCells(doc: Postmortem, columns: readonly TableColumnSpec[], item: ActionItem, left: readonly TextSpan[]): string[] {
	const { text } = doc;
	const spans = item.textSpans.filter((span) => !left.some((block) => contains(block, span)));
	const action = [cellOf(text, spans), ...(left.length ? ['(see below)'] : [])].join(' ');
	return columns.map((column) => {
		switch (column.role) {
			case 'action': return action;
			case 'owner': case 'who': return item.owners.map((owner) => escapeCell(owner.text)).join(', ');
			case 'due': return item.due ? escapeCell(item.due.written.text) : '';
			case 'status': return statusOf(doc, item);
			case 'priority': return item.priority ? escapeCell(plainText(item.priority.text)) : '';
			default: return '';
		}
	});
}

/** As written, else what the task box says, in the template's words. */
function statusOf(doc: Postmortem, item: ActionItem): string {
	if (item.status) return escapeCell(item.status.text);
	const box = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\[([ xX])\]/.exec(doc.text.slice(item.rowSpan.start, item.rowSpan.end));
	if (!box) return '';
	const { statuses } = doc.template.template.actions;
	if (box[1] === ' ') return statuses.find((status) => /^(?:open|to ?do|planned|pending)$/i.test(status.value))?.value ?? 'Open';
	return statuses.find((status) => /^(?:done|completed?|closed)$/i.test(status.value))?.value ?? 'Done';
}
