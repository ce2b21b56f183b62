/** The zones that a timeline can be shown in: UTC, those of the config, the viewer's, those that the document names. */
import type { Postmortem, Timeline, TimelineEntry } from '../../postmortem/model';
import { epochMs, type EpochMs, type Moment } from '../../time/moment';
import { offsetOfTarget, zoneTarget, type ZoneTarget } from '../../time/zone-target';

/** A row whose time of day was read, on a day and in a zone that are known. */
export interface Placed {
	readonly entry: TimelineEntry;
	readonly at: Moment;
	/** `undefined` where the day is not known: then only zones of fixed offset can be counted in. */
	readonly epoch: EpochMs | undefined;
}

/** `undefined` where the zone of a row is not known, or no row has a time of day. */
export function placedRows(timelines: readonly Timeline[]): readonly Placed[] | undefined {
	const rows: Placed[] = [];
	for (const entry of timelines.flatMap(({ entries }) => entries)) {
		if (!entry.at || !entry.time?.clock || entry.dateOnly) continue;
		if (entry.at.offset === undefined) return undefined;
		rows.push({ entry, at: entry.at, epoch: epochMs(entry.at) });
	}
	return rows.length > 0 ? rows : undefined;
}

export interface OfferedZone {
	readonly target: ZoneTarget;
	/** Whether it is the zone of the person who looks. */
	readonly isViewers: boolean;
}

/** Of two that have the same offset in all of these rows the first. */
export function offeredZones(doc: Postmortem, rows: readonly Placed[]): readonly OfferedZone[] {
	const named = [
		{ name: 'UTC', isViewers: false },
		...doc.displayZones.map(({ name, from }) => ({ name, isViewers: from === 'viewer' })),
		...namedZones(doc).map((name) => ({ name, isViewers: false })),
	];
	const offered = new Map<string, OfferedZone>();
	for (const { name, isViewers } of named) {
		const target = zoneTarget(name);
		const offsets = target && rows.map((row) => offsetIn(target, row));
		if (!target || !offsets || offsets.includes(undefined)) continue;
		const key = offsets.join();
		if (!offered.has(key)) offered.set(key, { target, isViewers });
	}
	return [...offered.values()];
}

/** Minutes east of UTC; `undefined` where a zone moves with the season and the day is not known. */
export function offsetIn(target: ZoneTarget, { epoch }: Placed): number | undefined {
	return epoch === undefined ? target.meaning.offset : offsetOfTarget(target, epoch);
}

function namedZones(doc: Postmortem): string[] {
	const written = [doc.zone?.written, ...doc.timelines.flatMap(({ zonesAbove, entries }) => [...zonesAbove, ...entries.map(({ zone }) => zone)])];
	const names = new Map<string, string>();
	for (const zone of written) if (zone && !/^(?:Z|[+\-−]\d.*)$/.test(zone.text)) names.set(zone.text.toUpperCase(), zone.text);
	return [...names.values()];
}
