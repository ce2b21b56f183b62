/** What a conversion makes of a few documents, and what holds for every document and template. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { documentsIn, SHARED } from '../../../../test/kit/documents';
import { lintDocument } from '../../../../test/kit/lint';
import { readDocument } from '../../../../test/kit/read-document';
import type { Postmortem } from '../postmortem/model';
import { applyEdits } from '../text/edit';
import { formatMoment } from '../time/moment';
import { convertDocument, convertedText } from './convert-document';
import { missingSections } from './new-section';
import { partsOf } from './lossless';

const TEMPLATES = ['atlassian', 'sre', 'full', 'outage', 'pagerduty', 'minimal'];

const STORY = `# Carts lost, 2 March 2024

- **Severity:** SEV2
- **Status:** Resolved

## Incident Summary

Carts were empty for an hour, see [graph](https://graphs.example/7).

## What Went Well

- \`drain\` was quick.

## Root Cause

Nobody drained the nodes.

### Five whys

1. The drain step was gone.

## Resolution

The cache was filled.

## Timeline

- 09:02 UTC Cache nodes restart
- 10:05 UTC Carts work again

## Action Items

- Drain nodes before a restart @mara
- [x] Alert on empty carts by 2024-04-01
`;

const DOCUMENTS: Readonly<Record<string, string>> = {
	headings: STORY,
	'one level up': STORY.replace(/^# .*\n/, '').replace(/^##/gm, '#'),
	'underlined headings': STORY.replace(/^## (.*)$/gm, '$1\n----------'),
	'no heading but the title': '# Carts lost, 2 March 2024\n\n**Summary:**\nCarts were empty for an hour.\n\n**Timeline:**\n- 09:02 UTC Cache nodes restart\n- 09:10 UTC Carts are empty\n\n**Root Cause**\n\nNobody drained the nodes.\n',
	labels: 'On 2 March 2024 the cache nodes restarted for a kernel update, and for an hour all carts were empty.\nTimeline:\n•\t9:02 AM: Cache nodes restart.\n•\t9:10 AM: Carts are empty.\nRoot Cause: The nodes were restarted all at once, because the drain step had been taken out of the script.\n',
	'nested labels': '# Carts lost, 2 March 2024\n\n**Root Cause and Resolution:**\n- **Root Cause:**\n  - The nodes were not drained.\n- **Resolution:**\n  - The cache was filled.\n',
	'facts in a section': STORY.replace('- **Severity', '## Meta\n\n- **Severity'),
	'named template': `---\ntitle: Carts lost\ntemplate: atlassian\n---\n\n${STORY}`,
	nothing: '',
};

describe('converting a document', () => {
	it('puts sections in the order of the template, renames one that only has the role, and keeps the rest in an appendix', () => {
		assert.equal(
			converted('# Carts lost, 2 March 2024\n\n## Action Items\n\n- Drain nodes\n\n## Root Cause\n\nNot drained.\n\n### Detail\n\nNo script.\n\n## Resolution\n\nFilled.\n\n### Steps\n\n1. Fill.\n\n## Abstract\n\nCarts were empty.\n\n## Timeline\n\n- 09:02 UTC Restart\n', 'minimal'),
			'# Carts lost, 2 March 2024\n\n## Summary (Abstract)\n\nCarts were empty.\n\n## Timeline\n\n- 09:02 UTC Restart\n\n## Root Cause\n\nNot drained.\n\n### Detail\n\nNo script.\n\n## Action Items\n\n- Drain nodes\n\n## Appendix\n\n### Resolution\n\nFilled.\n\n#### Steps\n\n1. Fill.\n',
		);
	});
	it('keeps the days of a timeline behind it', () => {
		const text = '# Carts lost\n\n## Timeline\n\n### 2 March 2024, 23:40\n\nRestart.\n\n### 23:58\n\nCarts are empty.\n\n## 3 March, 00:10\n\nCarts work.\n\n### 00:20\n\nAll quiet.\n\n## Summary\n\nCarts were empty.\n\n## Root Cause\n\nNot drained.\n\n## Action Items\n\n- Drain nodes\n';
		assert.deepEqual(converted(text, 'minimal').match(/^#{2,} .*$/gm), ['## Summary', '## Timeline', '### 2 March 2024, 23:40', '### 23:58', '## 3 March, 00:10', '### 00:20', '## Root Cause', '## Action Items']);
	});
	it('inserts what is missing, with its hint', () => {
		const after = converted(STORY, 'sre');
		assert.deepEqual(after.match(/^#{2,} .*$/gm), ['## Summary (Incident Summary)', '## Impact', '## Root Cause', '### Five whys', '## Trigger', '## Resolution', '## Detection', '## Action Items', '## Lessons Learned', '### What Went Well', '### What went wrong', '### Where we got lucky', '## Timeline']);
		assert.match(after, /## Impact\n\nWhat users saw, in figures/);
	});
	it('puts the facts under the heading that the template has for them, and lets them stand first where it has none', () => {
		assert.match(converted(STORY, 'full'), /^# Carts lost, 2 March 2024\n\n## Meta\n\n- \*\*Severity:\*\* SEV2\n- \*\*Status:\*\* Resolved\n\n## /);
		assert.match(converted(DOCUMENTS['facts in a section']!, 'minimal'), /^# Carts lost, 2 March 2024\n\n## Meta\n\n- \*\*Severity:\*\* SEV2\n/);
	});
	it('names the template where the document named another', () => {
		assert.match(converted(DOCUMENTS['named template']!, 'sre'), /^---\ntitle: Carts lost\ntemplate: sre\n---\n/);
	});
	it('keeps a heading that the document links to', () => {
		assert.match(converted('# Carts lost\n\n## Abstract\n\nCarts were empty.\n\n## Root Cause\n\nSee [above](#abstract).\n', 'minimal'), /^## Abstract$/m);
	});
	it('closes a fence or comment that would swallow what comes behind it', () => {
		assert.match(converted('# Carts lost\n\n## Action Items\n\n- Drain\n\n## Root Cause\n\n<!-- drain\nthem\n\n', 'minimal'), /\nthem\n-->\n\n## Action Items\n/);
		assert.match(converted('# Carts lost\n\n## Action Items\n\n- Drain\n\n## Root Cause\n\n```\ndrain\n', 'minimal'), /\ndrain\n```\n\n## Action Items\n/);
	});
	it('puts a story that is told under another name into the new timeline', () => {
		const after = converted('# Carts lost, 2 March 2024\n\n## Summary\n\nCarts were empty.\n\n## :warning: Leadup\n\n- 09:02 UTC Cache nodes restart\n- 09:10 UTC Carts are empty\n\n## Root Cause\n\nNot drained.\n', 'minimal');
		assert.match(after, /\n## Timeline\n\n### :warning: Leadup\n\n- 09:02 UTC Cache nodes restart\n/);
		assert.equal(readDocument(after).timelines[0]!.entries.length, 2);
	});
	it('keeps other sections with rows out of the appendix, behind the timeline', () => {
		const text = '# Carts lost, 2 March 2024\n\n## Weather\n\nFine.\n\n## What the network team saw\n\n- 09:01 UTC a link is down\n- 09:04 UTC the link is up\n\n## Timeline\n\n- 09:02 UTC Cache nodes restart\n- 09:10 UTC Carts are empty\n\n## Root Cause\n\nNot drained.\n';
		assert.deepEqual(converted(text, 'minimal').match(/^#{2,} .*$/gm), ['## Summary', '## Timeline', '## What the network team saw', '## Root Cause', '## Action Items', '## Appendix', '### Weather']);
	});
	it('takes causes out of the reports of several incidents, and puts nothing into one of them', () => {
		const text = '# Two outages\n\n## First outage\n\n### Root cause\n\nFonts.\n\n## Second outage\n\n### Root cause\n\nInk.\n';
		assert.deepEqual(converted(text, 'outage').match(/^#{2,} .*$/gm)!.slice(0, 5), ['## Issue Summary', '## Timeline', '## Root Cause and Resolution', '### Root cause', '#### Root cause']);
		const nested = '# Carts lost\n\n## Root cause (five whys)\n\n### Root cause\n\nNot drained.\n\n## Resolution\n\nFilled.\n';
		assert.deepEqual(converted(nested, 'outage').match(/^#{2,} .*$/gm)!.slice(2, 6), ['## Root Cause and Resolution', '### Root cause (five whys)', '#### Root cause', '### Resolution']);
	});
	it('leaves labels beside the headings behind them', () => {
		const text = '# Carts lost\n\n**Impact:** Nobody could buy anything for an hour, and some left.\n\n### Root cause\n\nNot drained.\n\n### Action items\n\n- Drain\n';
		assert.deepEqual(converted(text, 'minimal').match(/^#{2,} .*$/gm), ['### Summary', '### Timeline', '### Root cause', '### Action items', '### Appendix', '#### Impact']);
	});
	it('keeps a lone heading over all others, and facts at the end where they are', () => {
		const text = '# 2026-07-01 labels\n\n# Incident: no labels\n\n## What happened\n\nNothing came out.\n\n## Root cause\n\nInk.\n\n## Formal end\n\n- **Severity:** SEV3\n- **Status:** Final\n';
		assert.deepEqual(converted(text, 'minimal').match(/^#+ .*$/gm), ['# 2026-07-01 labels', '# Incident: no labels', '## What happened', '## Timeline', '## Root cause', '## Action Items', '## Appendix', '### Formal end']);
	});
	it('takes nothing out of a section that has its place for one that need not be', () => {
		const text = '# Carts lost\n\n## Action Items\n\n### Prevention\n\n- Drain the nodes\n\n## Summary\n\nCarts were empty.\n';
		const after = converted(text, 'full');
		assert.match(after, /\n## Action Items\n\n### Prevention\n\n- Drain the nodes\n/);
		assert.equal(readDocument(after).actionLists.length, 1);
	});
	it('leaves a part where it is that belongs to one of several problems', () => {
		const text = '# Two bugs\n\n## Root Cause and Resolution\n\n### First bug\n\n#### Direct cause\n\nInk.\n\n### Second bug\n\n#### Direct cause\n\nFonts.\n';
		assert.deepEqual(converted(text, 'outage').match(/^#{2,} .*$/gm)!.slice(2, 7), ['## Root Cause and Resolution', '### First bug', '#### Direct cause', '### Second bug', '#### Direct cause']);
	});
	it('is not offered where all stands within a fence', () => {
		const text = `\`\`\`markdown\n${STORY}\`\`\`\n`;
		assert.ok(readDocument(text).sections.length > 3);
		assert.deepEqual(convertDocument.offers(readDocument(text), { start: 0, end: text.length }), []);
	});
	it('is refused for a template that is not there', () => assert.equal(convertedText(readDocument(STORY), 'nowhere'), undefined));

	it('is offered at a heading for each template but the own one, and nowhere in the text', () => {
		const doc = readDocument(STORY, 'minimal');
		const at = (place: string) => convertDocument.offers(doc, { start: STORY.indexOf(place), end: STORY.indexOf(place) });
		assert.deepEqual(at('## Root').map(({ title }) => title), TEMPLATES.filter((name) => name !== 'minimal').map((name) => `Convert document to template “${name}”`).sort(byTemplateOrder(doc)));
		assert.deepEqual(at('Nobody'), []);
		const [offer] = at('## Root');
		assert.equal(applyEdits(STORY, offer!.edits), convertedText(doc, offer!.template!));
	});

	for (const [name, text] of Object.entries(DOCUMENTS)) {
		for (const [variant, change] of Object.entries({ LF: (source: string) => source, 'CRLF and BOM': (source: string) => `\uFEFF${source.replaceAll('\n', '\r\n')}` })) {
			it(`loses nothing, fills every section and is done after once: ${name}, ${variant}`, () => {
				for (const template of TEMPLATES) assert.deepEqual(breachesOf(change(text), template), [], template);
			}).timeout(20_000);
		}
	}
});

describe('converting real documents', function () {
	this.timeout(300_000);
	const samples = documentsIn(path.join(SHARED, 'samples'));
	const corpus = documentsIn(path.join(SHARED, 'corpus/postmortems'));
	if (samples.length === 0) it.skip(`no documents in ${SHARED}`);
	if (samples.length > 0) it(`fills every section of every template, in ${samples.length} samples`, () => {
		for (const { name, text } of samples) for (const template of TEMPLATES) assert.deepEqual(breachesOf(text, template), [], `${name}, ${template}`);
	});
	// some documents with one template each; `npm run laws -- FOLDER --kinds convertDocument` takes all
	const some = corpus.filter((_, index) => index % 5 === 0);
	if (some.length > 0) it(`loses no word in ${some.length} postmortems`, () => {
		const breaches = some.flatMap(({ name, text }, index) => breachesOf(text, TEMPLATES[index % TEMPLATES.length]!).map((breach) => `${name}, ${TEMPLATES[index % TEMPLATES.length]!}: ${breach}`));
		assert.deepEqual(breaches.filter((breach) => /: (?:lost|without|changes again|error|reads back)/.test(breach)), []);
	});
});

function converted(text: string, template: string): string {
	return convertedText(readDocument(text), template)!;
}

/** What does not hold of a conversion that has been made; a refusal is none. */
function breachesOf(text: string, template: string): string[] {
	const doc = readDocument(text);
	const after = convertedText(doc, template);
	if (after === undefined) return [];
	const again = readDocument(after);
	const lost = without(partsOf(text.replace('template: atlassian', 'template:')), partsOf(after));
	const rows = without(rowsOf(doc), rowsOf(again));
	const actions = without(actionsOf(doc), actionsOf(again));
	const endings = new Set<string>(text.match(/\r\n|\r|\n/g) ?? ['\n']);
	const strange = (after.match(/\r\n|\r|\n/g) ?? []).filter((ending) => !endings.has(ending));
	return [
		...(lost.length > 0 ? [`lost ${lost.join(' ')}`] : []),
		...(rows.length > 0 ? [`rows ${rows.join(' / ')}`] : []),
		...(actions.length > 0 ? [`actions ${actions.join(' / ')}`] : []),
		...(again.template.template.name === template ? [] : [`reads back as ${again.template.template.name}`]),
		...missingSections(again).map(({ spec }): string => `without ${spec.title}`),
		...lintDocument(again).filter(({ rule, severity }) => severity === 'error' && rule.startsWith('section-')).map(({ message }): string => `error ${message}`),
		...(convertedText(again, template) === after ? [] : ['changes again']),
		...(strange.length > 0 ? ['another line ending'] : []),
	];
}

function without(before: readonly string[], after: readonly string[]): string[] {
	const left: readonly string[] = after;
	const counts = new Map<string, number>();
	for (const each of left) counts.set(each, (counts.get(each) ?? 0) + 1);
	return before.filter((each) => {
		const count = counts.get(each) ?? 0;
		counts.set(each, count - 1);
		return count <= 0;
	});
}

function rowsOf(doc: Postmortem): string[] {
	return doc.timelines.flatMap(({ entries }) => entries.map(({ at, written, text }) => `${at ? formatMoment(at) : written.text} ${(text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')}`));
}

function actionsOf(doc: Postmortem): string[] {
	return doc.actionLists.flatMap(({ items }) => items.map(({ text, owners, due, done }) => `${text} ${owners.map((owner) => owner.text).join()} ${due?.written.text ?? ''} ${done}`));
}

function byTemplateOrder({ templates }: Postmortem): (a: string, b: string) => number {
	const names = [...templates.keys()].map((name) => `Convert document to template “${name}”`);
	return (a, b) => names.indexOf(a) - names.indexOf(b);
}
