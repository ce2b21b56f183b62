/** Writes a time in the way another one is written: `9:06 AM`, `1625`, `19h30`, `2024-05-02 10:04 UTC`. */
import { timesIn } from '../../time/mention';
import { formatDate, type CivilDate, type ClockTime } from '../../time/moment';

const CLOCK = /^(\d{1,2})(\D?)(\d\d)?(?:([:：])(\d\d)(?:[.,]\d{1,6})?)?(?:(\s?)([ap])((?:\.?m\.?)?))?$/iu;

/**
 * `model` with its clock time, and its date where it has one, replaced; what else stands in it (zone, emphasis) stays. The
 * end of a range goes. `undefined` where `model` holds no clock time.
 */
export function timeLike(model: string, clock: ClockTime, date: CivilDate | undefined, padsHours = true): string | undefined {
	const time = timesIn(model, { start: 0, end: model.length }, { order: undefined, place: 'row' })[0];
	if (!time?.clock) return undefined;
	const { span } = time.clock;
	const behind = time.until?.clock?.span.end ?? span.end;
	const written = clockLike(model.slice(span.start, span.end), clock, padsHours);
	const before = model.slice(0, span.start);
	const after = model.slice(behind);
	if (!time.date || !date) return before + written + after;
	const { start, end } = time.date.span;
	const day = dateLike(model.slice(start, end), time.date.day, time.date.month, date);
	return end <= span.start ? model.slice(0, start) + day + model.slice(end, span.start) + written + after : before + written + model.slice(behind, start) + day + model.slice(end);
}

function clockLike(model: string, { hour, minute, second }: ClockTime, padsHours: boolean): string {
	const [, hourText, mark = ':', minuteText, secondMark, , gap = '', half, rest = ''] = CLOCK.exec(model) ?? [];
	if (hourText === undefined) return `${two(hour)}:${two(minute)}`;
	const shown = half === undefined ? hour : hour % 12 || 12;
	const pads = half === undefined ? padsHours && hourText.length === 2 : hourText.startsWith('0');
	const minutes = minuteText === undefined && minute === 0 ? '' : two(minute);
	const hours = pads ? two(shown) : String(shown);
	const letter = hour < 12 ? 'a' : 'p';
	const meridiem = half === undefined ? '' : gap + (half === half.toUpperCase() ? letter.toUpperCase() : letter) + rest;
	const separator = minuteText === undefined ? (mark.trim() === '' || minutes === '' ? (minutes === '' ? mark : ':') : mark) : mark;
	return `${hours}${separator}${minutes}${secondMark === undefined ? '' : secondMark + two(second ?? 0)}${meridiem}`;
}

/** The same day stays as it is; another one in the same month keeps the form, else it is written `2024-05-02`. */
function dateLike(model: string, day: number, month: number, date: CivilDate): string {
	if (date.day === day && date.month === month) return model;
	const iso = /^\d{4}([-/.])\d\d\1\d\d$/.exec(model);
	if (iso) return formatDate(date).replaceAll('-', iso[1]!);
	const sameMonth = date.month === month && /\p{L}/u.test(model);
	return sameMonth ? model.replace(new RegExp(`(?<!\\d)0?${day}(?:st|nd|rd|th)?(?!\\d)`), String(date.day)) : formatDate(date);
}

function two(value: number): string {
	return String(value).padStart(2, '0');
}
