/** Selections that begin and end in the midst of something: a row, an item, a fence, a character. Handled without losing a word, or refused. */
import assert from 'node:assert/strict';
import type { ChangesResult, ConvertTimeZoneResult } from '../../server/src/lsp/protocol';
import { REWRITES } from '../../server/src/core/rewrites';
import type { RewriteKind } from '../../server/src/core/rewrites/rewrite';
import { LineIndex, type Position } from '../../server/src/core/text/lines';
import { Client, MODERN } from '../kit/client';
import { readDocument } from '../kit/read-document';
import { breachesOf } from '../kit/rewrite-laws';

interface Edit {
	readonly range: { readonly start: Position; readonly end: Position };
	readonly newText: string;
}

interface Action {
	readonly title: string;
	readonly kind: string;
	readonly edit?: { readonly documentChanges: readonly { readonly edits: readonly Edit[] }[] };
}

const URI = 'file:///nowhere/postmortems/incident.md';
const REWRITE = 'refactor.rewrite.postmortem.';
/** `‸` is where a selection may begin or end. */
const MARKED = `---
template: sre
seve‸rity: SEV2
status: resolved
---

# Postmortem: ca‸rts lost, 2 March 2024

- Ow‸ner: Mara
- Detection: by an alert

## Summary

Carts were empty. At 09:58 the cache was mo‸ved. By 10:50 all was well. Nobody kno‸ws why.

## Timeline

| Time (U‸TC) | Event | Who |
| --- | -‸-- | --- |
| 10:04 | Carts are em‸pty | Mara |
| 10:30 | Rolled back, \ud83d‸\ude80 | Ole |

The alert‸ closed at once.

## Communication

- 11:00 UTC Status pa‸ge
  - in two lan‸guages
- 11:20 UTC Mail to shops

\`\`\`log
10:04:01 cache-1 res‸tart
10:04:09 cache-1 miss
\`\`\`

[11:30] mara: carts are ba‸ck
[11:31] ole: on both si‸des

> 12:00 UTC quo‸ted
> 12:10 UTC quoted too

## Root cause and resolution

The cache was c‸old.

**Resol‸ution:** warmed by hand.

## Action Items

| Action | Ow‸ner |
| --- | --- |
| Drain no‸des | Mara |

- [ ] Size the ca‸che @ole
- [x] Write it up

## Impact

- 1,200 or‸ders lost
- 3 % of revenue
`;
const TEXT = MARKED.replaceAll('‸', '');
const CUTS = MARKED.split('‸').slice(0, -1).reduce<number[]>((found, part) => [...found, (found.at(-1) ?? 0) + part.length], []);

/** A selection goes over so many of them at most. */
const MOST_CUTS = 6;

describe('a selection that cuts what it touches', () => {
	const lines = new LineIndex(TEXT);
	let client: Client;
	before(async () => {
		client = await Client.start(MODERN);
		client.open(URI, TEXT, 3);
	});
	after(() => client.kill());

	const rangeOf = (start: number, end: number) => ({ start: lines.positionAt(start), end: lines.positionAt(end) });
	const spanEdits = (edits: readonly Edit[]) => edits.map(({ range, newText }) => ({ span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) }, newText }));
	const actionsAt = (range: unknown, only = ['refactor']) => client.request<Action[]>('textDocument/codeAction', { textDocument: { uri: URI }, range, context: { diagnostics: [], only } });
	const doc = readDocument(TEXT);
	const faults = (title: string, kind: RewriteKind, edits: readonly Edit[], at: { start: number; end: number }) => breachesOf(doc, { kind, title, edits: spanEdits(edits), at }, readDocument, REWRITES)
		.map(({ law, detail }) => `${title}, selected ${JSON.stringify(TEXT.slice(at.start, at.end))}: ${law}: ${detail}`);

	it('gets rewrites that lose nothing, whichever end it was begun at', async function () {
		this.timeout(120_000);
		const seen = new Map<string, string>();
		const broken: string[] = [];
		for (const [index, start] of CUTS.entries()) {
			for (const [further, end] of CUTS.slice(index, index + MOST_CUTS).entries()) {
				const actions = await actionsAt(rangeOf(start, end));
				if (further === 2) assert.deepEqual(await actionsAt(rangeOf(end, start)), actions, JSON.stringify(TEXT.slice(start, end)));
				for (const { title, kind: full, edit } of actions) {
					const kind = full.slice(REWRITE.length) as RewriteKind;
					const edits = edit?.documentChanges[0]!.edits;
					const key = JSON.stringify([title, edits]);
					if (!edits || kind === 'timeZone' || kind === 'convertDocument' || seen.has(key)) continue;
					seen.set(key, kind);
					broken.push(...faults(title, kind, edits, { start, end }));
				}
			}
		}
		assert.deepEqual(broken, []);
		assert.deepEqual([...new Set(seen.values())].sort(), ['actionsToTable', 'fieldsToTable', 'headings', 'listToTable', 'tableToList', 'timelineToTable']);
	});

	it('gets no rows from prose where it goes on into a table, a list or code', async () => {
		const prose = TEXT.indexOf('the cache was moved');
		const rowsUpTo = async (place: string) => (await actionsAt(rangeOf(prose, TEXT.indexOf(place)))).filter(({ title }) => title.startsWith('Turn'));
		assert.equal((await rowsUpTo('all was well')).length, 1);
		for (const place of ['are empty', 'Mail to', '-1 restart', 'nodes | Mara']) assert.deepEqual(await rowsUpTo(place), [], place);
	});

	it('gets the whole lines of a chat, and no table of one where it begins in a list or code', async () => {
		const toTable = async (from: string) => (await actionsAt(rangeOf(TEXT.indexOf(from), TEXT.indexOf('both sides')))).filter(({ title }) => title === 'Convert chat to timeline table');
		const [whole] = await toTable('carts are back');
		assert.deepEqual(spanEdits(whole!.edit!.documentChanges[0]!.edits).map(({ span }) => TEXT.slice(span.start, span.end)), ['[11:30] mara: carts are back\n[11:31] ole: on both sides']);
		for (const place of ['languages', '-1 miss', '- 11:20 UTC']) assert.deepEqual(await toTable(place), [], place);
	});

	it('gets a row for each line that is read as one, not one row of all', async () => {
		const turned = (await actionsAt(rangeOf(TEXT.indexOf('are back'), TEXT.indexOf('both sides')))).filter(({ title }) => title.startsWith('Turn'));
		assert.deepEqual(turned.map(({ title, edit }) => [title, edit!.documentChanges[0]!.edits.map(({ newText }) => newText)]), [['Turn 2 sentences with times into timeline rows', ['', '\n- 11:30 – mara: carts are back\n- 11:31 – ole: on both sides']]]);
	});

	it('of commands changes whole structures, or nothing', async () => {
		for (const work of ['timelineToTable', 'actionsToTable'] as const) {
			for (const [start, end] of [[CUTS[5]!, CUTS[7]!], [CUTS[12]!, CUTS[7]!], [CUTS.at(-3)!, CUTS.at(-2)!], [TEXT.length, 0]] as const) {
				const { edits } = await client.request<ChangesResult>('postmortem/changes', { textDocument: { uri: URI }, range: rangeOf(start, end), work });
				assert.ok(edits.length > 0);
				assert.deepEqual(faults(work, work, edits as readonly Edit[], { start: 0, end: TEXT.length }).filter((fault) => !fault.includes('twice is once')), []);
			}
		}
	});

	it('converts the timeline that it touches to another zone, every row of it', async () => {
		const range = rangeOf(TEXT.indexOf('led back'), TEXT.indexOf('are empty'));
		const { edits } = await client.request<ConvertTimeZoneResult>('postmortem/convertTimeZone', { textDocument: { uri: URI }, range, zone: 'MST' });
		assert.deepEqual(edits.map(({ newText }) => newText).sort(), ['03:04', '03:30', 'MST']);
	});

	for (const [what, range] of [
		['lies behind the end', { start: { line: 9_999, character: 0 }, end: { line: 10_000, character: 4 } }],
		['ends behind the end of a line', { start: { line: 17, character: 9 }, end: { line: 18, character: 9_999 } }],
		['has negative numbers', { start: { line: -1, character: -4 }, end: { line: 18, character: -1 } }],
		['has no numbers', { start: { line: 'a', character: null }, end: { line: 18 } }],
		['has no end', { start: { line: 17, character: 9 } }],
	] as const) {
		it(`is answered where it ${what}`, async () => {
			const { result } = await client.ask('textDocument/codeAction', { textDocument: { uri: URI }, range, context: { diagnostics: [] } });
			const edits = (result as Action[] | undefined)?.flatMap(({ edit }) => edit?.documentChanges.flatMap((change) => change.edits) ?? []) ?? [];
			assert.deepEqual(edits.filter((edit) => ![edit.range.start, edit.range.end].every((at) => at.line >= 0 && at.line < lines.count && at.character >= 0)), []);
			assert.ok((await actionsAt(rangeOf(CUTS[7]!, CUTS[7]!))).length > 0, 'the server goes on');
		});
	}
});
