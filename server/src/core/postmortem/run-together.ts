/** Rows that were run together: `10:04 AM: the alert fires. 10:12 AM: rolled back` in one line, or a row on a line that goes on with another. */
import type { TextSpan } from '../text/span';
import type { DateOrder } from '../time/date';
import { leadingTime, type RowTime } from './row-time';

/** A line, or the part of one that begins with a time of its own. */
export interface RunPart {
	readonly span: TextSpan;
	/** The time that begins a row; absent where the part goes on with the row before. */
	readonly time: RowTime | undefined;
}

/** A clock time with AM or PM, a unit or a zone, and the mark that parts it from its text. */
const TIMED = /(?<=\s)\d{1,2}[:.h]?\d\d\s?\p{L}{0,3}\.?(?:\s[A-Z]{1,5})?\s?(?:[:：](?=\s)|[–—-]\s)/gu;
/** What leads to a time within a sentence. */
const LEADS = /(?<!\p{L})(?:at|by|from|on|in|since|until|till|to|and|or|around|about|between|before|after|the|um|ab|bis|von|und|a las|hasta|desde|y|à|de|et)$/iu;
const SENTENCE_END = /(?:[.!?;:)。！？]|\s[–—-])$/u;
/** With its date, its zone and the mark behind it, in UTF-16 units. */
const LONGEST_TIME = 80;
/** A mistyped or foreign bullet. */
const BULLET = /^[=•·▪◦‣–—]\s?/;

/**
 * The lines, cut where another row begins: its time is written as that of the first line is, and parted from its text by
 * such a mark too. A line may begin with it, or with any clock time behind a foreign bullet.
 */
export function runTogether(text: string, lines: readonly TextSpan[], order: DateOrder | undefined): RunPart[] {
	const first = lines[0] && leadingTime(text, lines[0], order);
	if (!first?.time.clock) return lines.map((span, index) => ({ span, time: index === 0 ? first : undefined }));
	const mark = first.time.until ? undefined : markBehind(text, first);
	const form = formOf(text, first);
	return lines.flatMap((line, index) => {
		const own = index === 0 ? first : leadingTime(text, line, order);
		const starts = index === 0 || isAlike(own) || (own?.time.clock && BULLET.test(text.slice(line.start, line.end))) ? own : undefined;
		if (mark === undefined) return [{ span: line, time: starts }];
		const begins = [line.start];
		const from = starts ? starts.time.span.end : line.start;
		for (const found of text.slice(from, line.end).matchAll(TIMED)) {
			const at = from + found.index;
			const before = text.slice(Math.max(line.start, at - 24), at).trimEnd();
			if ((mark === ':' ? !LEADS.test(before) : SENTENCE_END.test(before)) && isAlike(leadingTime(text, { start: at, end: Math.min(line.end, at + LONGEST_TIME) }, order))) begins.push(at);
		}
		if (begins.length === 1) return [{ span: line, time: starts }];
		return begins.map((start, part): RunPart => {
			const end = begins[part + 1] === undefined ? line.end : start + text.slice(start, begins[part + 1]).trimEnd().replace(/\s[–—-]$/, '').trimEnd().length;
			return { span: { start, end }, time: part === 0 && !starts ? undefined : leadingTime(text, { start, end }, order) };
		});
	});

	function isAlike(time: RowTime | undefined): boolean {
		return mark !== undefined && time?.time.clock !== undefined && !time.time.until && formOf(text, time) === form && markBehind(text, time) === mark;
	}
}

function formOf(text: string, { time: { span } }: RowTime): string {
	return text.slice(span.start, span.end).replace(/\d+/g, '0').replace(/[ap]\.?m\.?/i, 'M');
}

function markBehind(text: string, { time: { span } }: RowTime): ':' | '-' | undefined {
	const mark = /^[\s*_\])]{0,4}([:：–—-])(?=\s|\*)/.exec(text.slice(span.end, span.end + 8))?.[1];
	return mark === undefined ? undefined : /[:：]/.test(mark) ? ':' : '-';
}
