/** The columns of a new action table: the template's, one for what else the items say, under the words that the writer used. */
import type { ActionItem, ColumnRole, Postmortem } from '../postmortem/model';
import { columnRoleOf } from '../template/columns';
import type { TableColumnSpec } from '../template/template';
import { contains, type TextSpan } from '../text/span';
import { wordsOf } from './lossless';

const DEFAULT_COLUMNS: readonly TableColumnSpec[] = [{ title: 'Action', role: 'action' }];
/** The column that is added where items have such a value and the template asks for none. */
const ADDED_COLUMNS: readonly TableColumnSpec[] = [
	{ title: 'Owner', role: 'owner' },
	{ title: 'Due date', role: 'due' },
	{ title: 'Status', role: 'status' },
	{ title: 'Priority', role: 'priority' },
];

/** `valueOf` says what stands in an item itself for a role; empty where nothing does. */
export function actionColumns(doc: Postmortem, items: readonly ActionItem[], valueOf: (item: ActionItem, role: ColumnRole) => string): readonly TableColumnSpec[] {
	const asked = doc.template.template.actions.columns;
	const columns = asked.some(({ role }) => role === 'action') ? asked : [...DEFAULT_COLUMNS, ...asked];
	const added = ADDED_COLUMNS.filter(({ role }) => !columns.some((column) => column.role === role) && items.some((item) => valueOf(item, role) !== ''));
	return [...columns, ...added].map((column) => ({ ...column, title: writersTitle(doc, items, column) }));
}

/** `Assignee` for `Owner` where each label that goes into the column says so: its words are kept, once for all. */
function writersTitle(doc: Postmortem, items: readonly ActionItem[], { title, role }: TableColumnSpec): string {
	const labels = [...new Set(items.flatMap((item) => labelOf(doc, item, role) ?? []))];
	const known = wordsOf(title).map((word) => word.toLowerCase());
	const strange = labels.filter((label) => wordsOf(label).some((word) => !known.includes(word.toLowerCase())));
	const [longest] = strange.sort((a, b) => wordsOf(b).length - wordsOf(a).length);
	return longest !== undefined && columnRoleOf(longest) === role ? longest : title;
}

/** The words in front of a value that was taken out of the text: `Assignee: `. */
function labelOf(doc: Postmortem, item: ActionItem, role: ColumnRole): string | undefined {
	const value = spanOf(item, role);
	if (!value || !contains(item.rowSpan, value) || item.textSpans.some((text) => contains(text, value))) return undefined;
	const before = doc.text.slice(Math.max(item.rowSpan.start, value.start - 40), value.start);
	return /(?<![\p{L}\p{N}])(\p{L}[\p{L} ]{1,24}?)\s{0,2}(?:\*\*|__)?\s?[:：]?\s{0,2}(?:\*\*|__)?\s{0,2}$/u.exec(before.slice(before.lastIndexOf('\n') + 1))?.[1];
}

function spanOf(item: ActionItem, role: ColumnRole): TextSpan | undefined {
	switch (role) {
		case 'owner': return item.owners[0]?.span;
		case 'due': return item.due?.written.span;
		case 'status': return item.status?.span;
		case 'priority': return item.priority?.span;
		default: return undefined;
	}
}
