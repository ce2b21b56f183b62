/** What can be done about the zone and the days of a timeline: another zone, a second one in a column of its own, dates in the rows. */
import { isCut } from '../markdown/blocks';
import type { Postmortem, Timeline } from '../postmortem/model';
import type { SpanEdit } from '../text/edit';
import { touches, type TextSpan } from '../text/span';
import { zoneTarget } from '../time/zone-target';
import type { Rewrite, RewriteOffer } from './rewrite';
import { addColumnEdits, columnName, recomputeEdits, zoneColumns } from './time-zone/column';
import { conversionEdits } from './time-zone/convert';
import { fillDownEdits, midnightEdits } from './time-zone/row-dates';
import { HeldTogether } from './time-zone/statements';
import { offeredZones, offsetIn, placedRows, type OfferedZone, type Placed } from './time-zone/targets';

export const timeZone: Rewrite = {
	kind: 'timeZone',
	offers: (doc, selection) => {
		const offers = timelinesAt(doc, selection).flatMap((timeline) => [...conversions(doc, timeline), ...columns(doc, timeline), ...dates(doc, timeline)]);
		return [...new Map(offers.map((offer) => [JSON.stringify(offer.edits), offer])).values()];
	},
};

/** The timelines that a selection touches, or whose heading it touches. */
export function timelinesAt(doc: Postmortem, selection: TextSpan): readonly Timeline[] {
	return doc.timelines.filter((timeline) => touches(timeline.span, selection) || (timeline.section !== undefined && touches(timeline.section.heading, selection)));
}

/** Why a timeline stays as it is: there is none, the zone of its rows is not known, what was asked for is no one zone, it is in that zone, or a row cannot be written there. */
export type ConversionRefusal = 'no timeline' | 'zone not known' | 'no zone' | 'nothing to change' | 'cannot be written';

/** Zones that the timelines are likely to be converted to, but for the one that they are in. Empty where the zone of no row is known. */
export function zonesToConvertTo(doc: Postmortem, selection: TextSpan): readonly OfferedZone[] {
	const groups = groupsAt(doc, selection);
	const rows = groups.flatMap((group) => placedRows(group) ?? []);
	return offeredZones(doc, rows).filter(({ target }) => rows.some((row) => offsetIn(target, row) !== row.at.offset));
}

/** The timelines that the selection touches, all of the document where it touches none, in any one zone. */
export function convertTimelines(doc: Postmortem, selection: TextSpan, zone: string): readonly SpanEdit[] | ConversionRefusal {
	const target = zoneTarget(zone);
	if (!target) return 'no zone';
	if (doc.chunks.some(isCut)) return 'cannot be written';
	const groups = groupsAt(doc, selection);
	if (groups.length === 0) return 'no timeline';
	const known = groups.filter((group) => placedRows(group) !== undefined);
	if (known.length === 0) return 'zone not known';
	const others = known.filter((group) => placedRows(group)!.some((row) => offsetIn(target, row) !== row.at.offset));
	if (others.length === 0) return 'nothing to change';
	const edits = others.flatMap((group) => conversionEdits(doc, group, target) ?? []);
	const apart = [...new Map(edits.map((edit) => [`${edit.span.start}-${edit.span.end}`, edit])).values()];
	return apart.length > 0 ? apart : 'cannot be written';
}

/** Each with the timelines that are converted with it. */
function groupsAt(doc: Postmortem, selection: TextSpan): readonly (readonly Timeline[])[] {
	const here = timelinesAt(doc, selection);
	const held = new HeldTogether(doc);
	const taken = new Set<Timeline>();
	return (here.length > 0 ? here : doc.timelines).flatMap((timeline) => {
		if (taken.has(timeline)) return [];
		const group = held.with(timeline);
		for (const each of group) taken.add(each);
		return [group];
	});
}

function conversions(doc: Postmortem, timeline: Timeline): RewriteOffer[] {
	const together = new HeldTogether(doc).with(timeline);
	const rows = placedRows(together);
	if (!rows) return [];
	return offeredZones(doc, rows).filter(({ target }) => rows.some((row) => offsetIn(target, row) !== row.at.offset)).flatMap((zone) => offer(`Convert timeline to ${nameFor(zone)}`, conversionEdits(doc, together, zone.target)));
}

function columns(doc: Postmortem, timeline: Timeline): RewriteOffer[] {
	const rows = timeline.table && placedRows([timeline]);
	if (!rows) return [];
	const present = zoneColumns(doc, timeline);
	const taken = [rows.map(({ at }) => at.offset), ...present.map(({ target }) => rows.map((row) => offsetIn(target, row)))].map(String);
	return [
		...present.flatMap((column) => offer(`Recompute the column “${column.title}”`, recomputeEdits(doc, timeline, column))),
		...offeredZones(doc, rows).filter(({ target }) => !taken.includes(String(rows.map((row) => offsetIn(target, row))))).flatMap((zone) => offer(`Add a column for ${columnNameFor(rows, zone)}`, addColumnEdits(doc, timeline, zone.target))),
	];
}

function dates(doc: Postmortem, timeline: Timeline): RewriteOffer[] {
	const run = timeline.section ? doc.timelines.filter(({ section }) => section === timeline.section) : [timeline];
	return [...offer('Add dates after midnight', midnightEdits(doc, run)), ...offer('Write the date in each row', fillDownEdits(doc, run))];
}

function offer(title: string, edits: readonly SpanEdit[] | undefined): RewriteOffer[] {
	return edits && edits.length > 0 ? [{ title, kind: 'timeZone', edits }] : [];
}

function nameFor({ target, isViewers }: OfferedZone): string {
	return isViewers ? `${target.name}, your time zone` : target.name;
}

function columnNameFor(rows: readonly Placed[], zone: OfferedZone): string {
	return columnName(rows, zone.target) ?? nameFor(zone);
}
