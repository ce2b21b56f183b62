/** Prints GFM tables: columns aligned as the reader's eye sees them, or with widths that no other row changes; cells escaped. */
import type { TextSpan } from '../text/span';
import type { TableBlock } from './blocks';
import { displayWidth, padded } from './display-width';
import { hasClosingBar } from './table-row';

/** `stable`: cells are not padded, so that a longer one added later changes no other line. */
export type TableWidths = 'aligned' | 'stable';

/** A table whose widest line would be wider wraps on every screen: only its narrow columns before the first wide one are padded. */
const MOST_ALIGNED_WIDTH = 200;
const NARROW_COLUMN_WIDTH = 48;
const LEAST_COLUMN_WIDTH = 3;

/**
 * The lines of a table without line endings. Cells are Markdown, as `cellText` makes them; missing ones are empty.
 * The columns of `delimiter` (`| :-- | --: |`) keep their alignment.
 */
export function printTable(widths: TableWidths, header: readonly string[], rows: readonly (readonly string[])[], delimiter = ''): string[] {
	const columns = widths === 'stable' ? header.map(() => undefined) : alignedWidths(header, rows);
	const line = (cells: readonly string[]) => `|${columns.map((width, column) => ` ${padded(cells[column] ?? '', width ?? 0)} |`).join('')}`;
	const marks = partsOf(delimiter);
	const rule = header.map((title, column) => {
		const dashes = '-'.repeat(columns[column] ?? (widths === 'stable' ? LEAST_COLUMN_WIDTH : Math.max(LEAST_COLUMN_WIDTH, displayWidth(title))));
		const mark = marks[column] ?? '';
		return (mark.startsWith(':') ? ':' : '-') + dashes.slice(2) + (mark.endsWith(':') ? ':' : '-');
	});
	return [line(header), line(rule), ...rows.map(line)];
}

/** The width of each column; `undefined` where it is not padded. */
function alignedWidths(header: readonly string[], rows: readonly (readonly string[])[]): (number | undefined)[] {
	const widths = header.map((title, column) => rows.reduce((width, row) => Math.max(width, displayWidth(row[column] ?? '')), Math.max(LEAST_COLUMN_WIDTH, displayWidth(title))));
	const isNarrow = widths.reduce((sum, width) => sum + width + 3, 1) <= MOST_ALIGNED_WIDTH;
	const firstWide = widths.findIndex((width) => width > NARROW_COLUMN_WIDTH);
	return widths.map((width, column) => (isNarrow || column < firstWide ? width : undefined));
}

/**
 * A table that is there with columns added at its right edge, each line as it stands but for the new cells: those of the
 * header, and of each row. `undefined` where a row has more cells than the header, which would move under a new title.
 */
export function widenedTable(text: string, { header, delimiter, rows }: TableBlock, titles: readonly string[], cells: readonly (readonly string[])[]): string[] | undefined {
	const width = header.cells.length;
	if (rows.some((row) => row.cells.length > width)) return undefined;
	const line = ({ start, end }: TextSpan, added: readonly string[]) => {
		const source = text.slice(start, end);
		const closed = hasClosingBar(text, { start, end }) ? source : source === '|' ? '|  |' : `${source} |`;
		return closed + added.map((cell) => ` ${cell} |`).join('');
	};
	const missing = (count: number) => Array.from({ length: width - count }, () => '');
	return [line(header.span, titles), line(delimiter, titles.map(() => '-'.repeat(LEAST_COLUMN_WIDTH))), ...rows.map((row, index) => line(row.span, [...missing(row.cells.length), ...cells[index]!]))];
}

/** What the cells of a new row are padded to, to stand as those of its table do; empty where none are padded. */
export function rowWidths(text: string, { header, delimiter, rows }: TableBlock, widths: TableWidths): readonly number[] {
	const isPadded = widths === 'aligned' || [header, ...rows].some(({ span }) => /(?:[^\s|] {2,}|\| {3,})\|/.test(text.slice(span.start, span.end)));
	return isPadded ? partsOf(text.slice(delimiter.start, delimiter.end)).map((mark) => mark.length) : [];
}

function partsOf(delimiter: string): string[] {
	return delimiter.replace(/^\s*\||\|\s*$/g, '').split('|').map((mark) => mark.trim());
}

/** Markdown as it may stand in a cell: `|` escaped where it is not yet, lines joined by `<br>`. */
export function cellText(markdown: string): string {
	return escapePipes(markdown.trim()).replace(/\r\n?|\n/g, '<br>');
}

/** The Markdown of a cell as it may stand outside a table. */
export function uncellText(cell: string): string {
	let out = '';
	for (let i = 0; i < cell.length; i++) {
		if (cell[i] === '\\' && cell[i + 1] === '|') continue;
		if (cell[i] === '\\' && i + 1 < cell.length) out += cell[i++]!;
		out += cell[i]!;
	}
	return out;
}

function escapePipes(markdown: string): string {
	let out = '';
	for (let i = 0; i < markdown.length; i++) {
		if (markdown[i] === '\\' && i + 1 < markdown.length && !'\r\n'.includes(markdown[i + 1]!)) out += markdown[i++]!;
		else if (markdown[i] === '|') out += '\\';
		out += markdown[i]!;
	}
	return out;
}
