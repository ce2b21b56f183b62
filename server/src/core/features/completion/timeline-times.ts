/** Times of the next row: in the time cell of a timeline table, and at the start of an item of a timeline. */
import { PHASES } from '../../postmortem/phases';
import { headerZone } from '../../postmortem/raw-rows';
import type { Postmortem, Timeline, TimelineEntry, ZoneReading } from '../../postmortem/model';
import { cellAt, cellText, inCell, type Cell } from './cell';
import { escapeSnippet, type CompletionSource, type Cursor, type Offer } from './completion';
import { modelOf, modelOfCell, nextTimes, type NextTime } from './next-times';

const FIRST_ROW_FORM = { before: '**', after: '** – ' };

export const timeCells: CompletionSource = (cursor) => {
	const cell = cellAt(cursor);
	if (!cell || !isTimelineTable(cursor, cell)) return [];
	if (cell.column?.role === 'phase') return PHASES.map((phase) => ({ kind: 'value', label: phase, detail: '', documentation: '', snippet: undefined, filterText: phase, ...inCell(cursor, cell, phase) }));
	if (cell.column?.role !== 'time' || isNewRow(cursor, cell)) return [];
	return timesFor(cursor, cell, cell.index).map(({ written, detail }) => ({
		kind: 'time', label: written, detail, documentation: '', snippet: undefined, filterText: written, ...inCell(cursor, cell, written),
	}));
};

/** A line with nothing but its first pipe, or an empty one below a table that a person asks at, becomes a whole row. */
export const timelineRows: CompletionSource = (cursor) => {
	const cell = cellAt(cursor);
	if (!cell || !isNewRow(cursor, cell) || !isTimelineTable(cursor, cell)) return [];
	const { columns } = cell.table;
	const first = columns.findIndex(({ role }) => role === 'time');
	const choices = first < 0 ? [{ written: '', detail: '', minutes: undefined }] : timesFor(cursor, cell, first);
	return choices.map(({ written, detail, minutes }) => {
		let stop = 0;
		const cells = columns.map(({ title, role }, at) => {
			if (role !== 'time') return { plain: '', snippet: `\${${++stop}:${escapeSnippet(title.text)}}` };
			const value = at === first ? written : (timesFor(cursor, cell, at).find((time) => time.minutes === minutes)?.written ?? '');
			return { plain: value, snippet: value === '' ? `$${++stop}` : escapeSnippet(value) };
		});
		const line = (parts: readonly string[]) => `| ${parts.join(' | ')} |`;
		return { ...newRow(cursor), label: `| ${written} | … |`, detail: `row, ${detail}`, newText: line(cells.map(({ plain }) => plain)), snippet: line(cells.map(({ snippet }) => snippet)) };
	});
};

export const timeItems: CompletionSource = (cursor) => {
	const { doc, line, offset } = cursor;
	if (cellAt(cursor)) return [];
	const found = /^(\s*)(?:[-+•*]|\d{1,3}[.)])/.exec(cursor.before);
	const rest = cursor.before.slice(found?.[0].length);
	const typed = rest.trimStart();
	const timeline = timelineHere(cursor);
	if (!found || !/^[*_`\d:. apm]*$/i.test(typed) || (rest === typed && typed !== '') || cursor.after.trim() !== '' || (!timeline && cursor.section?.role !== 'timeline')) return [];
	const previous = timeline?.entries.filter(({ rowSpan }) => rowSpan.start < line.start).at(-1);
	if (previous && indentOf(doc, previous.rowSpan.start) !== found[1]!.length) return [];
	const form = (previous && formOf(doc, previous)) ?? FIRST_ROW_FORM;
	const zone = previous?.zone && timeline?.zone?.written.text !== previous.zone.text ? zoneOf(previous.zone.text, previous, timeline?.zone) : (timeline?.zone ?? doc.zone);
	const times = nextTimes(cursor, previous && modelOf(previous), zone, padsHours(timeline));
	const start = offset - typed.length;
	return times.map(({ written, detail }) => {
		const newText = `${rest === '' ? ' ' : ''}${form.before}${written}${form.after}`;
		return { kind: 'time', label: written, detail, documentation: '', span: { start, end: offset }, newText, snippet: undefined, filterText: /^[*_`]/.test(typed) ? newText.trim() : written };
	});
};

function isTimelineTable({ doc, section }: Cursor, { table }: Cell): boolean {
	if (doc.timelines.some((timeline) => timeline.table?.block === table.block)) return true;
	return table.columns.some(({ role }) => role === 'time') && (section?.role === 'timeline' || table.columns.some(({ role }) => role === 'event'));
}

/** Nothing but the first pipe stands on the line. */
export function isNewRow({ before, after }: Cursor, { index }: Cell): boolean {
	return index === 0 && ['', '|'].includes(before.trim()) && after.trim() === '';
}

/** The line becomes a whole row of a table. */
export function newRow({ line, before, offset }: Cursor): Pick<Offer, 'kind' | 'documentation' | 'span' | 'filterText'> {
	const start = line.start + /^\s*/.exec(before)![0].length;
	return { kind: 'row', documentation: '', span: { start, end: Math.max(offset, line.end) }, filterText: '|' };
}

function timesFor(cursor: Cursor, cell: Cell, index: number): readonly NextTime[] {
	const { doc } = cursor;
	const timeline = doc.timelines.find(({ table }) => table?.block === cell.table.block);
	const texts = cell.rowsAbove.map((row) => cellText(doc, row, index));
	const model = texts.map((text) => modelOfCell(text, undefined)).findLast((each) => each !== undefined);
	const entry = timeline?.entries.filter(({ rowSpan }) => rowSpan.start < cursor.line.start).at(-1);
	const header = headerZone(doc.text, cell.table.columns[index]!.title.span);
	const zone = header ? { written: header, offset: undefined, iana: undefined } : (timeline?.zone ?? doc.zone);
	return nextTimes(cursor, model && { ...model, at: entry?.at, date: model.date ?? entry?.at?.date }, zone, !texts.some((text) => /^\W*\d\D/.test(text)));
}

function timelineHere({ doc, section, line }: Cursor): Timeline | undefined {
	const inSection = doc.timelines.filter((timeline) => section !== undefined && timeline.section === section && timeline.shape !== 'table');
	return inSection.findLast(({ span }) => span.start < line.start) ?? doc.timelines.find(({ span, shape }) => shape !== 'table' && span.start < line.start && line.start <= doc.lines.fullLines(span).end);
}

/** What stands around the time of a row that has it at its start: `**` and `** – `. */
function formOf(doc: Postmortem, { rowSpan, written, textSpans }: TimelineEntry): { readonly before: string; readonly after: string } | undefined {
	const lead = /^(?:[-+•*]|\d{1,3}[.)])\s+/.exec(doc.text.slice(rowSpan.start, written.span.start))?.[0] ?? '';
	const before = doc.text.slice(rowSpan.start + lead.length, written.span.start);
	const text = textSpans[0];
	if (/[\p{L}\p{N}]/u.test(before) || before.includes('\n') || !text || text.start < written.span.end) return undefined;
	const after = doc.text.slice(written.span.end, text.start);
	return after.length < 40 && !/[\p{L}\p{N}]/u.test(after) ? { before, after } : undefined;
}

function zoneOf(text: string, { at, zone }: TimelineEntry, fallback: ZoneReading | undefined): ZoneReading | undefined {
	return zone ? { written: { text, span: zone.span }, offset: at?.offset, iana: undefined } : fallback;
}

/** No row says `9:05`. */
function padsHours(timeline: Timeline | undefined): boolean {
	return !timeline?.entries.some(({ written }) => /(?<!\d)\d:\d\d/.test(written.text));
}

function indentOf({ lines }: Postmortem, offset: number): number {
	return offset - lines.line(lines.lineAt(offset)).start;
}
