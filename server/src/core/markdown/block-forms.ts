/** What headings and code look like in the text, wherever a parser found them. */
import { trimmed, type TextSpan } from '../text/span';
import type { Block, CodeBlock, HeadingBlock, ParagraphBlock } from './blocks';

/** A setext heading of several lines is a paragraph and a rule. */
export function heading(depth: number, at: TextSpan, text: string, quotes: number): Block[] {
	const source = text.slice(at.start, at.end);
	const atx = /^#{1,6}(?:[ \t]+|$)/.exec(source);
	if (atx) {
		const closing = /(?:^|[ \t])#+[ \t]*$/.exec(source.slice(atx[0].length));
		const content = trimmed(text, { start: at.start + atx[0].length, end: at.end - (closing ? closing[0].length : 0) });
		return [{ kind: 'heading', style: 'atx', depth, span: at, content } satisfies HeadingBlock];
	}
	const lines = linesOf(at, text, quotes);
	const content = lines.slice(0, -1);
	if (content.length === 1) return [{ kind: 'heading', style: 'setext', depth, span: at, content: content[0]! } satisfies HeadingBlock];
	// Several lines above `---`: people mean a paragraph and a rule, and read it so.
	return [
		{ kind: 'paragraph', span: { start: at.start, end: content.at(-1)!.end }, lines: content } satisfies ParagraphBlock,
		{ kind: 'break', span: lines.at(-1)! },
	];
}

export function code(language: string | undefined, at: TextSpan, text: string, quotes: number): CodeBlock {
	const fence = /^(?:`{3,}|~{3,})/.exec(text.slice(at.start, at.end));
	const lines = rawLines(at, text);
	if (!fence) return { kind: 'code', span: at, fenced: false, language: undefined, lines };
	const last = lines.at(-1)!;
	const closed = lines.length > 1 && text.slice(last.start, last.end).replace(/^[\s>]+/, quotes ? '' : '$&').trim().startsWith(fence[0]);
	return { kind: 'code', span: at, fenced: true, language, lines: lines.slice(1, closed ? -1 : undefined) };
}

/** @param quotes how many quote marks open each line but the first. */
export function linesOf(at: TextSpan, text: string, quotes: number): TextSpan[] {
	return rawLines(at, text).map((line, index) => {
		let { start } = line;
		if (index > 0) for (let quote = 0; quote < quotes; quote++) {
			const mark = /^[ \t]*>/.exec(text.slice(start, Math.min(line.end, start + 200)));
			if (!mark) break;
			start += mark[0].length;
		}
		return trimmed(text, { start, end: line.end });
	});
}

function rawLines(at: TextSpan, text: string): TextSpan[] {
	const lines: TextSpan[] = [];
	for (let start = at.start; ; ) {
		const end = Math.min(lineEnd(text, start), at.end);
		lines.push({ start, end });
		if (end >= at.end) return lines;
		start = nextLineStart(text, end);
	}
}

export function lineEnd(text: string, at: number): number {
	while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
	return at;
}

export function nextLineStart(text: string, at: number): number {
	const end = lineEnd(text, at);
	return Math.min(text.length, text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1);
}
