import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { globSync } from '../../scripts/glob.mjs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

describe('manifest', () => {
	it('pins every dependency to one version', () => {
		const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
		assert.deepEqual(all.filter(([, version]) => !/^(?:npm:@?[\w/.-]+@)?\d+\.\d+\.\d+$/.test(String(version))), []);
	});

	it('has a lock file without addresses', () => {
		const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
		const packages = Object.entries<{ resolved?: string; link?: boolean }>(lock.packages);
		assert.ok(packages.length > 100);
		assert.deepEqual(packages.filter(([, { resolved }]) => resolved !== undefined).map(([name]) => name), []);
	});

	it('names scripts that exist', () => {
		const files = Object.values<string>(manifest.scripts).flatMap((line) => [...line.matchAll(/node ([\w/-]+\.mjs)/g)].map(([, file]) => file!));
		assert.deepEqual(files.filter((file) => !existsSync(file)), []);
	});

	it('names files that exist or are built', () => {
		const named = [manifest.main, manifest.browser, ...Object.values<string>(manifest.bin)].map((file: string) => (/\.js$/.test(file) ? file : `${file}.js`));
		assert.ok(named.length >= 4);
		assert.deepEqual(named.filter((file) => !existsSync(file)), []);
	});

	it('ships a text for every %placeholder%', () => {
		const keys = [...JSON.stringify(manifest).matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key!);
		const texts = existsSync('package.nls.json') ? JSON.parse(readFileSync('package.nls.json', 'utf8')) : {};
		assert.deepEqual(keys.filter((key) => typeof texts[key] !== 'string'), []);
	});
});

describe('rules', () => {
	const folder = 'server/src/core/rules';
	const ids = globSync(folder, '.md').map((file) => file.slice(folder.length + 1, -'.md'.length));
	const index = existsSync(`${folder}/index.ts`) ? readFileSync(`${folder}/index.ts`, 'utf8') : '';

	for (const id of ids) {
		it(`${id} has a source, a page and a line in the index`, () => {
			assert.ok(existsSync(`${folder}/${id}.ts`), 'source');
			assert.match(readFileSync(`${folder}/${id}.ts`, 'utf8'), new RegExp(`id: '${id}'`));
			assert.ok(index.includes(`./${id}'`), 'registration');
			const page = readFileSync(`${folder}/${id}.md`, 'utf8');
			assert.ok(page.startsWith(`# ${id}\n`), 'title');
			assert.ok(page.includes('\n## Why\n'), 'why');
		});
	}

	it('are registered only with a page', () => {
		const registered = [...index.matchAll(/from '\.\/([a-z]+(?:-[a-z]+)+)'/g)].map(([, id]) => id!);
		assert.deepEqual(registered.filter((id) => !ids.includes(id)), []);
	});
});

describe('sources', () => {
	const own = ['client', 'server', 'scripts', 'test'].flatMap((folder) => (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file.replaceAll('\\', '/')}`) : []))
		.filter((file) => /\.(?:ts|mjs)$/.test(file));

	it('stay short', () => {
		assert.ok(own.length > 20);
		const long = own.map((file) => [file, readFileSync(file, 'utf8').split('\n').length] as const).filter(([, lines]) => lines > 450);
		assert.deepEqual(long, []);
	});
});
