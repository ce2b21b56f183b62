import assert from 'node:assert/strict';
import { sentencesIn } from './sentences';

/** The sentences of the text joined by ` ¦ ` are as in `expected`. */
function check(expected: string): void {
	it(expected, () => {
		const text = expected.replaceAll(' ¦ ', ' ').replaceAll('¦', '');
		assert.deepEqual(sentencesIn(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end)), expected.split(/ ?¦ ?/));
	});
}

describe('sentences', () => {
	check('At 10:04 errors began. ¦ By 10:30 we had rolled back.');
	check('We deployed v1.2 at 10.30 to node1.example.com and waited. ¦ Nothing broke!');
	check('Some clients, e.g. Safari, failed. ¦ Others, i.e. Firefox, did not.');
	check('It began approx. 10 minutes later. ¦ Dr. Haddad was paged.');
	check('At 10:04 a.m. the alert fired. ¦ It cleared at 11 p.m. ¦ Nobody looked.');
	check('See https://status.example/a.b?c=d. ¦ Then `kubectl get pods. Now` ran. ¦ [Graph](https://g.example/x.y) rose.');
	check('Is it down? ¦ "Yes." ¦ (It was.) ¦ **It recovered.** ¦ Done…');
	check('Am 3. März um 10:04 Uhr fiel der Dienst aus. ¦ Um 10:30 Uhr lief er wieder, z. B. in Oslo.');
	check('10:04に障害が発生した。¦10:30に復旧した。');
	check('¿Qué pasó? ¦ A las 10:04 cayó. ¦ ¡Volvió!');
	check('J. Doe restarted it. ¦ 5 pods died. ¦ No. 4 came back');
	check('We waited … メール arrived. ¦ The queue grew … ¦ Then it fell.');
	check('one without an end');
});
