/** Words that people put before and between the parts of a time, in the languages that postmortems are written in. */

/**
 * `at` introduces a clock time, `on` a day or a clock time; `pair` the first of two (`between 9 and 10`); `approximate` says that it is not exact; `after` only
 * says so behind `shortly` and the like; `span` is an `article` that may also begin a range (`de 9h à 10h`); `article` counts
 * behind another of these, or before a date; `weekday` names the day.
 */
export type TimeWord = 'at' | 'on' | 'pair' | 'approximate' | 'nearly' | 'after' | 'span' | 'article' | 'weekday';

const WORDS: Readonly<Record<TimeWord, string>> = {
	at: 'at by kl klokka klokken um ab seit siden since às as à until till bis hasta até ore alle om rond vanaf',
	on: 'on am em dia',
	pair: 'from between von vom zwischen fra mellom entre das desde tussen van dalle tra',
	approximate: 'ca c circa approx approximately around about roughly abt environ vers cerca aproximadamente alrededor sobre etwa ungefähr gegen rundt omtrent approximativement omstreeks ongeveer verso circa',
	nearly: 'shortly just right soon kurz rett juste poco',
	after: 'before after vor nach før etter avant après antes después depois',
	span: 'de da du',
	article: 'the of del las la los les le el den o a os volta torno',
	weekday: [
		'mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday',
		'mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonntag',
		'lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim',
		'lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom',
		'segunda terça quarta quinta sexta segunda-feira terça-feira quarta-feira quinta-feira sexta-feira seg ter qua qui sex',
		'lunedì martedì mercoledì giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
		'mandag tirsdag onsdag torsdag fredag lørdag søndag man tir ons tor fre lør søn',
	].join(' '),
};

const KINDS: ReadonlyMap<string, TimeWord> = new Map((Object.entries(WORDS) as [TimeWord, string][]).flatMap(([kind, words]) => words.split(' ').map((word): [string, TimeWord] => [word, kind])));

/** `por volta das 10h`: `por` introduces a time only before these. */
const PHRASES = /(?:por (?:volta|vuelta) d[ae]s?|em torno d[ae]s?|a eso de las?|a las?|às? volta d[ae]s?|aux alentours de|l['’]après-midi du)(?!\p{L})/iuy;

export interface WordMention {
	readonly kind: TimeWord;
	/** Behind the word, a dot or colon right behind it, and white space. */
	readonly end: number;
}

const LONGEST = 18;

/** The word of a time that begins at `at`, where white space or a mark ends it. */
export function timeWordAt(text: string, at: number): WordMention | undefined {
	const first = text.charCodeAt(at);
	if (first === 126 || first === 0x2248 || first === 0x301c) return { kind: 'approximate', end: skipSpaces(text, at + 1) };
	if (first > 0x2e80) return '約约약大'.includes(text[at]!) ? { kind: 'approximate', end: skipSpaces(text, at + (text.startsWith('大约', at) || text.startsWith('大約', at) ? 2 : 1)) } : undefined;
	if (!isLatin(first)) return undefined;
	let end = at + 1;
	while (end - at < LONGEST && (isLatin(text.charCodeAt(end)) || (text[end] === '-' && isLatin(text.charCodeAt(end + 1))))) end++;
	const kind = KINDS.get(text.slice(at, end).toLowerCase());
	if (first === 112 || first === 80 || first === 97 || first === 65 || first === 101 || first === 69 || first === 0xe0 || first === 108) {
		PHRASES.lastIndex = at;
		const phrase = PHRASES.exec(text)?.[0];
		if (phrase !== undefined && phrase.length > end - at) return { kind: /^(?:a|l)\b/i.test(phrase) && !/^a eso/i.test(phrase) ? 'at' : 'approximate', end: skipSpaces(text, at + phrase.length) };
	}
	if (kind === undefined) return undefined;
	if (text[end] === '.' || (text[end] === ',' && kind === 'weekday')) end++;
	if (text[end] === ':' && (kind === 'at' || kind === 'on')) end++;
	const behind = skipSpaces(text, end);
	return behind > end || isDigit(text.charCodeAt(end)) || '~≈'.includes(text[end] ?? ' ') ? { kind, end: behind } : undefined;
}

/** Between the two ends of a range. `and` and its like only where the first end was introduced as one. */
const RANGE = /\s*(?:-{1,2}(?!>)|[–—−~〜～→]|->|=>|(?:to|until|till|til|through|thru|tot|bis|hasta|até|jusqu['’]à)(?!\p{L})|(?<=\s)(?:a|al|à|às|au)(?=\s))\s*(?:(?:las?|kl\.?)\s+)?/iuy;
const PAIR = /\s*(?:(?:and|und|og|y|et|en|[eaà]|alle|tot|to|until|till|through|às|al|til|bis|hasta|até|jusqu['’]à)(?!\p{L})|[-–—&~〜～→])\s*(?:(?:las?|as|le|kl\.?|a)\s+)?/iuy;

/** How far the mark or word reaches that leads from the one end of a range to the other; `at` where there is none. */
export function rangeMarkEnd(text: string, at: number, isPair: boolean): number {
	const code = text.charCodeAt(skipSpaces(text, at));
	if (isDigit(code) || Number.isNaN(code)) return at;
	const pattern = isPair ? PAIR : RANGE;
	pattern.lastIndex = at;
	return at + (pattern.exec(text)?.[0].length ?? 0);
}

/** Right behind a time, that it is not exact: `14時頃`, `10:30ish`, `10:30 (approx.)`, `10:30~`. */
const APPROXIMATELY_BEHIND = /[頃경쯤]|ごろ|くらい|左右|前后|-?ish(?!\p{L})|~(?!\s*\d)|\s?\((?:approx(?:\.|imate(?:ly)?)?|ca\.?|about|estimated|est\.)\)|\s(?:approx(?:\.|imately)?|or so)(?![\p{L}\d])/iuy;

/** How far it reaches; `at` where there is none. */
export function approximateBehind(text: string, at: number): number {
	const code = text.charCodeAt(at);
	if (Number.isNaN(code) || code === 58 || code === 124) return at;
	APPROXIMATELY_BEHIND.lastIndex = at;
	return at + (APPROXIMATELY_BEHIND.exec(text)?.[0].length ?? 0);
}

export function isDigit(code: number): boolean {
	return code >= 48 && code <= 57;
}

/** Latin letters without and with diacritics. */
export function isLatin(code: number): boolean {
	return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7);
}

export function isSpace(code: number): boolean {
	return code === 32 || code === 9 || code === 0xa0 || code === 0x202f || code === 0x3000 || code === 0x200b;
}

export function skipSpaces(text: string, at: number): number {
	while (isSpace(text.charCodeAt(at))) at++;
	return at;
}
