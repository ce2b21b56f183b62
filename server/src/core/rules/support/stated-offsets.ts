/** Zones that a document names together with their offset: `PST (UTC-8)`, `CET = UTC+1`, `Pacific: UTC-8`. */
import { inEachChunk } from '../../markdown/each-chunk';
import type { Postmortem } from '../../postmortem/model';
import type { TextSpan, Written } from '../../text/span';
import { ianaOffset, meaningOfZone, ZONE_WORDS } from '../../time/zones';
import { isInCode } from './times-in';

export interface StatedOffset {
	readonly zone: Written;
	/** `UTC-8` as written. */
	readonly text: string;
	readonly span: TextSpan;
	/** Minutes east of UTC. */
	readonly offset: number;
	/** What the zone may be at: one or more. */
	readonly possible: readonly number[];
}

/** `New York: UTC-5`, `Berlin (UTC+2)`: a city that gives a zone its name. */
const CITY = /(?<![\p{L}\p{N}_/-])(\p{Lu}\p{Ll}{2,20}(?: \p{Lu}\p{Ll}{1,20}){0,2})(?:\s?[(:=]\s?|\s)((?:UTC|GMT)\s?[+\-−–]\s?\d{1,2}(?::?[0-5]\d)?)(?!\d)/gu;
const STATED = new RegExp(`(?<![\\p{L}\\p{N}_/-])(${ZONE_WORDS.filter((word) => !['UTC', 'GMT', 'ZULU'].includes(word)).join('|')}|Pacific|Eastern)(?: time| standard time| daylight time)?(?:\\s*[(:=,]\\s*|\\s+is\\s+|\\s+)((?:UTC|GMT)\\s?[+\\-−–]\\s?\\d{1,2}(?::?[0-5]\\d)?)(?!\\d)`, 'gu');

export function statedOffsets(doc: Postmortem): readonly StatedOffset[] {
	return inEachChunk(doc.text, doc.chunks, 'stated offsets', [], pairsIn).flatMap(({ zone, offset: { text, span } }): StatedOffset[] => {
		if (isInCode(doc, zone.span.start)) return [];
		const offset = meaningOfZone(text.replace('–', '-'))?.offset;
		const possible = possibleOffsets(doc, zone.text);
		return offset === undefined || possible.length === 0 ? [] : [{ zone, text, span, offset, possible }];
	});
}

function pairsIn(stretch: string, from: number): readonly { readonly zone: Written; readonly offset: Written }[] {
	if (!/(?:UTC|GMT)\s?[+\-−–]/.test(stretch)) return [];
	const named = [...stretch.matchAll(STATED)];
	const cities = [...stretch.matchAll(CITY)].filter(({ index }) => named.every((each) => each.index !== index));
	return [...named, ...cities].map(({ 0: whole, 1: name, 2: text, index }) => {
		const start = from + index;
		const end = start + whole.length;
		return { zone: { text: name!, span: { start, end: start + name!.length } }, offset: { text: text!, span: { start: end - text!.length, end } } };
	});
}

/** In the style of the offset that was written. */
export function offsetLike(text: string, minutes: number): string {
	const form = /^(UTC|GMT)(\s?)[+\-−–](\s?)(\d{1,2})(:?)(\d\d)?$/.exec(text);
	const size = Math.abs(minutes);
	const [, base = 'UTC', gap = '', behind = '', hourText = '', colon = ''] = form ?? [];
	const rest = form?.[6] !== undefined || size % 60 !== 0 ? `${colon || (form?.[6] === undefined ? ':' : '')}${String(size % 60).padStart(2, '0')}` : '';
	return `${base}${gap}${minutes < 0 ? '-' : '+'}${behind}${String(Math.floor(size / 60)).padStart(hourText.length === 2 ? 2 : 1, '0')}${rest}`;
}

/** On the document's day; without one, or for a name of several zones, whatever the name may mean in a year. */
function possibleOffsets(doc: Postmortem, name: string): readonly number[] {
	const meaning = meaningOfZone(name);
	if (meaning?.ambiguous) return [];
	if (meaning?.offset !== undefined) return [meaning.offset];
	const iana = meaning ? meaning.iana : zoneOfCity(name);
	if (!iana) return [];
	const year = doc.date?.date.year ?? 2024;
	const days = doc.date ? [doc.date.date] : [{ year, month: 1, day: 15 }, { year, month: 7, day: 15 }];
	return [...new Set(days.flatMap((day) => ianaOffset(iana, day, { hour: 12, minute: 0 }) ?? []))];
}

/** The IANA zone that is named after a city. */
function zoneOfCity(name: string): string | undefined {
	const last = `/${name.replaceAll(' ', '_')}`;
	return Intl.supportedValuesOf('timeZone').find((zone) => zone.endsWith(last));
}
