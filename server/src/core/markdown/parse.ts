/**
 * Text to block tree. Block structure comes from remark-parse with GFM tables and task lists; what stands inside a line
 * is not parsed here: its readers look only at the lines they need.
 */
import type { TextSpan } from '../text/span';
import type { Block, MarkdownTree, TableRow } from './blocks';
import { chunksOf } from './chunks';
import { readFrontMatter } from './front-matter';
import { isTooDeep, plainBlocks } from './guards';
import { backInto, filledIn, longRunsOf, without } from './long-runs';
import { parseWithRemark } from './remark';
import { scanBlocks } from './scan';

/** Like lines in a row that the parser reads without noticeable delay. */
const LONGEST_RUN = 100;
/** Larger pieces, in UTF-16 units, are read as plain lines. */
const LARGEST = 96 * 1024;
/** The blocks of one piece of text, their spans counted from its start. */
export type ChunkBlocks = readonly Block[];

/** Parses documents piece by piece, and keeps the pieces of the last document it parsed. */
export class MarkdownParser {
	#kept = new Map<string, ChunkBlocks>();

	parse(text: string): MarkdownTree {
		const frontMatter = readFrontMatter(text);
		const kept = new Map<string, ChunkBlocks>();
		const blocks: Block[] = [];
		for (const { start, end } of chunksOf(text, frontMatter?.span.end ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0))) {
			const chunk = text.slice(start, end);
			const parsed = kept.get(chunk) ?? this.#kept.get(chunk) ?? parseChunk(chunk);
			kept.set(chunk, parsed);
			for (const block of parsed) blocks.push(shifted(block, start));
		}
		this.#kept = kept;
		return { frontMatter, blocks };
	}
}

/** The blocks of one chunk. */
export function parseChunk(chunk: string): ChunkBlocks {
	return scanBlocks(chunk, (start, end) => parseStretch(chunk.slice(start, end)).map((block) => shifted(block, start)));
}

/** @param longestRun like lines beyond this number are not shown to remark. */
export function parseStretch(chunk: string, longestRun = LONGEST_RUN): ChunkBlocks {
	if (isTooDeep(chunk)) return plainBlocks(chunk);
	try {
		return parseShortened(chunk, longestRun) ?? (chunk.length > LARGEST ? plainBlocks(chunk) : parseWithRemark(chunk));
	} catch (error) {
		if (error instanceof RangeError) return plainBlocks(chunk); // the parser's stack gave out on nested marks
		throw error;
	}
}

function shifted(block: Block, by: number): Block {
	return by === 0 ? block : moved(block, ({ start, end }) => ({ start: start + by, end: end + by }));
}

function parseShortened(chunk: string, longestRun: number): ChunkBlocks | undefined {
	const cuts = longRunsOf(chunk, longestRun);
	const short = without(chunk, cuts);
	if (cuts.length === 0 || short.length > LARGEST) return undefined;
	const move = backInto(cuts);
	let blocks: ChunkBlocks | undefined = parseWithRemark(short).map((block) => moved(block, move));
	for (const cut of cuts) blocks = blocks && filledIn(chunk, blocks, cut);
	return blocks;
}

function moved(block: Block, move: (span: TextSpan) => TextSpan): Block {
	const span = move(block.span);
	switch (block.kind) {
		case 'heading': return { ...block, span, content: move(block.content) };
		case 'paragraph': return { ...block, span, lines: block.lines.map(move) };
		case 'code': return { ...block, span, lines: block.lines.map(move) };
		case 'quote': return { ...block, span, blocks: block.blocks.map((child) => moved(child, move)) };
		case 'list': return { ...block, span, items: block.items.map((item) => ({ ...item, span: move(item.span), marker: move(item.marker), blocks: item.blocks.map((child) => moved(child, move)) })) };
		case 'table': {
			const row = (each: TableRow): TableRow => ({ span: move(each.span), cells: each.cells.map(move) });
			return { ...block, span, header: row(block.header), delimiter: move(block.delimiter), rows: block.rows.map(row) };
		}
		default: return { ...block, span };
	}
}
