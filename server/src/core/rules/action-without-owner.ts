import type { ActionItem, ActionList } from '../postmortem/model';
import { cellOf, itemSpan, setEdit } from './action-cell';
import { defineRule } from './rule';

export const actionWithoutOwner = defineRule<{ readonly list: ActionList; readonly item: ActionItem }>({
	id: 'action-without-owner',
	summary: 'Every open action item has an owner.',
	severity: 'warning',
	fixKind: 'unsafe',
	since: '0.1.0',

	*check({ doc }) {
		for (const list of doc.actionLists) for (const item of list.items) if (!item.done && item.owners.length === 0) yield { list, item };
	},
	describe: ({ list, item }) => {
		const cell = cellOf(list, item, 'owner', 'who');
		return { span: cell && cell.end > cell.start ? cell : itemSpan(item), message: 'Unexpected action item without an owner, expected a name or `@handle`' };
	},
	fixes({ list, item }, { doc }) {
		const names = [...doc.knownPeople.map((person) => (person.handle ? `@${person.handle}` : person.name)), ...doc.people.map((person) => person.text)];
		return [...new Set(names)].slice(0, 5).flatMap((name) => {
			const edit = setEdit(doc, list, item, ['owner', 'who'], 'Owner', name);
			return edit ? [{ title: `Set owner to ${name}`, edits: [edit] }] : [];
		});
	},
});
