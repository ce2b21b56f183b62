/** Due dates for follow-up work: one week, two weeks, one month from today. */
import { addDays, formatDate, isRealDate, type CivilDate } from '../../time/moment';
import { isActionTable, labelledPart } from './action-place';
import { cellAt, inCell } from './cell';
import type { CompletionSource } from './completion';
import type { FieldPlace } from './field-place';

export const dueDates: CompletionSource = (cursor) => {
	const cell = cellAt(cursor);
	let put: FieldPlace['put'];
	if (cell) {
		if (!isActionTable(cursor, cell) || (cell.column?.role !== 'due' && cell.column?.role !== 'date')) return [];
		put = (value) => inCell(cursor, cell, value);
	} else {
		const part = labelledPart(cursor);
		if (part?.name !== 'due') return [];
		put = part.put;
	}
	const { today } = cursor.doc;
	const dates: readonly (readonly [string, CivilDate])[] = [['in 1 week', addDays(today, 7)], ['in 2 weeks', addDays(today, 14)], ['in 1 month', nextMonth(today)]];
	return dates.map(([detail, date]) => ({ kind: 'date', label: formatDate(date), detail, documentation: '', snippet: undefined, filterText: `${formatDate(date)} ${detail}`, ...put(formatDate(date)) }));
};

/** The same day of the next month, or that month's last. */
function nextMonth({ year, month, day }: CivilDate): CivilDate {
	const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
	let last = day;
	while (!isRealDate({ ...next, day: last })) last--;
	return { ...next, day: last };
}
