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
import { code, heading, lineEnd, linesOf, nextLineStart } from './block-forms';
import type { Block, ListItem, TableRow } from './blocks';
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

function listItem(node: Parent & { checked?: boolean | null }, text: string, quotes: number): ListItem {
	const at = spanOf(node as Nodes);
	const mark = /^(?:[-*+]|\d{1,9}[.)])/.exec(text.slice(at.start, at.start + 10));
	const blocks = childBlocks(node, text, quotes);
	return { span: at, marker: { start: at.start, end: at.start + (mark?.[0].length ?? 0) }, checked: node.checked ?? undefined, blocks };
}

function spanOf(node: Nodes): TextSpan {
	return { start: node.position!.start.offset!, end: node.position!.end.offset! };
}
