/** The rows of a timeline, from blocks of any shape, before their moments are worked out. */
import type { Block, CodeBlock, ListBlock, ListItem, ParagraphBlock, TableBlock, TableRow } from '../markdown/blocks';
import { plainText } from '../markdown/inline';
import { trimmed, written, type TextSpan, type Written } from '../text/span';
import { dateAt, type DateMention, type DateOrder } from '../time/date';
import { zoneAt, type TimeMention } from '../time/mention';
import { readTable } from './columns';
import { namedDuration } from './duration-names';
import { labelOf } from './labels';
import type { TableModel, TimelineShape } from './model';
import { labelledTime, leadingTime, timeInMidst, type RowTime } from './row-time';

/** One row as found. */
export interface RawRow {
	readonly kind: 'row';
	readonly shape: TimelineShape;
	readonly time: TimeMention | undefined;
	/** The time as written; empty, at the row's start, where it has none. */
	readonly written: TextSpan;
	readonly rowSpan: TextSpan;
	readonly textSpans: readonly TextSpan[];
	readonly who: Written | undefined;
	readonly phase: Written | undefined;
	/** The zone of the column that the time stands in. */
	readonly columnZone: Written | undefined;
	/** The date of the row's own date column. */
	readonly dateCell: DateMention | undefined;
	readonly table: TableModel | undefined;
	/** The block it came from: rows of one block and shape make one timeline. */
	readonly block: Block;
	readonly place: RowTime['place'] | undefined;
}

/** A line, item or heading that states the day of the rows behind it. */
export interface DateLine {
	readonly kind: 'date';
	readonly date: DateMention;
	readonly span: TextSpan;
	readonly zone: Written | undefined;
}

export type RawItem = RawRow | DateLine;

export interface RowOptions {
	readonly order: DateOrder | undefined;
	/** Whether the section is a timeline by its heading: then single rows, rows without a time and times within sentences count. */
	readonly trusted: boolean;
}

/** Rows of a run of blocks; blocks that hold none give nothing. */
export function rowsOf(text: string, blocks: readonly Block[], options: RowOptions): RawItem[] {
	const items: RawItem[] = [];
	for (const [index, block] of blocks.entries()) {
		switch (block.kind) {
			case 'table': items.push(...tableRows(text, block, options)); break;
			case 'list': items.push(...listRows(text, block, options)); break;
			case 'paragraph': items.push(...paragraphRows(text, block, blocks, index, options)); break;
			case 'code': if (options.trusted && !items.some((item) => item.kind === 'row')) items.push(...codeRows(text, block, options)); break;
			case 'quote': items.push(...rowsOf(text, block.blocks, options).map((item): RawItem => (item.kind === 'row' && item.shape !== 'table' ? { ...item, shape: 'quote', block } : item))); break;
			case 'html': items.push(...htmlRows(text, block, options)); break;
			case 'heading': case 'break': case 'definition': break;
		}
	}
	return items;
}

// ── tables ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function tableRows(text: string, block: TableBlock, { order, trusted }: RowOptions): RawItem[] {
	const table = readTable(text, block);
	const headerless = block.header.cells.every((cell) => cell.start >= cell.end);
	const rows = block.rows.filter((row) => row.cells.some((cell) => plainText(text.slice(cell.start, cell.end)) !== ''));
	const time = timeColumn(text, table, rows, order) ?? (trusted && table.columns.length > 1 && table.columns[0]!.role === 'time' ? 0 : undefined);
	if (time === undefined) return [];
	const timed = rows.filter((row) => cellTime(text, row.cells[time], order)?.clock || cellTime(text, row.cells[time], order)?.relative).length;
	const dateColumn = table.columns.findIndex((column, index) => index !== time && column.role === 'date');
	if (!trusted) {
		const named = table.columns[time]!.role === 'time' || headerless;
		const actionLike = table.columns.some((column) => column.role === 'due' || column.role === 'action' || column.role === 'owner') && !named;
		if (timed < 2 || timed < rows.length * 0.5 || actionLike) return [];
	} else if (timed === 0 && table.columns[time]!.role !== 'time' && !rows.some((row) => cellTime(text, row.cells[time], order))) return [];
	const event = table.columns.findIndex((column, index) => index !== time && column.role === 'event');
	const who = table.columns.findIndex((column) => column.role === 'who' || column.role === 'owner');
	const phase = table.columns.findIndex((column) => column.role === 'phase');
	const header = table.columns[time]!.title;
	const zone = headerZone(text, header.span);
	return rows.map((row): RawRow => {
		const cell = row.cells[time] ?? { start: row.span.end, end: row.span.end };
		const mention = cellTime(text, cell, order);
		const others = row.cells.filter((_, index) => index !== time && index !== dateColumn && index !== who && index !== phase && table.columns[index]?.role !== 'time');
		const eventCell = event >= 0 ? row.cells[event] : undefined;
		const rest = mention ? leadingTime(text, cell, order)?.rest.filter((span) => span.end > span.start) ?? [] : [];
		return {
			kind: 'row', shape: 'table', block, table, time: mention, written: mention?.span ?? (mention === undefined && cell.end > cell.start ? cell : { start: cell.start, end: cell.start }),
			rowSpan: row.span,
			textSpans: eventCell && eventCell.end > eventCell.start ? [eventCell, ...others.filter((other) => other !== eventCell && other.end > other.start)] : [...others.filter((other) => other.end > other.start), ...(others.every((other) => other.start >= other.end) ? rest : [])],
			who: cellWritten(text, who >= 0 ? row.cells[who] : undefined), phase: cellWritten(text, phase >= 0 ? row.cells[phase] : undefined), columnZone: zone,
			dateCell: dateColumn >= 0 && row.cells[dateColumn] ? cellDate(text, row.cells[dateColumn]!, order) : undefined, place: 'start',
		};
	});
}

/** The first column that its header or its cells show to hold times. */
function timeColumn(text: string, table: TableModel, rows: readonly TableRow[], order: DateOrder | undefined): number | undefined {
	if (rows.length === 0) return undefined;
	const share = (index: number, want: (time: TimeMention) => boolean) => {
		const filled = rows.filter((row) => row.cells[index] && row.cells[index]!.end > row.cells[index]!.start);
		return filled.length === 0 ? 0 : filled.filter((row) => { const time = cellTime(text, row.cells[index], order); return time !== undefined && want(time); }).length / filled.length;
	};
	const clocked = (time: TimeMention) => time.clock !== undefined || time.relative !== undefined;
	const candidates = table.columns.map((column, index) => ({ column, index }));
	const named = candidates.find(({ column, index }) => column.role === 'time' && share(index, () => true) >= 0.3);
	if (named) return named.index;
	const byClock = candidates.find(({ column, index }) => !['due', 'action', 'owner'].includes(column.role) && share(index, clocked) >= 0.6);
	if (byClock) return byClock.index;
	return candidates.find(({ column, index }) => (column.role === 'date' || column.role === 'time') && share(index, () => true) >= 0.5)?.index;
}

function cellTime(text: string, cell: TextSpan | undefined, order: DateOrder | undefined): TimeMention | undefined {
	return cell && cell.end > cell.start ? leadingTime(text, cell, order)?.time : undefined;
}

function cellWritten(text: string, cell: TextSpan | undefined): Written | undefined {
	return cell && cell.end > cell.start && !/^[-–—]$/.test(text.slice(cell.start, cell.end)) ? written(text, cell) : undefined;
}

function cellDate(text: string, cell: TextSpan, order: DateOrder | undefined): DateMention | undefined {
	const time = cellTime(text, cell, order);
	return time?.date;
}

/** The zone that a header or heading names: `Time (UTC)`, `UTC`, `Time [CET]`. */
export function headerZone(text: string, at: TextSpan): Written | undefined {
	const source = text.slice(at.start, at.end);
	for (let from = 0; from < source.length; from++) {
		if (from > 0 && /[\p{L}\p{N}]/u.test(source[from - 1]!) ) continue;
		const zone = zoneAt(source, from);
		if (zone) return { text: zone.text, span: { start: at.start + zone.span.start, end: at.start + zone.span.end } };
	}
	return undefined;
}

// ── lists ───────────────────────────────────────────────────────────────────────────────────────────────────────────

function listRows(text: string, list: ListBlock, options: RowOptions): RawItem[] {
	const events = list.items.filter((item) => !statesDuration(text, item));
	const found = events.map((item) => itemRows(text, item, list, options));
	const timed = found.filter((items) => items.some((item) => item.kind === 'row' && item.time && item.place !== 'midst')).length;
	const loose = found.filter((items) => items.some((item) => item.kind === 'row' && item.time)).length;
	if (!options.trusted) {
		const clocked = found.filter((items) => items.some((item) => item.kind === 'row' && (item.time?.clock || item.time?.relative) && item.place === 'start')).length;
		if (clocked < 2 || clocked < events.length * 0.6) return [];
	} else if (loose === 0) return [];
	const keepMidst = timed === 0 || loose > timed;
	return found.flatMap((items, index) => {
		if (items.length > 0) return items.filter((item) => item.kind === 'date' || item.place !== 'midst' || keepMidst);
		return options.trusted || timed > events.length / 2 ? [untimedRow(text, events[index]!, list)] : [];
	});
}

/** `**Time to repair**: 0h 16m` among the rows says how long it took, not when it was. */
function statesDuration(text: string, item: ListItem): boolean {
	const first = item.blocks[0];
	const label = first?.kind === 'paragraph' ? labelOf(text, first.lines[0]!) : undefined;
	return label !== undefined && namedDuration(text.slice(label.title.start, label.title.end)) !== undefined;
}

function itemRows(text: string, item: ListItem, list: ListBlock, options: RowOptions): RawItem[] {
	const first = item.blocks[0];
	if (!first) return [];
	const inner = item.blocks.slice(1);
	if (first.kind !== 'paragraph') return rowsOf(text, item.blocks, options);
	const line = first.lines[0]!;
	const lead = leadingTime(text, line, options.order) ?? labelledTime(text, line, options.order);
	const nested = inner.filter((block) => block.kind === 'list' || block.kind === 'table');
	const nestedRows = nested.length ? rowsOf(text, nested, { ...options, trusted: false }) : [];
	const nestedTimed = nestedRows.some((row) => row.kind === 'row' && row.time?.clock);
	const bareDate = lead?.time.date && !lead.time.clock && (lead.rest.every((span) => span.start >= span.end) || nestedTimed);
	if (bareDate) {
		const under = nested.length ? rowsOf(text, inner, options) : [];
		if (under.some((row) => row.kind === 'row')) return [dateLine(text, lead.time, first.span), ...under];
		if (!nested.length && first.lines.length > 1) {
			const lines = paragraphRows(text, { ...first, lines: first.lines.slice(1) }, [], 0, options);
			if (lines.some((row) => row.kind === 'row' && row.time)) return [dateLine(text, lead.time, line), ...lines];
		}
	}
	if (lead) {
		const sameLines = first.lines.slice(1).flatMap((each) => (leadingTime(text, each, options.order)?.time.clock ? [each] : []));
		if (sameLines.length > 0 && sameLines.length === first.lines.length - 1) return first.lines.map((each, index) => lineRow(each, index === 0 ? lead : leadingTime(text, each, options.order)!, { start: each.start, end: each.end }, list, 'lines'));
		const texts = [...lead.rest, ...first.lines.slice(1), ...inner.flatMap((block) => textSpansOf(text, block))].filter((span) => span.end > span.start);
		const shape = inner.length ? 'nested-list' : 'list';
		const row: RawRow = { ...lineRow(line, lead, item.span, list, shape), textSpans: texts };
		if (!nestedTimed) return [row];
		const own = [...lead.rest, ...first.lines.slice(1)].filter((span) => span.end > span.start);
		return [{ ...row, textSpans: own, rowSpan: { start: item.span.start, end: first.span.end } }, ...nestedRows];
	}
	if (nestedTimed) return nestedRows;
	const below = options.trusted && nested[0]?.kind === 'list' ? firstItemLine(nested[0]) : undefined;
	const belowTime = below && leadingTime(text, below, options.order);
	if (belowTime?.time.clock && labelOf(text, line)) {
		const others = inner.flatMap((block) => textSpansOf(text, block)).filter((span) => span !== below);
		return [{ ...lineRow(line, belowTime, item.span, list, 'nested-list'), textSpans: [labelOf(text, line)!.title, ...belowTime.rest, ...others].filter((span) => span.end > span.start), rowSpan: item.span }];
	}
	const midst = options.trusted ? first.lines.map((each) => timeInMidst(text, each, options.order)).find((time) => time !== undefined) : undefined;
	if (!midst) return [];
	return [{ ...lineRow(line, midst, item.span, list, inner.length ? 'nested-list' : 'list'), textSpans: [...first.lines, ...inner.flatMap((block) => textSpansOf(text, block))] }];
}

function untimedRow(text: string, item: ListItem, list: ListBlock): RawRow {
	const start = item.blocks[0]?.span.start ?? item.span.end;
	return {
		kind: 'row', shape: item.blocks.length > 1 ? 'nested-list' : 'list', block: list, table: undefined, time: undefined, written: { start, end: start }, rowSpan: item.span,
		textSpans: item.blocks.flatMap((block) => textSpansOf(text, block)), who: undefined, phase: undefined, columnZone: undefined, dateCell: undefined, place: undefined,
	};
}

/** The steps of a timeline that states no time at all: the items of its only list. */
export function untimedRows(text: string, blocks: readonly Block[]): RawRow[] {
	const lists = blocks.filter((block) => block.kind === 'list');
	return lists.length === 1 && lists[0]!.items.length > 1 ? lists[0]!.items.map((item) => untimedRow(text, item, lists[0]!)) : [];
}

/** All text below a block, line by line, without marks of lists and quotes. */
export function textSpansOf(text: string, block: Block): TextSpan[] {
	switch (block.kind) {
		case 'paragraph': return [...block.lines];
		case 'list': return block.items.flatMap((item) => item.blocks.flatMap((child) => textSpansOf(text, child)));
		case 'quote': return block.blocks.flatMap((child) => textSpansOf(text, child));
		case 'heading': return [block.content];
		case 'code': return block.lines.map((line) => trimmed(text, line)).filter((line) => line.end > line.start);
		case 'table': return [block.header, ...block.rows].flatMap((row) => row.cells.filter((cell) => cell.end > cell.start));
		case 'html': return [block.span];
		default: return [];
	}
}

// ── lines ───────────────────────────────────────────────────────────────────────────────────────────────────────────

function paragraphRows(text: string, block: ParagraphBlock, siblings: readonly Block[], index: number, options: RowOptions): RawItem[] {
	const { order, trusted } = options;
	const starts = block.lines.map((line) => leadingTime(text, line, order) ?? (trusted ? labelledTime(text, line, order) : undefined));
	const clocks = starts.filter((start) => start?.time.clock || start?.time.relative).length;
	if (!trusted && (clocks < 2 || clocks < block.lines.length * 0.5)) {
		const single = clocks === 1 && starts[0] && siblingClocks(text, siblings, order) >= 3;
		if (!single) return [];
	}
	const items: RawItem[] = [];
	let open: { time: RowTime; lines: TextSpan[]; from: TextSpan } | undefined;
	const shape: TimelineShape = block.lines.length > 1 && clocks > 1 ? 'lines' : 'paragraphs';
	const close = () => {
		if (!open) return;
		const end = open.lines.at(-1)?.end ?? open.from.end;
		items.push({ ...lineRow(open.from, open.time, { start: open.from.start, end: Math.max(end, open.from.end) }, block, open.time.place === 'end' ? 'labels' : shape), textSpans: [...open.time.rest, ...open.lines].filter((span) => span.end > span.start) });
		open = undefined;
	};
	for (const [at, line] of block.lines.entries()) {
		const start = starts[at];
		const bare = start && start.time.date && !start.time.clock && start.rest.every((span) => span.start >= span.end);
		if (bare) {
			close();
			items.push(dateLine(text, start.time, line));
		} else if (start && (start.time.clock || start.time.relative || (start.time.date && trusted && start.place === 'start'))) {
			close();
			open = { time: start, lines: [], from: line };
		} else if (open) open.lines.push(line);
	}
	if (open && open.time.rest.every((span) => span.start >= span.end) && open.lines.length === 0) {
		// a time alone on its line: what follows up to the next time is its text
		let end: number = open.from.end;
		for (const next of siblings.slice(index + 1)) {
			if (next.kind === 'heading' || next.kind === 'table' || next.kind === 'break') break;
			const firstLine = next.kind === 'paragraph' ? next.lines[0]! : next.kind === 'list' ? firstItemLine(next) : undefined;
			if (firstLine && (leadingTime(text, firstLine, order) || labelledTime(text, firstLine, order))) break;
			open.lines.push(...textSpansOf(text, next));
			end = next.span.end;
		}
		const row = { ...open };
		open = undefined;
		items.push({ ...lineRow(row.from, row.time, { start: row.from.start, end }, block, 'paragraphs'), textSpans: row.lines });
	}
	close();
	if (items.length === 0 && trusted) {
		const midst = block.lines.map((line) => ({ line, time: timeInMidst(text, line, order) })).filter(({ time }) => time !== undefined);
		if (midst.length > 0 && isEventSentence(text, block)) {
			const perLine = midst.length > 1 && block.lines.length === midst.length;
			if (perLine) return midst.map(({ line, time }) => ({ ...lineRow(line, time!, line, block, 'lines'), textSpans: [line] }));
			return [{ ...lineRow(block.lines[0]!, midst[0]!.time!, block.span, block, 'paragraphs'), textSpans: [...block.lines] }];
		}
	}
	return items;
}

/** A statement about the timeline itself ("All times in UTC", "Times below are …") is no event. */
function isEventSentence(text: string, block: ParagraphBlock): boolean {
	return !/\b(?:all|the following|below|these)\s(?:[^.]{0,30}\s)?times?\b|timezone|time zone/i.test(text.slice(block.span.start, block.span.end));
}

function siblingClocks(text: string, siblings: readonly Block[], order: DateOrder | undefined): number {
	return siblings.filter((block) => block.kind === 'paragraph' && leadingTime(text, block.lines[0]!, order)?.time.clock).length;
}

function firstItemLine(list: ListBlock): TextSpan | undefined {
	const first = list.items[0]?.blocks[0];
	return first?.kind === 'paragraph' ? first.lines[0] : undefined;
}

function codeRows(text: string, block: CodeBlock, { order }: RowOptions): RawItem[] {
	if (block.language !== undefined && !/^(?:text|txt|log|plain|plaintext|console|none)$/i.test(block.language)) return [];
	const lines = block.lines.map((line) => trimmed(text, line)).filter((line) => line.end > line.start);
	const starts = lines.map((line) => leadingTime(text, line, order));
	const clocks = starts.filter((start) => start?.time.clock || start?.time.relative).length;
	if (clocks < 2 || clocks < lines.length * 0.4) return [];
	const items: RawItem[] = [];
	let open: { time: RowTime; lines: TextSpan[]; from: TextSpan } | undefined;
	const close = () => {
		if (open) items.push({ ...lineRow(open.from, open.time, { start: open.from.start, end: open.lines.at(-1)?.end ?? open.from.end }, block, 'code'), textSpans: [...open.time.rest, ...open.lines].filter((span) => span.end > span.start) });
		open = undefined;
	};
	for (const [at, line] of lines.entries()) {
		const start = starts[at];
		if (start?.time.date && !start.time.clock && start.rest.every((span) => span.start >= span.end)) {
			close();
			items.push(dateLine(text, start.time, line));
		} else if (start?.time.clock || start?.time.relative) {
			close();
			open = { time: start, lines: [], from: line };
		} else open?.lines.push(line);
	}
	close();
	return items;
}

function htmlRows(text: string, block: Block, { order, trusted }: RowOptions): RawItem[] {
	const source = text.slice(block.span.start, block.span.end);
	if (!/<(?:li|p|br|td|dt|dd)\b/i.test(source) || /^<!--/.test(source)) return [];
	const items: RawItem[] = [];
	for (const part of source.matchAll(/<(?:li|p|dd|dt)(?:\s[^<>]*)?>([\s\S]*?)(?=<\/(?:li|p|dd|dt)>|<(?:li|p|dd|dt)[\s>]|$)/gi)) {
		const start = block.span.start + part.index + part[0].indexOf('>') + 1;
		const line = trimmed(text, { start, end: start + part[1]!.length });
		const time = leadingTime(text, line, order);
		if (time?.time.clock || time?.time.relative) items.push(lineRow(line, time, line, block, 'html'));
		else if (time?.time.date && time.rest.every((span) => span.start >= span.end)) items.push(dateLine(text, time.time, line));
	}
	return trusted || items.length >= 3 ? items : [];
}

function lineRow(line: TextSpan, { time, rest, place }: RowTime, rowSpan: TextSpan, block: Block, shape: TimelineShape): RawRow {
	return {
		kind: 'row', shape: place === 'end' && shape !== 'nested-list' ? 'labels' : shape, block, table: undefined, time, written: time.span, rowSpan: { start: Math.min(rowSpan.start, line.start), end: rowSpan.end },
		textSpans: rest.filter((span) => span.end > span.start), who: undefined, phase: undefined, columnZone: undefined, dateCell: undefined, place,
	};
}

export function dateLine(text: string, time: TimeMention, span: TextSpan): DateLine {
	return { kind: 'date', date: time.date!, span, zone: headerZone(text, span) };
}

/** The date that a heading states, alone or with few words: `May 12`, `Day 1 (2024-05-12)`, `29-09-2021 (All times CEST)`. */
export function headingDate(text: string, at: TextSpan, order: DateOrder | undefined): DateMention | undefined {
	for (let from = at.start; from < at.end; from++) {
		if (from > at.start && /[\p{L}\p{N}]/u.test(text[from - 1]!)) continue;
		const date = dateAt(text, from, order);
		if (date && date.span.end <= at.end) return date;
	}
	return undefined;
}
