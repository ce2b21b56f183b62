/** Sentences of selected prose that tell when something happened, as rows of a timeline; the other sentences stay prose. */
import type { Block, ParagraphBlock } from '../markdown/blocks';
import { padded } from '../markdown/display-width';
import { codeAndLinksIn } from '../markdown/inline';
import { cellText, printTable, rowWidths } from '../markdown/table-print';
import type { Postmortem, Section, Timeline } from '../postmortem/model';
import { leadingTime } from '../postmortem/row-time';
import type { TableColumnSpec } from '../template/template';
import type { SpanEdit } from '../text/edit';
import { contains, touches, trimmed, type TextSpan } from '../text/span';
import { datesIn } from '../time/date';
import { timesIn } from '../time/mention';
import { listItem, plainStart } from './list-item';
import { keepsAll } from './lossless';
import { replaceLines } from './place';
import type { Rewrite } from './rewrite';
import { sentencesIn } from './sentences';
import { cutTime } from './time-cell';
import { titleInZone } from './time-title';
import { timelineColumns } from './timeline-to-table';

/** Longer selections are refused: nobody reads what a rewrite of so much text made. In UTF-16 units. */
const LONGEST_SELECTION = 100_000;
/** In a section that is no timeline, fewer rows would not be read as one. */
const FEWEST_ROWS = 2;

interface TimedSentence {
	readonly span: TextSpan;
	readonly time: string;
	readonly event: string;
}

/** A paragraph of the selection, and what becomes of it. */
interface Told {
	readonly block: ParagraphBlock;
	/** Sentences that stay: those that begin before the end of the selection, and those behind it. */
	readonly before: readonly TextSpan[];
	readonly behind: readonly TextSpan[];
	readonly rows: readonly TimedSentence[];
}

export const proseToTimeline: Rewrite = {
	kind: 'timelineToTable',
	offers(doc, selection) {
		const told = toldIn(doc, trimmed(doc.text, selection));
		const count = told.reduce((sum, { rows }) => sum + rows.length, 0);
		const section = innermost(doc, selection);
		if (count === 0 || (count < FEWEST_ROWS && section?.role !== 'timeline')) return [];
		const target = doc.timelines.find((timeline) => timeline.section === section && canGrow(doc, timeline) && !touches(timeline.span, selection));
		if (!target && count <= doc.timelines.flatMap(({ entries }) => entries).filter(({ rowSpan }) => touches(rowSpan, selection)).length) return [];
		const edits = (target && joined(doc, target, told)) ?? apart(doc, told);
		return edits.length > 0 ? [{ title: count === 1 ? 'Turn the sentence with a time into a timeline row' : `Turn ${count} sentences with times into timeline rows`, kind: 'timelineToTable', edits }] : [];
	},
};

/** The selected paragraphs; none where anything else is selected, or where no sentence tells a time. */
function toldIn(doc: Postmortem, selection: TextSpan): Told[] {
	if (selection.start >= selection.end || selection.end - selection.start > LONGEST_SELECTION) return [];
	const blocks = doc.blocks.filter(({ span }) => span.start < selection.end && selection.start < span.end);
	if (!blocks.every((block) => isProse(doc, block))) return [];
	let day = '';
	return (blocks as readonly ParagraphBlock[]).map((block): Told => {
		const rows: TimedSentence[] = [];
		const staying: TextSpan[] = [];
		for (const span of unbroken(doc.text, atRows(doc, sentencesIn(doc.text, block.span)))) {
			const source = oneLine(doc.text, span);
			const row = span.start < selection.end && selection.start < span.end ? timed(source, span, day) : undefined;
			const date = datesIn(source, undefined)[0];
			if (row) rows.push(row);
			else staying.push(span);
			day = row ? '' : date ? source.slice(date.span.start, date.span.end) : day;
		}
		return { block, rows, before: staying.filter(({ start }) => start < selection.end), behind: staying.filter(({ start }) => start >= selection.end) };
	});
}

/** Sentences, cut where a line is read as a row of its own: those of chats and logs often end without a full stop. */
function atRows(doc: Postmortem, sentences: readonly TextSpan[]): TextSpan[] {
	const rows = doc.timelines.flatMap(({ entries }) => entries.map(({ rowSpan }) => rowSpan.start));
	return sentences.flatMap(({ start, end }) => {
		const starts = [start, ...rows.filter((row) => start < row && row < end)].sort((a, b) => a - b);
		return starts.map((at, index) => trimmed(doc.text, { start: at, end: starts[index + 1] ?? end }));
	});
}

/** Sentences with those joined that one pair of emphasis marks or code ticks holds. */
function unbroken(text: string, sentences: readonly TextSpan[]): TextSpan[] {
	const whole: TextSpan[] = [];
	for (const sentence of sentences) {
		const last = whole.at(-1);
		if (last && isOpen(text.slice(last.start, last.end))) whole[whole.length - 1] = { start: last.start, end: sentence.end };
		else whole.push(sentence);
	}
	return whole;
}

function isOpen(text: string): boolean {
	return ['**', '__', '`', '~~'].some((mark) => text.split(mark).length % 2 === 0) || text.lastIndexOf('[') > text.lastIndexOf(']');
}

/** A paragraph that is no heading of any kind and no list in disguise. */
function isProse(doc: Postmortem, block: Block): boolean {
	if (block.kind !== 'paragraph' || /^\s*[•·▪◦‣]/.test(doc.text.slice(block.span.start, block.span.end))) return false;
	return !doc.sections.some(({ heading }) => heading.end > heading.start && contains(block.span, heading));
}

/** @param day a date that the text told before, and that no row has yet; empty where there is none. */
function timed(source: string, span: TextSpan, day: string): TimedSentence | undefined {
	const whole = { start: 0, end: source.length };
	const lead = leadingTime(source, whole, undefined);
	const parts = lead?.time.clock || lead?.time.relative ? cutTime(source, lead.time.span) : undefined;
	const others = codeAndLinksIn(source);
	const mention = lead && parts ? lead.time : timesIn(source, whole, { order: undefined, place: 'prose' }).find(({ clock, span: at }) => clock && !others.covers(at.start));
	if (!mention) return undefined;
	const own = mention.date ? [] : datesIn(source, undefined);
	const date = mention.date ? '' : own.length === 1 ? source.slice(own[0]!.span.start, own[0]!.span.end) : day;
	const time = parts?.time ?? source.slice(mention.span.start, mention.span.end);
	return { span, time: `${date} ${time}`.trim(), event: parts?.rest ?? source };
}

// ── where there is no timeline ──────────────────────────────────────────────────────────────────────────────────────

function apart(doc: Postmortem, told: readonly Told[]): SpanEdit[] {
	const first = told.findIndex(({ rows }) => rows.length > 0);
	const last = told.findLastIndex(({ rows }) => rows.length > 0);
	const changed = told.slice(first, last + 1);
	const columns = timelineColumns(doc);
	const rows = changed.flatMap((each) => each.rows);
	const table = printTable(doc.tableWidths, columns.map((column) => cellText(titleInZone(column, [undefined]))), rows.map((row) => cells(columns.map(({ role }) => role), row)));
	const above = changed.flatMap((each) => paragraph(doc, each, each.before));
	const below = paragraph(doc, changed.at(-1)!, changed.at(-1)!.behind);
	const lines = [...above, ...table, ...(below.length > 0 ? ['', ...below.slice(0, -1)] : [])];
	const span = { start: changed[0]!.block.span.start, end: changed.at(-1)!.block.span.end };
	if (!keepsAll(doc.text.slice(span.start, span.end), lines.join('\n'))) return [];
	const edit = replaceLines(doc, span, lines);
	return edit ? [edit] : [];
}

/** The sentences as a paragraph with a blank line behind it; as it stands in the document where it stays whole. */
function paragraph(doc: Postmortem, { block, rows }: Told, sentences: readonly TextSpan[]): string[] {
	if (sentences.length === 0) return [];
	if (rows.length === 0) return [...doc.text.slice(block.span.start, block.span.end).split(/\r\n|\r|\n/), ''];
	return [together(doc, sentences), ''];
}

// ── to the timeline of the section ──────────────────────────────────────────────────────────────────────────────────

function canGrow(doc: Postmortem, { shape, table, span }: Timeline): boolean {
	return table !== undefined || ((shape === 'list' || shape === 'nested-list') && doc.blocks.some((block) => block.kind === 'list' && contains(block.span, span)));
}

function joined(doc: Postmortem, target: Timeline, told: readonly Told[]): SpanEdit[] | undefined {
	const rows = told.flatMap((each) => each.rows);
	const added = target.table ? newRows(doc, target, rows) : newItems(doc, target, rows);
	const removed = told.filter((each) => each.rows.length > 0).map((each) => withoutRows(doc, each));
	if (!keepsAll(rows.map(({ span }) => oneLine(doc.text, span)).join('\n'), added.newText)) return undefined;
	return [...removed, added];
}

/** The paragraph without the sentences that become rows; nothing is left of one that had no other, and of its blank line. */
function withoutRows(doc: Postmortem, { block, before, behind }: Told): SpanEdit {
	const left = together(doc, [...before, ...behind]);
	const line = doc.lines.line(doc.lines.lineAt(block.span.start));
	if (left !== '') return { span: block.span, newText: left };
	const next = doc.lines.lineAt(block.span.end) + 1;
	const isBlank = next < doc.lines.count && doc.text.slice(doc.lines.line(next).start, doc.lines.line(next).end).trim() === '';
	const end = next >= doc.lines.count ? doc.text.length : isBlank && next + 1 < doc.lines.count ? doc.lines.line(next + 1).start : doc.lines.line(next).start;
	return { span: { start: line.start, end }, newText: '' };
}

function newRows(doc: Postmortem, { table }: Timeline, rows: readonly TimedSentence[]): SpanEdit {
	const { block, columns } = table!;
	const roles = columns.map(({ role }) => role);
	const hasTime = roles.includes('time');
	const at = (block.rows.at(-1)?.span ?? block.delimiter).end;
	const wanted = hasTime ? roles : roles.map((role, index) => (index === 0 ? 'time' as const : role));
	const texts = wanted.includes('event') ? wanted : wanted.map((role, index) => (index === wanted.length - 1 && role !== 'time' ? 'event' as const : role));
	const prefix = doc.text.slice(doc.lines.line(doc.lines.lineAt(block.header.span.start)).start, block.header.span.start);
	const widths = rowWidths(doc.text, block, doc.tableWidths);
	const line = (row: TimedSentence) => `${prefix}| ${cells(texts, row).map((cell, index) => padded(cell, widths[index] ?? 0)).join(' | ')} |`;
	return { span: { start: at, end: at }, newText: rows.map((row) => doc.lines.ending + line(row)).join('') };
}

function newItems(doc: Postmortem, { span }: Timeline, rows: readonly TimedSentence[]): SpanEdit {
	const list = doc.blocks.find((block) => block.kind === 'list' && contains(block.span, span))!;
	const last = list.kind === 'list' ? list.items.at(-1)! : undefined;
	const marker = last ? doc.text.slice(last.marker.start, last.marker.end) : '-';
	const number = /^(\d{1,9})([.)])$/.exec(marker);
	const lines = rows.flatMap(({ time, event }, index) => listItem(`${number ? `${Number(number[1]) + index + 1}${number[2]!}` : marker} `, `${time} –`, event, ''));
	return { span: { start: list.span.end, end: list.span.end }, newText: lines.map((line) => doc.lines.ending + line).join('') };
}

// ── support ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function cells(roles: readonly TableColumnSpec['role'][], { time, event }: TimedSentence): string[] {
	const timeAt = roles.indexOf('time');
	const eventAt = roles.indexOf('event');
	return roles.map((_, index) => (index === timeAt ? cellText(time) : index === eventAt ? cellText(event) : ''));
}

function innermost(doc: Postmortem, { start }: TextSpan): Section | undefined {
	return doc.sections.filter(({ span }) => span.start <= start && start < span.end).at(-1);
}

/** Sentences one behind the other; those of a script without spaces without one. */
function together(doc: Postmortem, sentences: readonly TextSpan[]): string {
	const joined = sentences.reduce((out, at) => `${out}${out === '' || /[。！？]["'”’」』)]*$/.test(out) ? '' : ' '}${oneLine(doc.text, at)}`, '');
	return plainStart(joined);
}

/** A wrapped sentence in one line. */
function oneLine(text: string, { start, end }: TextSpan): string {
	return text.slice(start, end).split(/\r?\n/).map((line, index, lines) => (index < lines.length - 1 ? line.replace(/\\$/, '') : line).trim()).join(' ');
}
