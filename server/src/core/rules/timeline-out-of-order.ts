import type { Postmortem, Timeline, TimelineEntry } from '../postmortem/model';
import type { SpanEdit } from '../text/edit';
import { clockMs, epochMs, formatDate, localMs } from '../time/moment';
import page from './timeline-out-of-order.md';
import { definePieceRule } from './rule';
import { keptInOrder } from './support/longest-run';
import { phasesOutOfOrder } from './support/phase-order';
import { firstLine, withoutBlankEnd } from './support/place';
import { wrongRows } from './support/row-slips';
import { strayRows } from './support/stray-dates';
import { quoted } from './support/wording';

interface OutOfOrder {
	readonly timeline: Timeline;
	readonly entry: TimelineEntry;
	readonly other: TimelineEntry;
	readonly side: 'before' | 'after';
}

const MINUTE = 60_000;
/** How far apart an approximate time and its neighbour may be swapped. */
const SLACK = 30 * MINUTE;
const HALF_DAY = 12 * 3_600_000;

export const timelineOutOfOrder = definePieceRule<OutOfOrder>({
	id: 'timeline-out-of-order',
	summary: 'Timeline rows run from earliest to latest.',
	page,
	severity: 'warning',
	fixKind: 'unsafe',
	since: '0.1.0',

	pieces({ doc }) {
		const slips = new Set(strayRows(doc).map(({ entry }) => entry.written.span.start));
		const phases = new Set(phasesOutOfOrder(doc).flatMap(({ early, late }) => [early.reading.span.start, late.reading.span.start]));
		return doc.timelines.map((timeline) => ({ part: timeline.part, key: [doc.date && formatDate(doc.date.date), slips.size + phases.size > 0 && slips], check: () => misplacedIn(timeline) }));

		function* misplacedIn(timeline: Timeline): Generator<OutOfOrder> {
			const wrong = wrongRows(doc, timeline);
			const timed = comparable(timeline.entries.filter((entry) => entry.at && !entry.dateOnly && !slips.has(entry.written.span.start)));
			if (!timed || runsBackwards(timed.map(({ at }) => at))) return;
			const kept = keptInOrder(timed.map(({ at }) => at));
			const inOrder = new Set(kept);
			for (const [index, { entry, at }] of timed.entries()) {
				if (inOrder.has(index) || wrong.has(entry.written.span.start) || phases.has(entry.written.span.start)) continue;
				const later = kept.find((each) => each < index && timed[each]!.at > at + slack(entry, timed[each]!.entry));
				const earlier = kept.findLast((each) => each > index && timed[each]!.at < at - slack(entry, timed[each]!.entry));
				if (later !== undefined) yield { timeline, entry, other: timed[later]!.entry, side: 'before' };
				else if (earlier !== undefined) yield { timeline, entry, other: timed[earlier]!.entry, side: 'after' };
			}
		}
	},
	describe: ({ entry, other, side }, { doc }) => ({
		span: firstLine(doc, entry.written.span),
		message: `Unexpected time ${quoted(entry.written.text)} ${side === 'before' ? 'after' : 'before'} ${quoted(other.written.text)}, expected rows in time order`,
		related: [{ span: firstLine(doc, other.written.span), message: side === 'before' ? 'The later row is here' : 'The earlier row is here' }],
	}),
	fixes({ timeline, entry, other, side }, { doc }) {
		const edits = moveRow(doc, timeline, entry, other, side);
		return edits ? [{ title: `Move this row ${side} ${quoted(other.written.text)}`, edits }] : [];
	},
});

function slack(a: TimelineEntry, b: TimelineEntry): number {
	return a.approximate || b.approximate ? SLACK : 0;
}

interface Timed {
	readonly entry: TimelineEntry;
	/** On one scale for the whole timeline. */
	readonly at: number;
}

/** On one scale, or `undefined` where only clock times are known and they jump back as they do over midnight. */
function comparable(entries: readonly TimelineEntry[]): readonly Timed[] | undefined {
	const isCoarse = entries.some(({ at }) => at!.clock.second === undefined);
	const rounded = (ms: number): number => (isCoarse ? Math.floor(ms / MINUTE) * MINUTE : ms);
	for (const scale of [epochMs, localMs]) {
		const values = entries.map(({ at }) => scale(at!));
		if (values.every((value) => value !== undefined)) return entries.map((entry, index) => ({ entry, at: rounded(values[index]!) }));
	}
	if (entries.some(({ at }) => at!.date) || new Set(entries.map(({ at }) => at!.offset)).size > 1) return undefined;
	const timed = entries.map((entry) => ({ entry, at: rounded(clockMs(entry.at!.clock)) }));
	return timed.some(({ at }, index) => index > 0 && timed[index - 1]!.at - at >= HALF_DAY) ? undefined : timed;
}

/** Newest first throughout is an order too. */
function runsBackwards(values: readonly number[]): boolean {
	return values.length >= 3 && values[0]! > values.at(-1)! && values.every((value, index) => index === 0 || value <= values[index - 1]!);
}

/** Moves whole lines, where each row has its own; `undefined` where rows share one or their shape has no lines to move. */
function moveRow(doc: Postmortem, timeline: Timeline, entry: TimelineEntry, other: TimelineEntry, side: OutOfOrder['side']): readonly SpanEdit[] | undefined {
	if (timeline.shape === 'html' || timeline.shape === 'quote' || timeline.shape === 'labels') return undefined;
	const own = doc.lines.fullLines(entry.rowSpan);
	const isAlone = timeline.entries.every((each) => {
		const at = doc.lines.fullLines(each.rowSpan);
		return each === entry || at.end <= own.start || at.start >= own.end;
	});
	if (!isAlone) return undefined;
	const eol = doc.lines.ending;
	const hasGaps = timeline.shape === 'headings' || timeline.shape === 'paragraphs';
	const kept = withoutBlankEnd(doc.text, own);
	const block = doc.text.slice(kept.start, kept.end) + eol + (hasGaps ? eol : '');
	let end = own.end;
	if (hasGaps) while (end < doc.text.length && doc.lines.lineAt(end) < doc.lines.count && isBlankLine(doc, end)) end = doc.lines.fullLine(doc.lines.lineAt(end)).end;
	const cut: SpanEdit = { span: { start: own.start, end }, newText: '' };
	const target = doc.lines.fullLines(other.rowSpan);
	if (side === 'before') return [{ span: { start: target.start, end: target.start }, newText: block }, cut];
	const isLast = target.end === doc.text.length && !/[\r\n]$/.test(doc.text);
	return [cut, { span: { start: target.end, end: target.end }, newText: isLast || hasGaps ? `${eol}${hasGaps ? eol : ''}${doc.text.slice(kept.start, kept.end)}${isLast ? '' : eol}` : block }];
}

function isBlankLine(doc: Postmortem, offset: number): boolean {
	const line = doc.lines.line(doc.lines.lineAt(offset));
	return line.end < doc.text.length && doc.text.slice(line.start, line.end).trim() === '';
}
