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
		'- 10:00{T+0m} deployed\n- 10:12{T+12m}{+12m} alert fires\n- 11:15{T+1h15m}{+1h3m} rolled back\n',
	));
	it('count from the row that tells the start, backwards before it', () => assert.equal(
		shown('- 2024-05-02 09:55 deployed\n- 2024-05-02 10:00 outage begins\n- 2024-05-03 12:00 over\n', { sinceStart: true, sincePrevious: false }),
		'- 2024-05-02 09:55{T-5m} deployed\n- 2024-05-02 10:00{T+0m} outage begins\n- 2024-05-03 12:00{T+1d2h} over\n',
	));
	it('show seconds below a minute', () => assert.equal(shown('- 10:00:00 deployed\n- 10:00:30 alert fires\n', { sinceStart: false, sincePrevious: true }), '- 10:00:00 deployed\n- 10:00:30{+30s} alert fires\n'));
	it('stand behind the emphasis of a time', () => assert.equal(shown('- **10:00** deployed\n- **10:12** alert fires\n', { sinceStart: true, sincePrevious: false }), '- **10:00**{T+0m} deployed\n- **10:12**{T+12m} alert fires\n'));
	it('stand behind the row of a table', () => assert.equal(
		shown('| Time | Event |\n| --- | --- |\n| 10:00 | deployed |\n| 10:12 | alert fires |\n', { sinceStart: true, sincePrevious: false }),
		'| Time | Event |\n| --- | --- |\n| 10:00 | deployed |{T+0m}\n| 10:12 | alert fires |{T+12m}\n',
	));
	it('are given for the rows asked for alone', () => assert.equal(shown('- 10:00 deployed\n- 10:12 alert fires\n', BOTH, { start: 0, end: TIMELINE.length + 10 }), '- 10:00{T+0m} deployed\n- 10:12 alert fires\n'));
	it('are none where both are turned off', () => assert.equal(shown('- 10:00 deployed\n- 10:12 alert fires\n', { sinceStart: false, sincePrevious: false }), '- 10:00 deployed\n- 10:12 alert fires\n'));
});
