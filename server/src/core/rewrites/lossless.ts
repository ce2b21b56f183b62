/** The last guard of every rewrite: whether all words, numbers, links and inline code of a text are still there after it. */

const FENCE = /^([ \t>]*(?:[-*+•][ \t]+)?)`{3,}(?=[^`\n]*$)/gm;
/** A blank line, or one that begins a row of a table or an item of a list. */
const PARAGRAPH_END = /\n[ \t>]*(?:\r?\n|\||[-*+•][ \t]|\d{1,9}[.)][ \t])/;

/**
 * Whether `after` holds each word and number of `before` at least as often, and each link target, inline code and
 * emphasis. Words of `excused` (the titles of columns that a label moved into) may vanish.
 */
export function keepsAll(before: string, after: string, excused: readonly string[] = []): boolean {
	const free = new Set(excused.flatMap((title) => wordsOf(title)).map((word) => word.toLowerCase()));
	const left = countOf(partsOf(after));
	for (const [part, count] of countOf(partsOf(before))) {
		if ((left.get(part) ?? 0) < count && !free.has(part.toLowerCase())) return false;
	}
	return true;
}

/** Words, numbers, link targets and inline code of a Markdown text; list marks, `<br>`, tags of headings, lists and paragraphs, entities of spaces and escaped bars are none. */
export function partsOf(markdown: string): string[] {
	const text = markdown.replace(/<br ?\/?>|<\/?(?:h[1-6]|[uod]l|li|d[dt]|p)(?:\s[^<>]*)?>|&(?:nbsp|emsp|ensp|thinsp);/gi, '\n').replaceAll('\\|', '|').replace(/^[ \t>]*\d{1,9}[.)](?=[ \t])/gm, '').replace(/^[ \t>]*(?:[-*+•][ \t]+)?\[[ x]\][ \t]/gim, '');
	const targets = [...text.matchAll(/\]\(([^()\s]+)/g)].map((match) => `](${match[1]!}`);
	return [...wordsOf(text), ...codeIn(text), ...targets];
}

/** Inline code, wrapped or not: one run of ticks up to the next run as long in the same paragraph. Ticks of fences are none. */
function codeIn(text: string): string[] {
	const source = text.replace(FENCE, '$1');
	const code: string[] = [];
	let open: RegExpExecArray | undefined;
	for (const ticks of source.matchAll(/`+/g)) {
		if (open && PARAGRAPH_END.test(source.slice(open.index, ticks.index))) open = undefined;
		if (!open) open = ticks;
		else if (open[0].length === ticks[0].length) {
			code.push(`\`${source.slice(open.index + open[0].length, ticks.index).split('\n').map((line) => line.replace(/^[\s>]+/, '').trimEnd()).join(' ').trim()}\``);
			open = undefined;
		}
	}
	return code;
}

export function wordsOf(text: string): string[] {
	return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function countOf(parts: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
	return counts;
}
