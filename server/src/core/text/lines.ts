import type { Change } from './change';
import type { TextSpan } from './span';

/** A place in a document: zero-based line, and UTF-16 code units from the start of that line. */
export interface Position {
	readonly line: number;
	readonly character: number;
}

/** Where the lines of one text begin. LF, CRLF and lone CR all end a line, as in LSP. */
export class LineIndex {
	readonly #starts: Int32Array;
	readonly #endings: Endings;

	/** @param previous the index of another version of the text, and where the two differ: only what lies there is looked at. */
	constructor(readonly text: string, previous?: { readonly lines: LineIndex; readonly change: Change }) {
		if (!previous) {
			const { starts, endings } = scan(text, 0, text.length);
			starts.unshift(0);
			this.#starts = Int32Array.from(starts);
			this.#endings = endings;
			return;
		}
		const { lines: old, change } = previous;
		const by = change.newEnd - change.oldEnd;
		const first = old.lineAt(Math.max(0, change.start - 1));
		const last = old.lineAt(Math.min(old.text.length, change.oldEnd + 1));
		const [start, end] = [old.#starts[first]!, old.#starts[last + 1] ?? old.text.length];
		const before = scan(old.text, start, end).endings;
		const now = scan(text, start, end + by);
		const behind = old.#starts.subarray(last + 2);
		this.#starts = new Int32Array(first + 1 + now.starts.length + behind.length);
		this.#starts.set(old.#starts.subarray(0, first + 1));
		this.#starts.set(now.starts, first + 1);
		for (let from = first + 1 + now.starts.length, index = 0; index < behind.length; index++) this.#starts[from + index] = behind[index]! + by;
		this.#endings = { lf: old.#endings.lf - before.lf + now.endings.lf, crlf: old.#endings.crlf - before.crlf + now.endings.crlf };
	}

	/** The line ending that the text uses most, LF where it has none. */
	get ending(): '\n' | '\r\n' {
		return this.#endings.crlf > this.#endings.lf ? '\r\n' : '\n';
	}

	get count(): number {
		return this.#starts.length;
	}

	/** Zero-based line that holds the offset; offsets past the end belong to the last line. */
	lineAt(offset: number): number {
		let low = 0;
		let high = this.#starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if (this.#starts[middle]! <= offset) low = middle;
			else high = middle - 1;
		}
		return low;
	}

	positionAt(offset: number): Position {
		const line = this.lineAt(offset);
		return { line, character: Math.max(0, Math.min(offset, this.text.length) - this.#starts[line]!) };
	}

	/** Offset of a position; a character past the end of its line is its end, a line past the last is the end of the text. */
	offsetAt({ line, character }: Position): number {
		if (line < 0) return 0;
		if (line >= this.count) return this.text.length;
		return Math.min(this.#starts[line]! + Math.max(0, character), this.line(line).end);
	}

	/** The line without its line ending. */
	line(line: number): TextSpan {
		const start = this.#starts[line] ?? this.text.length;
		let end = this.#starts[line + 1] ?? this.text.length;
		if (end > start && this.text.charCodeAt(end - 1) === 10) end--;
		if (end > start && this.text.charCodeAt(end - 1) === 13) end--;
		return { start, end };
	}

	/** The line with its line ending. */
	fullLine(line: number): TextSpan {
		return { start: this.#starts[line] ?? this.text.length, end: this.#starts[line + 1] ?? this.text.length };
	}

	/** The whole lines that a span touches, the last one's line ending included. */
	fullLines({ start, end }: TextSpan): TextSpan {
		const last = this.lineAt(end > start ? end - 1 : end);
		return { start: this.fullLine(this.lineAt(start)).start, end: this.fullLine(last).end };
	}
}

/** The line ending that the text uses most, LF where it has none: `LineIndex.ending` where there is no index yet. */
export function lineEndingOf(text: string): '\n' | '\r\n' {
	return new LineIndex(text).ending;
}

interface Endings {
	readonly lf: number;
	readonly crlf: number;
}

/** The starts of the lines behind each line ending of a stretch that cuts none in two. */
function scan(text: string, start: number, end: number): { readonly starts: number[]; readonly endings: Endings } {
	const starts: number[] = [];
	let crlf = 0;
	let lf = 0;
	for (let at = start; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code === 13 && text.charCodeAt(at + 1) === 10) {
			at++;
			crlf++;
		} else if (code === 10) lf++;
		if (code === 10 || code === 13) starts.push(at + 1);
	}
	return { starts, endings: { lf, crlf } };
}
