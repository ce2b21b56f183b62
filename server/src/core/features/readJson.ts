/** What the tool understood of a document, as the JSON that `postmortem read` prints and `postmortem/read` answers. */
import type { PhaseReading, Postmortem, ZoneReading, DurationKind, ActionItem, TimelineEntry, Section, SectionMark } from '../postmortem/model';
import type { SectionRole } from '../postmortem/roles';
import { computedDurations } from '../postmortem/computed-durations';
import { severityLevel } from '../postmortem/severity';
import { formatDate, formatMoment, formatOffset, type Moment } from '../time/moment';
import type { TextSpan } from '../text/span';

/** Lines count from 1; `null` stands for what the document does not say. */
export interface PostmortemJson {
	readonly version: 1;
	readonly file: string;
	readonly isPostmortem: boolean;
	readonly because: 'config' | 'front matter' | 'path' | 'heading' | null;
	readonly template: { readonly name: string; readonly from: 'document' | 'config' | 'match' | 'default'; readonly score: number };
	readonly title: string | null;
	/** The day the incident began, `YYYY-MM-DD`. */
	readonly date: string | null;
	readonly timeZone: { readonly written: string; readonly offset: string | null; readonly iana: string | null } | null;
	readonly severity: { readonly written: string; readonly level: number | null } | null;
	readonly status: string | null;
	readonly started: string | null;
	readonly detected: string | null;
	readonly mitigated: string | null;
	readonly resolved: string | null;
	/** In minutes. */
	readonly durations: { readonly stated: DurationsJson; readonly computed: DurationsJson };
	readonly fields: readonly { readonly name: string; readonly written: string; readonly line: number }[];
	readonly sections: readonly SectionJson[];
	readonly timeline: readonly TimelineJson[];
	readonly actions: readonly ActionJson[];
}

export type DurationsJson = { readonly [K in Exclude<DurationKind, 'acknowledge'>]: number | null };

export interface SectionJson {
	readonly role: SectionRole | null;
	readonly title: string | null;
	readonly level: number;
	readonly marked: SectionMark;
	readonly line: number;
	readonly endLine: number;
}

export interface TimelineJson {
	readonly line: number;
	readonly written: string;
	readonly at: string | null;
	readonly until: string | null;
	readonly text: string;
	readonly who: string | null;
	readonly phase: string | null;
}

export interface ActionJson {
	readonly line: number;
	readonly text: string;
	readonly owners: readonly string[];
	readonly priority: string | null;
	/** `YYYY-MM-DD` where the written date could be read, else as written. */
	readonly due: string | null;
	readonly status: string | null;
	readonly done: boolean;
	readonly links: readonly string[];
}

/** @param file the document's name as the reader of the JSON knows it: a path relative to where he stands, or a URI. */
export function readJson(doc: Postmortem, file: string): PostmortemJson {
	const severity = filledField(doc, 'severity');
	return {
		version: 1,
		file,
		isPostmortem: doc.verdict.isPostmortem,
		because: doc.verdict.because,
		template: { name: doc.template.template.name, from: doc.template.from, score: Math.round(doc.template.score * 100) / 100 },
		title: doc.title?.text ?? null,
		date: doc.date ? formatDate(doc.date.date) : null,
		timeZone: zoneJson(doc.zone),
		severity: severity === null ? null : { written: severity, level: severityLevel(severity) ?? null },
		status: filledField(doc, 'status'),
		started: phaseJson(doc.phases.started),
		detected: phaseJson(doc.phases.detected),
		mitigated: phaseJson(doc.phases.mitigated),
		resolved: phaseJson(doc.phases.resolved),
		durations: { stated: statedDurations(doc), computed: computedJson(doc) },
		fields: doc.fields.map((field) => ({ name: field.name, written: field.value.text, line: lineOf(doc, field.label.span) })),
		sections: doc.sections.map((section) => sectionJson(doc, section)),
		timeline: timelineEntries(doc).map((entry) => entryJson(doc, entry)),
		actions: actionItems(doc).map((item) => actionJson(doc, item)),
	};
}

/** The entries of all timelines in document order. */
export function timelineEntries(doc: Postmortem): TimelineEntry[] {
	return doc.timelines.flatMap((timeline) => timeline.entries).sort((a, b) => a.rowSpan.start - b.rowSpan.start);
}

/** The items of all lists of follow-up work in document order. */
export function actionItems(doc: Postmortem): ActionItem[] {
	return doc.actionLists.flatMap((list) => list.items).sort((a, b) => a.rowSpan.start - b.rowSpan.start);
}

/** The first value that the document gives for a field, or `null` where it is absent or empty. */
export function filledField(doc: Postmortem, name: string): string | null {
	return doc.fields.find((field) => field.name === name && field.value.text !== '')?.value.text ?? null;
}

function lineOf(doc: Postmortem, { start }: TextSpan): number {
	return doc.lines.lineAt(start) + 1;
}

function zoneJson(zone: ZoneReading | undefined): PostmortemJson['timeZone'] {
	if (!zone) return null;
	return { written: zone.written.text, offset: zone.offset === undefined ? null : formatOffset(zone.offset), iana: zone.iana ?? null };
}

function phaseJson(reading: PhaseReading | undefined): string | null {
	return reading ? formatMoment(reading.at) : null;
}

function statedDurations(doc: Postmortem): DurationsJson {
	const stated = (kind: DurationKind) => doc.durations.find((each) => each.kind === kind)?.minutes ?? null;
	return { total: stated('total'), detect: stated('detect'), mitigate: stated('mitigate'), resolve: stated('resolve') };
}

function computedJson(doc: Postmortem): DurationsJson {
	const { total, detect, mitigate, resolve } = computedDurations(doc.phases, doc.timelines);
	return { total: total?.minutes ?? null, detect: detect?.minutes ?? null, mitigate: mitigate?.minutes ?? null, resolve: resolve?.minutes ?? null };
}

function sectionJson(doc: Postmortem, section: Section): SectionJson {
	return {
		role: section.role ?? null,
		title: section.title?.text ?? null,
		level: section.level,
		marked: section.marked,
		line: lineOf(doc, section.heading),
		endLine: doc.lines.lineAt(Math.max(section.span.start, section.span.end - 1)) + 1,
	};
}

/** A row that states no time of day has a day: `2024-05-06`. */
function momentJson(moment: Moment | undefined, isDay: boolean): string | null {
	if (!moment) return null;
	return isDay && moment.date ? formatDate(moment.date) : formatMoment(moment);
}

function entryJson(doc: Postmortem, entry: TimelineEntry): TimelineJson {
	return {
		line: lineOf(doc, entry.rowSpan),
		written: entry.written.text,
		at: momentJson(entry.at, entry.dateOnly),
		until: momentJson(entry.until, entry.dateOnly),
		text: entry.text,
		who: entry.who?.text ?? null,
		phase: entry.phase ?? null,
	};
}

function actionJson(doc: Postmortem, item: ActionItem): ActionJson {
	return {
		line: lineOf(doc, item.rowSpan),
		text: item.text,
		owners: item.owners.map((owner) => owner.text),
		priority: item.priority?.text ?? null,
		due: item.due ? (item.due.date ? formatDate(item.due.date) : item.due.written.text) : null,
		status: item.status?.text ?? null,
		done: item.done,
		links: item.links.map((link) => link.text),
	};
}
