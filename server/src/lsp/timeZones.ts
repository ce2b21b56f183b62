/** The requests behind the command that converts a timeline to a zone of the person's choice. */
import type { Postmortem } from '../core/postmortem/model';
import { convertTimelines, timelinesAt, zonesToConvertTo } from '../core/service';
import type { TextSpan } from '../core/text/span';
import type { Desk } from './desk';
import { guard } from './guard';
import { CONVERT_TIME_ZONE_REQUEST, PICK_TIME_ZONE_COMMAND, TIME_ZONES_REQUEST, type ConvertTimeZoneParams, type ConvertTimeZoneResult, type TimelinePlace, type TimeZoneInfo } from './protocol';

export function registerTimeZones(desk: Desk): void {
	const { connection } = desk;
	connection.onRequest(TIME_ZONES_REQUEST, guard(desk, TIME_ZONES_REQUEST, ['textDocument', 'range'], [] as TimeZoneInfo[], async ({ textDocument, range }: TimelinePlace): Promise<TimeZoneInfo[]> => {
		const open = await desk.postmortem(textDocument.uri);
		return open ? zonesToConvertTo(open.reading.doc, desk.positions.span(open.reading.doc.lines, range)).map(({ target, isViewers }) => ({ name: target.name, isViewers })) : [];
	}));
	const nothing: ConvertTimeZoneResult = { version: -1, edits: [], refusal: 'no postmortem' };
	connection.onRequest(CONVERT_TIME_ZONE_REQUEST, guard(desk, CONVERT_TIME_ZONE_REQUEST, ['textDocument', 'range'], nothing, async ({ textDocument, range, zone }: ConvertTimeZoneParams): Promise<ConvertTimeZoneResult> => {
		const open = await desk.postmortem(textDocument.uri);
		if (!open) return nothing;
		const { doc } = open.reading;
		const converted = convertTimelines(doc, desk.positions.span(doc.lines, range), typeof zone === 'string' ? zone : '');
		const { version } = open.snapshot;
		if (typeof converted === 'string') return { version, edits: [], refusal: converted };
		return { version, edits: converted.map(({ span, newText }) => ({ range: desk.positions.range(doc.lines, span), newText })), refusal: null };
	}));
}

/** Whether the client can ask a person for a zone, and the selection touches a timeline whose zone is known. */
export function canPickTimeZone({ options }: Desk, doc: Postmortem, selection: TextSpan): boolean {
	const own = Array.isArray(options.clientCommands) ? options.clientCommands : [];
	return own.includes(PICK_TIME_ZONE_COMMAND) && timelinesAt(doc, selection).length > 0 && zonesToConvertTo(doc, selection).length > 0;
}
