/** The lead between `---` (YAML) or `+++` (TOML) lines at the very top of a document. */
import type { FrontMatterBlock } from './blocks';

/** A lead whose closing line is further away is no front matter: looking on would cost time on every keystroke. */
const LIMIT = 64 * 1024;

export function readFrontMatter(text: string): FrontMatterBlock | undefined {
	const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
	const fence = text.slice(start, start + 3);
	if (fence !== '---' && fence !== '+++') return undefined;
	const opening = /^[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(start + 3, start + 200));
	if (!opening) return undefined;
	const contentStart = start + 3 + opening[0].length;
	const head = text.slice(contentStart - 1, contentStart + LIMIT);
	const closing = (fence === '---' ? /[\n\r]---[ \t]*(?=[\n\r]|$)/ : /[\n\r]\+\+\+[ \t]*(?=[\n\r]|$)/).exec(head);
	if (!closing) return undefined;
	const contentEnd = contentStart - 1 + closing.index + 1;
	return {
		format: fence === '---' ? 'yaml' : 'toml',
		span: { start, end: contentStart - 1 + closing.index + closing[0].length },
		content: { start: contentStart, end: Math.max(contentStart, contentEnd) },
	};
}
