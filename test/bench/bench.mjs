// Measures this tool and its peers side by side, and prints medians (95th percentiles) with the goals.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundles } from './parts/bundles.mjs';
import { archives, oneFile } from './parts/cli.mjs';
import { guards } from './parts/guards.mjs';
import { keystroke } from './parts/keystroke.mjs';
import { memory } from './parts/memory.mjs';
import { open, startup } from './parts/startup.mjs';
import { times } from './parts/times.mjs';
import { work } from './parts/work.mjs';
import { CACHE, fetchPeers, linters, servers } from './peers.mjs';
import { compactTable, judged, missed, table } from './table.mjs';

const PARTS = { work, keystroke, times, guards, startup, open, 'one-file': oneFile, archives, memory, bundles };
const HELP = `npm run bench -- [OPTIONS]

Measures postmortem and its peers on the same generated documents, in turns, and prints a table with the goals.
The peers are fetched from the npm registry once, into ${CACHE}.

  --only PARTS    Some parts only: ${Object.keys(PARTS).join(', ')}.
                  'work' alone counts what is parsed for each keystroke; it needs no peers and fails above a bound.
                  'guards' answers for inputs that took parsers seconds; it needs no peers.
  --size SIZES    Keystrokes in documents of these sizes only: 14k, 200k, 1m.
  --files COUNTS  Archives of so many files (default: 2000,10000).
  --quick         Few rounds, archives of 2000 files.
  --ours          Without the peers.
  --json FILE     The results as JSON, too.
  --write         Puts the results into docs/bench.md and README.md: for a whole run on an idle machine.
  --help          This text.
`;

process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), '../..'));
const flags = readFlags();
const listed = (values) => values.flatMap((value) => value.split(','));
const only = listed(flags.only);
const unknown = only.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) refuse(`Unexpected --only ${unknown.join(', ')}, expected ${Object.keys(PARTS).join(', ')}`);
if (flags.write && (only.length > 0 || flags.quick || flags.ours)) refuse('Unexpected --write beside --only, --quick or --ours, expected a whole run');

/** Counts alone need neither the product nor the peers. */
const countsAlone = only.length > 0 && only.every((name) => name === 'work');
if (!countsAlone) run('scripts/build.mjs', '--minify', '--outdir', '.cache/bench');
const product = path.resolve('.cache/bench');
const isOursAlone = flags.ours || (only.length > 0 && only.every((name) => name === 'work' || name === 'guards'));
const peers = isOursAlone ? {} : fetchPeers();
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const machine = `${os.availableParallelism()} cores of ${os.cpus()[0].model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()}, Node ${process.versions.node}`;
const versions = [`postmortem ${version}`, ...Object.entries(peers).map(([name, each]) => `${name} ${each}`)].join(', ');
console.error(`${machine}\n${versions}`);

const rows = [];
const tools = countsAlone ? {} : { servers: chosen(servers(path.join(product, 'server/node.js'))), linters: chosen(linters(path.join(product, 'cli.js'))) };
const scratch = path.join(CACHE, 'inputs');
mkdirSync(scratch, { recursive: true });
for (const [name, part] of Object.entries(PARTS)) {
	if (only.length > 0 && !only.includes(name)) continue;
	const counts = listed(flags.files).map(Number);
	rows.push(...(await part({ ...tools, product, scratch, quick: flags.quick, sizes: listed(flags.size), counts: counts.length > 0 ? counts : flags.quick ? [2_000] : [2_000, 10_000], progress: (line) => console.error(`  ${line}`) })));
}

const verdicts = rows.flatMap((row) => judged(row));
const score = `${verdicts.filter(({ met }) => met).length} of ${verdicts.length} goals met`;
const about = `${machine}; ${versions}.`;
const text = `${about} Medians, 95th percentiles in brackets.\n\n${table(rows)}\n\n${score}${missed(rows) ? `. Not met:\n\n${missed(rows)}` : '.'}`;
console.log(text);
if (flags.json) writeFileSync(flags.json, `${JSON.stringify({ machine, versions: { postmortem: version, ...peers }, rows: rows.map((row) => ({ ...row, goals: judged(row) })) }, undefined, 2)}\n`);
if (flags.write) {
	put('docs/bench.md', text);
	put('README.md', `${compactTable(rows)}\n\nMedians. ${score}; each goal, and the 95th percentiles, are in [docs/bench.md](docs/bench.md). ${about}`);
}
// A time depends on the machine; a count that is above its bound is a fault.
if (rows.some((row) => row.isCount && judged(row).some(({ met }) => !met))) process.exitCode = 1;

function readFlags() {
	try {
		const { values } = parseArgs({
			options: {
				only: { type: 'string', multiple: true, default: [] },
				size: { type: 'string', multiple: true, default: [] },
				files: { type: 'string', multiple: true, default: [] },
				quick: { type: 'boolean', default: false },
				ours: { type: 'boolean', default: false },
				json: { type: 'string' },
				write: { type: 'boolean', default: false },
				help: { type: 'boolean', default: false },
			},
		});
		if (!values.help) return values;
	} catch (error) {
		refuse(error.message);
	}
	console.log(HELP);
	process.exit(0);
}

function refuse(message) {
	console.error(`${message}\n\n${HELP}`);
	process.exit(2);
}

function chosen(all) {
	return isOursAlone ? { postmortem: all.postmortem } : all;
}

/** Replaces what stands between the two comments of a file. */
function put(file, content) {
	const before = readFileSync(file, 'utf8');
	const [, start, end] = /(<!-- bench:start[^>]*-->\n)[\s\S]*?(<!-- bench:end -->)/.exec(before) ?? refuse(`${file} has no place for the results`);
	writeFileSync(file, before.replace(/<!-- bench:start[\s\S]*?<!-- bench:end -->/, () => `${start}\n${content}\n\n${end}`));
}

function run(...args) {
	if (spawnSync(process.execPath, args, { stdio: 'inherit' }).status !== 0) process.exit(1);
}
