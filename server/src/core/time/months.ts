/** Names of months in the languages that postmortems are written in. */
import { isLatin } from './time-words';

const MONTHS: readonly string[] = [
	'january jan enero ene janeiro janvier janv januar januari gennaio gen jän jänner',
	'february feb febrero fevereiro fev février févr fevrier februar feber februari febbraio feb',
	'march mar marzo março marco mars märz mär maerz maart mrt marzo',
	'april apr abril abr avril avr aprile',
	'may mayo maio mai mei maggio mag',
	'june jun junio junho juin juni giugno giu',
	'july jul julio julho juillet juil juli luglio lug',
	'august aug agosto ago août aout augustus agosto',
	'september sep sept septiembre setembro set septembre settembre',
	'october oct octubre outubro out octobre oktober okt ottobre ott',
	'november nov noviembre novembro novembre',
	'december dec diciembre dic dezembro dez décembre déc decembre dezember desember des dicembre',
];
const NUMBER: ReadonlyMap<string, number> = new Map(MONTHS.flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])));
const LONGEST = 10;
/** Words of other meanings: without a year a month only with a capital, or between a day and other signs of a date. */
const WORDS = new Set(['may', 'march', 'out', 'set', 'ago', 'des', 'mar', 'mars', 'dec', 'mai', 'sep', 'oct', 'gen', 'mag']);

export interface MonthMention {
	/** 1 to 12. */
	readonly month: number;
	/** Behind the name and a dot right behind it. */
	readonly end: number;
	/** Whether the same letters are a word of another meaning. */
	readonly isWord: boolean;
}

/** The name of a month that begins at `at` and ends with a word. */
export function monthAt(text: string, at: number): MonthMention | undefined {
	if (!isLatin(text.charCodeAt(at))) return undefined;
	let end = at + 1;
	while (end - at <= LONGEST && isLatin(text.charCodeAt(end))) end++;
	const name = text.slice(at, end);
	const lower = name.toLowerCase();
	const month = NUMBER.get(lower);
	return month === undefined ? undefined : { month, end: text[end] === '.' ? end + 1 : end, isWord: name === lower && WORDS.has(lower) };
}
