/** What the readers of timelines hand to each other: rows and day lines as found, before their moments are worked out. */
import type { Block } from '../markdown/blocks';
import { movedBy } from '../markdown/recall';
import { oncePerText } from '../text/once';
import { trimmed, type TextSpan, type Written } from '../text/span';
import { dateAt, type DateMention, type DateOrder } from '../time/date';
import { zoneAt, type TimeMention } from '../time/mention';
import { isDigit, isLatin } from '../time/time-words';
import type { TableModel, TimelineShape } from './model';
import type { RowTime } from './row-time';

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
	/** Whether the blocks are part of an item: code in it belongs to a step. */
	readonly isNested?: boolean;
}

/** The zone that a header or heading names: `Time (UTC)`, `UTC`, `Time [CET]`. */
export function headerZone(text: string, { start, end }: TextSpan): Written | undefined {
	const zone = firstZone(text.slice(start, end));
	return zone && movedBy(zone, start);
}

const firstZone = oncePerText((source): Written | undefined => {
	for (let from = 0; from < source.length; from++) {
		if (from > 0 && isWordPart(source.charCodeAt(from - 1))) continue;
		const zone = zoneAt(source, from);
		if (zone) return { text: zone.text, span: zone.span };
	}
	return undefined;
});

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

/** The row of one line, in a list, paragraph, quote or code block. */
export function lineRow(line: TextSpan, { time, rest, place }: RowTime, rowSpan: TextSpan, block: Block, shape: TimelineShape): RawRow {
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
		if (from > at.start && isWordPart(text.charCodeAt(from - 1))) continue;
		const date = dateAt(text, from, order);
		if (date && date.span.end <= at.end) return date;
	}
	return undefined;
}

function isWordPart(code: number): boolean {
	return isDigit(code) || isLatin(code);
}
