/** Prints list items: Markdown of one line or several, kept from meaning more at the start of a line than it did before. */

/** What begins a block of its own at the start of a line. */
const BLOCK_START = /^(?:#{1,6}|[-+*])(?=\s|$)|^(?:>|```|~~~|\||\[[ x]\]\s|-{3,}$|={3,}$)/i;
const NUMBER_START = /^\d{1,9}(?=[.)](?:\s|$))/;
const LIST_MARK = /^(?:[-*+•]|\d{1,9}[.)])\s+/;
const BREAK = /<br ?\/?>/gi;

/**
 * The lines of an item, marks and indentation included. `<br>` becomes a line of its own: an item of a nested list where
 * all lines behind the first carry a list mark, else a line behind a hard break. `tail` ends the item's own text.
 */
export function listItem(mark: string, lead: string, text: string, tail: string): string[] {
	const [first = '', ...rest] = linesOf(text);
	const indent = ' '.repeat(mark.length);
	const join = (...parts: string[]) => parts.filter((part) => part !== '').join(' ');
	const isNested = rest.length > 0 && rest.every((line) => LIST_MARK.test(line));
	const own = lead === '' ? plainStart(first) : first;
	if (isNested) return [mark + join(lead, own, tail), ...rest.map((line) => `${indent}- ${plainStart(line.replace(LIST_MARK, ''))}`)];
	const lines = [join(lead, own), ...rest.map(plainStart)];
	lines.push(join(lines.pop()!, tail));
	return lines.map((line, index) => (index === 0 ? mark : indent) + line + (index < lines.length - 1 ? '\\' : ''));
}

/** The lines of a cell, without empty ones; a `<br>` within inline code parts none. */
function linesOf(cell: string): string[] {
	const lines = cell.split(BREAK);
	const isCut = lines.some((line) => line.split('`').length % 2 === 0);
	return (isCut ? [cell] : lines).map((line) => line.trim()).filter((line) => line !== '');
}

/** With a backslash before a mark that would begin a block there. */
export function plainStart(line: string): string {
	return line.replace(NUMBER_START, '$&\\').replace(BLOCK_START, '\\$&');
}
