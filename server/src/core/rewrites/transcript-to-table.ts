/** A selected chat or log as a timeline table: who spoke in a column of its own, times as they are written. */
import type { Block } from '../markdown/blocks';
import type { Postmortem } from '../postmortem/model';
import { contains, touches, type TextSpan } from '../text/span';
import { LONGEST_TRANSCRIPT, recognise } from '../transcript/recognise';
import type { TranscriptEvent } from '../transcript/transcript';
import { keepsAll } from './lossless';
import { replaceLines } from './place';
import type { Rewrite } from './rewrite';
import { dayText, isDay, transcriptTable, type EventTime } from './transcript-cells';

/** What other rewrites turn into a table, too. */
const LEFT_TO_OTHERS = new Set(['notes', 'spreadsheet']);

export const transcriptToTable: Rewrite = {
	kind: 'timelineToTable',
	offers(doc, selection) {
		if (selection.end - selection.start < 2 || selection.end - selection.start > LONGEST_TRANSCRIPT) return [];
		const place = placeOf(doc, doc.lines.fullLines(selection));
		const found = place && recognise(doc.text.slice(place.source.start, place.source.end), doc.dateOrder, 2).transcript;
		if (!place || !found || LEFT_TO_OTHERS.has(found.source) || isTimelineAlready(doc, place.replaced)) return [];
		const lines = transcriptTable(doc, found.events, timeAsWritten);
		if (!keepsAll(doc.text.slice(place.source.start, place.source.end), lines.join('\n'))) return [];
		const edit = replaceLines(doc, place.replaced, lines);
		return edit ? [{ title: `Convert ${found.source} to timeline table`, kind: 'timelineToTable', edits: [edit] }] : [];
	},
};

/** The lines that are read and those that are replaced: a code block goes as a whole, no other block is cut but a paragraph, and no heading of a section of any form is text of a message. */
function placeOf(doc: Postmortem, lines: TextSpan): { readonly source: TextSpan; readonly replaced: TextSpan } | undefined {
	const touched = doc.blocks.filter(({ span }) => touches(span, { start: lines.start, end: Math.max(lines.start, lines.end - 1) }));
	const [first] = touched;
	if (touched.length === 1 && first?.kind === 'code') return first.lines.length === 0 ? undefined : { source: { start: first.lines[0]!.start, end: first.lines.at(-1)!.end }, replaced: first.span };
	if (doc.sections.some(({ heading, role }) => role !== undefined && heading.start >= lines.start && heading.start < lines.end)) return undefined;
	const isWhole = (block: Block) => block.kind === 'paragraph' || contains(lines, block.span);
	if (!touched.every((block) => isWhole(block) && block.kind !== 'heading' && block.kind !== 'table' && block.kind !== 'code')) return undefined;
	const end = lines.start + doc.text.slice(lines.start, lines.end).trimEnd().length;
	return { source: { start: lines.start, end }, replaced: { start: lines.start, end } };
}

/** Whether it is part of one event, as a log that shows what was seen then, or a list whose items have the times. */
function isTimelineAlready(doc: Postmortem, replaced: TextSpan): boolean {
	const isBetween = doc.timelines.some(({ entries }) => entries.some(({ rowSpan }) => rowSpan.end <= replaced.start) && entries.some(({ rowSpan }) => rowSpan.start >= replaced.end));
	if (isBetween && doc.blocks.some(({ kind, span }) => kind === 'code' && contains(span, replaced))) return true;
	const entries = doc.timelines.flatMap((timeline) => timeline.entries).filter(({ rowSpan }) => touches(rowSpan, replaced));
	if (entries.some(({ rowSpan }) => contains(rowSpan, replaced) && rowSpan.end - rowSpan.start > replaced.end - replaced.start)) return true;
	return doc.blocks.some(({ kind, span }) => kind === 'list' && touches(span, replaced) && entries.some(({ rowSpan }) => contains(span, rowSpan)));
}

function timeAsWritten({ time, dayLine }: TranscriptEvent): EventTime {
	if (!time) return { time: '', date: '', zone: undefined };
	return { time: dayLine !== undefined && isDay(dayLine) ? `${dayText(dayLine)} ${time.written}` : time.written, date: '', zone: undefined };
}
