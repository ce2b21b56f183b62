/** Cells copied from a spreadsheet, or CSV: as a table, and as events where a column holds times. */
import { csvParseRows, tsvParseRows } from 'd3-dsv';
import { columnRoleOf } from '../template/columns';
import type { DateOrder } from '../time/date';
import { transcriptTimeAt } from './times';
import type { Transcript, TranscriptEvent, TranscriptTime } from './transcript';

export interface Sheet {
	readonly header: readonly string[];
	/** Each as long as the header. */
	readonly rows: readonly (readonly string[])[];
}

const LONGEST_TITLE = 60;
const MOST_COLUMNS = 40;
/** Titles of the column that says who, in exports. */
const SPEAKER = /^(?:agent|actor|user(?:[ _]?name)?|author|sender|from|by)$/i;

/**
 * Two lines at least, all with the same number of tabs; or of commas or semicolons, where the first line reads as
 * titles: short, each one different, none a sentence or a number.
 */
export function sheetOf(text: string): Sheet | undefined {
	const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').replace(/\n$/, '');
	const firstLine = source.slice(0, source.indexOf('\n') + 1 || source.length);
	if (!source.includes('\n')) return undefined;
	if (firstLine.includes('\t')) return toSheet(tsvParseRows(source));
	const rows = firstLine.includes(';') && !firstLine.includes(',') ? semicolonRows(source) : csvParseRows(source);
	return rows[0]!.every(isTitle) && new Set(rows[0]).size === rows[0]!.length ? toSheet(rows) : undefined;
}

function semicolonRows(source: string): string[][] {
	// A swap of both marks and back: the parser knows its own two delimiters alone.
	const swapped = (text: string) => text.replace(/[;,]/g, (mark) => (mark === ';' ? ',' : ';'));
	return csvParseRows(swapped(source)).map((row) => row.map(swapped));
}

function toSheet(rows: readonly (readonly string[])[]): Sheet | undefined {
	const [header, ...body] = rows;
	if (!header || header.length < 2 || header.length > MOST_COLUMNS || body.length === 0 || body.some((row) => row.length !== header.length)) return undefined;
	return { header, rows: body };
}

function isTitle(cell: string): boolean {
	return cell.trim() !== '' && cell.length <= LONGEST_TITLE && !/[.!?]\s|^\s*[\d.,%-]+\s*$|\n/.test(cell);
}

/** The rows as events, columns by what their titles say; what has no place of its own goes behind the text with its title. */
export function transcriptOfSheet({ header, rows }: Sheet, order: DateOrder | undefined): Transcript | undefined {
	const roles = header.map(columnRoleOf);
	const isHeaded = roles.some((role) => role !== 'other') || header.every((cell) => isTitle(cell) && transcriptTimeAt(cell.trim(), 0, order) === undefined);
	const body = isHeaded ? rows : [header, ...rows];
	const timeColumn = isHeaded ? roles.indexOf('time') : header.findIndex((cell) => transcriptTimeAt(cell.trim(), 0, order) !== undefined);
	const dateColumn = roles.indexOf('date');
	const at = timeColumn >= 0 ? timeColumn : dateColumn >= 0 ? dateColumn : header.findIndex((_, column) => body.filter((row) => wholeTime(row[column]!.trim(), order)).length * 2 > body.length);
	if (at < 0) return undefined;
	const isNamedEvent = roles.map((role, column) => role === 'event' && column !== at);
	const eventColumn = longestColumn(body, header.flatMap((_, column) => (column === at || column === dateColumn || (isNamedEvent.includes(true) && !isNamedEvent[column]) ? [column] : [])));
	// Without titles: time, speaker and text, as chat clients save them.
	const whoColumn = roles.includes('who') ? roles.indexOf('who') : isHeaded ? (roles.includes('owner') ? roles.indexOf('owner') : header.findIndex((title) => SPEAKER.test(title.trim()))) : header.length === 3 ? [0, 1, 2].find((column) => column !== at && column !== eventColumn)! : -1;
	const events = body.map((row): TranscriptEvent => {
		const written = timeColumn >= 0 && dateColumn >= 0 && timeColumn !== dateColumn ? `${row[dateColumn]!.trim()} ${row[timeColumn]!.trim()}` : row[at]!.trim();
		const time = wholeTime(written, order) ?? wholeTime(row[at]!.trim(), order);
		const placed = new Set([eventColumn, whoColumn, ...(time ? [at, ...(time.date ? [dateColumn] : [])] : [])]);
		const rest = row.flatMap((cell, index) => (placed.has(index) || cell.trim() === '' ? [] : [isHeaded ? `${header[index]!.trim()}: ${cell.trim()}` : cell.trim()]));
		return { time, who: row[whoColumn]?.trim() || undefined, text: [row[eventColumn]?.trim() ?? '', ...rest].filter((part) => part !== '').join('\n') };
	});
	const timed = events.filter(({ time }) => time).length;
	return timed > 0 && timed * 2 >= events.length ? { source: 'spreadsheet', events } : undefined;
}

function wholeTime(cell: string, order: DateOrder | undefined): TranscriptTime | undefined {
	const found = transcriptTimeAt(cell, 0, order);
	return found?.end === cell.length ? found.time : undefined;
}

function longestColumn(rows: readonly (readonly string[])[], taken: readonly number[]): number {
	const lengths = rows[0]!.map((_, column) => (taken.includes(column) ? -1 : rows.reduce((sum, row) => sum + row[column]!.length, 0)));
	return lengths.indexOf(Math.max(...lengths));
}
