/** What was made of pieces of text alone is taken over from one version of a part to the next, and forgotten some time after the last that held them. */
import { apart } from '../text/once';

/** So many more than twice what a version asks for are kept before the older ones are forgotten. */
const SPARE = 16;

/** What one reader made of pieces of text under one key. */
export class Pieces {
	#recent = new Map<string, unknown>();
	#older: ReadonlyMap<string, unknown> = new Map();
	/** Those of other parts that have become one with this one. */
	#joined: readonly Pieces[] = [];
	#asked = 0;

	constructor(readonly key: string) {}

	of<T>(text: string, make: (text: string) => T): T {
		this.#asked++;
		if (this.#recent.has(text)) return this.#recent.get(text) as T;
		const known = [this.#older, ...this.#joined.flatMap((other) => [other.#recent, other.#older])].find((made) => made.has(text));
		const own = apart(text);
		const value = known ? (known.get(text) as T) : make(own);
		this.#recent.set(own, value);
		return value;
	}

	/** Goes on in the next version. */
	next(joined: readonly Pieces[]): this {
		if (this.#recent.size > 2 * this.#asked + SPARE) {
			this.#older = this.#recent;
			this.#recent = new Map();
		}
		this.#asked = 0;
		this.#joined = joined.filter(({ key }) => key === this.key);
		return this;
	}
}

/** By the name of the reader: what goes on where one part stands in place of the others. */
export function takenOver([first, ...others]: readonly ReadonlyMap<string, Pieces>[]): Map<string, Pieces> {
	const pieces = new Map<string, Pieces>();
	for (const [name, made] of first ?? []) pieces.set(name, made.next(others.flatMap((each) => each.get(name) ?? [])));
	for (const other of others) for (const [name, made] of other) if (!pieces.has(name)) pieces.set(name, made);
	return pieces;
}
