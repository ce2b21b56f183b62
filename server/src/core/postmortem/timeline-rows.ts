/** The rows of a timeline, from blocks of any shape, before their moments are worked out. */
import type { Block, CodeBlock, ListBlock, ListItem, ParagraphBlock } from '../markdown/blocks';
import { trimmed, type TextSpan } from '../text/span';
import type { DateOrder } from '../time/date';
import { monthAt } from '../time/months';
import { htmlRows } from './html-rows';
import { namedDuration } from './duration-names';
import { labelOf } from './labels';
import type { TimelineShape } from './model';
import { zoneStatement } from './moments';
import { dateLine, lineRow, textSpansOf, type RawItem, type RawRow, type RowOptions } from './raw-rows';
import { labelledTime, leadingTime, timeInMidst, type RowTime } from './row-time';
import { runTogether, type RunPart } from './run-together';
import { tableRows } from './table-rows';

/** Rows of a run of blocks; blocks that hold none give nothing. */
export function rowsOf(text: string, blocks: readonly Block[], options: RowOptions): RawItem[] {
	const items: RawItem[] = [];
	// what a list of steps shows in code is part of the steps
	const hasSteps = blocks.some((block) => block.kind === 'list');
	let clocks: number | undefined;
	const clocksBeside = () => (clocks ??= paragraphsWithClock(text, blocks, options.order));
	for (const [index, block] of blocks.entries()) {
		switch (block.kind) {
			case 'table': items.push(...tableRows(text, block, options)); break;
			case 'list': items.push(...listRows(text, block, options)); break;
			case 'paragraph': items.push(...paragraphRows(text, block, { blocks, index, clocks: clocksBeside }, options)); break;
			case 'code': if (options.trusted && !options.isNested && !hasSteps && !items.some((item) => item.kind === 'row')) items.push(...codeRows(text, block, options)); break;
			case 'quote': items.push(...rowsOf(text, block.blocks, options).map((item): RawItem => (item.kind === 'row' && item.shape !== 'table' ? { ...item, shape: 'quote', block } : item))); break;
			case 'html': items.push(...htmlRows(text, block, options)); break;
			case 'heading': case 'break': case 'definition': break;
		}
	}
	return withoutRemarks(options.trusted && !options.isNested ? continued(text, blocks, items) : items);
}

/** Paragraphs, lists, quotes and code without a time between two paragraphs that begin with one tell more of the first; a line that announces or names what follows does not. */
function continued(text: string, blocks: readonly Block[], items: RawItem[]): RawItem[] {
	return items.map((item, index) => {
		const next = items[index + 1];
		if (item.kind !== 'row' || !next || !isParagraphRow(item) || !(next.kind === 'date' || isParagraphRow(next))) return item;
		const end = next.kind === 'row' ? next.rowSpan.start : next.span.start;
		const between = blocks.filter(({ span }) => span.start >= item.rowSpan.end && span.end <= end);
		if (between.length === 0 || !between.every((block) => goesOn(text, block))) return item;
		return { ...item, rowSpan: { start: item.rowSpan.start, end: between.at(-1)!.span.end }, textSpans: [...item.textSpans, ...between.flatMap((block) => textSpansOf(text, block))] };
	});
}

function isParagraphRow({ block, place, time }: RawRow): boolean {
	return block.kind === 'paragraph' && place === 'start' && time !== undefined;
}

function goesOn(text: string, block: Block): boolean {
	if (block.kind !== 'paragraph') return block.kind === 'list' || block.kind === 'quote' || block.kind === 'code';
	return !/^(?:\*\*|__)[^*_]+(?:\*\*|__)$|[:：]$/.test(text.slice(block.span.start, block.span.end).trim());
}

/** A sentence with a time beside a table or list of rows tells about them, it is none of them. */
function withoutRemarks(items: RawItem[]): RawItem[] {
	const tabled = items.filter((item): item is RawRow => item.kind === 'row' && (item.shape === 'table' || item.shape === 'list' || item.shape === 'nested-list') && item.place === 'start');
	if (tabled.length < 2) return items;
	const blocks = new Set(tabled.map(({ block }) => block));
	return items.filter((item) => item.kind === 'date' || item.place !== 'midst' || blocks.has(item.block));
}

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
	const isRelative = found.some((items) => items.some((item) => item.kind === 'row' && item.time?.relative));
	return found.flatMap((items, index) => {
		if (items.length > 0) return items.filter((item) => item.kind === 'date' || item.place !== 'midst' || keepMidst);
		return options.trusted || timed > events.length / 2 ? [isRelative ? labelledRow(text, events[index]!, list) : untimedRow(text, events[index]!, list)] : [];
	});
}

/** `**Time to repair**: 0h 16m` among the rows says how long it took, not when it was. */
function statesDuration(text: string, item: ListItem): boolean {
	const first = item.blocks[0];
	const label = first?.kind === 'paragraph' ? labelOf(text, first.lines[0]!) : undefined;
	if (!label || namedDuration(text.slice(label.title.start, label.title.end)) === undefined) return false;
	const below = label.rest.end > label.rest.start ? label.rest : firstLineBelow(item);
	const time = below && leadingTime(text, below, undefined)?.time;
	return !(time?.clock && (time.date || time.zone || time.clock.meridiem) && !time.until);
}

function itemRows(text: string, written: ListItem, list: ListBlock, options: RowOptions): RawItem[] {
	const item = withDay(text, written, options.order);
	const first = item.blocks[0];
	if (!first) return [];
	const inner = item.blocks.slice(1);
	if (first.kind !== 'paragraph') return rowsOf(text, item.blocks, { ...options, isNested: true });
	const line = first.lines[0]!;
	const lead = leadingTime(text, line, options.order) ?? labelledTime(text, line, options.order);
	const nested = inner.filter((block) => block.kind === 'list' || block.kind === 'table');
	const nestedRows = nested.length ? rowsOf(text, nested, { ...options, trusted: false }) : [];
	const nestedTimed = nestedRows.some((row) => row.kind === 'row' && row.time?.clock);
	const bareDate = lead?.time.date && !lead.time.clock && (lead.rest.every((span) => span.start >= span.end) || nestedTimed);
	if (bareDate) {
		const under = nested.length ? rowsOf(text, inner, { ...options, isNested: true }) : [];
		if (under.some((row) => row.kind === 'row')) return [dateLine(text, lead.time, first.span), ...under];
		if (!nested.length && first.lines.length > 1) {
			const lines = paragraphRows(text, { ...first, lines: first.lines.slice(1) }, ALONE, options);
			if (lines.some((row) => row.kind === 'row' && row.time)) return [dateLine(text, lead.time, line), ...lines];
		}
	}
	if (lead) {
		const run = runTogether(text, first.lines, options.order);
		if (run.filter(({ time }) => time).length > 1 && !inner.some((block) => block.kind === 'list')) return runRows(run, item, list);
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
	const below = options.trusted ? firstLineBelow(item) : undefined;
	const belowTime = below && leadingTime(text, below, options.order);
	if (belowTime?.time.clock && labelOf(text, line)) {
		const others = inner.flatMap((block) => textSpansOf(text, block)).filter((span) => span !== below);
		return [{ ...lineRow(line, belowTime, item.span, list, 'nested-list'), textSpans: [labelOf(text, line)!.title, ...belowTime.rest, ...others].filter((span) => span.end > span.start), rowSpan: item.span }];
	}
	const midst = options.trusted ? first.lines.map((each) => timeInMidst(text, each, options.order)).find((time) => time !== undefined) : undefined;
	if (!midst) return options.trusted && labelOf(text, line) ? midstBelow(text, item, list, options.order) : [];
	return [{ ...lineRow(line, midst, item.span, list, inner.length ? 'nested-list' : 'list'), textSpans: [...first.lines, ...inner.flatMap((block) => textSpansOf(text, block))] }];
}

/** The rows that one item holds; what stands below its lines is part of the last one. */
function runRows(run: readonly RunPart[], item: ListItem, list: ListBlock): RawItem[] {
	const rows: { time: RowTime; from: TextSpan; lines: TextSpan[] }[] = [];
	for (const { span, time } of run) {
		if (time) rows.push({ time, from: span, lines: [] });
		else rows.at(-1)?.lines.push(span);
	}
	return rows.map(({ time, from, lines }, index) => {
		const start = index === 0 ? item.span.start : from.start;
		const end = index === rows.length - 1 ? item.span.end : (lines.at(-1) ?? from).end;
		return { ...lineRow(from, time, { start, end }, list, 'list'), textSpans: [...time.rest, ...lines].filter((span) => span.end > span.start) };
	});
}

/** `- 13. november kl. 08:00: …`: what Markdown takes for the number of a step is a day. */
function withDay(text: string, item: ListItem, order: DateOrder | undefined): ListItem {
	const [outer] = item.blocks;
	const [first, ...rest] = outer?.kind === 'list' && outer.items.length === 1 ? [...outer.items[0]!.blocks, ...item.blocks.slice(1)] : item.blocks;
	if (first?.kind !== 'paragraph') return item;
	const line = first.lines[0]!;
	const number = /(?<!\d)\d{1,2}\. {1,3}$/.exec(text.slice(Math.max(0, line.start - 6), line.start))?.[0].length ?? 0;
	if (number === 0 || !monthAt(text, line.start)) return item;
	const whole = { start: line.start - number, end: line.end };
	return leadingTime(text, whole, order)?.time.clock ? { ...item, blocks: [{ ...first, lines: [whole, ...first.lines.slice(1)] }, ...rest] } : item;
}

/** `Escalation:` whose only time stands in a sentence below. */
function midstBelow(text: string, item: ListItem, list: ListBlock, order: DateOrder | undefined): RawItem[] {
	const spans = item.blocks.flatMap((block) => textSpansOf(text, block));
	for (const span of spans) {
		const time = timeInMidst(text, span, order);
		if (time) return [{ ...lineRow(spans[0]!, time, item.span, list, 'nested-list'), textSpans: spans }];
	}
	return [];
}

/** The first line of the list below the first line of an item. */
function firstLineBelow(item: ListItem): TextSpan | undefined {
	const list = item.blocks.find((block) => block.kind === 'list');
	return list && firstItemLine(list);
}

/** `Recovery: …` among `T+5m: …`: the label stands for the time. */
function labelledRow(text: string, item: ListItem, list: ListBlock): RawRow {
	const row = untimedRow(text, item, list);
	const line = firstLineOf(item);
	const label = line && labelOf(text, line);
	return label && label.rest.end > label.rest.start ? { ...row, written: label.title, textSpans: [label.rest, ...row.textSpans.slice(1)] } : row;
}

function firstLineOf(item: ListItem): TextSpan | undefined {
	const first = item.blocks[0];
	return first?.kind === 'paragraph' ? first.lines[0] : undefined;
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

/** A paragraph's place among blocks. */
interface Beside {
	readonly blocks: readonly Block[];
	readonly index: number;
	/** How many of the paragraphs begin with a time of day. */
	readonly clocks: () => number;
}

const ALONE: Beside = { blocks: [], index: 0, clocks: () => 0 };

function paragraphRows(text: string, block: ParagraphBlock, { blocks, index, clocks: clocksBeside }: Beside, options: RowOptions): RawItem[] {
	const { order, trusted } = options;
	const run = runTogether(text, block.lines, order);
	const lines = run.map(({ span }) => span);
	const starts = run.map(({ span, time }) => time ?? leadingTime(text, span, order) ?? (trusted ? labelledTime(text, span, order) : undefined));
	const clocks = starts.filter((start) => start?.time.clock || start?.time.relative).length;
	if (!trusted && (clocks < 2 || clocks < lines.length * 0.5)) {
		const single = clocks === 1 && starts[0] && clocksBeside() >= 3;
		if (!single) return [];
	}
	const items: RawItem[] = [];
	let open: { time: RowTime; lines: TextSpan[]; from: TextSpan } | undefined;
	const shape: TimelineShape = lines.length > 1 && clocks > 1 ? 'lines' : 'paragraphs';
	const close = () => {
		if (!open) return;
		const end = open.lines.at(-1)?.end ?? open.from.end;
		items.push({ ...lineRow(open.from, open.time, { start: open.from.start, end: Math.max(end, open.from.end) }, block, open.time.place === 'end' ? 'labels' : shape), textSpans: [...open.time.rest, ...open.lines].filter((span) => span.end > span.start) });
		open = undefined;
	};
	for (const [at, line] of lines.entries()) {
		const start = starts[at];
		const bare = start && start.time.date && !start.time.clock && start.rest.every((span) => span.start >= span.end || zoneStatement(text, span) !== undefined);
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
		for (let at = index + 1; at < blocks.length; at++) {
			const next = blocks[at]!;
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

/** A paragraph that is longer, in UTF-16 units, tells a story rather than one event. */
const LONGEST_EVENT = 400;

/** A statement about the timeline itself ("All times in UTC", "Times below are …") is no event. */
function isEventSentence(text: string, block: ParagraphBlock): boolean {
	if (block.span.end - block.span.start > LONGEST_EVENT) return false;
	return !/\b(?:all|the following|below|these)\s(?:[^.]{0,30}\s)?times?\b|\b(?:times|timestamps)\s(?:[^.]{0,20}\s)?(?:are|in)\b|timezone|time zone/i.test(text.slice(block.span.start, block.span.end));
}

function paragraphsWithClock(text: string, blocks: readonly Block[], order: DateOrder | undefined): number {
	return blocks.filter((block) => block.kind === 'paragraph' && leadingTime(text, block.lines[0]!, order)?.time.clock).length;
}

function firstItemLine(list: ListBlock): TextSpan | undefined {
	return list.items[0] && firstLineOf(list.items[0]);
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
