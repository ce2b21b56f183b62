/** The times of a timeline table in a second zone: a column of their own, added or computed anew. */
import { displayWidth, padded } from '../../markdown/display-width';
import { rowOf } from '../../markdown/table-row';
import type { Postmortem, Timeline } from '../../postmortem/model';
import { soleTime } from '../../postmortem/sole-time';
import { headerZone } from '../../postmortem/raw-rows';
import { applyEdits, type SpanEdit } from '../../text/edit';
import type { TextSpan } from '../../text/span';
import { padsHours } from '../../time/clock-style';
import { timeEdits } from '../../time/mention-style';
import { isReadAs, zoneTarget, type ZoneTarget } from '../../time/zone-target';
import { momentIn, nameOf } from '../../time/moment-in';
import { ownRow } from './own-row';
import { placedRows, type Placed } from './targets';

interface ZoneColumn {
	readonly index: number;
	readonly title: string;
	readonly target: ZoneTarget;
}

/** The columns of a table beside the one of its own times that name a zone. */
export function zoneColumns(doc: Postmortem, timeline: Timeline): readonly ZoneColumn[] {
	const own = ownColumn(timeline);
	if (own === undefined) return [];
	return timeline.table!.columns.flatMap(({ title }, index): ZoneColumn[] => {
		const zone = index === own || title.text.length > 40 ? undefined : headerZone(doc.text, title.span);
		const target = zone && zoneTarget(zone.text);
		return target ? [{ index, title: title.text, target }] : [];
	});
}

/** Sets every cell of a column to the row's own time there; cells that hold more than a time stay. */
export function recomputeEdits(doc: Postmortem, timeline: Timeline, { index, target }: ZoneColumn): SpanEdit[] {
	const rows = placedRows([timeline]) ?? [];
	const cells = rows.flatMap((row) => ({ row, cell: ownRow(timeline.table!, row.entry)?.cells[index] }));
	const times = cells.flatMap(({ cell }) => (cell && soleTime(doc.text, cell)) ?? []);
	if (times.length === 0) return [];
	const pads = padsHours(times.map(({ clock }) => doc.text.slice(clock!.span.start, clock!.span.end)));
	return cells.flatMap(({ row, cell }): SpanEdit[] => {
		if (!cell) return [];
		const at = momentIn(target, row.at);
		const until = row.entry.until && momentIn(target, row.entry.until);
		if (!at) return [];
		if (cell.start === cell.end) {
			const newText = timeText(doc, row, target);
			return newText === undefined ? [] : [{ span: cell, newText: newText + (/\s/.test(doc.text[cell.end] ?? ' ') ? '' : ' ') }];
		}
		const second = soleTime(doc.text, cell);
		if (!second || second.zone || (second.until && !until) || (second.clock!.maybeTwelveHour && second.clock!.clock.hour % 12 === at.clock.hour % 12 && second.clock!.clock.minute === at.clock.minute)) return [];
		return timeEdits(doc.text, second, { at, until, dayBefore: undefined, zone: undefined, pads, halvesUnwritten: false }) ?? [];
	});
}

/** Behind the column of the row's own times; empty where a time cannot be told there. */
export function addColumnEdits(doc: Postmortem, timeline: Timeline, target: ZoneTarget): SpanEdit[] {
	const own = ownColumn(timeline);
	const rows = placedRows([timeline]);
	if (own === undefined || !rows) return [];
	const { block, columns } = timeline.table!;
	const name = columnName(rows, target);
	if (name === undefined) return [];
	const values = new Map(rows.map((row) => [row.entry.rowSpan.start, columnValue(doc, row, target, name)]));
	if ([...values.values()].includes(undefined)) return [];
	const title = titleIn(doc, columns[own]!.title, name);
	const width = doc.tableWidths === 'stable' ? 0 : Math.max(3, displayWidth(title), ...[...values.values()].map((value) => displayWidth(value!)));
	const lines = [
		{ cells: block.header.cells, value: title },
		{ cells: rowOf(doc.text, block.delimiter).cells, value: '-'.repeat(Math.max(3, width)) },
		...block.rows.map(({ cells, span }) => ({ cells, value: values.get(span.start) ?? '' })),
	];
	return lines.flatMap(({ cells, value }): SpanEdit[] => {
		const cell = cells[own];
		return cell ? [cellBehind(doc.text, cell, padded(value, width))] : [];
	});
}

/** What the header says; `undefined` where no name fits all rows. */
export function columnName(rows: readonly Placed[], target: ZoneTarget): string | undefined {
	const names = new Set<string>();
	for (const { at } of rows) {
		const there = momentIn(target, at);
		if (!there) return undefined;
		names.add(nameOf(target, there));
	}
	return names.size === 1 ? [...names][0] : target.name;
}

function columnValue(doc: Postmortem, row: Placed, target: ZoneTarget, name: string): string | undefined {
	const text = timeText(doc, row, target);
	const at = momentIn(target, row.at)!;
	return text === undefined || isReadAs(name, at) ? text : `${text} ${nameOf(target, at)}`;
}

/** The row's own time there, in its own style, without a zone. */
function timeText(doc: Postmortem, { entry, at }: Placed, target: ZoneTarget): string | undefined {
	const time = entry.time!;
	const to = momentIn(target, at);
	const until = entry.until && momentIn(target, entry.until);
	if (!to || (entry.until && !until)) return undefined;
	const edits = timeEdits(doc.text, time, { at: to, until, dayBefore: at.date, zone: undefined, pads: undefined, halvesUnwritten: !time.clock!.meridiem && time.clock!.clock.hour !== at.clock.hour });
	if (!edits) return undefined;
	const zones = [time.zone, time.until?.zone].flatMap((zone) => (zone ? [withBrackets(doc.text, zone.span, time.span)] : []));
	const cuts = zones.filter((zone, index) => zones.findIndex(({ start }) => start === zone.start) === index).map((span) => ({ span, newText: '' }));
	const { start, end } = time.span;
	return applyEdits(doc.text.slice(start, end), [...edits, ...cuts].map(({ span, newText }) => ({ span: { start: span.start - start, end: span.end - start }, newText }))).trim();
}

/** With the white space and bracket before it, and the bracket behind it. */
function withBrackets(text: string, zone: TextSpan, within: TextSpan): TextSpan {
	let { start, end } = zone;
	while (start > within.start && /[\s([]/.test(text[start - 1]!)) start--;
	while (end < within.end && /[)\]]/.test(text[end]!)) end++;
	return { start, end };
}

function ownColumn({ table, entries }: Timeline): number | undefined {
	for (const entry of entries) {
		const { time } = entry;
		const row = time?.clock && table && ownRow(table, entry);
		const index = row ? row.cells.findIndex((cell) => cell.start <= time.span.start && time.span.end <= cell.end) : -1;
		if (index >= 0) return index;
	}
	return undefined;
}

/** `Time (UTC)` → `Time (PST)`, `UTC` → `PST`, `When` → `When (PST)`. */
function titleIn(doc: Postmortem, { text, span }: { readonly text: string; readonly span: TextSpan }, name: string): string {
	const zone = headerZone(doc.text, span);
	if (!zone) return text === '' ? name : `${text} (${name})`;
	return text.slice(0, zone.span.start - span.start) + name + text.slice(zone.span.end - span.start);
}

function cellBehind(text: string, cell: TextSpan, value: string): SpanEdit {
	let at = cell.end;
	while (/[ \t]/.test(text[at] ?? '')) at++;
	return text[at] === '|' ? { span: { start: at, end: at }, newText: `| ${value} ` } : { span: { start: cell.end, end: cell.end }, newText: ` | ${value.trimEnd()}` };
}
