/** A second section of one name put under the first. */
import type { Postmortem, Section } from '../postmortem/model';
import { headingKeys } from '../template/headings';
import type { SpanEdit } from '../text/edit';
import type { TextSpan } from '../text/span';
import { isBlank } from './place';

/**
 * Moves what is in `second` to the end of `first`, without its heading where that says the same. Another heading, and
 * one that would put text into the last subsection, stays one level deeper. Empty where a level would be too deep, or
 * where a heading is not written with `#`.
 */
export function mergeEdits(doc: Postmortem, first: Section, second: Section): SpanEdit[] {
	const ending = doc.lines.ending;
	const hasSameName = headingKeys(first.title!.text).some((key) => headingKeys(second.title!.text).includes(key));
	const moved = hasSameName && first.children.length === 0 ? withoutHeading(doc, second) : nested(doc, second);
	if (moved === undefined || second.span.start < first.span.end) return [];
	const body = trimmedLines(moved);
	const isAtEnd = second.span.end >= doc.text.length;
	const apart = isAtEnd ? ending : ending + ending;
	if (first.span.end === second.span.start) return [{ span: second.span, newText: body === '' ? '' : body + apart }];
	const isOpen = !isBlank(doc, doc.lines.lineAt(first.span.end) - 1);
	return [
		...(body === '' ? [] : [{ span: { start: first.span.end, end: first.span.end }, newText: `${isOpen ? ending : ''}${body}${ending}${ending}` }]),
		{ span: second.span, newText: '' },
	];
}

function withoutHeading(doc: Postmortem, { heading, span }: Section): string {
	return doc.text.slice(doc.lines.fullLine(doc.lines.lineAt(Math.max(heading.start, heading.end - 1))).end, span.end);
}

function nested(doc: Postmortem, section: Section): string | undefined {
	const headings = [section, ...descendants(section)].map(({ heading }) => heading);
	if (!headings.every(({ start }) => /^#{1,5}[ \t]/.test(doc.text.slice(start, start + 7)))) return undefined;
	let out = '';
	let at = section.span.start;
	for (const { start } of headings) {
		out += `${doc.text.slice(at, start)}#`;
		at = start;
	}
	return out + doc.text.slice(at, section.span.end);
}

function descendants({ children }: Section): Section[] {
	return children.flatMap((child) => [child, ...descendants(child)]);
}

/** Without blank lines at both ends and without the last line ending. */
function trimmedLines(text: string): string {
	const span: TextSpan = { start: /^(?:[ \t]*(?:\r\n|\r|\n))*/.exec(text)![0].length, end: text.trimEnd().length };
	return span.end <= span.start ? '' : text.slice(span.start, span.end);
}
