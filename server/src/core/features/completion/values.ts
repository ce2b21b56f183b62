/** Values that the template lists: of its fields, and the statuses and priorities of actions. */
import type { FieldPlace } from './field-place';
import { fieldAt, statesFields } from './field-place';
import type { ValueSpec } from '../../template/template';
import { allowedValue } from '../../template/values';
import { escapeMarkdown } from '../escapeMarkdown';
import { isActionTable, labelledPart } from './action-place';
import { cellAt, inCell } from './cell';
import type { CompletionSource, Cursor, Offer } from './completion';

export const fieldValues: CompletionSource = (cursor) => {
	const { fields } = cursor.doc.template.template;
	const place = fieldAt(cursor);
	const spec = place && fields.find(({ name }) => name === place.name);
	if (!place || !spec || !statesFields(cursor)) return [];
	return listed(cursor, spec.values, place.typed.start, place.typed.end, (value) => place.put(value), spec.title);
};

export const actionValues: CompletionSource = (cursor) => {
	const { statuses, priorities } = cursor.doc.template.template.actions;
	const cell = cellAt(cursor);
	if (cell) {
		const { column } = cell;
		if (!column || !isActionTable(cursor, cell)) return [];
		const values = column.role === 'status' ? statuses : column.role === 'priority' ? priorities : [];
		return listed(cursor, values, cell.content.start, cell.content.end, (value) => inCell(cursor, cell, value), column.title.text);
	}
	const part = labelledPart(cursor);
	const values = part?.name === 'status' ? statuses : part?.name === 'priority' ? priorities : [];
	return part ? listed(cursor, values, part.typed.start, part.typed.end, part.put, part.name) : [];
};

function listed(cursor: Cursor, values: readonly ValueSpec[], start: number, end: number, put: FieldPlace['put'], title: string): readonly Offer[] {
	const typed = cursor.doc.text.slice(start, Math.min(end, cursor.offset));
	// Who asks behind a whole value wants to see the others.
	const isWhole = values.some(({ value }) => value === typed) || (typed !== '' && allowedValue(values, typed) !== undefined && cursor.trigger === undefined);
	return values.map(({ value, meaning, aliases }) => ({
		kind: 'value', label: value, detail: meaning, snippet: undefined,
		documentation: `**${escapeMarkdown(title)} \`${value}\`**: ${escapeMarkdown(meaning)}`,
		filterText: isWhole ? `${typed} ${value}` : [value, ...aliases].join(' '),
		...put(value),
	}));
}
