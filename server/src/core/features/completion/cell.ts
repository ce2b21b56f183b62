/** The table cell that the cursor is in, read from the line itself: while a row is being typed it is no table row yet. */
import type { Block, TableBlock, TableRow } from '../../markdown/blocks';
import { displayWidth } from '../../markdown/display-width';
import { readTable } from '../../postmortem/columns';
import type { ColumnModel, Postmortem, TableModel } from '../../postmortem/model';
import type { TextSpan } from '../../text/span';
import { trimmed } from '../../text/span';
import type { Cursor } from './completion';

export interface Cell {
	readonly table: TableModel;
	/** The rows above this one, without the header. */
	readonly rowsAbove: readonly TableRow[];
	readonly index: number;
	readonly column: ColumnModel | undefined;
	/** Between the pipes, or to the end of the line where the last one is not there yet. */
	readonly inner: TextSpan;
	readonly isClosed: boolean;
	/** Without white space; an empty span at the cursor in an empty cell. */
	readonly content: TextSpan;
	/** The contents of all cells of the line. */
	readonly cells: readonly TextSpan[];
}

/** `undefined` outside tables, in the header and its rule. */
export function cellAt({ doc, offset, line }: Cursor): Cell | undefined {
	const block = tablesOf(doc.blocks).find(({ span }) => span.start <= line.start && line.start <= lineBehind(doc, span.end));
	if (!block || line.start <= block.delimiter.end) return undefined;
	const source = doc.text.slice(line.start, line.end);
	const isRow = source.includes('|');
	if (!isRow && line.start > block.span.end) return undefined;
	const pipes = pipesOf(source).map((at) => line.start + at);
	const bounds = source.trimStart().startsWith('|') ? pipes : [line.start - 1, ...pipes];
	const index = bounds.findLastIndex((pipe) => pipe < offset);
	if (index < 0) return undefined;
	const cells = bounds.map((pipe, at) => ({ start: pipe + 1, end: bounds[at + 1] ?? line.end }));
	const inner = cells[index]!;
	if (index > 0 && bounds[index + 1] === undefined && inner.start < offset && index >= block.header.cells.length) return undefined;
	const bare = trimmed(doc.text, inner);
	const table = readTable(doc.text, block);
	return {
		table, index, inner, column: table.columns[index], isClosed: bounds[index + 1] !== undefined,
		rowsAbove: block.rows.filter(({ span }) => span.start < line.start),
		content: bare.end > bare.start && bare.start <= offset ? bare : { start: offset, end: offset },
		cells: cells.slice(0, block.header.cells.length).map((cell) => trimmed(doc.text, cell)),
	};
}

/**
 * The edit that puts a value in the cell in place of what stands from `start` to the end of its content. The cell keeps
 * its width where the value fits, and widths are not stable or it was padded before.
 */
export function inCell({ doc, offset }: Cursor, { inner, content, isClosed }: Cell, value: string, start = content.start): { readonly span: TextSpan; readonly newText: string } {
	const end = Math.max(content.end, offset);
	const lead = start === inner.start ? ' ' : '';
	const room = doc.text.slice(end, inner.end).length;
	if (!isClosed) return { span: { start, end }, newText: lead + value };
	const grows = displayWidth(value) + lead.length - displayWidth(doc.text.slice(start, end));
	const keepsWidth = doc.tableWidths === 'aligned' || room > 1;
	const taken = Math.max(0, Math.min(grows, room - 1));
	return { span: { start, end: end + taken }, newText: lead + value + ' '.repeat(keepsWidth ? Math.max(0, -grows) : 0) + (room === 0 ? ' ' : '') };
}

export function cellText(doc: Postmortem, row: TableRow, index: number): string {
	const cell = row.cells[index];
	return cell ? doc.text.slice(cell.start, cell.end) : '';
}

function tablesOf(blocks: readonly Block[]): readonly TableBlock[] {
	return blocks.flatMap((block): readonly TableBlock[] => {
		if (block.kind === 'table') return [block];
		if (block.kind === 'quote') return tablesOf(block.blocks);
		return block.kind === 'list' ? block.items.flatMap((item) => tablesOf(item.blocks)) : [];
	});
}

/** Where the line behind an offset's line starts. */
function lineBehind(doc: Postmortem, offset: number): number {
	return doc.lines.fullLine(doc.lines.lineAt(offset)).end;
}

function pipesOf(line: string): number[] {
	const found: number[] = [];
	for (let at = 0; at < line.length; at++) {
		if (line[at] === '\\') at++;
		else if (line[at] === '|') found.push(at);
	}
	return found;
}
