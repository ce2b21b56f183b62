/** The items of a list in an indented JSON text, one at a time: together they read as `JSON.stringify` prints the whole. */
export class JsonList {
	#count = 0;

	/** @param depth of the items, in spaces. */
	constructor(private readonly depth: number) {}

	item(value: unknown): string {
		const margin = `\n${' '.repeat(this.depth)}`;
		return `${this.#count++ > 0 ? ',' : ''}${margin}${JSON.stringify(value, undefined, 2).replaceAll('\n', margin)}`;
	}

	/** What closes the list. */
	end(): string {
		return this.#count === 0 ? ']' : `\n${' '.repeat(this.depth - 2)}]`;
	}
}
