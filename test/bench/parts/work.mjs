// What is parsed for each keystroke: counts, the same on every machine, so that a run on a busy one can fail on them.
import { spawnSync } from 'node:child_process';
import { bundled } from '../in-process.mjs';

const MEDIAN = 2_048;

export async function work() {
	const { stdout, status } = spawnSync(process.execPath, [await bundled('work')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
	if (status !== 0) throw new Error(`the count of work ended with ${status}`);
	return JSON.parse(stdout).flatMap(({ size, units, pieces, shares }) => {
		const name = `keystroke, ${size / 1000} K`;
		return [
			row(`${name}: parsed, median`, 'units', quantile(units, 0.5), MEDIAN),
			row(`${name}: parsed, 99th percentile`, 'of the longest section', quantile(shares, 0.99), 1),
			row(`${name}: sections parsed, 99th percentile`, '', quantile(pieces, 0.99), 2),
		];
	});
}

function row(name, unit, value, atMost) {
	return { work: name, isCount: true, unit, values: { postmortem: { median: value, count: 1 } }, goals: [{ atMost }] };
}

function quantile(values, share) {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
