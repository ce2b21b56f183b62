/** What a block that is put in place of another needs around it: blank lines, whole lines. */
import type { SpanEdit } from '../text/edit';
import type { TextSpan } from '../text/span';

/** Replaces the span by a block of its own, with a blank line on each side that has text. */
export function replaceByBlock(text: string, { start, end }: TextSpan, block: string, lineEnding: string): SpanEdit {
	const before = text.slice(0, start);
	const after = text.slice(end);
	const lead = /^\uFEFF?$/.test(before) || /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)[ \t]*$/.test(before) ? '' : /(?:\r\n|\n|\r)[ \t]*$/.test(before) ? lineEnding : lineEnding + lineEnding;
	const trail = after === '' || /^[ \t]*(?:\r\n|\n|\r)?[ \t]*$/.test(after) || /^[ \t]*(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(after) ? '' : /^[ \t]*(?:\r\n|\n|\r)/.test(after) ? lineEnding : lineEnding + lineEnding;
	return { span: { start, end }, newText: lead + block + trail };
}

/** The white space before a block on its line: what each line of a block in its place begins with, to stay in the same list item. */
export function indentOf(text: string, offset: number): string {
	const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
	return /^[ \t]*/.exec(text.slice(lineStart, Math.max(lineStart, offset)))![0];
}

export function indented(block: string, indent: string): string {
	return indent === '' ? block : block.replace(/^(?=[^\r\n])/gm, indent);
}

/** The line's start where nothing but white space, quote marks or a bullet's indentation stands before the offset. */
export function lineStartIfFree(text: string, offset: number): number {
	const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
	return /^[\s>]*$/.test(text.slice(lineStart, offset)) ? lineStart : offset;
}

/** The text with the indentation that all of its lines but the first share taken away, at most `columns`. */
export function dedented(source: string, columns: number): string {
	return source.replace(/(\r\n|\n|\r)([ \t]+)/g, (_, ending: string, indent: string) => {
		let taken = 0;
		let at = 0;
		while (at < indent.length && taken < columns) taken += indent[at++] === '\t' ? 4 : 1;
		return ending + indent.slice(at);
	});
}
