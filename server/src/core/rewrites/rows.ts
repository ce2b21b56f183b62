/** Rows that stand one behind the other with nothing of their own between them. */
import type { Postmortem } from '../postmortem/model';
import type { TextSpan } from '../text/span';

/** What may stand between two rows and belong to neither: white space, list and quote marks, tags of a list. */
const BETWEEN = /^(?:[\s>*+•·▪◦‣-]|\d{1,9}[.)](?=\s|$)|\[[ xX]\]|<\/?(?:li|ul|ol|p|tr|t[dh])(?:\s[^<>]*)?>)*$/;

/** Cuts the rows where anything else stands between two of them. Rows in document order that do not overlap. */
export function rowsApart<Row extends { readonly rowSpan: TextSpan }>(doc: Postmortem, rows: readonly Row[]): Row[][] {
	const runs: Row[][] = [];
	for (const row of rows) {
		const last = runs.at(-1);
		const before = last?.at(-1);
		if (before && row.rowSpan.start < before.rowSpan.end) return [];
		if (last && before && BETWEEN.test(doc.text.slice(before.rowSpan.end, row.rowSpan.start))) last.push(row);
		else runs.push([row]);
	}
	return runs;
}
