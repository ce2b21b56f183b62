// The command line as a whole process: one file, archives cold and cached, peak memory.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { archive, longDocument } from '../inputs.mjs';
import { measured } from '../processes.mjs';
import { summary } from '../statistics.mjs';

export async function oneFile({ linters, scratch, quick, progress }) {
	const folder = path.join(scratch, 'one-file');
	mkdirSync(folder, { recursive: true });
	writeFileSync(path.join(folder, 'outage-postmortem.md'), longDocument(14_000));
	const times = Object.fromEntries(Object.keys(linters).map((name) => [name, []]));
	const rounds = quick ? 3 : 15;
	for (let round = -1; round < rounds; round++) {
		for (const [name, { command }] of Object.entries(linters)) {
			const { ms, status } = await measured([...command, 'outage-postmortem.md'], folder);
			if (status > 1) throw new Error(`${name} ended with ${status}`);
			if (round >= 0) times[name].push(ms);
		}
		progress(`one file, ${round + 1} of ${rounds}`);
	}
	const values = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, summary(all)]));
	return [{ work: 'one file of 14 K, whole process', unit: 'ms', values, goals: [{ than: 'markdownlint-cli2', share: 0.45 }] }];
}

export async function archives({ linters, scratch, counts, quick, progress }) {
	const rows = [];
	for (const count of counts) {
		const folder = archive(scratch, count);
		const wall = {};
		const memory = {};
		const rounds = quick || count > 2_000 ? 1 : 3;
		const cache = path.join(scratch, 'lint-cache');
		const run = async (name, command) => {
			const { ms, peak, status } = await measured(command, folder, { memory: true });
			if (status > 1) throw new Error(`${name} ended with ${status}`);
			(wall[name] ??= []).push(ms / 1000);
			(memory[name] ??= []).push(peak / 2 ** 20);
			progress(`${count} files: ${name} ${(ms / 1000).toFixed(2)} s, ${Math.round(peak / 2 ** 20)} MB`);
		};
		for (let round = 0; round < rounds; round++) {
			for (const [name, { command, below }] of Object.entries(linters)) await run(name, [...command, ...below]);
			const [ours] = Object.entries(linters);
			rmSync(cache, { recursive: true, force: true });
			const cached = [...ours[1].command, '--cache', '--cache-location', cache, ...ours[1].below];
			await measured(cached, folder);
			await run('postmortem --cache', cached);
		}
		const summed = (all) => Object.fromEntries(Object.entries(all).map(([name, values]) => [name, summary(values)]));
		const values = summed(wall);
		const { 'postmortem --cache': again, ...cold } = values;
		const counted = count.toLocaleString('en');
		const goals = count === 10_000;
		rows.push({ work: `${counted} files, cold`, unit: 's', values: cold, goals: goals ? [{ than: 'markdownlint-cli2', share: 1 / 12 }, { than: 'rumdl', share: 1 }] : [] });
		rows.push({ work: `${counted} files, nothing changed, cache`, unit: 's', values: { ...cold, postmortem: again }, goals: goals ? [{ than: 'markdownlint-cli2', share: 1 / 100 }] : [] });
		const peaks = summed(memory);
		delete peaks['postmortem --cache'];
		rows.push({ work: `${counted} files, cold, peak memory`, unit: 'MB', values: peaks, goals: goals ? [{ than: 'markdownlint-cli2', share: 1 / 3 }] : [] });
	}
	return rows;
}
