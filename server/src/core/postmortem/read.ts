/** One document, read: from its text to the semantic model. Never throws; every text is a postmortem, maybe an empty one. */
import type { DocumentContext } from '../context';
import type { Block, Chunk, FrontMatterBlock, MarkdownTree } from '../markdown/blocks';
import { inEachChunk } from '../markdown/each-chunk';
import { MarkdownParser } from '../markdown/parse';
import { configuredTemplate } from '../config/configuredTemplate';
import { matchesGlobs } from '../text/glob';
import { readTemplate } from '../template/choose';
import type { DateOrder } from '../time/date';
import { certainDates, customaryOrder, dateOrderFrom, numericDates, shortDates } from '../time/date-order';
import type { ClockMention } from '../time/clock';
import { timesIn, type TimeMention } from '../time/mention';
import { momentAt, type CivilDate, type Moment } from '../time/moment';
import { zoneTarget } from '../time/zone-target';
import { meaningOfZone } from '../time/zones';
import { readActions } from './actions/read-actions';
import { datesInPath, monthIn, nearer, readDate } from './document-date';
import { readZone } from './document-zone';
import { readDurations } from './durations';
import { fieldNameOf, readFields } from './fields';
import type { DateReading, DisplayZone, Field, Phase, PhaseReading, Postmortem, Section, TimelineEntry } from './model';
import { MomentReader } from './moments';
import { namesOf, readNamed, readPeople } from './people';
import { PHASES, readPhases } from './phases';
import { exactRoleOf } from './roleOf';
import type { Lead } from './section-tree';
import { readSections } from './sections';
import { readTimelines } from './timeline';
import { firstRow } from './timeline-facts';
import { readVerdict } from './verdict';

export function readPostmortem(text: string, context: DocumentContext, parser: MarkdownParser = new MarkdownParser()): Postmortem {
	const { config } = context;
	const parsed = parser.parse(text);
	const { lines } = parsed;
	const tree = unfenced(text, parsed);
	const { sections, title, lead } = readSections(text, lines, tree.chunks);
	const fields = readFields(text, lines, tree.frontMatter, lead, sections);
	const frontMatterTitle = fields.find((field) => field.form === 'front matter' && field.name === 'title');
	// a heading that names a section, where the front matter names the document
	const named = title && frontMatterTitle && exactRoleOf(title.text) !== undefined ? frontMatterTitle.value : (title ?? frontMatterTitle?.value);
	const { zone, isStated: zoneIsStated } = readZone(text, undefined, fields, lead, sections);
	const dateOrder = readDateOrder(text, tree.chunks, datesInPath(context.path));
	const order = dateOrder ?? customaryOrder(text, zone && meaningOfZone(zone.text)?.region);
	const stated = likelier(readDate({ text, order: dateOrder, fields, title: named, path: context.path, lead, sections }), order);
	const near = stated ? undefined : monthIn(fields, named, context.path);
	const moments = new MomentReader({ text, date: stated?.date, near, zone, zoneIsStated, configZone: config.timeZone, start: undefined });
	const sources = { text, order, moments, zone: zone?.text };
	const namedPhases = fields.flatMap((field) => phaseField(sources, field));
	const phaseFields = [...namedPhases, ...fields.flatMap((field) => rangeField(sources, field))];
	const started = phaseFields.find((each) => each.phase === 'started')?.reading.at;
	const reader = started ? new MomentReader({ text, date: stated?.date, near, zone, zoneIsStated, configZone: config.timeZone, start: started }) : moments;
	const timelines = readTimelines({ text, order, moments: reader }, sections, lead);
	const prosePhases = phaseFields.length ? [] : openingRange({ ...sources, moments: reader }, sections, lead);
	const phases = readPhases([...phaseFields, ...prosePhases], timelines);
	const date = dateFromTimeline(stated, firstRow(timelines, ({ firstDated }) => firstDated), fields, tree.frontMatter);
	const people = readNamed(text, tree.chunks, fields, timelines);
	const actionLists = readActions({ text, order, date: stated?.date, names: namesOf(readPeople(people, []), config.people) }, sections);
	const frontMatterTemplate = fields.find((field) => field.form === 'front matter' && field.label.text === 'template')?.value;
	const { choice: template, matches } = readTemplate(tree.part, { named: frontMatterTemplate, configured: configuredTemplate(config, context.path), templates: context.templates, path: context.path, sections });
	const byConfig = matchesGlobs(context.path, config.ignore) ? false : matchesGlobs(context.path, config.files) ? true : undefined;
	return {
		text, lines, frontMatter: tree.frontMatter, get blocks() { return tree.blocks; }, chunks: tree.chunks, title: named, date, dateOrder, zone: reader.documentZone ?? timelines.find((timeline) => timeline.zone)?.zone, fields, sections, timelines, actionLists, phases,
		verdict: readVerdict({ text, path: context.path, tree, title: named?.text, sections, fields, timelines, actionLists, byConfig, decided: context.decided }),
		durations: readDurations({ text, lines, order, moments: reader, zone: zone?.text, fields, lead, sections, phases }),
		people: readPeople(people, actionLists),
		template, templates: context.templates, matches,
		knownPeople: config.people, today: momentAt(context.now, 0).date!, displayZones: displayZones(context), businessHours: config.businessHours, tableWidths: config.tables,
	};
}

function readDateOrder(text: string, chunks: readonly Chunk[], named: readonly CivilDate[]): DateOrder | undefined {
	const inChunks = <T>(name: string, find: (text: string) => readonly T[]) => inEachChunk(text, chunks, name, [], find);
	return dateOrderFrom(inChunks('numeric dates', numericDates), () => inChunks('short dates', shortDates), () => inChunks('certain dates', certainDates), named);
}

function displayZones({ config, viewerZone }: DocumentContext): DisplayZone[] {
	const named = [config.timeZone, ...config.displayTimeZones].flatMap((name): DisplayZone[] => (name === undefined ? [] : [{ name, from: 'config' }]));
	const all: DisplayZone[] = viewerZone === undefined ? named : [...named, { name: viewerZone, from: 'viewer' }];
	return all.filter(({ name }, index) => zoneTarget(name) && all.findIndex((other) => other.name.toUpperCase() === name.toUpperCase()) === index);
}

/** A whole document within one fence is read as if the fence were not there. */
function unfenced(text: string, tree: MarkdownTree): MarkdownTree {
	const least = text.trim().length * 0.8;
	if (!tree.chunks.some(({ start, end }) => end - start >= least)) return tree;
	const fence = tree.blocks.find((block) => block.kind === 'code' && block.fenced);
	if (fence?.kind !== 'code' || !/^(?:markdown|md|text)?$/i.test(fence.language ?? '') || fence.lines.length < 6) return tree;
	if (fence.span.end - fence.span.start < least) return tree;
	const start = fence.lines[0]!.start;
	const end = fence.lines.at(-1)!.end;
	const blank = text.slice(0, start).replace(/[^\r\n]/g, ' ') + text.slice(start, end);
	const inner = new MarkdownParser().parse(blank);
	return inner.blocks.filter((block: Block) => block.kind === 'heading').length >= 2 ? inner : tree;
}

interface StatedPhase {
	readonly phase: Phase;
	readonly reading: PhaseReading;
}

interface TimeSources {
	readonly text: string;
	readonly order: DateOrder | undefined;
	readonly moments: MomentReader;
	/** The zone of times that name none. */
	readonly zone: string | undefined;
}

function phaseField({ text, order, moments, zone }: TimeSources, field: Field): StatedPhase[] {
	const phase = PHASES.find((each) => each === field.name);
	const time = phase && timesIn(text, field.value.span, { order, place: 'row' }).find(hasClock);
	return phase && time ? [{ phase, reading: readingOf(time, moments.span(time, zone).at, 'field') }] : [];
}

/** `Duration: 9:00 AM - 11:30 AM (UTC-5)`, `Date: 2024-05-06 21:15 to 2024-05-07 02:10 UTC`: when the incident began and ended. */
function rangeField(sources: TimeSources, field: Field): StatedPhase[] {
	if (field.name !== 'duration' && field.name !== 'date') return [];
	const time = timesIn(sources.text, field.value.span, { order: sources.order, place: 'row' }).find(hasClock);
	return time?.until?.clock ? beginAndEnd(sources, time, 'field') : [];
}

/** `from 10:00 AM to 12:30 PM (PST)` in the opening or the summary. */
function openingRange(sources: TimeSources, sections: readonly Section[], lead: Lead): StatedPhase[] {
	const { text, order } = sources;
	const tells = ({ role, title }: Section) => role === 'summary' || ((role === undefined || role === 'metadata') && title !== undefined && fieldNameOf(title.text) === 'duration');
	for (const place of [lead, ...sections.filter(tells)]) {
		const range = place.part.recall('opening range', [order], () => rangeIn(text, order, place.blocks));
		if (range) return beginAndEnd(sources, range, 'prose');
	}
	return [];
}

function rangeIn(text: string, order: DateOrder | undefined, blocks: readonly Block[]): ClockedTime | undefined {
	for (const block of blocks) {
		if (block.kind !== 'paragraph') continue;
		for (const time of timesIn(text, block.span, { order, place: 'prose' })) {
			if (hasClock(time) && time.until && /\b(?:from|between|hours of|duration)\b[^.]{0,60}$/i.test(text.slice(Math.max(block.span.start, time.span.start - 80), time.clock.span.start))) return time;
		}
	}
	return undefined;
}

function beginAndEnd({ moments, zone }: TimeSources, time: ClockedTime, from: PhaseReading['from']): StatedPhase[] {
	const { at, until } = moments.span(time, zone);
	return [{ phase: 'started', reading: readingOf(time, at, from) }, ...(until ? [{ phase: 'resolved' as const, reading: readingOf(time, until, from) }] : [])];
}

function readingOf(time: TimeMention, at: Moment, from: PhaseReading['from']): PhaseReading {
	return { at, span: time.span, from, ...(time.zone ? { namesZone: true } : {}) };
}

type ClockedTime = TimeMention & { readonly clock: ClockMention };

function hasClock(time: TimeMention): time is ClockedTime {
	return time.clock !== undefined;
}

/** Of two readings of a date the one that the order leans to comes first. */
function likelier(reading: DateReading | undefined, order: DateOrder | undefined): DateReading | undefined {
	return reading?.alternative && order === 'day first' ? { ...reading, date: reading.alternative, alternative: reading.date } : reading;
}

/** The day of the first row where the document states none, or one that its timeline corrects. */
function dateFromTimeline(stated: DateReading | undefined, first: TimelineEntry | undefined, fields: readonly Field[], frontMatter: FrontMatterBlock | undefined): DateReading | undefined {
	if (!stated) return first?.at?.date && { written: first.written, date: first.at.date, alternative: undefined };
	const { start, end } = stated.written.span;
	const isField = fields.some(({ value }) => value.span.start <= start && end <= value.span.end);
	const date = nearer(stated.date, first?.at?.date, end === 0 || end <= (frontMatter?.span.end ?? 0) ? 'filed' : isField ? 'field' : 'title');
	return date && date !== stated.date ? { ...stated, date } : stated;
}
