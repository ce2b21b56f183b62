/** What new text leaves to be filled in: where an editor puts its tab stops. */
import type { TextSpan } from '../text/span';

/** Of a longer text, the first ones. */
const MOST_PLACES = 100;
const HEADER_LINES = 2;
/** But for the space on each side. */
const BLANK = /(?<=(?<!\\)\| ) *(?= \|)/g;

/** The blank cells in the rows of all tables of a Markdown text, and the placeholders in it, in order; none overlap. */
export function placesToFillIn(markdown: string, placeholders: readonly string[] = []): TextSpan[] {
	const found = [...blankCells(markdown), ...placeholders.flatMap((each) => occurrences(markdown, each))].sort((a, b) => a.start - b.start || b.end - a.end);
	const places: TextSpan[] = [];
	for (const each of found) if (each.start >= (places.at(-1)?.end ?? 0)) places.push(each);
	return places.slice(0, MOST_PLACES);
}

/** Each with the spaces that what is written there takes the place of. */
function blankCells(markdown: string): TextSpan[] {
	const cells: TextSpan[] = [];
	let start = 0;
	let lineOfTable = 0;
	for (const line of markdown.split('\n')) {
		lineOfTable = line.startsWith('|') ? lineOfTable + 1 : 0;
		if (lineOfTable > HEADER_LINES) {
			for (const { index, 0: spaces } of line.matchAll(BLANK)) cells.push({ start: start + index, end: start + index + spaces.length });
		}
		start += line.length + 1;
	}
	return cells;
}

function occurrences(markdown: string, placeholder: string): TextSpan[] {
	const found: TextSpan[] = [];
	for (let start = markdown.indexOf(placeholder); placeholder !== '' && start >= 0; start = markdown.indexOf(placeholder, start + placeholder.length)) found.push({ start, end: start + placeholder.length });
	return found;
}
