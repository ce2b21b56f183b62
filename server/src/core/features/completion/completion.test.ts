import assert from 'node:assert/strict';
import { marked } from '../../../../../test/kit/marked';
import { DEFAULT_CONFIG } from '../../config/load';
import { personOf } from '../../config/people';
import type { DocumentContext } from '../../context';
import { readPostmortem } from '../../postmortem/read';
import { builtinTemplates } from '../../template/builtin';
import { applyEdits } from '../../text/edit';
import { completionsAt, type Completion } from './index';

const context: DocumentContext = {
	path: 'postmortems/x.md', templates: builtinTemplates(), now: Date.UTC(2024, 4, 6, 9, 7, 31), decided: 'postmortem',
	config: { ...DEFAULT_CONFIG, people: [personOf('Ana Ruiz (@ana)'), personOf('Bo Lund')] },
};

interface Shown {
	readonly items: readonly Completion[];
	readonly labels: readonly string[];
	/** The text after the item with that label was taken. */
	taken(label: string): string;
}

function at(fixture: string, trigger?: string): Shown {
	const { text, cursor } = marked(fixture);
	const items = completionsAt(readPostmortem(text, context), cursor, context, trigger);
	for (const { span, label } of items) {
		assert.ok(span.start <= cursor && cursor <= span.end && !text.slice(span.start, span.end).includes('\n'), `${label} replaces the cursor's place on one line`);
	}
	return {
		items,
		labels: items.map(({ label }) => label),
		taken(label) {
			const item = items.find((each) => each.label === label);
			assert.ok(item, `${label} is offered among ${items.map((each) => each.label).join(', ')}`);
			return applyEdits(text, [item]);
		},
	};
}

const HEAD = '---\ntemplate: full\n---\n\n# Postmortem: parcel tracker offline\n\n';
const TIMELINE = '## Timeline\n\nAll times are UTC.\n\n';

describe('completion of values', () => {
	it('offers severities with their meaning behind the label', () => {
		const shown = at(`${HEAD}- **Severity:** ‸\n`, ' ');
		assert.deepEqual(shown.labels, ['SEV1', 'SEV2', 'SEV3', 'SEV4', 'SEV5']);
		assert.match(shown.items[0]!.documentation, /Critical: the service is down/);
		assert.ok(shown.taken('SEV2').endsWith('- **Severity:** SEV2\n'));
	});

	it('sets a space behind a colon', () => assert.ok(at(`${HEAD}- Status:‸\n`, ':').taken('Draft').endsWith('- Status: Draft\n')));

	it('replaces what stands there, the explanation stays', () => {
		const shown = at(`${HEAD}- **Severity**: SEV‸2 (Major)\n`);
		assert.ok(shown.taken('SEV3').endsWith('- **Severity**: SEV3 (Major)\n'));
		assert.deepEqual(at(`${HEAD}- **Severity**: SEV2 (Maj‸or)\n`).labels, []);
	});

	it('offers them in the front matter', () => {
		assert.ok(at('---\ntemplate: full\nseverity: ‸\n---\n\n# Postmortem: x\n', ' ').taken('SEV1').startsWith('---\ntemplate: full\nseverity: SEV1\n---'));
	});

	it('keeps the width of a cell', () => {
		const table = (cell: string) => `${HEAD}| Field | Value |\n| --- | --- |\n| Date | 2024-05-02 |\n| Severity | ${cell}|\n`;
		assert.equal(at(table('‸           ')).taken('SEV2'), table('SEV2       '));
		assert.equal(at(table('SEV‸2       ')).taken('SEV3'), table('SEV3       '));
		assert.equal(at(table('SEV2 maj‸ ')).taken('SEV3'), table('SEV3     '));
	});

	it('offers statuses in an action table', () => {
		const shown = at(`${HEAD}## Action items\n\n| Action | Owner | Status | Due |\n| --- | --- | --- | --- |\n| Cap the queue | Kim |‸|  |\n`, '|');
		assert.deepEqual(shown.labels.slice(0, 2), ['Open', 'In progress']);
		assert.match(shown.taken('Open'), /\| Kim \| Open \| {2}\|\n$/);
	});

	it('is silent in prose, in code, in headings of columns and in ordinary documents', () => {
		assert.deepEqual(at(`${HEAD}## Impact\n\nParcels were lost: ‸\n`, ' ').labels, []);
		assert.deepEqual(at(`${HEAD}\`\`\`\nseverity: ‸\n\`\`\`\n`, ' ').labels, []);
		assert.deepEqual(at(`${HEAD}| Time | ‸ |\n| --- | --- |\n`, ' ').labels, []);
		assert.deepEqual(completionsAt(readPostmortem('- **Severity:** ', { ...context, decided: 'none' }), 15, context), []);
	});
});

describe('completion of people', () => {
	const people = `${HEAD}- **Incident Commander:** Kim Berg\n\n## Impact\n\nLost parcels.\n\n`;

	it('offers those of the config, then those of the document, in an owner cell', () => {
		const shown = at(`${people}## Action items\n\n| Action | Owner |\n| --- | --- |\n| Cap the queue | ‸ |\n`, ' ');
		assert.deepEqual(shown.labels, ['Ana Ruiz', 'Bo Lund', 'Kim Berg']);
	});

	it('adds one behind a comma', () => {
		const shown = at(`${people}## Action items\n\n| Action | Owner |\n| --- | --- |\n| Cap the queue | Bo Lund, ‸ |\n`, ' ');
		assert.ok(shown.taken('Kim Berg').endsWith('| Cap the queue | Bo Lund, Kim Berg |\n'));
	});

	it('writes handles behind @', () => {
		const shown = at(`${people}## Response\n\nPaged @‸ at once.\n`, '@');
		assert.ok(shown.taken('@ana').endsWith('Paged @ana at once.\n'));
		assert.deepEqual(at(`${people}## Response\n\nWrote to ops@‸\n`, '@').labels, []);
	});

	it('offers owners and dates behind their labels in an item', () => {
		const list = (item: string) => `${people}## Action items\n\n- Cap the queue ${item}\n`;
		assert.ok(at(list('(Owner: ‸)'), ' ').taken('Bo Lund').endsWith('- Cap the queue (Owner: Bo Lund)\n'));
		assert.ok(at(list('(Due: ‸)'), ' ').taken('2024-05-13').endsWith('(Due: 2024-05-13)\n'));
	});

	it('counts due dates from today', () => {
		const shown = at(`${HEAD}## Action items\n\n| Action | Owner | Due |\n| --- | --- | --- |\n| Cap the queue | Kim | ‸ |\n`, ' ');
		assert.deepEqual(shown.items.map(({ label, detail }) => `${label} ${detail}`), ['2024-05-13 in 1 week', '2024-05-20 in 2 weeks', '2024-06-06 in 1 month']);
	});
});

describe('completion of timeline rows', () => {
	it('counts on from the row above, in its form', () => {
		const shown = at(`${HEAD}${TIMELINE}- **10:04** – queue fills up\n- **10:59** – alert fires\n- ‸\n`, ' ');
		assert.deepEqual(shown.items.map(({ label, detail }) => `${label} ${detail}`), ['11:00 1m later, T+56m, after detection', '11:04 5m later, T+1h, after detection', '11:14 15m later, T+1h 10m, after detection', '09:07 now (UTC)']);
		assert.ok(shown.taken('11:04').endsWith('\n- **11:04** – \n'));
	});

	it('keeps 12-hour clocks, dates and zones', () => {
		assert.deepEqual(at(`${HEAD}## Timeline\n\n- 11:50 AM queue fills up\n- 11:56 AM alert fires\n- ‸\n`).labels.slice(0, 3), ['11:57 AM', '12:01 PM', '12:11 PM']);
		assert.deepEqual(at(`${HEAD}## Timeline\n\n- 2024-05-02 23:50 UTC: queue fills up\n- 2024-05-02 23:58 UTC: alert fires\n- ‸\n`).labels.slice(0, 2), ['2024-05-02 23:59 UTC', '2024-05-03 00:03 UTC']);
	});

	it('puts now first while the incident goes on, on the document\'s clock', () => {
		const shown = at(`${HEAD}## Timeline\n\nAll times are CEST.\n\n- 2024-05-06 10:50 queue fills up\n- 2024-05-06 10:55 alert fires\n- ‸\n`);
		assert.equal(`${shown.labels[0]} ${shown.items[0]!.detail}`, '2024-05-06 11:07 now (CEST)');
	});

	it('sees what is typed already', () => {
		const shown = at(`${HEAD}${TIMELINE}- **10:04** – queue fills up\n- **10:59** – alert fires\n- **11:‸\n`, ':');
		assert.deepEqual(shown.items.map(({ filterText }) => filterText).slice(0, 2), ['**11:00** –', '**11:04** –']);
		assert.ok(shown.taken('11:00').endsWith('alert fires\n- **11:00** – \n'));
	});

	it('starts a timeline with now', () => {
		const shown = at(`${HEAD}${TIMELINE}-‸\n`, '-');
		assert.ok(shown.taken('09:07').endsWith('\n- **09:07** – \n'));
	});

	it('fills time cells, each on its own clock', () => {
		const table = (row: string) => `${HEAD}## Timeline\n\n| Time (UTC) | Time (CEST) | Event |\n| --- | --- | --- |\n| 10:04 | 12:04 | queue fills up |\n${row}\n`;
		assert.deepEqual(at(table('| ‸ | | alert fires |'), ' ').labels, ['10:05', '10:09', '10:19', '09:07']);
		assert.deepEqual(at(table('| 10:05 | ‸ | alert fires |'), ' ').labels, ['12:05', '12:09', '12:19', '11:07']);
	});

	it('makes a whole row of the first pipe', () => {
		const shown = at(`${HEAD}## Timeline\n\n| Time (UTC) | Time (CEST) | Event |\n| --- | --- | --- |\n| 10:04 | 12:04 | queue fills up |\n|‸\n`, '|');
		assert.equal(shown.items[0]!.snippet, '| 10:05 | 12:05 | ${1:Event} |');
		assert.equal(shown.items[3]!.snippet, '| 09:07 | 11:07 | ${1:Event} |');
		assert.ok(shown.taken('| 10:05 | … |').endsWith('| 10:04 | 12:04 | queue fills up |\n| 10:05 | 12:05 |  |\n'));
	});

	it('leaves lists elsewhere and nested ones alone', () => {
		assert.deepEqual(at(`${HEAD}## Impact\n\n- ‸\n`, ' ').labels, []);
		assert.deepEqual(at(`${HEAD}${TIMELINE}- **10:04**\n  - queue fills up\n- **10:10**\n  - alert fires\n  - ‸\n`, ' ').labels, []);
	});
});

describe('completion of the times of phases', () => {
	const ROWS = '## Timeline\n\nAll times are PST.\n\n- **19:02** – queue fills up\n- **19:04** – alert fires\n- **19:30** – incident resolved\n';

	it('offers the rows of the timeline, those that tell the phase first', () => {
		const shown = at(`${HEAD}- **Date:** 2024-03-02\n- **Detected:** ‸\n\n${ROWS}`, ' ');
		assert.deepEqual(shown.items.map(({ label, detail }) => `${label}: ${detail}`), [
			'2024-03-02 19:04 PST: detected, T+2m', '2024-03-02 19:02 PST: T+0m, queue fills up', '2024-03-02 19:30 PST: resolved, T+28m',
		]);
		assert.ok(shown.taken('2024-03-02 19:04 PST').includes('\n- **Detected:** 2024-03-02 19:04 PST\n'));
	});

	it('writes them as the fields beside are written', () => {
		assert.equal(at(`${HEAD}**Date:** 2024-03-02\n\n| Field | Value |\n| --- | --- |\n| Started | 7:02 PM PST |\n| Resolved | ‸ |\n\n${ROWS}`, ' ').labels[0], '7:30 PM PST');
	});

	it('is silent among the rows, and where there are none', () => {
		assert.deepEqual(at(`${HEAD}- **Detected:** ‸\n\n## Impact\n\nLost parcels.\n`, ' ').labels, []);
	});
});

describe('completion of headings and field names', () => {
	it('offers missing sections, the one that comes next first', () => {
		const shown = at(`${HEAD}## Executive Summary\n\nA text.\n\n## Timeline\n\n## ‸\n`, ' ');
		assert.deepEqual(shown.labels.slice(0, 3), ['Root Cause', 'What Went Well', 'What Went Wrong']);
		assert.ok(!shown.labels.includes('Timeline') && shown.labels.includes('Impact'));
		assert.ok(shown.taken('What Went Well').endsWith('\n\n## What Went Well\n\nWhat shortened the incident and should stay as it is?\n'));
	});

	it('brings tables along', () => {
		assert.match(at(`${HEAD}## Impact\n\nA text.\n\n#‸\n`, '#').taken('Timeline'), /\n## Timeline\n\n[^\n]+\n\n\| Time \(UTC\) \| Event \| Responder \|\n/);
	});

	it('offers fields among fields, written as they are', () => {
		const shown = at(`${HEAD}- **Date:** 2024-05-02\n- ‸\n\n## Impact\n\nLost parcels.\n\n## Timeline\n`, ' ');
		assert.equal(shown.labels[0], 'Incident Duration');
		assert.ok(!shown.labels.includes('Date'));
		assert.equal(shown.items.find(({ label }) => label === 'Status')?.snippet, '- **Status:** ${1|Draft,In review,Investigating,Mitigated,Resolved,Final|}');
		assert.ok(shown.taken('Severity').includes('\n- **Date:** 2024-05-02\n- **Severity:** \n\n'));
	});

	it('offers templates and keys in the front matter', () => {
		assert.deepEqual(at('---\ntemplate: ‸\n---\n# Postmortem: x\n', ' ').labels, ['atlassian', 'sre', 'full', 'outage', 'pagerduty', 'minimal']);
		assert.ok(at('---\ntemplate: full\nst‸\n---\n# Postmortem: x\n').labels.includes('status'));
	});

	it('keeps CRLF', () => {
		assert.doesNotMatch(at(`${HEAD}## Impact\n\nA text.\n\n## ‸\n`.replaceAll('\n', '\r\n')).taken('Timeline'), /(?<!\r)\n/);
	});
});
