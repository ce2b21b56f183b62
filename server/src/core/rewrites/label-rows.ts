/** Lines of the form `Label: value` that stand one behind the other, in a list or in paragraphs, and tables of two columns. */
import type { Block, ListItem, TableBlock } from '../markdown/blocks';
import { plainText } from '../markdown/inline';
import { cellText, printTable, uncellText } from '../markdown/table-print';
import { fieldNameOf, isKnownField } from '../postmortem/fields';
import { labelOf, type Label } from '../postmortem/labels';
import type { Postmortem } from '../postmortem/model';
import type { SpanEdit } from '../text/edit';
import { oncePer } from '../text/once';
import { contains, type TextSpan } from '../text/span';
import { isWrapped, joinLines } from './content';
import { keepsAll, wordsOf } from './lossless';
import { replaceLines } from './place';

export interface LabelRow {
	/** Markdown, without the colon. */
	readonly label: string;
	/** Markdown; several lines are joined. */
	readonly value: string;
	readonly isField: boolean;
	/** The list item, or the line without its ending. */
	readonly span: TextSpan;
}

export interface LabelRun {
	readonly rows: readonly LabelRow[];
	readonly span: TextSpan;
}

const LEAST_ROWS = 2;
/** Headers that say nothing but that names and values follow. */
const GENERIC = /^(?:field|value|key|property|attribute|detail|details|item|metric|name|parameter|fact)?$/i;

/** The runs at the top level of the document: whole lists, and lines of paragraphs. */
export function labelRuns(doc: Postmortem): LabelRun[] {
	const runs: LabelRun[] = [];
	let open: { rows: LabelRow[]; start: number; end: number } | undefined;
	const close = () => {
		if (open && open.rows.length >= LEAST_ROWS) runs.push({ rows: open.rows, span: { start: open.start, end: open.end } });
		open = undefined;
	};
	for (const block of doc.blocks) {
		if (block.kind !== 'paragraph') close();
		if (block.kind === 'list') {
			const rows = block.items.map((item) => itemRow(doc, item));
			if (rows.length >= LEAST_ROWS && rows.every((row) => row !== undefined)) runs.push({ rows, span: block.span });
		} else if (block.kind === 'paragraph') {
			for (const line of block.lines) {
				const row = lineRow(doc, line);
				if (!row) {
					close();
					continue;
				}
				open ??= { rows: [], start: line.start, end: line.end };
				open.rows.push(row);
				open.end = line.end;
			}
		}
	}
	close();
	return runs;
}

function itemRow(doc: Postmortem, { blocks, checked, span }: ListItem): LabelRow | undefined {
	const [first, ...more] = blocks;
	if (first?.kind !== 'paragraph' || more.length > 0 || checked !== undefined) return undefined;
	const label = labelOf(doc.text, first.lines[0]!);
	return label && !beginsSection(doc, label) ? rowOf(doc, label, first.lines.slice(1), span) : undefined;
}

/** In a paragraph only what is marked as a label, or known as one: any sentence may have a colon. */
function lineRow(doc: Postmortem, line: TextSpan): LabelRow | undefined {
	const label = labelOf(doc.text, line);
	if (!label || label.depth !== undefined || beginsSection(doc, label)) return undefined;
	const row = rowOf(doc, label, [], line);
	return row.isField || /^[*_]/.test(row.label) ? row : undefined;
}

function beginsSection(doc: Postmortem, { whole }: Label): boolean {
	return namedPlaces(doc).has(whole.start);
}

/** Where the headings begin of sections that have a role or hold others. */
const namedPlaces = oncePer((doc: Postmortem) => new Set(doc.sections.filter(({ role, children }) => (role !== undefined && role !== 'metadata') || children.length > 0).map(({ heading }) => heading.start)));

function rowOf({ text }: Postmortem, { whole, rest, title }: Label, more: readonly TextSpan[], span: TextSpan): LabelRow {
	const label = text.slice(whole.start, whole.end).replace(/\s{0,2}[:：]\s{0,2}(?=(?:\*{1,3}|_{1,3})?$)/, '');
	const lines = [{ start: whole.start, end: rest.end }, ...more];
	const value = joinLines([rest, ...more].map((line, index) => ({ text: text.slice(line.start, line.end), wrapped: index > 0 && isWrapped(text, lines[index - 1]!, line) })));
	return { label, value, isField: isKnownField(fieldNameOf(text.slice(title.start, title.end))), span };
}

/** Empty where the place does not take a table. */
export function labelTableEdits(doc: Postmortem, span: TextSpan, header: readonly [string, string], rows: readonly (readonly [string, string])[]): SpanEdit[] {
	const lines = printTable(doc.tableWidths, header, rows.map((row) => row.map(cellText)));
	const edit = keepsAll(doc.text.slice(span.start, span.end), lines.join('\n')) ? replaceLines(doc, span, lines) : undefined;
	return edit ? [edit] : [];
}

/** A table of two columns as a list `- Label: value`; a header that is generic goes, any other is the first item. */
export function labelListEdits(doc: Postmortem, block: TableBlock): SpanEdit[] {
	if (block.header.cells.length !== 2) return [];
	const cellsOf = (row: { readonly cells: readonly TextSpan[] }) => [0, 1].map((index) => (row.cells[index] ? uncellText(doc.text.slice(row.cells[index].start, row.cells[index].end)) : '')) as [string, string];
	const header = cellsOf(block.header);
	const isGeneric = hasGenericHeader(doc, block);
	const rows = [...(isGeneric ? [] : [header]), ...block.rows.filter((row) => row.cells.length > 0).map(cellsOf)];
	if (rows.length === 0 || rows.some(([label, value]) => wordsOf(label).length === 0 || /<br ?\/?>/i.test(label) || /^(?:[-*+>#]|\d+[.)])\s/.test(value))) return [];
	const lines = rows.map(([label, value]) => `- ${withColon(label)}${value === '' ? '' : ` ${value}`}`);
	const edit = keepsAll(doc.text.slice(block.span.start, block.span.end), lines.join('\n'), isGeneric ? header : []) ? replaceLines(doc, block.span, lines) : undefined;
	return edit ? [edit] : [];
}

/** Whether the two titles say nothing but that names and values follow. */
export function hasGenericHeader(doc: Postmortem, { header }: TableBlock): boolean {
	return header.cells.length === 2 && header.cells.every(({ start, end }) => GENERIC.test(plainText(doc.text.slice(start, end))));
}

/** `**Date**` → `**Date:**` */
function withColon(label: string): string {
	const mark = /(?:\*{1,3}|_{1,3})$/.exec(label)?.[0] ?? '';
	const bare = label.slice(0, label.length - mark.length).trimEnd();
	return /[:：]$/.test(bare) ? label : `${bare}:${mark}`;
}

export function tableBlocks(blocks: readonly Block[]): TableBlock[] {
	return blocks.filter((block): block is TableBlock => block.kind === 'table');
}

/** Whether a block is read as rows of a timeline or as action items. */
export function isRead(doc: Postmortem, span: TextSpan): boolean {
	return [...doc.timelines, ...doc.actionLists].some((list) => contains(span, list.span) || contains(list.span, span));
}
