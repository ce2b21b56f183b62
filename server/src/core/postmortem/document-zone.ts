/** The zone that a document states for its times as a whole. */
import type { Block } from '../markdown/blocks';
import { movedBy, type Part, type Recalled } from '../markdown/recall';
import type { TextSpan, Written } from '../text/span';
import type { DateOrder } from '../time/date';
import { mayHoldZonedTime, timesIn, zoneAt } from '../time/mention';
import type { Field, Section } from './model';
import { zoneStatement } from './moments';
import { headerZone } from './raw-rows';
import type { Lead } from './section-tree';

export interface DocumentZone {
	readonly zone: Written | undefined;
	/** Whether the document says that it is the zone of its times; else it is that of the incident's start, or of most times. */
	readonly isStated: boolean;
}

export function readZone(text: string, order: DateOrder | undefined, fields: readonly Field[], lead: Lead, sections: readonly Section[]): DocumentZone {
	const zone = statedFor(text, fields, lead, sections);
	return zone ? { zone, isStated: true } : { zone: fromTimes(text, order, fields, lead, sections), isStated: false };
}

function statedFor(text: string, fields: readonly Field[], lead: Lead, sections: readonly Section[]): Written | undefined {
	const stated = fields.find((field) => field.name === 'time zone');
	if (stated) {
		const zone = firstZone(text, stated.value.span);
		if (zone) return zone;
	}
	const inLead = lead.part.recall('zone statement', [], () => statementIn(text, lead.part, [...linesOf(lead.blocks)]));
	if (inLead) return inLead;
	const titled = sections.find((section) => toldIn(text, section).inTitle);
	if (titled) return statementInTitle(text, titled);
	const stating = sections.find((section) => toldIn(text, section).inText);
	if (stating) return statementInText(text, stating);
	const headed = sections.find((section) => section.role === 'timeline' && toldIn(text, section).inHeader);
	return headed && zoneInTitle(text, headed);
}

/** Where a section states a zone of all times. */
function toldIn(text: string, section: Section): { readonly inTitle: boolean; readonly inText: boolean; readonly inHeader: boolean } {
	return section.part.fact('tells a zone', [], () => ({
		inTitle: statementInTitle(text, section) !== undefined,
		inText: statementInText(text, section) !== undefined,
		inHeader: zoneInTitle(text, section) !== undefined,
	}));
}

function statementInTitle(text: string, { part, title }: Section): Written | undefined {
	return title && statementIn(text, part, [title.span]);
}

function statementInText(text: string, { part, blocks }: Section): Written | undefined {
	return statementIn(text, part, [...linesOf(blocks)]);
}

/** `Timeline (CET)`. */
function zoneInTitle(text: string, { title }: Section): Written | undefined {
	return title && headerZone(text, title.span);
}

function statementIn(text: string, part: Part, lines: readonly TextSpan[]): Written | undefined {
	for (const { start, end } of lines) {
		const source = text.slice(start, end);
		if (!SPEAKS_OF_TIMES.test(source) || !SPEAKS_OF_ALL.test(source)) continue;
		const zone = part.piece('zone statement', source, (line) => zoneStatement(line, { start: 0, end: line.length }));
		if (zone) return movedBy(zone, start);
	}
	return undefined;
}

/** One of these is in each of the words below, which take longer to look for. */
const SPEAKS_OF_TIMES = /time|event|entries|zeit|tijden|orari|hora|horário|tiempos|heures|tid|klokkeslett|[時时시タ]/i;
/** Words of a line that states the zone of all times, or of the times below. */
const SPEAKS_OF_ALL = /\b(?:all|the|below|following|these)\s(?:[^.]{0,40}\s)?(?:times?|timestamps?|events?|entries)\b|\btimes?(?:stamps?)?\s(?:[^.]{0,30}\s)?(?:are|in|is)\b|time ?zone|zeiten|zeitangaben|alle tijden|tutti gli orari|(?:los|las|todos|todas|os|as|alle|toutes?)\s(?:[^.]{0,20}\s)?(?:hora|horário|tiempos|heures|tider|tidspunkt(?:er)?|klokkeslett)|時刻|時間|时间|시간|시각|タイムゾーン/iu;

/** A date in the form of HTTP headers, which stand in pasted answers of servers. */
const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} \p{L}{3} \d{4} \d\d:\d\d:\d\d GMT$/u;

function fromTimes(text: string, order: DateOrder | undefined, fields: readonly Field[], lead: Lead, sections: readonly Section[]): Written | undefined {
	for (const name of ['started', 'detected', 'resolved', 'date', 'duration']) {
		for (const field of fields) {
			if (field.name !== name || HTTP_DATE.test(field.value.text)) continue;
			const zone = timesIn(text, field.value.span, { order, place: 'row' }).find((time) => time.zone)?.zone;
			if (zone) return { text: zone.text, span: zone.span };
		}
	}
	const inLead = lead.part.keep('zones', [order], () => zonesIn(text, order, lead.part, [...linesOf(lead.blocks)]));
	return commonest([inLead, ...sections.map((section) => section.part.keep('zones', [order], () => zonesIn(text, order, section.part, [...(section.title ? [section.title.span] : []), ...linesOf(section.blocks)])))]);
}

interface NamedZone {
	/** In upper case. */
	readonly name: string;
	readonly first: Written;
	readonly count: number;
}

/** The zone that most times of the text carry, the first of equals. */
function commonest(parts: readonly Recalled<readonly NamedZone[]>[]): Written | undefined {
	const counts = new Map<string, { readonly first: () => Written; count: number }>();
	for (const part of parts) {
		for (const [index, { name, count }] of part.anywhere.entries()) {
			const known = counts.get(name);
			if (known) known.count += count;
			else counts.set(name, { first: () => part.here[index]!.first, count });
		}
	}
	return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.first();
}

/** The zones of all times, each at its first place. */
function zonesIn(text: string, order: DateOrder | undefined, part: Part, lines: readonly TextSpan[]): readonly NamedZone[] {
	const counts = new Map<string, { name: string; first: Written; count: number }>();
	for (const { start, end } of lines) {
		const source = text.slice(start, end);
		if (!/\d/.test(source) || !mayHoldZonedTime(source)) continue;
		const named = part.piece(`zones ${order}`, source, (line) => timesIn(line, { start: 0, end: line.length }, { order, place: 'prose' }).flatMap(({ zone }) => (zone ? [{ text: zone.text, span: zone.span }] : [])));
		for (const zone of named) {
			const name = zone.text.toUpperCase();
			const known = counts.get(name);
			if (known) known.count++;
			else counts.set(name, { name, first: movedBy(zone, start), count: 1 });
		}
	}
	return [...counts.values()];
}

function firstZone(text: string, { start, end }: TextSpan): Written | undefined {
	for (let at = start; at < end; at++) {
		if (at > start && /[\p{L}\p{N}]/u.test(text[at - 1]!)) continue;
		const zone = zoneAt(text, at);
		if (zone && zone.span.end <= end) return { text: zone.text, span: zone.span };
	}
	return undefined;
}

function* linesOf(blocks: readonly Block[]): Generator<TextSpan> {
	for (const block of blocks) {
		if (block.kind === 'paragraph') yield* block.lines;
		else if (block.kind === 'list') for (const item of block.items) yield* linesOf(item.blocks);
		else if (block.kind === 'quote') yield* linesOf(block.blocks);
		else if (block.kind === 'table') for (const row of [block.header, ...block.rows]) yield* row.cells;
		else if (block.kind === 'heading') yield block.content;
		else if (block.kind === 'html') yield block.span;
	}
}
