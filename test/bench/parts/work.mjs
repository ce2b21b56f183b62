// What is parsed for each keystroke: counts, the same on every machine, so that a run on a busy one can fail on them.
import { spawnSync } from 'node:child_process';
import { bundled } from '../in-process.mjs';

export async function work() {
	const { stdout, status } = spawnSync(process.execPath, [await bundled('work')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
	if (status !== 0) throw new Error(`the count of work ended with ${status}`);
	return JSON.parse(stdout).map(({ name, unit, value, atMost }) => ({ work: name, isCount: true, unit, values: { postmortem: { median: value, count: 1 } }, goals: [{ atMost }] }));
}
