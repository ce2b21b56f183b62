/** Chats, logs, exports and sheets as they come from a clipboard; every name and text is made up. */
import assert from 'node:assert/strict';
import { formatClock } from '../time/moment';
import { recognise } from './recognise';
import type { TranscriptTime } from './transcript';

type Row = readonly [time: string, who: string, text: string];

function timeText(time: TranscriptTime | undefined): string {
	if (!time) return '';
	const { date, clock, zone } = time;
	return [...(date ? [`${date.year ?? '?'}-${date.month}-${date.day}`] : []), formatClock(clock), ...(zone === undefined ? [] : [zone])].join(' ');
}

function check(name: string, text: string, expected: readonly Row[] | undefined, least = 2): void {
	it(name, () => {
		const { transcript } = recognise(text, undefined, least);
		assert.deepEqual(transcript?.events.map(({ time, who, text: said }) => [timeText(time), who ?? '', said]), expected);
	});
}

describe('a copied chat', () => {
	check('of Slack: name and time on one line', 'Mara Voss  10:04 AM\nCarts are empty for everyone\nseeing 500s too\nOle Brandt  10:06 AM\nLooking', [
		['10:04', 'Mara Voss', 'Carts are empty for everyone\nseeing 500s too'], ['10:06', 'Ole Brandt', 'Looking'],
	]);
	check('of Slack: the time below the name, later messages of one person by their time alone', 'Mara Voss\n  10:04 AM\nCarts are empty\n10:05\nfor everyone\n\nPagerDuty\nAPP  1:07 PM\nTriggered #4412\n', [
		['10:04', 'Mara Voss', 'Carts are empty'], ['10:05', 'Mara Voss', 'for everyone'], ['13:07', 'PagerDuty', 'Triggered #4412'],
	]);
	check('of Slack with times in brackets', 'Mara Voss [10:04 AM]\nCarts are empty\n[10:05 AM] for everyone\nOle Brandt :palm_tree: [10:06 AM]\nLooking', [
		['10:04', 'Mara Voss', 'Carts are empty'], ['10:05', 'Mara Voss', 'for everyone'], ['10:06', 'Ole Brandt', 'Looking'],
	]);
	check('of Slack with a line for the day', 'Monday, March 4th\nMara Voss  11:58 PM\nCarts are empty\nTuesday, March 5th\nOle Brandt  12:03 AM\nBack', [
		['?-3-4 23:58', 'Mara Voss', 'Carts are empty'], ['?-3-5 00:03', 'Ole Brandt', 'Back'],
	]);
	check('of Teams', '[10:04 AM] Mara Voss\nCarts are empty\n[10:06 AM] Ole Brandt\nLooking', [['10:04', 'Mara Voss', 'Carts are empty'], ['10:06', 'Ole Brandt', 'Looking']]);
	check('of Teams with the day', 'Mara Voss\n3/14/2024 10:04 AM\nCarts are empty\n\nOle Brandt\n3/14/2024 10:06 AM\nLooking', [['2024-3-14 10:04', 'Mara Voss', 'Carts are empty'], ['2024-3-14 10:06', 'Ole Brandt', 'Looking']]);
	check('of Discord', 'mara — Today at 10:04 AM\nCarts are empty\nole — Today at 10:06 AM\nLooking', [['10:04', 'mara', 'Carts are empty'], ['10:06', 'ole', 'Looking']]);
	check('of Slack with replies, edits, reactions, a badge and code', 'Mara Voss\n:palm_tree:  10:04 AM\nCarts are empty\n:eyes: 3\n5 replies\nLast reply today at 10:20 AM\n\nOle Brandt  10:06 AM\nLooking (edited)\n\n10:07\nrolled back\n```\nundo cache\n```', [
		['10:04', 'Mara Voss', 'Carts are empty\n:eyes: 3\n5 replies\nLast reply today at 10:20 AM'], ['10:06', 'Ole Brandt', 'Looking (edited)'], ['10:07', 'Ole Brandt', 'rolled back\n```\nundo cache\n```'],
	]);
	check('of Slack with all times on lines of their own', 'Mara Voss\n10:04 AM\nCarts are empty\n10:05 AM\nfor all users\nOle van der Berg\n10:06 AM\nLooking', [['10:04', 'Mara Voss', 'Carts are empty'], ['10:05', 'Mara Voss', 'for all users'], ['10:06', 'Ole van der Berg', 'Looking']]);
	check('of Teams with empty lines and yesterday', 'Mara Voss\n\nYesterday 10:04 AM\n\nCarts are empty\n\nOle Brandt\n\nYesterday 10:06 AM\n\nLooking', [['10:04', 'Mara Voss', 'Carts are empty'], ['10:06', 'Ole Brandt', 'Looking']]);
	check('of Teams with the day in its bracket', '[04/03 10:04] Mara Voss: Carts are empty\n[04/03 10:06] Ole Brandt: Looking', [['?-4-3 10:04', 'Mara Voss', 'Carts are empty'], ['?-4-3 10:06', 'Ole Brandt', 'Looking']]);
	check('of Discord with a reply and the dash on a line of its own', '@ole carts?\nmara\n — \nToday at 10:04 AM\nCarts are empty\nole\n — \nToday at 10:06 AM\nLooking', [['', '', '@ole carts?'], ['10:04', 'mara', 'Carts are empty'], ['10:06', 'ole', 'Looking']]);
	check('of Telegram', 'Mara, [04.03.2024 10:04]\nCarts are empty\n\nOle, [04.03.2024 10:06]\nLooking', [['2024-3-4 10:04', 'Mara', 'Carts are empty'], ['2024-3-4 10:06', 'Ole', 'Looking']]);
	check('of WhatsApp', '14/03/2024, 10:04 - Mara Voss: Carts are empty\n14/03/2024, 10:06 - Ole: Looking', [['2024-3-14 10:04', 'Mara Voss', 'Carts are empty'], ['2024-3-14 10:06', 'Ole', 'Looking']]);
	check('of IRC', '[10:04] <@mara> carts are empty\n[10:05] * ole looks\n10:06 <ole> cache-3 is cold\n10:07 -!- kim has joined #ops', [
		['10:04', 'mara', 'carts are empty'], ['10:05', 'ole', 'ole looks'], ['10:06', 'ole', 'cache-3 is cold'], ['10:07', 'kim', 'kim has joined #ops'],
	]);
	check('with nicknames behind the time', '10:04:31 mara | carts are empty\n10:06:02 ole | looking\n10:07:11 mara | thanks', [['10:04:31', 'mara', 'carts are empty'], ['10:06:02', 'ole', 'looking'], ['10:07:11', 'mara', 'thanks']]);
	check('keeps what stands before the first message', 'War room\nMara Voss  10:04 AM\nCarts are empty\nOle Brandt  10:06 AM\nLooking', [['', '', 'War room'], ['10:04', 'Mara Voss', 'Carts are empty'], ['10:06', 'Ole Brandt', 'Looking']]);
});

describe('copied log lines', () => {
	check('of journalctl', 'Mar 04 10:04:31 web-1 cart[812]: cache miss\nMar 04 10:04:33 web-1 systemd[1]: cart.service: Failed', [['?-3-4 10:04:31', 'web-1 cart[812]', 'cache miss'], ['?-3-4 10:04:33', 'web-1 systemd[1]', 'cart.service: Failed']]);
	check('with ISO times', '2024-03-04T10:04:31.123Z ERROR [cart] cache: miss\n    at Cart.load (cart.js:12)\n2024-03-04T10:04:33Z INFO retry', [['2024-3-4 10:04:31.123 Z', '', 'ERROR [cart] cache: miss\n    at Cart.load (cart.js:12)'], ['2024-3-4 10:04:33 Z', '', 'INFO retry']]);
	check('with a comma before the fraction, and of nginx', '2024-03-04 10:04:31,123 - cart - ERROR - miss\n2024/03/04 10:04:33 [error] 31#31: upstream timed out', [['2024-3-4 10:04:31.123', '', 'cart - ERROR - miss'], ['2024-3-4 10:04:33', '', '[error] 31#31: upstream timed out']]);
	check('of an access log', '10.0.0.7 - - [04/Mar/2024:10:04:31 +0000] "GET /cart HTTP/1.1" 502 157\n10.0.0.8 - kim [04/Mar/2024:10:04:32 +0000] "GET / HTTP/1.1" 200 9', [['2024-3-4 10:04:31 +0000', '10.0.0.7', '"GET /cart HTTP/1.1" 502 157'], ['2024-3-4 10:04:32 +0000', '10.0.0.8 kim', '"GET / HTTP/1.1" 200 9']]);
	check('of klog', 'E0304 10:04:31.123456       1 cart.go:12] cache miss\nI0304 10:04:33.000001       1 cart.go:40] retry', [['?-3-4 10:04:31.123', 'cart.go:12', 'E 1 cache miss'], ['?-3-4 10:04:33.000', 'cart.go:40', 'I 1 retry']]);
	check('of an activity log: the time above what happened', 'Mar 4, 2024 10:04 AM\nTriggered by monitor cart-5xx\n\nMar 4, 2024 10:05 AM\nAcknowledged by Mara Voss via mobile', [['2024-3-4 10:04', '', 'Triggered by monitor cart-5xx'], ['2024-3-4 10:05', 'Mara Voss', 'Acknowledged by Mara Voss via mobile']]);
	check('of an activity log: the time below what happened', 'Resolved by Mara Voss via the website.\nMar 4, 2024 at 10:30 AM\nTriggered through the API\nMar 4, 2024 at 10:04 AM', [['2024-3-4 10:30', 'Mara Voss', 'Resolved by Mara Voss via the website.'], ['2024-3-4 10:04', '', 'Triggered through the API']]);
	check('of an activity log in one line', 'Mar 4, 2024 10:04:31 AM (GMT+01:00) Alert created via API\nMar 4, 2024 10:05:02 AM (GMT+01:00) Alert acknowledged by mara@example.com', [['2024-3-4 10:04:31 GMT+01:00', '', 'Alert created via API'], ['2024-3-4 10:05:02 GMT+01:00', 'mara@example.com', 'Alert acknowledged by mara@example.com']]);
	check('of notes that begin with their times', '10:04 alert fired\n10:06 rolled back\n- 10:09 all clear', [['10:04', '', 'alert fired'], ['10:06', '', 'rolled back'], ['10:09', '', 'all clear']]);
});

describe('an export', () => {
	check('of the log of PagerDuty as CSV', 'created_at,type,summary,agent\n2024-03-04T10:04:31Z,trigger,Triggered through the API,cart-5xx\n2024-03-04T10:05:02Z,acknowledge,Acknowledged,Mara Voss', [
		['2024-3-4 10:04:31 Z', 'cart-5xx', 'Triggered through the API\ntype: trigger'], ['2024-3-4 10:05:02 Z', 'Mara Voss', 'Acknowledged\ntype: acknowledge'],
	]);
	check('of incidents as CSV', 'id,incident_number,description,created_on\nQ1,4412,"Carts empty, 5xx",2024-03-04T10:04:31Z\nQ2,4413,Queue grows,2024-03-04T10:09:31Z', [
		['2024-3-4 10:04:31 Z', '', 'Carts empty, 5xx\nid: Q1\nincident_number: 4412'], ['2024-3-4 10:09:31 Z', '', 'Queue grows\nid: Q2\nincident_number: 4413'],
	]);
	check('of Slack', JSON.stringify([
		{ type: 'message', user: 'U1', user_profile: { real_name: 'Mara Voss' }, text: 'Carts &lt;empty&gt;, see <https://status.example|status>', ts: '1709546671.000200' },
		{ type: 'message', username: 'alerts', text: '', attachments: [{ fallback: 'cart-5xx firing' }], ts: '1709546731.000100' },
	]), [['2024-3-4 10:04:31 UTC', 'Mara Voss', 'Carts <empty>, see [status](https://status.example)'], ['2024-3-4 10:05:31 UTC', 'alerts', 'cart-5xx firing']]);
	check('of PagerDuty, newest first', JSON.stringify({ log_entries: [
		{ type: 'acknowledge_log_entry', created_at: '2024-03-04T10:05:02Z', summary: 'Acknowledged by Mara', agent: { summary: 'Mara Voss' } },
		{ type: 'trigger_log_entry', created_at: '2024-03-04T10:04:31Z', summary: 'Triggered through the API', agent: { summary: 'cart-5xx' } },
	] }), [['2024-3-4 10:04:31 Z', 'cart-5xx', 'Triggered through the API'], ['2024-3-4 10:05:02 Z', 'Mara Voss', 'Acknowledged by Mara']]);
	check('of Opsgenie', JSON.stringify({ data: [{ log: 'Alert created', owner: 'System', createdAt: '2024-03-04T10:04:31.500Z' }, { log: 'Alert closed', owner: 'mara@example.com', createdAt: '2024-03-04T10:09:31Z' }] }), [['2024-3-4 10:04:31.500 Z', 'System', 'Alert created'], ['2024-3-4 10:09:31 Z', 'mara@example.com', 'Alert closed']]);
	check('of Teams', JSON.stringify({ value: [{ createdDateTime: '2024-03-04T10:04:31Z', from: { user: { displayName: 'Mara Voss' } }, body: { content: '<p>Carts are&nbsp;empty</p>' } }, { createdDateTime: '2024-03-04T10:06:00Z', from: { user: { displayName: 'Ole' } }, body: { content: 'Looking' } }] }), [['2024-3-4 10:04:31 Z', 'Mara Voss', 'Carts are empty'], ['2024-3-4 10:06:00 Z', 'Ole', 'Looking']]);
	check('of a structured log, an object a line', '{"time":"2024-03-04T10:04:31Z","level":"error","msg":"miss","service":"cart"}\n{"time":"2024-03-04T10:04:33Z","msg":"retry","service":"cart"}', [['2024-3-4 10:04:31 Z', 'cart', 'miss'], ['2024-3-4 10:04:33 Z', 'cart', 'retry']]);
	check('that is none', JSON.stringify({ name: 'cart', version: '1.0.4', scripts: { test: 'mocha' } }), undefined);
});

describe('cells of a spreadsheet', () => {
	check('with titles', 'Date\tTime (UTC)\tEvent\tWho\tLink\n2024-03-04\t10:04\tCarts are empty\tMara\tOPS-12\n2024-03-04\t10:06\tCache filled\tOle\t', [['2024-3-4 10:04', 'Mara', 'Carts are empty\nLink: OPS-12'], ['2024-3-4 10:06', 'Ole', 'Cache filled']]);
	check('without titles', '10:04\tmara\tCarts are empty\n10:06\tole\tLooking', [['10:04', 'mara', 'Carts are empty'], ['10:06', 'ole', 'Looking']]);
	check('as CSV, quoted', 'Time,Description\n10:04,"Carts ""empty"", all"\n10:06,Looking', [['10:04', '', 'Carts "empty", all'], ['10:06', '', 'Looking']]);
	check('as CSV with semicolons', 'Time;Description\n10:04;"Carts; all, of them"\n10:06;Looking', [['10:04', '', 'Carts; all, of them'], ['10:06', '', 'Looking']]);
	it('without times are a sheet and no events', () => {
		const { transcript, sheet } = recognise('Region\tErrors\neu\t12 %\nus\t3 %', undefined, 2);
		assert.equal(transcript, undefined);
		assert.deepEqual(sheet, { header: ['Region', 'Errors'], rows: [['eu', '12 %'], ['us', '3 %']] });
	});
});

describe('what is no chat and no log', () => {
	for (const text of ['', 'carts', 'Carts', '10:04', '\u0000\u0001', '{"a":1}', '[]', '[1, 2, 3]', 'https://status.example/i/12']) check(JSON.stringify(text), text, undefined);
	check('prose', 'At 10:04 the first carts were empty.\nWe looked at the cache, which was cold, and filled it.\n\nBy 10:30 all carts were back.', undefined);
	check('a list of things', '- the first\n- the second: more\n- version 1.0.4', undefined);
	check('code', 'function at(hour) {\n\treturn hour * 60;\n}\n', undefined);
	check('a single message, where two are asked for', 'Mara Voss  10:04 AM\nCarts are empty', undefined);
	check('a single message, where one is enough', 'Mara Voss  10:04 AM\nCarts are empty', [['10:04', 'Mara Voss', 'Carts are empty']], 1);
	for (const [name, piece] of [['white space', ' '], ['line endings', '\n'], ['brackets', '['], ['quotation marks', '"'], ['words', 'lorem ipsum\n'], ['cells', '1,2\n'], ['names', 'Mara\n']] as const) {
		it(`a million characters of ${name}`, () => assert.equal(recognise(piece.repeat(Math.floor(1_000_000 / piece.length)), undefined, 2).transcript, undefined));
	}
	it('more than a million characters', () => assert.deepEqual(recognise('10:04 a\n'.repeat(200_000), undefined, 2), { transcript: undefined, sheet: undefined }));
});
