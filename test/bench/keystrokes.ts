/**
 * One keystroke at a random place, in this process: how long reading and checking take, and what was parsed.
 *   node dist/bench/keystrokes.mjs [SIZE…] [--edits N]
 */
import { builtinTemplates } from '../../server/src/core/template/builtin';
import { DEFAULT_CONFIG } from '../../server/src/core/config/load';
import { documentSymbols } from '../../server/src/core/features/documentSymbols';
import { Reading } from '../../server/src/core/reading';
import { DocumentReader } from '../../server/src/core/service';
import { longDocument, randomFrom } from './inputs.mjs';

const args = process.argv.slice(2);
const edits = Number(args[args.indexOf('--edits') + 1] || 0) || 60;
const sizes = args.filter((arg, index) => /^\d+$/.test(arg) && args[index - 1] !== '--edits').map(Number);
const project = { path: 'postmortems/incident.md', folder: undefined, config: DEFAULT_CONFIG, templates: builtinTemplates(), files: [] };

for (const size of sizes.length > 0 ? sizes : [14_000, 200_000, 1_000_000]) {
	const random = randomFrom(7);
	const reader = new DocumentReader();
	let text = longDocument(size);
	const first = performance.now();
	let reading = new Reading(text, project, Date.UTC(2025, 5, 1), { reader });
	void reading.findings;
	const opened = performance.now() - first;
	const times = { read: [] as number[], lint: [] as number[], outline: [] as number[] };
	for (let edit = 0; edit < edits; edit++) {
		const at = Math.floor(random() * text.length);
		text = edit % 2 ? text.slice(0, at) + text.slice(at + 1) : `${text.slice(0, at)}x${text.slice(at)}`;
		const started = performance.now();
		reading = new Reading(text, project, Date.UTC(2025, 5, 1), { reader });
		void reading.doc;
		const read = performance.now();
		void reading.findings;
		const linted = performance.now();
		documentSymbols(reading.doc);
		times.read.push(read - started);
		times.lint.push(linted - read);
		times.outline.push(performance.now() - linted);
	}
	const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!.toFixed(2);
	console.log(`${text.length} units: opened ${opened.toFixed(0)} ms; median of ${edits} edits: read ${middle(times.read)} ms, lint ${middle(times.lint)} ms, outline ${middle(times.outline)} ms; ${reading.findings.length} findings`);
}
