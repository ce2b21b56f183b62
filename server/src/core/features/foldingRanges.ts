/** What can be folded: sections however they are marked, front matter, tables, lists and code of more than one line, and nested rows. */
import type { Block } from '../markdown/blocks';
import type { Postmortem } from '../postmortem/model';
import type { TextSpan } from '../text/span';

/** Zero-based lines; the first one stays visible. */
export interface FoldingRange {
	readonly startLine: number;
	readonly endLine: number;
	/** Set where a person can fold all of its kind at once. */
	readonly kind: 'comment' | 'region' | undefined;
}

/** In document order, each pair of lines once; empty where the document is no postmortem. */
export function foldingRanges(doc: Postmortem): readonly FoldingRange[] {
	if (!doc.verdict.isPostmortem) return [];
	const found = new Map<string, FoldingRange>();
	const add = ({ start, end }: TextSpan, kind: FoldingRange['kind'] = undefined) => {
		const startLine = doc.lines.lineAt(start);
		const endLine = doc.lines.lineAt(start + doc.text.slice(start, end).trimEnd().length);
		const key = `${startLine} ${endLine}`;
		if (endLine > startLine && !found.has(key)) found.set(key, { startLine, endLine, kind });
	};
	if (doc.frontMatter) add(doc.frontMatter.span);
	for (const section of doc.sections) if (section.title) add({ start: section.heading.start, end: section.span.end });
	for (const { span } of doc.timelines) add(span);
	for (const { rowSpan } of doc.timelines.flatMap(({ entries }) => entries)) add(rowSpan);
	for (const { span } of doc.actionLists) add(span);
	const visit = (block: Block): void => {
		switch (block.kind) {
			case 'list':
				for (const item of block.items) {
					add(item.span);
					item.blocks.forEach(visit);
				}
				break;
			case 'quote':
				add(block.span);
				block.blocks.forEach(visit);
				break;
			case 'html':
				add(block.span, doc.text.startsWith('<!--', block.span.start) ? 'comment' : undefined);
				break;
			case 'table':
			case 'code':
				add(block.span);
				break;
		}
	};
	doc.blocks.forEach(visit);
	return [...found.values()].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}
