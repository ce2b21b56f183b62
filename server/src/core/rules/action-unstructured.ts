import type { ActionList } from '../postmortem/model';
import { actionsTableEdits } from '../rewrites/actions-to-table';
import { defineRule } from './rule';

const SHAPES: Readonly<Record<string, string>> = { list: 'a list', lines: 'lines', prose: 'free text' };

export const actionUnstructured = defineRule<ActionList>({
	id: 'action-unstructured',
	summary: 'Action items are a table.',
	severity: 'information',
	fixKind: 'unsafe',
	since: '0.1.0',

	*check({ doc }) {
		const seen = new Set<unknown>();
		for (const list of doc.actionLists) {
			if (list.shape === 'table' || seen.has(list.section)) continue;
			seen.add(list.section);
			yield list;
		}
	},
	describe: (list) => ({
		span: list.section.title?.span ?? list.items[0]!.textSpans[0]!,
		message: `Unexpected action items as ${SHAPES[list.shape]!}, expected a table`,
	}),
	fixes(list, { doc }) {
		const edits = doc.actionLists.filter((each) => each.section === list.section).flatMap((each) => actionsTableEdits(doc, each));
		return edits.length ? [{ title: 'Convert action items to table', edits }] : [];
	},
});
