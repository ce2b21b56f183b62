/** The laws of zone and date rewrites, on timelines of every shape, and on real ones where there are any. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_CONFIG } from '../../config/load';
import { readPostmortem } from '../../postmortem/read';
import { builtinTemplates } from '../../template/builtin';
import { applyZoneRewrites, type ZoneBreach } from '../../../../../test/kit/time-zone-laws';

const templates = builtinTemplates();
const read = (text: string) => readPostmortem(text, {
	path: 'postmortems/incident.md', templates, now: Date.UTC(2024, 5, 1), decided: 'postmortem', viewerZone: 'Europe/Oslo',
	config: { ...DEFAULT_CONFIG, displayTimeZones: ['America/New_York', 'Asia/Kolkata'] },
});

const SHAPES: Readonly<Record<string, string>> = {
	'bullets under a statement': '## Timeline\n\nAll times are PST.\n\n- **19:02** – Cache nodes restart\n- **23:50** – Carts are empty\n- **00:10** – Orders work again\n',
	'bullets with zones': '## Timeline\n\n- 09:02 UTC: Cache nodes restart\n- 09:10 UTC: Carts are empty\n- 23:59 UTC: Orders work again\n',
	'nested bullets': '## Timeline\n\n- **09:02 UTC:**\n  - Cache nodes restart.\n- **23:10 UTC:**\n  - Carts are empty.\n',
	'12-hour clock': '## Timeline (PST)\n\n- 9:02 AM: Cache nodes restart\n- 11:10 PM: Carts are empty\n- 12:05 AM: Orders work again\n',
	'12-hour clock without halves': '## Timeline (PST)\n\n- 11:02 Cache nodes restart\n- 12:16 Carts are empty\n- 1:52 Orders work again\n',
	ranges: '## Timeline\n\nTimes in UTC.\n\n- 09:13 - 11:15 Cache nodes restart\n- 22:30–01:00 Carts are empty\n- ~ 01:30 Orders work again\n',
	'ranges of one half': '## Timeline (EST)\n\n- 2:00 - 3:00 PM Cache nodes restart\n- 6:30 - 7:15 PM Carts are empty\n',
	table: '## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n| 02:04 | Cache nodes restart |\n| 03:10 | Carts are empty |\n| 23:59 | Orders work again |\n',
	'table without a zone in its header': '## Timeline\n\nAll times are JST.\n\n|Time|Event|\n|---|---|\n|02:04|Cache nodes restart|\n|10:30|Carts are empty|\n',
	'table with a date column': '## Timeline\n\n| Date | Time (UTC) | Event |\n| --- | --- | --- |\n| 2024-03-02 | 02:04 | Cache nodes restart |\n| 2024-03-02 | 03:10 | Carts are empty |\n|  | 23:59 | Orders work again |\n',
	'table of two zones': '## Timeline\n\nAll times in UTC (Pacific: UTC-8)\n\n| Time (UTC) | Time (PT) | Event |\n|---|---|---|\n| 03:00 | 19:00 | Cache nodes restart |\n| 03:10 | 19:11 | Carts are empty |\n| 09:00 | | Orders work again |\n',
	'table without outer bars': '## Timeline\n\nTime (UTC) | Event\n--- | ---\n02:04 | Cache nodes restart\n03:10 | Carts are empty\n',
	'rows under date lines': '## Timeline\n\nAll times in CET.\n\n**2 March 2024**\n\n- 00:30 Cache nodes restart\n- 23:30 Carts are empty\n\n**3 March 2024**\n\n- 00:15 Orders fail\n- 10:00 Orders work again\n',
	'rows under date headings': '## Timeline (UTC)\n\n### March 2\n\n- 01:30 Cache nodes restart\n- 23:30 Carts are empty\n\n### March 3\n\n- 02:15 Orders fail\n- 10:00 Orders work again\n',
	'headings per event': '## Timeline\n\n### 02:02 UTC\n\nCache nodes restart.\n\n### 23:10 UTC - carts\n\nCarts are empty.\n',
	labels: '## Key events\n\n- First alert: 2024-03-02 02:02 UTC\n- Resolved: 2024-03-02 10:15 UTC\n',
	ISO: '## Timeline\n\n- 2024-03-02T02:02:05Z Cache nodes restart\n- 2024-03-02T09:10:31.779Z Carts are empty\n- 2024-03-03T23:10:00+01:00 Orders work again\n',
	'named dates': '## Timeline\n\n- Mar 2, 02:02 UTC Cache nodes restart\n- Mar 2, ~14:00 UTC Carts are empty\n- Sunday, March 3rd, 2024 at 01:00 UTC Orders work again\n',
	log: '## Timeline\n\n```\n02:02 UTC cache-1 restarts\n09:10 UTC cart_service: 500 | retry\n```\n',
	quote: '## Timeline\n\n> - 02:02 UTC Cache nodes restart\n> - 09:10 UTC Carts are empty\n',
	html: '## Timeline\n\n<ul>\n<li><b>02:02 UTC</b> Cache nodes restart</li>\n<li><b>09:10 UTC</b> Carts are empty</li>\n</ul>\n',
	military: '## Timeline\n\n- 0202hrs WAT Cache nodes restart\n- 2310hrs WAT Carts are empty\n',
	'the hour that comes twice': '## Timeline (UTC)\n\n- 2024-11-03 05:30 Cache nodes restart\n- 2024-11-03 06:30 Carts are empty\n- 2024-11-03 07:30 Orders work again\n',
	'two timelines under one statement': '## Timeline\n\nAll times are PST.\n\n- 19:02 Cache nodes restart\n- 19:10 Carts are empty\n\n## Key events\n\n- 20:02 Orders fail\n- 23:10 Orders work again\n',
	'a long name with its abbreviation': '## Timeline\n\nAll times in Central European Time (CET).\n\n- 08:03 Cache nodes restart\n- 23:10 Carts are empty\n',
	'a statement elsewhere': '- **Time zone:** PST\n\n## Timeline\n\n- 19:02 Cache nodes restart\n- 19:10 Carts are empty\n',
	'times elsewhere under the statement': '- **Started:** 19:00\n- **Resolved:** 19:10\n\n## Timeline\n\nAll times are PST.\n\n- 19:02 Cache nodes restart\n- 19:10 Carts are empty\n',
	Japanese: '## タイムライン\n\n時刻はJSTです。\n\n- 午前9時2分 キャッシュ再起動\n- 午後11時10分 カートが空\n',
};

describe('laws of zone and date rewrites', () => {
	for (const [shape, body] of Object.entries(SHAPES)) {
		for (const [variant, change] of Object.entries({ LF: (source: string) => source, 'CRLF and BOM': (source: string) => `\uFEFF${source.replaceAll('\n', '\r\n')}`, 'no last line ending': (source: string) => source.trimEnd() })) {
			it(`${shape}, ${variant}`, () => {
				const { applied, breaches } = applyZoneRewrites(change(`# Carts lost, 2 March 2024\n\n${body}`), read);
				assert.deepEqual(breaches.map(said), []);
				assert.ok(Object.keys(applied).length > 0, 'nothing was offered');
			});
		}
	}
});

describe('laws of zone and date rewrites on real documents', function () {
	this.timeout(600_000);
	const shared = ['corpus/postmortems', 'samples'].map((name) => path.resolve('..', 'shared', name));
	const folders = (process.env['POSTMORTEM_CORPUS']?.split(path.delimiter) ?? shared).filter((folder) => folder !== '' && existsSync(folder));
	if (folders.length === 0) it.skip('there are none: neither in ../shared nor in POSTMORTEM_CORPUS');
	for (const folder of folders) {
		it(`hold in ${path.basename(folder)}`, () => {
			const counts: Record<string, number> = {};
			const broken: string[] = [];
			for (const name of readdirSync(folder).filter((each) => each.endsWith('.md'))) {
				const { applied, breaches } = applyZoneRewrites(readFileSync(path.join(folder, name), 'utf8'), read);
				for (const [sort, count] of Object.entries(applied)) counts[sort] = (counts[sort] ?? 0) + count;
				broken.push(...breaches.map((breach) => `${name}: ${said({ ...breach, after: '' })}`));
			}
			console.log(`      applied ${JSON.stringify(counts)}, broken ${broken.length}`);
			assert.deepEqual(broken, []);
		});
	}
});

function said({ law, title, detail, after }: ZoneBreach): string {
	return `${law}: ${title}: ${detail}\n${after}`;
}
