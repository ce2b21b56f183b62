/** UTF-8 that was read as Windows-1252 or Windows-1254: where it stands in a text, and what it was. */
import type { TextSpan } from './span';

export interface Misread {
	readonly span: TextSpan;
	readonly repaired: string;
}

/** Bytes 80 to 9F of Windows-1252; five of them stand for nothing, and programs drop them or keep them as control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** Where Windows-1254 (Turkish) differs. */
const WINDOWS_1254: readonly (readonly [string, number])[] = [['Ğ', 0xd0], ['İ', 0xdd], ['Ş', 0xde], ['ğ', 0xf0], ['ı', 0xfd], ['ş', 0xfe]];
const DROPPED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

const BYTE_OF: ReadonlyMap<string, number> = new Map([
	...[...WINDOWS_1252].map((char, index) => [char, 0x80 + index] as const),
	...Array.from({ length: 0x60 }, (_, index) => [String.fromCharCode(0xa0 + index), 0xa0 + index] as const),
	...WINDOWS_1254,
]);

/** Signs that incident reports use and whose UTF-8 holds one of the dropped bytes: what is left of them is known. */
const LOSSY_SIGNS = ['❌', '❍', '❏', '❐', '←', '⏏', '☝', '✍', '✏', '✐', '❝', '⚐', '⭐', '🏗', '🏁', '🏆', '🏠', '🏥', '🏢', '🏷', '🐍', '🐛', '🐞', '🐢', '🐳', '🐘', '🐌', '🐧', '👍', '👏', '👀', '💝', '📍', '📏', '📝', '📐', '🔍', '🔏', '🔐', '😁', '😐', '🙏', '🚀', '🚁', '🚧', '🛡', '🤝', '🧐', '\uFE0F', '\u200D', '”', '‐'];

const LOSSY: readonly (readonly [readonly number[], string])[] = LOSSY_SIGNS.map((sign) => [utf8(sign.codePointAt(0)!).filter((byte) => !DROPPED.has(byte)), sign] as const)
	.filter(([bytes, sign]) => bytes.length >= 2 && bytes.length < utf8(sign.codePointAt(0)!).length)
	.sort((a, b) => b[0].length - a[0].length);

/** Every misread run within a span, in order; neighbours are one run. */
export function misreadIn(text: string, { start, end }: TextSpan): Misread[] {
	const found: Misread[] = [];
	for (let at = start; at < end; ) {
		const byte = text.charCodeAt(at) < 0x80 ? undefined : BYTE_OF.get(text[at]!);
		const one = byte !== undefined && byte >= 0xc2 ? signAt(text, at, end) : undefined;
		if (!one) {
			at++;
			continue;
		}
		const last = found.at(-1);
		if (last && last.span.end === at) found[found.length - 1] = { span: { start: last.span.start, end: at + one.length }, repaired: last.repaired + one.sign };
		else found.push({ span: { start: at, end: at + one.length }, repaired: one.sign });
		at += one.length;
	}
	return found;
}

function signAt(text: string, at: number, end: number): { readonly sign: string; readonly length: number } | undefined {
	const bytes: number[] = [];
	for (let index = at; index < Math.min(end, at + 4); index++) {
		const byte = BYTE_OF.get(text[index]!);
		if (byte === undefined) break;
		bytes.push(byte);
	}
	const size = bytes[0]! >= 0xf0 ? 4 : bytes[0]! >= 0xe0 ? 3 : 2;
	const strict = bytes.length >= size ? decode(bytes.slice(0, size)) : undefined;
	if (strict !== undefined && isPlausible(strict, bytes, text, at)) return { sign: String.fromCodePoint(strict), length: size };
	for (const [wanted, sign] of LOSSY) if (wanted.every((byte, index) => bytes[index] === byte)) return { sign, length: wanted.length };
	return undefined;
}

function decode(bytes: readonly number[]): number | undefined {
	if (bytes.slice(1).some((byte) => byte < 0x80 || byte > 0xbf)) return undefined;
	const tail = bytes.slice(1).reduce((sum, byte) => sum * 64 + (byte & 0x3f), 0);
	const [size, lead] = [bytes.length, bytes[0]!];
	const point = (size === 2 ? (lead & 0x1f) * 64 : size === 3 ? (lead & 0x0f) * 4096 : (lead & 0x07) * 262_144) + tail;
	return point >= [0, 0, 0x80, 0x800, 0x10000][size]! && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? point : undefined;
}

/** What a document can be thought to have held; letters such as `É…` that happen to be valid UTF-8 are left alone. */
function isPlausible(point: number, bytes: readonly number[], text: string, at: number): boolean {
	if (point > 0xffff) return point >= 0x1f000 && point <= 0x1faff;
	if (point >= 0x800) return (point >= 0x2000 && point <= 0x2bff) || (point >= 0x3000 && point <= 0x9fff) || (point >= 0xac00 && point <= 0xd7a3) || (point >= 0xfe00 && point <= 0xfffd);
	const lead = bytes[0]!;
	if (lead === 0xc2 || lead === 0xc3) return true;
	if (lead === 0xc4 || lead === 0xc5) return bytes[1]! >= 0xa0;
	const next = BYTE_OF.get(text[at + 2] ?? '');
	return (lead === 0xd0 || lead === 0xd1) && (next === 0xd0 || next === 0xd1);
}

function utf8(point: number): number[] {
	if (point < 0x800) return [0xc0 | (point >> 6), 0x80 | (point & 0x3f)];
	if (point < 0x10000) return [0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f)];
	return [0xf0 | (point >> 18), 0x80 | ((point >> 12) & 0x3f), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f)];
}
