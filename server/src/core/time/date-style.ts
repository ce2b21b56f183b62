/** Writes a date, or a day of the week, the way another one was written: `2024/05/02`, `May 2nd, 2024`, `2. mai`, `5月2日`. */
import type { DateMention } from './date';
import { dayNumber, formatDate, type CivilDate } from './moment';

/** January to December; the first list that has a written name is the one that is written in. */
const MONTHS: readonly (readonly string[])[] = [
	['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'],
	['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
	['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sept', 'oct', 'nov', 'dec'],
	['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
	['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
	['janeiro', 'fevereiro', 'março', 'abril', 'maio', 'junho', 'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro'],
	['jan', 'fev', 'mar', 'abr', 'mai', 'jun', 'jul', 'ago', 'set', 'out', 'nov', 'dez'],
	['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
	['januar', 'februar', 'märz', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'dezember'],
	['januar', 'februar', 'mars', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'desember'],
	['jan', 'feb', 'mar', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez'],
	['jan', 'feb', 'mar', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'des'],
];

/** Sunday to Saturday. */
const WEEKDAYS: readonly (readonly string[])[] = [
	['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
	['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
	['sun', 'mon', 'tues', 'wed', 'thur', 'fri', 'sat'],
	['sun', 'mon', 'tues', 'wed', 'thurs', 'fri', 'sat'],
	['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
	['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
	['sonntag', 'montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag'],
	['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'],
	['日', '月', '火', '水', '木', '金', '土'],
];

/**
 * Names of months stay in their language, years that were left out are left out, English ordinals follow their number.
 * @param text the text that the mention's span counts in.
 * @returns `2024-05-02` where the written form cannot be copied: nothing tells which of two numbers is the month, or a
 *   name that several languages share does not tell the next one.
 */
export function formatDateLike(text: string, mention: DateMention, date: CivilDate): string {
	const written = text.slice(mention.span.start, mention.span.end);
	if (mention.month === date.month && mention.day === date.day && (mention.year ?? date.year) === date.year) return written;
	return (mention.swapped ? undefined : numeric(written, mention, date)) ?? cjk(written, date) ?? named(written, mention, date) ?? formatDate(date);
}

/** A day of the week in the language and length of the written one; `undefined` where the word is none. */
export function formatWeekdayLike(word: string, date: CivilDate): string | undefined {
	const lower = word.toLowerCase();
	const names = WEEKDAYS.find((each) => each.includes(lower));
	return names && cased(word, names[(dayNumber(date) + 4) % 7]!);
}

function numeric(written: string, { year, month, day }: DateMention, date: CivilDate): string | undefined {
	const compact = /^\d{8}$/.test(written);
	if (compact) return formatDate(date).replaceAll('-', '');
	const parts = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/.exec(written);
	if (!parts) return undefined;
	const [, first = '', separator = '', second = '', third = ''] = parts;
	const isYearFirst = first.length === 4;
	const [a, b] = isYearFirst ? [second, third] : [first, second];
	const isMonthFirst = Number(a) === month && Number(b) === day;
	if (!isYearFirst && month === day) return undefined;
	const isPadded = a.length === 2 && b.length === 2;
	const ordered = (isMonthFirst ? [date.month, date.day] : [date.day, date.month]).map((value) => String(value).padStart(isPadded ? 2 : 1, '0'));
	const yearText = year === undefined ? '' : (isYearFirst ? first : third).length === 2 ? String(date.year % 100).padStart(2, '0') : String(date.year);
	return (isYearFirst ? [yearText, ...ordered] : [...ordered, yearText]).join(separator);
}

function cjk(written: string, { year, month, day }: CivilDate): string | undefined {
	if (!/[月월]/.test(written)) return undefined;
	const padded = (model: string, value: number) => (model.startsWith('0') ? String(value).padStart(2, '0') : String(value));
	return written.replace(/\d{4}(?=\s*[年년])/, String(year)).replace(/(?<!\d)\d{1,2}(?=\s*[月월])/, (model) => padded(model, month)).replace(/(?<!\d)\d{1,2}(?=\s*[日일号])/, (model) => padded(model, day));
}

function named(written: string, mention: DateMention, date: CivilDate): string | undefined {
	const word = /\p{L}{3,}/u.exec(written)?.[0];
	const month = word && monthLike(word, mention.month, date.month);
	if (word === undefined || month === undefined) return undefined;
	const dayForm = new RegExp(`(?<!\\d)(0?)${mention.day}(st|nd|rd|th)?(?!\\d)`, 'i');
	const ordinal = (suffix: string) => (suffix === suffix.toUpperCase() ? ordinalOf(date.day).toUpperCase() : ordinalOf(date.day));
	return written
		.replace(word, month)
		.replace(dayForm, (_, zero: string, suffix: string | undefined) => String(date.day).padStart(zero ? 2 : 1, '0') + (suffix ? ordinal(suffix) : ''))
		.replace(/\d{4}/, String(date.year));
}

function monthLike(word: string, from: number, to: number): string | undefined {
	if (from === to) return word;
	const lower = word.toLowerCase();
	const lists = MONTHS.filter((names) => names[from - 1] === lower);
	if (lists.length === 0) return undefined;
	const isShared = !MONTHS.slice(0, 3).includes(lists[0]!) && new Set(lists.map((names) => names[to - 1])).size > 1;
	return isShared ? undefined : cased(word, lists[0]![to - 1]!);
}

function cased(model: string, name: string): string {
	if (model === model.toLowerCase()) return name;
	return model === model.toUpperCase() ? name.toUpperCase() : name[0]!.toUpperCase() + name.slice(1);
}

function ordinalOf(day: number): string {
	if (day > 10 && day < 14) return 'th';
	return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
