/** The candidate that a person most likely meant, or `undefined` where none is near. */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
	let best: string | undefined;
	let bestDistance = Math.max(2, Math.floor(written.length / 3)) + 1;
	for (const candidate of candidates) {
		const distance = editDistance(written.toLowerCase().slice(0, 64), candidate.toLowerCase().slice(0, 64));
		if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
	}
	return best;
}

/** `, did you mean X?` or nothing: the end of a line about an unknown name. */
export function didYouMean(written: string, candidates: Iterable<string>): string {
	const meant = nearest(written, candidates);
	return meant === undefined ? '' : `, did you mean \`${meant}\`?`;
}

function editDistance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 0; i < a.length; i++) {
		const next = [i + 1];
		for (let j = 0; j < b.length; j++) next.push(Math.min(row[j]! + (a[i] === b[j] ? 0 : 1), row[j + 1]! + 1, next[j]! + 1));
		row = next;
	}
	return row[b.length]!;
}
