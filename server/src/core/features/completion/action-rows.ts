/** Whole rows of an action table. */
import { addDays, formatDate } from '../../time/moment';
import type { ColumnModel } from '../../postmortem/model';
import { isActionTable } from './action-place';
import { cellAt } from './cell';
import { escapeSnippet, type CompletionSource } from './completion';
import { isNewRow, newRow } from './timeline-times';

export const actionRows: CompletionSource = (cursor) => {
	const cell = cellAt(cursor);
	if (!cell || !isNewRow(cursor, cell) || !isActionTable(cursor, cell)) return [];
	const { actions } = cursor.doc.template.template;
	const due = formatDate(addDays(cursor.doc.today, 14));
	const stopFor = ({ role, title }: ColumnModel, stop: number): string => {
		const values = role === 'status' ? actions.statuses : role === 'priority' ? actions.priorities : [];
		if (values.length > 0) return `\${${stop}|${values.map(({ value }) => value.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;
		return `\${${stop}:${escapeSnippet(role === 'due' ? due : title.text)}}`;
	};
	const valueOf = ({ role }: ColumnModel): string => (role === 'status' ? (actions.statuses[0]?.value ?? '') : role === 'due' ? due : '');
	const { columns } = cell.table;
	return [{
		...newRow(cursor), label: '| action | … |', detail: 'row',
		newText: `| ${columns.map(valueOf).join(' | ')} |`,
		snippet: `| ${columns.map((column, index) => stopFor(column, index + 1)).join(' | ')} |`,
	}];
};
