/** The edits that silence a rule by a comment: for one line, or for the whole document. */
import type { Block } from '../markdown/blocks';
import type { Postmortem } from '../postmortem/model';
import type { SpanEdit } from '../text/edit';
import { lineEndingOf } from '../text/lines';
import type { TextSpan } from '../text/span';

/**
 * Silences a rule on the line of an offset: a comment in the last cell of a table row, above a heading, else at the end
 * of the line. `undefined` where no comment can stand: in code and front matter.
 */
export function suppressOnLine(doc: Postmortem, rule: string, offset: number): SpanEdit | undefined {
	const { text, lines } = doc;
	if (doc.frontMatter && offset <= doc.frontMatter.span.end) return undefined;
	const line = lines.lineAt(offset);
	const here = lines.line(line);
	const block = innermost(doc.blocks, here.start === here.end ? offset : Math.max(offset, firstLetter(text, here)));
	if (block?.kind === 'code' || block?.kind === 'html') return undefined;
	if (block?.kind === 'heading') {
		const first = lines.lineAt(block.span.start);
		const above = first > 0 ? lines.line(first - 1) : undefined;
		const grown = above && addRule(text, above, 'postmortem-disable-next-line', rule);
		if (grown) return grown;
		const at = block.span.start;
		return { span: { start: at, end: at }, newText: `<!-- postmortem-disable-next-line ${rule} -->${lineEndingOf(text)}` };
	}
	const grown = addRule(text, here, 'postmortem-disable-line', rule);
	if (grown) return grown;
	const comment = ` <!-- postmortem-disable-line ${rule} -->`;
	if (block?.kind === 'table') {
		const row = [block.header, ...block.rows].find((each) => each.span.start <= here.end && here.start <= each.span.end);
		const cell = row?.cells.at(-1);
		return cell && { span: { start: cell.end, end: cell.end }, newText: comment };
	}
	return { span: { start: here.end, end: here.end }, newText: comment };
}

/** Silences a rule in the whole document, by a comment at its end. */
export function suppressInFile({ text, lines }: Postmortem, rule: string): SpanEdit {
	for (let line = 0; line < lines.count; line++) {
		const grown = addRule(text, lines.line(line), 'postmortem-disable-file', rule);
		if (grown) return grown;
	}
	const eol = lineEndingOf(text);
	const gap = text === '' ? '' : /[\r\n]$/.test(text) ? eol : eol + eol;
	return { span: { start: text.length, end: text.length }, newText: `${gap}<!-- postmortem-disable-file ${rule} -->${eol}` };
}

/** One more rule in a comment that stands there already. */
function addRule(text: string, { start, end }: TextSpan, directive: string, rule: string): SpanEdit | undefined {
	const found = new RegExp(`<!--\\s{0,9}${directive}((?:[ ,]+[a-z-]+)+)\\s{0,9}-->`).exec(text.slice(start, end));
	if (!found) return undefined;
	const at = start + found.index + found[0].indexOf(found[1]!) + found[1]!.length;
	return { span: { start: at, end: at }, newText: ` ${rule}` };
}

function firstLetter(text: string, { start, end }: TextSpan): number {
	const found = text.slice(start, end).search(/\S/);
	return found < 0 ? start : start + found;
}

function innermost(blocks: readonly Block[], offset: number): Block | undefined {
	const block = blocks.find(({ span }) => span.start <= offset && offset <= span.end);
	if (block?.kind === 'quote') return innermost(block.blocks, offset) ?? block;
	if (block?.kind === 'list') return innermost(block.items.flatMap((item) => item.blocks), offset) ?? block;
	return block;
}
