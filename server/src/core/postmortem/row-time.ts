/** Where a row of a timeline has its time: at its start, behind a label at its end, or in its midst. */
import { codeAndLinksIn } from '../markdown/inline';
import { trimmed, type TextSpan } from '../text/span';
import type { DateOrder } from '../time/date';
import { timeAt, timesIn, type TimeMention } from '../time/mention';
import { isDigit, skipSpaces } from '../time/time-words';
import { labelOf } from './labels';

export interface RowTime {
	readonly time: TimeMention;
	/** What is left of the row's line beside the time and the marks around it; one stretch, or two around a time in the midst. */
	readonly rest: readonly TextSpan[];
	/** `midst`: the time is part of a sentence, which stays whole in `rest`. */
	readonly place: 'start' | 'end' | 'midst';
}

const OPENING = /^(?:<\/?(?:li|[pbi]|strong|em|code|td|tr|br|div|span)(?:\s[^<>]*)?\/?>|[\s*_~"'“([【「<>|•·◦‣⁃●○■□✓►→⇒=–—-]|`(?!`)|&(?:nbsp|emsp|ensp|thinsp);|\[[ xX]\]|\p{Extended_Pictographic}\p{Emoji_Modifier}?\u200D?|:(?!\d)[a-z_0-9+-]{2,30}:)*/u;
/** Marks between a time and its text; one run of emphasis marks may open the text again and is left to it. */
const SEPARATOR = /^(?:[\s\])】」"'”]|`(?=[\s:：|*\]–—-]|$)|(?:hrs?|hs|uhr|uur|[uh]|horas|heures)\b\.?|\*+(?=[\s:：|–—-]|$)|_+(?=[\s:：|–—-]|$)|[:：;,.|>→⇒–—-]+(?=\D|$)|=+>|<\/?(?:[biu]|strong|em|code|span|font|mark|small)(?:\s[^<>]*)?>)*/iu;

/** The time that a row's line starts with. */
export function leadingTime(text: string, line: TextSpan, order: DateOrder | undefined): RowTime | undefined {
	const source = text.slice(line.start, line.end);
	const opening = isDigit(source.charCodeAt(0)) ? numbering(source) : OPENING.exec(source)![0];
	const time = timeAt(source, startWithin(opening), { order, place: 'row' });
	if (!time || !endsAsRowTime(source, time)) return undefined;
	const whole = withMarks(source, time);
	return { time: shifted(whole, line.start), rest: [behind(text, source, line, opening, whole.span.end)], place: 'start' };
}

/** `First detected: 2024-09-20 11:24`: a label, then nothing but a time. */
export function labelledTime(text: string, line: TextSpan, order: DateOrder | undefined): RowTime | undefined {
	const label = labelOf(text, line);
	if (!label || label.rest.start >= label.rest.end) return undefined;
	const value = leadingTime(text, label.rest, order);
	if (!value) return undefined;
	const remainder = value.rest[0]!;
	return { time: value.time, rest: [label.title, ...(remainder.end > remainder.start ? [remainder] : [])], place: 'end' };
}

/** `Initial reports (2025-11-12 12:00)`, `Found it - 14:43 UTC`: what happened, then nothing but its time. */
export function endingTime(text: string, line: TextSpan, order: DateOrder | undefined): RowTime | undefined {
	const source = text.slice(line.start, line.end);
	for (const mark of source.matchAll(/[([@,:–—-]|\bat\b/g)) {
		const from = skipSpaces(source, mark.index + mark[0].length);
		const time = timeAt(source, from, { order, place: 'row' });
		if (!time || (!time.clock && !time.relative) || !/^[\s)\]*_.]*$/.test(source.slice(time.span.end))) continue;
		const title = trimmed(text, { start: line.start, end: line.start + mark.index });
		const number = /^\d{1,2}[.)]\s+/.exec(text.slice(title.start, title.end))?.[0].length ?? 0;
		return { time: shifted(time, line.start), rest: [{ start: title.start + number, end: title.end }], place: 'end' };
	}
	return undefined;
}

/** A time within a sentence: `The alert fired at 10:04 UTC`. */
export function timeInMidst(text: string, line: TextSpan, order: DateOrder | undefined): RowTime | undefined {
	const source = text.slice(line.start, line.end);
	const others = codeAndLinksIn(source);
	const found = timesIn(source, { start: 0, end: source.length }, { order, place: 'prose' }).find((time) => time.clock && !others.covers(time.span.start));
	return found && { time: shifted(found, line.start), rest: [line], place: 'midst' };
}

/** `2. 14:02 UTC`: the number of a heading or line before its time. */
function numbering(source: string): string {
	const mark = source[1] === '.' || source[1] === ')' ? 2 : source[2] === '.' || source[2] === ')' ? 3 : 0;
	return (mark > 0 && source[mark] === ' ' && /^\d{1,2}[.)]\s+[*_`[(~]{0,3}(?=\d{1,4}[-:./h]\d)/.exec(source)?.[0]) || '';
}

/** A tilde right before the time belongs to it; two of them strike it out. */
function startWithin(opening: string): number {
	return opening.endsWith('~') && !opening.endsWith('~~') ? opening.length - 1 : opening.length;
}

/** `10 pods`, `4.30 % of users`, `2.5.1 released` start with digits and are no times; `10:04` is one before anything but a unit. */
function endsAsRowTime(source: string, { span, clock, date }: TimeMention): boolean {
	const after = source.slice(span.end, span.end + 12);
	if (/^\s?(?:%|(?:percent|minutes?|mins?|seconds?|days?|ms)\b)/.test(after)) return false;
	if (clock && /^\s?hours?\b/.test(after) && !isDigit(source.charCodeAt(clock.span.start + 1))) return false;
	if (clock && /^\d\.\d\d$/.test(source.slice(clock.span.start, clock.span.end)) && /^ (?!(?:uhr|uur|h|hrs?|horas|heures)(?!\p{L}))\p{Ll}/u.test(after)) return false;
	if (!clock && date) return !/^[\p{L}\d_/]/u.test(after) && !(date.year === undefined && /^\s*\p{Ll}/u.test(after) && /^\d/.test(source.slice(span.start)));
	return !/^[\d/%]/.test(after) || /^\/\s?\d{1,2}:\d\d/.test(after);
}

/** `2024-05-06 **10:04**`, `**2024-05-06** 10:04`: the marks whose other half lies within the expression belong to it. */
function withMarks(source: string, time: TimeMention): TimeMention {
	if (!time.date || !time.clock || time.clock.span.start < time.date.span.end) return time;
	const between = source.slice(time.date.span.end, time.clock.span.start);
	if (!/[*_`[(]/.test(between)) return time;
	const [closing] = /^(?:\*{1,3}|_{1,3}|`)?/.exec(between)!;
	const [opened] = /(?:\*{1,3}|_{1,3}|[`[(])?$/.exec(between.slice(closing.length))!;
	const { start, end } = time.span;
	const closer = opened === '[' ? ']' : opened === '(' ? ')' : opened;
	return { ...time, span: { start: closing !== '' && source.endsWith(closing, start) ? start - closing.length : start, end: closer !== '' && source.startsWith(closer, end) ? end + closer.length : end } };
}

function behind(text: string, source: string, line: TextSpan, opening: string, end: number): TextSpan {
	const separator = SEPARATOR.exec(source.slice(end))![0];
	let start = end + separator.length;
	const marks = /(\*{1,3}|_{1,3})[^*_]*$/.exec(opening)?.[1];
	const rest = source.slice(start);
	let stop = source.length;
	// `**10:04 alert fires**`: the emphasis that opened before the time closes behind the text
	if (marks && !source.slice(end, start).includes(marks) && rest.trimEnd().endsWith(marks) && rest.indexOf(marks) === rest.trimEnd().length - marks.length) stop = start + rest.trimEnd().length - marks.length;
	else if (marks && !source.slice(end, start).includes(marks)) {
		const close = rest.indexOf(marks);
		if (close === 0) start += marks.length;
	}
	// `**10:04** <span …>alert fires</span>`
	if (/<(?:span|font|mark|small)[\s>]/i.test(separator)) stop = start + (/<\/(?:span|font|mark|small)>$/i.exec(source.slice(start, stop).trimEnd())?.index ?? stop - start);
	const tail = /^(?:\s|[:：–—|-]+(?=\s|$))+/.exec(source.slice(start, stop))?.[0].length ?? 0;
	return trimmed(text, { start: line.start + Math.min(start + tail, stop), end: line.start + stop });
}

function shifted(time: TimeMention, by: number): TimeMention {
	const move = (span: TextSpan): TextSpan => ({ start: span.start + by, end: span.end + by });
	return {
		...time,
		span: move(time.span),
		date: time.date && { ...time.date, span: move(time.date.span) },
		clock: time.clock && { ...time.clock, span: move(time.clock.span) },
		relative: time.relative && { ...time.relative, span: move(time.relative.span) },
		until: time.until && { date: time.until.date && { ...time.until.date, span: move(time.until.date.span) }, clock: time.until.clock && { ...time.until.clock, span: move(time.until.clock.span) }, zone: time.until.zone && { ...time.until.zone, span: move(time.until.zone.span) } },
		zone: time.zone && { ...time.zone, span: move(time.zone.span) },
	};
}
