/** The facts of an incident that stand in YAML front matter, as a table below the title. */
import type { FrontMatterBlock } from '../markdown/blocks';
import { cellText, printTable } from '../markdown/table-print';
import { isKnownField, nameFor } from '../postmortem/fields';
import type { Field, Postmortem } from '../postmortem/model';
import { bodyStart, insertBefore, insertBehind } from '../rules/support/place';
import { readYaml, type YamlEntry } from '../schema/yaml';
import { applyEdits, type SpanEdit } from '../text/edit';
import { contains, type TextSpan } from '../text/span';
import { isToolKey, statesAll } from './front-matter-keys';
import { keepsAll } from './lossless';

/** A table with fewer known names is not read as one of fields. */
const LEAST_FIELDS = 2;

interface MovedEntry {
	readonly field: Field;
	/** Without the quotes of YAML. */
	readonly value: string;
}

/** Empty where nothing would move. Keys of tools, comments and all that is no text of one line stay. */
export function frontMatterTableEdits(doc: Postmortem): SpanEdit[] {
	const { frontMatter } = doc;
	if (frontMatter?.format !== 'yaml') return [];
	if (doc.fields.filter(({ form, name }) => form === 'front matter' && isKnownField(name)).length < LEAST_FIELDS) return [];
	const moved = movedEntries(doc, frontMatter);
	if (moved.filter(({ field }) => isKnownField(field.name)).length < LEAST_FIELDS) return [];
	const table = printTable(doc.tableWidths, ['Field', 'Value'], moved.map(({ field, value }) => [cellText(field.label.text), cellText(value)])).join(doc.lines.ending);
	const edits = placeTable(doc, frontMatter, moved.map(({ field }) => field.rowSpan), table);
	const after = applyEdits(doc.text, edits);
	return keepsAll(doc.text, after) && statesAll(doc, after) ? edits : [];
}

function movedEntries(doc: Postmortem, { content }: FrontMatterBlock): MovedEntry[] {
	const { root, problems } = readYaml(doc.text.slice(content.start, content.end));
	if (root?.kind !== 'map' || problems.length > 0) return [];
	const fields = new Map(doc.fields.filter(({ form }) => form === 'front matter').map((field) => [field.label.span.start, field]));
	return root.entries.flatMap((entry) => movedEntry(doc, fields.get(content.start + entry.keySpan.start), entry) ?? []);
}

function movedEntry(doc: Postmortem, field: Field | undefined, { key, value }: YamlEntry): MovedEntry | undefined {
	if (field?.label.text !== key || value.kind !== 'scalar' || isToolKey(key)) return undefined;
	const line = doc.lines.line(doc.lines.lineAt(field.label.span.start));
	// A comment, an anchor or a second line would be left out.
	if (doc.text.slice(field.label.span.end, line.end).replace(/^ ?:/, '').trim() !== value.written || /^[|>&*!]/.test(value.written)) return undefined;
	const text = typeof value.value === 'string' ? value.value : value.written;
	if (/[\r\n]/.test(text) || /<(?!https?:|mailto:)[a-z!/?]/i.test(text) || !keepsAll(value.written, text)) return undefined;
	return nameFor(key, text) === field.name ? { field, value: text } : undefined;
}

function placeTable(doc: Postmortem, { span, content }: FrontMatterBlock, rows: readonly TextSpan[], table: string): SpanEdit[] {
	const body = bodyStart(doc);
	const title = doc.title && doc.blocks.find(({ kind, span: each }) => (kind === 'heading' || kind === 'paragraph' || kind === 'html') && contains(each, doc.title!.span));
	const removed = rows.map((row): SpanEdit => ({ span: row, newText: '' }));
	const rest = applyEdits(doc.text.slice(content.start, content.end), rows.map(({ start, end }) => ({ span: { start: start - content.start, end: end - content.start }, newText: '' })));
	if (rest.trim() !== '') return [...removed, title ? insertBehind(doc, title.span, table) : insertBefore(doc, body, table)];
	if (title && !/^(?:---|\+\+\+)/.test(doc.text.slice(body, body + 3))) return [{ span: { start: span.start, end: body }, newText: '' }, insertBehind(doc, title.span, table)];
	const isAll = doc.text.slice(body).trim() === '';
	return [{ span: { start: span.start, end: body }, newText: `${table}${doc.lines.ending}${isAll ? '' : doc.lines.ending}` }];
}
