/** Every rewrite on documents of every shape. */
import assert from 'node:assert/strict';
import { readDocument } from '../../../../test/kit/read-document';
import { KEEPING_WORDS, said } from '../../../../test/kit/laws-run';
import { applyAll } from '../../../../test/kit/rewrite-laws';

/** A conversion to another template moves everything, one to another zone writes other digits: both have laws of their own. */
const REWRITES = KEEPING_WORDS.filter(({ kind }) => kind !== 'convertDocument');

const TEMPLATES = ['atlassian', 'sre', 'full', 'outage', 'pagerduty', 'minimal'];

const timelines: Readonly<Record<string, string>> = {
	bullets: 'All times are MST.\n- **09:02** – Cache nodes restart.\n- **09:10** – `GET /cart` fails, see [graph](https://graphs.example/7).\n',
	'continued bullets': '- 09:02 UTC: Cache nodes restart\n  after a kernel update.\n\n  The queue grows.\n- 09:10 UTC: Carts are empty | lost.\n',
	'nested bullets': '- **09:02 UTC:**\n  - Cache nodes restart.\n  - The queue grows.\n- **09:10 UTC:**\n  1. Carts are empty.\n  2. Orders fail.\n',
	numbered: '1. 09:02 UTC Cache nodes restart\n2. 09:10 UTC Carts are empty\n',
	'tabbed lines': '•\t9:02 AM: Cache nodes restart.\n•\t9:10 AM: Carts are empty.\n',
	paragraphs: '**09:02 UTC** Cache nodes restart.\n\n**09:10 UTC** Carts are empty.\n\n**09:30 UTC** Orders work again.\n',
	headings: '### 09:02 UTC\n\nCache nodes restart.\n\nThe queue grows.\n\n### 09:10 UTC - carts\n\nCarts are empty.\n',
	labels: '- First alert: 2024-03-02 09:02 UTC\n- Resolved: 2024-03-02 10:15 UTC\n',
	log: '```\n09:02 cache-1 restarts *now*\n09:10 cart_service: 500 | retry\n```\n',
	quote: '> - 09:02 UTC Cache nodes restart\n> - 09:10 UTC Carts are empty\n',
	html: '<ul>\n<li><b>09:02 UTC</b> Cache nodes restart</li>\n<li><b>09:10 UTC</b> Carts are empty</li>\n</ul>\n',
	'two days': '- 2024-03-02\n  - 23:50 UTC Cache nodes restart\n- 2024-03-03\n  - 00:10 UTC Carts are empty\n  - 00:40 UTC Orders work again\n',
	'code below': '- 09:02 UTC Restarted with:\n\n  ```sh\n  cachectl drain\n  cachectl restart\n  ```\n- 09:10 UTC Carts are empty\n',
	disordered: '| Time (UTC) | Event |\n| --- | --- |\n| 09:10 | Carts are empty |\n| 09:02 | Cache nodes restart |\n',
	'disordered bullets': '- 09:10 UTC Carts are empty\n- 09:02 UTC Cache nodes restart\n  after an update\n',
};

const actions: Readonly<Record<string, string>> = {
	bullets: '- Drain nodes before a restart (Owner: Mara).\n- Alert on empty carts by 2024-04-01 @theo\n',
	numbered: '1. Drain nodes before a restart\n2. Alert on empty carts, see OPS-12\n',
	checkboxes: '- [x] Drain nodes before a restart\n- [ ] Alert on empty carts | orders\n',
	'tabbed lines': '•\tDrain nodes before a restart.\n•\tAlert on empty carts.\n',
	nested: '- **Immediate:**\n  - Drain nodes before a restart\n  - Alert on empty carts\n- **Later:**\n  - Size the cache\n',
	prose: 'We will drain nodes before a restart.\n\nWe will alert on empty carts.\n',
};

const unmarked: Readonly<Record<string, string>> = {
	bold: '# Carts lost, 2 March 2024\n\n**Summary:**\nCarts were empty for an hour.\n\n**Timeline:**\n- 09:02 UTC Cache nodes restart\n- 09:10 UTC Carts are empty\n\n**Root Cause**\n\nNobody drained the nodes.\n',
	items: '# Carts lost, 2 March 2024\n\n**Root Cause and Resolution:**\n- **Root Cause:**\n  - The nodes were not drained.\n  - The cache was cold.\n- **Resolution:**\n  - The cache was filled.\n',
	joined: '# Carts lost, 2 March 2024\n\n## Root cause and resolution\n\nThe nodes were not drained.\n\n**Resolution:** The cache was filled.\n\n## Impact / Detection\n\n- No carts.\n- Detection: An alert.\n',
	labels: 'On 2 March 2024 the cache nodes restarted for a kernel update, and for an hour all carts were empty.\nTimeline:\n•\t9:02 AM: Cache nodes restart.\n•\t9:10 AM: Carts are empty.\nRoot Cause: The nodes were restarted all at once, because the drain step had been taken out of the script.\n',
};

const documents = [
	...Object.entries(timelines).map(([shape, body]) => [`timeline: ${shape}`, `# Carts lost, 2 March 2024\n\n## Summary\n\nCarts were empty.\n\n## Timeline\n\n${body}\n## Root Cause\n\nNot drained.\n`] as const),
	...Object.entries(actions).map(([shape, body]) => [`actions: ${shape}`, `# Carts lost, 2 March 2024\n\n## Summary\n\nCarts were empty.\n\n## Action Items\n\n${body}\n## Lessons Learned\n\nDrain first.\n`] as const),
	...Object.entries(unmarked).map(([shape, body]) => [`unmarked: ${shape}`, body] as const),
];

describe('laws of rewriting', () => {
	for (const [name, text] of documents) {
		for (const [variant, change] of Object.entries({ LF: (source: string) => source, 'CRLF and BOM': (source: string) => `\uFEFF${source.replaceAll('\n', '\r\n')}`, 'no last line ending': (source: string) => source.trimEnd() })) {
			it(`${name}, ${variant}`, () => {
				const { applied, refused, breaches } = applyAll(change(text), (source) => readDocument(source, 'minimal'), REWRITES);
				assert.deepEqual(breaches.map(said), []);
				assert.deepEqual(refused, []);
				assert.ok(Object.keys(applied).length > 0, 'no rewrite was offered');
			});
		}
	}
	for (const template of TEMPLATES) {
		it(`hold with the template ${template}`, () => {
			for (const [name, text] of documents) {
				const { breaches } = applyAll(text, (source) => readDocument(source, template), REWRITES);
				assert.deepEqual(breaches.map(said), [], name);
			}
		}).timeout(10_000);
	}
});
