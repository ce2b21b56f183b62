/** From a heading as written to the role of its section. */
import { unaccented } from '../text/accents';
import { oncePerText } from '../text/once';
import { ROLE_ALIASES } from './role-aliases';
import type { SectionRole } from './roles';

/** Longest heading that is looked at, in UTF-16 units: what is longer is a sentence. */
const LONGEST = 120;

/** Words that say nothing about the role where they stand before or behind a heading that has one. */
const MODIFIERS = new Set([
	'a', 'the', 'our', 'this', 'incident', 'incidents', 'outage', 'postmortem', 'event', 'issue', 'technical', 'blameless', 'detailed', 'final', 'initial',
	'key', 'main', 'major', 'primary', 'secondary', 'underlying', 'direct', 'immediate', 'proximate', 'systemic', 'overall', 'general', 'preliminary', 'approximate',
	'likely', 'probable', 'suspected', 'identified', 'estimated', 'confirmed', 'actual', 'proposed', 'planned', 'full', 'complete', 'brief', 'short', 'quick', 'rough', 'revised', 'updated', 'corrected', 'open', 'remaining', 'outstanding', 'pending', 'optional', 'further', 'additional', 'recommended', 'suggested',
	'summary', 'section', 'details', 'analysis', 'description', 'overview', 'assessment', 'evaluation', 'statement', 'confirmation', 'utc', 'local',
]);

/** Words that open a complement: what stands before them is the heading's noun. Accents are gone here. */
const PREPOSITIONS = new Set([
	'of', 'on', 'for', 'to', 'in', 'from', 'during', 'at', 'per', 'by', 'behind', 'with',
	'de', 'del', 'do', 'da', 'dos', 'das', 'du', 'des', 'para', 'por', 'pour', 'sur', 'durante', 'pendant', 'en', 'no', 'na', 'nos', 'nas',
	'der', 'auf', 'fur', 'im', 'wahrend', 'av', 'i', 'pa', 'under',
]);

/** An emoji whose UTF-8 bytes were read as Windows-1252 or 1254. */
const MISREAD = /[âðğïÃ][\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]{1,6}/g;

/** Most words behind a preposition: with more of them it is a sentence. */
const LONGEST_COMPLEMENT = 5;

/** Headings that name a role only where nothing else is written: `Incident`, but not `Incident: cache poisoning`. */
const WHOLE_ONLY = new Set([
	'incident', 'the incident', 'issue', 'the issue', 'outage', 'the outage', 'problem', 'report', 'incident report', 'retrospective', 'bug', 'the bug', 'why', 'reason', 'reasons', 'notes',
	'logs', 'date', 'incident date', 'data', 'description', 'information', 'review', 'history', 'owner', 'author', 'authors', 'status', 'good', 'the good', 'fault', 'origin', 'effect', 'scope', 'team', 'people', 'category', 'details', 'events',
	'findings', 'documentation', 'conditions', 'factors', 'environment', 'architecture', 'properties', 'header', 'lucky', 'patch', 'correction', 'hendelsen', 'problema', 'problem', 'probleme', 'le probleme', '회고', '振り返り', 'todo', 'alerts', 'setup', 'backlog', 'tickets',
]);

/** Roles by heading, in the form in which headings are compared. Filled when the first one is looked up, which a server at its start does not. */
const index = new Map<string, SectionRole>();

function roleByHeading(key: string): SectionRole | undefined {
	if (index.size === 0) fillIndex();
	return index.get(key);
}

function fillIndex(): void {
	for (const [role, lists] of Object.entries(ROLE_ALIASES) as [SectionRole, readonly string[]][]) {
		for (const key of lists.flatMap(keysOf)) if (key && !index.has(key)) index.set(key, role);
	}
}

/** As `normalizeHeading` for each alias of a list, all in one go: they have no markup and no numbering. */
function keysOf(list: string): string[] {
	return withAnd(unaccented(list).toLowerCase()).replace(/[^\p{L}\p{N}\p{M};]+/gu, ' ').split(';').map((key) => key.trim());
}

/**
 * A heading in the form in which headings are compared: lower case, no accents, numbering, emoji, `:shortcode:`,
 * markup or punctuation; `&`, `+` and `/` are `and`. Empty where nothing is left.
 */
export const normalizeHeading = oncePerText((title): string => words(withoutNumbering(plain(title))));

/** The role that a heading names, or `undefined` where a reader could not tell. */
export const roleOf = oncePerText((title): SectionRole | undefined => {
	if (title.length > LONGEST) return undefined;
	const text = withoutNumbering(plain(title));
	const whole = roleByHeading(words(text));
	if (whole) return whole;

	const { outside, inside } = splitParentheses(text);
	const inner = inside ? bare(words(inside)) : undefined;
	const outer = roleByHeading(words(outside)) ?? bare(words(outside));
	if (inner === 'actions' && outer !== 'timeline') return 'actions';
	return outer ?? ofParts(outside) ?? ofComplement(words(outside)) ?? ofTimelineWithZone(outside) ?? ofLastWord(words(outside)) ?? inner;
});

/** The role that a heading names by these very words alone: what a label on a line needs to count as a heading. */
export function exactRoleOf(title: string): SectionRole | undefined {
	return title.length > LONGEST ? undefined : roleByHeading(normalizeHeading(title));
}

/** The role of exactly these words, or of what is left of them without words that say nothing. */
function bare(key: string): SectionRole | undefined {
	let list = key.split(' ');
	for (;;) {
		const role = strong(list.join(' '));
		if (role || list.length === 1) return role;
		if (MODIFIERS.has(list[0]!)) list = list.slice(1);
		else if (MODIFIERS.has(list.at(-1)!)) list = list.slice(0, -1);
		else return undefined;
	}
}

function strong(key: string): SectionRole | undefined {
	return WHOLE_ONLY.has(key) ? undefined : roleByHeading(key);
}

/** `Impact: all users`, `Timeline - 3 March`, `Timeline & Detection`: the first part names the role. */
function ofParts(text: string): SectionRole | undefined {
	const [head, ...rest] = text.split(/\s[-–—|→]+\s|[–—:：;,，、・]|\s\.{2,}/);
	if (rest.length > 0) {
		const role = partRole(head!);
		if (role) return role;
	}
	const parts = text.split(/[&+/と与和及]|\s(?:and|und|et|och|og|y|e)\s/i);
	return parts.length > 1 ? partRole(parts[0]!) : undefined;
}

function partRole(part: string): SectionRole | undefined {
	const key = words(part);
	return bare(key) ?? ofComplement(key);
}

/** `Impact on users`, `Cronología del incidente`. */
function ofComplement(key: string): SectionRole | undefined {
	const list = key.split(' ');
	const at = list.findIndex((word, index) => index > 0 && PREPOSITIONS.has(word));
	if (at < 0 || list.length - at > LONGEST_COMPLEMENT + 1) return undefined;
	return bare(list.slice(0, at).join(' '));
}

/** `Timeline PST`, `Timeline 2024-01-02 UTC`. */
function ofTimelineWithZone(text: string): SectionRole | undefined {
	const [first, ...rest] = text.trim().split(/[\s,]+/);
	if (rest.length === 0 || roleByHeading(words(first!)) !== 'timeline') return undefined;
	return rest.every((word) => /^(?:[A-Z]{2,5}|[\d./:+-]+)$/.test(word)) ? 'timeline' : undefined;
}

/** `A short, confusing timeline`, `Customer / data impact`. */
function ofLastWord(key: string): SectionRole | undefined {
	const list = key.split(' ');
	return list.length > 4 ? undefined : list.at(-1) === 'timeline' ? 'timeline' : list.at(-1) === 'impact' ? 'impact' : undefined;
}

/** The text without markup, emoji and accents, in lower case only where case says nothing. */
function plain(title: string): string {
	const text = title
		.slice(0, 4 * LONGEST)
		.replace(MISREAD, ' ')
		.replace(/<[^<>]*>/g, ' ')
		.replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
		.replace(/:[a-z][\w+-]*:/g, ' ')
		.replace(/\d\uFE0F?\u20E3/g, ' ')
		.replace(/[\u2460-\u2473]/g, ' ')
		.replace(/[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0E\uFE0F\u200B-\u200D\u2060\uFEFF]/gu, ' ');
	return unaccented(text).replace(/[\\*_`#~]/g, '').trim();
}

function withoutNumbering(text: string): string {
	return text.replace(/^\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-H])(?:[.)、]+\s*|:\s+|\s+[-–—]\s+)(?!\d)|^\d{1,2}(?:\.\d{1,2}){1,3}\s+(?=\D)/, '').trim();
}

function words(text: string): string {
	return withAnd(text.toLowerCase()).replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();
}

function withAnd(text: string): string {
	return text.replace(/[&+/]/g, ' and ');
}

function splitParentheses(text: string): { outside: string; inside: string } {
	let inside = '';
	const outside = text.replace(/\(([^()]*)\)/g, (_, content: string) => {
		inside ||= content;
		return ' ';
	});
	return { outside: outside.trim(), inside };
}
