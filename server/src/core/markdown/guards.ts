/** What stands before the parser: texts whose nesting would take it seconds are read as plain lines instead. */
import { trimmed, type TextSpan } from '../text/span';
import type { Block } from './blocks';

const MOST_MARKS = 60;
/** Deeper indentation, in columns, is none that a person writes. */
export const MOST_INDENT = 160;
const CONTAINER_MARKS = /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*/;

/** Whether a line opens more containers, or is indented deeper, than any person writes. */
export function isTooDeep(text: string): boolean {
	let lists = false;
	for (let at = 0; at < text.length; ) {
		let end = text.indexOf('\n', at);
		if (end < 0) end = text.length;
		const head = text.slice(at, Math.min(end, at + 400));
		const marks = CONTAINER_MARKS.exec(head)![0];
		if (marks !== '') {
			lists = true;
			if (marks.replace(/[^->*+.)]/g, '').length > MOST_MARKS) return true;
		}
		if (lists && head.length > MOST_INDENT && head.slice(0, MOST_INDENT).trim() === '') return true;
		at = end + 1;
	}
	return false;
}

/** One paragraph for each run of lines that are not blank. */
export function plainBlocks(text: string): readonly Block[] {
	const blocks: Block[] = [];
	let lines: TextSpan[] = [];
	const close = () => {
		if (lines.length) blocks.push({ kind: 'paragraph', span: { start: lines[0]!.start, end: lines.at(-1)!.end }, lines });
		lines = [];
	};
	for (let at = 0; at <= text.length; ) {
		let end = text.indexOf('\n', at);
		if (end < 0) end = text.length;
		const line = trimmed(text, { start: at, end });
		if (line.start < line.end) lines.push(line);
		else close();
		at = end + 1;
	}
	close();
	return blocks;
}
