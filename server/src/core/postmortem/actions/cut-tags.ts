/** The text of an action without the tags that were read from it. */
import type { TextSpan } from '../../text/span';
import { trimmed } from '../../text/span';

/** What may stand between two tags that belong together. */
const GLUE = /^[\s,;:：、，/&·|()[\]（）【】*_–—-]*$/;
const WRAPPERS: readonly (readonly [string, string])[] = [['**', '**'], ['__', '__'], ['~~', '~~'], ['(', ')'], ['[', ']'], ['（', '）'], ['【', '】'], ['「', '」'], ['*', '*'], ['_', '_'], ['`', '`']];
/** A dash that what goes on behind a tag begins with: it parts two statements. */
const BEGINS_NEW = /^\s{0,3}[–—→-]\s{1,3}[^\s–—→-]/;
const SEPARATOR = ' \t,;:：|–—-→·、，';

/**
 * The stretches of `spans` that are no tags, without the brackets, emphasis and separators that held only tags.
 * `undefined` where nothing but tags would be left, or half of a pair of marks.
 */
export function withoutTags(text: string, spans: readonly TextSpan[], cuts: readonly TextSpan[]): readonly TextSpan[] | undefined {
	if (cuts.length === 0) return spans;
	const whole = { start: spans[0]!.start, end: spans.at(-1)!.end };
	const wide = joined(text, cuts).map((cut) => widened(text, whole, cut));
	const kept = spans.flatMap((span) => partsBetween(text, span, wide, whole)).filter((span) => span.end > span.start);
	const source = joinParts(text, kept);
	if (!/[\p{L}\p{N}]/u.test(source) || !isBalanced(source)) return undefined;
	return kept;
}

/** The stretches as one line: a space between two, none before a mark that ends a sentence and none behind one that opens. */
export function joinParts(text: string, spans: readonly TextSpan[]): string {
	let out = '';
	for (const { start, end } of spans) {
		const part = text.slice(start, end);
		out += (out === '' || /(?:^|\s)(?:\*\*|__|[([（【])$/.test(out.slice(-3)) || /^[.,;!?。、](?:\s|$)/.test(part) ? '' : ' ') + part;
	}
	return out.replace(/\s+/g, ' ').trim();
}

/** Without those of the characters that stand at its end. */
export function withoutEnd(source: string, characters: string): string {
	let { length } = source;
	while (length > 0 && characters.includes(source[length - 1]!)) length--;
	return source.slice(0, length);
}

function joined(text: string, cuts: readonly TextSpan[]): TextSpan[] {
	const out: TextSpan[] = [];
	for (const cut of [...cuts].sort((a, b) => a.start - b.start || a.end - b.end)) {
		const last = out.at(-1);
		if (last && (cut.start <= last.end || GLUE.test(text.slice(last.end, cut.start)))) out[out.length - 1] = { start: last.start, end: Math.max(last.end, cut.end) };
		else out.push(cut);
	}
	return out;
}

/** With the marks that wrap it and nothing else. */
function widened(text: string, whole: TextSpan, cut: TextSpan): TextSpan {
	let { start, end } = cut;
	for (let found = true; found; ) {
		found = false;
		let from = start;
		let to = end;
		while (from > whole.start && /[\s:：,;-]/.test(text[from - 1]!)) from--;
		while (to < whole.end && /[\s:：,;.-]/.test(text[to]!)) to++;
		for (const [open, close] of WRAPPERS) {
			if (from - open.length < whole.start || to + close.length > whole.end) continue;
			if (text.slice(from - open.length, from) !== open || text.slice(to, to + close.length) !== close) continue;
			if (close === ']' && text[to + 1] === '(') continue;
			start = from - open.length;
			end = to + close.length;
			found = true;
			break;
		}
	}
	return { start, end };
}

function partsBetween(text: string, span: TextSpan, cuts: readonly TextSpan[], whole: TextSpan): TextSpan[] {
	const parts: TextSpan[] = [];
	let at = span.start;
	for (const cut of cuts) {
		if (cut.end <= span.start || cut.start >= span.end) continue;
		if (cut.start > at) parts.push(withoutSeparators(text, { start: at, end: cut.start }, at > span.start, true));
		at = Math.max(at, cut.end);
	}
	if (at < span.end) parts.push(at > span.start && parts.some(({ start, end }) => end > start) && BEGINS_NEW.test(text.slice(at, span.end)) ? trimmed(text, { start: at, end: span.end }) : at > span.start ? withoutSeparators(text, { start: at, end: span.end }, true, false, !parts.some(({ start, end }) => end > start) && span.start === whole.start) : span);
	return parts;
}

/** `isFirst`: nothing stands before it, so that it begins with a letter. */
function withoutSeparators(text: string, span: TextSpan, before: boolean, behind: boolean, isFirst = false): TextSpan {
	let { start, end } = trimmed(text, span);
	while (before && start < end && (SEPARATOR.includes(text[start]!) || (isFirst && '.)'.includes(text[start]!)))) start++;
	while (behind && end > start && SEPARATOR.includes(text[end - 1]!)) end--;
	return trimmed(text, { start, end });
}

function isBalanced(source: string): boolean {
	const count = (mark: string) => source.split(mark).length - 1;
	return count('**') % 2 === 0 && count('`') % 2 === 0 && count('(') === count(')') && count('[') === count(']');
}
