/** Where follow-up work states its owner, due date and status: in the cells of its table, or as `Owner: …` in an item. */
import { columnRoleOf } from '../../template/columns';
import type { ColumnRole } from '../../postmortem/model';
import type { TextSpan } from '../../text/span';
import type { Cell } from './cell';
import type { Cursor } from './completion';
import type { FieldPlace } from './field-place';

export interface LabelledPart {
	readonly name: ColumnRole;
	readonly typed: TextSpan;
	readonly put: FieldPlace['put'];
}

const LABELLED = /(?:^|[\s(*_,;–—-])((?:due |assigned )?\p{L}{2,12})[*_]{0,2}[:：][*_]{0,2}(\s*)([^:：,;()|]{0,40})$/iu;

export function isActionTable({ section }: Cursor, { table }: Cell): boolean {
	return section?.role === 'actions' || table.columns.some(({ role }) => role === 'action' || role === 'due');
}

export function inActions({ doc, section, offset }: Cursor): boolean {
	for (let each = section; each; each = each.parent) if (each.role === 'actions') return true;
	return doc.actionLists.some(({ span }) => span.start <= offset && offset <= span.end);
}

/** `Owner: ‸`, `(Due: ‸`: what is typed behind a label in an action item. */
export function labelledPart(cursor: Cursor): LabelledPart | undefined {
	if (!inActions(cursor)) return undefined;
	const found = LABELLED.exec(cursor.before);
	if (!found || !/^\s*(?:$|[),;|(*_])/.test(cursor.after)) return undefined;
	const name = columnRoleOf(found[1]!);
	const end = cursor.offset;
	const typed = { start: end - found[3]!.length, end };
	return { name, typed, put: (value, start = typed.start) => ({ span: { start, end }, newText: `${found[2] === '' && start === typed.start ? ' ' : ''}${value}` }) };
}
