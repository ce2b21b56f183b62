import assert from 'node:assert/strict';
import { read } from '../../../../test/kit/lint';
import { inlayHints, type InlayHintOptions } from './inlayHints';

const BOTH: InlayHintOptions = { sinceStart: true, sincePrevious: true };
const TIMELINE = '# Postmortem\n\n## Timeline\n\nAll times are UTC.\n\n';

/** The document with each hint in place. */
function shown(rows: string, options = BOTH, within?: { start: number; end: number }): string {
	let text = TIMELINE + rows;
	for (const { offset, label } of [...inlayHints(read(text), within ?? { start: 0, end: text.length }, options)].reverse()) text = `${text.slice(0, offset)}{${label}}${text.slice(offset)}`;
	return text.slice(TIMELINE.length);
}

describe('inlay hints', () => {
	it('count from the first row and from the row before', () => assert.equal(
		shown('- 10:00 deployed\n- 10:12 alert fires\n- 11:15 rolled back\n'),
		'- 10:00{T+0m} deployed\n- 10:12{T+12m}{+12m} alert fires\n- 11:15{T+1h 15m}{+1h 3m} rolled back\n',
	));
	it('count from the row that tells the start, backwards before it', () => assert.equal(
		shown('- 2024-05-02 09:55 deployed\n- 2024-05-02 10:00 outage begins\n- 2024-05-03 12:00 over\n', { sinceStart: true, sincePrevious: false }),
		'- 2024-05-02 09:55{T-5m} deployed\n- 2024-05-02 10:00{T+0m} outage begins\n- 2024-05-03 12:00{T+1d 2h} over\n',
	));
	it('show seconds below a minute', () => assert.equal(shown('- 10:00:00 deployed\n- 10:00:30 alert fires\n', { sinceStart: false, sincePrevious: true }), '- 10:00:00 deployed\n- 10:00:30{+30s} alert fires\n'));
	it('stand behind the emphasis of a time', () => assert.equal(shown('- **10:00** deployed\n- **10:12** alert fires\n', { sinceStart: true, sincePrevious: false }), '- **10:00**{T+0m} deployed\n- **10:12**{T+12m} alert fires\n'));
	it('stand behind the row of a table', () => assert.equal(
		shown('| Time | Event |\n| --- | --- |\n| 10:00 | deployed |\n| 10:12 | alert fires |\n', { sinceStart: true, sincePrevious: false }),
		'| Time | Event |\n| --- | --- |\n| 10:00 | deployed |{T+0m}\n| 10:12 | alert fires |{T+12m}\n',
	));
	it('tell approximate times as such, from the start of a range', () => assert.equal(
		shown('- 10:00 deployed\n- ~10:12 alert fires\n- 10:30 - 10:45 rolled back\n'),
		'- 10:00{T+0m} deployed\n- ~10:12{T+~12m}{+~12m} alert fires\n- 10:30 - 10:45{T+30m}{+~18m} rolled back\n',
	));
	it('go on over midnight, date lines and several timelines', () => assert.equal(
		shown('**2 May 2024**\n\n- 23:50 deployed\n\n**4 May 2024**\n\n- 00:10 alert fires\n- 01:00 over\n\n### Cache\n\n1. 2024-05-04 02:00 cold\n2. 2024-05-04 02:05 warm\n'),
		'**2 May 2024**\n\n- 23:50{T+0m} deployed\n\n**4 May 2024**\n\n- 00:10{T+1d 20m}{+1d 20m} alert fires\n- 01:00{T+1d 1h 10m}{+50m} over\n\n### Cache\n\n1. 2024-05-04 02:00{T+1d 2h 10m}{+1h} cold\n2. 2024-05-04 02:05{T+1d 2h 15m}{+5m} warm\n',
	));
	it('stand in headings, behind brackets, code ticks and closing tags, in logs and behind labels', () => {
		const one = (rows: string) => shown(rows, { sinceStart: true, sincePrevious: false });
		assert.equal(one('### 10:00 - deployed\n\nBy hand.\n\n### 10:12 - alert fires\n\nBy itself.\n'), '### 10:00{T+0m} - deployed\n\nBy hand.\n\n### 10:12{T+12m} - alert fires\n\nBy itself.\n');
		assert.equal(one('- [10:00] deployed\n- [10:12] alert fires\n'), '- [10:00]{T+0m} deployed\n- [10:12]{T+12m} alert fires\n');
		assert.equal(one('- `10:00` deployed\n- `10:12` alert fires\n'), '- `10:00`{T+0m} deployed\n- `10:12`{T+12m} alert fires\n');
		assert.equal(one('<ul>\n<li><b>10:00</b> deployed</li>\n<li><b>10:12</b> alert fires</li>\n</ul>\n'), '<ul>\n<li><b>10:00</b>{T+0m} deployed</li>\n<li><b>10:12</b>{T+12m} alert fires</li>\n</ul>\n');
		assert.equal(one('```\n10:00 deployed\n10:12 alert fires\n```\n'), '```\n10:00{T+0m} deployed\n10:12{T+12m} alert fires\n```\n');
		assert.equal(one('- Deployed: 2024-05-02 10:00 UTC\n- Alert: 2024-05-02 10:12 UTC\n'), '- Deployed: 2024-05-02 10:00 UTC{T+0m}\n- Alert: 2024-05-02 10:12 UTC{T+12m}\n');
	});
	it('leave relative times and rows without a time of day alone', () => assert.equal(
		shown('- T+0 deployed\n- T+5m alert fires\n- later: over\n', { sinceStart: true, sincePrevious: false }),
		'- T+0 deployed\n- T+5m alert fires\n- later: over\n',
	));
	it('count from one relative time to the next, wherever they begin', () => assert.equal(shown('| Time | Event |\n| --- | --- |\n| T+0 | deployed |\n| T+10 min | alert fires |\n| T+1h 5m | over |\n'), '| Time | Event |\n| --- | --- |\n| T+0 | deployed |\n| T+10 min | alert fires |{+10m}\n| T+1h 5m | over |{+55m}\n'));
	it('cross midnight where no date is known', () => assert.equal(shown('- 23:50 deployed\n- 00:05 alert fires\n- 00:30 over\n'), '- 23:50{T+0m} deployed\n- 00:05{T+15m}{+15m} alert fires\n- 00:30{T+40m}{+25m} over\n'));
	it('leave the only row of a document alone', () => {
		assert.equal(shown('| Time | Event |\n| --- | --- |\n| 10:00 | deployed |\n'), '| Time | Event |\n| --- | --- |\n| 10:00 | deployed |\n');
		assert.equal(shown('| Time | Event |\n| --- | --- |\n| 10:00 | deployed |\n| | alert fires |\n'), '| Time | Event |\n| --- | --- |\n| 10:00 | deployed |\n| | alert fires |\n');
	});
	it('are given for the rows asked for alone', () => assert.equal(shown('- 10:00 deployed\n- 10:12 alert fires\n', BOTH, { start: 0, end: TIMELINE.length + 10 }), '- 10:00{T+0m} deployed\n- 10:12 alert fires\n'));
	it('are none where both are turned off', () => assert.equal(shown('- 10:00 deployed\n- 10:12 alert fires\n', { sinceStart: false, sincePrevious: false }), '- 10:00 deployed\n- 10:12 alert fires\n'));
});
