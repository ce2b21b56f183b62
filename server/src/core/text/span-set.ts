/** Many spans, asked again and again which of them is around a place: without looking at each one every time. */
import type { TextSpan } from './span';

export class SpanSet {
	readonly #starts: number[] = [];
	/** The furthest end of the spans up to each one. */
	readonly #ends: number[] = [];

	constructor(spans: readonly TextSpan[]) {
		for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
			this.#starts.push(start);
			this.#ends.push(Math.max(end, this.#ends.at(-1) ?? 0));
		}
	}

	/** Whether one of the spans contains all of `inner`. */
	contains(inner: TextSpan): boolean {
		const at = this.#lastStart(inner.start);
		return at >= 0 && this.#ends[at]! >= inner.end;
	}

	/** Whether the character at the offset is in one of the spans. */
	covers(offset: number): boolean {
		return this.contains({ start: offset, end: offset + 1 });
	}

	/** Where the last of the spans that do not begin behind a place begins; `undefined` where all do. */
	startBefore(offset: number): number | undefined {
		return this.#starts[this.#lastStart(offset)];
	}

	#lastStart(offset: number): number {
		let low = 0;
		for (let high = this.#starts.length; low < high; ) {
			const middle = (low + high) >> 1;
			if (this.#starts[middle]! <= offset) low = middle + 1;
			else high = middle;
		}
		return low - 1;
	}
}
