/** Where new lines go: whole lines of the document replaced by a block that stands apart from what is around it. */
import type { Block } from '../markdown/blocks';
import type { Postmortem } from '../postmortem/model';
import type { SpanEdit } from '../text/edit';
import { contains, type TextSpan } from '../text/span';

/**
 * Replaces the lines of `span` by `lines`, with a blank line before and behind where text stands there. `undefined`
 * where something else stands on the first or last line, or the block tree leaves no clean place.
 */
export function replaceLines(doc: Postmortem, span: TextSpan, lines: readonly string[]): SpanEdit | undefined {
	const prefix = containerPrefix(doc, span);
	if (prefix === undefined) return undefined;
	const first = doc.lines.lineAt(span.start);
	const last = doc.lines.lineAt(Math.max(span.start, span.end - 1));
	const at = { start: doc.lines.line(first).start, end: doc.lines.line(last).end };
	if (at.start === 0 && doc.text.charCodeAt(0) === 0xfeff) at.start = 1;
	if (/[\p{L}\p{N}]/u.test(doc.text.slice(at.start, span.start).replace(/\d{1,9}[.)][ \t]*$/, '')) || doc.text.slice(span.end, at.end).trim() !== '') return undefined;
	const out = [...lines];
	if (!isBlank(doc, first - 1)) out.unshift('');
	if (!isBlank(doc, last + 1)) out.push('');
	const ending = doc.lines.ending;
	return { span: at, newText: out.map((line) => (prefix + line).trimEnd()).join(ending) };
}

/** Whether a line is blank but for quote marks; there is nothing but blank before the first and behind the last. */
export function isBlank(doc: Postmortem, line: number): boolean {
	if (line < 0 || line >= doc.lines.count) return true;
	const { start, end } = doc.lines.line(line);
	return /^[\s>]*$/.test(doc.text.slice(start, end));
}

/** What each line within the quotes and list items around a span starts with; empty at the top level. */
function containerPrefix(doc: Postmortem, span: TextSpan): string | undefined {
	let prefix = '';
	let blocks: readonly Block[] | undefined = doc.blocks;
	while (blocks) {
		let inner: readonly Block[] | undefined;
		for (const block of blocks) {
			if (block.kind === 'quote' && contains(block.span, span) && block.span.start < span.start) {
				inner = block.blocks;
				prefix += '> ';
			} else if (block.kind === 'list') {
				for (const item of block.items) {
					const content = item.blocks[0]?.span.start;
					if (content === undefined || !contains(item.span, span) || span.start <= content) continue;
					if (doc.lines.lineAt(content) === doc.lines.lineAt(span.start)) return undefined;
					const column = content - doc.lines.line(doc.lines.lineAt(content)).start;
					const box = item.checked === undefined ? 0 : 4;
					inner = item.blocks;
					prefix += ' '.repeat(Math.max(0, column - box - prefix.length));
				}
			}
		}
		blocks = inner;
	}
	return prefix;
}
