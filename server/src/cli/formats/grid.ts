/** Rows in columns for a terminal, the first row being the head; the last column is as long as it wants. */
import { printableLine } from '../terminal';

export function grid(rows: readonly (readonly string[])[]): string {
	const clean = rows.map((row) => row.map(printableLine));
	const widths = (clean[0] ?? []).map((_, column) => Math.max(...clean.map((row) => [...(row[column] ?? '')].length)));
	return clean.map((row) => `${row.map((cell, column) => (column === row.length - 1 ? cell : cell + ' '.repeat(widths[column]! - [...cell].length))).join('  ').trimEnd()}\n`).join('');
}

/** The same as a Markdown table. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
	const [head = [], ...body] = rows;
	const line = (cells: readonly string[]) => `| ${cells.map((cell) => printableLine(cell).replaceAll(/(?<!\\)\|/g, '\\|')).join(' | ')} |\n`;
	return line(head) + line(head.map(() => '---')) + body.map(line).join('');
}
