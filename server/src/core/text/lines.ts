import type { TextSpan } from './span';

/** A place in a document: zero-based line, and UTF-16 code units from the start of that line. */
export interface Position {
	readonly line: number;
	readonly character: number;
}

/** Where the lines of one text begin. LF, CRLF and lone CR all end a line, as in LSP. */
export class LineIndex {
	readonly #starts: readonly number[];
	/** The line ending that the text uses most, LF where it has none. */
	readonly ending: '\n' | '\r\n';

	constructor(readonly text: string) {
		const starts = [0];
		let crlf = 0;
		let lf = 0;
		for (let i = 0; i < text.length; i++) {
			const code = text.charCodeAt(i);
			if (code === 13 && text.charCodeAt(i + 1) === 10) {
				i++;
				crlf++;
			} else if (code === 10) lf++;
			if (code === 10 || code === 13) starts.push(i + 1);
		}
		this.#starts = starts;
		this.ending = crlf > lf ? '\r\n' : '\n';
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
