/** Words in the place of blame that state the same facts. */
import type { TextSpan } from '../../text/span';
import type { Fix } from '../rule';
import type { Blame } from './blame-wording';
import { baseOfParticiple } from './verb-forms';
import { quoted } from './wording';

const ALLOWED = 'that the process allowed';
/** An adverb may stand between the helping verb and its participle. */
const ADVERB = /^ (?:also|already|first|\p{L}{3,14}ly)(?= )/iu;

/** `the moment the search should have turned`: without hindsight it would say something else. */
const RELATIVE = /(?<!\p{L})(?:moment|point|time|place|where|when|than|as|like|how|way|reason)(?: \p{L}+){0,4}\s$/iu;
const FARTHEST = 300;
const SENTENCE_ENDS = ['. ', '.\n', '! ', '? ', '?\n', '\n\n', '\r\n\r\n', '|', '\n- ', '\n* '];

/** None where a sentence would have to be written anew. */
export function rewordings(text: string, { construction, span }: Blame): readonly Fix[] {
	const written = text.slice(span.start, span.end);
	switch (construction) {
		case 'omission': return omission();
		case 'should have':
		case 'could have': return hindsight();
		case 'human error': return error();
		case 'reproach': return /ly$/i.test(written) && /^ \p{L}/u.test(text.slice(span.end, span.end + 2)) && /(?:^|\s)$/.test(text.slice(Math.max(0, span.start - 1), span.start)) ? [{ title: `Leave out ${quoted(written)}`, edits: [{ span: { start: span.start, end: span.end + 1 }, newText: '' }] }] : [];
		case 'if only':
		case 'person': return [];
	}

	/** `failed to check` → `did not check` */
	function omission(): Fix[] {
		if (isHelped()) return [];
		if (/^(?:failed|forgot|neglected) to$/i.test(written)) return [replaced(span, matchCase(written, 'did not'))];
		return /^(?:fails|forgets|neglects) to$/i.test(written) ? [replaced(span, matchCase(written, 'does not'))] : [];
	}

	/** `had failed to` would need another form of the verb behind it. */
	function isHelped(): boolean {
		return /(?<!\p{L})(?:has|have|had|having|was|were|be|been|['’](?:d|ve|s))(?: \p{L}+ly)? $/iu.test(text.slice(Math.max(0, span.start - 24), span.start));
	}

	/** `should have been caught` → `was not caught`, `should have fired` → `did not fire` */
	function hindsight(): Fix[] {
		const found = /^(?:should|ought to|could|might)(n['’]t)?(?:['’]ve| (?:(not|never) )?have)$/i.exec(written);
		const sentence = sentenceAround(text, span);
		if (!found || RELATIVE.test(text.slice(Math.max(0, span.start - 60), span.start)) || /(?<![a-z])(?:if|unless|what|who|why|whether|wish)(?![a-z])/i.test(text.slice(sentence.start, sentence.end)) || text[sentence.end] === '?') return [];
		const isDenied = found[1] !== undefined || found[2] !== undefined;
		const rest = text.slice(span.end, span.end + 60);
		const be = /^ been(?= )/i.exec(rest)?.[0] ?? '';
		const adverb = ADVERB.exec(rest.slice(be.length))?.[0] ?? '';
		const verb = /^ (\p{L}+)(?![\p{L}-])/u.exec(rest.slice(be.length + adverb.length))?.[1];
		const base = verb && baseOfParticiple(verb);
		if (!base || /^(?:avoid|prevent)$/.test(base)) return [];
		const end = span.end + be.length;
		if (be !== '') return [replaced({ start: span.start, end }, matchCase(written, `${wasOrWere()}${isDenied ? '' : ' not'}`), `${adverb} ${verb}`)];
		const whole = { start: span.start, end: end + adverb.length + 1 + verb.length };
		if (isDenied) return /ed$/.test(verb) ? [replaced(whole, matchCase(written, `${adverb.trimStart()} ${verb}`.trim()))] : [];
		return [replaced(whole, matchCase(written, `did not${adverb} ${base}`))];
	}

	function wasOrWere(): 'was' | 'were' {
		const subject = /(?<!\p{L})(\p{L}{1,30})[\s*_`]{0,3}$/u.exec(text.slice(Math.max(0, span.start - 40), span.start))?.[1] ?? '';
		return /^(?:we|they|you|these|those|both|all|people|data)$/i.test(subject) || (/[^suia]s$/i.test(subject) && !/^(?:this|dns|redis|kubernetes|status|process|access)$/i.test(subject)) ? 'were' : 'was';
	}

	/** `human error` → `an error that the process allowed` */
	function error(): Fix[] {
		const found = /^(?:human|operator|engineer|developer|admin|administrator|manual)[- ](error|mistake)(s)?$/i.exec(written);
		if (!found || /^ (?:of|by|in)(?!\p{L})|^['’]|^-/iu.test(text.slice(span.end, span.end + 4))) return [];
		const noun = found[1]!.toLowerCase();
		const article = /(?<![a-z])(an?) $/i.exec(text.slice(Math.max(0, span.start - 3), span.start))?.[1];
		const lead = text.slice(Math.max(0, span.start - 24), span.start);
		if (found[2]) return [replaced(span, `${noun}s ${ALLOWED}`)];
		const indefinite = noun === 'error' ? 'an' : 'a';
		if (article) return [replaced({ start: span.start - article.length - 1, end: span.end }, `${matchCase(article, indefinite)} ${noun} ${ALLOWED}`)];
		if (/(?<!\p{L})(?:the|this|that|some|any|one|his|her|our|their|its|simple|single|pure|another) $/iu.test(lead)) return /(?<!\p{L})(?:the|this|that|one|another) $/iu.test(lead) ? [replaced(span, `${noun} ${ALLOWED}`)] : [];
		const isFirst = /(?:^|[.!?:]\s|[*_|>\n-]\s?)$/.test(lead.slice(-2)) && /^\p{Lu}/u.test(written);
		return [replaced(span, `${isFirst ? indefinite[0]!.toUpperCase() + indefinite.slice(1) : indefinite} ${noun} ${ALLOWED}`)];
	}

	function replaced(at: TextSpan, newText: string, shown = ''): Fix {
		return { title: `Replace by ${quoted(newText + shown)}`, edits: [{ span: at, newText }] };
	}
}

function matchCase(like: string, word: string): string {
	return /^\p{Lu}\p{Ll}/u.test(like) ? word[0]!.toUpperCase() + word.slice(1) : word;
}

/** From behind the mark that ends the sentence before to the mark that ends this one. */
function sentenceAround(text: string, { start, end }: TextSpan): TextSpan {
	const before = text.slice(Math.max(0, start - FARTHEST), start);
	const behind = text.slice(end, end + FARTHEST);
	const from = Math.max(0, ...SENTENCE_ENDS.map((mark) => before.lastIndexOf(mark) + 1));
	const to = Math.min(behind.length, ...SENTENCE_ENDS.map((mark) => behind.indexOf(mark)).filter((at) => at >= 0));
	return { start: start - before.length + from, end: end + to };
}
