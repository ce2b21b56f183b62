/** What the columns of a table hold. */
import type { TableBlock } from '../markdown/blocks';
import { columnRoleOf } from '../template/columns';
import { written } from '../text/span';
import type { ColumnModel, TableModel } from './model';

export function readTable(text: string, block: TableBlock): TableModel {
	const columns = block.header.cells.map((cell): ColumnModel => ({ title: written(text, cell), role: columnRoleOf(text.slice(cell.start, cell.end)) }));
	return { block, columns };
}
