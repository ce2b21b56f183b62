// Measures this tool and its peers side by side, and prints medians (95th percentiles) with the goals.
//   npm run bench -- [--only keystroke,startup,…] [--quick] [--size 14k] [--files 2000] [--ours] [--json FILE] [--readme]
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundles } from './parts/bundles.mjs';
import { archives, oneFile } from './parts/cli.mjs';
import { keystroke } from './parts/keystroke.mjs';
import { memory } from './parts/memory.mjs';
import { open, startup } from './parts/startup.mjs';
import { times } from './parts/times.mjs';
import { work } from './parts/work.mjs';
import { CACHE, fetchPeers, linters, servers } from './peers.mjs';
import { judged, table } from './table.mjs';

process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), '../..'));

const PARTS = { work, keystroke, times, startup, open, 'one-file': oneFile, archives, memory, bundles };
const { values: flags } = parseArgs({
	options: {
		only: { type: 'string', multiple: true, default: [] },
		size: { type: 'string', multiple: true, default: [] },
		files: { type: 'string', multiple: true, default: [] },
		quick: { type: 'boolean', default: false },
		ours: { type: 'boolean', default: false },
		json: { type: 'string' },
		readme: { type: 'boolean', default: false },
	},
});
const listed = (values) => values.flatMap((value) => value.split(','));
const only = listed(flags.only);
const unknown = only.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
	console.error(`Unexpected --only ${unknown.join(', ')}, expected ${Object.keys(PARTS).join(', ')}`);
	process.exit(2);
}

/** Counts alone need neither the product nor the peers. */
const countsAlone = only.length > 0 && only.every((name) => name === 'work');
if (!countsAlone) run('scripts/build.mjs', '--minify', '--outdir', '.cache/bench');
const product = path.resolve('.cache/bench');
const peers = countsAlone ? {} : fetchPeers();
const all = countsAlone ? {} : { servers: servers(path.join(product, 'server/node.js')), linters: linters(path.join(product, 'cli.js')) };
const measuredTools = countsAlone ? {} : flags.ours ? { servers: { postmortem: all.servers.postmortem }, linters: { postmortem: all.linters.postmortem } } : all;
const scratch = path.join(CACHE, 'inputs');
mkdirSync(scratch, { recursive: true });

const rows = [];
for (const [name, part] of Object.entries(PARTS)) {
	if (only.length > 0 && !only.includes(name)) continue;
	const counts = listed(flags.files).map(Number);
	rows.push(...(await part({ ...measuredTools, product, scratch, quick: flags.quick, sizes: listed(flags.size), counts: counts.length > 0 ? counts : flags.quick ? [2_000] : [2_000, 10_000], progress: (line) => console.error(`  ${line}`) })));
}

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const machine = `${os.availableParallelism()} cores of ${os.cpus()[0].model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()}, Node ${process.versions.node}`;
const versions = [`postmortem ${version}`, ...Object.entries(peers).map(([name, each]) => `${name} ${each}`)].join(', ');
const text = `${machine}; ${versions}. Medians, 95th percentiles in brackets.\n\n${table(rows)}`;
console.log(`${text}\n`);
const verdicts = rows.flatMap((row) => judged(row));
console.log(`${verdicts.filter(({ met }) => met).length} of ${verdicts.length} goals met`);
// A time depends on the machine; a count that is above its bound is a fault.
if (rows.some((row) => row.isCount && judged(row).some(({ met }) => !met))) process.exitCode = 1;
if (flags.json) writeFileSync(flags.json, `${JSON.stringify({ machine, peers: { postmortem: version, ...peers }, rows: rows.map((row) => ({ ...row, goals: judged(row) })) }, undefined, 2)}\n`);
if (flags.readme) writeFileSync('README.md', readFileSync('README.md', 'utf8').replace(/(<!-- bench:start[^>]*-->\n)[\s\S]*?(<!-- bench:end -->)/, (_, start, end) => `${start}${text}\n${end}`));

function run(...args) {
	if (spawnSync(process.execPath, args, { stdio: 'inherit' }).status !== 0) process.exit(1);
}
