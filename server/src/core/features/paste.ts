/** What a text from the clipboard can become where it is pasted: rows of the timeline there, or a table of its own. */
import type { Postmortem, Timeline } from '../postmortem/model';
import type { SpanEdit } from '../text/edit';
import { contains, type TextSpan } from '../text/span';
import { cellText, printTable } from '../markdown/table-print';
import { recognise } from '../transcript/recognise';
import type { Transcript } from '../transcript/transcript';
import { transcriptTable } from '../rewrites/transcript-cells';
import { eventTimes, otherZone, type ZoneOfTimes } from './paste/event-times';
import { listItems } from './paste/list-items';
import { tableAt, tableRows } from './paste/table-rows';

export interface PasteOffer {
	/** `Paste as timeline rows` */
	readonly title: string;
	readonly form: 'rows' | 'table';
	/** Whether hardly anybody would want the bare text here. */
	readonly isLikely: boolean;
	readonly edits: readonly SpanEdit[];
}

export interface PasteOptions {
	/** How many events there must be; 2 where nobody has said that it is a chat or log. */
	readonly least: number;
	/** The zone of the person's clock, an IANA name: chats are copied with the times that they show there. */
	readonly viewerZone: string | undefined;
}

/** The likeliest first; none outside of postmortems, in code, and for a text that tells no events and has no cells. */
export function pasteOffers(doc: Postmortem, offset: number, clipboard: string, { least, viewerZone }: PasteOptions): readonly PasteOffer[] {
	if (!doc.verdict.isPostmortem || isInCode(doc, offset)) return [];
	const { transcript, sheet } = recognise(clipboard, doc.dateOrder, least);
	const offers: PasteOffer[] = [];
	if (transcript) {
		const clocks: readonly ZoneOfTimes[] = [undefined, otherZone(doc, transcript, viewerZone)].filter((zone, index) => index === 0 || zone !== undefined);
		for (const zone of clocks) offers.push(...rows(doc, offset, transcript, zone));
		if (!sheet) for (const zone of clocks) offers.push(table(doc, offset, transcriptTable(doc, transcript.events, eventTimes(doc, undefined, zone)), zone, sectionRole(doc, offset) === 'timeline' && offers.length === 0));
	}
	if (sheet) offers.push(table(doc, offset, printTable(doc.tableWidths, sheet.header.map(cellText), sheet.rows.map((row) => row.map(cellText))), undefined, false));
	return offers;
}

function rows(doc: Postmortem, offset: number, transcript: Transcript, zone: ZoneOfTimes): PasteOffer[] {
	const here = tableAt(doc, offset);
	const timeline = here ? undefined : listAt(doc, offset);
	const edit = here ? tableRows(doc, here, offset, transcript.events, zone) : timeline && listItems(doc, timeline, offset, transcript.events, zone);
	return edit ? [{ title: `Paste as timeline rows${inZones(zone)}`, form: 'rows', isLikely: true, edits: [edit] }] : [];
}

function table(doc: Postmortem, offset: number, lines: readonly string[], zone: ZoneOfTimes, isLikely: boolean): PasteOffer {
	return { title: `Paste as table${inZones(zone)}`, form: 'table', isLikely, edits: [ownBlock(doc, offset, lines)] };
}

function inZones(zone: ZoneOfTimes): string {
	return zone ? `, times from ${zone.from} to ${zone.to}` : '';
}

/** A timeline that is a list, with the cursor in it or right behind it. */
function listAt({ timelines, lines, text }: Postmortem, offset: number): Timeline | undefined {
	const line = lines.line(lines.lineAt(offset));
	return timelines.findLast(({ shape, span }) => (shape === 'list' || shape === 'nested-list') && span.start <= line.end && (offset <= span.end || text.slice(span.end, line.end).trim() === ''));
}

/** In the place of the cursor's line where that is blank, else behind the block that it is in. */
function ownBlock(doc: Postmortem, offset: number, lines: readonly string[]): SpanEdit {
	const { ending } = doc.lines;
	const at = doc.lines.line(doc.lines.lineAt(offset));
	const block = doc.blocks.find(({ span }) => span.start <= at.end && at.start < span.end);
	const place = block ? endOfLine(doc, block.span.end) : at.end;
	const span: TextSpan = block ? { start: place, end: place } : at;
	const before = /(?:^|[\r\n])[ \t]*(?:\r?\n|\r)?$/.test(doc.text.slice(0, span.start)) && isBlankAbove(doc, span.start) ? '' : block ? ending + ending : ending;
	const behind = doc.text.slice(span.end);
	const after = behind.trim() === '' || /^[ \t]*(?:\r\n|\n|\r)[ \t]*(?:\r|\n)/.test(behind) ? '' : ending;
	return { span, newText: before + lines.join(ending) + after };
}

function isBlankAbove({ lines, text }: Postmortem, offset: number): boolean {
	const line = lines.lineAt(offset);
	const { start, end } = lines.line(line - 1);
	return line === 0 || (lines.line(line).start === offset && text.slice(start, end).trim() === '');
}

function endOfLine({ lines }: Postmortem, offset: number): number {
	return lines.line(lines.lineAt(Math.max(0, offset - 1))).end;
}

function isInCode(doc: Postmortem, offset: number): boolean {
	const at = { start: offset, end: offset };
	return (doc.frontMatter !== undefined && contains(doc.frontMatter.span, at)) || doc.blocks.some(({ kind, span }) => (kind === 'code' || kind === 'html') && span.start < offset && offset < span.end);
}

function sectionRole({ sections }: Postmortem, offset: number): string | undefined {
	return sections.findLast(({ span }) => span.start <= offset && offset <= span.end)?.role;
}
