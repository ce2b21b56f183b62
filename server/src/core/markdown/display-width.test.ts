import assert from 'node:assert/strict';
import { displayWidth } from './display-width';

describe('the width of a text on a screen', () => {
	for (const [what, text, width] of [
		['letters', 'Time (UTC)', 10],
		['Chinese and Japanese', '障害検知', 8],
		['Japanese in half width', 'ｶﾅ', 2],
		['Latin in full width', 'ＵＴＣ', 6],
		['Korean', '장애', 4],
		['Korean taken apart into its letters', '장애'.normalize('NFD'), 4],
		['an accent of its own', 'Jose\u0301', 4],
		['several marks on one letter', 'a\u0323\u0308\u0304', 1],
		['a mark that no letter holds', 'x\u20D7', 1],
		['Thai vowels and tones above', 'ที่นี่', 2],
		['Arabic vowels', 'مَرَّ', 2],
		['an emoji', '✅', 2],
		['an emoji with a skin tone', '👍🏽', 2],
		['a family of joined emoji', '👨\u200D👩\u200D👧\u200D👦', 2],
		['a person at work with a skin tone', '👩🏽\u200D💻', 2],
		['a joined emoji of which parts are plain signs', '🏳\uFE0F\u200D🌈👩\u200D⚕\uFE0F', 4],
		['two flags', '🇳🇴🇯🇵', 4],
		['a flag of a region', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}', 2],
		['a key', '1\uFE0F\u20E3', 2],
		['a sign shown as text', '⚠', 1],
		['the same sign shown as an emoji', '⚠\uFE0F', 2],
		['and as text by request', '⚠\uFE0E', 1],
		['a variant of a character', '葛\u{E0100}', 2],
		['zero width spaces and joiners between letters', 'a\u200Bb\u200Cc\u200Dd\u2060e\uFEFF', 5],
		['soft hyphens and marks of direction', 'post\u00ADmortem\u200E\u200F\u2066\u2069', 10],
		['dashes, dots and arrows', '–…→', 3],
	] as const) it(`of ${what} is ${width}`, () => assert.equal(displayWidth(text), width));
});
