/** What is offered for a text from the clipboard, and what the document is then. `‸` is the cursor. */
import assert from 'node:assert/strict';
import { readDocument } from '../../../../test/kit/read-document';
import { applyEdits } from '../text/edit';
import { transcriptToTable } from '../rewrites/transcript-to-table';
import { pasteOffers, type PasteOptions } from './paste';

const CHAT = 'Mara Voss  10:04 AM\nCarts are empty | all\n<b> too\nOle Brandt  1:06 PM\nLooking';
const LOG = '2024-03-02T10:04:31Z web-1 cart[8]: cache_miss for *all*\n2024-03-03T00:10:00Z web-1 cart[8]: back';
const HEAD = '# Postmortem: carts lost\n\n**Date:** 2024-03-02\n\n';

function offersOf(source: string, clipboard: string, options: Partial<PasteOptions> = {}) {
	const offset = source.indexOf('‸');
	const doc = readDocument(source.replace('‸', ''), 'minimal');
	return pasteOffers(doc, offset, clipboard, { least: 2, viewerZone: undefined, ...options }).map((offer) => ({ ...offer, after: applyEdits(doc.text, offer.edits) }));
}

/** The first offer makes `after` of what follows the head. */
function check(name: string, source: string, clipboard: string, title: string, after: string, options?: Partial<PasteOptions>): void {
	it(name, () => {
		const [offer] = offersOf(HEAD + source, clipboard, options);
		assert.equal(offer?.title, title);
		assert.equal(offer.after, HEAD + after);
	});
}

describe('pasting into a timeline table', () => {
	check('adds rows behind the row of the cursor, in its columns', '## Timeline\n\n| Time  | Event     | Who |\n| ----- | --------- | --- |\n| 10:00 | ‸Deployed | Kim |\n| 14:00 | Closed    | Kim |\n', CHAT, 'Paste as timeline rows',
		'## Timeline\n\n| Time  | Event     | Who |\n| ----- | --------- | --- |\n| 10:00 | Deployed | Kim |\n| 10:04 | Carts are empty \\| all<br>\\<b> too | Mara Voss |\n| 13:06 | Looking   | Ole Brandt |\n| 14:00 | Closed    | Kim |\n');
	check('takes the place of a blank row, and names who spoke where no column does', '## Timeline\n\n| Time | Event |\n| ---- | ----- |\n|  ‸    |       |\n', CHAT, 'Paste as timeline rows',
		'## Timeline\n\n| Time | Event |\n| ---- | ----- |\n| 10:04 | Mara Voss: Carts are empty \\| all<br>\\<b> too |\n| 13:06 | Ole Brandt: Looking |\n');
	check('writes times in the zone, the style and with the days of the table', '## Timeline\n\n| Time (CET) | Event |\n| --- | --- |\n| 10:00:00 | Deployed |\n‸', LOG, 'Paste as timeline rows',
		'## Timeline\n\n| Time (CET) | Event |\n| --- | --- |\n| 10:00:00 | Deployed |\n| 11:04:31 | web-1 cart[8]: cache_miss for *all* |\n| 2024-03-03 01:10:00 | web-1 cart[8]: back |\n');
	check('writes afternoons as the table does', '## Timeline\n\n| Time | Event |\n| --- | --- |\n| 9:00 AM | ‸Deployed |\n', 'Mara  13:04\nEmpty\nOle  13:06\nLooking', 'Paste as timeline rows',
		'## Timeline\n\n| Time | Event |\n| --- | --- |\n| 9:00 AM | Deployed |\n| 1:04 PM | Mara: Empty |\n| 1:06 PM | Ole: Looking |\n');
	it('keeps CRLF', () => {
		const [offer] = offersOf((HEAD + '## Timeline\n\n| Time | Event |\n| --- | --- |\n| 10:00 | ‸Deployed |\n').replaceAll('\n', '\r\n'), CHAT);
		assert.doesNotMatch(offer!.after, /[^\r]\n/);
	});
	it('offers times moved from the person’s clock to the document’s', () => {
		const offers = offersOf(`${HEAD}All times are UTC.\n\n## Timeline\n\n| Time | Event |\n| --- | --- |\n| 08:00 | ‸Deployed |\n`, CHAT, { viewerZone: 'Europe/Oslo' });
		assert.deepEqual(offers.map(({ title }) => title), ['Paste as timeline rows', 'Paste as timeline rows, times from Europe/Oslo to UTC', 'Paste as table', 'Paste as table, times from Europe/Oslo to UTC']);
		assert.match(offers[0]!.after, /^\| 10:04 \| Mara/m);
		assert.match(offers[1]!.after, /^\| 09:04 \| Mara/m);
	});
});

describe('pasting into a timeline that is a list', () => {
	check('adds items in the form of the one before', '## Timeline\n\n- **10:00** – ‸Deployed\n- **14:00** – Closed\n', CHAT, 'Paste as timeline rows',
		'## Timeline\n\n- **10:00** – Deployed\n- **10:04** – Mara Voss: Carts are empty | all<br>\\<b> too\n- **13:06** – Ole Brandt: Looking\n- **14:00** – Closed\n');
});

describe('pasting elsewhere', () => {
	check('makes a table of its own, the zone in its title', '## Summary\n\n‸\n', LOG, 'Paste as table',
		'## Summary\n\n| Time (UTC)          | Event                | Who           |\n| ------------------- | -------------------- | ------------- |\n| 10:04:31            | cache_miss for *all* | web-1 cart[8] |\n| 2024-03-03 00:10:00 | back                 | web-1 cart[8] |\n');
	check('stands apart from the text around it', '## Timeline\n\nIt began ‸at ten.\nAnd ended.\n', '10:04 alert\n10:06 rolled back', 'Paste as table',
		'## Timeline\n\nIt began at ten.\nAnd ended.\n\n| Time  | Event       |\n| ----- | ----------- |\n| 10:04 | alert       |\n| 10:06 | rolled back |\n');
	check('keeps the columns of a sheet', '## Impact\n\n‸\n', 'Region\tErrors\neu\t12 | 13\n', 'Paste as table', '## Impact\n\n| Region | Errors   |\n| ------ | -------- |\n| eu     | 12 \\| 13 |\n');
	it('is likely to be wanted only in a timeline', () => {
		assert.deepEqual(offersOf(`${HEAD}## Timeline\n\n‸\n`, CHAT).map(({ form, isLikely }) => [form, isLikely]), [['table', true]]);
		assert.deepEqual(offersOf(`${HEAD}## Summary\n\n‸\n`, CHAT).map(({ form, isLikely }) => [form, isLikely]), [['table', false]]);
	});
	for (const [where, source] of [['in code', `${HEAD}## Timeline\n\n\`\`\`\n‸\n\`\`\`\n`], ['in front matter', `---\ntitle: ‸carts\n---\n${HEAD}`]] as const) {
		it(`is not offered ${where}`, () => assert.deepEqual(offersOf(source, CHAT), []));
	}
	it('is not offered for prose', () => assert.deepEqual(offersOf(`${HEAD}## Timeline\n\n‸\n`, 'At ten the carts were empty.\nWe filled the cache.'), []));
});

describe('a selected chat', () => {
	const selected = (source: string) => {
		const [start, end] = [source.indexOf('⟦'), source.indexOf('⟧') - 1];
		const doc = readDocument(source.replace(/[⟦⟧]/g, ''), 'minimal');
		return transcriptToTable.offers(doc, { start, end }).map(({ title, edits }) => [title, applyEdits(doc.text, edits)]);
	};
	it('becomes a table, its times and days as they are written', () => {
		assert.deepEqual(selected(`${HEAD}## Timeline\n\n⟦Monday, March 4th\nMara Voss  11:58 PM\nCarts are empty\nTuesday, March 5th\nOle Brandt  12:03 AM\nBack⟧\n\n## Root Cause\n`), [['Convert chat to timeline table',
			`${HEAD}## Timeline\n\n| Time                        | Event           | Who        |\n| --------------------------- | --------------- | ---------- |\n| Monday, March 4th 11:58 PM  | Carts are empty | Mara Voss  |\n| Tuesday, March 5th 12:03 AM | Back            | Ole Brandt |\n\n## Root Cause\n`]]);
	});
	it('in a code block takes the block with it', () => {
		assert.deepEqual(selected(`${HEAD}## Timeline\n\n\`\`\`\n⟦[10:04] <mara> empty\n[10:06] <ole> looking⟧\n\`\`\`\n`), [['Convert chat to timeline table',
			`${HEAD}## Timeline\n\n| Time  | Event   | Who  |\n| ----- | ------- | ---- |\n| 10:04 | empty   | mara |\n| 10:06 | looking | ole  |\n`]]);
	});
	it('is left alone where the selection cuts a table in two, or is no chat', () => {
		assert.deepEqual(selected(`${HEAD}## Timeline\n\n| Time | Event |\n| --- | --- |\n| 10:00 | a |\n⟦| 10:04 | b |\n\n[10:04] <mara> empty\n[10:06] <ole> looking⟧\n`), []);
		assert.deepEqual(selected(`${HEAD}## Summary\n\n⟦At ten the carts were empty.\nWe filled the cache.⟧\n`), []);
	});
});
