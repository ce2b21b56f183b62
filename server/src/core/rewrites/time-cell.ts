/** Parts the line of a timeline row into its time, with the emphasis around it, and what happened. */
import type { TextSpan } from '../text/span';

export interface TimeParts {
	readonly time: string;
	readonly rest: string;
}

const OPENER = /(?:\*{1,3}|_{1,3}|~~|[`[(【「“"]|<(?:[biu]|strong|em|code)>)$/;
/** What opens a sentence with a time: it goes with the time. */
const PREPOSITION = /(?:\b(?:at|by|from|on|um|am|kl|le|el|em|as)|à|às|den)\.?:?$/iu;
const CLOSER: Readonly<Record<string, string>> = { '[': ']', '(': ')', '【': '】', '「': '」', '“': '”', '"': '"' };
const SEPARATORS = /^(?:\s|[:：;,.|>→⇒=–—-](?!\d))+/;
const BULLETS = /^(?:[\s•·▪▫◦‣⁃●○■□►▶→⇒|>–—]|-(?!\d)|\*(?=\s)|\[ \](?=\s))+/;

/**
 * `at` is the time within the line. Marks between time and text (` – `, `: `), brackets around the time and bullets are
 * left out; emphasis, code ticks and links stay with the time. A label before the time becomes the start of the text.
 */
export function cutTime(line: string, at: TextSpan): TimeParts {
	let before = line.slice(0, at.start);
	let time = line.slice(at.start, at.end);
	let after = line.slice(at.end);
	const unit = /^\s?(?:hrs?|uhr|h)\b\.?/i.exec(after)?.[0] ?? '';
	time += unit;
	after = after.slice(unit.length);
	for (let opener = OPENER.exec(before)?.[0]; opener; opener = OPENER.exec(before)?.[0]) {
		before = before.slice(0, -opener.length);
		const closer = CLOSER[opener] ?? opener.replace('<', '</');
		const near = nearCloser(after, closer);
		if (near !== undefined) {
			const link = opener === '[' ? /^\([^()\s]+\)/.exec(after.slice(near))?.[0] : undefined;
			if (link) time = `[${time}]${link}`;
			else if (!(opener in CLOSER)) time = opener + time + closer;
			after = after.slice(near + (link?.length ?? 0));
		} else if (opener.startsWith('`') || (opener === '[' && /^[^[\]]*\]\(/.test(after))) {
			return { time, rest: line.replace(BULLETS, '').trim() };
		} else if (opener in CLOSER || after.includes(closer)) {
			if (!(opener in CLOSER)) time = opener + time + closer;
			after = opener + after.replace(SEPARATORS, '');
		}
	}
	const emoji = /^(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\u200D\s]|:[a-z_]{2,30}:|\[x\])+$/iu.test(before.replace(BULLETS, '')) ? before.replace(BULLETS, '').trim() : '';
	const preposition = PREPOSITION.exec(before.trimEnd())?.[0] ?? '';
	if (preposition && !/\p{L}/u.test(before.slice(0, before.trimEnd().length - preposition.length))) {
		time = `${preposition} ${time}`;
		before = before.trimEnd().slice(0, -preposition.length);
	}
	const label = emoji ? '' : before.replace(BULLETS, '').trim().replace(/[:：–—-]$/, '').replace(/[:：](?=(?:\*\*|__)$)/, '').trim();
	const text = after.replace(SEPARATORS, '').trim();
	return { time: emoji ? `${emoji} ${time}` : time, rest: [label, text].filter((part) => part !== '').join(' ') };
}

/** How far the closing mark reaches into `after` where nothing but separators stands before it. */
function nearCloser(after: string, closer: string): number | undefined {
	const gap = /^[\s:：;,.|–—-]*/.exec(after)![0].length;
	for (const from of [0, gap]) if (after.startsWith(closer, from)) return from + closer.length;
	return undefined;
}
