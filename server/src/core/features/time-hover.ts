/** What a hover tells of a time: how long after the start it is, and what the clocks of all zones that matter showed. */
import { elapsedMinutes, startOf } from '../postmortem/computed-durations';
import type { Postmortem, TimelineEntry } from '../postmortem/model';
import { formatElapsed, signedElapsed } from '../time/elapsed';
import { momentIn } from '../time/moment-in';
import { dayNumber, epochMs, formatClock, formatDate, type Moment } from '../time/moment';
import { offsetName, zoneNameAt, zoneTarget, type ZoneTarget } from '../time/zone-target';
import { clockChangeAt, meaningOfZone } from '../time/zones';
import { inlineCode } from './escapeMarkdown';
import type { Hover } from './hover';
import { lineOfZone, timeAtPlace, type TimeHere } from './time-here';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `undefined` where no time stands. */
export function timeHover(doc: Postmortem, offset: number): Hover | undefined {
	const time = timeAtPlace(doc, offset);
	if (!time) return undefined;
	const parts = [headline(doc, time), time.at.offset === undefined ? clockAlone(time) : zoneTable(doc, time), ...notes(doc, time)];
	return { span: time.written.span, markdown: parts.join('\n\n') };
}

function headline(doc: Postmortem, time: TimeHere): string {
	const { written, approximate, phase, entry, at } = time;
	const start = startOf(doc.phases, doc.timelines)?.at;
	const said = [`**${approximate ? 'About ' : ''}${inlineCode(written.text)}**`];
	if (phase) said.push(phase);
	const sinceStart = start && elapsedMinutes(start, at);
	if (sinceStart !== undefined) said.push(`\`T${signedElapsed(sinceStart)}\``);
	const before = entry && rowBefore(doc, entry);
	const minutes = before?.at && elapsedMinutes(before.at, at);
	if (minutes !== undefined) {
		said.push(minutes === 0 ? 'with the row before' : `${formatElapsed(minutes)} ${minutes < 0 ? 'before' : 'after'} the row ${minutes < 0 ? 'above' : 'before'}`);
	}
	const lasts = time.until && elapsedMinutes(at, time.until);
	if (lasts !== undefined) said.push(`lasts ${formatElapsed(lasts)}`);
	return said.join(' · ');
}

function rowBefore(doc: Postmortem, entry: TimelineEntry): TimelineEntry | undefined {
	const rows = doc.timelines.find(({ entries }) => entries.includes(entry))?.entries.filter(({ at, dateOnly }) => at && !dateOnly) ?? [];
	return rows[rows.indexOf(entry) - 1];
}

function clockAlone({ at, until }: TimeHere): string {
	return `${[at, ...(until ? [until] : [])].map((moment) => `\`${clockText(moment)}\``).join(' until ')}, no time zone is stated`;
}

interface Row {
	name: string;
	readonly about: string[];
	readonly at: Moment;
	readonly until: Moment | undefined;
}

/** The zone that the time was read in, then UTC, the config's zones, the viewer's; two that show the same in one row. */
function zoneTable(doc: Postmortem, time: TimeHere): string {
	const { at, until } = time;
	const own = time.zone ? ((target) => (target ? nameIn(target, at) : time.zone!.text))(zoneTarget(time.zone.text)) : offsetName(at.offset!);
	const rows: Row[] = [{ name: own, about: [stated(doc, time)].filter((each) => each !== ''), at, until }];
	for (const { name, from } of [{ name: 'UTC', from: undefined }, ...doc.displayZones]) {
		const target = zoneTarget(name)!;
		const there = momentIn(target, at);
		if (!there) continue;
		const label = nameIn(target, there);
		const about = [...(label === name ? [] : [name]), ...(from === 'viewer' ? ['your zone'] : [])];
		const same = rows.find((row) => row.at.offset === there.offset);
		if (!same) rows.push({ name: label, about, at: there, until: until && momentIn(target, until) });
		else same.about.push(...[label, ...about].filter((each) => each !== same.name && !same.about.includes(each)));
	}
	const head = until ? ['Zone', 'From', 'Until'] : ['Zone', 'Time'];
	const lines = rows.map((row, index) => [`${index === 0 ? `**${inCell(row.name)}**` : inCell(row.name)}${row.about.length > 0 ? ` (${row.about.map(inCell).join(', ')})` : ''}`, clockText(row.at), ...(until ? [row.until ? clockText(row.until) : ''] : [])]);
	return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function nameIn(target: ZoneTarget, at: Moment): string {
	const ms = epochMs(at);
	return ms === undefined ? target.name : zoneNameAt(target, ms, at.offset!);
}

function stated(doc: Postmortem, time: TimeHere): string {
	if (!time.zone) return '';
	const line = lineOfZone(doc, time);
	return line === 'here' ? '' : line === undefined ? 'from the config' : `stated in line ${line}`;
}

/** `Thu 2024-05-02 10:42`; without a date `10:42`. */
function clockText({ date, clock }: Moment): string {
	return date ? `${WEEKDAYS[(((dayNumber(date) + 4) % 7) + 7) % 7]} ${formatDate(date)} ${formatClock(clock)}` : formatClock(clock);
}

function notes(doc: Postmortem, { at, zone, isDayTaken }: TimeHere): string[] {
	const said: string[] = [];
	if (isDayTaken) said.push(`Read on the day of the incident, ${formatDate(at.date!)}`);
	const iana = zone && meaningOfZone(zone.text)?.iana;
	const change = iana !== undefined && at.date ? clockChangeAt(iana, at.date, at.clock) : undefined;
	if (change === 'skipped') said.push(`This time never came in ${inCell(iana!)}: clocks were put forward over it. It is read with the offset from before, ${offsetName(at.offset!)}`);
	if (change === 'twice') said.push(`This time came twice in ${inCell(iana!)}: clocks were put back over it. It is read as the first one, ${offsetName(at.offset!)}`);
	if (doc.date?.alternative && isDayTaken) said.push(`The day can also be read as ${formatDate(doc.date.alternative)}`);
	return said;
}

/** Names of zones are letters, digits and few signs; anything else does not get into the table. */
function inCell(text: string): string {
	return text.replace(/[^\p{L}\p{N} /+:−_-]/gu, '').replaceAll('_', '\\_');
}
