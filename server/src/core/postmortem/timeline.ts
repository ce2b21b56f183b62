/** All timelines of a document: which sections hold one, and the rows with their moments. */
import type { Block } from '../markdown/blocks';
import { plainText } from '../markdown/inline';
import { Part } from '../markdown/recall';
import { written, type TextSpan, type Written } from '../text/span';
import type { DateOrder } from '../time/date';
import type { Section, TableModel, Timeline, TimelineEntry, TimelineShape, ZoneReading } from './model';
import { statedZone, type MomentReader, type ResolvedRow, type ZoneScope } from './moments';
import { phaseOf } from './phases';
import { leadingTime, type RowTime } from './row-time';
import type { SectionRole } from './roles';
import { dateLine, headerZone, headingDate, rowsOf, textSpansOf, untimedRows, type RawItem, type RawRow } from './timeline-rows';

/** Sections whose dated lists and tables are something else than a timeline. */
const NEVER: ReadonlySet<SectionRole> = new Set(['actions', 'references', 'metadata', 'metrics', 'sign-off', 'appendix', 'lessons', 'prevention', 'went-well', 'went-wrong', 'lucky', 'backlog-check']);

export interface TimelineContext {
	readonly text: string;
	readonly order: DateOrder | undefined;
	readonly moments: MomentReader;
}

/** A run of raw items of one section, with the zone that the section states. */
interface Run {
	readonly section: Section | undefined;
	readonly items: RawItem[];
	readonly scope: ZoneScope;
}

export function readTimelines(context: TimelineContext, sections: readonly Section[], lead: readonly Block[]): readonly Timeline[] {
	const { text, order } = context;
	const found: (readonly Timeline[])[] = [];
	const taken = new Set<Section>();
	const headings = new Set(sections.map((section) => section.heading));
	const { documentZone, key } = context.moments;
	if (lead.length) found.push(toTimelines({ section: undefined, items: rowsOf(text, lead, { order, trusted: false }), scope: context.moments.scope(undefined, lead) }));

	for (const [index, section] of sections.entries()) {
		if (taken.has(section)) continue;
		if (section.role === 'timeline' && !isInside(section, taken)) {
			const family = [section, ...descendants(section), ...datedSiblings(index)];
			for (const each of family) taken.add(each);
			found.push(timelinesIn(section, 'family', family, () => trustedItems(section, family)));
		} else if (!NEVER.has(section.role as SectionRole) && !hasAncestor(section, (above) => NEVER.has(above.role as SectionRole))) {
			const events = eventHeadings(section);
			if (events.length >= 2) {
				for (const each of events) taken.add(each);
				found.push(timelinesIn(section, 'events', events, () => trustedItems(section, events)));
			}
			found.push(timelinesIn(section, 'rows', [], () => {
				const items = rowsOf(text, section.blocks, { order, trusted: false });
				return items.some((item) => item.kind === 'row') ? [...headingDateItem(section), ...items] : [];
			}));
		}
	}
	const startOf = (timelines: readonly Timeline[]) => timelines[0]!.entries[0]!.rowSpan.start;
	return found.filter((timelines) => timelines.length > 0).sort((a, b) => startOf(a) - startOf(b)).flat();

	/** The timelines of one run, kept as long as the sections that it stands in stay the same. */
	function timelinesIn(section: Section, run: string, family: readonly Section[], itemsOf: () => RawItem[]): readonly Timeline[] {
		const { part } = section;
		const members = family.flatMap((each) => [each.part.identity, each.part.start - part.start, each.role]);
		const outside = documentZone ? [documentZone.written.span] : [];
		const kept = part.recall(`timelines: ${run}`, [order, key, section.title === undefined, ...members], () => toTimelines({ section, items: itemsOf(), scope: context.moments.scope(section.heading, section.blocks) }).map((timeline) => ({ ...timeline, section: undefined })), outside);
		return kept.map((timeline) => ({ ...timeline, section }));
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

	function timeOfTitle({ part, title }: Section): RowTime | undefined {
		return title && part.recall('time of the title', [order], () => leadingTime(text, title.span, order));
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
			const heading = timeOfTitle(section);
			const inner = rowsOf(text, section.blocks, { order, trusted: section.role === undefined || section.role === 'timeline' || !isHeading(section) });
			const innerClocks = inner.some((item) => item.kind === 'row' && item.time?.clock && item.place !== 'midst');
			if (heading?.time.clock || heading?.time.relative) {
				const body = inner.filter((item) => item.kind === 'date' || (item.kind === 'row' && item.time !== undefined && item.place !== 'midst' && item.shape !== 'code'));
				const own = innerClocks ? body : [];
				items.push(headingRow(section, heading.time, heading.rest, own.length === 0), ...own);
			} else if (heading?.time.date) {
				if (inner.some((item) => item.kind === 'row' && item.time && item.place !== 'midst') || section.children.length > 0) {
					if (!inner.some((item) => item.kind === 'row') || innerClocks || section.children.length > 0 || inner.some((item) => item.kind === 'row')) items.push(dateLine(text, heading.time, section.heading), ...inner);
				} else items.push(headingRow(section, heading.time, heading.rest, true));
			} else if (section.title && (!isHeading(section) || isBareTime(inner))) items.push(...labelledSection(section, inner));
			else items.push(...headingDateItem(section), ...inner);
		}
		return items;
	}

	/** One row that is nothing but a time: its heading says what happened then. */
	function isBareTime(inner: readonly RawItem[]): boolean {
		const [row] = inner;
		return inner.length === 1 && row?.kind === 'row' && row.time?.clock !== undefined && row.textSpans.length === 0;
	}

	/** `Detection Time:` on one line, its time on the next: one event, named by the label. */
	function labelledSection(section: Section, inner: RawItem[]): RawItem[] {
		const first = inner.find((item) => item.kind === 'row');
		if (first?.kind !== 'row' || (first.place !== 'start' && first.place !== 'midst') || inner.length > 1) return inner;
		const row: RawRow = { ...first, shape: 'labels', rowSpan: { start: section.heading.start, end: first.rowSpan.end }, textSpans: [section.title!.span, ...first.textSpans] };
		return [row];
	}

	function headingRow(section: Section, time: NonNullable<RawRow['time']>, rest: readonly TextSpan[], withBody: boolean): RawRow {
		const body = withBody ? section.blocks.flatMap((block) => textSpansOf(text, block)) : [];
		const last = withBody ? section.blocks.at(-1)?.span.end : undefined;
		return {
			kind: 'row', shape: 'headings', block: section.blocks[0] ?? { kind: 'break', span: section.heading }, table: undefined, time, written: time.span,
			rowSpan: { start: section.heading.start, end: Math.max(section.heading.end, last ?? 0) },
			textSpans: [...rest.filter((span) => span.end > span.start), ...body], who: undefined, phase: undefined, columnZone: undefined, dateCell: undefined, place: 'start',
		};
	}

	/** In the section of these rows; an opening text that states the zone of another section is none of theirs. */
	function zonesAbove({ section, items }: Run, columnZone: Written | undefined): Written[] {
		const stated = [section && headerZone(text, section.heading), statedZone(text, section ? section.blocks : lead), ...items.map((item) => (item.kind === 'date' ? item.zone : undefined)), columnZone];
		const zones = stated.filter((zone) => zone !== undefined);
		return [...new Map(zones.map((zone) => [zone.span.start, zone])).values()].sort((a, b) => a.span.start - b.span.start);
	}

	function toTimelines(run: Run): Timeline[] {
		const rows = run.items.filter((item): item is RawRow => item.kind === 'row');
		if (rows.length === 0) return [];
		const resolved = context.moments.resolve(run.items, run.scope);
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
		return groups.map((group): Timeline => {
			const columnZone = group.rows[0]!.columnZone;
			const zone: ZoneReading | undefined = (columnZone && context.moments.zoneReading(columnZone)) ?? run.scope.zone;
			return {
				section: run.section, shape: group.shape, table: group.table, zone, zonesAbove: zonesAbove(run, columnZone),
				span: { start: Math.min(...group.rows.map((row) => row.rowSpan.start)), end: Math.max(...group.rows.map((row) => row.rowSpan.end)) },
				entries: group.rows.map((row) => toEntry(row, resolved.get(row)!, dayLines.get(row))),
				part: new Part(run.section?.part.start ?? 0),
			};
		});
	}

	function toEntry(row: RawRow, at: ResolvedRow, dayLine: TextSpan | undefined): TimelineEntry {
		const source = row.textSpans.map((span) => text.slice(span.start, span.end)).join(' ').replace(/\s+/g, ' ').trim();
		const told = phaseOf(row.phase && plainText(row.phase.text), plainText(source.replace(text.slice(row.written.start, row.written.end), ' ')));
		return {
			written: written(text, row.written), time: row.time, dateCell: row.dateCell, at: at.at, until: at.until, zone: at.zone, inZone: at.inZone,
			text: source, textSpans: row.textSpans, who: row.who, phase: told?.phase, phaseBy: told?.by,
			rowSpan: row.rowSpan, dayAbove: at.dayAbove, dayLine, dateOnly: row.time !== undefined && !row.time.clock && !row.time.relative, approximate: row.time?.approximate ?? false,
		};
	}
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

