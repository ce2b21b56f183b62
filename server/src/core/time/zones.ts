/** Zone names as people write them: what they mean, and their offset on a given day. */
import { clockChangeAt, ianaOffset, offsetAt, type ClockChange } from './daylight';
import { addDays, type CivilDate, type ClockTime } from './moment';
import { ABBREVIATIONS, ALL_YEAR, NAMED_ZONES, OTHER_REGIONS, UNDECIDED, WORDY_ZONES } from './zone-names';

export { clockChangeAt, ianaOffset, offsetAt, type ClockChange };
export { ZONE_WORDS } from './zone-names';

/** What one written zone means. */
export interface ZoneMeaning {
	/** Fixed minutes east of UTC; `undefined` where the zone moves with the season (then `iana` is set) or is ambiguous. */
	readonly offset: number | undefined;
	/** The IANA zone whose rules apply: written as such, or what a generic name ("Pacific Time") stands for. */
	readonly iana: string | undefined;
	/** The region that an abbreviation such as PST belongs to: what tells whether it was in force on a day. */
	readonly region: string | undefined;
	/** Whether the abbreviation is in use for other zones too. */
	readonly ambiguous: boolean;
	/** Whether an IANA name was written. */
	readonly named: boolean;
}

/** What a written zone means, or `undefined` where it is none. Case does not count. */
export function meaningOfZone(text: string): ZoneMeaning | undefined {
	const name = text.trim().replace(/^[([（]|[)\]）]$/g, '').trim();
	const upper = name.toUpperCase().replace(/\s+/g, ' ').replace(/ TIME ?ZONE$/, ' TIME');
	const known = MEANINGS.get(upper) ?? offsetMeaning(upper) ?? pairMeaning(upper) ?? longNameMeaning(upper);
	if (known) return known;
	return name.includes('/') && /^[A-Z]+(?:\/[A-Z_+-]+){1,2}\d{0,2}$/i.test(name) && offsetAt(name, 0) !== undefined ? moving(name, true) : undefined;
}

/** `Pacific Standard Time`, `British Summer Time`, `East Africa Time`: their initials are their abbreviation. */
function longNameMeaning(upper: string): ZoneMeaning | undefined {
	if (!upper.endsWith(' TIME')) return undefined;
	if (upper === 'COORDINATED UNIVERSAL TIME') return MEANINGS.get('UTC');
	const words = upper.split(' ');
	if (words.length === 2) return WORDY_ZONES.has(words[0]!) ? MEANINGS.get(words[0]!) : undefined;
	if (words.length > 5 || words[0] === 'AFRICA' || !words.some((word) => /^(?:STANDARD|SUMMER|DAYLIGHT|EUROPEAN?|AFRICA|KONG|MEAN)$/.test(word))) return undefined;
	if (words.length === 3 && words[1] === 'EUROPEAN') return moving(ABBREVIATIONS.get(`${words[0]![0]!}ET`)?.region ?? 'Europe/Paris', false);
	const elsewhere = FOREIGN_NAMES[`${words[0]!} ${words[1]!}`];
	if (elsewhere) return moving(elsewhere, false);
	const row = ABBREVIATIONS.get(words.map((word) => word[0]!).join(''));
	return row && (!UNDECIDED.has(row.name) || HOME_WORDS[row.name] === words[0]) ? { offset: row.hours * 60, iana: undefined, region: row.region, ambiguous: false, named: false } : undefined;
}

/** The first word of the long name that an ambiguous abbreviation commonly stands for. */
const HOME_WORDS: Readonly<Record<string, string>> = { IST: 'INDIA', CST: 'CENTRAL', BST: 'BRITISH' };
/** Long names whose initials are an abbreviation of another zone. */
const FOREIGN_NAMES: Readonly<Record<string, string>> = { 'WEST CENTRAL': 'Africa/Lagos', 'WEST AFRICA': 'Africa/Lagos', 'EAST AFRICA': 'Africa/Nairobi', 'CENTRAL AFRICA': 'Africa/Maputo', 'SOUTH AFRICA': 'Africa/Johannesburg', 'CHINA STANDARD': 'Asia/Shanghai', 'IRISH STANDARD': 'Europe/Dublin', 'ISRAEL STANDARD': 'Asia/Jerusalem', 'SINGAPORE STANDARD': 'Asia/Singapore', 'KOREAN STANDARD': 'Asia/Seoul' };

function moving(iana: string, named: boolean): ZoneMeaning {
	return { offset: undefined, iana, region: iana, ambiguous: false, named };
}

const MEANINGS: ReadonlyMap<string, ZoneMeaning> = new Map([
	...[...ABBREVIATIONS.values()].map(({ name, hours, region }): [string, ZoneMeaning] => [name, { offset: UNDECIDED.has(name) ? undefined : hours * 60, iana: undefined, region, ambiguous: name in OTHER_REGIONS, named: false }]),
	...[...NAMED_ZONES].map(([name, iana]): [string, ZoneMeaning] => [name, moving(iana, false)]),
]);

/** `UTC+2`, `GMT-03:30`, `+05:30`, `-0700`. */
function offsetMeaning(upper: string): ZoneMeaning | undefined {
	const offset = /^(?:UTC|GMT)? ?([-+\u2212]) ?(\d{1,2})(?::?([0-5]\d))?$/.exec(upper);
	if (!offset) return undefined;
	const size = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
	return size <= 14 * 60 ? { offset: offset[1] === '+' ? size : -size, iana: undefined, region: undefined, ambiguous: false, named: false } : undefined;
}

/** `CET/CEST` and `PST/PDT` name one zone through the year, `UTC/GMT` the same zone twice. */
function pairMeaning(upper: string): ZoneMeaning | undefined {
	const [first, second, more] = upper.split(/ ?\/ ?/).map((name) => ABBREVIATIONS.get(name));
	if (!first || !second || more) return undefined;
	if (first.region !== undefined && first.region === second.region) return moving(first.region, false);
	return first.hours === second.hours ? MEANINGS.get(first.name) : undefined;
}

/**
 * Minutes east of UTC of an ambiguous abbreviation, where other zones of the document or the config's speak for one of its
 * meanings, or only one of them was in force that day; else its commonest meaning.
 */
export function likelyOffset(abbreviation: string, hints: readonly string[], date?: CivilDate, clock: ClockTime = NOON): number | undefined {
	const upper = abbreviation.trim().toUpperCase();
	const row = ABBREVIATIONS.get(upper);
	if (!row) return undefined;
	for (const region of OTHER_REGIONS[upper] ?? []) {
		const speaks = hints.some((hint) => speaksFor(hint, region));
		const offset = speaks ? ianaOffset(region, date ?? { year: 2024, month: 7, day: 15 }, clock) : undefined;
		if (offset !== undefined) return offset;
	}
	return row.hours * 60;
}

/** Whether a zone that is named elsewhere belongs to a region: by its IANA name, or by an abbreviation of zones around it. */
function speaksFor(hint: string, region: string): boolean {
	const upper = hint.trim().toUpperCase();
	return upper === region.toUpperCase() || (NEIGHBOURS[region]?.includes(upper) ?? false) || NAMED_ZONES.get(upper) === region;
}

const NEIGHBOURS: Readonly<Record<string, readonly string[]>> = {
	'Asia/Shanghai': ['HKT', 'ASIA/TAIPEI', 'ASIA/HONG_KONG', '+08:00', '+0800', 'UTC+8', 'GMT+8', 'UTC+08:00', '中国'], 'Europe/Dublin': ['GMT', 'WET', 'EUROPE/LONDON'], 'Asia/Jerusalem': ['IDT', 'ASIA/TEL_AVIV'], 'Asia/Dhaka': ['UTC+6', '+06:00', 'GMT+6'],
};

const NOON: ClockTime = { hour: 12, minute: 0 };

/** The abbreviation of an IANA zone at an offset, where there is one that means nothing else as often. */
export function abbreviationOf(iana: string, offset: number): string | undefined {
	return [...ABBREVIATIONS.values()].find(({ name, hours, region }) => region === iana && hours * 60 === offset && !UNDECIDED.has(name))?.name;
}

/** Minutes east of UTC that a zone has on a day (at noon there where no clock is given), or `undefined` if not known. */
export function offsetOn(zone: ZoneMeaning, date: CivilDate | undefined, clock: ClockTime = NOON): number | undefined {
	if (zone.offset !== undefined || !zone.iana) return zone.offset;
	return date && ianaOffset(zone.iana, date, clock);
}

/**
 * The abbreviation that was in force instead of a written one such as PST, at a wall-clock time of its region; or
 * `undefined` where the written one was in force, or nothing can be said about it.
 */
export function abbreviationInForce(written: string, date: CivilDate, clock: ClockTime): string | undefined {
	const upper = written.trim().toUpperCase();
	const row = ABBREVIATIONS.get(upper);
	const region = row?.region;
	if (!row || !region || ALL_YEAR.has(upper)) return undefined;
	const hours = (offset: number | undefined) => (offset === undefined ? undefined : offset / 60);
	const actual = hours(ianaOffset(region, date, clock));
	const nearby = [-1, 1].map((days) => hours(ianaOffset(region, addDays(date, days), clock)));
	if (actual === undefined || actual === row.hours || nearby.includes(row.hours)) return undefined;
	return [...ABBREVIATIONS.values()].find((each) => each.region === region && each.hours === actual)?.name ?? (region === 'Europe/London' && actual === 0 ? 'GMT' : undefined);
}
