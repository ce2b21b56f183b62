/** Lines of logs: journalctl and syslog, ISO times, access logs, klog. */
import { dateAt, type DateOrder } from '../time/date';
import { agentOf } from './agent';
import type { Head } from './head';
import { transcriptTimeAt } from './times';

const LEVEL = /^(?:trace|debug|info|notice|warn(?:ing)?|error|err|fatal|crit(?:ical)?|severe|alert|emerg)$/i;

/** A line that begins with day and time: `2024-03-04T10:04:31Z api[12]: text`, `Mar 04 10:04:31 host unit[12]: text`, `[2024-03-04 10:04:31] text`. */
export function logHead(line: string, order: DateOrder | undefined): Head | undefined {
	const priority = /^<\d{1,3}>\d?\s?/.exec(line)?.[0].length ?? 0;
	const open = /^\[?/.exec(line.slice(priority))![0];
	const found = transcriptTimeAt(line, priority + open.length, order);
	if (!found?.time.date || found.time.isRange) return undefined;
	const close = open && line[found.end] === ']' ? 1 : 0;
	const rest = line.slice(found.end + close);
	if (rest !== '' && !/^[\s:,|]/.test(rest)) return undefined;
	const text = rest.replace(/^[\s:,|]+/, '').replace(/^-\s/, '');
	if (text === '') return undefined;
	const sent = /^(\S{1,80})\s([\w./@-]{1,60}(?:\[\d{1,8}\])?):\s(.*)$/.exec(text);
	if (sent && !LEVEL.test(sent[1]!) && !/[:=[\]()]/.test(sent[1]!)) return { time: found.time, who: `${sent[1]!} ${sent[2]!}`, text: sent[3]!, lines: 1 };
	const own = /^([\w./@-]{1,60}\[\d{1,8}\]):\s(.*)$/.exec(text);
	return { time: found.time, who: own?.[1] ?? agentOf(text), text: own?.[2] ?? text, lines: 1 };
}

/** An access log: `10.0.0.7 - - [04/Mar/2024:10:04:31 +0000] "GET / HTTP/1.1" 502 157`. */
export function clfHead(line: string): Head | undefined {
	const found = /^(\S{1,80}) (\S{1,40}) (\S{1,40}) \[(\d{2}\/[a-z]{3}\/\d{4}):(\d\d):(\d\d):(\d\d) ([+-]\d{4})\] (.*)$/i.exec(line);
	const date = found && dateAt(found[4]!.replaceAll('/', ' '), 0, undefined);
	if (!found || !date) return undefined;
	const [, host, identity, user, , hour, minute, second, offset, text] = found;
	const names = [identity!, user!].filter((name) => name !== '-');
	return {
		time: { written: `${found[4]!}:${hour!}:${minute!}:${second!} ${offset!}`, date: { year: date.year, month: date.month, day: date.day }, clock: { hour: Number(hour), minute: Number(minute), second: Number(second) }, zone: offset!, isRange: false },
		who: [host!, ...names].join(' '), text: text!, lines: 1,
	};
}

/** `E0304 10:04:31.123456       1 server.go:12] text`. */
export function klogHead(line: string): Head | undefined {
	const found = /^([IWEF])(\d\d)(\d\d) (\d\d):(\d\d):(\d\d)\.(\d{3})\d{0,3}\s+(\d+) ([\w./-]+:\d+)\]\s(.*)$/.exec(line);
	if (!found) return undefined;
	const [, level, month, day, hour, minute, second, millisecond, thread, place, text] = found;
	return {
		time: { written: line.slice(1, line.indexOf('.')), date: { year: undefined, month: Number(month), day: Number(day) }, clock: { hour: Number(hour), minute: Number(minute), second: Number(second), millisecond: Number(millisecond) }, zone: undefined, isRange: false },
		who: place!, text: `${level!} ${thread!} ${text!}`, lines: 1,
	};
}
