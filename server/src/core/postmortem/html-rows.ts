/** The rows of a timeline in HTML: lists, paragraphs and tables that Markdown leaves as they are. */
import type { Block } from '../markdown/blocks';
import { trimmed, type TextSpan, type Written } from '../text/span';
import type { DateOrder } from '../time/date';
import { dateLine, headerZone, lineRow, type RawItem, type RowOptions } from './raw-rows';
import { leadingTime } from './row-time';
import { runTogether, type RunPart } from './run-together';

const LINE = /<(?:li|p|dd|dt)(?:\s[^<>]*)?>([\s\S]*?)(?=<\/(?:li|p|dd|dt)>|<(?:li|p|dd|dt)[\s>]|$)/gi;
const TABLE_ROW = /<tr(?:\s[^<>]*)?>([\s\S]*?)(?=<\/tr>|<tr[\s>]|$)/gi;
const CELL = /<t[dh](?:\s[^<>]*)?>([\s\S]*?)(?=<\/t[dh]>|<t[dh][\s>]|$)/gi;

export function htmlRows(text: string, block: Block, options: RowOptions): RawItem[] {
	const source = text.slice(block.span.start, block.span.end);
	if (source.startsWith('<!--')) return [];
	const items = /<tr[\s>]/i.test(source) ? cellRows(text, block, options) : lineRows(text, block, options);
	return options.trusted || items.length >= 3 ? items : [];
}

function lineRows(text: string, block: Block, { order }: RowOptions): RawItem[] {
	const marked = parts(text, block.span, LINE);
	const found = marked.flatMap((part): RawItem[] => {
		const line = trimmed(text, part);
		const time = leadingTime(text, line, order);
		if (time?.time.clock || time?.time.relative) {
			const run = runTogether(text, lines(text, line), order);
			return run.filter((each) => each.time).length > 1 ? runRows(run, block) : [lineRow(line, time, line, block, 'html')];
		}
		return time?.time.date && time.rest.every((span) => span.start >= span.end) ? [dateLine(text, time.time, line)] : [];
	});
	return found.length > 0 ? found : plainRows(text, block, order);
}

/** Lines of an HTML block that begin with no tag: text below a heading with no blank line between. */
function plainRows(text: string, block: Block, order: DateOrder | undefined): RawItem[] {
	const plain = lines(text, block.span).filter(({ start, end }) => end > start && text[start] !== '<');
	return runRows(runTogether(text, plain, order), block);
}

function runRows(run: readonly RunPart[], block: Block): RawItem[] {
	return run.flatMap(({ span, time }): RawItem[] => (time?.time.clock ? [lineRow(span, time, span, block, 'html')] : []));
}

/** The lines of a stretch, which end at `<br>` too. */
function lines(text: string, { start, end }: TextSpan): TextSpan[] {
	const ends = [...text.slice(start, end).matchAll(/<br ?\/?>|\r\n?|\n/gi)];
	return [...ends.map(({ index }, at) => ({ start: start + (at === 0 ? 0 : ends[at - 1]!.index + ends[at - 1]![0].length), end: start + index })), { start: start + (ends.length === 0 ? 0 : ends.at(-1)!.index + ends.at(-1)![0].length), end }].map((line) => trimmed(text, line));
}

function cellRows(text: string, block: Block, { order }: RowOptions): RawItem[] {
	let zone: Written | undefined;
	return parts(text, block.span, TABLE_ROW).flatMap((row): RawItem[] => {
		const [first, ...others] = parts(text, row, CELL).map((cell) => trimmed(text, cell));
		const time = first && leadingTime(text, first, order);
		if (first && !time) zone ??= headerZone(text, first);
		if (!first || !(time?.time.clock || time?.time.relative)) return [];
		return [{ ...lineRow(first, time, { start: first.start, end: (others.at(-1) ?? first).end }, block, 'html'), textSpans: [...time.rest, ...others].filter((span) => span.end > span.start), columnZone: zone }];
	});
}

/** What the first group of a pattern matches, wherever it does. */
function parts(text: string, { start, end }: TextSpan, pattern: RegExp): TextSpan[] {
	return [...text.slice(start, end).matchAll(pattern)].map((found) => {
		const from = start + found.index + found[0].indexOf('>') + 1;
		return { start: from, end: from + found[1]!.length };
	});
}
