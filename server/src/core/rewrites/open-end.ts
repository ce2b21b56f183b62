/** A code fence or comment that nobody closed: it swallows what is put behind it. */
import type { Block } from '../markdown/blocks';
import type { Postmortem } from '../postmortem/model';
import type { SpanEdit } from '../text/edit';
import { oncePer } from '../text/once';

/** Closes what runs to the end of the document, below its last line; the same edit at each call, `undefined` where all is closed. */
export const closeEnd = oncePer((doc: Postmortem): SpanEdit | undefined => {
	const block = doc.blocks.at(-1);
	const mark = block && (block.kind === 'html' ? openComment(doc, block) : openFence(doc, block));
	if (mark === undefined) return undefined;
	const { end } = lastLine(doc, block!);
	return { span: { start: end, end }, newText: doc.lines.ending + mark };
});

function openFence(doc: Postmortem, block: Block): string | undefined {
	if (block.kind !== 'code' || !block.fenced) return undefined;
	const first = doc.lines.line(doc.lines.lineAt(block.span.start));
	const last = lastLine(doc, block);
	const mark = /^(?:`{3,}|~{3,})/.exec(doc.text.slice(block.span.start, first.end))?.[0];
	const isClosed = last.start > first.start && mark !== undefined && doc.text.slice(last.start, last.end).trim().startsWith(mark);
	return isClosed ? undefined : mark;
}

function openComment({ text }: Postmortem, { span }: Block): string | undefined {
	const opened = text.lastIndexOf('<!--');
	return opened >= span.start && !text.includes('-->', opened) ? '-->' : undefined;
}

/** The last line that is not blank. */
function lastLine({ text, lines }: Postmortem, { span }: Block): { readonly start: number; readonly end: number } {
	return lines.line(lines.lineAt(Math.max(span.start, text.trimEnd().length - 1)));
}
