/** Clock times as people write them: `14:05`, `2pm`, `9:06a`, `14.43`, `1625:`, `2100hrs`, `19h30`, `午後2時5分`. */
import type { TextSpan } from '../text/span';
import type { ClockTime } from './moment';
import { isDigit, isLatin } from './time-words';

/** A clock time found in a text. */
export interface ClockMention {
	readonly span: TextSpan;
	readonly clock: ClockTime;
	/** Whether AM or PM was written (and is worked into `clock`). */
	readonly meridiem: boolean;
	/** Whether it could be a 12-hour time whose AM or PM was left out: hour 1 to 12, not written with a leading zero. */
	readonly maybeTwelveHour: boolean;
	/** Set for `24:00`: the time is one of the next day. */
	readonly isNextDay?: boolean;
}

/**
 * `row`: the text stands where a row of a timeline has its time, so that `14.43`, `1625:` and `19h` are times too.
 * `prose`: anywhere, where only unmistakable forms count.
 */
export type ClockPlace = 'row' | 'prose';

/** `10:04 AM`, `10:04 p.m.`; a lone letter only right behind the digits: `9:06a`. */
const MERIDIEM = '(?:\\s?([apAP])(?:\\.\\s?[mM]\\.?|[mM])|([apAP]))(?![\\p{L}\\p{N}])';
const MERIDIEM_ANY_CASE = '(?:\\s?([ap])(?:\\.\\s?m\\.?|m)|([ap]))(?![\\p{L}\\p{N}])';
const COLON = new RegExp(`(\\d{1,2})[:：]([0-5]\\d)(?:[:：]([0-5]\\d)(?:[.,](\\d{1,9}))?)?(?!\\d|:\\d)(?:${MERIDIEM})?`, 'uy');
const COLON_MERIDIEM = /(\d{1,2}):\s?([apAP])[mM](?![\p{L}\p{N}])/uy;
const HOUR_ONLY = /(\d{1,2})\s?([apAP])(?:\.\s?[mM]\.?|[mM])(?![\p{L}\p{N}])/uy;
const HOUR_SHORT = /(\d{1,2})([apAP])(?![\p{L}\p{N}.])/uy;
const H_FORM = /(\d{1,2})(?:\s?h\s?([0-5]\d)|h([0-5]\d)min)(?:(?=Z(?![\p{L}\p{N}]))|(?![\p{L}\p{N}]))(?!\sm(?:in)?(?!\p{L}))|(\d{1,2})h(?![\p{L}\p{N}])(?!\s\d|\s(?:of|later|after|outage|downtime|window|total)(?!\p{L}))/iuy;
const UHR_FORM = /(\d{1,2})\s?(?:uhr|uur)(?:\s([0-5]\d))?(?![\p{L}\p{N}])/iuy;
const DOTTED = new RegExp(`(\\d{1,2})\\.([0-5]\\d)(?!\\d|[.,]\\d|\\s?%|\\s?(?:[xsmh]|ms|[kmgt]i?b|hours?|min|minutes?|sec|seconds?|percent)(?![\\p{L}\\p{N}]))(?:${MERIDIEM_ANY_CASE})?`, 'iuy');
const MILITARY = /([01]\d|2[0-4])([0-5]\d)(?:\s?(hrs?|hours|h|uhr|uur)\.?(?![\p{L}\p{N}])|(?=\s?(?:Z|UTC|GMT)(?![\p{L}\p{N}]))|(?=:(?![\d/])))/iuy;
/** Four digits alone: not where they may be a year. */
const MILITARY_BARE = /(?:0\d|1[0-8]|2[1-3])([0-5]\d)(?=[\s*_`)\]]*(?:$|[-–—|→](?:\s|$)))/y;
const COMPACT = /([01]\d|2[0-3])([0-5]\d)([0-5]\d)?(?!\d)/y;
const ASIAN = /(午前|午後|上午|下午|早上|凌晨|晚上|夜间|中午|深夜|오전|오후|새벽|아침|저녁|밤)?\s?(\d{1,2})(?:\s?[時时點点시]\s?(?:(半|반)|([0-5]?\d)\s?[分분]?)?(?:\s?([0-5]?\d)\s?[秒초])?|[:：]([0-5]\d)(?:[:：]([0-5]\d))?(?!\d|:\d))/uy;
const WORD_TIME = /(12 )?(noon|midday|midnight|mittag|mitternacht|mediodía|medianoche|meio-dia|meia-noite|midi|minuit|midnatt)(?![\p{L}\p{N}])|正午|정오|자정/iuy;
const AFTERNOON = /午後|下午|晚上|夜间|오후|저녁|밤/;
const MORNING = /午前|上午|早上|凌晨|深夜|오전|새벽|아침/;

/** A clock time that begins at `at`, or `undefined`. `isRangeEnd`: the mark of a range stands before it, whatever that is. */
export function clockAt(text: string, at: number, place: ClockPlace, isRangeEnd = false): ClockMention | undefined {
	const code = text.charCodeAt(at);
	if (!isDigit(code)) {
		if (code > 0x2e80) return asian(text, at) ?? (place === 'row' ? wordTime(text, at) : undefined);
		return place === 'row' && 'nmNM'.includes(text[at] ?? ' ') && !isLatin(text.charCodeAt(at - 1)) ? wordTime(text, at) : undefined;
	}
	if (!isRangeEnd && !mayPrecede(text, at, place)) return undefined;
	const second = text.charCodeAt(at + 1);
	const width = isDigit(second) ? 2 : 1;
	const mark = width === 2 ? text.charCodeAt(at + 2) : second;
	if (mark === 58 || mark === 0xff1a) {
		const colon = match(COLON, text, at);
		if (!colon) return twelveHour(match(COLON_MERIDIEM, text, at), at);
		return mention(at, colon[0].trimEnd(), colon[1]!, colon[2]!, colon[5] ?? colon[6], colon[3], colon[4]);
	}
	if (isDigit(mark)) return fourDigits(text, at, place);
	if (mark === 46) {
		const dotted = match(DOTTED, text, at);
		const half = dotted?.[3] ?? dotted?.[4];
		return dotted && (place === 'row' || half !== undefined) ? mention(at, dotted[0].trimEnd(), dotted[1]!, dotted[2]!, half) : undefined;
	}
	const unit = letterBehind(text, at + width);
	if (unit === 'a' || unit === 'p') {
		const twelve = match(HOUR_ONLY, text, at) ?? (place === 'row' ? match(HOUR_SHORT, text, at) : undefined);
		return twelveHour(twelve, at);
	}
	if (unit === 'h') {
		const hour = match(H_FORM, text, at);
		const minutes = hour?.[2] ?? hour?.[3];
		return hour && (minutes !== undefined || (place === 'row' && Number(hour[4]) < 24)) ? mention(at, hour[0], hour[1] ?? hour[4]!, minutes ?? '00', undefined) : undefined;
	}
	if (unit === 'u') {
		const uhr = match(UHR_FORM, text, at);
		return uhr && mention(at, uhr[0], uhr[1]!, uhr[2] ?? '00', undefined);
	}
	return (unit > '\u2e80' ? asian(text, at) : undefined) ?? (place === 'row' && width === 2 && mark === 32 ? wordTime(text, at) : undefined);
}

/** The letter behind a number, in lower case, one blank between them passed over; empty at the end of the text. */
function letterBehind(text: string, at: number): string {
	const next = text[at] ?? '';
	return (/\s/.test(next) ? (text[at + 1] ?? '') : next).toLowerCase();
}

/** The hour alone of a time that was announced as one (`around 9`), or that has its AM or PM at the end of its range (`9-10am`). */
export function bareHourAt(text: string, at: number): ClockMention | undefined {
	if (!isDigit(text.charCodeAt(at)) || !mayPrecede(text, at, 'row')) return undefined;
	const end = isDigit(text.charCodeAt(at + 1)) ? at + 2 : at + 1;
	return isDigit(text.charCodeAt(end)) ? undefined : mention(at, text.slice(at, end), text.slice(at, end), '00', undefined);
}

/** What stands before a time: no digit, letter or currency; in running text no part of a number, address or offset either. */
function mayPrecede(text: string, at: number, place: ClockPlace): boolean {
	if (at === 0) return true;
	const before = text.charCodeAt(at - 1);
	if (before === 84) return isDigit(text.charCodeAt(at - 2));
	if (isDigit(before) || isLatin(before)) return false;
	switch (before) {
		case 36: case 35: case 44: case 0x20ac: case 0xa3: return false; // $ # , € £
		case 95: return !isLatin(text.charCodeAt(at - 2)); // snake_case10
		case 43: return false; // an offset
		case 45: case 0x2212: return !isLatin(text.charCodeAt(at - 2));
		case 46: case 47: case 58: return place === 'row' || before === 47 && isDigit(text.charCodeAt(at - 2));
		default: return before < 0x370 || before > 0x1fff;
	}
}

function fourDigits(text: string, at: number, place: ClockPlace): ClockMention | undefined {
	if (text[at - 1] === 'T') {
		const compact = match(COMPACT, text, at);
		return compact ? mention(at, compact[0], compact[1]!, compact[2]!, undefined, compact[3]) : undefined;
	}
	const military = match(MILITARY, text, at);
	if (military && (place === 'row' || military[3])) return mention(at, military[0], military[1]!, military[2]!, undefined);
	const bare = place === 'row' ? match(MILITARY_BARE, text, at) : undefined;
	return bare ? mention(at, bare[0], bare[0].slice(0, 2), bare[1]!, undefined) : undefined;
}

function asian(text: string, at: number): ClockMention | undefined {
	const found = match(ASIAN, text, at);
	if (!found) return undefined;
	const [whole, half, hour, thirty, minute, second, colonMinute, colonSecond] = found;
	if (half === undefined && colonMinute !== undefined) return undefined;
	const pm = half !== undefined && (AFTERNOON.test(half) || (half === '中午' && Number(hour) < 11));
	const am = half !== undefined && (MORNING.test(half) || (half === '中午' && Number(hour) === 11));
	const midnight = (half === '晚上' || half === '밤') && hour === '12';
	return mention(at, whole.trimEnd(), hour!, thirty ? '30' : (minute ?? colonMinute ?? '00'), midnight ? 'a' : pm || half === '中午' && Number(hour) !== 11 ? 'p' : am ? 'a' : undefined, second ?? colonSecond);
}

function wordTime(text: string, at: number): ClockMention | undefined {
	const found = match(WORD_TIME, text, at);
	if (!found) return undefined;
	const isNight = /night|nacht|noche|noite|minuit|midnatt|자정/i.test(found[0]);
	return { span: { start: at, end: at + found[0].length }, clock: { hour: isNight ? 0 : 12, minute: 0 }, meridiem: true, maybeTwelveHour: false };
}

function twelveHour(found: RegExpExecArray | undefined, at: number): ClockMention | undefined {
	return found && mention(at, found[0], found[1]!, '00', found[2]);
}

function mention(at: number, whole: string, hourText: string, minuteText: string, half: string | undefined, second?: string, fraction?: string): ClockMention | undefined {
	const written = Number(hourText);
	const minute = Number(minuteText);
	if (written > 24 || minute > 59) return undefined;
	const meridiem = half !== undefined;
	let hour = written % 24;
	if (meridiem && written <= 12) hour = (written % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
	return {
		span: { start: at, end: at + whole.length },
		clock: {
			hour, minute,
			...(second === undefined ? {} : { second: Number(second) }),
			...(fraction === undefined ? {} : { millisecond: Math.floor(Number(`0.${fraction}`) * 1000) }),
		},
		meridiem,
		maybeTwelveHour: !meridiem && written >= 1 && written <= 12 && !hourText.startsWith('0'),
		...(written === 24 ? { isNextDay: true } : {}),
	};
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
	pattern.lastIndex = at;
	return pattern.exec(text) ?? undefined;
}
