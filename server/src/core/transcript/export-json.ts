/**
 * Exports as JSON: Slack channels, Discord and Teams messages, log entries of PagerDuty and Opsgenie, structured logs
 * with an object a line. They differ in their names alone.
 */
import { momentAt } from '../time/moment';
import { transcriptTimeAt } from './times';
import type { Transcript, TranscriptEvent, TranscriptTime } from './transcript';

type Entry = Readonly<Record<string, unknown>>;

/** Where a list of entries may stand in an object. */
const LISTS = ['messages', 'log_entries', 'logs', 'data', 'value', 'entries', 'events', 'items', 'hits'];
/** Paths to the value, the likelier one first. */
const TIMES = ['ts', 'timestamp', 'time', 'created_at', 'createdAt', 'createdDateTime', '@timestamp', 'date', 'datetime', 'occurredAt', 'occurred_at', 'eventTime'];
const TEXTS = ['text', 'channel.summary', 'summary', 'log', 'content', 'body.content', 'message', 'msg', 'event', 'description', 'detail'];
const SPEAKERS = [
	'user_profile.real_name', 'user_profile.display_name', 'username', 'author.nickname', 'author.name', 'author.username', 'from.user.displayName', 'from.application.displayName',
	'agent.summary', 'owner', 'author', 'user.name', 'user', 'bot_profile.name', 'actor', 'sender', 'source', 'service', 'logger', 'host', 'hostname',
];
const MOST_ENTRIES = 20_000;

export function transcriptOfJson(text: string): Transcript | undefined {
	const source = text.replace(/^\uFEFF/, '').trim();
	if (!/^[[{]/.test(source)) return undefined;
	const entries = parsed(source) ?? parsedLines(source);
	const events = entries?.slice(0, MOST_ENTRIES).map(eventOf).filter((event) => event !== undefined) ?? [];
	if (!entries || events.length === 0 || events.length * 2 < entries.length || entries.length > MOST_ENTRIES) return undefined;
	return { source: 'export', events: inOrder(events) };
}

function parsed(source: string): readonly Entry[] | undefined {
	const value = json(source);
	if (Array.isArray(value)) return value.filter(isEntry);
	if (!isEntry(value)) return undefined;
	const list = LISTS.map((name) => value[name]).find(Array.isArray);
	return list?.filter(isEntry) ?? [value];
}

function parsedLines(source: string): readonly Entry[] | undefined {
	const values = source.split(/\r\n?|\n/).filter((line) => line.trim() !== '').map(json);
	return values.length > 1 && values.every(isEntry) ? values : undefined;
}

function json(source: string): unknown {
	try {
		return JSON.parse(source);
	} catch {
		return undefined;
	}
}

function isEntry(value: unknown): value is Entry {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function eventOf(entry: Entry): TranscriptEvent | undefined {
	const time = TIMES.map((name) => timeOf(entry[name])).find((each) => each !== undefined);
	if (!time) return undefined;
	const said = textAt(entry, TEXTS) ?? '';
	const attached = ['attachments', 'files'].flatMap((name) => (Array.isArray(entry[name]) ? entry[name].filter(isEntry) : [])).flatMap((each) => textAt(each, ['text', 'fallback', 'title', 'name']) ?? []);
	const text = [said, ...attached.filter((each) => !said.includes(each))].filter((part) => part.trim() !== '').map(plain).join('\n');
	return text === '' ? undefined : { time, who: textAt(entry, SPEAKERS), text };
}

function textAt(entry: Entry, paths: readonly string[]): string | undefined {
	for (const path of paths) {
		const value = path.split('.').reduce<unknown>((at, name) => (isEntry(at) && Object.hasOwn(at, name) ? at[name] : undefined), entry);
		if (typeof value === 'string' && value.trim() !== '') return value.trim();
	}
	return undefined;
}

/** Seconds or milliseconds since 1970, as numbers or as Slack's `1709546671.000200`; or a written time. */
function timeOf(value: unknown): TranscriptTime | undefined {
	const number = typeof value === 'number' ? value : typeof value === 'string' && /^\d{9,13}(?:\.\d{1,9})?$/.test(value) ? Number(value) : undefined;
	if (number !== undefined) {
		const ms = number > 1e11 ? number : number * 1000;
		if (!(ms > 0 && ms < 4e12)) return undefined;
		const { date, clock } = momentAt(Math.floor(ms / 1000) * 1000, 0);
		return { written: String(value), date, clock, zone: 'UTC', isRange: false };
	}
	if (typeof value !== 'string' || value.length > 60) return undefined;
	const found = transcriptTimeAt(value.trim(), 0, undefined);
	return found?.time.date && found.end === value.trim().length ? found.time : undefined;
}

/** Slack's own marks for links, people and channels, its escapes, and the HTML of Teams. */
function plain(text: string): string {
	return text
		.replace(/<https?:[^<>|\s]+\|([^<>|]+)>/g, (link, label: string) => `[${label.replace(/[[\]]/g, '')}](${link.slice(1, link.indexOf('|'))})`)
		.replace(/<[@#!](?:[A-Z0-9^]+\|)?([^<>|]+)>/g, (_, name: string) => `@${name}`)
		.replace(/<\/(?:p|div|li)>|<br ?\/?>/gi, '\n')
		.replace(/<\/?(?:[pbi]|div|li|ul|ol|span|em|strong|at|attachment)(?:\s[^<>]*)?>/gi, '')
		.replace(/&(?:nbsp|#160);/g, ' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
		.trim();
}

/** Exports of some tools begin with the newest. */
function inOrder(events: readonly TranscriptEvent[]): readonly TranscriptEvent[] {
	const key = ({ time }: TranscriptEvent) => (time!.date ? Date.UTC(time!.date.year ?? 0, time!.date.month - 1, time!.date.day, time!.clock.hour, time!.clock.minute, time!.clock.second ?? 0, time!.clock.millisecond ?? 0) : 0);
	return events.length > 1 && key(events[0]!) > key(events.at(-1)!) ? events.toReversed() : events;
}
