/** The Markdown block tree: what the stages behind the parser see of Markdown. Spans are absolute. */
import type { LineIndex } from '../text/lines';
import type { TextSpan } from '../text/span';
import type { Part } from './recall';

export type Block = HeadingBlock | ParagraphBlock | ListBlock | TableBlock | CodeBlock | HtmlBlock | QuoteBlock | BreakBlock | DefinitionBlock;

interface BlockBase {
	/** From the first to past the last character of the block, without the last line ending. */
	readonly span: TextSpan;
}

export interface HeadingBlock extends BlockBase {
	readonly kind: 'heading';
	readonly style: 'atx' | 'setext';
	/** 1 to 6. */
	readonly depth: number;
	/** The heading's own text, without `#` marks and outer white space. */
	readonly content: TextSpan;
}

export interface ParagraphBlock extends BlockBase {
	readonly kind: 'paragraph';
	/** The content of each line: without indentation, container marks, line ending and outer white space. */
	readonly lines: readonly TextSpan[];
}

export interface ListBlock extends BlockBase {
	readonly kind: 'list';
	readonly ordered: boolean;
	readonly items: readonly ListItem[];
}

export interface ListItem {
	readonly span: TextSpan;
	/** The mark: `-`, `*`, `+`, `1.`, `1)`. */
	readonly marker: TextSpan;
	/** The state of a task list box (`[ ]`, `[x]`), where there is one. */
	readonly checked: boolean | undefined;
	readonly blocks: readonly Block[];
}

export interface TableBlock extends BlockBase {
	readonly kind: 'table';
	readonly header: TableRow;
	/** The `| --- |` line. */
	readonly delimiter: TextSpan;
	readonly rows: readonly TableRow[];
}

export interface TableRow {
	/** The row's line, from its first to past its last character. */
	readonly span: TextSpan;
	/** The content of each cell, without outer white space; empty cells have an empty span. */
	readonly cells: readonly TextSpan[];
}

export interface CodeBlock extends BlockBase {
	readonly kind: 'code';
	readonly fenced: boolean;
	/** First word of the info string, or `undefined`. */
	readonly language: string | undefined;
	/** The lines between the fences, untrimmed, without line endings. */
	readonly lines: readonly TextSpan[];
}

export interface HtmlBlock extends BlockBase {
	readonly kind: 'html';
}

export interface QuoteBlock extends BlockBase {
	readonly kind: 'quote';
	readonly blocks: readonly Block[];
}

export interface BreakBlock extends BlockBase {
	readonly kind: 'break';
}

/** A link or footnote definition. */
export interface DefinitionBlock extends BlockBase {
	readonly kind: 'definition';
}

/** The lead between `---` or `+++` lines at the top of a document. */
export interface FrontMatterBlock extends BlockBase {
	readonly format: 'yaml' | 'toml';
	/** What stands between the two marker lines. */
	readonly content: TextSpan;
}

/**
 * A stretch of the text from one column-0 heading to before the next, or to where it grows too long to be read; what it says
 * depends on the text from the one heading to the other alone.
 */
export interface Chunk extends TextSpan {
	/** Where the next chunk begins; what stands between `end` and here is left unread. */
	readonly next: number;
	readonly blocks: readonly Block[];
	/** Where what was read from it is kept. */
	readonly part: Part;
}

/** Whether its end is left unread. */
export function isCut({ end, next }: Chunk): boolean {
	return end < next;
}

/** The chunks whose ends are left unread, with these: an edit there could part what belongs together. */
export function readInPart(chunks: readonly Chunk[]): readonly TextSpan[] {
	return chunks.filter(isCut).map(({ start, next }) => ({ start, end: next }));
}

/** One parsed document. */
export interface MarkdownTree {
	readonly lines: LineIndex;
	readonly frontMatter: FrontMatterBlock | undefined;
	/** In order, from behind the front matter or byte order mark to the end of the text; there is no gap but what is left unread. */
	readonly chunks: readonly Chunk[];
	readonly blocks: readonly Block[];
	/** Where what is told of the document as a whole is kept: facts without places. */
	readonly part: Part;
}
