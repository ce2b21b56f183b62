/**
 * Random edits of every example, and of the samples and the corpus where they are there: reading a document over its
 * versions must say the same as reading it from scratch.
 *   node dist/bench/equality.mjs [EDITS] [SEED]
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { firstDifference } from '../kit/equality';
import { randomFrom } from './inputs.mjs';

const [edits = 20_000, seed = 1] = process.argv.slice(2).map(Number);

function markdownIn(folder: string): string[] {
	return readdirSync(folder).flatMap((name) => {
		const file = path.join(folder, name);
		return statSync(file).isDirectory() ? markdownIn(file) : /\.md$/.test(name) && statSync(file).size < 30_000 ? [file] : [];
	});
}

const files = ['examples', '../shared/samples', '../shared/corpus'].filter((folder) => existsSync(folder)).flatMap(markdownIn);
const each = Math.ceil(edits / files.length);
let done = 0;
for (const [index, file] of files.entries()) {
	const found = firstDifference(readFileSync(file, 'utf8'), each, randomFrom(seed * 1_000_003 + index));
	done += found ? found.edit + 1 : each;
	if (!found) continue;
	process.exitCode = 1;
	console.log(`${file}, edit ${found.edit}:\n  over its versions …${found.incremental}\n  from scratch      …${found.fromScratch}\n`);
}
console.log(`${done} edits of ${files.length} documents${process.exitCode ? '' : ' without a difference'}`);
