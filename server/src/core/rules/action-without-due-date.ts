import type { Postmortem } from '../postmortem/model';
import { addDays, dayNumber, formatDate, isRealDate, type CivilDate } from '../time/moment';
import page from './action-without-due-date.md';
import { definePieceRule, type Fix } from './rule';
import { faultSpan, openItems, stateIn, type ItemOfList } from './support/action-cell';

export const actionWithoutDueDate = definePieceRule<ItemOfList>({
	id: 'action-without-due-date',
	summary: 'Every open action item has a due date.',
	page,
	severity: 'warning',
	fixKind: 'unsafe',
	since: '0.1.0',

	pieces: ({ doc }) => openItems(doc, [formatDate(baseOf(doc))], ({ due }) => due === undefined),
	describe: (at, { doc }) => ({
		span: faultSpan(doc, at, 'due'),
		message: 'Unexpected action item without a due date, expected one such as `' + formatDate(addDays(baseOf(doc), 14)) + '`',
	}),
	fixes(at, { doc }) {
		const base = baseOf(doc);
		const choices = [[addDays(base, 7), '+1 week'], [addDays(base, 14), '+2 weeks'], [nextMonth(base), '+1 month']] as const;
		return choices.flatMap(([date, distance]): Fix[] => {
			const edit = stateIn(doc, at, 'due', 'due', formatDate(date));
			return edit ? [{ title: `Add due date ${formatDate(date)} (${distance})`, edits: [edit] }] : [];
		});
	},
});

/** Today, since nobody can be asked for something in the past; the incident's day where that is still to come. */
function baseOf(doc: Postmortem): CivilDate {
	return doc.date && dayNumber(doc.date.date) > dayNumber(doc.today) ? doc.date.date : doc.today;
}

/** The same day a month on, or the last of that month. */
function nextMonth({ year, month, day }: CivilDate): CivilDate {
	const next = month === 12 ? { year: year + 1, month: 1, day } : { year, month: month + 1, day };
	while (!isRealDate(next)) next.day--;
	return next;
}
