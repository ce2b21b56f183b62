import assert from 'node:assert/strict';
import { cutTime } from './time-cell';

/** `⟦…⟧` is the time within the line. */
function check(line: string, time: string, rest: string): void {
	it(line, () => {
		const start = line.indexOf('⟦');
		const end = line.indexOf('⟧') - 1;
		assert.deepEqual(cutTime(line.replace(/[⟦⟧]/g, ''), { start, end }), { time, rest });
	});
}

describe('the time of a row and its text', () => {
	check('⟦10:04⟧ – Errors begin', '10:04', 'Errors begin');
	check('**⟦10:04⟧** – Errors begin', '**10:04**', 'Errors begin');
	check('**⟦15:30 UTC⟧:** Errors begin', '**15:30 UTC**', 'Errors begin');
	check('**⟦10:04⟧ – Errors** begin', '**10:04**', '**Errors** begin');
	check('•\t⟦10:00 AM⟧: Errors begin', '10:00 AM', 'Errors begin');
	check('`⟦07:35⟧` Errors begin', '`07:35`', 'Errors begin');
	check('[⟦08:47⟧] Errors begin', '08:47', 'Errors begin');
	check('[⟦08:47⟧](https://chat.example/p1) Errors begin', '[08:47](https://chat.example/p1)', 'Errors begin');
	check('[⟦08:47⟧ Errors](https://chat.example/p1) begin', '08:47', '[08:47 Errors](https://chat.example/p1) begin');
	check('`⟦10:04⟧ restart api` was run', '10:04', '`10:04 restart api` was run');
	check('First detected: ⟦2024-09-20 11:24⟧', '2024-09-20 11:24', 'First detected');
	check('**First detected:** ⟦11:24⟧', '11:24', '**First detected**');
	check('🔴 ⟦10:04⟧ Errors begin', '🔴 10:04', 'Errors begin');
	check('At ⟦14:30⟧ errors begin', 'At 14:30', 'errors begin');
	check('⟦2100⟧hrs - errors begin', '2100hrs', 'errors begin');
	check('⟦10:04⟧ -5 % of orders', '10:04', '-5 % of orders');
	check('<b>⟦10:04⟧</b> Errors begin', '<b>10:04</b>', 'Errors begin');
});
