/** The edits that turn bold lines, labels and items into headings. */
import type { Block, ListItem } from '../markdown/blocks';
import type { Postmortem, Section } from '../postmortem/model';
import type { SpanEdit } from '../text/edit';
import { lineEndingOf } from '../text/lines';
import type { TextSpan } from '../text/span';
import { isOpening, isUnmarked, openingTitle, outermostLevel } from './unmarked-sections';
import { isBlank } from './place';

/** A heading made of a list item takes the items around it with it; one made of an indented line takes the lines around it out of what would be code. */
export function headingEdits(doc: Postmortem, chosen: readonly Section[]): SpanEdit[] {
	const items = itemsByStart(doc);
	const sections = new Set(chosen);
	for (const section of doc.sections) {
		const item = items.get(section.heading.start);
		if (isUnmarked(section) && item && chosen.some((inner) => items.has(inner.heading.start) && item.span.start < inner.heading.start && inner.heading.start < item.span.end)) sections.add(section);
	}
	const edits: SpanEdit[] = [];
	/** The column that each line's content moves left by: that of the innermost item that becomes a heading. */
	const indents = new Map<number, number>();
	for (const section of [...sections].sort((a, b) => a.heading.start - b.heading.start)) {
		const item = items.get(section.heading.start);
		const content = item?.blocks[0]?.span.start;
		if (!item || content === undefined) continue;
		const first = doc.lines.lineAt(item.span.start);
		const column = content - doc.lines.line(first).start;
		for (let line = first + 1; line <= doc.lines.lineAt(Math.max(item.span.start, item.span.end - 1)); line++) indents.set(line, column);
	}
	for (const block of doc.blocks) {
		if (block.kind !== 'code' || block.fenced || ![...sections].some(({ heading }) => block.span.start <= heading.start && heading.start < block.span.end)) continue;
		for (const line of block.lines) indents.set(doc.lines.lineAt(line.start), leadingSpace(doc, doc.lines.line(doc.lines.lineAt(line.start))));
	}
	const headed = new Set([...sections].map((section) => doc.lines.lineAt(section.heading.start)));
	for (const section of sections) edits.push(...headingEdit(doc, section, items.has(section.heading.start), indents, headed));
	for (const [line, column] of indents) {
		if (headed.has(line)) continue;
		const at = doc.lines.line(line);
		const indent = Math.min(column, leadingSpace(doc, at));
		if (indent > 0) edits.push({ span: { start: at.start, end: at.start + indent }, newText: '' });
	}
	return mergeAdjacent(edits);
}

function headingEdit(doc: Postmortem, section: Section, isItem: boolean, indents: Map<number, number>, headed: ReadonlySet<number>): SpanEdit[] {
	const { text, lines } = doc;
	const marks = '#'.repeat(Math.max(1, Math.min(6, isOpening(section) ? outermostLevel(doc) : section.level)));
	const ending = lineEndingOf(text);
	if (isOpening(section)) {
		const { start } = lines.line(lines.lineAt(section.span.start));
		const at = start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start;
		const apart = isBlank(doc, lines.lineAt(section.span.start) - 1) ? '' : ending;
		return [{ span: { start: at, end: at }, newText: `${apart}${marks} ${openingTitle(doc)}${ending}${ending}` }];
	}
	const first = lines.lineAt(section.heading.start);
	const at = { ...lines.line(first) };
	if (at.start === 0 && text.charCodeAt(0) === 0xfeff) at.start = 1;
	const last = lines.lineAt(Math.max(section.heading.start, section.heading.end - 1));
	const end = lines.line(last).end;
	const before = text.slice(at.start, section.heading.start);
	if (!/^[ \t>]*$/.test(before)) return [];
	const quote = before.includes('>') ? before : '';
	const { above, below } = tagsAround(text.slice(section.heading.start, section.heading.end));
	const rest = below + text.slice(section.heading.end, end).trim();
	const title = text.slice(section.title!.span.start, section.title!.span.end).replace(/\s+/g, ' ').trim().replace(/[:：]$/, '').trimEnd();
	const out = [`${quote}${marks} ${title}`];
	if (above !== '') out.unshift(quote + above, quote.trimEnd());
	if (!isBlank(doc, first - 1)) out.unshift(quote.trimEnd());
	if (rest !== '') out.push(quote.trimEnd(), quote + rest);
	else if (!isBlank(doc, last + 1) && !headed.has(last + 1)) {
		out.push(quote.trimEnd());
		// A line that went on with a paragraph may be indented as it likes; one that begins one would be code.
		const next = lines.line(last + 1);
		const opening = section.blocks[0];
		if (!isItem && opening?.kind === 'paragraph' && opening.span.start < next.end && leadingSpace(doc, next) > 0 && !indents.has(last + 1)) indents.set(last + 1, leadingSpace(doc, next));
	}
	return [{ span: { start: at.start, end }, newText: out.join(ending) }];
}

/** What stands around the tags of an HTML heading: `<hr>`, `<div align="center">`. */
function tagsAround(heading: string): { readonly above: string; readonly below: string } {
	const [, above = '', below = ''] = /^([\s\S]*?)<h([1-6])[\s>][\s\S]*<\/h\2>([\s\S]*)$/i.exec(heading)?.filter((_, index) => index !== 2) ?? [];
	return { above: above.trim(), below: below.trim() };
}

function leadingSpace(doc: Postmortem, { start, end }: TextSpan): number {
	return /^[ \t]*/.exec(doc.text.slice(start, end))![0].length;
}

function itemsByStart(doc: Postmortem): ReadonlyMap<number, ListItem> {
	const found = new Map<number, ListItem>();
	visit(doc.blocks);
	return found;

	function visit(blocks: readonly Block[]): void {
		for (const block of blocks) {
			if (block.kind === 'quote') visit(block.blocks);
			if (block.kind !== 'list') continue;
			for (const item of block.items) {
				found.set(item.span.start, item);
				visit(item.blocks);
			}
		}
	}
}

function mergeAdjacent(edits: readonly SpanEdit[]): SpanEdit[] {
	const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
	return sorted.filter((edit, index) => index === 0 || edit.span.start >= sorted[index - 1]!.span.end);
}
