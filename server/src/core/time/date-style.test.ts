import assert from 'node:assert/strict';
import { dateAt, type DateOrder } from './date';
import { formatDateLike, formatWeekdayLike } from './date-style';
import type { CivilDate } from './moment';

const TURN: CivilDate = { year: 2025, month: 1, day: 2 };

function like(written: string, date: CivilDate, order?: DateOrder): string {
	const mention = dateAt(written, 0, order)!;
	assert.equal(mention.span.end, written.length, written);
	return formatDateLike(written, mention, date);
}

describe('a date in the style of another', () => {
	const cases: readonly [written: string, expected: string, order?: DateOrder][] = [
		['2024-12-31', '2025-01-02'], ['2024/12/31', '2025/01/02'], ['2024.12.31', '2025.01.02'], ['2024/3/7', '2025/1/2'], ['20241231', '20250102'],
		['12/31/2024', '01/02/2025'], ['31.12.2024', '02.01.2025'], ['7/23/24', '1/2/25'], ['03/07/2024', '2025-01-02'], ['03/07/2024', '02/01/2025', 'day first'], ['03/07/2024', '01/02/2025', 'month first'],
		['December 31, 2024', 'January 2, 2025'], ['Dec 31', 'Jan 2'], ['DEC 31 2024', 'JAN 2 2025'], ['December 31st, 2024', 'January 2nd, 2025'], ['31 Dec 2024', '2 Jan 2025'], ['05 Dec 2024', '02 Jan 2025'], ['31st of December', '2nd of January'],
		['31. Dezember 2024', '2. Januar 2025'], ['31 de diciembre de 2024', '2 de enero de 2025'], ['31 décembre 2024', '2 janvier 2025'], ['31 de dezembro de 2024', '2 de janeiro de 2025'], ['31. desember', '2. januar'],
		['2024年12月31日', '2025年1月2日'], ['12月31日', '1月2日'], ['2024년 12월 31일', '2025년 1월 2일'],
	];
	for (const [written, expected, order] of cases) it(`${written} → ${expected}`, () => assert.equal(like(written, TURN, order), expected));

	it('is ISO where the written form does not tell how to go on', () => {
		assert.equal(like('5/5/2024', { year: 2024, month: 5, day: 6 }), '2024-05-06');
		assert.equal(like('31. Mai', { year: 2024, month: 6, day: 1 }), '2024-06-01');
	});

	it('gives back every date as it was written', () => {
		for (const written of ['2024-05-02', '2024/5/2', '5/5/2024', '05/02/2024', '31.12.2024', 'May 2nd, 2024', '2 May', '31. Mai', '2 de mayo de 2024', '5月2日', 'Sept 3', '20240502']) {
			const { year = 2024, month, day } = dateAt(written, 0, undefined)!;
			assert.equal(like(written, { year, month, day }), written);
		}
	});
});

describe('a day of the week in the style of another', () => {
	const cases: readonly [written: string, expected: string | undefined][] = [['Tuesday', 'Thursday'], ['Tue', 'Thu'], ['tues', 'thur'], ['DI', undefined], ['Dienstag', 'Donnerstag'], ['mardi', 'jeudi'], ['火', '木'], ['Event', undefined]];
	for (const [written, expected] of cases) it(`${written} → ${expected}`, () => assert.equal(formatWeekdayLike(written, TURN), expected));
});
