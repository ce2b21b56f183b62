/** The words of durations: units, numbers that are written out, halves, and what makes a figure approximate. */

/** Units with their size in minutes, from the greatest to the smallest. */
export const UNITS: readonly (readonly [RegExp, number])[] = [
	[/^(?:[w周주]|wks?|weeks?|semanas?|semaines?|wochen?|uker?|週間)$/iu, 7 * 1440],
	[/^(?:[d天日]|days?|días?|dias?|jours?|tage?n?|dager?|døgn|日間?)$/iu, 1440],
	[/^(?:h|hrs?|hours?|horas?|heures?|stunden?|std|timer?|時間|小时|小時|시간)$/iu, 60],
	[/^(?:m|mins?|minutes?|minutos?|minuten?|minutter?|minutt|分間?|分钟|分鐘|분)$/iu, 1],
	[/^(?:s|secs?|seconds?|segundos?|secondes?|sekunden?|sekunder?|sekund|秒間?|秒钟|초)$/iu, 1 / 60],
];

/** A unit at the start of a run of letters that other words follow without a space. */
export const ASIAN_UNIT = /^(?:週間|日間|時間|分間|秒間|小时|小時|分钟|分鐘|秒钟|시간|[日天分秒일분초周주])/u;

interface NumberWord {
	readonly value: number;
	/** The units of the languages that have the word: `fire` counts `timer`, not `hours`. */
	readonly units: readonly RegExp[];
}

const ENGLISH = /^(?:hours?|hrs?|minutes?|mins?|seconds|days?|weeks?)$/iu;
const IBERIAN = /^(?:horas?|minutos?|segundos|d[ií]as?|semanas?)$/iu;
const FRENCH = /^(?:heures?|minutes?|secondes|jours?|semaines?)$/iu;
const GERMAN = /^(?:stunden?|minuten?|sekunden|tage?n?|wochen?)$/iu;
const NORWEGIAN = /^(?:timer?|minutt(?:er)?|sekunder|dager|døgn|uker?)$/iu;
const EAST_ASIAN = /^[\u3040-\uffdc]/u;

const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ONES = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const TEENS = ['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
/** Small numbers of each language, in the order of `VALUES`; several spellings joined by `/`, halves last. */
const VALUES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 30, 40, 45, 0.5, 1.5];
const SMALL: readonly (readonly [units: RegExp, words: string])[] = [
	[IBERIAN, 'un/una dos tres cuatro cinco seis siete ocho nueve diez quince veinte treinta cuarenta - media -'],
	[IBERIAN, 'um/uma dois/duas três quatro cinco seis sete oito nove dez quinze vinte trinta quarenta - meia -'],
	[FRENCH, 'un/une deux trois quatre cinq six sept huit neuf dix quinze vingt trente quarante - une_demi/demi -'],
	[GERMAN, 'eine/einer zwei drei vier fünf sechs sieben acht neun zehn fünfzehn zwanzig dreißig vierzig fünfundvierzig eine_halbe/einer_halben anderthalb/eineinhalb'],
	[NORWEGIAN, 'en/ett/ei/én - tre fire fem seks sju/syv åtte ni ti femten tjue tretti førti førtifem en_halv/halv halvannen'],
	[EAST_ASIAN, '一/한 两/兩/二/두 三/세 四/네 五 六 七 八 九 十 十五 二十 三十 四十 四十五 半/반 -'],
];

function* numbers(): Generator<readonly [word: string, value: number, units: RegExp]> {
	for (const [word, value] of [['a', 1], ['an', 1], ['half an', 0.5], ['half a', 0.5]] as const) yield [word, value, ENGLISH];
	for (const [index, word] of [...ONES, ...TEENS].entries()) yield [word, index + 1, ENGLISH];
	for (const [index, word] of ONES.entries()) yield [`${word} and a half`, index + 1.5, ENGLISH];
	for (const [tens, word] of TENS.entries()) {
		yield [word, 20 + tens * 10, ENGLISH];
		for (const [ones, small] of ONES.entries()) for (const joint of ['-', ' ']) yield [`${word}${joint}${small}`, 21 + tens * 10 + ones, ENGLISH];
	}
	for (const [units, words] of SMALL) for (const [index, spellings] of words.split(' ').entries()) for (const word of spellings.split('/')) if (word !== '-') yield [word.replace('_', ' '), VALUES[index]!, units];
}

/** What a number that is written out counts, by its letters in lower case. */
const NUMBER_WORDS: ReadonlyMap<string, NumberWord> = [...numbers()].reduce((words, [word, value, units]) => words.set(word, { value, units: [...(words.get(word)?.units ?? []), units] }), new Map<string, NumberWord>());

/** All of them as a pattern: longer words first. */
export const NUMBER_WORD = [...NUMBER_WORDS.keys()].sort((a, b) => b.length - a.length).join('|');

const FIRST_WORDS: ReadonlySet<string> = new Set([...NUMBER_WORDS.keys()].map((word) => (EAST_ASIAN.test(word) ? word[0]! : /^\p{L}+/u.exec(word)![0])));
const WORD = /[\u3040-\uffdc]|\p{Script=Latin}{1,16}/uy;

const FIRST_LETTERS: ReadonlySet<string> = new Set([...FIRST_WORDS].map((word) => word[0]!));

/** Whether a number that is written out may begin here, where no word goes on. */
export function beginsNumberWord(text: string, at: number): boolean {
	if (!FIRST_LETTERS.has((text[at] ?? '').toLowerCase())) return false;
	WORD.lastIndex = at;
	const word = WORD.exec(text);
	return word !== null && FIRST_WORDS.has(word[0].toLowerCase());
}

/** The number that a word counts of a unit, or `undefined` where the two are not of one language. */
export function numberOf(word: string, unit: string): number | undefined {
	const number = NUMBER_WORDS.get(word.toLowerCase());
	return number?.units.some((units) => units.test(unit)) ? number.value : undefined;
}

/** Lines without any of these, in lower case, spell out no duration. */
export const HAS_WORDED_UNIT = /hour|minut|second|\bdays?\b|\bweeks?\b|hora|heure|stunde|\btime[rn]?\b|d[ií]as?\b|jours?\b|\btage?n?\b|dager?\b|semana|wochen?\b|小时|小時|時間|시간/u;

/** Behind a unit: half of it more. */
export const AND_A_HALF = /\s?(?:and a half|y media|e meia|et demie?|og en halv|半(?!\p{Script=Han})|반(?!\p{Script=Hangul}))(?!\p{Script=Latin})/uy;

/** In front of a duration, and behind it. */
export const APPROXIMATE_BEFORE = /(?:[~≈<>≤≥約约약近]|\b(?:about|approximately|approx\.?|around|roughly|nearly|almost|over|more than|under|less than|at least|up to|ca\.?|circa|some|close to|just (?:over|under)|the better part of|aproximadamente|alrededor de|cerca de|unos|unas|casi|más de|menos de|mais de|quase|por volta de|environ|près de|plus de|moins de|etwa|rund|ungefähr|knapp|fast|über|mehr als|gut|omtrent|cirka|rundt|nesten|mer enn)|およそ|ほぼ|大约|大約|大概|将近|超过|대략|거의)\s*$/iu;
export const APPROXIMATE_BEHIND = /^(?:\s?(?:or so\b|-?ish\b|\+)|間?(?:ほど|程度|くらい|ぐらい|弱|強)|左右|余|(?:간|동안)?\s?(?:정도|가량))/iu;
