/** What a line is by its first characters, as far as that can be told without what stands around it. */

export type LineKind =
	| 'blank'
	/** Opens nothing: the start of a paragraph, or more of one. */
	| 'text'
	| 'heading'
	| 'fence'
	/** A list item with something in it. */
	| 'item'
	/** `***`, `___`; `---` where it is no underline. */
	| 'break'
	/** `===`. */
	| 'underline'
	/** Begins with `|`: perhaps a row of a table. */
	| 'bar'
	/** Anything that takes more than a look: quotes, HTML, empty items, tabs, definitions. */
	| 'other';

const HEADING = /^#{1,6}(?:[ \t]|$)/;
const BREAK = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const NUMBER = /^\d{1,9}[.)](?=[ \t]|$)/;

/** @param start the first character behind the line's indentation. */
export function lineKindAt(text: string, start: number, end: number): LineKind {
	if (start >= end) return 'blank';
	const code = text.charCodeAt(start);
	if ((code > 0x60 && code < 0x7b) || (code > 0x40 && code < 0x5b)) return 'text';
	switch (text[start]) {
		case '\t': case '>': case '<': case '\0': return 'other';
		case '#': return HEADING.test(text.slice(start, Math.min(end, start + 8))) ? 'heading' : 'text';
		case '`': return text.startsWith('```', start) ? (/^`+[^`]*$/.test(text.slice(start, end)) ? 'fence' : 'other') : 'text';
		case '~': return text.startsWith('~~~', start) ? 'fence' : 'text';
		case '|': return 'bar';
		case '[': return text.slice(start, end).includes(']:') ? 'other' : 'text';
		case '=': return /^=+[ \t]*$/.test(text.slice(start, end)) ? 'underline' : 'text';
		case ':': return isDelimiterLike(text.slice(start, end)) ? 'other' : 'text';
		case '*': case '-': case '_': case '+': {
			if (BREAK.test(text.slice(start, end))) return 'break';
			if (text[start] === '_') return 'text';
			if (start + 1 < end && text[start + 1] !== ' ' && text[start + 1] !== '\t') return text[start] === '-' && (isDelimiterLike(text.slice(start, end)) || /^--[ \t]*$/.test(text.slice(start, end))) ? 'other' : 'text';
			return itemKind(text, start + 1, end);
		}
	}
	if (code < 0x30 || code > 0x39) return 'text';
	const mark = NUMBER.exec(text.slice(start, Math.min(end, start + 11)));
	return mark ? itemKind(text, start + mark[0].length, end) : 'text';
}

/** An item without content is rare, and has rules of its own. */
function itemKind(text: string, behindMark: number, end: number): LineKind {
	for (let at = behindMark; at < end; at++) if (text[at] !== ' ') return text[at] === '\t' ? 'other' : 'item';
	return 'other';
}

/** Nothing but what a table's delimiter row is made of. */
export function isDelimiterLike(line: string): boolean {
	return /^[ \t|:-]*$/.test(line) && /[|:]/.test(line) && line.includes('-');
}
