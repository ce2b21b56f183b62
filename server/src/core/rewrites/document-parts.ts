/** A document cut at its headings into parts that can change places, each with the level of its heading. */
import type { Postmortem, Section } from '../postmortem/model';
import type { TextSpan } from '../text/span';

/** A heading and what is under it, up to the next heading. */
export interface Part {
	readonly section: Section;
	/** Whole lines. */
	readonly span: TextSpan;
	/** The next heading above it that is of a higher rank. */
	readonly parent: Part | undefined;
}

export interface DocumentParts {
	/** Front matter, title and all else before the first part. */
	readonly lead: TextSpan;
	/** In document order. */
	readonly parts: readonly Part[];
}

type HeadingForm = 'atx' | 'setext' | 'html';

export function partsOfDocument(doc: Postmortem): DocumentParts {
	const titleEnd = doc.title?.span.end ?? 0;
	const sections = doc.sections.filter((section) => section.title && section.span.start >= titleEnd && formOf(doc, section) !== undefined);
	const parts: Part[] = [];
	for (const [index, section] of sections.entries()) {
		const start = lineStart(doc, section);
		const next = sections[index + 1];
		const parent = parts.findLast((above) => above.section.level < section.level);
		parts.push({ section, span: { start, end: next ? lineStart(doc, next) : doc.text.length }, parent: parent && isOpen(parts, parent, section.level) ? parent : undefined });
	}
	return { lead: { start: 0, end: parts[0]?.span.start ?? doc.text.length }, parts };
}

/** Whether no heading of the parent's rank or a higher one has closed it. */
function isOpen(parts: readonly Part[], parent: Part, level: number): boolean {
	return parts.slice(parts.indexOf(parent) + 1).every((between) => between.section.level >= level);
}

function lineStart(doc: Postmortem, section: Section): number {
	return doc.lines.fullLine(doc.lines.lineAt(section.heading.start)).start;
}

function formOf(doc: Postmortem, { heading, marked }: Section): HeadingForm | undefined {
	const source = doc.text.slice(heading.start, heading.end);
	if (marked === 'setext') return 'setext';
	if (/^ {0,3}#{1,6}(?:[ \t]|$)/.test(source)) return 'atx';
	return /^\s*<h[1-6][\s>]/i.test(source) ? 'html' : undefined;
}

/** The part as written, its heading at another level and, where one is given, with another title. */
export function partText(doc: Postmortem, { section, span }: Part, level: number, title?: string): string {
	const { heading } = section;
	const source = doc.text.slice(heading.start, heading.end);
	if (level === section.level && title === undefined) return doc.text.slice(span.start, span.end);
	return doc.text.slice(span.start, heading.start) + headingText() + doc.text.slice(heading.end, span.end);

	function headingText(): string {
		switch (formOf(doc, section)) {
			case 'setext': {
				const lines = source.split(/\r\n|\r|\n/).slice(0, -1).map((line) => line.trim());
				return `${'#'.repeat(level)} ${title ?? lines.join(' ')}`;
			}
			case 'html':
				return source.replace(/(<\/?h)[1-6](?=[\s>])/gi, `$1${level}`);
			default:
				return source.replace(/^( {0,3})#{1,6}/, `$1${'#'.repeat(level)}`).replace(/(?<=^ {0,3}#{1,6}[ \t]).*/, (rest) => title ?? rest);
		}
	}
}

/** The heading's own text where it is nothing but words, so that it can be written anew. */
export function plainTitle(doc: Postmortem, { section }: Part): string | undefined {
	const form = formOf(doc, section);
	if (form === 'html') return undefined;
	const source = doc.text.slice(section.heading.start, section.heading.end);
	const content = form === 'atx' ? source.replace(/^ {0,3}#{1,6}[ \t]+/, '').trimEnd() : source.split(/\r\n|\r|\n/).slice(0, -1).join(' ').trim();
	return content === section.title?.text && /^[\p{L}\p{M}\p{N} ,.'’&/+-]+$/u.test(content) ? content : undefined;
}
