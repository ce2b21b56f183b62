/** Text for a terminal: nothing in a document may move the cursor, hide itself or turn round. */

/** Control, bidirectional and other invisible steering characters; tab and line feed stay. */
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2060-\u2069\ufeff]/g; // eslint-disable-line no-control-regex

export function printable(text: string): string {
	return text.replace(STEERING, '');
}

/** As {@link printable}, on one line. */
export function printableLine(text: string): string {
	return printable(text.replace(/[\t\n\r]+/g, ' '));
}

export type Paint = (text: string, style: 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'cyan') => string;

const CODES = { bold: 1, dim: 2, red: 31, yellow: 33, blue: 34, cyan: 36 } as const;

export function painter(colour: boolean): Paint {
	return (text, style) => (colour ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text);
}
