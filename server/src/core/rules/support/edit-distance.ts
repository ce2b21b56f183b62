/** How far two spellings are apart. */

/** The listed values, the most alike first; of equally alike ones the one listed earlier. */
export function nearest(value: string, listed: readonly string[]): readonly string[] {
	const key = value.toLowerCase().slice(0, 40);
	return listed.map((each, index) => ({ each, index, distance: editDistance(key, each.toLowerCase().slice(0, 40)) })).sort((a, b) => a.distance - b.distance || a.index - b.index).map(({ each }) => each);
}

/** Levenshtein: insertions, deletions and replacements of one UTF-16 unit. */
export function editDistance(a: string, b: string): number {
	let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) row.push(Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
		previous = row;
	}
	return previous[b.length]!;
}
