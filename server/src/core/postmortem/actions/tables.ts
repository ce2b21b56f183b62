/** Action items in tables: what each row's cells say, and what its text says besides. */
import type { TableBlock, TableRow } from '../../markdown/blocks';
import { linksIn, plainText, unwrapped } from '../../markdown/inline';
import { columnRoleOf } from '../../template/columns';
import { written, type TextSpan, type Written } from '../../text/span';
import { readTable } from '../columns';
import type { ActionItem, ColumnRole, Section, TableModel } from '../model';
import type { ActionContext, FoundList } from './context';
import { dueInCell } from './due';
import { NUMBER } from './headings';
import { eachOnce, readSaid } from './item';
import { ownersInCell } from './owners';
import { isStatus, saysDone } from './status';

const LEAST_WORDS = 2.5;

export function isActionTable(text: string, { header }: TableBlock): boolean {
	const isNamed = header.cells.some((cell) => columnRoleOf(text.slice(cell.start, cell.end)) !== 'other');
	return isNamed || header.cells.every((cell) => cell.start >= cell.end) || header.cells.length >= 2;
}

export function fromTable(context: ActionContext, section: Section, block: TableBlock, priority: Written | undefined): FoundList {
	const table = readTable(context.text, block);
	const action = actionColumn(context.text, table);
	const items = block.rows.flatMap((row) => {
		const cell = row.cells[action];
		return cell && /[\p{L}\p{N}]/u.test(plainText(context.text.slice(cell.start, cell.end))) ? [fromRow(context, table, row, action, priority)] : [];
	});
	return { section, shape: 'table', span: block.span, items, table };
}

function fromRow(context: ActionContext, table: TableModel, row: TableRow, action: number, priority: Written | undefined): ActionItem {
	const { text } = context;
	const cell = row.cells[action]!;
	const number = NUMBER.exec(text.slice(cell.start, cell.end))?.[0].length ?? 0;
	const said = readSaid(context, [{ start: cell.start + number, end: cell.end }]);
	const owner = cellOf('owner') ?? cellOf('who');
	const due = cellOf('due') ?? cellOf('date');
	const statusCell = cellOf('status');
	const priorityCell = cellOf('priority');
	const priorityWords = priorityCell && written(text, unwrapped(text, priorityCell));
	const isDoneThere = priorityWords !== undefined && !statusCell && isStatus(priorityWords.text); // what is done needs no priority any more
	const status = statusCell ? written(text, unwrapped(text, statusCell)) : isDoneThere ? priorityWords : said.status;
	const owners = owner ? ownersInCell(text, owner) : [];
	return {
		text: said.text, textSpans: said.textSpans, owners: owners.length > 0 ? owners : said.owners, ownerPlaceholder: said.ownerPlaceholder,
		priority: (isDoneThere ? undefined : priorityWords) ?? said.priority ?? priority,
		due: (due && dueInCell(context, due)) ?? said.due, status,
		done: status ? saysDone(status.text) : isTicked(), links: linksOf(text, row), rowSpan: row.span,
	};

	function cellOf(role: ColumnRole): TextSpan | undefined {
		const index = table.columns.findIndex((column, at) => at !== action && column.role === role);
		const cell = index >= 0 ? row.cells[index] : undefined;
		return cell && !/^[\s\-–—_?.]*$/.test(text.slice(cell.start, cell.end)) ? cell : undefined;
	}

	/** A column `Done?` or `Completed` with a mark in it. */
	function isTicked(): boolean {
		const done = table.columns.findIndex(({ title }) => /^completed|^done/i.test(title.text));
		const cell = done >= 0 ? row.cells[done] : undefined;
		return cell !== undefined && /^(?:[x✅☑✔]|yes|done|\[x\])(?!\p{L})/iu.test(text.slice(cell.start, cell.end));
	}
}

/** A bar in a cell is escaped, and belongs to a target all the same. */
function linksOf(text: string, { cells }: TableRow): readonly Written[] {
	return eachOnce(cells.flatMap((cell) => linksIn(text, cell)).map((link) => ({ ...link, text: link.text.replaceAll('\\|', '|') })));
}

/** The column that tells what is to be done: by its name, else the first one with whole sentences, else the longest. */
function actionColumn(text: string, { columns, block }: TableModel): number {
	for (const role of ['action', 'event'] as const) {
		const named = columns.findIndex((column) => column.role === role);
		if (named >= 0) return named;
	}
	const cells = columns.map((_, index) => block.rows.flatMap(({ cells: row }) => (row[index] ? [plainText(text.slice(row[index].start, row[index].end))] : [])));
	const isOpen = columns.map(({ role }) => role === 'other' || role === 'ticket');
	const told = cells.findIndex((column, index) => isOpen[index] && column.length > 0 && column.reduce((sum, cell) => sum + cell.split(/\s+/).length, 0) / column.length >= LEAST_WORDS);
	if (told >= 0) return told;
	const lengths = cells.map((column, index) => (isOpen[index] ? column.reduce((sum, cell) => sum + cell.length, 0) : -1));
	return Math.max(0, lengths.indexOf(Math.max(...lengths)));
}
