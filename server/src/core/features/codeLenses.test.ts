import assert from 'node:assert/strict';
import { read } from '../../../../test/kit/lint';
import { codeLenses } from './codeLenses';

const ROWS = '- 2024-05-02 10:00 UTC: outage begins\n- 2024-05-02 10:02 UTC: alert fires\n- 2024-05-02 10:15 UTC: rollback complete\n- 2024-05-02 10:37 UTC: incident declared resolved\n';

function lensesOf(text: string) {
	return codeLenses(read(text)).map(({ span, title, rows }) => ({ at: text.slice(span.start, span.end), title, rows: rows.map(({ start, end }) => text.slice(start, end)) }));
}

describe('code lenses', () => {
	it('tell over a timeline how long its phases took, and the rows used', () => assert.deepEqual(lensesOf(`# Postmortem\n\n## Timeline\n\n${ROWS}- 2024-05-02 12:00 UTC: review\n`), [{ at: '## Timeline', title: 'detect 2m · mitigate 15m · resolve 37m', rows: ROWS.trimEnd().split('\n') }]));
	it('leave out what the timeline does not tell', () => assert.deepEqual(lensesOf('# Postmortem\n\n## Timeline\n\n- 2024-05-02 10:00 UTC: deployed\n- 2024-05-02 10:02 UTC: alert fires\n').map(({ title }) => title), ['detect 2m']));
	it('are none over a timeline that tells no phase', () => assert.deepEqual(lensesOf('# Postmortem\n\n## Timeline\n\n- 10:00 UTC: deployed\n- 10:02 UTC: looked at it\n'), []));
	it('name fields that were used, and the first line of longer rows', () => assert.deepEqual(
		lensesOf('# Postmortem\n\n- **Detected:** 2024-05-02 10:02 UTC\n\n## Timeline\n\n- 2024-05-02 10:00 UTC: deployed\n  to all nodes\n- 2024-05-02 10:15 UTC: looked at it\n').map(({ title, rows }) => [title, rows]),
		[['detect 2m', ['2024-05-02 10:02 UTC', '- 2024-05-02 10:00 UTC: deployed']]],
	));
	it('are one for each timeline', () => assert.deepEqual(
		lensesOf(`# Postmortem\n\n## Timeline\n\n### Database\n\n${ROWS}\n### Cache\n\n| Time (UTC) | Event |\n| --- | --- |\n| 2024-05-02 11:00 | Outage begins |\n| 2024-05-02 11:04 | Alert fires |\n`).map(({ at, title }) => [at, title]),
		[['- 2024-05-02 10:00 UTC: outage begins', 'detect 2m · mitigate 15m · resolve 37m'], ['| Time (UTC) | Event |', 'detect 4m']],
	));
});
