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
	check('**~⟦20:40⟧** — Seen in a review', '**~20:40**', 'Seen in a review');
	check('ca. ⟦20:40⟧ seen in a review', 'ca. 20:40', 'seen in a review');
	check('**⟦07:44⟧ + 08:44** "missed by 20 s"', '**07:44 + 08:44**', '"missed by 20 s"');
	check('**⟦11:15⟧+** silence', '**11:15+**', 'silence');
	check('⟦2024-03-01⟧ to 2024-03-05: a freeze', '2024-03-01 to 2024-03-05', 'a freeze');
	check('**⟦June 20⟧-30, 2024**: nothing was stored', '**June 20-30, 2024**', 'nothing was stored');
	check('⟦2024-03-27 22:02⟧, 22:07, 22:33: requests stop', '2024-03-27 22:02, 22:07, 22:33', 'requests stop');
	check('⟦22:02⟧, 3 pods are gone', '22:02', '3 pods are gone');
	check('⟦2024-03-27⟧ 23:xx: probes fail', '2024-03-27 23:xx', 'probes fail');
	check('&emsp;:small_blue_diamond:⟦16:15⟧: alert', '&emsp;:small_blue_diamond: 16:15', 'alert');
	check('**Detected:** ⟦11:24⟧', '11:24', '**Detected**');
	check('⟦10:04⟧に障害が発生', '10:04', '10:04に障害が発生');
});
