/** Days named without a date: `Friday`, `end of week`, `within 48 hours`, counted from the day of the incident. */
import { addDays, dayNumber, isRealDate, type CivilDate } from '../../time/moment';

/** How many characters the phrase takes, and its day; no day where the words leave it open (`Q2 2025`, `next sprint`). */
export interface DuePhrase {
	readonly length: number;
	readonly date: CivilDate | undefined;
}

/** From Monday on; each in English, German, French, Spanish, Portuguese, Norwegian, Japanese and Chinese. */
const WEEKDAYS = [
	'mon(?:day)?|montag|lundi|lunes|segunda(?:-feira)?|mandag|月曜日?|周一|星期一',
	'tue(?:s|sday)?|dienstag|mardi|martes|terça(?:-feira)?|tirsdag|火曜日?|周二|星期二',
	'wed(?:nesday)?|mittwoch|mercredi|miércoles|quarta(?:-feira)?|onsdag|水曜日?|周三|星期三',
	'thu(?:r|rs|rsday)?|donnerstag|jeudi|jueves|quinta(?:-feira)?|torsdag|木曜日?|周四|星期四',
	'fri(?:day)?|freitag|vendredi|viernes|sexta(?:-feira)?|fredag|金曜日?|周五|星期五',
	'sat(?:urday)?|samstag|samedi|sábado|lørdag|土曜日?|周六|星期六',
	'sun(?:day)?|sonntag|dimanche|domingo|søndag|日曜日?|周日|星期日',
].map((names) => new RegExp(`^(?:${names})(?!\\p{L})`, 'iu'));
const FRIDAY = 4;

const COUNTS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, ten: 10, thirty: 30 };
const NUMBER = '\\d{1,3}|an?|one|two|three|four|five|six|seven|ten|thirty';
const WITHIN = new RegExp(`^(?:within|in) (?:the )?(?:next |coming )?(${NUMBER})[ -]?(hours?|hrs?|h|(?:business |working |calendar )?days?|weeks?|wks?|sprints?|months?|quarters?)(?!\\p{L})`, 'iu');
const QUARTER = /^(?:the )?(?:(?:end|start|beginning|mid(?:dle)?|late|early) (?:of )?)?(?:Q[1-4]|H[12]|FY\d{2})(?:[ ,/-]{1,2}(?:FY)?\d{2,4})?(?![\p{L}\d])|^\d{4}[ -]?Q[1-4](?!\d)/iu;
const END_OF = /^(?:the )?(?:end of (?:the |this )?(day|week|month|quarter|year|sprint)|eo([dwmqy]))(?!\p{L})|^(?:ende (?:der|des) (tag|woche|monat|quartal|jahr)\p{L}{0,2}|(?:la )?fin (?:de la |de |du )?(jour(?:née)?|semaine|mois|trimestre|année)|(?:fin|final(?:es)?) (?:de |del |da |do )?(día|semana|mes|mês|trimestre|año|ano))(?!\p{L})/iu;
const NEXT = /^(?:the )?(?:end of )?(?:next|the following|coming) (?:business day|week|sprint|month|quarter|year|release|maintenance window)(?!\p{L})|^(?:next|this) (?:sprint|quarter|release|month|week)(?!\p{L})/iu;
const MONTH = /^(?:(?:the )?(?:end of|mid-?|early|late) ?)?(?:january|february|march|april|june|july|august|september|october|november|december|may(?= \d{4}))(?:,? \d{4})?(?!\p{L}| \d)/iu;
const CJK = /^(?:今日中|本日中|今週中|今週末|来週中|来週末|今月中|今月末|来月中|来月末|月末|週末|年内|年度末|本周内|本周末|下周内?|本月内|本月底|月底|年底|이번 ?주|다음 ?주|이번 ?달|다음 ?달|월말)/u;
const OTHER = /^(?:asap|immediately|today|tomorrow|heute|morgen|aujourd['’]hui|demain|hoy|mañana|hoje|amanhã|i dag|i morgen|明日|本日|今日|明天|今天)(?!\p{L})/iu;

const TOMORROW = /^(?:tomorrow|morgen|demain|mañana|amanhã|i morgen|明日|明天)/iu;
const TODAY = /^(?:today|heute|aujourd|hoy|hoje|i dag|本日|今日|今天)/iu;

/** The phrase that `source` begins with. `from` is the day of the incident; without it no day is counted. */
export function duePhrase(source: string, from: CivilDate | undefined): DuePhrase | undefined {
	const weekday = WEEKDAYS.findIndex((pattern) => pattern.test(source));
	if (weekday >= 0) return found(WEEKDAYS[weekday]!.exec(source)!, (base) => nextWeekday(base, weekday));
	const within = WITHIN.exec(source);
	if (within) return found(within, (base) => after(base, Number(within[1]) || COUNTS[within[1]!.toLowerCase()]!, within[2]!.toLowerCase()));
	const end = END_OF.exec(source);
	if (end) return found(end, (base) => endOf(base, end.slice(1).find((unit) => unit !== undefined)!.toLowerCase()));
	const open = QUARTER.exec(source) ?? NEXT.exec(source) ?? MONTH.exec(source) ?? CJK.exec(source);
	if (open) return { length: open[0].length, date: undefined };
	const other = OTHER.exec(source);
	return other ? found(other, (base) => (TOMORROW.test(source) ? addDays(base, 1) : TODAY.test(source) ? base : undefined)) : undefined;

	function found(match: RegExpExecArray, count: (base: CivilDate) => CivilDate | undefined): DuePhrase {
		return { length: match[0].length, date: from && count(from) };
	}
}

/** 0 is Monday. */
function weekdayOf(date: CivilDate): number {
	return (dayNumber(date) + 3) % 7;
}

/** The first such day behind the given one. */
function nextWeekday(base: CivilDate, weekday: number): CivilDate {
	return addDays(base, (weekday - weekdayOf(base) + 6) % 7 + 1);
}

function after(base: CivilDate, count: number, unit: string): CivilDate | undefined {
	if (unit.startsWith('h')) return addDays(base, Math.ceil(count / 24));
	if (unit.includes('day')) return /business|working/.test(unit) ? businessDaysAfter(base, count) : addDays(base, count);
	if (unit.startsWith('w')) return addDays(base, count * 7);
	if (unit.startsWith('month')) return monthsAfter(base, count);
	if (unit.startsWith('quarter')) return monthsAfter(base, count * 3);
	return undefined;
}

function businessDaysAfter(base: CivilDate, count: number): CivilDate {
	let date = base;
	for (let left = count; left > 0; ) {
		date = addDays(date, 1);
		if (weekdayOf(date) <= FRIDAY) left--;
	}
	return date;
}

/** The same day so many months on, or the last of that month. */
function monthsAfter({ year, month, day }: CivilDate, count: number): CivilDate {
	const months = year * 12 + month - 1 + count;
	const date = { year: Math.floor(months / 12), month: (months % 12) + 1, day };
	while (!isRealDate(date)) date.day--;
	return date;
}

function endOf(base: CivilDate, unit: string): CivilDate | undefined {
	const lastOfMonth = (year: number, month: number) => addDays(monthsAfter({ year, month, day: 1 }, 1), -1);
	if (/^(?:d|tag|jour)/.test(unit)) return base;
	if (/^(?:w|sem)/.test(unit)) return addDays(base, (FRIDAY - weekdayOf(base) + 7) % 7);
	if (/^m/.test(unit)) return lastOfMonth(base.year, base.month);
	if (/^(?:q|tri)/.test(unit)) return lastOfMonth(base.year, Math.ceil(base.month / 3) * 3);
	if (/^(?:y|jahr|ann|año|ano)/.test(unit)) return { year: base.year, month: 12, day: 31 };
	return undefined;
}
