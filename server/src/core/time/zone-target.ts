/** A zone that times are to be written in: its offset at a moment, and what it is called there. */
import type { EpochMs, Moment } from './moment';
import { abbreviationOf, meaningOfZone, offsetAt, offsetOn, type ZoneMeaning } from './zones';

export interface ZoneTarget {
	/** As chosen: an abbreviation, an offset or an IANA name. */
	readonly name: string;
	readonly meaning: ZoneMeaning;
}

/** `undefined` for what is no zone, and for abbreviations that mean several. */
export function zoneTarget(name: string): ZoneTarget | undefined {
	const meaning = meaningOfZone(name);
	return meaning && (meaning.offset !== undefined || meaning.iana !== undefined) ? { name, meaning } : undefined;
}

/** Minutes east of UTC. */
export function offsetOfTarget({ meaning }: ZoneTarget, at: EpochMs): number | undefined {
	return meaning.iana === undefined ? meaning.offset : offsetAt(meaning.iana, at);
}

/** The name for one moment: the abbreviation in force of an IANA zone that has a clear one, else the zone as chosen. */
export function zoneNameAt({ name, meaning }: ZoneTarget, at: EpochMs, offset: number): string {
	return (meaning.named && meaning.iana !== undefined && shortName(meaning.iana, at, offset)) || name;
}

/** The offset as a name of its own: `UTC`, `UTC-8`, `UTC+5:30`. */
export function offsetName(offset: number): string {
	const size = Math.abs(offset);
	const minutes = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
	return offset === 0 ? 'UTC' : `UTC${offset < 0 ? '-' : '+'}${Math.floor(size / 60)}${minutes}`;
}

/** Whether a time of that zone is read with that offset: not so in the hour that a clock shows twice. */
export function isReadAs(zone: string, { date, clock, offset }: Moment): boolean {
	const meaning = meaningOfZone(zone);
	return meaning !== undefined && offset !== undefined && offsetOn(meaning, date, clock) === offset;
}

/** Regions whose English names their zones by abbreviations of their own. */
const LOCALES = ['en-US', 'en-GB', 'en-AU', 'en-NZ'];
/** Short names by IANA zone and offset. What is kept changes no answer. */
const SHORT_NAMES = new Map<string, string | undefined>();

function shortName(iana: string, at: EpochMs, offset: number): string | undefined {
	const key = `${iana} ${offset}`;
	if (!SHORT_NAMES.has(key)) SHORT_NAMES.set(key, abbreviationOf(iana, offset) ?? localName(iana, at, offset));
	return SHORT_NAMES.get(key);
}

function localName(timeZone: string, at: EpochMs, offset: number): string | undefined {
	const names = LOCALES.map((locale) => new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }).formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '');
	return names.find((name) => /^[A-Z]{3,5}$/.test(name) && meaningOfZone(name)?.offset === offset);
}
