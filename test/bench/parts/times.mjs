// Every time of a long timeline, found and read in this process: what times cost of reading a document.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { timesDocument } from '../inputs.mjs';
import { summary } from '../statistics.mjs';

const UNITS = 200_000;

export async function times({ scratch, quick, progress }) {
	const outfile = path.join(scratch, 'times.mjs');
	await build({ stdin: { contents: `export { timesIn } from './server/src/core/time/mention';`, resolveDir: process.cwd(), loader: 'ts' }, bundle: true, minify: true, format: 'esm', platform: 'neutral', outfile, logLevel: 'error' });
	const { timesIn } = await import(pathToFileURL(outfile).href);
	const spent = [];
	let found = 0;
	const rounds = quick ? 10 : 60;
	for (let round = -5; round < rounds; round++) {
		const text = timesDocument(UNITS, round + 10);
		const started = performance.now();
		found = timesIn(text, { start: 0, end: text.length }, { order: undefined, place: 'prose' }).length;
		if (round >= 0) spent.push(performance.now() - started);
	}
	progress(`${found} times in ${UNITS.toLocaleString('en')} characters`);
	return [{ work: 'all times of a timeline of 200 K', unit: 'ms', values: { postmortem: summary(spent) }, goals: [{ atMost: 20 }] }];
}
