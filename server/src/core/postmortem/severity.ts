/** How grave a written severity is. */
import { plainText } from '../markdown/inline';

const LEVEL = /(?:^|[^\p{L}\p{N}])(?:sev(?:erity)?(?:[\s_-]*level)?[\s:_-]*|p(?:riority)?[\s:_-]*|s|level\s*|lvl\s*|tier\s*)?([0-5])(?![\p{N}%.:/])/iu;
const WORDS: readonly (readonly [number, RegExp])[] = [
	[1, /^\W*(?:critical|blocker|catastrophic|crític[ao]|critique|kritisch|kritisk|致命的|緊急|严重|紧急|치명)/iu],
	[2, /^\W*(?:major|high|severe|alt[ao]|élevée?|hoch|høy|高|重大|높음)/iu],
	[3, /^\W*(?:moderate|medi(?:um|[ao])|mid(?!\p{L})|média|moyenne?|mittel|middels|中|보통)/iu],
	[4, /^\W*(?:minor|low|baj[ao]|baixa|faible|niedrig|gering|lav|低|轻微|낮음)/iu],
];

/** 0 to 5 for a written severity: the number where there is one, else what its word is commonly ranked. */
export function severityLevel(value: string): number | undefined {
	const plain = plainText(value);
	const number = LEVEL.exec(plain);
	if (number && number.index < 24) return Number(number[1]);
	for (const [level, pattern] of WORDS) if (pattern.test(plain.replace(/^[\p{Extended_Pictographic}\uFE0F\s]+/u, ''))) return level;
	return undefined;
}
