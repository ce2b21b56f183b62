/** All timelines of a document: which sections hold one, and the rows with their moments. */
import type { Block } from '../markdown/blocks';
import { plainText } from '../markdown/inline';
import type { Part } from '../markdown/recall';
import { contains, written, type TextSpan, type Written } from '../text/span';
import { columnRoleOf } from '../template/columns';
import type { DateMention, DateOrder } from '../time/date';
import { fieldNameOf, isKnownField } from './fields';
import type { Section, TableModel, Timeline, TimelineEntry, TimelineShape, ZoneReading } from './model';
import { statedZone, type MomentReader, type ResolvedRow, type ZoneScope } from './moments';
import { phaseOf } from './phases';
import { endingTime, leadingTime, type RowTime } from './row-time';
import type { SectionRole } from './roles';
import type { Lead } from './section-tree';
import { dateLine, headerZone, headingDate, textSpansOf, type RawItem, type RawRow } from './raw-rows';
import { rowsOf, untimedRows } from './timeline-rows';

/** Sections whose dated lists and tables are something else than a timeline. */
const NEVER: ReadonlySet<SectionRole> = new Set(['actions', 'references', 'metadata', 'metrics', 'sign-off', 'appendix', 'lessons', 'prevention', 'went-well', 'went-wrong', 'lucky', 'backlog-check']);

export interface TimelineContext {
	readonly text: string;
	readonly order: DateOrder | undefined;
	readonly moments: MomentReader;
}

/** Where there may be rows. */
interface Candidate {
	readonly section: Section;
	readonly name: 'family' | 'events' | 'rows';
	/** The sections that the rows stand in, besides the section's own text. */
	readonly family: readonly Section[];
	readonly itemsOf: () => RawItem[];
}

/** Raw items of one section, with the zone that the section states. */
interface Run {
	readonly section: Section | undefined;
	/** The sections that the rows stand in, besides the section's own text. */
	readonly family: readonly Section[];
	readonly items: readonly RawItem[];
	readonly scope: ZoneScope;
}

/** What was read of one timeline. */
type TimelineReading = Omit<Timeline, 'section' | 'part'>;

/** A timeline as it stands in one version of the document; its rows are looked up when somebody asks for them. */
class PlacedTimeline implements Timeline {
	#reading: TimelineReading | undefined;

	/** @param start where its first row begins. */
	constructor(
		readonly section: Section | undefined,
		readonly start: number,
		private readonly read: () => TimelineReading,
		readonly shape: TimelineShape,
		readonly part: Part,
	) {}

	get span(): TextSpan {
		return this.#here.span;
	}

	get entries(): readonly TimelineEntry[] {
		return this.#here.entries;
	}

	get table(): TableModel | undefined {
		return this.#here.table;
	}

	get zone(): ZoneReading | undefined {
		return this.#here.zone;
	}

	get zonesAbove(): readonly Written[] {
		return this.#here.zonesAbove;
	}

	get #here(): TimelineReading {
		return (this.#reading ??= this.read());
	}
}

export function readTimelines(context: TimelineContext, sections: readonly Section[], lead: Lead): readonly Timeline[] {
	const { text, order } = context;
	const taken = new Set<Section>();
	const { documentZone, key } = context.moments;
	const candidates: Candidate[] = [];
	for (const [index, section] of sections.entries()) {
		if (taken.has(section)) continue;
		if (section.role === 'timeline' && !isInside(section, taken)) {
			const family = [section, ...descendants(section), ...datedSiblings(index)];
			for (const each of family) taken.add(each);
			candidates.push({ section, name: 'family', family, itemsOf: () => trustedItems(section, family) });
		} else if (!NEVER.has(section.role as SectionRole) && !hasAncestor(section, (above) => NEVER.has(above.role as SectionRole))) {
			const events = eventHeadings(section);
			if (events.length >= 2) {
				for (const each of events) taken.add(each);
				candidates.push({ section, name: 'events', family: events, itemsOf: () => trustedItems(section, events) });
			}
			candidates.push({ section, name: 'rows', family: [], itemsOf: () => {
				const items = rowsOf(text, section.blocks, { order, trusted: false });
				return items.some((item) => item.kind === 'row') ? [...headingDateItem(section), ...items] : [];
			} });
		}
	}
	const isTrusted = ({ section }: Candidate) => section.role === 'timeline';
	const trusted = candidates.filter(isTrusted).map((candidate) => timelinesOf(candidate, false));
	const besides = trusted.some((timelines) => timelines.length > 0);
	const others = candidates.filter((candidate) => !isTrusted(candidate)).map((candidate) => timelinesOf(candidate, besides));
	const stated = documentZone?.written.span;
	const isInLead = stated !== undefined && stated.start < (lead.blocks.at(-1)?.span.end ?? 0);
	const leading = lead.blocks.length > 0 ? timelinesAt(undefined, 'lead', lead.part, [besides, isInLead && stated.start], stated && !isInLead ? [stated] : [], () => toTimelines({ section: undefined, family: [], items: eventsAmong(rowsOf(text, lead.blocks, { order, trusted: false }), undefined, besides), scope: context.moments.scope(undefined, lead.blocks) })) : [];
	return [leading, ...trusted, ...others].filter((timelines) => timelines.length > 0).sort((a, b) => a[0]!.start - b[0]!.start).flat();

	/** The timelines of a candidate, kept as long as the sections that it stands in stay the same. With `besides` there is a section that is called a timeline. */
	function timelinesOf({ section, name, family, itemsOf }: Candidate, besides: boolean): readonly PlacedTimeline[] {
		const { part } = section;
		const day = dayAround(section);
		const members = family.flatMap((each) => [each.part.identity, each.part.start - part.start, each.role]);
		const zone = documentZone?.written.span;
		const isWithin = zone !== undefined && [section, ...family].some((each) => contains(each.span, zone));
		const own = [isWithin && zone.start - part.start, besides, section.role, section.title === undefined, day?.year, day?.month, day?.day, ...members];
		return timelinesAt(section, name, part, own, zone && !isWithin ? [zone] : [], () => {
			const items = eventsAmong(itemsOf(), section.role, besides);
			return toTimelines({ section, family, items, scope: context.moments.scope(section.heading, section.blocks, day) });
		});
	}

	function timelinesAt(section: Section | undefined, name: string, part: Part, own: readonly unknown[], outside: readonly TextSpan[] | undefined, read: () => readonly TimelineReading[]): readonly PlacedTimeline[] {
		const whole = [order, key, ...own];
		const kept = part.keep(`timelines: ${name}`, whole, read, outside);
		return kept.anywhere.map(({ shape, entries }, index) => new PlacedTimeline(section, kept.startOf(entries[0]!.rowSpan), () => kept.here[index]!, shape, part.inner(`timeline: ${name} ${index}`, whole)));
	}

	/** Rows where a section called a timeline stands besides: measured values and tables of fields are no events of their own then. */
	function eventsAmong(items: RawItem[], role: Section['role'], besides: boolean): RawItem[] {
		if (!besides) return items;
		return role === 'impact' ? items.filter((item) => item.kind === 'row' && item.shape !== 'table') : items.filter((item) => !isField(text, item));
	}

	/** The day that a heading around a section states: that of its rows without a day of their own. */
	function dayAround(section: Section): DateMention | undefined {
		for (let above = section.parent; above; above = above.parent) {
			const { title, part } = above;
			const day = title && part.recall('day of the title', [order], () => headingDate(text, title.span, order));
			if (day) return day;
		}
		return undefined;
	}

	/** `## May 12` behind `## Timeline`, at the same level, goes on with it. */
	function datedSiblings(index: number): Section[] {
		const timeline = sections[index]!;
		const found: Section[] = [];
		for (let at = index + 1; at < sections.length; at++) {
			const next = sections[at]!;
			if (next.level > timeline.level && (found.length > 0 || next.parent === timeline)) {
				if (found.length > 0) found.push(next);
				continue;
			}
			const heading = timeOfTitle(next);
			if (next.level !== timeline.level || next.role !== undefined || !heading) break;
			found.push(next);
		}
		return found;
	}

	/** Subsections each of whose headings is a time: one event per heading, in a section that is not called a timeline. */
	function eventHeadings(section: Section): Section[] {
		return section.children.filter((child) => timeOfTitle(child)?.time.clock);
	}

	function timeOfTitle(section: Section): RowTime | undefined {
		return section.part.recall('time of the title', [order], () => section.title && leadingTime(text, section.title.span, order));
	}

	function headingDateItem(section: Section): RawItem[] {
		const date = section.title && headingDate(text, section.title.span, order);
		return date && section.title ? [{ kind: 'date', date, span: section.heading, zone: headerZone(text, section.title.span) }] : [];
	}

	function trustedItems(root: Section, family: readonly Section[]): RawItem[] {
		const items: RawItem[] = [];
		for (const section of family) {
			if (section === root) {
				const own = rowsOf(text, section.blocks, { order, trusted: true });
				items.push(...headingDateItem(section), ...(own.length || family.length > 1 ? own : untimedRows(text, section.blocks)));
				continue;
			}
			const heading = timeOfTitle(section) ?? (section.title && isHeading(section) ? endingTime(text, section.title.span, order) : undefined);
			const inner = rowsOf(text, section.blocks, { order, trusted: section.role === undefined || section.role === 'timeline' || !isHeading(section) });
			const innerClocks = inner.some((item) => item.kind === 'row' && item.time?.clock && item.place !== 'midst');
			if (heading?.time.clock || heading?.time.relative) {
				const body = inner.filter((item) => item.kind === 'date' || (item.kind === 'row' && item.time !== undefined && item.place !== 'midst' && item.shape !== 'code'));
				const own = innerClocks ? body : [];
				items.push(headingRow(section, heading.time, heading.rest, beginOf(own[0])), ...own);
			} else if (heading?.time.date) {
				if (inner.some((item) => item.kind === 'row' && item.time && item.place !== 'midst') || section.children.length > 0) {
					if (!inner.some((item) => item.kind === 'row') || innerClocks || section.children.length > 0 || inner.some((item) => item.kind === 'row')) items.push(dateLine(text, heading.time, section.heading), ...inner);
				} else items.push(headingRow(section, heading.time, heading.rest));
			} else if (section.title && isHeading(section) && isTimeLabel(inner)) items.push(timeBelowHeading(section, inner[0] as RawRow));
			else if (section.title && (!isHeading(section) || isBareTime(inner))) items.push(...labelledSection(section, inner));
			else items.push(...headingDateItem(section), ...inner);
		}
		return items;
	}

	/** One row that is nothing but a time: its heading says what happened then. */
	function isBareTime(inner: readonly RawItem[]): boolean {
		const [row] = inner;
		return inner.length === 1 && row?.kind === 'row' && row.time?.clock !== undefined && row.textSpans.length === 0;
	}

	/** `**Time:** 08:15 UTC` below a heading, and no other time: the heading is the event. */
	function isTimeLabel(inner: readonly RawItem[]): boolean {
		const [row] = inner;
		const label = inner.length === 1 && row?.kind === 'row' && row.place === 'end' ? row.textSpans[0] : undefined;
		return label !== undefined && ['time', 'date'].includes(columnRoleOf(text.slice(label.start, label.end)));
	}

	function timeBelowHeading(section: Section, row: RawRow): RawRow {
		const label = row.textSpans[0]!;
		const others = section.blocks.flatMap((block) => textSpansOf(text, block)).filter((span) => span.start > label.end ? span.start >= row.written.end : span.end <= label.start);
		return { ...row, shape: 'headings', rowSpan: { start: section.heading.start, end: Math.max(row.rowSpan.end, section.blocks.at(-1)!.span.end) }, textSpans: [section.title!.span, ...row.textSpans.slice(1).filter((span) => span.end <= (others[0]?.start ?? Infinity)), ...others.filter((span) => !row.textSpans.some((own) => own.start <= span.start && span.end <= own.end))], place: 'start' };
	}

	/** `Detection Time:` on one line, its time on the next: one event, named by the label. */
	function labelledSection(section: Section, inner: RawItem[]): RawItem[] {
		const first = inner.find((item) => item.kind === 'row');
		if (first?.kind !== 'row' || (first.place !== 'start' && first.place !== 'midst') || inner.length > 1) return inner;
		const row: RawRow = { ...first, shape: 'labels', rowSpan: { start: section.heading.start, end: first.rowSpan.end }, textSpans: [section.title!.span, ...first.textSpans] };
		return [row];
	}

	/** @param until where the first row of its own begins. */
	function headingRow(section: Section, time: NonNullable<RawRow['time']>, rest: readonly TextSpan[], until = Infinity): RawRow {
		const blocks = section.blocks.filter(({ span }) => span.end <= until);
		const body = blocks.flatMap((block) => textSpansOf(text, block));
		const last = blocks.at(-1)?.span.end;
		return {
			kind: 'row', shape: 'headings', block: section.blocks[0] ?? { kind: 'break', span: section.heading }, table: undefined, time, written: time.span,
			rowSpan: { start: section.heading.start, end: Math.max(section.heading.end, last ?? 0) },
			textSpans: [...rest.filter((span) => span.end > span.start), ...body], who: undefined, phase: undefined, columnZone: undefined, dateCell: undefined, place: 'start',
		};
	}

	/** In the section of these rows; an opening text that states the zone of another section is none of theirs. */
	function zonesAbove({ section, items }: Run, columnZone: Written | undefined): Written[] {
		const stated = [section && headerZone(text, section.heading), statedZone(text, section ? section.blocks : lead.blocks), ...items.map((item) => (item.kind === 'date' ? item.zone : undefined)), columnZone];
		const zones = stated.filter((zone) => zone !== undefined);
		return [...new Map(zones.map((zone) => [zone.span.start, zone])).values()].sort((a, b) => a.span.start - b.span.start);
	}

	function toTimelines(run: Run): TimelineReading[] {
		const rows = run.items.filter((item): item is RawRow => item.kind === 'row');
		if (rows.length === 0) return [];
		const resolved = context.moments.resolve(run.items, run.scope);
		const headings = new Set([...(run.section ? [run.section] : []), ...run.family].map(({ heading }) => heading));
		const dayLines = new Map<RawRow, TextSpan | undefined>();
		let dayLine: TextSpan | undefined;
		for (const item of run.items) {
			if (item.kind === 'row') dayLines.set(item, dayLine);
			else dayLine = headings.has(item.span) ? undefined : item.span;
		}
		const groups: { shape: TimelineShape; block: Block; table: TableModel | undefined; rows: RawRow[] }[] = [];
		for (const row of rows) {
			const last = groups.at(-1);
			const same = last && last.shape === row.shape && (row.shape !== 'table' || last.block === row.block);
			const alike = last && ['list', 'nested-list'].includes(last.shape) && ['list', 'nested-list'].includes(row.shape);
			if (same || alike) {
				last.rows.push(row);
				if (row.shape === 'nested-list') last.shape = 'nested-list';
			} else groups.push({ shape: row.shape, block: row.block, table: row.table, rows: [row] });
		}
		return groups.map((group): TimelineReading => {
			const columnZone = group.rows[0]!.columnZone;
			const zone: ZoneReading | undefined = (columnZone && context.moments.zoneReading(columnZone)) ?? run.scope.zone;
			return {
				shape: group.shape, table: group.table, zone, zonesAbove: zonesAbove(run, columnZone),
				span: { start: Math.min(...group.rows.map((row) => row.rowSpan.start)), end: Math.max(...group.rows.map((row) => row.rowSpan.end)) },
				entries: group.rows.map((row) => toEntry(row, resolved.get(row)!, dayLines.get(row), run.section?.part ?? lead.part)),
			};
		});
	}

	function toEntry(row: RawRow, at: ResolvedRow, dayLine: TextSpan | undefined, part: Part): TimelineEntry {
		const source = row.textSpans.map((span) => text.slice(span.start, span.end)).join(' ').replace(/\s+/g, ' ').trim();
		const words = source.replace(text.slice(row.written.start, row.written.end), ' ');
		const told = part.piece(`phase in ${row.phase?.text ?? ''}`, words, () => phaseOf(row.phase && plainText(row.phase.text), plainText(words)));
		return {
			written: written(text, row.written), time: row.time, dateCell: row.dateCell, at: at.at, until: at.until, zone: at.zone, inZone: at.inZone,
			text: source, textSpans: row.textSpans, who: row.who, phase: told?.phase, phaseBy: told?.by,
			rowSpan: row.rowSpan, dayAbove: at.dayAbove, dayLine, dateOnly: row.time !== undefined && !row.time.clock && !row.time.relative, approximate: row.time?.approximate ?? false,
		};
	}
}

/** `| Detected | 22:25 UTC |`: a row of a table of fields; where there is a timeline besides, it is no event of its own. */
function isField(text: string, item: RawItem): boolean {
	const label = item.kind === 'row' && item.shape === 'table' && item.textSpans.length === 1 ? item.textSpans[0]! : undefined;
	return label !== undefined && isKnownField(fieldNameOf(text.slice(label.start, label.end)));
}

function beginOf(item: RawItem | undefined): number | undefined {
	return item?.kind === 'date' ? item.span.start : item?.rowSpan.start;
}

function isHeading(section: Section): boolean {
	return section.marked === 'atx' || section.marked === 'setext';
}

function descendants(section: Section): Section[] {
	return section.children.flatMap((child) => [child, ...descendants(child)]);
}

function hasAncestor(section: Section, test: (above: Section) => boolean): boolean {
	for (let above = section.parent; above; above = above.parent) if (test(above)) return true;
	return false;
}

function isInside(section: Section, taken: ReadonlySet<Section>): boolean {
	return hasAncestor(section, (above) => taken.has(above));
}

