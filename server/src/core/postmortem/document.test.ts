import assert from 'node:assert/strict';
import { DEFAULT_CONFIG } from '../config/load';
import { builtinTemplates } from '../template/builtin';
import { formatDate } from '../time/moment';
import { readPostmortem } from './read';
import { severityLevel } from './severity';

const templates = builtinTemplates();
const read = (text: string, path = 'notes/x.md') => readPostmortem(text, { path, templates, now: 0, config: DEFAULT_CONFIG });
const dateOf = (text: string, path?: string) => { const { date } = read(text, path); return date && formatDate(date.date) + (date.alternative ? ` or ${formatDate(date.alternative)}` : ''); };

describe('the date of the incident', () => {
	it('comes from a field', () => assert.equal(dateOf('# Outage\n\n- **Date**: January 15, 2024\n'), '2024-01-15'));
	it('comes from the title', () => assert.equal(dateOf('# 2024-02-03 Outage\n'), '2024-02-03'));
	it('comes from the file name', () => assert.equal(dateOf('# Outage\n\nText.\n', 'incidents/2024-02-03-outage.md'), '2024-02-03'));
	it('comes from the summary, with both readings where nothing decides', () => assert.equal(dateOf('## Incident Summary\nBetween 10am and 12pm on 12/2/2024 logins failed.\n'), '2024-12-02 or 2024-02-12'));
	it('leans to the day first where the zone is one of such a country', () => assert.equal(dateOf('# Falha 12/03/2024\n\n## Linha do tempo\n\n- 14h05 BRT alerta\n'), '2024-03-12 or 2024-12-03'));
	it('is read as the rest of the document writes dates', () => assert.equal(dateOf('# Outage\n\n**Date**: 03/10/2021\n\nSeen again on 29/09/2021.\n'), '2021-10-03'));
	it('is read as the file name has it', () => assert.equal(dateOf('# Outage\n\n**Date**: 03/10/2021\n', '2021-10-03-outage.md'), '2021-10-03'));
	it('is never a due date', () => assert.equal(dateOf('# Outage\n\n## Action items\n\n| Action | Due |\n| - | - |\n| Test | 2024-05-02 |\n'), undefined));
	it('is that of the first row where the timeline begins the day before', () => assert.equal(dateOf('# Outage 2024-02-04\n\n## Timeline\n\n- 2024-02-03 23:50 UTC a\n- 2024-02-04 00:10 UTC b\n'), '2024-02-03'));
});

describe('the zone', () => {
	it('is that of the timeline where nothing else states one', () => assert.equal(read('# Falha 2024-03-12\n\n## Linha do tempo\n\nTodos os horários em BRT.\n\n- 14h05 alerta\n').zone?.written.text, 'BRT'));
});

describe('severity', () => {
	const levels: readonly (readonly [string, number | undefined])[] = [['SEV2 (Major degradation)', 2], ['Sev-3', 3], ['P1', 1], ['Critical', 1], ['high', 2], ['Severity 0', 0], ['Low - few users', 4], ['重大', 2], ['unknown', undefined]];
	for (const [written, level] of levels) it(written, () => assert.equal(severityLevel(written), level));
	it('is found in prose', () => assert.equal(read('## Incident Summary\n\nThis Sev-3 incident hit few.\n').fields.find(({ name }) => name === 'severity')?.value.text, 'Sev-3'));
});

describe('fields', () => {
	it('are read from the list of a young document', () => assert.deepEqual(read('# Postmortem: x\n\n- **Date:** 2024-05-02\n- **Status:** Draft\n- **Severity:** SEV2\n\n## Impact\n\ntext\n').fields.map(({ name, value }) => `${name}=${value.text}`), ['date=2024-05-02', 'status=Draft', 'severity=SEV2']));
});

describe('the title', () => {
	const titles: readonly (readonly [string, string | undefined])[] = [['# Outage\n', 'Outage'], ['# **Title: Postmortem - Outage**\n\n**Impact:**\nBad.\n', 'Postmortem - Outage'], ['---\ntitle: Outage\n---\n\n## Impact\n', 'Outage'], ['**Checkout down**\n\n## Impact\n\n## Timeline\n', 'Checkout down'], ['## Impact\n\nBad.\n\n## Timeline\n', undefined], ['### 0x1. Outage\n\nImpact:\nBad.\n', '0x1. Outage']];
	for (const [text, title] of titles) it(JSON.stringify(text), () => assert.equal(read(text).title?.text, title));
});

describe('whether a document is a postmortem', () => {
	const incident = 'On 2024-02-03 the checkout failed for 40 minutes because a deploy broke the client. It was rolled back and orders were restored.\n\n## Timeline\n\n- 10:00 UTC the alert fired\n- 10:40 UTC it was rolled back\n\n## Root cause\n\nThe client was changed.\n';
	it('says so by its heading', () => assert.deepEqual(read(`# Postmortem: checkout down\n\n${incident}`).verdict, { isPostmortem: true, because: 'heading' }));
	it('says so by its path', () => assert.deepEqual(read(`# Checkout down\n\nIt was down. ${incident.split('##')[0]}`, 'docs/incidents/checkout.md').verdict, { isPostmortem: true, because: 'path' }));
	it('says so by its front matter', () => assert.deepEqual(read(`---\ntemplate: sre\n---\n# Checkout\n`).verdict, { isPostmortem: true, because: 'front matter' }));
	it('says so by its sections', () => assert.equal(read(`# Checkout down\n\n${incident}\n## Impact\n\nOrders were lost.\n`).verdict.isPostmortem, true));
	it('is new in such a folder', () => assert.equal(read('# Checkout\n', 'postmortems/checkout.md').verdict.isPostmortem, true));
	const others: readonly (readonly [string, string, string])[] = [
		['an ordinary page', 'notes/tea.md', '# How to make tea\n\nBoil water.\n'],
		['a process page', 'docs/incident-process.md', '# Incident process\n\n## Roles and responsibilities\n\nYou must page the commander. You should open a channel. Please write a summary for your team, and you must keep it short.\n'],
		['an index', 'incidents/index.md', '# Incidents\n\n- [Checkout down](2024-02-03.md)\n- [Login slow](2024-02-04.md)\n- [Disk full](2024-02-05.md)\n- [Queue stuck](2024-02-06.md)\n'],
		['a template full of placeholders', 'postmortems/template.md', '# Postmortem: <title>\n\n## Summary\n\n<describe what happened>\n\n## Timeline\n\n- HH:MM <event>\n\n## Root cause\n\nTBD\n\n## Action items\n\n- TODO\n'],
		['a protocol by minutes', 'docs/incidents/severity-one.md', '# When a severity 1 incident is declared\n\n## Summary\n\nHow the platform team reacts.\n\n## Timeline\n\n| Time | Event |\n| --- | --- |\n| T+0 | The page is acknowledged |\n| T+5m | A channel is opened |\n| T+15m | The status page is updated |\n| T+30m | The vendor is called |\n\n## Response\n\nThe commander leads the response until customers can work again, then a review is planned.\n'],
		['an assignment brief', '0x19-postmortem/README.md', '# Postmortem\n\n## Requirements\n\nWrite a postmortem about an outage of your own. Your summary must contain the duration and the impact. Your timeline must contain how it was found. Mandatory.\n'],
	];
	for (const [name, path, text] of others) it(`not ${name}`, () => assert.deepEqual(read(text, path).verdict, { isPostmortem: false, because: null }));
});
