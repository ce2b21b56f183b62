/** Rows that stand one behind the other with nothing of their own between them. */
import type { Postmortem } from '../postmortem/model';
import type { TextSpan } from '../text/span';

/** What may stand between two rows and belong to neither: white space, list and quote marks, tags of a list. */
const BETWEEN = /^(?:[\s>*+•·▪◦‣=–—-]|\d{1,9}[.)](?=\s|$)|\[[ xX]\]|<br ?\/?>|<\/?(?:li|ul|ol|p|tr|t[dh])(?:\s[^<>]*)?>)*$/;

/**
 * Cuts the rows where anything else stands between two of them, but for what `joins` says to be part of the later one.
 * Rows in document order; none where two overlap.
 */
export function rowsApart<Row extends { readonly rowSpan: TextSpan }>(doc: Postmortem, rows: readonly Row[], joins?: (gap: TextSpan, row: Row) => boolean): Row[][] {
	const runs: Row[][] = [];
	for (const row of rows) {
		const last = runs.at(-1);
		const before = last?.at(-1);
		if (before && row.rowSpan.start < before.rowSpan.end) return [];
		const gap = { start: before?.rowSpan.end ?? 0, end: row.rowSpan.start };
		if (last && before && (isNothing(doc.text.slice(gap.start, gap.end)) || joins?.(gap, row))) last.push(row);
		else runs.push([row]);
	}
	return runs;
}

/** Whether the text is made of marks alone that go when rows change their shape. */
export function isNothing(between: string): boolean {
	return BETWEEN.test(between);
}
