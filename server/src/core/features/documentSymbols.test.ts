import assert from 'node:assert/strict';
import { read } from '../../../../test/kit/lint';
import { documentSymbols, type OutlineSymbol } from './documentSymbols';

const DOCUMENT = `# Postmortem: *parcel* tracker offline

- **Severity:** SEV2 (Major)
- **Date:** 2024-04-23

## Timeline (UTC)

- **09:00** Queue \`inbox\` fills up
- **09:20** Alert fires, service restored by Kim

### Afterwards

Nothing else.

## Action items

| Action | Owner | Due | Status |
| --- | --- | --- | --- |
| Cap the queue | Kim | 2024-05-01 | Done |
| Page on queue length and write down in the runbook of the parcel team what to do then | Ana | | |
`;

/** \`name [detail]\`, two spaces deeper for each level. */
function outline(symbols: readonly OutlineSymbol[], depth = 0): string[] {
	return symbols.flatMap(({ name, detail, children }) => [`${'  '.repeat(depth)}${name} [${detail}]`, ...outline(children, depth + 1)]);
}

describe('documentSymbols', () => {
	it('nests sections, rows and actions under the title', () => {
		assert.deepEqual(outline(documentSymbols(read(DOCUMENT))), [
			'Postmortem: parcel tracker offline [SEV2 (Major) · 2024-04-23]',
			'  Timeline (UTC) [timeline]',
			'    09:00 Queue inbox fills up []',
			'    09:20 Alert fires, service restored by Kim [resolved]',
			'    Afterwards []',
			'  Action items [actions]',
			'    Cap the queue [Kim · due 2024-05-01 · Done]',
			'    Page on queue length and write down in the runbook of the parcel team what to… [Ana]',
		]);
	});

	it('leaves headings to an editor that outlines them, but for those with a role or around rows', () => {
		assert.deepEqual(outline(documentSymbols(read(DOCUMENT), 'around')).map((line) => line.replace(/ \[.*/, '')), [
			'Timeline (UTC)',
			'  09:00 Queue inbox fills up',
			'  09:20 Alert fires, service restored by Kim',
			'Action items',
			'  Cap the queue',
			'  Page on queue length and write down in the runbook of the parcel team what to…',
		]);
	});

	it('tells which actions are done', () => {
		const actions = documentSymbols(read(DOCUMENT))[0]!.children[1]!.children;
		assert.deepEqual(actions.map(({ isDone }) => isDone), [true, false]);
	});

	it('has sections that bold lines and labels mark, and an opening text', () => {
		const text = 'The parcel tracker was offline for an hour on 2 May 2024.\n\n**Timeline:**\n- 09:00 UTC queue fills up\n- 10:00 UTC queue drained\n\n**Root cause:**\nA stuck consumer.\n';
		assert.deepEqual(outline(documentSymbols(read(text))), [
			'The parcel tracker was offline for an hour on 2 May 2024. [summary]',
			'Timeline [timeline]',
			'  09:00 UTC queue fills up []',
			'  10:00 UTC queue drained []',
			'Root cause [root-cause]',
		]);
	});

	it('keeps selections and children within their symbols, names filled', () => {
		const check = (symbol: OutlineSymbol, outer: OutlineSymbol | undefined): void => {
			assert.ok(symbol.name.trim() !== '');
			assert.ok(symbol.span.start <= symbol.selection.start && symbol.selection.end <= symbol.span.end, symbol.name);
			if (outer) assert.ok(outer.span.start <= symbol.span.start && symbol.span.end <= outer.span.end, symbol.name);
			symbol.children.forEach((child) => check(child, symbol));
		};
		for (const text of [DOCUMENT, '', '#\n', '## \n\n- \n', DOCUMENT.replaceAll('\n', '\r\n')]) documentSymbols(read(text)).forEach((symbol) => check(symbol, undefined));
	});
});
