/** What abbreviations and names of time zones stand for. Offsets of names and daylight saving are not here: they are IANA data. */

export interface Abbreviation {
	readonly name: string;
	/** Hours east of UTC that it is commonly used for. */
	readonly hours: number;
	/** The IANA zone that tells whether it is in force on a day. */
	readonly region: string | undefined;
}

const ABBREVIATION_ROWS: readonly (readonly [name: string, hours: number, region?: string])[] = [
	['UTC', 0], ['GMT', 0], ['Z', 0], ['ZULU', 0],
	['PST', -8, 'America/Los_Angeles'], ['PDT', -7, 'America/Los_Angeles'], ['MST', -7, 'America/Denver'], ['MDT', -6, 'America/Denver'],
	['EST', -5, 'America/New_York'], ['EDT', -4, 'America/New_York'], ['CDT', -5, 'America/Chicago'], ['CST', -6, 'America/Chicago'],
	['AKST', -9, 'America/Anchorage'], ['AKDT', -8, 'America/Anchorage'], ['HST', -10, 'Pacific/Honolulu'], ['AST', -4, 'America/Halifax'], ['ADT', -3, 'America/Halifax'],
	['NST', -3.5, 'America/St_Johns'], ['NDT', -2.5, 'America/St_Johns'], ['BRT', -3, 'America/Sao_Paulo'], ['ART', -3, 'America/Argentina/Buenos_Aires'], ['CLT', -4, 'America/Santiago'], ['COT', -5, 'America/Bogota'], ['PET', -5, 'America/Lima'], ['UYT', -3, 'America/Montevideo'], ['VET', -4, 'America/Caracas'],
	['WET', 0, 'Europe/Lisbon'], ['WEST', 1, 'Europe/Lisbon'], ['BST', 1, 'Europe/London'], ['IST', 5.5, 'Asia/Kolkata'],
	['CET', 1, 'Europe/Paris'], ['CEST', 2, 'Europe/Paris'], ['MEZ', 1, 'Europe/Berlin'], ['MESZ', 2, 'Europe/Berlin'],
	['EET', 2, 'Europe/Athens'], ['EEST', 3, 'Europe/Athens'], ['MSK', 3, 'Europe/Moscow'], ['TRT', 3, 'Europe/Istanbul'],
	['WAT', 1, 'Africa/Lagos'], ['CAT', 2, 'Africa/Maputo'], ['SAST', 2, 'Africa/Johannesburg'], ['EAT', 3, 'Africa/Nairobi'],
	['GST', 4, 'Asia/Dubai'], ['PKT', 5, 'Asia/Karachi'], ['NPT', 5.75, 'Asia/Kathmandu'], ['ICT', 7, 'Asia/Bangkok'], ['WIB', 7, 'Asia/Jakarta'], ['WITA', 8, 'Asia/Makassar'], ['WIT', 9, 'Asia/Jayapura'], ['SGT', 8, 'Asia/Singapore'], ['HKT', 8, 'Asia/Hong_Kong'], ['PHT', 8, 'Asia/Manila'], ['MYT', 8, 'Asia/Kuala_Lumpur'], ['AWST', 8, 'Australia/Perth'],
	['JST', 9, 'Asia/Tokyo'], ['KST', 9, 'Asia/Seoul'], ['ACST', 9.5, 'Australia/Adelaide'], ['ACDT', 10.5, 'Australia/Adelaide'], ['AEST', 10, 'Australia/Sydney'], ['AEDT', 11, 'Australia/Sydney'], ['NZST', 12, 'Pacific/Auckland'], ['NZDT', 13, 'Pacific/Auckland'],
];

/** By the abbreviation in upper case. */
export const ABBREVIATIONS: ReadonlyMap<string, Abbreviation> = new Map(ABBREVIATION_ROWS.map(([name, hours, region]) => [name, { name, hours, region }]));

/** Names of zones that move with the season, or that are none but a place, in upper case, and the IANA zone meant. */
export const NAMED_ZONES: ReadonlyMap<string, string> = new Map([
	['PT', 'America/Los_Angeles'], ['PACIFIC', 'America/Los_Angeles'], ['PST8PDT', 'America/Los_Angeles'],
	['MT', 'America/Denver'], ['MOUNTAIN', 'America/Denver'], ['MST7MDT', 'America/Denver'],
	['CT', 'America/Chicago'], ['CENTRAL', 'America/Chicago'], ['CST6CDT', 'America/Chicago'],
	['ET', 'America/New_York'], ['EASTERN', 'America/New_York'], ['EST5EDT', 'America/New_York'],
	['HORÁRIO DE BRASÍLIA', 'America/Sao_Paulo'], ['HORA DE BRASÍLIA', 'America/Sao_Paulo'], ['HEURE DE PARIS', 'Europe/Paris'], ['HEURE FRANÇAISE', 'Europe/Paris'], ['HORA DE MADRID', 'Europe/Madrid'], ['NORSK TID', 'Europe/Oslo'],
	['日本時間', 'Asia/Tokyo'], ['日本标准时间', 'Asia/Tokyo'], ['北京时间', 'Asia/Shanghai'], ['北京時間', 'Asia/Shanghai'], ['中国标准时间', 'Asia/Shanghai'], ['台北時間', 'Asia/Taipei'], ['한국 시간', 'Asia/Seoul'], ['한국시간', 'Asia/Seoul'],
]);

/** Names that are common words too: a zone only where nothing but a mark follows, or `Time`. */
export const WORDY_ZONES: ReadonlySet<string> = new Set(['PACIFIC', 'MOUNTAIN', 'CENTRAL', 'EASTERN']);

/** Abbreviations in use for more than one zone, and the IANA zones that they stand for elsewhere. */
export const OTHER_REGIONS: Readonly<Record<string, readonly string[]>> = {
	IST: ['Europe/Dublin', 'Asia/Jerusalem'], CST: ['Asia/Shanghai', 'America/Havana'], BST: ['Asia/Dhaka'], AST: ['Asia/Riyadh'], GST: ['Atlantic/South_Georgia'], EST: ['Australia/Sydney'],
};

/** Those for which no meaning is so common that it can be taken without context. */
export const UNDECIDED: ReadonlySet<string> = new Set(['IST', 'CST', 'BST']);

/** Zones that are in use all year under an abbreviation that others leave in summer: Arizona is on MST. */
export const ALL_YEAR: ReadonlySet<string> = new Set(['MST', 'CST', 'AST']);

/** Every written form of a zone that needs no context to be seen as one, longest first. */
export const ZONE_WORDS: readonly string[] = [
	...[...ABBREVIATIONS.keys()].filter((name) => name !== 'Z'), ...[...NAMED_ZONES.keys()].filter((name) => !WORDY_ZONES.has(name)),
	'PACIFIC', 'EASTERN', ...[...WORDY_ZONES].map((name) => `${name} TIME`),
].sort((a, b) => b.length - a.length);
