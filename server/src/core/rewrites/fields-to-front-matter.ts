/** The fields below the title as YAML front matter, added to the one that is there. */
import { plainText } from '../markdown/inline';
import { fieldNameOf, nameFor } from '../postmortem/fields';
import type { Postmortem } from '../postmortem/model';
import { bodyStart } from '../rules/support/place';
import { readYaml, yamlScalar } from '../schema/yaml';
import { applyEdits, type SpanEdit } from '../text/edit';
import { contains, type TextSpan } from '../text/span';
import { isToolKey, sameKey, statesAll } from './front-matter-keys';
import { keepsAll } from './lossless';
import { isBlank } from './place';

/** A table or list of fields. */
export interface FieldRows {
	readonly span: TextSpan;
	readonly rows: readonly FieldRow[];
	/** Whether its rows move all or not at all: the header of a table may be one of them. */
	readonly together: boolean;
}

export interface FieldRow {
	/** Markdown, without the colon. */
	readonly label: string;
	/** Markdown. */
	readonly value: string;
	readonly span: TextSpan;
}

/** A key that is read as a field's name in front matter. */
const KEY = /^[A-Z_](?:[\w -]{0,39}\w)?$/i;

/** A field that the front matter states already stays where it is. Empty where the fields do not stand at the top of the document, or where none would move. */
export function frontMatterEdits(doc: Postmortem, fields: FieldRows): SpanEdit[] {
	const { frontMatter, text } = doc;
	if (frontMatter?.format === 'toml' || !isAtTop(doc, fields.span)) return [];
	const content = frontMatter ? text.slice(frontMatter.content.start, frontMatter.content.end) : '';
	const { root, problems } = readYaml(content);
	if (problems.length > 0 || (root && root.kind !== 'map')) return [];
	const stated = new Set((root?.entries ?? []).map(({ key }) => sameKey(key)));
	const known = new Set(stated);
	const moved: FieldRow[] = [];
	const lines: string[] = [];
	for (const row of fields.rows) {
		const key = plainText(row.label).trim().replace(/[:：]$/, '').trim();
		const line = yamlLine(key, row);
		if (line === undefined || known.has(sameKey(key))) continue;
		known.add(sameKey(key));
		lines.push(line);
		moved.push(row);
	}
	if (lines.length === 0 || (fields.together && moved.length < fields.rows.length)) return [];
	const ending = doc.lines.ending;
	const added = lines.map((line) => line + ending).join('');
	const after = readYaml(content + added);
	if (after.problems.length > 0 || after.root?.kind !== 'map' || after.root.entries.length !== stated.size + lines.length) return [];
	const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
	const at = frontMatter ? frontMatter.content.end : start;
	const newText = frontMatter ? added : `---${ending}${added}---${ending}${isBlank(doc, 0) ? '' : ending}`;
	const edits = [{ span: { start: at, end: at }, newText }, ...removals(doc, fields, moved)];
	const whole = applyEdits(text, edits);
	const stays = fields.rows.filter((row) => !moved.includes(row));
	return keepsAll(text, whole, fields.together ? [] : [headerOf(doc, fields)]) && statesAll(doc, whole, ({ label }) => stays.some((row) => contains(row.span, label.span))) ? edits : [];
}

/** `undefined` where the reader of front matter would read another name or value. */
function yamlLine(key: string, { label, value }: FieldRow): string | undefined {
	if (!KEY.test(key) || isToolKey(key) || /[\r\n]/.test(value) || nameFor(key, value) !== fieldNameOf(key) || !keepsAll(label, key)) return undefined;
	if (value === '') return `${key}:`;
	const scalar = yamlScalar(value);
	return scalar.replace(/^(["'])(.*)\1$/, '$2') === value ? `${key}: ${scalar}` : undefined;
}

/** Whether nothing but the title and comments stands above, and the last line ends its block. */
function isAtTop({ blocks, title, text }: Postmortem, { start, end }: TextSpan): boolean {
	return blocks.filter(({ span }) => span.start < end).every(({ span, kind }) => {
		if (span.start >= start) return text.slice(end, span.end).trim() === '';
		const above = { start: span.start, end: Math.min(span.end, start) };
		if (kind === 'html' && text.startsWith('<!--', span.start)) return true;
		return title !== undefined && contains(above, title.span) && (kind === 'heading' || !/[\p{L}\p{N}]/u.test(text.slice(title.span.end, above.end))) && text.slice(end, span.end).trim() === '';
	});
}

function headerOf({ text }: Postmortem, { span, rows }: FieldRows): string {
	return text.slice(span.start, rows[0]!.span.start);
}

/** The lines of the rows; where all go the whole table or list goes, with the blank lines that stood apart from it. */
function removals(doc: Postmortem, { span, rows }: FieldRows, gone: readonly FieldRow[]): SpanEdit[] {
	const { lines, text } = doc;
	if (gone.length < rows.length) return gone.map((row) => ({ span: lines.fullLines(row.span), newText: '' }));
	let { start, end } = lines.fullLines(span);
	if (text.charCodeAt(start) === 0xfeff) start++;
	const first = lines.lineAt(start);
	let next = lines.lineAt(Math.max(span.start, span.end - 1)) + 1;
	if (first === 0 || start === bodyStart(doc) || isBlank(doc, first - 1)) {
		while (next < lines.count && isBlank(doc, next)) next++;
		end = next < lines.count ? lines.line(next).start : text.length;
	}
	if (end === text.length) for (let line = first - 1; line > 0 && isBlank(doc, line); line--) start = lines.line(line).start;
	return [{ span: { start, end }, newText: '' }];
}
