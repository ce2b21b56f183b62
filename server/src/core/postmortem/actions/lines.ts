/** Action items in paragraphs: lines with bullets of their own, one a line, or a paragraph each. */
import type { ParagraphBlock } from '../../markdown/blocks';
import { trimmed, type TextSpan, type Written } from '../../text/span';
import type { ActionItem, Section } from '../model';
import type { ActionContext, FoundList } from './context';
import { readItem } from './item';
import { closesActions, isNoAction } from './wording';

const BULLET = /^(?:[•·▪▫◦‣⁃●○■□✓✔►▶→⇒–—]|\(?\d{1,2}[.)](?=\s)|[a-z]\))\s*/u;
const LONGEST_LINE = 140;

/** `hasItems`: a list or table in the same section holds the actions, so that a sentence beside it is none. */
export function fromParagraph(context: ActionContext, section: Section, block: ParagraphBlock, priority: Written | undefined, hasItems: boolean): FoundList[] {
	const { text } = context;
	if (block.lines.some((line) => isBullet(text, line))) return listOf(section, 'lines', bulletItems(context, block, priority));
	if (hasItems) return [];
	const closing = block.lines.findIndex(({ start, end }) => closesActions(text.slice(start, end)));
	const lines = block.lines.slice(0, closing < 0 ? block.lines.length : closing).filter((line, index) => !isNoAction(text.slice(line.start, line.end)) || (index > 0 && !endsSentence(text, block.lines[index - 1]!)));
	if (lines.length === 0 || isNoAction(text.slice(lines[0]!.start, lines[0]!.end))) return [];
	const eachLine = lines.length > 1 && isEachLine(text, lines);
	const spans = eachLine ? lines.map((line) => [line]) : [lines];
	const items = spans.map((each) => readItem(context, each, { start: each[0]!.start, end: each.at(-1)!.end }, { priority })).filter((item) => item !== undefined);
	const isLabelled = section.marked === 'label' || section.marked === 'none' || section.marked === 'bold';
	return listOf(section, eachLine || isLabelled ? 'lines' : 'prose', items);
}

/** Lines that begin anew and are short, or end each with a full stop. */
function isEachLine(text: string, lines: readonly TextSpan[]): boolean {
	const sources = lines.map(({ start, end }) => text.slice(start, end));
	if (!sources.every((line) => /^[\p{Lu}\p{Lo}\d"'`*_]/u.test(line))) return false;
	return sources.every(({ length }) => length < LONGEST_LINE) || sources.slice(0, -1).every((line) => /[.!?;。]$/.test(line));
}

/** `•<tab>Improve the test suite`: each bullet with the lines behind it. */
function bulletItems(context: ActionContext, block: ParagraphBlock, priority: Written | undefined): ActionItem[] {
	const { text } = context;
	const groups: TextSpan[][] = [];
	for (const line of block.lines) {
		if (isBullet(text, line)) groups.push([line]);
		else if (groups.length && /^\p{Ll}/u.test(text.slice(line.start, line.end))) groups.at(-1)!.push(line);
	}
	return groups.flatMap((group) => {
		const first = group[0]!;
		const mark = BULLET.exec(text.slice(first.start, first.end))![0];
		const spans = [trimmed(text, { start: first.start + mark.length, end: first.end }), ...group.slice(1)];
		return readItem(context, spans, { start: first.start, end: group.at(-1)!.end }, { priority }) ?? [];
	});
}

function listOf(section: Section, shape: 'lines' | 'prose', items: readonly ActionItem[]): FoundList[] {
	return items.length === 0 ? [] : [{ section, shape, span: { start: items[0]!.rowSpan.start, end: items.at(-1)!.rowSpan.end }, items, table: undefined }];
}

function isBullet(text: string, line: TextSpan): boolean {
	return BULLET.test(text.slice(line.start, line.end));
}

function endsSentence(text: string, line: TextSpan): boolean {
	return /[.!?:;。：]\s*$/.test(text.slice(line.start, line.end));
}
