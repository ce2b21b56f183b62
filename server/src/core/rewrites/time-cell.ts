/** Parts the line of a timeline row into its time, with the emphasis around it, and what happened. */
import type { TextSpan } from '../text/span';
import { timeAt } from '../time/mention';

export interface TimeParts {
	readonly time: string;
	readonly rest: string;
}

const OPENER = /(?:\*{1,3}|_{1,3}|~~|[`[(【「“"]|<(?:[biu]|strong|em|code)>)$/;
/** What opens a sentence with a time: it goes with the time. */
const PREPOSITION = /(?:\b(?:at|by|from|on|um|am|kl|le|el|em|as)|à|às|den)\.?:?$/iu;
/** What says that a time is a guess: it goes with the time. */
const GUESS = /(?:[~≈〜]|(?<![\p{L}\p{N}])(?:ca|circa|approx|around|about)\.?)\s*$/iu;
const CLOSER: Readonly<Record<string, string>> = { '[': ']', '(': ')', '【': '】', '「': '」', '“': '”', '"': '"' };
const SEPARATORS = /^(?:\s|[:：;,.|>→⇒=–—-](?!\d))+/;
const BULLETS = /^(?:[\s•·▪▫◦‣⁃●○■□►▶→⇒|>=–—]|-(?!\d)|\*(?=\s)|\[ \](?=\s))+/;
const SHORTCODE_END = /:[\w+-]{2,30}:$/;
const PICTURES = /^(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\u200D\s]|:[\w+-]{2,30}:|\[x\]|&[a-z]{2,6};)+$/iu;
/** Between two times that a row is for: `22:02, 22:07`, `2024-03-01 to 2024-03-05`. */
const AND_TIME = /^\s*(?:[,+&/–—−-]|to\b|and\b|until\b|through\b|bis\b|und\b|hasta\b|y\b|et\b|e\b|até\b)\s*/u;
const MOST_TIMES = 8;

/**
 * `at` is the time within the line. Marks between time and text (` – `, `: `), brackets around the time and bullets are
 * left out; emphasis, code ticks and links stay with the time. A label before the time becomes the start of the text. A
 * time that runs into a word (`10:04に`) is copied: the text stays whole.
 */
export function cutTime(line: string, at: TextSpan): TimeParts {
	let before = line.slice(0, at.start);
	let time = line.slice(at.start, at.end);
	let after = line.slice(at.end);
	const guess = GUESS.exec(before)?.[0] ?? '';
	time = guess + time;
	before = before.slice(0, before.length - guess.length);
	const more = moreTime(after);
	time += more;
	after = after.slice(more.length);
	if (/^[\p{L}\p{N}]/u.test(after)) return { time, rest: line.replace(BULLETS, '').trim() };
	for (let opener = OPENER.exec(before)?.[0]; opener; opener = OPENER.exec(before)?.[0]) {
		before = before.slice(0, -opener.length);
		const closer = CLOSER[opener] ?? opener.replace('<', '</');
		const near = nearCloser(after, closer);
		if (near !== undefined) {
			const link = opener === '[' ? /^\([^()\s]+\)/.exec(after.slice(near.end))?.[0] : undefined;
			const inside = time + near.inside;
			if (link) time = `[${inside}]${link}`;
			else time = opener in CLOSER ? inside : opener + inside + closer;
			after = after.slice(near.end + (link?.length ?? 0));
		} else if (opener.startsWith('`') || (opener === '[' && /^[^[\]]*\]\(/.test(after))) {
			return { time, rest: line.replace(BULLETS, '').trim() };
		} else if (opener in CLOSER || after.includes(closer)) {
			if (!(opener in CLOSER)) time = opener + time + closer;
			after = opener + after.replace(SEPARATORS, '');
		}
	}
	const pictures = PICTURES.test(before.replace(BULLETS, '')) ? before.replace(BULLETS, '').trim() : '';
	const preposition = PREPOSITION.exec(before.trimEnd())?.[0] ?? '';
	if (preposition && !/\p{L}/u.test(before.slice(0, before.trimEnd().length - preposition.length))) {
		time = `${preposition} ${time}`;
		before = before.trimEnd().slice(0, -preposition.length);
	}
	const label = pictures ? '' : withoutColon(before.replace(BULLETS, '').trim());
	const text = after.replace(SEPARATORS, '').trim();
	return { time: pictures ? `${pictures} ${time}` : time, rest: [label, text].filter((part) => part !== '').join(' ') };
}

/** A label without the colon or dash that parts it from what it names, within its emphasis too. */
export function withoutColon(label: string): string {
	if (SHORTCODE_END.test(label)) return label;
	return label.replace(/[:：–—-]$/, '').replace(/[:：](?=(?:\*\*|__)$)/, '').trim();
}

/** What of the text behind a time still is time: its unit, an hour with open minutes, more times. Empty where nothing is. */
function moreTime(after: string): string {
	const unit = /^\s?(?:hrs?|uhr|h)\b\.?|^\s\d{1,2}:[x?]{2}(?=[:：\s])/i.exec(after)?.[0] ?? '';
	let end = unit.length;
	for (let count = 0; count < MOST_TIMES; count++) {
		const joint = AND_TIME.exec(after.slice(end))?.[0];
		const next = joint === undefined ? undefined : timeAt(after, end + joint.length, { order: undefined, place: 'row' });
		if (!next || (!next.clock && !next.date)) break;
		end = next.span.end;
	}
	return end > unit.length && !/^\s*(?:[:：)\]|–—]|\*\*|__|-\s|$)/.test(after.slice(end)) ? unit : after.slice(0, end);
}

/** Where the closing mark ends in `after`, and what stands before it: separators alone, which go, or more of the time. */
function nearCloser(after: string, closer: string): { readonly end: number; readonly inside: string } | undefined {
	const gap = /^[\s:：;,.|–—-]*/.exec(after)![0].length;
	for (const from of [0, gap]) if (after.startsWith(closer, from)) return { end: from + closer.length, inside: '' };
	const inside = /^[\d\s:.,+/&~≈?–—-]{1,24}/.exec(after)?.[0] ?? '';
	return inside !== '' && after.startsWith(closer, inside.length) ? { end: inside.length + closer.length, inside: withoutColon(inside.trimEnd()) } : undefined;
}
