/** Fields between the text and its front matter, word for word. `‸` is the cursor. */
import assert from 'node:assert/strict';
import { readDocument } from '../../../../test/kit/read-document';
import { applyEdits } from '../text/edit';
import { REWRITES } from './index';

function offersAt(text: string, title: string, cursor: number) {
	const doc = readDocument(text, 'minimal');
	return REWRITES.flatMap((rewrite) => rewrite.offers(doc, { start: cursor, end: cursor })).filter((offer) => offer.title === title);
}

function fieldsOf(text: string): string[] {
	return [...new Set(readDocument(text, 'minimal').fields.map(({ name, value }) => `${name}: ${value.text.replaceAll('\\|', '|')}`))].sort();
}

/** Applies the offer at the cursor: the same fields are read, and it is not made again. Without `after` it may not be made. */
function check(name: string, title: string, before: string, after?: string): void {
	it(name, () => {
		const cursor = before.indexOf('‸');
		const text = before.replace('‸', '');
		const [offer] = offersAt(text, title, cursor);
		if (after === undefined || !offer) return assert.equal(offer && applyEdits(text, offer.edits), after);
		const written = applyEdits(text, offer.edits);
		assert.equal(written, after);
		assert.deepEqual(offersAt(written, title, cursor), []);
		assert.deepEqual(offersAt(written, title, written.startsWith('---') ? 1 : written.indexOf('|')), []);
		assert.deepEqual(fieldsOf(written), fieldsOf(text));
	});
}

describe('front matter to table', () => {
	const toTable = 'Convert front matter to table';
	check('puts the facts below the title, without the quotes of YAML', toTable,
		'---\nseverity: SEV2\ndate: 2024-03-02\n‸status: "resolved"\nduration: 1h 20m\nservice: carts | tills\nrunbook: https://runs.example/7\n---\n\n# Carts lost\n\nCarts were empty.\n',
		'# Carts lost\n\n| Field    | Value                  |\n| -------- | ---------------------- |\n| severity | SEV2                   |\n| date     | 2024-03-02             |\n| status   | resolved               |\n| duration | 1h 20m                 |\n| service  | carts \\| tills         |\n| runbook  | https://runs.example/7 |\n\nCarts were empty.\n');
	check('leaves what tools need and what is no text of one line', toTable,
		'---\ntemplate: sre\ntitle:  Carts lost\nseverity: SEV2\ntags: [carts, cache]\nstatus: resolved # by hand\nresponders:\n  - Mara\n# the day it began\ndate: 2024-03-0‸2\nnotes: >\n  long\n---\n\nCarts were empty.\n',
		'---\ntemplate: sre\ntitle:  Carts lost\ntags: [carts, cache]\nstatus: resolved # by hand\nresponders:\n  - Mara\n# the day it began\nnotes: >\n  long\n---\n\n| Field    | Value      |\n| -------- | ---------- |\n| severity | SEV2       |\n| date     | 2024-03-02 |\n\nCarts were empty.\n');
	check('keeps the byte order mark and CRLF', toTable,
		'\uFEFF---\r\nsever‸ity: SEV2\r\nstatus: resolved\r\n---\r\n# Carts lost\r\n\r\nCarts were empty.\r\n',
		'\uFEFF# Carts lost\r\n\r\n| Field    | Value    |\r\n| -------- | -------- |\r\n| severity | SEV2     |\r\n| status   | resolved |\r\n\r\nCarts were empty.\r\n');
	check('is not offered where only keys of tools stand there', toTable, '---\nlayout: post\ntitle: Carts ‸lost\nslug: carts\n---\n\n# Carts lost\n');
	check('is not offered where the day would be another one', toTable, '---\nowner: infra\nstatus: past\nupda‸ted: 2024-03-09\n---\n\n# Carts lost\n\nThe cache restarted on 2024-03-02.\n');
	check('is not offered for TOML', toTable, '+++\nseverity = "SEV2"\n‸status = "resolved"\n+++\n\n# Carts lost\n');
	check('is not offered where the YAML cannot be read', toTable, '---\nseverity: SEV2\n‸status: resolved\nauthors: @mara\n---\n\n# Carts lost\n');
	check('gives fields, no timeline, below a title that is called one', toTable, '---\nstarted: 2024-03-02 09:02\n‸detected: 2024-03-02 09:10\nresolved: 2024-03-02 10:15\n---\n\n# Timeline\n',
		'# Timeline\n\n| Field    | Value            |\n| -------- | ---------------- |\n| started  | 2024-03-02 09:02 |\n| detected | 2024-03-02 09:10 |\n| resolved | 2024-03-02 10:15 |\n');
	check('is not offered in the text', toTable, '---\nseverity: SEV2\nstatus: resolved\n---\n\n# Carts lost\n\nCarts ‸were empty.\n');
});

describe('fields to front matter', () => {
	const toFrontMatter = 'Move fields to front matter';
	check('quotes what YAML would take for something else', toFrontMatter,
		'# Carts lost\n\n| Field | Value |\n| --- | --- |\n| Date | 2024-03-02 |\n| **Sever‸ity** | **SEV2** |\n| Status | #1: resolved |\n| Ticket | [OPS-7](https://t.example/7) |\n| Started | 09:02 |\n\nCarts were empty.\n',
		'---\nDate: 2024-03-02\nSeverity: "**SEV2**"\nStatus: "#1: resolved"\nTicket: "[OPS-7](https://t.example/7)"\nStarted: "09:02"\n---\n\n# Carts lost\n\nCarts were empty.\n');
	check('adds to the front matter that is there, and leaves a field that it states already', toFrontMatter,
		'\uFEFF---\r\ntitle:  Carts lost\r\nseverity: SEV1\r\nservice: carts\r\n---\r\n\r\n# Carts lost\r\n\r\n- **Severity:** SEV2\r\n- **Date:** 2024-03-02\r\n- **Sta‸tus:** Resolved\r\n- **Service:** carts\r\n\r\nCarts were empty.\r\n',
		'\uFEFF---\r\ntitle:  Carts lost\r\nseverity: SEV1\r\nservice: carts\r\nDate: 2024-03-02\r\nStatus: Resolved\r\n---\r\n\r\n# Carts lost\r\n\r\n- **Severity:** SEV2\r\n- **Service:** carts\r\n\r\nCarts were empty.\r\n');
	check('takes lines below the title, to the end of the text', toFrontMatter,
		'# Carts lost\n\n**Date**: 2024-03-02  \n**Sta‸tus**: Resolved  ',
		'---\nDate: 2024-03-02\nStatus: Resolved\n---\n\n# Carts lost\n');
	check('is not offered further down', toFrontMatter, '# Carts lost\n\nCarts were empty.\n\n- **Date:** 2024-03-02\n- **Sta‸tus:** Resolved\n');
	check('is not offered where a label heads what is below it', toFrontMatter, '# Carts lost\n\nDuration:\nStarted: 09‸:02 UTC\nResolved: 10:15 UTC\nCarts were empty.\n');
	check('is not offered beside TOML', toFrontMatter, '+++\nslug = "carts"\n+++\n\n# Carts lost\n\n- **Date:** 2024-03-02\n- **Sta‸tus:** Resolved\n');
});
