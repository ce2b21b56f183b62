/** Durations as people write them: `37 minutes`, `2h 3m`, `1 hour and 15 min`, `1.5 hours`, `half an hour`, `2h30`, `2時間15分`. */
import { lowerCased } from '../text/lower';
import type { TextSpan } from '../text/span';
import { AND_A_HALF, APPROXIMATE_BEFORE, APPROXIMATE_BEHIND, ASIAN_UNIT, beginsNumberWord, HAS_WORDED_UNIT, NUMBER_WORD, numberOf, UNITS } from './duration-words';

export interface DurationMention {
	readonly span: TextSpan;
	readonly minutes: number;
	readonly approximate: boolean;
	/** From the greatest unit to the smallest. */
	readonly parts: readonly DurationPart[];
}

/** One figure with its unit: `15 min`. */
export interface DurationPart {
	/** In digits, without a fraction; `1` where the number is written out. */
	readonly figure: string;
	/** Between figure and unit. */
	readonly gap: string;
	/** As written; empty for the minutes of `2h30`. */
	readonly unit: string;
	/** Minutes in one unit. */
	readonly size: number;
	/** Whether the figure has a fraction or a half. */
	readonly isFractional: boolean;
	/** What joins it to the part behind it. */
	readonly joint: string;
}

const UNIT = '([\\s-]{0,2})[个個]?(半)?(\\p{L}{1,10})\\.?';
const FIGURE = new RegExp(`(?:(\\d{1,6})([.,]\\d{1,3})?(?:\\s?([½¼¾]))?|([½¼¾]))${UNIT}`, 'uy');
const WORDED = new RegExp(`(${NUMBER_WORD})(?![\\p{Script=Latin}\\d])${UNIT}`, 'iuy');
/** `2h30`, `1 h 15`: minutes without a unit behind whole hours. */
const BARE_MINUTES = /(\s?)([0-5]?\d)(?![\d:.,%]|\s?[\p{L}/–-])/uy;
const BETWEEN = /,?\s*(?:(?:and|y|et|[e&]|und|og)\s+)?/uy;
const FRACTIONS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };
const FIGURES = /[\d½¼¾]/;
const ASIAN = /[\u3040-\uffdc]/;

/** A duration that begins at `at`, or `undefined`. Parts run from the greatest unit to the smallest. */
export function durationAt(text: string, at: number): DurationMention | undefined {
	let minutes = 0;
	let end = at;
	const parts: DurationPart[] = [];
	for (let from = at; ; ) {
		const part = partAt(text, from);
		const last = parts.at(-1);
		if (!part || (last && part.size >= last.size)) break;
		if (last) parts[parts.length - 1] = { ...last, joint: text.slice(end, from) };
		parts.push(part);
		minutes += part.count * part.size;
		end = part.end;
		if (part.isLast || part.size < 1) break;
		const bare = part.size === 60 && /^(?:h|heures?|horas?)$/i.test(part.unit) ? matchAt(BARE_MINUTES, text, end) : undefined;
		if (bare && (bare[1] === '' || parts.length === 1)) {
			parts[parts.length - 1] = { ...part, joint: bare[1]! };
			parts.push({ figure: bare[2]!, gap: '', unit: '', size: 1, isFractional: false, joint: '' });
			minutes += Number(bare[2]);
			end += bare[0].length;
			break;
		}
		from = end + (text[end] === '.' ? 1 : 0);
		from += matchAt(BETWEEN, text, from)?.[0].length ?? 0;
	}
	if (parts.length === 0) return undefined;
	const approximate = APPROXIMATE_BEFORE.test(text.slice(Math.max(0, at - 24), at)) || APPROXIMATE_BEHIND.test(text.slice(end, end + 8));
	return { span: { start: at, end }, minutes, approximate, parts };
}

interface PartAt extends DurationPart {
	readonly count: number;
	readonly end: number;
	/** Whether no smaller unit can follow. */
	readonly isLast: boolean;
}

function partAt(text: string, at: number): PartAt | undefined {
	const figure = matchAt(FIGURE, text, at);
	const worded = figure ? undefined : wordedAt(text, at);
	if (!figure && !worded) return undefined;
	const [, digits, decimals, fraction, fractionAlone] = figure ?? [];
	const [whole] = (figure ?? worded)!;
	const word = worded?.[1];
	const [gap, half, letters] = (figure ?? worded)!.slice(-3);
	const unit = unitOf(letters!);
	if (!unit) return undefined;
	const number = word === undefined ? Number(`${digits ?? 0}${(decimals ?? '').replace(',', '.')}`) : numberOf(word, letters!.slice(0, unit.length));
	if (number === undefined) return undefined;
	const dot = whole.endsWith('.') ? 1 : 0;
	const unitEnd = at + whole.length - (letters!.length - unit.length) - dot;
	const isCut = unit.length < letters!.length;
	const more = matchAt(AND_A_HALF, text, unitEnd);
	const count = number + (FRACTIONS[fraction ?? fractionAlone ?? ''] ?? 0) + (half ? 0.5 : 0) + (more ? 0.5 : 0);
	const isFractional = !Number.isInteger(count) || decimals !== undefined;
	return { figure: digits ?? '1', gap: word === undefined || ASIAN.test(letters!) ? gap! : ' ', unit: letters!.slice(0, unit.length), size: unit.minutes, isFractional, joint: '', count, end: unitEnd + (more?.[0].length ?? 0), isLast: isFractional || (isCut && !ASIAN.test(letters!)) };
}

/** Where a number that is written out cannot begin, the long list of them is not looked through. */
function wordedAt(text: string, at: number): RegExpExecArray | undefined {
	return beginsNumberWord(text, at) ? matchAt(WORDED, text, at) : undefined;
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | undefined {
	sticky.lastIndex = at;
	return sticky.exec(text) ?? undefined;
}

/** Every duration in a stretch of text, in order. */
export function durationsIn(text: string, { start, end }: TextSpan): DurationMention[] {
	const found: DurationMention[] = [];
	const source = text.slice(start, end);
	const isWorded = HAS_WORDED_UNIT.test(lowerCased(source));
	if (!isWorded && !FIGURES.test(source)) return found;
	for (let at = start; at < end; at++) {
		if (!isStart(text, at, isWorded)) continue;
		const duration = durationAt(text, at);
		if (!duration || duration.span.end > end) continue;
		found.push(duration);
		at = duration.span.end - 1;
	}
	return found;
}

function isStart(text: string, at: number, isWorded: boolean): boolean {
	const code = text.charCodeAt(at);
	const before = text[at - 1];
	if ((code >= 48 && code <= 57) || code === 0xbd || code === 0xbc || code === 0xbe) return before === undefined || !/[\d.,:\p{L}$€£#-]/u.test(before) || ASIAN.test(before);
	if (!isWorded || code < 65 || (before !== undefined && !mayPrecedeWord(before, code))) return false;
	return beginsNumberWord(text, at);
}

/** Whether a word may begin behind the letter; one of a script without spaces goes on at any. */
function mayPrecedeWord(before: string, code: number): boolean {
	return before === ' ' || !/[\p{L}\p{N}-]/u.test(before) || (code > 0x3000 && ASIAN.test(before));
}

function unitOf(word: string): { minutes: number; length: number } | undefined {
	for (const [pattern, minutes] of UNITS) if (pattern.test(word)) return { minutes, length: word.length };
	const asian = ASIAN_UNIT.exec(word);
	if (!asian) return undefined;
	for (const [pattern, minutes] of UNITS) if (pattern.test(asian[0])) return { minutes, length: asian[0].length };
	return undefined;
}
