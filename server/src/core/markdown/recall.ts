/**
 * What was read from a part of a document is kept with it, and moved along where the part moves: the one place where
 * anything is remembered from one version of a document to the next. A part's reading depends on the part's own text
 * and on what its key names, on nothing else.
 */
import type { TextSpan } from '../text/span';
import { Pieces, takenOver } from './pieces';

/** All that is kept of a part, by the name of the reader. */
interface Shelf {
	/** The last reading of each. */
	readonly readings: Map<string, Kept>;
	/** What was made of pieces of its text, and of the text that stood here before, by the name of who made it. */
	readonly pieces: Map<string, Pieces>;
	/** Of the parts that stood here before an edit: the parts in them. */
	former: readonly Shelf[];
}

interface Kept {
	readonly key: readonly unknown[];
	/** Whether there is a place in `value`; what holds none is never moved. */
	readonly holdsPlaces: boolean;
	/** Where the part began, and where the places outside it were, when the spans in `value` were right. */
	start: number;
	outside: readonly TextSpan[];
	value: unknown;
}

const NONE: readonly never[] = [];

/** A part of one version of a document. */
export class Part {
	readonly #shelf: Shelf;

	/**
	 * @param start where the part begins; what is kept of `before`, the same part of another version, moves there.
	 * @param former parts that stood here before an edit.
	 */
	constructor(
		readonly start: number,
		before?: Part,
		former: readonly Part[] = [],
	) {
		this.#shelf = before ? before.#shelf : { readings: new Map(), pieces: takenOver(former.map((part) => part.#shelf.pieces)), former: former.map((part) => part.#shelf) };
		for (const part of former) part.#shelf.former = [];
	}

	/** The same for two versions of a part whose text did not change. */
	get identity(): unknown {
		return this.#shelf;
	}

	/**
	 * What `read` gives: plain data whose places are spans, each within the part or one of `outside`.
	 * @param key whatever the reading depends on besides the text of the part: values that are compared as such.
	 * @param outside places elsewhere in the document that the reading may name, always in the same order.
	 */
	recall<T>(name: string, key: readonly unknown[], read: () => T, outside: readonly TextSpan[] = NONE): T {
		return inPlace(this.#kept(name, key, read, outside), this.start, outside) as T;
	}

	/** As {@link recall}, but what was read is moved to where the part is when somebody first looks at it. */
	keep<T>(name: string, key: readonly unknown[], read: () => T, outside: readonly TextSpan[] = NONE): Recalled<T> {
		return new Recalled(this.#kept(name, key, read, outside), this.start, outside);
	}

	/** As {@link recall}, for what holds no place: it is any data, and nothing in it is ever moved. */
	fact<T>(name: string, key: readonly unknown[], read: () => T): T {
		return this.#kept(name, key, read, NONE, false).value as T;
	}

	/**
	 * What `read` makes of a piece of the part's text, and of nothing else: an edit elsewhere in the part leaves it.
	 * Places in it count from the start of the piece.
	 * @param name tells one `read` from another.
	 * @param key whatever `read` depends on besides the text; what another key gave is forgotten.
	 */
	piece<T>(name: string, text: string, read: (text: string) => T, key = ''): T {
		const { pieces } = this.#shelf;
		let made = pieces.get(name);
		if (made?.key !== key) pieces.set(name, (made = new Pieces(key)));
		return made.of(text, read);
	}

	#kept(name: string, key: readonly unknown[], read: () => unknown, outside: readonly TextSpan[], mayHoldPlaces = true): Kept {
		const { readings } = this.#shelf;
		const known = readings.get(name);
		if (known && areSame(known.key, key)) return known;
		const value = read();
		const kept = { key, holdsPlaces: mayHoldPlaces && holdsPlaces(value), start: this.start, outside, value };
		readings.set(name, kept);
		return kept;
	}

	/** A part within this one, which is the same as long as the key is. */
	inner(name: string, key: readonly unknown[]): Part {
		const { readings, former } = this.#shelf;
		const kept = readings.get(name);
		if (kept && areSame(kept.key, key)) return new Part(this.start, kept.value as Part);
		const before = [kept, ...former.map((shelf) => shelf.readings.get(name))].flatMap((each) => (each ? [each.value as Part] : []));
		const value = new Part(this.start, undefined, before);
		readings.set(name, { key, holdsPlaces: false, start: 0, outside: NONE, value });
		return value;
	}
}

/** What was read from a part of one version of a document. */
export class Recalled<T> {
	#here: T | undefined;

	constructor(
		private readonly kept: Kept,
		private readonly start: number,
		private readonly outside: readonly TextSpan[],
	) {}

	/** Where its places may be those of another version: for all that is none. */
	get anywhere(): T {
		return this.kept.value as T;
	}

	get here(): T {
		return (this.#here ??= inPlace(this.kept, this.start, this.outside) as T);
	}

	/** Where a place of `anywhere` that lies within the part is in this version. */
	startOf({ start }: TextSpan): number {
		return start + this.start - this.kept.start;
	}
}

function inPlace(kept: Kept, start: number, outside: readonly TextSpan[]): unknown {
	if (kept.holdsPlaces && (kept.start !== start || !areSamePlaces(kept.outside, outside))) {
		kept.value = moved(kept.value, start - kept.start, kept.outside.map((from, index) => ({ from, to: outside[index]! })));
		kept.start = start;
		kept.outside = outside;
	}
	return kept.value;
}

function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
	if (a.length !== b.length) return false;
	for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
	return true;
}

function holdsPlaces(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	if (Array.isArray(value)) return value.some(holdsPlaces);
	if (value instanceof Part || isSpan(value)) return true;
	for (const name in value) if (holdsPlaces((value as Record<string, unknown>)[name])) return true;
	return false;
}

function isSpan(value: object): value is TextSpan {
	const { start, end } = value as { start?: unknown; end?: unknown };
	return typeof start === 'number' && typeof end === 'number';
}

type Places = readonly { readonly from: TextSpan; readonly to: TextSpan }[];

function areSamePlaces(before: readonly TextSpan[], now: readonly TextSpan[]): boolean {
	return before.every(({ start, end }, index) => start === now[index]?.start && end === now[index].end);
}

/** A copy of plain data with every span in it moved. */
export function movedBy<T>(value: T, by: number): T {
	return moved(value, by, NONE) as T;
}

function moved(value: unknown, by: number, elsewhere: Places): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (value instanceof Part) return new Part(value.start + by, value);
	if (Array.isArray(value)) {
		const copy = new Array<unknown>(value.length);
		for (let index = 0; index < value.length; index++) copy[index] = moved(value[index], by, elsewhere);
		return copy;
	}
	if (isSpan(value)) {
		const { start, end } = value;
		return elsewhere.find(({ from }) => from.start === start && from.end === end)?.to ?? { start: start + by, end: end + by };
	}
	const copy: Record<string, unknown> = {};
	for (const name in value) copy[name] = moved((value as Record<string, unknown>)[name], by, elsewhere);
	return copy;
}
