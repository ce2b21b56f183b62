/** The name that a mistyped one was meant to be. */

/** Names compared are cut to this length, in UTF-16 units. */
const LONGEST = 60;

/** The candidate that differs by the fewest typed letters, at most a third of the name; `undefined` where none is close. */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
	const wanted = fold(name);
	let best: string | undefined;
	let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
	for (const candidate of candidates) {
		const steps = distance(wanted, fold(candidate));
		if (steps < least) {
			least = steps;
			best = candidate;
		}
	}
	return best;
}

function fold(name: string): string {
	return name.toLowerCase().replace(/[\s_-]/g, '').slice(0, LONGEST);
}

/** Letters to insert, delete, replace or swap with their neighbour to turn one name into the other. */
function distance(a: string, b: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			let steps = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) steps = Math.min(steps, beforeLast[j - 2]! + 1);
			row.push(steps);
		}
		beforeLast = last;
		last = row;
	}
	return last[b.length]!;
}
