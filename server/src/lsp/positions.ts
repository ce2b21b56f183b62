/** Offsets of the core to positions of the client and back, in the units that the two agreed on. */
import type { Position, Range } from 'vscode-languageserver';
import type { LineIndex } from '../core/text/lines';
import type { TextSpan } from '../core/text/span';

export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

const KNOWN: readonly Encoding[] = ['utf-8', 'utf-16', 'utf-32'];

/** The first that the client names and we know; UTF-16 where it names none. */
export function chooseEncoding(offered: unknown): Encoding {
	const names: readonly unknown[] = Array.isArray(offered) ? offered : [];
	return KNOWN.find((each) => each === names.find((name) => KNOWN.includes(name as Encoding))) ?? 'utf-16';
}

export class Positions {
	constructor(readonly encoding: Encoding) {}

	position(lines: LineIndex, offset: number): Position {
		const { line, character } = lines.positionAt(offset);
		if (this.encoding === 'utf-16') return { line, character };
		const start = lines.line(line).start;
		return { line, character: this.#length(lines.text.slice(start, start + character)) };
	}

	range(lines: LineIndex, { start, end }: TextSpan): Range {
		return { start: this.position(lines, start), end: this.position(lines, end) };
	}

	/** A place past the end of a line is its end; one within a character is the start of that character. */
	offset(lines: LineIndex, { line, character }: Position): number {
		if (this.encoding === 'utf-16' || line < 0 || line >= lines.count) return lines.offsetAt({ line, character });
		const { start, end } = lines.line(line);
		let units = 0;
		let at = start;
		while (at < end) {
			const letter = String.fromCodePoint(lines.text.codePointAt(at)!);
			units += this.#length(letter);
			if (units > character) break;
			at += letter.length;
		}
		return at;
	}

	span(lines: LineIndex, { start, end }: Range): TextSpan {
		const [a, b] = [this.offset(lines, start), this.offset(lines, end)];
		return { start: Math.min(a, b), end: Math.max(a, b) };
	}

	#length(text: string): number {
		let length = 0;
		for (const letter of text) {
			const code = letter.codePointAt(0)!;
			length += this.encoding === 'utf-32' ? 1 : code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
		}
		return length;
	}
}
