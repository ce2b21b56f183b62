import type { ActionList } from '../postmortem/model';
import { actionsTableEdits } from '../rewrites/actions-to-table';
import page from './action-unstructured.md';
import { definePieceRule } from './rule';
import { firstLine } from './support/place';

export const actionUnstructured = definePieceRule<ActionList>({
	id: 'action-unstructured',
	summary: 'Action items are rows of a table.',
	page,
	severity: 'information',
	fixKind: 'unsafe',
	since: '0.1.0',

	pieces: ({ doc }) => doc.actionLists.filter(({ shape }) => shape !== 'table').map((list) => ({ part: list.part, key: [], check: () => (list.items.length > 0 ? [list] : []) })),
	describe: ({ shape, items }, { doc }) => ({
		span: firstLine(doc, items[0]!.rowSpan),
		message: `Unexpected action items written as ${shape === 'list' ? 'a list' : shape === 'lines' ? 'lines of text' : shape === 'headings' ? 'headings' : shape === 'html' ? 'HTML' : 'prose'}, expected a table`,
	}),
	fixes(list, { doc }) {
		const edits = actionsTableEdits(doc, list);
		return edits.length > 0 ? [{ title: 'Convert action items to table', edits }] : [];
	},
});
