/**
 * What was read from a part of a document is kept with it, and moved along where the part moves: the one place where
 * anything is remembered from one version of a document to the next. A part's reading depends on the part's own text
 * and on what its key names, on nothing else.
 */

/** What was read from a part, by the name of the reader; the last reading of each. */
export type Shelf = Map<string, Kept>;

interface Kept {
	/** All else that the reading depends on. */
	readonly key: string;
	/** Where the part began when the spans in `value` were right. */
	start: number;
	value: unknown;
}

/** A part of one version of a document. */
export class Part {
	/** @param start where the part begins; what is kept on the shelf moves with it. */
	constructor(
		readonly start: number,
		readonly shelf: Shelf,
	) {}

	/**
	 * What `read` gives: plain data, all spans in it within the part, or placed as the key says.
	 * @param key whatever the reading depends on besides the text of the part.
	 */
	recall<T>(name: string, key: string, read: () => T): T {
		const kept = this.shelf.get(name);
		if (kept === undefined || kept.key !== key) {
			const value = read();
			this.shelf.set(name, { key, start: this.start, value });
			return value;
		}
		if (kept.start !== this.start) {
			kept.value = movedBy(kept.value, this.start - kept.start);
			kept.start = this.start;
		}
		return kept.value as T;
	}
}

/** A copy of plain data with every span in it moved. */
export function movedBy<T>(value: T, by: number): T;
export function movedBy(value: unknown, by: number): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) {
		const copy = new Array<unknown>(value.length);
		for (let index = 0; index < value.length; index++) copy[index] = movedBy(value[index], by);
		return copy;
	}
	const { start, end } = value as { start?: unknown; end?: unknown };
	if (typeof start === 'number' && typeof end === 'number') return { start: start + by, end: end + by };
	const copy: Record<string, unknown> = {};
	for (const name in value) copy[name] = movedBy((value as Record<string, unknown>)[name], by);
	return copy;
}
