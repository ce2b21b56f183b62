import assert from 'node:assert/strict';
import { readDocument } from '../../../../test/kit/read-document';
import { formatMoment } from '../time/moment';

/** `line moment..until | text` of each row. */
function rows(text: string): string[] {
	const doc = readDocument(text);
	return doc.timelines.flatMap((timeline) => timeline.entries).map((entry) => `${doc.lines.lineAt(entry.rowSpan.start) + 1} ${entry.at ? formatMoment(entry.at) : '-'}${entry.until ? `..${formatMoment(entry.until)}` : ''} | ${entry.text}`);
}

const lines = (...each: string[]) => `${each.join('\n')}\n`;

describe('timelines', () => {
	it('reads a table with its zone in the header', () => assert.deepEqual(rows(lines('# Outage 2024-02-03', '', '## Timeline', '', '| Time (CET) | Event |', '| --- | --- |', '| 10:00 | Queue grows |', '| 10:07 | Pager rings |')), [
		'7 2024-02-03T10:00:00+01:00 | Queue grows', '8 2024-02-03T10:07:00+01:00 | Pager rings',
	]));
	it('takes the first of two zone columns', () => assert.deepEqual(rows(lines('# Outage 2024-02-03', '', '## Timeline', '', '| Time (UTC) | Time (PT) | Event |', '| - | - | - |', '| 03:00 | 19:00 | Shift change |')), ['7 2024-02-03T03:00:00Z | Shift change']));
	it('reads bullets below a statement of the zone', () => assert.deepEqual(rows(lines('# Outage 2024-02-03', '', '## Timeline', 'All times are MST.', '- **10:04** – Logins fail', '- **10:12** – `auth` looks odd')), [
		'5 2024-02-03T10:04:00-07:00 | Logins fail', '6 2024-02-03T10:12:00-07:00 | `auth` looks odd',
	]));
	it('joins what is nested under a time', () => assert.deepEqual(rows(lines('**Timeline:**', '- **15:30 UTC:**', '  - Tickets come in.', '  - Alerts stay silent.', '- **15:45 UTC:**', '  - Rolled back.')), ['2 15:30 | Tickets come in. Alerts stay silent.', '5 15:45 | Rolled back.']));
	it('reads bullet signs that are no Markdown', () => assert.deepEqual(rows(lines('On March 1, 2023, from 10:00 AM to 11:00 AM (PST), logins failed for everyone who tried them that day.', 'Timeline:', '•\t10:00 AM: An alert fired.', '•\t11:00 AM: All is well.')), ['3 2023-03-01T10:00:00-08:00 | An alert fired.', '4 2023-03-01T11:00:00-08:00 | All is well.']));
	it('reads one heading per event, and the paragraphs below', () => assert.deepEqual(rows(lines('# 2018-01-18 Queue', '', '## Timeline', '', 'All times in PST', '', '### 2018-01-18 4:19', '', 'First mail.', '', '### 4:27 - found it', '', 'It was a *script*.')), [
		'7 2018-01-18T04:19:00-08:00 | First mail.', '11 2018-01-18T04:27:00-08:00 | found it It was a *script*.',
	]));
	it('takes the day from date headings, and lines', () => assert.deepEqual(rows(lines('## Timeline (UTC)', '', '### 2024-05-12', '', '- 23:50 Deploy', '', '**2024-05-13**', '', '- 00:10 Rollback')), ['5 2024-05-12T23:50:00Z | Deploy', '9 2024-05-13T00:10:00Z | Rollback']));
	it('goes on with date headings beside the timeline', () => assert.deepEqual(rows(lines('# Outage, May 2024', '', '## Timeline', '', '## May 12, 2024', '', '- 10:00 UTC Deploy', '', '## May 13, 2024', '', '- 11:00 UTC Rollback', '', '## Impact', '', 'Some.')), ['7 2024-05-12T10:00:00Z | Deploy', '11 2024-05-13T11:00:00Z | Rollback']));
	it('takes no table of versions or figures for rows', () => assert.deepEqual(rows(lines('# Outage 2024-12-31', '', '## Timeline', '', '| Side | Version |', '| --- | --- |', '| Local | 25.12.3.21 |', '| Remote | 25.12.3.21 |', '', '## Impact', '', '| Host | Load |', '| --- | --- |', '| a | 0.58 / 2 |', '| b | 15.31 / 6 |')), []));
	it('reads times with dots alone in their cell or line', () => assert.deepEqual(rows(lines('# Outage 2024-12-31', '', '## Timeline (UTC)', '', '| Time | Event |', '| --- | --- |', '| 09.04 | a |', '| 12.11 | b |')), ['7 2024-12-31T09:04:00Z | a', '8 2024-12-31T12:11:00Z | b']));
	it('crosses midnight by order', () => assert.deepEqual(rows(lines('# Outage 2024-12-31', '', '## Timeline (UTC)', '', '- 23:50 a', '- 00:05 b', '- 00:20 c')), ['5 2024-12-31T23:50:00Z | a', '6 2025-01-01T00:05:00Z | b', '7 2025-01-01T00:20:00Z | c']));
	it('leaves a small step back on the same day', () => assert.deepEqual(rows(lines('# Outage 2024-12-31', '', '## Timeline (UTC)', '', '- 10:05 a', '- 10:00 b')), ['5 2024-12-31T10:05:00Z | a', '6 2024-12-31T10:00:00Z | b']));
	it('knows a 12-hour clock without AM and PM', () => assert.deepEqual(rows(lines('# Outage 2024-12-31', '', '## Timeline (UTC)', '', '- 11:40 a', '- 12:16 b', '- 1:52 c', '- 2:10 d')), ['5 2024-12-31T11:40:00Z | a', '6 2024-12-31T12:16:00Z | b', '7 2024-12-31T13:52:00Z | c', '8 2024-12-31T14:10:00Z | d']));
	it('reads ranges over midnight', () => assert.deepEqual(rows(lines('# Outage 2024-02-03', '', '## Timeline (UTC)', '', '- 23:54–00:03 restarts', '- 00:10 quiet')), ['5 2024-02-03T23:54:00Z..2024-02-04T00:03:00Z | restarts', '6 2024-02-04T00:10:00Z | quiet']));
	it('reads a label with the time behind it', () => assert.deepEqual(rows(lines('## Key events', '', '- First detected: 2024-09-20 11:24 UTC', '- Resolved: 2024-09-20 12:24 UTC')), ['3 2024-09-20T11:24:00Z | First detected', '4 2024-09-20T12:24:00Z | Resolved']));
	it('reads a label with the time on the next line', () => assert.deepEqual(rows(lines('Timeline:', '', 'Detection Time:', 'January 19, 2024, 10:30 AM (UTC)', 'Root Cause:', 'A bad setting.')), ['3 2024-01-19T10:30:00Z | Detection Time']));
	it('reads times right below a labelled one', () => assert.deepEqual(rows(lines('## Timeline (UTC)', '', '- Deployed: 2024-03-01 10:00', '10:05 - rolled back')), ['3 2024-03-01T10:00:00Z | Deployed', '4 2024-03-01T10:05:00Z | rolled back']));
	it('reads a log in a code block', () => assert.deepEqual(rows(lines('# Outage 2024-02-03', '', '## Timeline', '', '```', '10:00Z disk full', '10:05Z disk cleaned', '```')), ['6 2024-02-03T10:00:00Z | disk full', '7 2024-02-03T10:05:00Z | disk cleaned']));
	it('leaves code alone that is part of an event', () => assert.equal(rows(lines('# Outage 2024-02-03', '', '## Timeline (UTC)', '', '- 10:00 Logs show', '', '  ```', '  09:58 a', '  09:59 b', '  ```', '- 10:05 Fixed')).length, 2));
	it('reads a quote', () => assert.deepEqual(rows(lines('## Timeline', '', '> 10:00 UTC a', '> 10:05 UTC b')), ['3 10:00 | a', '4 10:05 | b']));
	it('reads HTML lists', () => assert.deepEqual(rows(lines('### Timeline', '<li><strong>10:30 AM:</strong>Alert</li>', '<li><strong>10:35 AM:</strong>Fix</li>')), ['2 10:30 | Alert</li>'.replace('</li>', ''), '3 10:35 | Fix']));
	it('keeps rows of a table whose time cannot be read', () => assert.deepEqual(rows(lines('## Timeline', '', '| Time | Event |', '| - | - |', '| 10:00 | a |', '| ??:?? | b |', '|  | c |', '|  |  |')), ['5 10:00 | a', '6 - | b', '7 - | c']));
	it('reads sentences with a time', () => assert.deepEqual(rows(lines('## Timeline', '', '- The alert fired at 10:04 UTC', '- We rolled back by 10:20 UTC')), ['3 10:04 | The alert fired at 10:04 UTC', '4 10:20 | We rolled back by 10:20 UTC']));
	it('counts from the stated start', () => assert.deepEqual(rows(lines('# Outage', '', '- **Started**: 2024-02-03 10:00 UTC', '', '## Timeline', '', '- T+0: deploy', '- T+5m: alert')), ['7 2024-02-03T10:00:00Z | deploy', '8 2024-02-03T10:05:00Z | alert']));
	it('reads a list of times under another heading', () => assert.equal(rows(lines('# Outage 2024-02-03', '', '## What happened', '', '- 10:00 UTC a', '- 10:05 UTC b', '- 10:09 UTC c')).length, 3));
	it('reads none from action items, percentages and ratios', () => assert.deepEqual(rows(lines('# Outage 2024-02-03', '', '## Impact', '', '- 2.70% of users', '- 16:9 videos', '', '## Action items', '', '- 2024-03-01 Add an alert', '- 2024-03-02 Add a test')), []));
});
