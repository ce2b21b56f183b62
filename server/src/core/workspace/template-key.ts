/** The `template:` of a document's front matter, found without reading the document. */
import { readFrontMatter } from '../markdown/front-matter';

/** Written as one line, `template: NAME`, quotes taken off; `undefined` where there is none. */
export function templateKey(text: string): string | undefined {
	const frontMatter = readFrontMatter(text);
	if (!frontMatter) return undefined;
	const body = text.slice(frontMatter.content.start, frontMatter.content.end);
	const key = /^template[ \t]*[:=]/m.exec(body);
	if (!key) return undefined;
	const line = /^[^\r\n]*/.exec(body.slice(key.index + key[0].length))![0];
	const comment = line.search(/[ \t]#/);
	const value = (comment < 0 ? line : line.slice(0, comment)).trim();
	return /^(["']).*\1$/.test(value) && value.length > 1 ? value.slice(1, -1) : value;
}
