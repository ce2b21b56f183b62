/** Writes a text anew from stretches of an old one in another order, and from new lines. */
import { lineEndingOf } from '../text/lines';

/** Puts stretches of the document and new lines one behind the other; what stood together stays as it stood. */
export class PartWriter {
	readonly #ending: string;
	#out = '';
	#at: number | undefined;

	constructor(private readonly source: string) {
		this.#ending = lineEndingOf(source);
	}

	add(start: number, end: number, text: string): void {
		if (this.#at !== undefined && this.#at !== start) this.#apart();
		this.#out += text;
		this.#at = end;
	}

	addNew(lines: readonly string[]): void {
		this.#apart();
		this.#out += lines.join(this.#ending) + this.#ending;
		this.#at = -1;
	}

	text(): string {
		if (this.#at === this.source.length) return this.#out;
		return this.#trimmed() + this.#ending;
	}

	#apart(): void {
		const before = this.#trimmed();
		this.#out = before.replace('\ufeff', '') === '' ? before : before + this.#ending + this.#ending;
	}

	/** Without the blank lines at its end, and without the last line ending. */
	#trimmed(): string {
		let end = this.#out.length;
		for (let at = end; at > 0 && /\s/.test(this.#out[at - 1]!) && this.#out[at - 1] !== '\ufeff'; at--) if (/[\r\n]/.test(this.#out[at - 1]!)) end = at - 1;
		return this.#out.slice(0, end);
	}
}
