/** Where in a document something can be put, so that blank lines stay right. */
import type { Postmortem } from '../../postmortem/model';
import type { SpanEdit } from '../../text/edit';
import type { TextSpan } from '../../text/span';

/** The span without its last line ending and the blank lines before that. */
export function withoutBlankEnd(text: string, { start, end }: TextSpan): TextSpan {
	while (end > start && /\s/.test(text[end - 1]!)) end--;
	return { start, end };
}

/** The first line of a span, as far as the span goes. */
export function firstLine(doc: Postmortem, { start, end }: TextSpan): TextSpan {
	return { start, end: Math.max(start, Math.min(end, doc.lines.line(doc.lines.lineAt(start)).end)) };
}

/** Puts a block of lines behind the last line of `span` that is not blank, a blank line between. */
export function insertBehind(doc: Postmortem, span: TextSpan, block: string): SpanEdit {
	const eol = doc.lines.ending;
	const last = doc.lines.lineAt(withoutBlankEnd(doc.text, span).end);
	const { end } = doc.lines.line(last);
	const next = last + 1;
	const isTight = next < doc.lines.count && doc.text.slice(doc.lines.line(next).start, doc.lines.line(next).end).trim() !== '';
	return { span: { start: end, end }, newText: `${eol}${eol}${block}${isTight ? eol : ''}` };
}

/** Puts a block of lines before a line, a blank line between. */
export function insertBefore(doc: Postmortem, lineStart: number, block: string): SpanEdit {
	const eol = doc.lines.ending;
	const isOpen = lineStart === 0 || /(?:^|\n|\r)[ \t]*(?:\r\n|\r|\n)$/.test(doc.text.slice(0, lineStart)) || doc.frontMatter?.span.end === lineStart - eol.length;
	return { span: { start: lineStart, end: lineStart }, newText: `${isOpen ? '' : eol}${block}${eol}${eol}` };
}

/** Where the document's own text begins: behind the front matter and blank lines, at the start of a line. */
export function bodyStart(doc: Postmortem): number {
	let line = doc.frontMatter ? doc.lines.lineAt(doc.frontMatter.span.end) + 1 : 0;
	while (line < doc.lines.count - 1 && doc.text.slice(doc.lines.line(line).start, doc.lines.line(line).end).replace('\ufeff', '').trim() === '') line++;
	const { start } = doc.lines.line(line);
	return doc.text[start] === '\ufeff' ? start + 1 : start;
}

/** What stands for the document as a whole: its title, else its first line. */
export function titleSpan(doc: Postmortem): TextSpan {
	if (doc.title) return firstLine(doc, doc.title.span);
	const start = bodyStart(doc);
	return { start, end: Math.max(start, doc.lines.line(doc.lines.lineAt(start)).end) };
}
