/** Tickets that stand beside an action rather than in its sentence: `… (OPS-12)`, `OPS-12: …`, `… [Issue](https://…)`. */

const KEY = String.raw`(?:[\w.-]{1,40}\/[\w.-]{1,60})?#\d{1,6}|[A-Z][A-Z0-9]{1,9}-\d{1,6}`;
const LINK = String.raw`\[(?:${KEY}|(?:see |link to |tracking |github |jira )?(?:issues?|tickets?|prs?|pull requests?|link|jira|bug|here))\]\([^()\s]{1,400}\)`;
const ADDRESS = String.raw`<https?:\/\/[^<>\s]{1,400}>|https?:\/\/[^\s<>()|]{1,400}`;
const AT_END = new RegExp(String.raw`(?:(?:(?<!\])|\s)\(\s?(${LINK}|${ADDRESS}|${KEY})\s?\)|[:;,]?\s{0,2}(\[(?:${KEY})\])|(?:\s[-–—]|[.;:,])\s(${LINK}|${ADDRESS}|${KEY})|\s(${LINK}|${ADDRESS}))\s{0,2}\.?$`, 'iu');
const AT_START = new RegExp(String.raw`^(?:(\[(?:${KEY})\])(?!\()|(${LINK}|${KEY})(?=\s?[:：]|\s[-–—]\s))\s{0,2}(?:[:：]|[-–—]\s)?\s{0,2}`, 'u');

export interface Tickets {
	/** The action without them. */
	readonly text: string;
	readonly tickets: readonly string[];
}

/** Takes the tickets off both ends of a line of Markdown. Square brackets stay: `[#12]` may be a link that is defined elsewhere. */
export function takeTickets(line: string): Tickets {
	let text = line;
	const tickets: string[] = [];
	const start = AT_START.exec(text);
	if (start) {
		tickets.push((start[1] ?? start[2])!);
		text = text.slice(start[0].length);
	}
	const behind: string[] = [];
	for (let end = AT_END.exec(text); end && end.index > 0; end = AT_END.exec(text)) {
		behind.unshift((end[1] ?? end[2] ?? end[3] ?? end[4])!);
		text = text.slice(0, end.index) + (end[0].startsWith('.') ? '.' : '');
		if (end[0].startsWith('.')) break;
	}
	return /\p{L}/u.test(text) ? { text, tickets: [...tickets, ...behind] } : { text: line, tickets: [] };
}
