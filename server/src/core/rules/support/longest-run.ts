/** Which of several values are in order, and which few are not. */

/**
 * Indexes of a longest run of values that never fall. Of runs of the same length the one that keeps the earlier
 * entries, so that of two entries in the wrong order the second is the odd one.
 */
export function keptInOrder(values: readonly number[]): readonly number[] {
	const lengthFrom = longestFrom(values);
	const kept: number[] = [];
	let left = Math.max(0, ...lengthFrom);
	let floor = Number.NEGATIVE_INFINITY;
	for (let i = 0; i < values.length && left > 0; i++) {
		if (lengthFrom[i] !== left || values[i]! < floor) continue;
		kept.push(i);
		floor = values[i]!;
		left--;
	}
	return kept;
}

/** For each entry the length of the longest run that begins with it. */
function longestFrom(values: readonly number[]): readonly number[] {
	const lengths = new Array<number>(values.length).fill(1);
	/** `heads[n]`: the largest first value of a run of n + 1 entries found so far, from the end; falls as n grows. */
	const heads: number[] = [];
	for (let i = values.length - 1; i >= 0; i--) {
		let low = 0;
		let high = heads.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (heads[middle]! >= values[i]!) low = middle + 1;
			else high = middle;
		}
		heads[low] = values[i]!;
		lengths[i] = low + 1;
	}
	return lengths;
}
