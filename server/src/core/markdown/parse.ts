/** Text to block tree, chunk by chunk: by the line scanner, and by remark where it gives up. */
import { changeBetween, type Change } from '../text/change';
import { LineIndex } from '../text/lines';
import type { TextSpan } from '../text/span';
import type { Block, Chunk, MarkdownTree, TableRow } from './blocks';
import { chunksOf, type ChunkSpan } from './chunks';
import { readFrontMatter } from './front-matter';
import { isTooDeep, piecesOf, plainBlocks, withoutSeams, withPlainEndings } from './guards';
import { backInto, filledIn, longRunsOf, without } from './long-runs';
import { movedBy, Part } from './recall';
import { parseWithRemark } from './remark';
import { scanBlocks } from './scan';

/** Like lines in a row that the parser reads without noticeable delay. */
const LONGEST_RUN = 100;
/** Stretches and parts of them, in UTF-16 units, that remark reads at once: the time it takes grows faster than they do. */
const LARGEST = 16 * 1024;
/** What remark reads of one stretch; the rest is read as plain lines. */
const MOST = 32 * 1024;

/** The blocks of one piece of text, their spans counted from its start. */
export type ChunkBlocks = readonly Block[];

/** A chunk of one version; its blocks are moved to where it stands when somebody asks for them. */
class PlacedChunk implements Chunk {
	#blocks: readonly Block[] | undefined;

	/** @param stretches what remark made of its stretches. */
	constructor(
		readonly start: number,
		readonly end: number,
		readonly next: number,
		readonly part: Part,
		readonly stretches: ReadonlyMap<string, ChunkBlocks>,
	) {}

	get blocks(): readonly Block[] {
		return (this.#blocks ??= this.part.recall<readonly Block[]>('blocks', [], () => []));
	}

	moved(by: number): PlacedChunk {
		return by === 0 ? this : new PlacedChunk(this.start + by, this.end + by, this.next + by, new Part(this.start + by, this.part), this.stretches);
	}
}

/** What one parse had to do. */
export interface ParseWork {
	/** Chunks that were not found again. */
	readonly chunks: number;
	/** UTF-16 units that the line scanner saw. */
	readonly scanned: number;
	/** UTF-16 units of them that it left to remark. */
	readonly parsed: number;
}

interface LastParse {
	readonly lines: LineIndex;
	readonly bodyStart: number;
	readonly chunks: readonly PlacedChunk[];
}

/** Parses a document over its versions: only chunks that an edit touches are read anew. */
export class MarkdownParser {
	#last: LastParse | undefined;
	readonly #whole = new Part(0);
	#work = { chunks: 0, scanned: 0, parsed: 0 };

	get work(): ParseWork {
		return this.#work;
	}

	parse(text: string): MarkdownTree {
		this.#work = { chunks: 0, scanned: 0, parsed: 0 };
		const frontMatter = readFrontMatter(text);
		const bodyStart = frontMatter?.span.end ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0);
		const last = this.#last;
		const change = last && changeBetween(last.lines.text, text);
		const lines = new LineIndex(text, change && { lines: last.lines, change });
		const chunks = change ? this.#chunksAfter(last, change, text, bodyStart) : Array.from(chunksOf(text, bodyStart), (span) => this.#read(text, span, []));
		this.#last = { lines, bodyStart, chunks };
		let blocks: readonly Block[] | undefined;
		return {
			lines, frontMatter, chunks, part: this.#whole,
			get blocks() {
				return (blocks ??= chunks.flatMap((chunk) => chunk.blocks));
			},
		};
	}

	/** The chunks before the edit, those that were touched by it, and those behind it from the first that begins where one began before. */
	#chunksAfter(last: LastParse, change: Change, text: string, bodyStart: number): readonly PlacedChunk[] {
		const by = change.newEnd - change.oldEnd;
		const before = bodyStart === last.bodyStart ? untouchedBefore(last, change.start) : 0;
		let behind = last.chunks.findIndex(({ start }) => start >= change.oldEnd);
		if (behind < 0) behind = last.chunks.length;
		const chunks = last.chunks.slice(0, before);
		for (const span of chunksOf(text, last.chunks[before] && before > 0 ? last.chunks[before].start : bodyStart)) {
			while (behind < last.chunks.length && last.chunks[behind]!.start + by < span.start) behind++;
			const same = last.chunks[behind];
			if (same && span.start >= change.newEnd && same.start + by === span.start) return [...chunks, ...last.chunks.slice(behind).map((chunk) => chunk.moved(by))];
			chunks.push(this.#read(text, span, last.chunks.slice(before, behind + 1).map((chunk) => ({ chunk, text: last.lines.text.slice(chunk.start, chunk.next) }))));
		}
		return chunks;
	}

	/** @param near chunks of the version before, in which its text or parts of it may be found again. */
	#read(text: string, span: ChunkSpan, near: readonly { readonly chunk: PlacedChunk; readonly text: string }[]): PlacedChunk {
		const whole = text.slice(span.start, span.next);
		const same = near.find((each) => each.text === whole)?.chunk;
		if (same) return same.moved(span.start - same.start);
		const source = text.slice(span.start, span.end);
		const part = new Part(span.start, undefined, near.map(({ chunk }) => chunk.part));
		const stretches = new Map<string, ChunkBlocks>();
		part.recall('blocks', [], () => shifted(scanBlocks(source, (start, end) => {
			const stretch = source.slice(start, end);
			const known = near.find((each) => each.chunk.stretches.has(stretch))?.chunk.stretches.get(stretch);
			if (!known) this.#work.parsed += stretch.length;
			const read = known ?? parseStretch(stretch);
			stretches.set(stretch, read);
			return shifted(read, start);
		}), span.start));
		this.#work.scanned += source.length;
		this.#work.chunks++;
		return new PlacedChunk(span.start, span.end, span.next, part, stretches);
	}
}

/** How many chunks stand before the one that an edit touches; where it touches a chunk's first line, that chunk may join the one before. */
function untouchedBefore({ lines: { text }, chunks }: LastParse, edit: number): number {
	let at = chunks.findLastIndex(({ start }) => start <= edit);
	if (at > 0 && !/[\n\r]/.test(text.slice(chunks[at]!.start, edit))) at--;
	return Math.max(0, at);
}

/** The blocks of one chunk. */
export function parseChunk(chunk: string): ChunkBlocks {
	return scanBlocks(chunk, (start, end) => shifted(parseStretch(chunk.slice(start, end)), start));
}

/** @param longestRun like lines beyond this number are not shown to remark. */
export function parseStretch(source: string, longestRun = LONGEST_RUN): ChunkBlocks {
	const chunk = withPlainEndings(source);
	if (isTooDeep(chunk)) return plainBlocks(chunk);
	try {
		return parseShortened(chunk, longestRun) ?? parsePieces(chunk);
	} catch (error) {
		if (error instanceof RangeError) return plainBlocks(chunk); // the parser's stack gave out on nested marks
		throw error;
	}
}

function parsePieces(text: string): ChunkBlocks {
	if (text.length <= LARGEST) return parseWithRemark(text);
	let left = MOST;
	const pieces = piecesOf(text, LARGEST).map(({ start, end }) => {
		const piece = text.slice(start, end);
		const isRead = piece.length <= Math.min(left, LARGEST);
		if (isRead) left -= piece.length;
		return shifted(isRead ? parseWithRemark(piece) : plainBlocks(piece), start);
	});
	return withoutSeams(text, pieces);
}

function shifted(blocks: ChunkBlocks, by: number): ChunkBlocks {
	return by === 0 ? blocks : movedBy(blocks, by);
}

function parseShortened(chunk: string, longestRun: number): ChunkBlocks | undefined {
	const cuts = longRunsOf(chunk, longestRun);
	const short = without(chunk, cuts);
	if (cuts.length === 0) return undefined;
	const move = backInto(cuts);
	let blocks: ChunkBlocks | undefined = parsePieces(short).map((block) => moved(block, move));
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
