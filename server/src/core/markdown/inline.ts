/** What stands inside a line: markup around words, links. Read only where a reader asks. */
import { trimmed, type TextSpan, type Written } from '../text/span';
import { SpanSet } from '../text/span-set';

/** Without any of these nothing can change but the blanks at both ends. */
const MARKUP = /[[<*_~`\\]|\s\s|[^\S ]/;

/** The text as a reader sees it: without emphasis marks, code ticks, link targets, HTML tags and escapes. */
export function plainText(source: string): string {
	if (!MARKUP.test(source)) return source.trim();
	let text = source;
	if (text.includes('[')) text = text.replace(/!?\[([^[\]]*)\]\([^()\s]*(?:\s"[^"]*")?\)/g, '$1');
	if (text.includes('<')) text = withoutHtml(text);
	if (/[*_~]/.test(text)) text = withoutEmphasis(text);
	return text
		.replaceAll('`', '')
		.replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
		.replace(/\s+/g, ' ')
		.trim();
}

function withoutHtml(text: string): string {
	return text
		.replace(/<https?:\/\/[^<>\s]+>/g, (url) => url.slice(1, -1))
		.replace(/<br\s*\/?>/gi, ' ')
		.replace(/<\/?[A-Z][^<>]*>/gi, '');
}

function withoutEmphasis(text: string): string {
	return text
		.replace(/(\*\*|__|~~)(?=\S)/g, '')
		.replace(/(?<=\S)(?:\*\*|__|~~)/g, '')
		.replace(/(?<![\p{L}\p{N}\\])[*_](?=\S)|(?<=[^\s\\])[*_](?![\p{L}\p{N}])/gu, '');
}

/** The span without the emphasis, code and link marks that wrap all of it. */
export function unwrapped(text: string, at: TextSpan): TextSpan {
	let { start, end } = trimmed(text, at);
	for (;;) {
		const mark = /^(?:\*{1,3}|_{1,3}|`+|~~)/.exec(text.slice(start, Math.min(end, start + 4)))?.[0];
		if (!mark || end - start < 2 * mark.length + 1 || text.slice(end - mark.length, end) !== mark) break;
		if (text.slice(start + mark.length, end - mark.length).includes(mark)) break;
		({ start, end } = trimmed(text, { start: start + mark.length, end: end - mark.length }));
	}
	return { start, end };
}

const LINK = /\[[^[\]]*\]\(([^()\s]+(?:\([^()\s]*\)[^()\s]*)?)(?:\s+"[^"]*")?\)|<(https?:\/\/[^<>\s]+)>|(?<![\p{L}(<])(https?:\/\/[^\s<>()\]|]+[^\s<>()\]|.,;:!?'"*_`])|(?<![\p{L}\p{N}/#&-])([A-Z][A-Z0-9]{1,9}-\d{1,6})(?![\p{L}\p{N}-])|(?<![\p{L}\p{N}/&#[])((?:[\w.-]{1,40}\/[\w.-]{1,100})?#\d{1,6})(?![\p{L}\p{N}])/gu;

/** Link targets, bare addresses, ticket keys (`OPS-12`) and issue numbers (`#12`, `team/repo#12`), as written. */
export function linksIn(text: string, at: TextSpan): Written[] {
	const source = text.slice(at.start, at.end);
	const found: Written[] = [];
	for (const match of source.matchAll(LINK)) {
		const target = match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5]!;
		const key = match[4] !== undefined && /^(?:UTC|GMT|SEV|P|UTF|SHA|ISO|RFC|HTTP|TLS|CVE|[SVH]|COVID|AES|MD|ES|EC)-/.test(target);
		if (key) continue;
		const start = at.start + match.index + match[0].lastIndexOf(target);
		found.push({ text: target, span: { start, end: start + target.length } });
	}
	return found;
}

/** Where in a line there is a backtick code span or a link target. */
export function codeAndLinksIn(line: string): SpanSet {
	return new SpanSet([...line.matchAll(/(`{1,3})[^`]+\1|\]\([^()\s]*\)|<?https?:\/\/[^\s<>]+/g)].map(({ index, 0: found }) => ({ start: index, end: index + found.length })));
}

/** Whether a backtick code span or a link target covers the offset. The text is one line. */
export function insideCodeOrLink(line: string, offset: number): boolean {
	return codeAndLinksIn(line).covers(offset);
}
