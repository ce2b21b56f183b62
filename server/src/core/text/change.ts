/** Where two versions of a text differ. */

/** One stretch was replaced by another: what stands before `start`, and behind the two ends, is the same. */
export interface Change {
	readonly start: number;
	readonly oldEnd: number;
	readonly newEnd: number;
}

/** Compared in pieces of this many UTF-16 units, which engines do at the speed of memory. */
const PIECE = 4096;

/** The smallest stretch that holds all differences; empty at the end of the text where there is none. */
export function changeBetween(before: string, after: string): Change {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start + PIECE <= shorter && before.slice(start, start + PIECE) === after.slice(start, start + PIECE)) start += PIECE;
	while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
	const most = shorter - start;
	let same = 0;
	while (same + PIECE <= most && before.slice(before.length - same - PIECE, before.length - same) === after.slice(after.length - same - PIECE, after.length - same)) same += PIECE;
	while (same < most && before.charCodeAt(before.length - same - 1) === after.charCodeAt(after.length - same - 1)) same++;
	return { start, oldEnd: before.length - same, newEnd: after.length - same };
}
