/** What the events of a chat or log say in a table: their text as Markdown, their times, and who spoke. */
import { cellText, printTable } from '../markdown/table-print';
import type { Postmortem } from '../postmortem/model';
import type { TableColumnSpec } from '../template/template';
import { transcriptTimeAt } from '../transcript/times';
import type { TranscriptEvent } from '../transcript/transcript';
import { timelineColumns } from './timeline-to-table';
import { titleInZone } from './time-title';

export interface EventTime {
	/** With the day, where it must be told. */
	readonly time: string;
	/** `2024-03-04`, for tables with a column of days. */
	readonly date: string;
	/** The zone that the time is in, as written; `undefined` where none is known. */
	readonly zone: string | undefined;
}

const WHO: TableColumnSpec = { title: 'Who', role: 'who' };

/** A new table with the columns of the template, and one for who spoke where anybody did. Lines without line endings. */
export function transcriptTable(doc: Postmortem, events: readonly TranscriptEvent[], timeOf: (event: TranscriptEvent) => EventTime): string[] {
	const asked = timelineColumns(doc);
	const columns = events.some(({ who }) => who !== undefined) && !asked.some(isWho) ? [...asked, WHO] : asked;
	const times = events.map(timeOf);
	const timed = times.filter(({ time }) => time !== '');
	const zones = timed.map(({ zone }) => zone);
	const common = zones.every((zone) => zone === zones[0]) ? zones[0] : undefined;
	const titles = columns.map((column) => (column.role === 'time' ? zonedTitle(titleInZone(column, zones), common) : column.title));
	const rows = events.map((event, index) => cellsOf(columns.map(({ role }) => role), event, { ...times[index]!, time: common === undefined ? withZone(times[index]!) : times[index]!.time }));
	return printTable(doc.tableWidths, titles.map(cellText), rows);
}

/** The cells of one event, by the roles of the columns; who spoke stands before the text where no column takes it. */
export function cellsOf(roles: readonly TableColumnSpec['role'][], event: TranscriptEvent, { time, date }: EventTime): string[] {
	const whoAt = roles.includes('who') ? roles.indexOf('who') : roles.indexOf('owner');
	const text = eventText(event);
	const spoken = whoAt < 0 && event.who !== undefined ? `${escaped(event.who)}: ${text}` : text;
	return roles.map((_, at) => {
		if (at === whoAt) return cellText(escaped(event.who ?? ''));
		if (at === roles.indexOf('time')) return cellText(time);
		if (at === roles.indexOf('date')) return date;
		return at === roles.indexOf('event') ? cellText(spoken) : '';
	});
}

export function withZone({ time, zone }: EventTime): string {
	return time === '' || zone === undefined ? time : `${time} ${zone}`;
}

function isWho({ role }: TableColumnSpec): boolean {
	return role === 'who' || role === 'owner';
}

function zonedTitle(title: string, zone: string | undefined): string {
	return zone === undefined || title.includes(zone) ? title : `${title} (${zone})`;
}

/** The text with nothing in it that Markdown would take for markup but code, links and emphasis; a fence becomes code line by line. */
export function eventText({ text, dayLine }: TranscriptEvent): string {
	let isFenced = false;
	const lines = [...(dayLine === undefined || isDay(dayLine) ? [] : [dayLine]), ...text.split('\n')].flatMap((line) => {
		const trimmed = line.trim();
		if (/^```/.test(trimmed)) {
			const wasFenced = isFenced;
			isFenced = !/^```.*```$/.test(trimmed) && !wasFenced;
			const rest = trimmed.replace(/^```|```$/g, '').trim();
			return rest === '' ? [] : [inlineCode(rest)];
		}
		if (isFenced && trimmed.endsWith('```')) {
			isFenced = false;
			return [inlineCode(trimmed.slice(0, -3).trim())];
		}
		return trimmed === '' ? [] : [isFenced ? inlineCode(trimmed) : escaped(trimmed)];
	});
	return lines.join('<br>');
}

function inlineCode(line: string): string {
	return line.includes('`') ? escaped(line) : `\`${line}\``;
}

/** `<` opens no tag; what stands in backticks is left alone. */
function escaped(text: string): string {
	return text.split(/(`[^`]*`)/).map((part, index) => (index % 2 === 1 ? part : part.replace(/<(?=[\p{L}/!?])(?!https?:)/gu, '\\<'))).join('');
}

/** Whether a line that states the day can stand before a time in its cell. */
export function isDay(line: string): boolean {
	return transcriptTimeAt(`${dayText(line)} 10:04`, 0, undefined)?.end === dayText(line).length + 6;
}

/** Without the marks around it: `--- 2024-03-04 ---`. */
export function dayText(line: string): string {
	return line.split(/[\s–—=*_]+|-{2,}/).filter((word) => word !== '').join(' ');
}
