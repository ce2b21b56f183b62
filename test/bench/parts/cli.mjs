// The command line as a whole process: one file, archives cold and cached, peak memory.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { attempt, Attempts } from '../attempts.mjs';
import { archive, longDocument } from '../inputs.mjs';
import { measured } from '../processes.mjs';

export async function oneFile({ linters, scratch, quick, progress }) {
	const folder = path.join(scratch, 'one-file');
	mkdirSync(folder, { recursive: true });
	writeFileSync(path.join(folder, 'outage-postmortem.md'), longDocument(14_000));
	const times = new Attempts(Object.keys(linters));
	const rounds = quick ? 3 : 15;
	for (let round = -1; round < rounds; round++) {
		for (const [name, { command }] of Object.entries(linters)) {
			await attempt(name, [times], progress, async () => {
				const { ms } = await finished([...command, 'outage-postmortem.md'], folder);
				if (round >= 0) times.add(name, ms);
			});
		}
		progress(`one file, ${round + 1} of ${rounds}`);
	}
	return [{ work: 'one file of 14 K, whole process', unit: 'ms', values: times.values(), goals: [{ than: 'markdownlint-cli2', share: 0.45 }] }];
}

export async function archives({ linters, scratch, counts, quick, progress }) {
	const rows = [];
	for (const count of counts) {
		const folder = archive(scratch, count);
		const tools = [...Object.keys(linters), 'with cache'];
		const [wall, memory] = [new Attempts(tools), new Attempts(tools)];
		const rounds = quick || count > 2_000 ? 1 : 3;
		const cache = path.join(scratch, 'lint-cache');
		const run = (name, command) => attempt(name, [wall, memory], progress, async () => {
			const { ms, peak } = await finished(command, folder, { memory: true });
			wall.add(name, ms / 1000);
			memory.add(name, peak / 2 ** 20);
			progress(`${count} files: ${name} ${(ms / 1000).toFixed(2)} s, ${Math.round(peak / 2 ** 20)} MB`);
		});
		for (let round = 0; round < rounds; round++) {
			for (const [name, { command, below }] of Object.entries(linters)) await run(name, [...command, ...below]);
			const { command, below } = linters.postmortem;
			rmSync(cache, { recursive: true, force: true });
			const cached = [...command, '--cache', '--cache-location', cache, ...below];
			await attempt('with cache', [wall, memory], progress, () => finished(cached, folder));
			await run('with cache', cached);
		}
		const { 'with cache': again, ...cold } = wall.values();
		const peaks = memory.values();
		delete peaks['with cache'];
		const counted = count.toLocaleString('en');
		const goals = count === 10_000;
		rows.push({ work: `${counted} files, cold`, unit: 's', values: cold, goals: goals ? [{ than: 'markdownlint-cli2', share: 1 / 12 }, { than: 'rumdl', share: 1 }] : [] });
		rows.push({ work: `${counted} files, nothing changed, cache`, unit: 's', values: { ...cold, postmortem: again }, goals: goals ? [{ than: 'markdownlint-cli2', share: 1 / 100 }] : [] });
		rows.push({ work: `${counted} files, cold, peak memory`, unit: 'MB', values: peaks, goals: goals ? [{ than: 'markdownlint-cli2', share: 1 / 3 }] : [] });
	}
	return rows;
}

/** As `measured`. A tool that finds faults ends with 1. */
async function finished(command, folder, options) {
	const result = await measured(command, folder, options);
	if (result.status === null || result.status > 1) throw new Error(`ended with ${result.status ?? 'a signal'}`);
	return result;
}
