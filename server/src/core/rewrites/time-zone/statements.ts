/** Where the zone of a timeline is stated, and how another one is stated in its place. */
import type { Postmortem, Timeline, TimelineEntry } from '../../postmortem/model';
import type { SpanEdit } from '../../text/edit';
import { contains, type TextSpan } from '../../text/span';
import { zoneEdits } from '../../time/mention-style';
import { meaningOfZone } from '../../time/zones';
import { ownRow } from './own-row';

/** Timelines that a statement of this one's zone holds for too are converted with it, and so are the others of its section. */
export class HeldTogether {
	readonly #bySection: ReadonlyMap<unknown, readonly Timeline[]>;
	/** By where the zone that their rows are read in is stated. */
	readonly #byStatement: ReadonlyMap<number, readonly Timeline[]>;

	constructor({ timelines }: Postmortem) {
		const pairs = timelines.flatMap((timeline) => statementsFor(timeline).map((start) => [start, timeline] as const));
		this.#byStatement = grouped(pairs);
		this.#bySection = grouped(timelines.flatMap((timeline) => (timeline.section ? [[timeline.section, timeline] as const] : [])));
	}

	/** In document order, the first one among them. */
	with(first: Timeline): readonly Timeline[] {
		const together = new Set([first]);
		const statements = new Set<number>();
		for (const timeline of together) { // grows while it is walked through
			for (const each of this.#bySection.get(timeline.section) ?? []) together.add(each);
			for (const zone of [...timeline.zonesAbove, ...timeline.entries.map((entry) => entry.zone)]) {
				if (!zone || statements.has(zone.span.start)) continue;
				statements.add(zone.span.start);
				for (const each of this.#byStatement.get(zone.span.start) ?? []) together.add(each);
			}
		}
		return [...together].sort((a, b) => a.span.start - b.span.start);
	}
}

function statementsFor({ entries }: Timeline): number[] {
	return [...new Set(entries.flatMap(({ inZone }) => (inZone && inZone.span.end > inZone.span.start ? [inZone.span.start] : [])))];
}

function grouped<K>(pairs: readonly (readonly [K, Timeline])[]): Map<K, Timeline[]> {
	const groups = new Map<K, Timeline[]>();
	for (const [key, timeline] of pairs) {
		const group = groups.get(key);
		if (group) group.push(timeline);
		else groups.set(key, [timeline]);
	}
	return groups;
}

export interface Statement {
	readonly edits: readonly SpanEdit[];
	/** The rows that no statement holds for now, each of which has to name its zone. */
	readonly unstated: ReadonlySet<TimelineEntry>;
}

/**
 * States `name` for the rows that name no zone themselves: in place of what is stated above them, in the header of their
 * column, or in a line below the heading.
 */
export function restate(doc: Postmortem, timelines: readonly Timeline[], name: string, offset: number): Statement {
	const above = [...new Map(timelines.flatMap(({ zonesAbove }) => zonesAbove).map((zone) => [zone.span.start, zone])).values()];
	const inheriting = timelines.flatMap(({ entries }) => entries).filter((entry) => isInheriting(entry));
	const used = new Set([...inheriting.map(({ inZone }) => inZone!), ...timelines.flatMap(({ entries }) => entries.flatMap(({ zone }) => zone ?? []))].map(({ text }) => sameZone(text)));
	const replaced = above.filter(({ text }) => used.has(sameZone(text)));
	const edits = replaced.flatMap((zone) => zoneEdits(doc.text, zone.span, name, offset, doc.lines.line(doc.lines.lineAt(zone.span.start)).end));
	const held = new Set(replaced.map(({ span }) => span.start));
	const unstated = new Set(inheriting.filter(({ inZone }) => inZone!.span.end === inZone!.span.start || !held.has(inZone!.span.start)));
	for (const timeline of timelines) {
		const rows = timeline.entries.filter((entry) => unstated.has(entry));
		const header = rows[0] && timeline.table ? headerOf(timeline, rows[0]) : undefined;
		if (!header) continue;
		const title = header.end > header.start ? ` (${name})` : `Time (${name})`;
		edits.push({ span: { start: header.end, end: header.end }, newText: title });
		for (const row of rows) unstated.delete(row);
	}
	const line = unstated.size > 0 && othersRely(doc, timelines).length === 0 ? statementLine(doc, timelines, unstated, name) : undefined;
	if (line) unstated.clear();
	return { edits: line ? [...edits, line] : edits, unstated };
}

/**
 * Times elsewhere that were read in the zone that is now stated otherwise, and name none: they get its name, so that they
 * stay the moments they are.
 */
export function keptElsewhere(doc: Postmortem, timelines: readonly Timeline[], edits: readonly SpanEdit[]): SpanEdit[] {
	const { zone } = doc;
	if (!zone || zone.written.span.end === zone.written.span.start || !edits.some(({ span }) => span.start < zone.written.span.end && zone.written.span.start < span.end)) return [];
	return othersRely(doc, timelines).map(({ end }) => ({ span: { start: end, end }, newText: ` ${zone.written.text}` }));
}

/** The times of phases outside the rows that name no zone but have one. */
function othersRely(doc: Postmortem, timelines: readonly Timeline[]): TextSpan[] {
	const rows = timelines.flatMap(({ entries }) => entries.map(({ rowSpan }) => rowSpan));
	const readings = Object.values(doc.phases).filter((reading) => reading && reading.from !== 'row' && reading.at.offset !== undefined && !reading.namesZone);
	const spans = readings.map((reading) => reading!.span).filter((span) => !rows.some((row) => contains(row, span)));
	return [...new Map(spans.map((span) => [span.start, span])).values()];
}

function isInheriting({ zone, inZone, time }: TimelineEntry): boolean {
	return !zone && inZone !== undefined && time?.clock !== undefined;
}

function sameZone(name: string): string {
	const meaning = meaningOfZone(name);
	return meaning?.iana ?? String(meaning?.offset ?? name);
}

function headerOf({ table }: Timeline, entry: TimelineEntry): TextSpan | undefined {
	const { start } = entry.written.span;
	const column = ownRow(table!, entry)?.cells.findIndex((cell) => cell.start <= start && start <= cell.end) ?? -1;
	return table!.block.header.cells[column];
}

/** Right below the heading that all of these rows stand under, where that has a line of its own. */
function statementLine(doc: Postmortem, timelines: readonly Timeline[], rows: ReadonlySet<TimelineEntry>, name: string): SpanEdit | undefined {
	const sections = new Set(timelines.filter(({ entries }) => entries.some((entry) => rows.has(entry))).map(({ section }) => section));
	const [section] = sections;
	if (sections.size !== 1 || !section || section.heading.end <= section.heading.start) return undefined;
	const { heading } = section;
	const first = doc.lines.line(doc.lines.lineAt(heading.start));
	const last = doc.lines.line(doc.lines.lineAt(heading.end));
	if (doc.text.slice(first.start, heading.start).replace('\uFEFF', '') !== '' || doc.text.slice(heading.end, last.end).trim() !== '') return undefined;
	const eol = doc.lines.ending;
	const next = doc.lines.line(doc.lines.lineAt(heading.end) + 1);
	const isTight = next.start < doc.text.length && doc.text.slice(next.start, next.end).trim() !== '';
	return { span: { start: last.end, end: last.end }, newText: `${eol}${eol}All times are ${name}.${isTight ? eol : ''}` };
}

