/**
 * Zone names as people write them, and their offset on a given day. Offsets and daylight saving come from the IANA data
 * in `Intl`; the table below only says what an abbreviation stands for.
 */
import { civilDate, dayNumber, type CivilDate, type ClockTime, clockMs } from './moment';

/** What one written zone means. */
export interface ZoneMeaning {
	/** Fixed minutes east of UTC; `undefined` where the zone moves with the season (then `iana` is set) or is ambiguous. */
	readonly offset: number | undefined;
	/** The IANA zone whose rules apply: written as such, or what a generic name ("Pacific Time") stands for. */
	readonly iana: string | undefined;
	/** The region that an abbreviation such as PST belongs to: what tells whether it was in force on a day. */
	readonly region: string | undefined;
	/** The other meanings, where the abbreviation has several. */
	readonly ambiguous: boolean;
	/** Whether an IANA name was written. */
	readonly named: boolean;
}

type Row = readonly [abbreviation: string, hours: number, region?: string];

const FIXED: readonly Row[] = [
	['UTC', 0], ['GMT', 0], ['Z', 0], ['ZULU', 0],
	['PST', -8, 'America/Los_Angeles'], ['PDT', -7, 'America/Los_Angeles'], ['MST', -7, 'America/Denver'], ['MDT', -6, 'America/Denver'],
	['EST', -5, 'America/New_York'], ['EDT', -4, 'America/New_York'], ['CDT', -5, 'America/Chicago'], ['CST', -6, 'America/Chicago'],
	['AKST', -9, 'America/Anchorage'], ['AKDT', -8, 'America/Anchorage'], ['HST', -10, 'Pacific/Honolulu'], ['AST', -4, 'America/Halifax'], ['ADT', -3, 'America/Halifax'],
	['NDT', -2.5, 'America/St_Johns'], ['BRT', -3, 'America/Sao_Paulo'], ['ART', -3, 'America/Argentina/Buenos_Aires'], ['CLT', -4, 'America/Santiago'], ['COT', -5, 'America/Bogota'], ['PET', -5, 'America/Lima'],
	['WET', 0, 'Europe/Lisbon'], ['WEST', 1, 'Europe/Lisbon'], ['BST', 1, 'Europe/London'], ['IST', 5.5, 'Asia/Kolkata'],
	['CET', 1, 'Europe/Paris'], ['CEST', 2, 'Europe/Paris'], ['MEZ', 1, 'Europe/Berlin'], ['MESZ', 2, 'Europe/Berlin'],
	['EET', 2, 'Europe/Athens'], ['EEST', 3, 'Europe/Athens'], ['MSK', 3, 'Europe/Moscow'], ['TRT', 3, 'Europe/Istanbul'],
	['WAT', 1, 'Africa/Lagos'], ['CAT', 2, 'Africa/Maputo'], ['SAST', 2, 'Africa/Johannesburg'], ['EAT', 3, 'Africa/Nairobi'],
	['GST', 4, 'Asia/Dubai'], ['PKT', 5, 'Asia/Karachi'], ['ICT', 7, 'Asia/Bangkok'], ['WIB', 7, 'Asia/Jakarta'], ['SGT', 8, 'Asia/Singapore'], ['HKT', 8, 'Asia/Hong_Kong'], ['PHT', 8, 'Asia/Manila'], ['MYT', 8, 'Asia/Kuala_Lumpur'], ['AWST', 8, 'Australia/Perth'],
	['JST', 9, 'Asia/Tokyo'], ['KST', 9, 'Asia/Seoul'], ['ACST', 9.5, 'Australia/Adelaide'], ['ACDT', 10.5, 'Australia/Adelaide'], ['AEST', 10, 'Australia/Sydney'], ['AEDT', 11, 'Australia/Sydney'], ['NZST', 12, 'Pacific/Auckland'], ['NZDT', 13, 'Pacific/Auckland'],
];

/** Names whose zone moves with the season. */
const GENERIC: readonly (readonly [string, string])[] = [
	['PT', 'America/Los_Angeles'], ['PACIFIC', 'America/Los_Angeles'], ['PACIFIC TIME', 'America/Los_Angeles'], ['PST8PDT', 'America/Los_Angeles'], ['US/PACIFIC', 'America/Los_Angeles'],
	['MT', 'America/Denver'], ['MOUNTAIN TIME', 'America/Denver'], ['MST7MDT', 'America/Denver'],
	['CT', 'America/Chicago'], ['CENTRAL TIME', 'America/Chicago'], ['CST6CDT', 'America/Chicago'],
	['ET', 'America/New_York'], ['EASTERN', 'America/New_York'], ['EASTERN TIME', 'America/New_York'], ['EST5EDT', 'America/New_York'], ['US/EASTERN', 'America/New_York'],
];

/** Abbreviations that are in use for more than one zone: what else they may mean, in hours. */
const OTHERWISE: Readonly<Record<string, readonly number[]>> = { IST: [1, 2], CST: [8, -5], BST: [6, 11], AST: [3], GST: [-2], ADT: [4], EST: [10] };
/** Those for which no meaning is so common that it can be taken without context. */
const UNDECIDED = new Set(['IST', 'CST', 'BST']);

/** Every written form of a zone that needs no context to be seen as one, for scanners: longest first. */
export const ZONE_WORDS: readonly string[] = [...FIXED.map(([name]) => name).filter((name) => name !== 'Z'), ...GENERIC.map(([name]) => name)].sort((a, b) => b.length - a.length);

/** What a written zone means, or `undefined` where it is none. Case does not count, except that `Z` is a capital. */
export function meaningOfZone(text: string): ZoneMeaning | undefined {
	const name = text.trim().replace(/^[([]|[)\]]$/g, '').trim();
	const upper = name.toUpperCase().replace(/\s+/g, ' ').replace(/ STANDARD TIME$| DAYLIGHT TIME$/, ' TIME');
	const offset = /^(?:UTC|GMT)? ?([-+\u2212]) ?(\d{1,2})(?::?([0-5]\d))?$/.exec(upper);
	if (offset) {
		const size = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
		return size <= 14 * 60 ? { offset: offset[1] === '+' ? size : -size, iana: undefined, region: undefined, ambiguous: false, named: false } : undefined;
	}
	const fixed = FIXED.find(([abbreviation]) => abbreviation === upper);
	if (fixed) return { offset: UNDECIDED.has(upper) ? undefined : fixed[1] * 60, iana: undefined, region: fixed[2], ambiguous: upper in OTHERWISE, named: false };
	const generic = GENERIC.find(([word]) => word === upper);
	if (generic) return { offset: undefined, iana: generic[1], region: generic[1], ambiguous: false, named: false };
	if (/^[A-Z]+(?:\/[A-Z_+-]+){1,2}\d{0,2}$/i.test(name) && isIana(name)) return { offset: undefined, iana: name, region: name, ambiguous: false, named: true };
	return undefined;
}

/**
 * What an ambiguous abbreviation means where other zones of the document, or the config's, speak for one of its
 * meanings; else its commonest meaning.
 */
export function likelyOffset(abbreviation: string, hints: readonly string[]): number | undefined {
	const upper = abbreviation.trim().toUpperCase();
	const row = FIXED.find(([name]) => name === upper);
	if (!row) return undefined;
	const hinted = hints.map((hint) => hint.trim().toUpperCase());
	if (upper === 'CST' && hinted.some((hint) => ['ASIA/SHANGHAI', 'HKT', '中国', 'ASIA/TAIPEI', '+08:00', 'UTC+8'].includes(hint))) return 8 * 60;
	if (upper === 'IST' && hinted.some((hint) => ['EUROPE/DUBLIN', 'GMT', 'WET'].includes(hint))) return 60;
	return row[1] * 60;
}

/** The abbreviation of an IANA zone at an offset, where there is one that means nothing else as often. */
export function abbreviationOf(iana: string, offset: number): string | undefined {
	return FIXED.find(([name, hours, region]) => region === iana && hours * 60 === offset && !UNDECIDED.has(name))?.[0];
}

/** Minutes east of UTC that a zone has on a day (at noon there where no clock is given), or `undefined` if not known. */
export function offsetOn(zone: ZoneMeaning, date: CivilDate | undefined, clock: ClockTime = { hour: 12, minute: 0 }): number | undefined {
	if (zone.offset !== undefined || !zone.iana) return zone.offset;
	return date && ianaOffset(zone.iana, date, clock);
}

/** Minutes east of UTC at a wall-clock time of an IANA zone. In a gap or overlap: the offset before the change. */
export function ianaOffset(iana: string, date: CivilDate, clock: ClockTime): number | undefined {
	const local = dayNumber(date) * 86_400_000 + clockMs(clock);
	const first = offsetAt(iana, local);
	if (first === undefined) return undefined;
	const second = offsetAt(iana, local - first * 60_000);
	if (second === first || second === undefined) return first;
	return offsetAt(iana, local - second * 60_000) === second ? second : Math.min(first, second);
}

/** Minutes east of UTC in an IANA zone at a moment in epoch ms, or `undefined` for an unknown zone. */
export function offsetAt(iana: string, at: number): number | undefined {
	try {
		const parts = clockOf(iana).formatToParts(at);
		const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
		const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
		return Math.round((shown - Math.floor(at / 1000) * 1000) / 60_000);
	} catch {
		return undefined;
	}
}

/** Making one takes a hundred times as long as asking it. What is kept changes no answer. */
const CLOCKS = new Map<string, Intl.DateTimeFormat>();

function clockOf(iana: string): Intl.DateTimeFormat {
	let clock = CLOCKS.get(iana);
	if (!clock) {
		clock = new Intl.DateTimeFormat('en-US', { timeZone: iana, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
		CLOCKS.set(iana, clock);
	}
	return clock;
}

function isIana(name: string): boolean {
	return offsetAt(name, 0) !== undefined;
}

/** Zones without daylight saving that share their abbreviation with one that has it: Arizona is on MST all year. */
const ALL_YEAR = new Set(['MST', 'CST', 'AST']);

/**
 * The abbreviation that was in force instead of a written one such as PST, at a wall-clock time of its region; or
 * `undefined` where the written one was in force, or nothing can be said about it.
 */
export function abbreviationInForce(written: string, date: CivilDate, clock: ClockTime): string | undefined {
	const upper = written.trim().toUpperCase();
	const row = FIXED.find(([abbreviation]) => abbreviation === upper);
	const region = row?.[2];
	if (!row || !region || ALL_YEAR.has(upper)) return undefined;
	const hours = (offset: number | undefined) => (offset === undefined ? undefined : offset / 60);
	const actual = hours(ianaOffset(region, date, clock));
	const nearby = [-1, 1].map((days) => hours(ianaOffset(region, civilDate(dayNumber(date) + days), clock)));
	if (actual === undefined || actual === row[1] || nearby.includes(row[1])) return undefined;
	return FIXED.find(([, offset, home]) => home === region && offset === actual)?.[0] ?? (region === 'Europe/London' && actual === 0 ? 'GMT' : undefined);
}
