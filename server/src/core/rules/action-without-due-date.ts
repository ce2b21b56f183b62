import type { ActionItem, ActionList } from '../postmortem/model';
import { addDays, formatDate, type CivilDate } from '../time/moment';
import { cellOf, itemSpan, setEdit } from './action-cell';
import { defineRule } from './rule';

export const actionWithoutDueDate = defineRule<{ readonly list: ActionList; readonly item: ActionItem }>({
	id: 'action-without-due-date',
	summary: 'Every open action item has a due date.',
	severity: 'warning',
	fixKind: 'unsafe',
	since: '0.1.0',

	*check({ doc }) {
		for (const list of doc.actionLists) for (const item of list.items) if (!item.done && !item.due) yield { list, item };
	},
	describe: ({ list, item }) => {
		const cell = cellOf(list, item, 'due');
		return { span: cell && cell.end > cell.start ? cell : itemSpan(item), message: 'Unexpected action item without a due date, expected a day such as `2024-03-01`' };
	},
	fixes: ({ list, item }, { doc }) =>
		dueDates(doc.today).flatMap(({ title, date }) => {
			const edit = setEdit(doc, list, item, ['due'], 'Due', formatDate(date));
			return edit ? [{ title: `Set due date to ${formatDate(date)} (${title})`, edits: [edit] }] : [];
		}),
});

function dueDates(today: CivilDate): readonly { readonly title: string; readonly date: CivilDate }[] {
	const month = today.month === 12 ? { year: today.year + 1, month: 1, day: today.day } : { ...today, month: today.month + 1 };
	const lastDay = new Date(Date.UTC(month.year, month.month, 0)).getUTCDate();
	return [{ title: 'in 1 week', date: addDays(today, 7) }, { title: 'in 2 weeks', date: addDays(today, 14) }, { title: 'in 1 month', date: { ...month, day: Math.min(month.day, lastDay) } }];
}
