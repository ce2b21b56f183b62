/** Prints GFM tables, aligned by the width that a monospaced font gives to each character. */
import { eastAsianWidth } from 'get-east-asian-width';

/** Columns a text takes: wide characters and emoji count two, combining marks none. */
export function displayWidth(text: string): number {
	if (/^[\u0020-\u007e]*$/.test(text)) return text.length;
	let width = 0;
	for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
		if (/\p{Emoji_Presentation}|\uFE0F/u.test(segment)) width += 2;
		else if (!/^[\p{Mn}\p{Cf}\p{Cc}]+$/u.test(segment)) width += eastAsianWidth(segment.codePointAt(0)!);
	}
	return width;
}

/** Text as it can stand in a cell: bars escaped, line endings as `<br>`. What is escaped already stays so. */
export function escapeCell(text: string): string {
	return text.trim().replace(/\\[^]|\|/g, (found) => (found === '|' ? '\\|' : found)).replace(/\s*(?:\r\n|\n|\r)\s*/g, '<br>');
}

/** The lines of a table without the last line ending. Cells must be escaped. */
export function printTable(header: readonly string[], rows: readonly (readonly string[])[], lineEnding: string): string {
	const widths = header.map((title, column) => Math.max(3, displayWidth(title), ...rows.map((row) => displayWidth(row[column] ?? ''))));
	const line = (cells: readonly string[]) => `| ${widths.map((width, column) => padded(cells[column] ?? '', width)).join(' | ')} |`;
	const delimiter = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
	return [line(header), delimiter, ...rows.map(line)].join(lineEnding);
}

function padded(text: string, width: number): string {
	return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
