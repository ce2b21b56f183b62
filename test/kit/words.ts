/** What a text says, counted without any reader of the product: the measure that a rewrite lost nothing. */

/** Words, numbers, link targets and inline code that `before` has more often than `after`; those of `excused` may vanish. */
export function lostParts(before: string, after: string, excused: readonly string[] = []): string[] {
	const left = counted(partsOf(after));
	const free = new Set(excused.flatMap((text) => text.toLowerCase().match(WORD) ?? []));
	const lost: string[] = [];
	for (const [part, count] of counted(partsOf(before))) if ((left.get(part) ?? 0) < count && !free.has(part.toLowerCase())) lost.push(part);
	return lost;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Not counted, for it shapes and says nothing: numbers and boxes of list items, tags that shape, entities of spaces, languages of fences, escapes. */
function partsOf(markdown: string): string[] {
	const text = markdown
		.replace(/^([ \t>]*(?:[-*+][ \t]+)?)(?:```|~~~).*$/gm, '$1')
		.replace(/<br ?\/?>|<\/?(?:h[1-6]|[uod]l|li|d[dt]|p|div)(?:\s[^<>]*)?>|&(?:nbsp|emsp|ensp|thinsp);/gi, ' ')
		.replace(/^[ \t>]*(?:[-*+•][ \t]+)?\d{1,9}[.)](?=[ \t])/gm, '')
		.replace(/^[ \t>]*(?:(?:[-*+•]|\d{1,9}[.)])[ \t]+)*\[[ x]\](?=\s)/gim, '')
		.replace(/\\(?=[^\p{L}\p{N}\s])/gu, '');
	const targets = [...text.matchAll(/\]\(([^()\s]+)/g)].map(([, target]) => `](${target!}`);
	const code = markdown.split(/\r\n|[\r\n]/).flatMap(codeIn);
	return [...(text.match(WORD) ?? []), ...targets, ...code];
}

/** A bar ends a cell, and with it what a backtick opened, unless it is escaped; elsewhere it is part of the code. */
function codeIn(line: string): string[] {
	const inside = /^[ \t>]*\|/.test(line) ? /(?<!`)`((?:[^`|]|(?<=\\)\|)+)`(?!`)/g : /(?<!`)`([^`]+)`(?!`)/g;
	return [...line.matchAll(inside)].map(([, code]) => `\`${code!.replace(/\\(?=[^\p{L}\p{N}\s]|$)/gu, '').trim()}\``);
}

function counted(parts: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
	return counts;
}
