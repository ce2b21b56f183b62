/**
 * Keystrokes as a person types them, in this process: how long reading, checking and the outline take. Medians and 95th
 * percentiles of the time that passes, and the mean of the processor's, which other processes disturb less.
 *   node test/bench/in-process.mjs keystrokes [SIZE…] [--edits N]
 */
import { builtinTemplates } from '../../server/src/core/template/builtin';
import { DEFAULT_CONFIG } from '../../server/src/core/config/load';
import { documentSymbols } from '../../server/src/core/features/documentSymbols';
import { Reading } from '../../server/src/core/reading';
import { DocumentReader } from '../../server/src/core/service';
import { longDocument, randomFrom } from './inputs.mjs';
import { Typist } from './typist.mjs';

const args = process.argv.slice(2);
const edits = args.includes('--edits') ? Number(args[args.indexOf('--edits') + 1]) : 60;
const sizes = args.filter((arg, index) => /^\d+$/.test(arg) && args[index - 1] !== '--edits').map(Number);
const withOutline = !args.includes('--no-outline');
const project = { path: 'postmortems/incident.md', folder: undefined, config: DEFAULT_CONFIG, templates: builtinTemplates(), files: [] };

for (const size of sizes.length > 0 ? sizes : [14_000, 200_000, 1_000_000]) {
	const reader = new DocumentReader();
	const typist = new Typist(longDocument(size), randomFrom(7));
	const first = performance.now();
	let reading = new Reading(typist.text, project, Date.UTC(2025, 5, 1), { reader });
	void reading.findings;
	const opened = performance.now() - first;
	const times = { read: [] as number[], lint: [] as number[], outline: [] as number[] };
	let used = process.cpuUsage();
	for (let edit = -16; edit < edits; edit++) {
		if (edit === 0) used = process.cpuUsage();
		typist.type();
		const started = performance.now();
		reading = new Reading(typist.text, project, Date.UTC(2025, 5, 1), { reader });
		void reading.doc;
		const read = performance.now();
		void reading.findings;
		const linted = performance.now();
		if (withOutline) documentSymbols(reading.doc);
		if (edit < 0) continue; // warms up
		times.read.push(read - started);
		times.lint.push(linted - read);
		times.outline.push(performance.now() - linted);
	}
	const { user, system } = process.cpuUsage(used);
	const quantiles = (values: number[]) => [0.5, 0.95].map((share) => values.toSorted((a, b) => a - b)[Math.floor(values.length * share)]!.toFixed(2)).join(' (') + ')';
	console.log(`${typist.text.length} units: opened ${opened.toFixed(0)} ms; ${edits} edits: read ${quantiles(times.read)} ms, lint ${quantiles(times.lint)} ms, outline ${quantiles(times.outline)} ms; ${((user + system) / 1000 / edits).toFixed(2)} ms of the processor each; ${reading.findings.length} findings`);
}
