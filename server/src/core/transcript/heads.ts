/** How each kind of chat or log begins an event: one entry of the list is one kind. */
import type { DateOrder } from '../time/date';
import { agentOf } from './agent';
import type { Head, HeadKind, LinesBefore } from './head';
import { clfHead, klogHead, logHead } from './log-lines';
import { endsLine, transcriptTimeAt, type FoundTime } from './times';

/** The likelier kind first: of those that find as many events the first counts. */
export const HEAD_KINDS: readonly HeadKind[] = [
	{ source: 'chat', headAt: ircHead },
	{ source: 'chat', headAt: bracketHead },
	{ source: 'chat', headAt: nameAndTimeHead },
	{ source: 'log', headAt: ({ lines }, at) => clfHead(lines[at]!) ?? klogHead(lines[at]!) },
	{ source: 'log', headAt: ({ lines, order }, at) => logHead(lines[at]!, order) },
	{ source: 'chat', headAt: timeNameHead, namesRepeat: true },
	{ source: 'log', headAt: textAboveHead },
	{ source: 'log', headAt: loneTimeHead },
	{ source: 'notes', headAt: plainHead },
];

const LONGEST_NAME_AND_TIME = 140;
/** What stands before a time and is no name: `Last reply today at 10:20 AM`, `Yesterday 10:04 AM`. */
const NO_NAME = /\((?:edited|bearbeitet|editado|modifié)\)$|^(?:last reply|(?:today|yesterday|heute|gestern|hoy|ayer|hoje|ontem|aujourd[’']hui|hier|i dag|i går)(?:,| at| um)?)$/iu;
/** Words with a small letter that names have: `Ole van der Berg`. */
const PARTICLE = /^(?:van|von|de|der|den|del|da|dos|bin|al|el|la|le|di|du|ten|ter)$/;
const NAME = /^[@~]?[\p{L}\p{N}][\p{L}\p{M}\p{N} .'’_()/&+@-]{0,58}$/u;
/** A badge or a status behind a name in Slack. */
const BADGE = /(?:(?<=[\s\p{Ll}\d])APP|:[a-z0-9_+-]{2,40}:|[\p{Extended_Pictographic}\uFE0F])$/u;
/** What may stand between a name and its time. */
const GAP = /(?:[ \t]{0,8}[—–-][ \t]{1,8}|,[ \t]{1,8}|[ \t]{1,8})(?=[[(]?\p{L}{0,9}\W{0,3}\d|[[(]?\p{L}{3,11}\s)/gu;

function nameOf(text: string): string | undefined {
	let name = text.trim();
	for (let badge = BADGE.exec(name); badge; badge = BADGE.exec(name)) name = name.slice(0, badge.index).trim();
	return NAME.test(name) && !NO_NAME.test(name) && !/[.!?:;,]$/.test(name) && name.split(' ').length <= 6 && /\p{L}/u.test(name) ? name : undefined;
}

/** In brackets a day without its year counts, too: `[04/03 10:04]`. */
function openTime(line: string, order: DateOrder | undefined): (FoundTime & { readonly bracket: string }) | undefined {
	const open = /^\s*(?:[-*+•]\s+)?([[(]?)/.exec(line)!;
	const found = transcriptTimeAt(line, open[0].length, order) ?? (open[1] === '' ? undefined : transcriptTimeAt(line, open[0].length, order, 'row'));
	if (!found) return undefined;
	const close = open[1] === '' ? '' : (/^\s?[\])]/.exec(line.slice(found.end))?.[0] ?? '');
	return open[1] !== '' && close === '' ? undefined : { time: found.time, end: found.end + close.length, bracket: open[1]! };
}

/** `[10:04] <mara> text`, `10:04:31 * mara waves`, `10:04 -!- mara has joined`. */
function ircHead({ lines, order }: LinesBefore, at: number): Head | undefined {
	const line = lines[at]!;
	const found = openTime(line, order);
	if (!found) return undefined;
	const said = /^\s*<\s?[@+%&~!]?([^<>\s][^<>]{0,38})>\s?(.*)$/.exec(line.slice(found.end));
	if (said) return { time: found.time, who: said[1]!.trim(), text: said[2]!, lines: 1 };
	const done = /^\s+(?:\*|-!-|\*{3}|-{2,3}>?|<--)\s+(\S+)(\s.*)?$/.exec(line.slice(found.end));
	return done ? { time: found.time, who: done[1]!, text: `${done[1]!}${done[2] ?? ''}`, lines: 1 } : undefined;
}

/** `[10:04 AM] Mara Voss: text`, `[04.03.24, 10:04:31] Mara: text`, `[10:04 AM] Mara Voss` with the text below; `04/03/2024, 10:04 - Mara: text`. */
function bracketHead({ lines, order }: LinesBefore, at: number): Head | undefined {
	const line = lines[at]!;
	const found = openTime(line, order);
	if (!found) return undefined;
	const rest = line.slice(found.end);
	if (found.bracket === '' && !(found.time.date && /^\s+-\s/.test(rest))) return undefined;
	const said = /^(?:\s+-)?\s*([^:]{1,60}):(?:\s(.*))?$/.exec(rest);
	const who = said && nameOf(said[1]!);
	if (who) return { time: found.time, who, text: said[2] ?? '', lines: 1 };
	const alone = nameOf(rest);
	return alone && found.bracket !== '' && lines[at + 1]?.trim() ? { time: found.time, who: alone, text: '', lines: 1 } : undefined;
}

/**
 * A name with the time behind it or below it, then the text: `Mara Voss  10:04 AM`, `Mara — Today at 10:04`,
 * `Mara, [04.03.2024 10:04]`. A time alone goes on with the last name.
 */
function nameAndTimeHead({ lines, order, speakers }: LinesBefore, at: number): Head | undefined {
	const line = lines[at]!;
	if (line.length > LONGEST_NAME_AND_TIME) return undefined;
	for (const gap of line.matchAll(GAP)) {
		const open = /^[[(]?/.exec(line.slice(gap.index + gap[0].length))![0].length;
		const found = transcriptTimeAt(line, gap.index + gap[0].length + open, order);
		if (!found || !endsLine(line, found.end)) continue;
		const who = nameOf(line.slice(0, gap.index));
		return who ? { time: found.time, who, text: '', lines: 1 } : undefined;
	}
	const alone = openTime(line, order);
	if (alone && endsLine(line, alone.end) && speakers.size > 0) return { time: alone.time, who: undefined, text: '', lines: 1, goesOn: true };
	if (alone && alone.bracket !== '' && speakers.size > 0) return { time: alone.time, who: undefined, text: line.slice(alone.end).trim(), lines: 1, goesOn: true };
	const who = nameOf(line);
	// a badge, a dash or an empty line may stand between
	const between = /^(?:(APP|[—–-])\s*)?$/.exec((lines[at + 1] ?? '').trimStart());
	const skipped = between ? 1 : 0;
	const below = lines[at + 1 + skipped]?.replace(/^\s*(?:APP|:[a-z0-9_+-]{2,40}:)(?=\s)/, '');
	const time = who && below !== undefined ? openTime(below, order) : undefined;
	if (!who || !time || !endsLine(below!, time.end)) return undefined;
	const isKnown = at === 0 || speakers.has(who);
	const isApart = isKnown || lines[at - 1]!.trim() === '' || /^\s/.test(below!) || between?.[1] !== undefined;
	const isSurelyTime = /[ap]\.?m\.?|^\p{L}/iu.test(time.time.written) || time.time.date !== undefined;
	if (between && between[1] === undefined && !isSurelyTime) return undefined;
	return isApart || (isSurelyTime && !isPhrase(who)) ? { time: time.time, who, text: '', lines: 2 + skipped } : undefined;
}

/** `Carts are empty`: several words that do not all have a capital. */
function isPhrase(words: string): boolean {
	const each = words.split(' ');
	return each.length > 1 && each.some((word) => /^\p{Ll}/u.test(word) && !PARTICLE.test(word));
}

/** `10:04 mara: text`, `10:04:31 mara | text`. */
function timeNameHead({ lines, order }: LinesBefore, at: number): Head | undefined {
	const line = lines[at]!;
	const found = openTime(line, order);
	const said = found && /^\s+([^\s:|][^:|]{0,38}?)\s?[:|]\s(.*)$/.exec(line.slice(found.end));
	const who = said && nameOf(said[1]!);
	return who ? { time: found.time, who, text: said[2]!, lines: 1 } : undefined;
}

/** What happened, with its time on the line below: activity logs that end with a time. */
function textAboveHead({ lines, order }: LinesBefore, at: number): Head | undefined {
	const isTime = (line: string | undefined) => {
		const found = line === undefined ? undefined : openTime(line, order);
		return found && endsLine(line!, found.end) ? found.time : undefined;
	};
	const last = lines.findLastIndex((line) => line.trim() !== '');
	const time = isTime(lines[at + 1]);
	return time && isTime(lines[last]) && !isTime(lines.find((line) => line.trim() !== '')) && !isTime(lines[at]) ? { time, who: agentOf(lines[at]!), text: lines[at]!.trim(), lines: 2 } : undefined;
}

/** A time on a line of its own, what happened below it: activity logs of PagerDuty, Opsgenie and status pages. */
function loneTimeHead({ lines, order }: LinesBefore, at: number): Head | undefined {
	const line = lines[at]!;
	const found = openTime(line, order);
	if (!found || !endsLine(line, found.end) || !lines[at + 1]?.trim()) return undefined;
	return { time: found.time, who: agentOf(lines[at + 1]!), text: '', lines: 1 };
}

/** `10:04 the alert fired`: a line that begins with its time. */
function plainHead({ lines, order }: LinesBefore, at: number): Head | undefined {
	const line = lines[at]!;
	const found = openTime(line, order);
	if (!found) return undefined;
	const text = line.slice(found.end).replace(/^\s*(?:[-–—:|]\s+)?/, '').trim();
	return text === '' ? undefined : { time: found.time, who: agentOf(text), text, lines: 1 };
}
