/** Cells that a new table leaves to be filled in: where an editor puts its tab stops. */

/** Of a longer table, the first ones. */
const MOST_CELLS = 100;
const HEADER_LINES = 2;
const BLANK = /(?<!\\)\| (?= +\|)/g;

/** Offsets of the blank cells in the rows of all tables of a Markdown text, in UTF-16 units, in order. */
export function blankCells(markdown: string): number[] {
	const offsets: number[] = [];
	let start = 0;
	let lineOfTable = 0;
	for (const line of markdown.split('\n')) {
		lineOfTable = line.startsWith('|') ? lineOfTable + 1 : 0;
		if (lineOfTable > HEADER_LINES) offsets.push(...[...line.matchAll(BLANK)].map(({ index, 0: opening }) => start + index + opening.length));
		if (offsets.length >= MOST_CELLS) return offsets.slice(0, MOST_CELLS);
		start += line.length + 1;
	}
	return offsets;
}
