/**
 * The laws over whole folders, each document in every way of storing it, with every template: `npm run laws -- FOLDER…`.
 * `--kinds a,b` takes these rewrites alone, `--variants LF,tabs` these ways of storing, `--templates sre,-` these
 * templates (`-`: the one that a document resembles most), `--quiet` says the counts alone.
 */
import { parseArgs } from 'node:util';
import { documentsIn } from '../kit/documents';
import { describeTally, KEEPING_WORDS, runLaws, VARIANTS } from '../kit/laws-run';
import { REWRITES } from '../../server/src/core/rewrites';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { kinds: { type: 'string' }, variants: { type: 'string' }, templates: { type: 'string' }, quiet: { type: 'boolean', default: false } } });
const kinds = values.kinds?.split(',');
const rewrites = kinds ? REWRITES.filter(({ kind }) => kinds.includes(kind)) : KEEPING_WORDS;
let broken = 0;
for (const folder of positionals) {
	const documents = documentsIn(folder);
	for (const variant of values.variants?.split(',') ?? Object.keys(VARIANTS)) {
		const change = VARIANTS[variant];
		if (!change) throw new Error(`Unexpected variant ${variant}, expected ${Object.keys(VARIANTS).join(', ')}`);
		for (const template of values.templates?.split(',') ?? ['-', 'atlassian', 'sre', 'full', 'outage', 'pagerduty', 'minimal']) {
			const started = Date.now();
			const tally = runLaws(documents.map(({ name, text }) => ({ name, text: change(text) })), { rewrites, ...(template === '-' ? {} : { template }) });
			console.log(`${folder}, ${documents.length} documents, ${variant}, template ${template}, ${Math.round((Date.now() - started) / 1000)} s`);
			console.log(describeTally(tally));
			broken += tally.breaches.length;
			if (!values.quiet) for (const { document, kind, law, title, detail } of tally.breaches) console.log(`      ${document}: ${kind}, ${law}: ${title}: ${detail}`);
		}
	}
}
process.exitCode = broken > 0 ? 1 : 0;
