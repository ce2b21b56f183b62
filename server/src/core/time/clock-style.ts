/** Writes a clock time the way another one was written: `7:12 PM`, `07:12`, `19.12`, `1912`. */
import type { ClockTime } from './moment';

/** `undefined` where the written form is one that cannot be copied, such as `午後2時`. */
export function formatClockLike(written: string, { hour, minute, second, millisecond }: ClockTime): string | undefined {
	const form = /^(\d{1,2})(?:([:.h])?([0-5]\d))?(?:([:.])([0-5]\d)(?:([.,])(\d{1,6}))?)?(?:(\s?)([ap])(\.?)(m?)(\.?))?$/i.exec(written);
	if (!form) return undefined;
	const [, hourText, separator, minuteText, secondSeparator, secondText, fractionSeparator, fraction, gap, half, firstDot, m, lastDot] = form;
	if (minuteText === undefined && (minute !== 0 || half === undefined)) return undefined;
	const shown = half === undefined ? hour : hour % 12 || 12;
	const isPadded = half === undefined ? hourText!.length === 2 || separator === undefined : hourText!.startsWith('0');
	let text = isPadded ? two(shown) : String(shown);
	if (minuteText !== undefined) text += (separator ?? '') + two(minute);
	if (secondText !== undefined) text += secondSeparator! + two(second ?? 0);
	if (fraction !== undefined) text += fractionSeparator! + String(millisecond ?? 0).padStart(3, '0').slice(0, fraction.length).padEnd(fraction.length, '0');
	if (half === undefined) return text;
	const letter = hour >= 12 ? 'p' : 'a';
	return `${text}${gap!}${half === half.toUpperCase() ? letter.toUpperCase() : letter}${firstDot!}${m!}${lastDot!}`;
}

function two(value: number): string {
	return String(value).padStart(2, '0');
}
