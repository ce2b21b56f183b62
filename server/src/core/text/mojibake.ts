/** Finds UTF-8 that was read as Windows-1252 or Windows-1254 (`âœ…` for ✅), and what it was before. */
import type { TextSpan } from './span';

export interface Garbled {
	readonly span: TextSpan;
	readonly repaired: string;
}

/** Bytes 80 to 9F of Windows-1252; the five that it leaves undefined stay the control characters of the same number. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** Where Windows-1254 differs. */
const TURKISH: Readonly<Record<string, number>> = { Ğ: 0xd0, İ: 0xdd, Ş: 0xde, ğ: 0xf0, ı: 0xfd, ş: 0xfe };

/**
 * Sequences that lost one of the bytes which the code page leaves undefined (81 8D 8F 90 9D). Several characters could
 * have stood there; these are the ones that people write: of E2 .. 8C the cross mark, of E2 86 .. the left arrow, of
 * E2 80 .. the closing quote, of EF B8 .. the emoji variation selector, and of F0 9F .. 97 before such a selector the
 * building site (no other candidate takes one).
 */
const LOSSY: readonly (readonly [garbled: RegExp, repaired: string])[] = [
	[/âŒ(?![\u0080-\u00bf])/y, '\u274c'],
	[/â†(?![\u0080-\u00bf])/y, '\u2190'],
	[/â€(?![\u0080-\u00bf])/y, '\u201d'],
	[/[ğð]Ÿ—(?=ï¸)/y, '\u{1f3d7}'],
	[/ï¸/y, '\ufe0f'],
];

const NOT_ASCII = /[\u0080-\uffff]/;

/** All garbled runs in `within`, neighbours joined, in order. */
export function findGarbled(text: string, within: TextSpan = { start: 0, end: text.length }): Garbled[] {
	const found: Garbled[] = [];
	if (!NOT_ASCII.test(text)) return found;
	for (let at = within.start; at < within.end; ) {
		const hit = garbledAt(text, at, within.end);
		if (!hit) {
			at++;
			continue;
		}
		const last = found.at(-1);
		if (last?.span.end === at) found[found.length - 1] = { span: { start: last.span.start, end: hit.span.end }, repaired: last.repaired + hit.repaired };
		else found.push(hit);
		at = hit.span.end;
	}
	return found;
}

function garbledAt(text: string, at: number, limit: number): Garbled | undefined {
	const lead = byteOf(text, at);
	if (lead < 0xc2) return undefined;
	return decodedAt(text, at, limit, lead) ?? lossyAt(text, at, limit);
}

function decodedAt(text: string, at: number, limit: number, lead: number): Garbled | undefined {
	const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
	if (length === 0 || at + length > limit) return undefined;
	let code = lead & (0xff >> (length + 1));
	for (let i = 1; i < length; i++) {
		const byte = byteOf(text, at + i);
		if (byte < 0x80 || byte > 0xbf) return undefined;
		code = code * 64 + (byte & 0x3f);
	}
	if (!isPlausible(code, length)) return undefined;
	return { span: { start: at, end: at + length }, repaired: code === 0xfeff ? '' : String.fromCodePoint(code) };
}

function lossyAt(text: string, at: number, limit: number): Garbled | undefined {
	for (const [garbled, repaired] of LOSSY) {
		garbled.lastIndex = at;
		const hit = garbled.exec(text);
		if (!hit || at + hit[0].length > limit) continue;
		const end = at + hit[0].length;
		const next = byteOf(text, end);
		if (hit[0].length === 2 && next >= 0x80 && next <= 0xbf) continue;
		return { span: { start: at, end }, repaired };
	}
	return undefined;
}

/** The byte that Windows-1252 or -1254 shows as this character, or -1. */
function byteOf(text: string, at: number): number {
	const char = text[at];
	if (char === undefined) return -1;
	const code = char.charCodeAt(0);
	if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
	const high = HIGH.indexOf(char);
	return high >= 0 ? 0x80 + high : (TURKISH[char] ?? (code >= 0x80 && code < 0xa0 ? code : -1));
}

/**
 * Whether a person may have meant this character. Two letters can stand beside each other by chance (`Ê»`), so of the
 * two-byte ones only Latin-1 counts; three in a row cannot.
 */
function isPlausible(code: number, length: number): boolean {
	if (length === 2) return code >= 0xa0 && code <= 0xff;
	if (length === 3) return code >= 0x800 && !(code >= 0xd800 && code <= 0xf8ff) && !(code >= 0xfff0);
	return code >= 0x1f000 && code <= 0x1fbff;
}
