/** Durations as people write them: `37 minutes`, `2h 3m`, `1 hour and 15 min`, `1.5 hours`, `2時間15分`. */
import type { TextSpan } from '../text/span';

export interface DurationMention {
	readonly span: TextSpan;
	readonly minutes: number;
	readonly approximate: boolean;
}

const UNITS: readonly (readonly [RegExp, number])[] = [
	[/^(?:[w周주]|wks?|weeks?|semanas?|semaines?|wochen?|uker?|週間)$/iu, 7 * 1440],
	[/^(?:[d天일]|days?|días?|dias?|jours?|tage?n?|dager?|døgn|日間?)$/iu, 1440],
	[/^(?:h|hrs?|hours?|horas?|heures?|stunden?|std|timer?|時間|小时|小時|시간)$/iu, 60],
	[/^(?:m|mins?|minutes?|minutos?|minuten?|minutter?|分間?|分钟|分鐘|분)$/iu, 1],
	[/^(?:s|secs?|seconds?|segundos?|secondes?|sekunden?|sekunder?|秒間?|秒钟|초)$/iu, 1 / 60],
];
const PART = /(\d{1,6}(?:[.,]\d{1,3})?)\s?-?\s?(\p{L}{1,10})\.?/uy;
const BETWEEN = /,?\s*(?:(?:and|y|et|[e&]|und|og)\s+)?/uy;
const APPROXIMATE = /(?:[~≈約约약]|about|approximately|approx\.?|around|roughly|nearly|almost|over|more than|under|less than|at least|up to|ca\.?|some|environ|aproximadamente|cerca de|etwa)\s*$/iu;

/** A duration that begins at `at`, or `undefined`. Parts run from the greatest unit to the smallest. */
export function durationAt(text: string, at: number): DurationMention | undefined {
	let minutes = 0;
	let end = at;
	let last = Infinity;
	for (let from = at; ; ) {
		PART.lastIndex = from;
		const part = PART.exec(text);
		const unit = part && unitOf(part[2]!);
		if (!part || !unit || unit.minutes >= last) break;
		minutes += Number(part[1]!.replace(',', '.')) * unit.minutes;
		last = unit.minutes;
		end = from + part[0].length - (part[2]!.length - unit.length) - (part[0].endsWith('.') ? 1 : 0);
		BETWEEN.lastIndex = end;
		from = end + (BETWEEN.exec(text)?.[0].length ?? 0);
		if (last < 1 || unit.length < part[2]!.length && !/[\u3040-\uffdc]/.test(part[2]!)) break;
	}
	if (end === at) return undefined;
	const approximate = APPROXIMATE.exec(text.slice(Math.max(0, at - 20), at));
	return { span: { start: at, end }, minutes, approximate: approximate !== null };
}

/** Every duration in a stretch of text, in order. */
export function durationsIn(text: string, { start, end }: TextSpan): DurationMention[] {
	const found: DurationMention[] = [];
	for (let at = start; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code < 48 || code > 57 || (at > 0 && /[\d.,:\p{L}$€£#-]/u.test(text[at - 1]!) && !/[\u3040-\uffdc]/.test(text[at - 1]!))) continue;
		const duration = durationAt(text, at);
		if (!duration || duration.span.end > end) continue;
		found.push(duration);
		at = duration.span.end - 1;
	}
	return found;
}

function unitOf(word: string): { minutes: number; length: number } | undefined {
	for (const [pattern, minutes] of UNITS) if (pattern.test(word)) return { minutes, length: word.length };
	const asian = /^(?:週間|日間|時間|分間|秒間|小时|小時|分钟|分鐘|秒钟|시간|[日天分秒일분초周주])/u.exec(word);
	if (!asian) return undefined;
	for (const [pattern, minutes] of UNITS) if (pattern.test(asian[0])) return { minutes, length: asian[0].length };
	return undefined;
}
