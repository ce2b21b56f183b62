/** Clock times as people write them: `14:05`, `2pm`, `9:06a`, `14.43`, `1625:`, `2100hrs`, `19h30`, `午後2時5分`, `T+5m`. */
import type { TextSpan } from '../text/span';
import type { ClockTime } from './moment';

/** A clock time found in a text. */
export interface ClockMention {
	readonly span: TextSpan;
	readonly clock: ClockTime;
	/** Whether AM or PM was written (and is worked into `clock`). */
	readonly meridiem: boolean;
	/** Whether it could be a 12-hour time whose AM or PM was left out: hour 1 to 12, not written with a leading zero. */
	readonly maybeTwelveHour: boolean;
}

/** A time counted from the start of the incident: `T+5m`, `T-18h`, `T0`. */
export interface RelativeMention {
	readonly span: TextSpan;
	readonly minutes: number;
}

/**
 * `row`: the text stands where a row of a timeline has its time, so that `14.43`, `1625:` and `19h` are times too.
 * `prose`: anywhere, where only unmistakable forms count.
 */
export type ClockPlace = 'row' | 'prose';

/** `10:04 AM`, `10:04 p.m.`; a lone letter only right behind the digits: `9:06a`. */
const MERIDIEM = '(?:\\s?([ap])(?:\\.\\s?m\\.?|m)|([ap]))(?![\\p{L}\\p{N}])';
const COLON = new RegExp(`(\\d{1,2})[:：]([0-5]\\d)(?:[:：]([0-5]\\d)(?:[.,](\\d{1,6}))?)?(?!\\d|:\\d)(?:${MERIDIEM})?`, 'iuy');
const HOUR_ONLY = /(\d{1,2})\s?([ap])(?:\.\s?m\.?|m)(?![\p{L}\p{N}])/iuy;
const HOUR_SHORT = /(\d{1,2})([ap])(?![\p{L}\p{N}.])/iuy;
const H_FORM = /(\d{1,2})\s?h([0-5]\d)?(?![\p{L}\p{N}])/iuy;
const DOTTED = new RegExp(`(\\d{1,2})\\.([0-5]\\d)(?!\\d|[.,]\\d|\\s?%|\\s?(?:[xsmh]|ms|[kmgt]i?b|hours?|min|minutes?|sec|seconds?)(?![\\p{L}\\p{N}]))(?:${MERIDIEM})?`, 'iuy');
const MILITARY = /([01]\d|2[0-4])([0-5]\d)(?:\s?(hrs?|hours|h|uhr)\.?(?![\p{L}\p{N}])|(?=\s?(?:Z|UTC|GMT)(?![\p{L}\p{N}]))|(?=:(?![\d/])))/iuy;
const ASIAN = /(午前|午後|上午|下午|早上|凌晨|晚上|中午|오전|오후)?\s?(\d{1,2})\s?[時时点點시]\s?(?:(半)|([0-5]?\d)\s?[分분]?)?(?:\s?([0-5]?\d)\s?[秒초])?/uy;
const RELATIVE = /T\s?(?:([+\-−–])\s?(?:(\d{1,3}):([0-5]\d)(?::[0-5]\d)?|(?:(\d{1,4}(?:\.\d)?)\s?(?:d|days?)(?![a-z]))?\s?(?:(\d{1,4}(?:\.\d)?)\s?(?:h|hrs?|hours?)(?![a-z]))?\s?(?:(\d{1,5})\s?(?:m|min|mins|minutes?)(?![a-z]))?\s?(?:(\d{1,5})\s?(?:s|sec|secs|seconds?)(?![a-z]))?(\d{1,4}(?![\d.a-z]))?)|[=]?\s?0(?![\p{L}\p{N}]))/iuy;

/** A clock time that begins at `at`, or `undefined`. */
export function clockAt(text: string, at: number, place: ClockPlace): ClockMention | undefined {
	const code = text.charCodeAt(at);
	if (code < 48 || (code > 57 && code < 0x2e80)) return undefined;
	const before = text[at - 1] ?? ' ';
	if (/[\d.,:\p{L}_$€£#/]/u.test(before) && !(before === 'T' && /\d/.test(text[at - 2] ?? '')) && before < '\u2e80' && !(before === ':' && place === 'row') && !(before === '/' && place === 'row') && !(before === '.' && place === 'row')) return undefined;
	if (code > 57) return asian(text, at);
	const colon = match(COLON, text, at);
	if (colon) {
		if (place === 'prose' && /^[:/]|^\.\d|^-\p{L}/u.test(text.slice(at + colon[0].length, at + colon[0].length + 2)) && /:\d/.test(text.slice(at + colon[0].length, at + colon[0].length + 2))) return undefined;
		return mention(at, colon[0].trimEnd(), colon[1]!, colon[2]!, colon[5] ?? colon[6], colon[3], colon[4]);
	}
	const hourOnly = match(HOUR_ONLY, text, at) ?? (place === 'row' ? match(HOUR_SHORT, text, at) : undefined);
	if (hourOnly) return mention(at, hourOnly[0], hourOnly[1]!, '00', hourOnly[2]);
	const military = match(MILITARY, text, at);
	if (military && (place === 'row' || military[3])) return mention(at, military[0], military[1]!, military[2]!, undefined);
	const hour = match(H_FORM, text, at);
	if (hour && (hour[2] || place === 'row') && (hour[2] || !/^\s?\d/.test(text.slice(at + hour[0].length, at + hour[0].length + 2)))) return mention(at, hour[0], hour[1]!, hour[2] ?? '00', undefined);
	const east = asian(text, at);
	if (east) return east;
	const dotted = place === 'row' ? match(DOTTED, text, at) : undefined;
	if (dotted) return mention(at, dotted[0].trimEnd(), dotted[1]!, dotted[2]!, dotted[3] ?? dotted[4]);
	return undefined;
}

/** A time relative to the incident's start that begins at `at`, or `undefined`. */
export function relativeAt(text: string, at: number): RelativeMention | undefined {
	if (text[at] !== 'T' && text[at] !== 't') return undefined;
	if (/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ')) return undefined;
	const found = match(RELATIVE, text, at);
	if (!found) return undefined;
	const [whole, sign, hours, minutes, d, h, m, s, bare] = found;
	if (sign && [hours, d, h, m, s, bare].every((part) => part === undefined)) return undefined;
	const size = hours !== undefined ? Number(hours) * 60 + Number(minutes) : Number(d ?? 0) * 1440 + Number(h ?? 0) * 60 + Number(m ?? bare ?? 0) + Number(s ?? 0) / 60;
	const end = at + whole.trimEnd().length;
	return { span: { start: at, end }, minutes: sign === undefined || sign === '+' ? size : -size };
}

function asian(text: string, at: number): ClockMention | undefined {
	const found = match(ASIAN, text, at);
	if (!found) return undefined;
	const [whole, half, hour, thirty, minute, second] = found;
	const pm = /午後|下午|晚上|오후/.test(half ?? '');
	const am = /午前|上午|早上|凌晨|오전/.test(half ?? '');
	return mention(at, whole.trimEnd(), hour!, thirty ? '30' : (minute ?? '00'), pm ? 'p' : am ? 'a' : undefined, second);
}

function mention(at: number, whole: string, hourText: string, minuteText: string, half: string | undefined, second?: string, fraction?: string): ClockMention | undefined {
	let hour = Number(hourText);
	const minute = Number(minuteText);
	if (hour > 24 || minute > 59) return undefined;
	if (hour === 24) hour = 0;
	const meridiem = half !== undefined;
	if (meridiem && hour <= 12) hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
	return {
		span: { start: at, end: at + whole.length },
		clock: {
			hour, minute,
			...(second === undefined ? {} : { second: Number(second) }),
			...(fraction === undefined ? {} : { millisecond: Math.floor(Number(`0.${fraction}`) * 1000) }),
		},
		meridiem,
		maybeTwelveHour: !meridiem && Number(hourText) >= 1 && Number(hourText) <= 12 && !hourText.startsWith('0'),
	};
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
	pattern.lastIndex = at;
	return pattern.exec(text) ?? undefined;
}
