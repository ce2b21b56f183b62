/** What one event of a timeline puts into the cells of a table, and what of it cannot stand in a cell. */
import type { Block } from '../markdown/blocks';
import type { Postmortem, TimelineEntry } from '../postmortem/model';
import { contains, touching } from '../text/span';
import { joinLines, piecesOf, type Line, type Piece, type Unplaced } from './content';
import { cutTime, withoutColon, type TimeParts } from './time-cell';

export interface Row {
	readonly entry: TimelineEntry;
	readonly time: string;
	readonly event: string;
	/** The name that has a column of its own; empty where it stays in the text. */
	readonly who: string;
	readonly below: readonly Unplaced[];
}

/** Tags that make lists, tables and paragraphs of rows, and go when the rows go to a table. */
export const ROW_TAGS = /<\/?(?:li|ul|ol|p|div|tr|t[dh]|table|tbody|thead|dl|d[td])(?:\s[^<>]*)?>/gi;
const BULLET = /^[•·▪◦‣]\s*/;

/** The block of code or HTML at the top level that holds a row. */
export function holderOf(doc: Postmortem, { rowSpan }: TimelineEntry): Block | undefined {
	return touching(doc.blocks, ({ span }) => span, rowSpan).find((block) => (block.kind === 'code' || block.kind === 'html') && contains(block.span, rowSpan));
}

/** @param hasWho whether the table has a column for names. */
export function rowOf(doc: Postmortem, entry: TimelineEntry, hasWho: boolean): Row {
	const holder = holderOf(doc, entry);
	if (holder?.kind === 'html') return htmlRow(doc, entry);
	const { text } = doc;
	const pieces = piecesOf(doc, entry.rowSpan);
	const found = entry.written.text === '' ? -1 : pieces.findIndex((piece) => piece.kind === 'line' && contains(piece.span, entry.written.span));
	let time = found < 0 ? entry.written.text : '';
	let lines: { text: string; wrapped: boolean }[] = pieces.flatMap((piece, index) => {
		if (piece.kind !== 'line') return shortCode(doc, piece);
		const source = text.slice(piece.span.start, piece.span.end);
		if (index !== found) return [{ text: piece.prefix + source.replace(BULLET, ''), wrapped: piece.wrapped }];
		const parts = timeParts(source, entry, piece.span.start);
		time = parts.time;
		return [{ text: piece.prefix + parts.rest, wrapped: piece.wrapped }];
	});
	if (isLabelled(lines, found)) lines = [{ ...lines[0]!, text: withoutColon(lines[0]!.text) }];
	if (holder) lines = lines.map((line) => ({ ...line, text: escaped(line.text) }));
	const below = pieces.filter((piece): piece is Unplaced => piece.kind === 'block' && shortCode(doc, piece).length === 0);
	return { entry, time, ...partWho(joinLines(lines), entry, hasWho), below };
}

/** A label on one line, its time alone on the next. */
function isLabelled(lines: readonly Pick<Line, 'wrapped'>[] & readonly { text: string }[], time: number): boolean {
	return time === 1 && lines.length === 2 && lines[1]!.text === '';
}

/** A time within a sentence is copied: the sentence stays whole. */
function timeParts(line: string, entry: TimelineEntry, lineStart: number): TimeParts {
	const { span: at, text: time } = entry.written;
	if (entry.textSpans.some((span) => contains(span, at))) return { time, rest: line.replace(BULLET, '') };
	return cutTime(line, { start: at.start - lineStart, end: at.end - lineStart });
}

/** Code as text that is shown as it stands. */
function escaped(code: string): string {
	return code.replace(/[\\`*<[]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
}

/** A fence of one line may stand in a cell as inline code. */
function shortCode(doc: Postmortem, piece: Piece): { text: string; wrapped: boolean }[] {
	const lines = doc.text.slice(piece.span.start, piece.span.end).split(/\r?\n/);
	const code = lines[1]?.trim() ?? '';
	const isFence = lines.length === 3 && lines[0] === '```' && lines[2]!.trim() === '```' && code !== '' && !code.includes('`');
	return isFence ? [{ text: `\`${code}\``, wrapped: false }] : [];
}

/** The name goes to its own column where there is one and the reader took it out of the text. */
function partWho(event: string, entry: TimelineEntry, hasWho: boolean): { event: string; who: string } {
	const name = entry.who?.text ?? '';
	if (name === '' || !hasWho) return { event, who: '' };
	if (entry.textSpans.some((span) => contains(span, entry.who!.span))) return { event, who: name };
	for (const form of [`(${name})`, `[${name}]`, `**${name}**:`, `**${name}:**`, `${name}:`, `${name} –`, `${name} -`]) {
		if (event.startsWith(form)) return { event: event.slice(form.length).trim(), who: form.startsWith('**') ? `**${name}**` : name };
		if (event.endsWith(form)) return { event: event.slice(0, -form.length).trim().replace(/[–—-]$/, '').trim(), who: name };
	}
	return { event, who: name };
}

function htmlRow(doc: Postmortem, entry: TimelineEntry): Row {
	const source = doc.text.slice(entry.rowSpan.start, entry.rowSpan.end).replace(ROW_TAGS, ' ').replace(/\s+/g, ' ').trim();
	const start = source.indexOf(entry.written.text);
	if (entry.written.text === '' || start < 0) return { entry, time: entry.written.text, event: source, who: '', below: [] };
	const { time, rest } = cutTime(source, { start, end: start + entry.written.text.length });
	return { entry, time, event: rest, who: '', below: [] };
}
