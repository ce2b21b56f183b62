/** Names of the fields that the template wants and the document does not state, written as the others are. */
import type { Field } from '../../postmortem/model';
import { escapeSnippet, type CompletionSource, type Cursor } from './completion';
import { cellAt, inCell } from './cell';
import { isFrontMatter } from './field-place';

const DEFAULT_FORM = { before: '- **', between: ':** ' };

export const fieldNames: CompletionSource = (cursor) => {
	const { doc, line, offset } = cursor;
	if (isFrontMatter(cursor)) return [];
	const stated = new Set(doc.fields.filter(({ label }) => label.span.start < line.start || label.span.start > line.end).map(({ name }) => name));
	const wanted = doc.template.template.fields.filter(({ name }) => !stated.has(name));
	const cell = cellAt(cursor);
	if (cell) {
		const isFieldTable = cell.table.columns.length === 2 && doc.fields.some(({ form, rowSpan }) => form === 'table' && rowSpan.start >= cell.table.block.span.start && rowSpan.start < cell.table.block.span.end);
		if (!isFieldTable || cell.index !== 0) return [];
		return wanted.map(({ title, required }) => ({ kind: 'field', label: title, detail: required ? 'required field' : 'field', documentation: '', snippet: undefined, filterText: title, ...inCell(cursor, cell, title) }));
	}
	const typed = /^\s*(?:[-+•*](?:\s+|$))?[*_]{0,3}[\p{L} ]{0,30}$/u.exec(cursor.before);
	if (!typed || cursor.after.trim() !== '' || !standsAmongFields(cursor)) return [];
	const marks = /^\P{L}*/u.exec(cursor.before)![0];
	if (marks === '' && cursor.trigger !== undefined) return [];
	const form = formNear(cursor) ?? DEFAULT_FORM;
	return wanted.map(({ title, required, values }) => {
		const newText = `${form.before}${title}${form.between}`;
		const choice = values.length > 0 ? `\${1|${values.map(({ value }) => value.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}` : '$1';
		return {
			kind: 'field', label: title, detail: required ? 'required field' : 'field', documentation: values.map(({ value, meaning }) => `- \`${value}\` ${meaning}`).join('\n'),
			span: { start: line.start, end: offset }, newText, snippet: `${escapeSnippet(newText)}${choice}`, filterText: `${marks}${title}`,
		};
	});
};

/** Above the first section or in the one for metadata; beside a field elsewhere. */
function standsAmongFields(cursor: Cursor): boolean {
	const { doc, line, section } = cursor;
	if (section?.role === 'metadata') return true;
	if (section?.role !== undefined && section.title !== undefined) return fieldOfLineAbove(cursor) !== undefined;
	const first = doc.sections.find(({ title, role }) => title !== undefined && role !== undefined);
	return first === undefined || line.start < first.heading.start;
}

function fieldOfLineAbove({ doc, line }: Cursor): Field | undefined {
	return doc.fields.findLast(({ rowSpan, form }) => (form === 'list' || form === 'line') && rowSpan.end === line.start);
}

/** How the nearest field above, else any, is written: what stands before its name, and between name and value. */
function formNear(cursor: Cursor): { readonly before: string; readonly between: string } | undefined {
	const { doc, line } = cursor;
	const usable = doc.fields.filter(({ form, label, value, rowSpan }) => (form === 'list' || form === 'line') && value.text !== '' && label.span.end <= value.span.start && !(rowSpan.start <= line.start && line.start < rowSpan.end));
	const model = usable.findLast(({ rowSpan }) => rowSpan.end <= line.start) ?? usable[0];
	if (!model) return undefined;
	const between = doc.text.slice(model.label.span.end, model.value.span.start);
	return /[\r\n]/.test(between) ? undefined : { before: doc.text.slice(doc.lines.line(doc.lines.lineAt(model.label.span.start)).start, model.label.span.start), between };
}
