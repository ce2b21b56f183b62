// Makes every file that is made from a declaration in the code.
//   node scripts/generate.mjs --write | --check
// A generator is a module in scripts/generate/ that exports `generate()`: [{ path, content }], paths from the repository.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { globSync } from './glob.mjs';

process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));
const write = process.argv.includes('--write');
if (!write && !process.argv.includes('--check')) {
	console.error('usage: node scripts/generate.mjs --write | --check');
	process.exit(2);
}

let stale = 0;
for (const module of globSync('scripts/generate', '.mjs')) {
	const { generate } = await import(pathToFileURL(path.resolve(module)));
	if (!generate) continue;
	for (const { path: file, content } of await generate()) {
		const present = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
		if (present === content) continue;
		if (write) {
			mkdirSync(path.dirname(file), { recursive: true });
			writeFileSync(file, content);
			console.log(`wrote ${file}`);
		} else {
			console.log(`${file} is stale: run npm run generate`);
			stale++;
		}
	}
}
process.exitCode = stale > 0 ? 1 : 0;
