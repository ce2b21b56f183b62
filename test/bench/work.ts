/**
 * What is parsed for each keystroke, counted: the same on every machine. Prints JSON.
 *   node test/bench/in-process.mjs work [SIZE…]
 */
import { DEFAULT_CONFIG } from '../../server/src/core/config/load';
import { DocumentReader } from '../../server/src/core/service';
import { builtinTemplates } from '../../server/src/core/template/builtin';
import { longDocument, randomFrom } from './inputs.mjs';

const EDITS = 400;
const context = { path: 'postmortems/outage.md', config: DEFAULT_CONFIG, templates: builtinTemplates(), now: Date.UTC(2025, 5, 1) };

function worked(size: number) {
	const random = randomFrom(7);
	const reader = new DocumentReader();
	let text = longDocument(size);
	reader.read(text, context);
	const units: number[] = [];
	const pieces: number[] = [];
	/** Of the longest section of each version. */
	const shares: number[] = [];
	for (let edit = 0; edit < EDITS; edit++) {
		const at = Math.floor(random() * text.length);
		text = edit % 2 ? text.slice(0, at) + text.slice(at + 1) : `${text.slice(0, at)}e${text.slice(at)}`;
		const { chunks } = reader.read(text, context);
		units.push(reader.work.scanned);
		pieces.push(reader.work.chunks);
		shares.push(reader.work.scanned / Math.max(...chunks.map(({ start, end }) => end - start)));
	}
	return { size, units, pieces, shares };
}

const sizes = process.argv.slice(2).map(Number);
console.log(JSON.stringify((sizes.length > 0 ? sizes : [14_000, 200_000]).map(worked)));
