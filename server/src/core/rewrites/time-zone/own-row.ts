import type { TableRow } from '../../markdown/blocks';
import type { TableModel, TimelineEntry } from '../../postmortem/model';

/** The row of a table that an entry was read from. */
export function ownRow({ block: { rows } }: TableModel, { rowSpan }: TimelineEntry): TableRow | undefined {
	let [low, high] = [0, rows.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (rows[middle]!.span.start < rowSpan.start) low = middle + 1;
		else high = middle;
	}
	const row = rows[low];
	return row?.span.start === rowSpan.start ? row : undefined;
}
