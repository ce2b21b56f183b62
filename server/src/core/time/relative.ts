/** Times counted from the start of the incident: `T+5m`, `T-18h`, `T0`, `+5m`, `+00:05`. */
import type { TextSpan } from '../text/span';
import { isDigit, isLatin } from './time-words';

export interface RelativeMention {
	readonly span: TextSpan;
	/** From the start of the incident; less than 0 before it; `undefined` where it was left open: `T+N minutes`. */
	readonly minutes: number | undefined;
	readonly isApproximate?: boolean;
}

const AMOUNT = /\s?(?:(\d{1,3}):([0-5]\d)(?::([0-5]\d))?(?!\d)|(?:(\d{1,4}(?:\.\d)?)\s?(?:d|days?)(?![a-z]))?\s?(?:(\d{1,4}(?:\.\d)?)\s?(?:h|hrs?|hours?)(?![a-z]))?\s?(?:(\d{1,5}(?:\.\d)?)\s?(?:m|min|mins|minutes?)(?![a-z]))?\s?(?:(\d{1,5})\s?(?:s|sec|secs|seconds?)(?![a-z]))?(?:(\d{1,4})(?![\d.a-z]))?)/iy;
const OPEN = /\s?(?:[NX]|\?{1,3}|minutes|hours)(?:\s?(?:minutes?|mins?|hours?|m|h))?(?![\p{L}\p{N}])/iuy;
const ZERO = /\s?=?\s?0(?![\p{L}\p{N}.])/uy;

/** A relative time that begins at `at`, or `undefined`. A sign alone counts where a row has its time, and with a unit or a colon. */
export function relativeAt(text: string, at: number, place: 'row' | 'prose' = 'prose'): RelativeMention | undefined {
	const code = text.charCodeAt(at);
	const isT = code === 84 || code === 116;
	if (!isT && (place === 'prose' || !isSign(code))) return undefined;
	const before = text.charCodeAt(at - 1);
	if (isLatin(before) || isDigit(before)) return undefined;
	if (!isT) return amount(text, at, at, false);
	let sign = at + 1;
	if (text[sign] === ' ') sign++;
	if (isSign(text.charCodeAt(sign))) return amount(text, at, sign, true);
	ZERO.lastIndex = at + 1;
	const zero = ZERO.exec(text);
	return zero ? { span: { start: at, end: at + 1 + zero[0].length }, minutes: 0 } : undefined;
}

function amount(text: string, start: number, sign: number, isT: boolean): RelativeMention | undefined {
	OPEN.lastIndex = sign + 1;
	const open = isT ? OPEN.exec(text) : undefined;
	if (open) return { span: { start, end: sign + 1 + open[0].length }, minutes: undefined };
	const isApproximate = text[sign + 1] === '~';
	const from = isApproximate ? sign + 2 : sign + 1;
	AMOUNT.lastIndex = from;
	const found = AMOUNT.exec(text);
	if (!found) return undefined;
	const [whole, hours, minutes, ofClock, d, h, m, s, bare] = found;
	if ([hours, d, h, m, s].every((part) => part === undefined) && (bare === undefined || !isT)) return undefined;
	const size = hours !== undefined ? Number(hours) * 60 + Number(minutes) + Number(ofClock ?? 0) / 60 : Number(d ?? 0) * 1440 + Number(h ?? 0) * 60 + Number(m ?? bare ?? 0) + Number(s ?? 0) / 60;
	return { span: { start, end: from + whole.trimEnd().length }, minutes: text[sign] === '+' ? size : -size, ...(isApproximate ? { isApproximate } : {}) };
}

function isSign(code: number): boolean {
	return code === 43 || code === 45 || code === 0x2212 || code === 0x2013;
}
