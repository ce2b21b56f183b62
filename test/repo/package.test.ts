import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { PackageManager, listFiles } from '@vscode/vsce';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

describe('the package', () => {
	let files: string[];
	before(async function () {
		this.timeout(30_000);
		files = (await listFiles({ packageManager: PackageManager.None })).map((file) => file.replaceAll('\\', '/'));
	});

	it('holds nothing but what is used by those who install it', () => {
		const expected = /^(?:package(?:\.nls(?:\.[a-z-]+)?)?\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/(?:client|server)\/(?:node|browser)\.js|dist\/server\/(?:language-server|reading|asked|yaml|remark|pages|shared-\w+)\.js|dist\/server\/browser\.json|l10n\/[\w.-]+\.json|docs\/rules\/[\w-]+\.md|images\/icon\.png|walkthrough\/[\w-]+\.(?:md|png|svg)|(?:schemas|syntaxes|snippets)\/[\w.-]+\.json)$/;
		assert.deepEqual(files.filter((file) => !expected.test(file)), []);
	});

	it('holds every file that the manifest names', () => {
		const named = new Set([...JSON.stringify(manifest.contributes ?? {}).matchAll(/"\.?\/?((?:schemas|syntaxes|snippets|walkthrough|images)\/[^"]+)"/g)].map(([, file]) => file!));
		for (const file of [manifest.main, manifest.browser, manifest.icon, manifest.bin['postmortem-language-server']]) {
			if (file) named.add(String(file).replace(/^\.\//, ''));
		}
		assert.ok(named.size >= 4);
		assert.deepEqual([...named].filter((file) => !files.includes(file)), []);
	});
});
