/** Prints GFM tables: columns aligned as the reader's eye sees them, cells escaped. */
import stringWidth from 'fast-string-width';

/** A table whose widest line would be wider wraps on every screen: only its narrow columns before the first wide one are padded. */
const MOST_ALIGNED_WIDTH = 200;
const NARROW_COLUMN_WIDTH = 48;
const LEAST_COLUMN_WIDTH = 3;

/**
 * The lines of a table without line endings. Cells are Markdown, as `cellText` makes them; missing ones are empty.
 * The columns of `delimiter` (`| :-- | --: |`) keep their alignment.
 */
export function printTable(header: readonly string[], rows: readonly (readonly string[])[], delimiter = ''): string[] {
	const widths = header.map((title, column) => rows.reduce((width, row) => Math.max(width, stringWidth(row[column] ?? '')), Math.max(LEAST_COLUMN_WIDTH, stringWidth(title))));
	const isNarrow = widths.reduce((sum, width) => sum + width + 3, 1) <= MOST_ALIGNED_WIDTH;
	const firstWide = widths.findIndex((width) => width > NARROW_COLUMN_WIDTH);
	const isAligned = (column: number) => isNarrow || column < firstWide;
	const line = (cells: readonly string[]) => `|${header.map((_, column) => ` ${padded(cells[column] ?? '', isAligned(column) ? widths[column]! : 0)} |`).join('')}`;
	const marks = delimiter.replace(/^\s*\||\|\s*$/g, '').split('|').map((mark) => mark.trim());
	const rule = header.map((title, column) => {
		const dashes = '-'.repeat(isAligned(column) ? widths[column]! : Math.max(LEAST_COLUMN_WIDTH, stringWidth(title)));
		const mark = marks[column] ?? '';
		return (mark.startsWith(':') ? ':' : '-') + dashes.slice(2) + (mark.endsWith(':') ? ':' : '-');
	});
	return [line(header), line(rule), ...rows.map(line)];
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

/** With spaces up to a width in columns of a screen. */
export function padded(text: string, width: number): string {
	return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
