/** Puts a field where the document keeps its fields, written as the others are. */
import type { Field, Postmortem } from '../../postmortem/model';
import type { FieldSpec } from '../../template/template';
import type { SpanEdit } from '../../text/edit';
import { contains } from '../../text/span';
import { lineEndingOf } from '../../text/lines';
import { bodyStart, insertBefore, insertBehind } from './place';

export function insertField(doc: Postmortem, spec: FieldSpec, value: string): SpanEdit {
	const model = lastOfCluster(doc);
	if (model) return behind(doc, model, spec, value);
	const line = `- **${spec.title}:** ${value}`;
	if (doc.title && doc.title.span.start >= bodyStart(doc)) return insertBehind(doc, doc.lines.fullLines(doc.title.span), line);
	return doc.text.trim() === '' ? { span: { start: doc.text.length, end: doc.text.length }, newText: line + lineEndingOf(doc.text) } : insertBefore(doc, bodyStart(doc), line);
}

/** The last of the fields that stand together at the top, if their rows can be copied. */
function lastOfCluster(doc: Postmortem): Field | undefined {
	const rows = doc.fields.filter((field) => isOneLine(doc, field));
	const first = rows[0];
	if (!first) return undefined;
	let last = first;
	for (const field of rows.slice(1)) {
		const gap = doc.text.slice(last.rowSpan.end, field.rowSpan.start);
		if (field.form !== first.form || gap.split('\n').length > 8 || /^#/m.test(gap)) break;
		last = field;
	}
	return last;
}

function isOneLine(doc: Postmortem, field: Field): boolean {
	if (field.form === 'prose' || field.value.text.trim() === '') return false;
	const { lines } = doc;
	const isAlone = doc.fields.every((other) => other === field || other.rowSpan.start !== field.rowSpan.start);
	return isAlone && lines.lineAt(field.rowSpan.start) === lines.lineAt(Math.max(field.rowSpan.start, field.rowSpan.end - 1)) && contains(field.rowSpan, field.label.span) && contains(field.rowSpan, field.value.span) && field.label.span.end <= field.value.span.start && field.value.span.end - field.value.span.start < 200;
}

function behind(doc: Postmortem, { rowSpan, label, value: written, form }: Field, spec: FieldSpec, value: string): SpanEdit {
	const { text, lines } = doc;
	const eol = lineEndingOf(text);
	const row = lines.line(lines.lineAt(rowSpan.start));
	const isBlank = (line: number) => line < 0 || line >= lines.count || text.slice(lines.line(line).start, lines.line(line).end).trim() === '';
	const at = lines.lineAt(row.start);
	const isApart = form === 'line' && isBlank(at - 1) && isBlank(at + 1);
	const name = form === 'front matter' ? spec.name : spec.title;
	const copy = text.slice(row.start, label.span.start) + name + text.slice(label.span.end, written.span.start) + value + text.slice(written.span.end, row.end).replace(/^[^*_`|"'\s]+/, '');
	return { span: { start: row.end, end: row.end }, newText: `${isApart ? eol : ''}${eol}${copy}` };
}
