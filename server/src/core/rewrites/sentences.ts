/** Parts prose into sentences, in any language that ends them with a mark. */
import { trimmed, type TextSpan } from '../text/span';
import { dateAt } from '../time/date';

/** Code spans, link targets and addresses: no sentence ends within one. */
const WHOLE = /(`{1,3})[^`]+\1|\]\([^()\s]*\)|<[^<>\s]+>|https?:\/\/[^\s<>)\]]*[^\s<>)\].,;:!?…。'\x22]/g;
/** Marks that end a sentence, with the quotes, brackets and emphasis marks that close behind them. */
const END = /(?:[.!?…]+|[。！？])["'”’»」』)\]*_]*/gu;
const CJK_END = /[。！？]/;
/** Before a full stop that is part of a word: `e.g.`, `approx.`, `z. B.`, `Dr.`, an initial. */
const ABBREVIATION = /(?:^|[\s(["'“‘«])(?:[A-Z]|\p{L}(?:\.\s?\p{L})+|e\.?g|i\.?e|etc|vs|approx|appr|ca|cf|incl|excl|resp|esp|no|nr|nos|fig|sec|min|max|est|dept|inc|ltd|co|corp|st|mr|mrs|ms|dr|prof|bzw|usw|ggf|vgl|evtl|kl|dvs|bl\.a|f\.eks|p\.ej|ej|aprox|env|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/iu;
/** `10:04 a.m.` may end a sentence. */
const HALF_DAY = /\d\s?[ap]\.\s?m$/i;
const LONGEST_ABBREVIATION = 16;

/** The sentences of a stretch, each without white space around it. A stretch without an end mark is one. */
export function sentencesIn(text: string, within: TextSpan): TextSpan[] {
	const source = text.slice(within.start, within.end);
	const whole = [...source.matchAll(WHOLE)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
	const sentences: TextSpan[] = [];
	let start = 0;
	let next = 0;
	for (const { index, 0: marks } of source.matchAll(END)) {
		while (next < whole.length && whole[next]!.end <= index) next++;
		const inside = whole[next] !== undefined && whole[next]!.start <= index;
		const end = index + marks.length;
		if (inside || end < start || !endsSentence(source, index, marks, end)) continue;
		sentences.push({ start, end });
		start = end;
	}
	sentences.push({ start, end: source.length });
	return sentences.map((at) => trimmed(text, { start: within.start + at.start, end: within.start + at.end })).filter(({ start: from, end }) => end > from);
}

function endsSentence(source: string, index: number, marks: string, end: number): boolean {
	if (CJK_END.test(marks)) return true;
	const after = source.slice(end, end + 40);
	const following = /^\s+[\-–—*_~"'“‘«([{<#@`¿¡\p{Extended_Pictographic}]*(?=(\S))/u.exec(after);
	if (!following) return after.trim() === '';
	if (/\p{Ll}/u.test(following[1] ?? '')) return false;
	if (/^(?:…|\.{2})/.test(marks)) return /[\p{Lu}\p{N}]/u.test(following[1] ?? '');
	if (marks[0] !== '.') return true;
	const before = source.slice(Math.max(0, index - LONGEST_ABBREVIATION), index);
	if (HALF_DAY.test(before)) return true;
	const digits = /\d{1,2}$/.exec(before)?.[0];
	if (digits !== undefined && (dateAt(source, index - digits.length, undefined)?.span.end ?? 0) > end) return false;
	return !ABBREVIATION.test(before);
}
