/** The value of a field that the cursor is in: in a list item, a line, a table row or the front matter. */
import { plainText } from '../../markdown/inline';
import { fieldNameOf } from '../../postmortem/fields';
import type { TextSpan } from '../../text/span';
import { cellAt, inCell } from './cell';
import type { Cursor } from './completion';

export interface FieldPlace {
	/** Canonical, as `Field.name`. */
	readonly name: string;
	/** What is typed of the value, up to its explanation in brackets. */
	readonly typed: TextSpan;
	/** The edit that puts a value there in place of what stands from `start`. */
	put(value: string, start?: number): { readonly span: TextSpan; readonly newText: string };
}

const LABELLED = /^(?<lead>\s*(?:(?:[-+•*]|\d{1,3}[.)])\s+)?)(?<label>[*_]{0,3}[^\s:：|*_][^:：|*_]{0,39}(?:[*_]{1,3}[:：]|[:：][*_]{0,3}))(?<gap>\s*)/u;
const FRONT_MATTER = /^(?<label>[\w-]+(?: [\w-]+){0,3}:)(?<gap>\s*)/;

/** `undefined` where the cursor is in no value, or behind its first words. */
export function fieldAt(cursor: Cursor): FieldPlace | undefined {
	const { doc, offset, line } = cursor;
	const cell = cellAt(cursor);
	if (cell) {
		if (cell.table.columns.length !== 2 || cell.index !== 1) return undefined;
		const label = cell.cells[0]!;
		const typed = headOf(cursor, cell.content);
		return typed && { name: fieldNameOf(doc.text.slice(label.start, label.end)), typed, put: (value, start = typed.start) => inCell(cursor, { ...cell, content: typed }, value, start) };
	}
	const source = doc.text.slice(line.start, line.end);
	const found = (isFrontMatter(cursor) ? FRONT_MATTER : LABELLED).exec(source)?.groups;
	if (!found) return undefined;
	const behindLabel = line.start + (found['lead'] ?? '').length + found['label']!.length;
	if (offset < behindLabel) return undefined;
	const start = Math.min(offset, behindLabel + found['gap']!.length);
	const typed = headOf(cursor, { start, end: Math.max(offset, line.start + source.trimEnd().length) });
	if (!typed) return undefined;
	const name = fieldNameOf(plainText(found['label']!));
	return { name, typed, put: (value, from = typed.start) => ({ span: { start: from, end: typed.end }, newText: `${from === behindLabel ? ' ' : ''}${value}` }) };
}

export function isFrontMatter({ doc, offset }: Cursor): boolean {
	return doc.frontMatter !== undefined && doc.frontMatter.content.start <= offset && offset <= doc.frontMatter.content.end;
}

/** Follow-up work and what happened are full of `Name: value` that are no fields of the document. */
export function statesFields(cursor: Cursor): boolean {
	const role = cursor.section?.role;
	return isFrontMatter(cursor) || (role !== 'timeline' && role !== 'actions');
}

/** The value without its explanation; `undefined` where the cursor stands in that. */
function headOf({ doc, offset }: Cursor, { start, end }: TextSpan): TextSpan | undefined {
	const head = doc.text.slice(start, end).split(/[(（:：;|]|\s[-–—]\s/, 1)[0]!.trimEnd();
	const headEnd = start + head.length;
	return offset <= headEnd || doc.text.slice(headEnd, offset).trim() === '' ? { start, end: Math.max(headEnd, offset) } : undefined;
}
