/** The requests behind the command that converts a timeline to a zone of the person's choice. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client } from '../kit/client';
import type { ConvertTimeZoneResult, TimeZoneInfo } from '../../server/src/lsp/protocol';

const HEAD = '# Postmortem: carts lost, 2 March 2024\n\n';
const TEXT = `${HEAD}## Timeline\n\nAll times are PST.\n\n- **19:02** – Nodes restart\n- **19:40** – Orders work again\n`;
const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

describe('converting a timeline to a zone that a person picks', () => {
	let client: Client;
	let folder: string;
	let opened = 0;

	before(async () => {
		folder = mkdtempSync(path.join(os.tmpdir(), 'postmortem-zones-'));
		mkdirSync(path.join(folder, '.git'));
		writeFileSync(path.join(folder, '.postmortem.yaml'), 'displayTimeZones: [Asia/Kolkata]\n');
		client = await Client.start(undefined, { rootUri: pathToFileURL(folder).toString(), initializationOptions: { timeZone: 'Europe/Oslo' } });
	});
	after(() => {
		client.kill();
		rmSync(folder, { recursive: true });
	});

	function place(text: string, range = top): { textDocument: { uri: string }; range: typeof top } {
		const uri = pathToFileURL(path.join(folder, `carts-${++opened}.md`)).toString();
		client.open(uri, text);
		return { textDocument: { uri }, range };
	}

	async function converted(text: string, zone: string, range = top): Promise<string> {
		const { edits, refusal } = await client.request<ConvertTimeZoneResult>('postmortem/convertTimeZone', { ...place(text, range), zone });
		return refusal ?? TextDocument.applyEdits(TextDocument.create('', 'markdown', 1, text), [...edits]);
	}

	it('offers UTC first, then those of the configuration and the person’s own', async () => {
		const zones = await client.request<TimeZoneInfo[]>('postmortem/timeZones', place(TEXT));
		assert.deepEqual(zones.map(({ name }) => name), ['UTC', 'Asia/Kolkata', 'Europe/Oslo']);
		assert.deepEqual(zones.map(({ isViewers }) => isViewers), [false, false, true]);
	});

	it('offers no zone that the timeline is in, and none where its own is not known', async () => {
		assert.deepEqual((await client.request<TimeZoneInfo[]>('postmortem/timeZones', place(TEXT.replace('PST', 'UTC')))).map(({ name }) => name), ['Asia/Kolkata', 'Europe/Oslo']);
		assert.deepEqual(await client.request('postmortem/timeZones', place(TEXT.replace('All times are PST.\n\n', ''))), []);
	});

	it('writes every time and the statement of the zone anew, days where midnight is crossed', async () => {
		assert.equal(await converted(TEXT, 'UTC'), `${HEAD}## Timeline\n\nAll times are UTC.\n\n- **2024-03-03 03:02** – Nodes restart\n- **03:40** – Orders work again\n`);
		assert.equal(await converted(TEXT, 'America/Denver'), `${HEAD}## Timeline\n\nAll times are MST.\n\n- **20:02** – Nodes restart\n- **20:40** – Orders work again\n`);
	});

	it('takes the timeline at the cursor alone, all where there is none', async () => {
		const two = `${HEAD}## Timeline\n\n- 19:02 PST Nodes restart\n- 19:40 PST Orders work again\n\n## Key events\n\n- 20:02 PST Orders fail\n- 20:10 PST Orders work again\n`;
		assert.equal(await converted(two, 'MST', { start: { line: 4, character: 3 }, end: { line: 4, character: 3 } }), two.replace('19:02 PST', '20:02 MST').replace('19:40 PST', '20:40 MST'));
		assert.equal(await converted(two, 'MST'), two.replace('20:02 PST', '21:02 MST').replace('20:10 PST', '21:10 MST').replace('19:02 PST', '20:02 MST').replace('19:40 PST', '20:40 MST'));
	});

	for (const [refusal, text, zone] of [
		['no postmortem', '# Shopping list\n\n- milk\n', 'UTC'],
		['no timeline', `${HEAD}## Summary\n\nCarts were empty.\n`, 'UTC'],
		['zone not known', `${HEAD}## Timeline\n\n- 19:02 Nodes restart\n- 19:40 Orders work again\n`, 'UTC'],
		['no zone', TEXT, 'Middle/Earth'],
		['nothing to change', TEXT, 'PST'],
	] as const) {
		it(`says why it changes nothing: ${refusal}`, async () => assert.equal(await converted(text, zone), refusal));
	}
});
