// A document as a person types in it: bursts of characters in words, each then taken back.

/** Characters typed at one place, and then deleted there. */
const BURST = 8;

export class Typist {
	#cursor;

	/** @param random numbers in [0, 1). */
	constructor(text, random) {
		this.text = text;
		this.random = random;
	}

	/** Types or deletes one character; moves on after each burst to a word somewhere in the document. @returns the change as LSP has it. */
	type() {
		if (!this.#cursor || this.#cursor.step === 2 * BURST) this.#cursor = this.#somewhere();
		const { at, line, lineStart, step } = this.#cursor;
		const deletes = step >= BURST;
		const offset = at + (deletes ? 2 * BURST - 1 - step : step);
		const text = deletes ? '' : 'e';
		this.#cursor.step++;
		this.text = this.text.slice(0, offset) + text + this.text.slice(deletes ? offset + 1 : offset);
		const start = { line, character: offset - lineStart };
		return { range: { start, end: deletes ? { line, character: start.character + 1 } : start }, text };
	}

	#somewhere() {
		for (;;) {
			const at = Math.floor(this.random() * this.text.length);
			const lineStart = this.text.lastIndexOf('\n', at) + 1;
			if (!/[a-z]{2}/.test(this.text.slice(at, at + 2)) || this.text[lineStart] === '#') continue;
			return { at, lineStart, line: this.text.slice(0, lineStart).split('\n').length - 1, step: 0 };
		}
	}
}
