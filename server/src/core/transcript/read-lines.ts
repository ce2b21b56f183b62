/** Text of a chat or log into its events. */
import { datesIn, type DateOrder } from '../time/date';
import type { Head, HeadKind } from './head';
import { HEAD_KINDS } from './heads';
import type { Transcript, TranscriptEvent, TranscriptTime } from './transcript';

/** More lines than these before the first event are no preface, they are another kind of text. */
const LONGEST_PREFACE = 3;
/** Of the lines with a text at least one in so many begins an event. */
const MOST_LINES_AN_EVENT = 12;

/** What may stand beside the date where a line says nothing else. */
const DAY_WORDS = /^(?:day changed(?: to)?)?\s?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)?\s?(?:st|nd|rd|th)?$/i;

/** `undefined` where fewer than `least` events are found. */
export function transcriptOfLines(text: string, order: DateOrder | undefined, least: number): Transcript | undefined {
	const lines = text.replace(/[\uFEFF\u200b\u200e\u200f\u202a-\u202e]/g, '').replaceAll('\u00a0', ' ').split(/\r\n?|\n/).map((line) => line.trimEnd());
	const filled = lines.filter((line) => line.trim() !== '').length;
	let best: { readonly transcript: Transcript; readonly heads: number } | undefined;
	for (const kind of HEAD_KINDS) {
		const { events, heads, preface } = eventsOf(lines, order, kind);
		if (heads < least || heads <= (best?.heads ?? 0) || preface > LONGEST_PREFACE || heads * MOST_LINES_AN_EVENT < filled) continue;
		best = { heads, transcript: { source: kind.source, events } };
	}
	return best?.transcript;
}

interface Open {
	time: TranscriptTime | undefined;
	who: string | undefined;
	readonly text: string[];
	readonly dayLine: string | undefined;
}

function eventsOf(lines: readonly string[], order: DateOrder | undefined, kind: HeadKind): { events: readonly TranscriptEvent[]; heads: number; preface: number } {
	const speakers = new Set<string>();
	const names: string[] = [];
	const opened: Open[] = [];
	let day: TranscriptTime['date'];
	let dayLine: string | undefined;
	let last: string | undefined;
	let preface = 0;
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at]!;
		const head = line.trim() === '' ? undefined : kind.headAt({ lines, order, speakers }, at);
		if (head) {
			const who = head.goesOn ? last : head.who;
			if (head.who !== undefined) {
				speakers.add(head.who);
				names.push(head.who);
			}
			last = who;
			opened.push({ time: withDay(head, day), who, text: head.text.trim() === '' ? [] : [head.text.trim()], dayLine });
			dayLine = undefined;
			at += head.lines - 1;
			continue;
		}
		const divider = dayOf(line, order);
		if (divider) {
			day = divider;
			dayLine = dayLine === undefined ? line.trim() : `${dayLine} ${line.trim()}`;
		} else if (opened.length > preface) opened.at(-1)!.text.push(line);
		else if (line.trim() !== '') {
			if (++preface > LONGEST_PREFACE) return { events: [], heads: 0, preface };
			opened.push({ time: undefined, who: undefined, text: [line.trim()], dayLine: undefined });
		}
	}
	const heads = opened.filter(({ time }) => time).length;
	const silent = opened.filter(({ time, text }) => time && textOf(text) === '').length;
	const believed = (!kind.namesRepeat || new Set(names).size < names.length) && silent * 2 <= heads;
	const events = opened.map(({ time, who, text, dayLine: above }): TranscriptEvent => ({ time, who, text: textOf(text), ...(above === undefined ? {} : { dayLine: above }) }));
	if (dayLine !== undefined && events.length > 0) events[events.length - 1] = { ...events.at(-1)!, text: `${events.at(-1)!.text}\n${dayLine}`.trim() };
	return { events, heads: believed ? heads : 0, preface };
}

function withDay({ time }: Head, day: TranscriptTime['date']): TranscriptTime {
	return time.date || !day ? time : { ...time, date: day };
}

/** The day of a line that says nothing else: `Monday, March 4th`, `--- 2024-03-04 ---`. */
function dayOf(line: string, order: DateOrder | undefined): TranscriptTime['date'] {
	if (line.length > 60 || !/\d/.test(line)) return undefined;
	const [date, second] = datesIn(line, order);
	if (!date || second) return undefined;
	const rest = `${line.slice(0, date.span.start)} ${line.slice(date.span.end)}`;
	if (/\d/.test(rest)) return undefined;
	const words = rest.replace(/\P{L}+/gu, ' ').trim();
	return DAY_WORDS.test(words) ? { year: date.year, month: date.month, day: date.day } : undefined;
}

function textOf(lines: readonly string[]): string {
	const first = lines.findIndex((line) => line.trim() !== '');
	return first < 0 ? '' : lines.slice(first).join('\n').trimEnd();
}
