/** Writes a clock time the way another one was written: `7:12 PM`, `07:12`, `19.12`, `1912hrs`, `19h30`, `午後7時12分`. */
import type { ClockTime } from './moment';

const WESTERN = /^(\d{1,2})(?:([:：.])?([0-5]\d))?(?:([:：.])([0-5]\d)(?:([.,])(\d{1,6}))?)?(?:(\s?)([ap])(\.?)(\s?)(m?)(\.?))?$/i;
const H_FORM = /^(\d{1,2})(\s?h)([0-5]\d)?$/i;
const MILITARY = /^\d{4}(\s?(?:hrs?|hours|h|uhr)\.?)$/i;
const ASIAN = /^(\p{Script=Han}{2}|오전|오후)?(\s?)(\d{1,2})(\s?)([時时点點시])(\s?)(?:半|(\d{1,2})(?:(\s?)([分분])(?:(\s?)(\d{1,2})(\s?)([秒초]))?)?)?$/u;

/** The halves of the day in each language, morning first. */
const HALVES: readonly (readonly [string, string])[] = [['午前', '午後'], ['上午', '下午'], ['오전', '오후']];
/** Times of day that tell no half by themselves or that have no counterpart: the plain word of their language. */
const CHINESE_HALVES = HALVES[1]!;
const MINUTE_UNIT: Readonly<Record<string, string>> = { 時: '分', 时: '分', 点: '分', 點: '分', 시: '분' };

/**
 * @param pads whether an hour below 10 is written with a leading zero; only asked where `written` does not show it: by
 *   default 24-hour clocks pad and 12-hour clocks do not.
 * @returns `undefined` where the written form is none that can be copied. Seconds and fractions are written where
 *   `written` has them.
 */
export function formatClockLike(written: string, clock: ClockTime, pads?: boolean): string | undefined {
	return western(written, clock, pads) ?? hourForm(written, clock, pads) ?? military(written, clock) ?? asian(written, clock);
}

/** Whether the times of one timeline pad their hours; `undefined` where none of them shows it. */
export function padsHours(written: readonly string[]): boolean | undefined {
	if (written.some((time) => /(?<![\d:.])0\d[:.h：]/.test(time))) return true;
	return written.some((time) => /(?<![\d:.])\d[:.h：]\d\d/.test(time)) ? false : undefined;
}

function western(written: string, { hour, minute, second, millisecond = 0 }: ClockTime, pads: boolean | undefined): string | undefined {
	const form = WESTERN.exec(written);
	if (!form) return undefined;
	const [, hourText = '', separator, minuteText, secondMark, secondText, fractionMark, fraction, gap = '', half, firstDot = '', inner = '', m = '', lastDot = ''] = form;
	if (minuteText === undefined && half === undefined) return undefined;
	const shown = half === undefined || Number(hourText) > 12 ? hour : hour % 12 || 12; // `13:20PM` is in use, too
	const isFourDigits = separator === undefined && minuteText !== undefined;
	const isPadded = isFourDigits || /^0\d/.test(hourText) || (hourText.length > 1 && (pads ?? half === undefined));
	let text = isPadded ? two(shown) : String(shown);
	if (minuteText !== undefined) text += (separator ?? '') + two(minute);
	else if (minute !== 0) text += `:${two(minute)}`;
	if (secondText !== undefined) text += secondMark! + two(second ?? 0);
	if (fraction !== undefined) text += fractionMark! + (thousandths(fraction) === millisecond ? fraction : String(millisecond).padStart(3, '0').slice(0, fraction.length).padEnd(fraction.length, '0'));
	if (half === undefined) return text;
	const letter = hour >= 12 ? 'p' : 'a';
	return `${text}${gap}${half === half.toUpperCase() ? letter.toUpperCase() : letter}${firstDot}${inner}${m}${lastDot}`;
}

function hourForm(written: string, { hour, minute }: ClockTime, pads: boolean | undefined): string | undefined {
	const form = H_FORM.exec(written);
	if (!form) return undefined;
	const [, hourText = '', unit = '', minuteText] = form;
	const isPadded = /^0\d/.test(hourText) || (hourText.length > 1 && (pads ?? true));
	return `${isPadded ? two(hour) : hour}${unit}${minuteText !== undefined || minute !== 0 ? two(minute) : ''}`;
}

function military(written: string, { hour, minute }: ClockTime): string | undefined {
	const unit = MILITARY.exec(written)?.[1];
	return unit === undefined ? undefined : two(hour) + two(minute) + unit;
}

function asian(written: string, { hour, minute, second }: ClockTime): string | undefined {
	const form = ASIAN.exec(written);
	if (!form) return undefined;
	const [, word, gap = '', hourText = '', gapBeforeUnit = '', unit = '', gapBehindUnit = '', minuteText, gapBeforeMinute = '', minuteUnit, gapBehindMinute = '', secondText, gapBeforeSecond = '', secondUnit = ''] = form;
	const pair = word === undefined ? undefined : (HALVES.find((each) => each.includes(word)) ?? CHINESE_HALVES);
	const shown = pair ? hour % 12 || 12 : hour;
	let text = `${pair ? pair[hour >= 12 ? 1 : 0] + gap : ''}${/^0\d/.test(hourText) ? two(shown) : shown}${gapBeforeUnit}${unit}`;
	if (minuteText !== undefined || minute !== 0) text += `${gapBehindUnit}${minuteText === undefined || minuteText.length > 1 ? two(minute) : minute}${gapBeforeMinute}${minuteUnit ?? MINUTE_UNIT[unit]!}`;
	if (secondText !== undefined) text += `${gapBehindMinute}${two(second ?? 0)}${gapBeforeSecond}${secondUnit}`;
	return text;
}

function thousandths(fraction: string): number {
	return Math.floor(Number(`0.${fraction}`) * 1000);
}

function two(value: number): string {
	return String(value).padStart(2, '0');
}
