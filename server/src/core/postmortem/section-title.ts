/** What titles say: how one reads without its markup, and where HTML has one. */
import { plainText } from '../markdown/inline';
import { trimmed, type TextSpan, type Written } from '../text/span';

/** An HTML heading that fills its lines. */
export function htmlHeading(text: string, at: TextSpan): { title: TextSpan; level: number } | undefined {
	const source = text.slice(at.start, at.end);
	const found = /<h([1-6])(?:\s[^<>]*)?>([\s\S]*?)<\/h\1>/i.exec(source);
	if (!found || found[2]!.length > 200 || source.slice(found.index + found[0].length).replace(/<[^<>]*>/g, '').trim() !== '') return undefined;
	const start = at.start + found.index + found[0].indexOf('>') + 1;
	return { title: trimmed(text, { start, end: start + found[2]!.length }), level: Number(found[1]) };
}

/** A heading as a reader sees it. */
export function titleText(text: string, at: TextSpan): string {
	return plainText(text.slice(at.start, at.end));
}

export function titleWritten(text: string, at: TextSpan): Written {
	return { text: cleanTitle(titleText(text, at)), span: at };
}

/** Without numbering (`4.`, `IV.`), emoji, shortcodes, and a colon at the end. */
function cleanTitle(title: string): string {
	const clean = title
		.replace(/^(?:[\p{Extended_Pictographic}\uFE0F\u200D\s]|:[a-z_+-]+:)+/u, '')
		.replace(/^title\s*:\s*/i, '')
		.replace(/^(?:\d{1,2}(?:\.\d{1,2})*[.)]|[IVX]{1,4}[.)])\s+/, '')
		.replace(/[:：]$/, '')
		.trim();
	return clean === '' ? title : clean;
}
