/**
 * Text to blocks with remark-parse, GFM tables and task lists: what Markdown means. What stands inside a line is not
 * parsed: its readers look only at the lines they need.
 */
import type { Nodes, Parent, RootContent } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { trimmed, type TextSpan } from '../text/span';
import type { Block, CodeBlock, HeadingBlock, ListItem, ParagraphBlock, TableRow } from './blocks';
import { cellContent } from './table-row';

const INLINE = ['attention', 'autolink', 'characterEscape', 'characterReference', 'codeText', 'hardBreakEscape', 'htmlText', 'labelEnd', 'labelStartImage', 'labelStartLink'];

const processor = unified()
	.use(remarkParse)
	.use(function (this: Processor) {
		const data = this.data();
		(data.micromarkExtensions ??= []).push(gfmTable(), gfmTaskListItem(), { disable: { null: INLINE } });
		(data.fromMarkdownExtensions ??= []).push(gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown());
	})
	.freeze();

/** @throws RangeError where marks are nested deeper than the parser's stack. */
export function parseWithRemark(chunk: string): readonly Block[] {
	return processor.parse(chunk).children.flatMap((node) => toBlocks(node, chunk, 0));
}

function toBlocks(node: RootContent, text: string, quotes: number): Block[] {
	const at = spanOf(node);
	switch (node.type) {
		case 'heading': return heading(node.depth, at, text, quotes);
		case 'paragraph': return [{ kind: 'paragraph', span: at, lines: linesOf(at, text, quotes) }];
		case 'list': return [{ kind: 'list', span: at, ordered: !!node.ordered, items: node.children.map((item): ListItem => listItem(item, text, quotes)) }];
		case 'blockquote': return [{ kind: 'quote', span: at, blocks: childBlocks(node, text, quotes + 1) }];
		case 'code': return [code(node.lang ?? undefined, at, text, quotes)];
		case 'html': return [{ kind: 'html', span: at }];
		case 'thematicBreak': return [{ kind: 'break', span: at }];
		case 'table': {
			const [header, ...rows] = node.children.map((row): TableRow => ({ span: trimmed(text, spanOf(row)), cells: row.children.map((cell) => cellContent(spanOf(cell), text)) }));
			const delimiterStart = nextLineStart(text, header!.span.end);
			return [{ kind: 'table', span: at, header: header!, delimiter: trimmed(text, { start: delimiterStart, end: lineEnd(text, delimiterStart) }), rows }];
		}
		default: return [{ kind: 'definition', span: at }];
	}
}

function childBlocks(node: Parent, text: string, quotes: number): Block[] {
	return (node.children as RootContent[]).flatMap((child) => toBlocks(child, text, quotes));
}

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

function listItem(node: Parent & { checked?: boolean | null }, text: string, quotes: number): ListItem {
	const at = spanOf(node as Nodes);
	const mark = /^(?:[-*+]|\d{1,9}[.)])/.exec(text.slice(at.start, at.start + 10));
	const blocks = childBlocks(node, text, quotes);
	return { span: at, marker: { start: at.start, end: at.start + (mark?.[0].length ?? 0) }, checked: node.checked ?? undefined, blocks };
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

function lineEnd(text: string, at: number): number {
	while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
	return at;
}

function nextLineStart(text: string, at: number): number {
	const end = lineEnd(text, at);
	return Math.min(text.length, text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1);
}

function spanOf(node: Nodes): TextSpan {
	return { start: node.position!.start.offset!, end: node.position!.end.offset! };
}
