/** Pasted events as rows of a table that is there already. */
import type { TableRow } from '../../markdown/blocks';
import { padded } from '../../markdown/display-width';
import { rowWidths } from '../../markdown/table-print';
import { readTable } from '../../postmortem/columns';
import type { Postmortem, TableModel } from '../../postmortem/model';
import { headerZone } from '../../postmortem/raw-rows';
import { cellsOf, withZone } from '../../rewrites/transcript-cells';
import type { SpanEdit } from '../../text/edit';
import type { TranscriptEvent } from '../../transcript/transcript';
import { eventTimes, type TimeModel, type ZoneOfTimes } from './event-times';

/** A timeline table with the cursor in it or right behind it. */
export function tableAt(doc: Postmortem, offset: number): TableModel | undefined {
	const line = doc.lines.line(doc.lines.lineAt(offset));
	const block = doc.blocks.findLast((each) => each.span.start <= line.end);
	if (block?.kind !== 'table' || (offset > block.span.end && doc.text.slice(block.span.end, line.end).trim() !== '')) return undefined;
	const table = readTable(doc.text, block);
	const roles = table.columns.map(({ role }) => role);
	return roles.includes('time') && (roles.includes('event') || doc.timelines.some((timeline) => timeline.table?.block.span.start === block.span.start)) ? table : undefined;
}

/** Behind the row at the cursor, in the place of one that is blank, else at the table's end. */
export function tableRows(doc: Postmortem, { block, columns }: TableModel, offset: number, events: readonly TranscriptEvent[], zone: ZoneOfTimes): SpanEdit {
	const { text, lines } = doc;
	const rows = block.rows.filter(({ span }) => span.start <= lines.line(lines.lineAt(offset)).end);
	const at = rows.at(-1);
	const above = at && isBlank(text, at) ? rows.at(-2) : at;
	const roles = columns.map(({ role }) => role);
	const eventColumn = roles.includes('event') ? undefined : roles.findIndex((role) => role === 'other');
	const known = roles.map((role, index) => (index === eventColumn ? 'event' : role));
	const model = timeModel(doc, { block, columns }, above);
	const times = eventTimes(doc, model, zone);
	const widths = rowWidths(text, block, doc.tableWidths);
	const printed = events.map((event) => {
		const time = times(event);
		const cells = cellsOf(known, event, { ...time, time: time.zone === undefined || time.zone === model?.zone?.written.text || time.zone === doc.zone?.written.text ? time.time : withZone(time) });
		return `| ${cells.map((cell, index) => padded(cell, widths[index] ?? 0)).join(' | ')} |`;
	});
	if (at && isBlank(text, at)) return { span: lines.line(lines.lineAt(at.span.start)), newText: printed.join(lines.ending) };
	const { end } = lines.line(lines.lineAt((at ?? { span: block.delimiter }).span.start));
	return { span: { start: end, end }, newText: printed.map((row) => lines.ending + row).join('') };
}

function timeModel(doc: Postmortem, { block, columns }: TableModel, above: TableRow | undefined): TimeModel | undefined {
	const timeline = doc.timelines.find(({ table }) => table?.block.span.start === block.span.start);
	const entry = timeline?.entries.find(({ rowSpan }) => rowSpan.start === above?.span.start);
	const title = columns.find(({ role }) => role === 'time')!.title;
	const header = headerZone(doc.text, title.span);
	const zone = timeline?.zone ?? (header && { written: header, offset: undefined, iana: undefined });
	return { written: entry?.written.text ?? '', date: entry?.at?.date ?? timeline?.entries.findLast(({ at }) => at?.date)?.at?.date ?? doc.date?.date, zone };
}

function isBlank(text: string, row: TableRow): boolean {
	return row.cells.every(({ start, end }) => text.slice(start, end).trim() === '');
}
