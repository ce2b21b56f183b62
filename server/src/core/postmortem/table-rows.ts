/** The rows of a timeline in a table. */
import type { TableBlock, TableRow } from '../markdown/blocks';
import { plainText } from '../markdown/inline';
import { written, type TextSpan, type Written } from '../text/span';
import type { DateOrder } from '../time/date';
import type { TimeMention } from '../time/mention';
import { readTable } from './columns';
import type { ColumnRole, TableModel } from './model';
import { headerZone, type RawRow, type RowOptions } from './raw-rows';
import { leadingTime, type RowTime } from './row-time';

/** Headers of the column that says when a row's time ends, and of the one that names its zone. */
const END_HEADER = /^(?:end(?:ed|s)?|until|till|to|finish(?:ed)?|stop(?:ped)?|fin|fim|ende|bis|slutt|終了|结束|종료)(?!\p{L})/iu;
/** Header of the column that names fields: such a table tells values, whatever they are. */
const FIELD_HEADER = /^(?:fields?|campo|champ|feld|felt|veld|項目|字段|항목)$/iu;
const ZONE_HEADER = /^(?:time ?)?zone$|^tz$|^zona(?: horaria)?$|^fuso(?: horário)?$|^zeitzone$|^tidssone$|^タイムゾーン$|^时区$|^시간대$/iu;

/** A table with the time of each cell that one begins with. */
interface Reading {
	readonly text: string;
	readonly table: TableModel;
	readonly rows: readonly TableRow[];
	readonly timeOf: (row: TableRow, column: number) => RowTime | undefined;
}

export function tableRows(text: string, block: TableBlock, { order, trusted }: RowOptions): RawRow[] {
	const table = readTable(text, block);
	if (!trusted && FIELD_HEADER.test(plainText(table.columns[0]?.title.text ?? ''))) return [];
	const rows = block.rows.filter((row) => row.cells.some((cell) => plainText(text.slice(cell.start, cell.end)) !== ''));
	const reading: Reading = { text, table, rows, timeOf: cellTimes(text, order) };
	const time = timeColumn(reading) ?? (trusted && table.columns.length > 1 && table.columns[0]!.role === 'time' ? 0 : undefined);
	if (time === undefined || !isTimeline(reading, time, trusted)) return [];
	const columnWhere = (test: (role: ColumnRole, title: string, index: number) => boolean) => table.columns.findIndex(({ role, title }, index) => index !== time && test(role, plainText(title.text), index));
	const holdsTimes = (index: number, want: (time: TimeMention) => boolean) => rows.some((row) => wanted(reading.timeOf(row, index), want));
	const end = columnWhere((_, title, index) => END_HEADER.test(title) && holdsTimes(index, ({ clock }) => clock !== undefined));
	const date = columnWhere((role, _, index) => role === 'date' && index !== end && holdsTimes(index, (each) => each.date !== undefined));
	const zone = columnWhere((_, title) => ZONE_HEADER.test(title));
	const second = columnWhere((role, _, index) => role === 'time' && index > time && index !== end);
	const event = columnWhere((role) => role === 'event');
	const who = columnWhere((role) => role === 'who' || role === 'owner');
	const phase = columnWhere((role) => role === 'phase');
	const apart = new Set([end, date, zone, who, phase]);
	return rows.map((row): RawRow => {
		// where the first of two columns tells nothing, the other one may
		const own = second >= 0 && !reading.timeOf(row, time) && reading.timeOf(row, second) ? second : time;
		const cell = row.cells[own] ?? { start: row.span.end, end: row.span.end };
		const found = reading.timeOf(row, own);
		const until = end >= 0 ? reading.timeOf(row, end)?.time : undefined;
		const others = row.cells.filter((other, index) => index !== own && !apart.has(index) && table.columns[index]?.role !== 'time' && isFilled(other));
		const eventCell = event >= 0 && isFilled(row.cells[event]) ? row.cells[event]! : undefined;
		const texts = eventCell ? [eventCell, ...others.filter((other) => other !== eventCell)] : others.length > 0 ? others : (found?.rest.filter(isFilled) ?? []);
		return {
			kind: 'row', shape: 'table', block, table, rowSpan: row.span, place: 'start', textSpans: texts,
			time: found && until?.clock && !found.time.until ? { ...found.time, until: { date: until.date, clock: until.clock, zone: until.zone } } : found?.time,
			written: found?.time.span ?? (isFilled(cell) ? cell : { start: cell.start, end: cell.start }),
			who: cellWritten(text, row.cells[who]), phase: cellWritten(text, row.cells[phase]),
			columnZone: (zone >= 0 && isFilled(row.cells[zone]) ? headerZone(text, row.cells[zone]!) : undefined) ?? headerZone(text, table.columns[own]!.title.span),
			dateCell: date >= 0 ? reading.timeOf(row, date)?.time.date : undefined,
		};
	});
}

/** Whether the table tells what happened when, rather than lists what is to be done or was measured. */
function isTimeline({ table, rows, timeOf }: Reading, time: number, trusted: boolean): boolean {
	const named = table.columns[time]!.role === 'time';
	const timed = rows.filter((row) => wanted(timeOf(row, time), isClocked)).length;
	if (trusted) return timed > 0 || named || rows.some((row) => timeOf(row, time));
	const headerless = table.block.header.cells.every((cell) => !isFilled(cell));
	const isOfActions = table.columns.some(({ role }) => role === 'due' || role === 'action' || role === 'owner') && !named && !headerless;
	return timed >= 2 && timed >= rows.length * 0.5 && !isOfActions;
}

/** The first column that its header or its cells show to hold times. */
function timeColumn({ text, table, rows, timeOf }: Reading): number | undefined {
	const share = (index: number, want: (time: TimeMention) => boolean) => {
		const filled = rows.filter((row) => isFilled(row.cells[index]));
		return filled.length === 0 ? 0 : filled.filter((row) => wanted(timeOf(row, index), want)).length / filled.length;
	};
	const any = () => true;
	const columns = table.columns.map(({ role }, index) => ({ role, index }));
	const column = columns.find(({ role, index }) => role === 'time' && share(index, any) >= 0.3)
		?? columns.find(({ role, index }) => role !== 'due' && role !== 'action' && role !== 'owner' && share(index, (found) => isClocked(found) && !isFigure(text, found)) >= 0.6)
		?? columns.find(({ role, index }) => (role === 'date' || role === 'time') && share(index, any) >= 0.5);
	return column?.index;
}

/** Each cell is read once. */
function cellTimes(text: string, order: DateOrder | undefined): Reading['timeOf'] {
	const known = new Map<number, RowTime | undefined>();
	return (row, column) => {
		const cell = row.cells[column];
		if (!isFilled(cell)) return undefined;
		if (!known.has(cell!.start)) known.set(cell!.start, leadingTime(text, cell!, order));
		return known.get(cell!.start);
	};
}

function wanted(found: RowTime | undefined, want: (time: TimeMention) => boolean): boolean {
	return found !== undefined && want(found.time);
}

function isClocked({ clock, relative }: TimeMention): boolean {
	return clock !== undefined || relative !== undefined;
}

/** `0.58`: in a column that is not said to hold times, a figure. */
function isFigure(text: string, { clock }: TimeMention): boolean {
	return clock !== undefined && /^\d{1,2}\.\d\d$/.test(text.slice(clock.span.start, clock.span.end));
}

function isFilled(cell: TextSpan | undefined): boolean {
	return cell !== undefined && cell.end > cell.start;
}

function cellWritten(text: string, cell: TextSpan | undefined): Written | undefined {
	return cell && isFilled(cell) && !/^[-–—]$/.test(text.slice(cell.start, cell.end)) ? written(text, cell) : undefined;
}
