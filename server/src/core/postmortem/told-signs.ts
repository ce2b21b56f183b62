/** What the text of a document shows of a telling of what happened, or of rules, links and instructions: counted part by part. */
import type { Chunk } from '../markdown/blocks';
import { plainText } from '../markdown/inline';

/** What a document is shows in its first pages; in UTF-16 units. */
export const MOST_WEIGHED = 60_000;
/** As much of the text, without its markup, is looked through for a date. */
const MOST_DATED = 6000;

export interface Signs {
	/** Three letters of a script without spaces count as one. */
	readonly words: number;
	/** Verbs in the past. */
	readonly past: number;
	/** Notes to fill in; what is only shaped like one counts less. */
	readonly placeholders: number;
	readonly instructions: number;
	readonly questions: number;
	/** Words of an assignment. */
	readonly brief: number;
	readonly isLetter: boolean;
	/** The share of lines that are nothing but a link, or a list item or table row that is one. */
	readonly links: number;
	/** Whether a date stands in the first pages. */
	readonly isDated: boolean;
}

// The expressions for words are for lower-cased text: without the flag `i` they are compiled in a fraction of the time.
const PAST = /\b(?:was|were|had|did|caused|failed|began|started|stopped|resolved|restored|discovered|noticed|identified|deployed|crashed|detected|reported|affected|fixed|rolled|reverted|became|returned|lost|broke|restarted|impacted|merged|added|removed|changed)\b|した|された|ました|だった|していた|(?<!\p{L})(?:été|était|étaient|ont|avait|provoqué|échoué|constaté)(?!\p{L})|했다|되었다|습니다|됨|\b(?:fue|fueron|estaba|foi|foram|estava|était|ont été|a été|wurde|war|waren|ble|var)\b|了(?=[。，,])/gu;
const PLACEHOLDER = /<[a-z][^<>\n]{2,60}>(?!\()|\[(?:insert|describe|your|add|name|link|date|time|list|what|who|how|brief|title|xx|todo)[^\]\n]{0,80}\](?!\()|\b(?:YYYY|20XX|MM-DD|HH:MM|hh:mm|TBD|TODO)\b|\{\{[^}\n]{1,60}\}\}|_____?|\.\.\.\.\.|……|\bXX\b|\bXXX/g;
/** Each of them has one of these in it. */
const MAY_BE_PLACEHOLDER = /[<[{_…]|\.{5}|YYYY|XX|MM-|HH:|hh:|TBD|TODO/;
const EMPTY_LABEL = /^(?: {0,4}[-*] )?(?:\*\*[^*\n]{2,40}\*\*:?|\|[^|\n]{0,24}\| {0,80}\|) ?$/gm;
const INSTRUCTION = /\b(?:you|your|should|must|please|need to be|has to|have to)\b/g;
const QUESTION = /\?\s*(?:\)|$)/gm;
const BRIEF = /must contain|write a postmortem|mandatory|manual qa review|github repository:|your own words|learning objectives|get creative|quiz questions|add urls here|second chance|evaluation|0\. my first postmortem/g;
const LETTER = /^[*_> ]{0,6}(?:dear\b|hi \p{Lu}|hello\b|bonjour\b|sehr geehrte|estimad[oa]s?\b|prezad[oa]s?\b|拝啓|(?:subject|objet|betreff|asunto|assunto)\s*[:：])/imu;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const MAY_BE_CJK = /[\u1100-\uffff]/;
const LINK_LINE = /^\s*(?:(?:[\-*+|]|\d+\.)\s*)?(?:\*\*)?\[[^\]]+\]\([^)]+\)(?:\*\*)?.{0,60}$/;
const DATE = /\b(?:19|20)\d\d[-/.年]\d{1,2}|\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}/;

export function holdsDate(text: string): boolean {
	return DATE.test(text.toLowerCase());
}

type PartSigns = Omit<Signs, 'links' | 'isDated'> & {
	readonly lines: number;
	readonly linkLines: number;
	/** The length of its text without markup, and where the first date ends in it. */
	readonly length: number;
	readonly dateEnd: number | undefined;
};

export function signsIn(text: string, chunks: readonly Chunk[]): Signs {
	const weighed = chunks.filter(({ start }) => start < MOST_WEIGHED);
	const front = text.slice(0, chunks[0]?.start ?? MOST_WEIGHED);
	const parts = [...(front === '' ? [] : [signsOfLines(front, signsOf)]), ...weighed.map(({ part, start, end }) => part.fact('signs', [], () => signsOfLines(text.slice(start, end).slice(0, MOST_WEIGHED), (line) => part.piece('signs', line, signsOf))))];
	const sum = (count: (part: PartSigns) => number) => parts.reduce((total, part) => total + count(part), 0);
	const lines = sum((part) => part.lines);
	let length = 0;
	let isDated = false;
	for (const part of parts) {
		isDated ||= part.dateEnd !== undefined && length + part.dateEnd <= MOST_DATED;
		length += part.length + 1;
	}
	return {
		words: Math.max(1, sum(({ words }) => words)), past: sum(({ past }) => past), placeholders: sum(({ placeholders }) => placeholders), instructions: sum(({ instructions }) => instructions),
		questions: sum(({ questions }) => questions), brief: sum(({ brief }) => brief), isLetter: parts.some(({ isLetter }) => isLetter),
		links: lines < 3 ? 0 : sum(({ linkLines }) => linkLines) / lines, isDated,
	};
}

/** Line by line, since most stay the same from one version to the next. */
function signsOfLines(text: string, signsOf: (line: string) => PartSigns): PartSigns {
	const total = { words: 0, past: 0, placeholders: 0, instructions: 0, questions: 0, brief: 0, isLetter: false, lines: 0, linkLines: 0, length: 0, dateEnd: undefined as number | undefined };
	for (const line of text.split(/\r\n|\n|\r/)) {
		if (line.trim() === '') continue;
		const own = signsOf(line);
		total.words += own.words;
		total.past += own.past;
		total.placeholders += own.placeholders;
		total.instructions += own.instructions;
		total.questions += own.questions;
		total.brief += own.brief;
		total.isLetter ||= own.isLetter;
		total.lines += own.lines;
		total.linkLines += own.linkLines;
		total.dateEnd ??= own.dateEnd === undefined ? undefined : total.length + own.dateEnd;
		total.length += own.length + 1;
	}
	return total;
}

function signsOf(line: string): PartSigns {
	const lower = line.toLowerCase();
	const count = (pattern: RegExp, within = lower) => within.match(pattern)?.length ?? 0;
	const plain = plainText(line);
	const date = DATE.exec(plain.toLowerCase());
	const isHeading = /^\s*#/.test(line);
	return {
		words: (plain === '' ? 0 : plain.split(' ').length) + (MAY_BE_CJK.test(plain) ? count(CJK, plain) : 0) / 3, past: count(PAST), placeholders: (MAY_BE_PLACEHOLDER.test(line) ? count(PLACEHOLDER, line) : 0) + count(EMPTY_LABEL, line) * 0.3,
		instructions: count(INSTRUCTION), questions: line.includes('?') ? count(QUESTION) : 0, brief: count(BRIEF), isLetter: LETTER.test(line), lines: isHeading ? 0 : 1, linkLines: !isHeading && LINK_LINE.test(line) ? 1 : 0,
		length: plain.length, dateEnd: date ? date.index + date[0].length : undefined,
	};
}
