/** Finds a written zone behind a time or in a heading: `UTC`, `(+05:30)`, `Europe/Oslo`, `Pacific Time`, `CET/CEST`. */
import type { TextSpan } from '../text/span';
import { ABBREVIATIONS, NAMED_ZONES, WORDY_ZONES } from './zone-names';
import { isDigit } from './time-words';
import { meaningOfZone } from './zones';

export interface ZoneMention {
	/** The zone without brackets around it. */
	readonly span: TextSpan;
	readonly text: string;
	/** Behind the brackets around it. */
	readonly end: number;
}

/** Between a clock time and its zone: `hrs`, `Uhr`, `o'clock`. */
const UNIT = /(?:hrs|hours|horas|heures|uhr|uur|u|h|hs|time|o'clock)(?!\p{L})\.?\s*/iuy;
const OFFSET = /[+\-−](?:0\d|1[0-4])(?::?(?:00|15|30|45))?(?!\d|:\d)/uy;
const FROM_UTC = /(?:UTC|GMT)(?:\s?[+−]\s?|\s?-)(?:0?\d|1[0-4])(?::?[0-5]\d)?(?!\d|:\d)(?!\s?(?:UTC|GMT))/iuy;
const IANA = /(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|US|Canada|Brazil|Etc)\/[A-Za-z_]+(?:[+-]\d{1,2}|\/[A-Za-z_]+)?/y;
/** A word of Chinese, Japanese or Korean may follow: `KSTです`. */
const WORD = /[A-Za-z]+(?:\d[A-Z]{3})?(?![\p{Script=Latin}\p{N}])/uy;
const SECOND_NAME = /\s?\/\s?(?:[A-Z]{2,4}T|UTC)(?![\p{L}\p{N}+−-])/uy;
const TIME_WORD = /\s(?:Standard |Daylight )?Time(?!\p{L})/iuy;
const LONG_NAME = /(?:[A-Z][a-z]+\s){1,5}Time(?:\s?[Zz]one)?(?!\p{L})/uy;
const LOCAL_NAME = /(?:horário de brasília|hora de brasília|heure de paris|heure française|hora de madrid|norsk tid|日本時間|日本标准时间|北京时间|北京時間|中国标准时间|台北時間|한국 ?시간)(?![A-Z])/iuy;
const BEHIND_COMMA = /,\s?(?:[A-Z]{2,4}T|UTC)(?=[)\].;:]|\s*$)/y;
/** `Central European Time (CET)`. */
const ABBREVIATED = /\s?\([A-Z]{2,5}\)/y;
/** Beside a name, how far from UTC it is: `PST (UTC-8)`, `CEST/UTC+2`. */
const BESIDE = /\s?\((?:UTC|GMT)\s?[+\-−]\d{1,2}(?::?\d\d)?\)|\s?[/=]\s?(?:UTC|GMT)\s?[+\-−]\d{1,2}(?::?\d\d)?(?!\d|:\d)|(?<=[+-]00:?00) (?:UTC|GMT)(?![A-Z+-])/y;

/** Abbreviations that are seen as such in lower case: the others are words. */
const LOWER: ReadonlySet<string> = new Set(['utc', 'gmt', 'pst', 'pdt', 'est', 'edt', 'cet', 'cest', 'jst', 'ist']);

/** A zone that begins at `at`, white space, a unit and an opening bracket before it allowed. */
export function zoneAt(text: string, at: number): ZoneMention | undefined {
	let start = skipSpaces(text, at);
	if (text[start] === ',') start = afterComma(text, start);
	const first = text.charCodeAt(start);
	if (!mayBegin(first)) return undefined;
	if (isLetter(first)) {
		const unit = lengthAt(UNIT, text, start);
		start += unit;
	}
	if (text[start] === '+' && (text.startsWith('UTC', start + 1) || text.startsWith('GMT', start + 1))) start++;
	const open = '([（'.includes(text[start] ?? ' ');
	if (open) start = skipSpaces(text, start + 1);
	const length = zoneLength(text, start, open || start === at);
	if (length === 0) return undefined;
	const name = text.slice(start, start + length);
	if (!meaningOfZone(name)) return undefined;
	const abbreviation = lengthAt(ABBREVIATED, text, start + length);
	if (abbreviation > 0 && name.includes(' ')) {
		const end = start + length + abbreviation;
		const short = text.slice(text.indexOf('(', start + length) + 1, end - 1);
		if (meaningOfZone(short)) return { span: { start: end - 1 - short.length, end: end - 1 }, text: short, end };
	}
	const behind = start + length + lengthAt(BESIDE, text, start + length);
	const closed = open ? skipSpaces(text, behind) : behind;
	if (open && isDigit(text.charCodeAt(closed))) return undefined; // `(UTC 03:43)`: the same moment in another zone
	return { span: { start, end: start + length }, text: name, end: open && !')]）'.includes(text[closed] ?? ' ') ? start + length : open ? closed + 1 : behind };
}

/** `11:00 AM, UTC)`: a zone behind a comma, where nothing but a mark follows it. */
function afterComma(text: string, at: number): number {
	BEHIND_COMMA.lastIndex = at;
	return BEHIND_COMMA.test(text) ? skipSpaces(text, at + 1) : at;
}

/** `direct`: nothing or a bracket stands before it, so that a sign is that of an offset and not that of a range. */
function zoneLength(text: string, at: number, direct: boolean): number {
	const code = text.charCodeAt(at);
	if (code === 43 || code === 45 || code === 0x2212) {
		const offset = lengthAt(OFFSET, text, at);
		return direct || offset > 4 || code === 43 ? offset : 0;
	}
	if (code >= 0x80) return lengthAt(LOCAL_NAME, text, at);
	if (!isLetter(code)) return 0;
	const iana = lengthAt(IANA, text, at);
	if (iana > 0) return iana;
	const word = lengthAt(WORD, text, at);
	if (word === 0) return lengthAt(LOCAL_NAME, text, at);
	const name = text.slice(at, at + word);
	const upper = name.toUpperCase();
	if (upper === 'UTC' || upper === 'GMT') {
		const offset = lengthAt(FROM_UTC, text, at);
		if (offset > 0) return offset;
	}
	if (WORDY_ZONES.has(upper)) {
		const time = lengthAt(TIME_WORD, text, at + word);
		if (time > 0) return word + time;
		const long = lengthAt(LONG_NAME, text, at);
		return long > 0 ? long : followsNoWord(text, at + word) || name === 'Pacific' || name === 'Eastern' ? word : 0;
	}
	if (ABBREVIATIONS.has(upper) || NAMED_ZONES.has(upper)) {
		if (upper === 'Z') return name === 'Z' || (direct && followsNoWord(text, at + word)) ? 1 : 0;
		if (name !== upper && name !== 'Utc' && !(LOWER.has(name) && (name === 'utc' || name === 'gmt' || followsNoWord(text, at + word)))) return lengthAt(LONG_NAME, text, at);
		const second = lengthAt(SECOND_NAME, text, at + word);
		return second > 0 && meaningOfZone(text.slice(at, at + word + second)) ? word + second : word;
	}
	const long = name !== upper ? lengthAt(LONG_NAME, text, at) : 0;
	return long > 0 ? long : lengthAt(LOCAL_NAME, text, at);
}

/** Nothing but a mark or the end stands behind: a word there would make it a word of a sentence. */
function followsNoWord(text: string, at: number): boolean {
	const next = text.charCodeAt(skipSpaces(text, at));
	return !(isLetter(next) || next >= 0xc0);
}

function mayBegin(code: number): boolean {
	return isLetter(code) || code === 40 || code === 91 || code === 43 || code === 45 || code === 0x2212 || code === 0xff08 || code > 0x2e80;
}

function isLetter(code: number): boolean {
	return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function skipSpaces(text: string, at: number): number {
	for (;;) {
		const code = text.charCodeAt(at);
		if (code !== 32 && code !== 9 && code !== 0xa0 && code !== 0x202f && code !== 0x200b) return at;
		at++;
	}
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0].length ?? 0;
}
