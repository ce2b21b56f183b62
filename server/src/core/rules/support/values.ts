/** Whether a written value is one of those that a template lists. */
import type { ValueSpec } from '../../template/template';

const PLACEHOLDER = /^[\s*_`<([]*(?:todo|tbd|tbc|fixme|x{3,}|\?+|n\/?a|-+|–|—|none|unknown|yyyy[-/.]mm[-/.]dd|20xx(?:[-/.]\w\w){0,2}|hh:mm|<[^<>]*>|\[[^[\]]*\]|\{[^{}]*\})[\s*_`>)\].]*$/i;

/** Nothing is said, or that it is to be said later. */
export function isPlaceholder(value: string): boolean {
	return value.trim() === '' || PLACEHOLDER.test(value);
}

/** A listed value, however it is spaced and cased, an explanation or not behind it: `Sev-3`, `SEV2 (Major degradation)`. */
export function isListed(value: string, listed: readonly ValueSpec[]): boolean {
	return listed.some((spec) => [spec.value, ...spec.aliases].some((each) => begins(value, each)));
}

/** Whether `value` begins with `listed`, letters and digits compared only, and that word ends there. */
function begins(value: string, listed: string): boolean {
	const wanted = lettersOf(listed);
	if (wanted === '') return false;
	let at = 0;
	let matched = 0;
	for (const char of value.toLowerCase()) {
		if (matched === wanted.length) return !/[\p{L}\p{N}]/u.test(char);
		at += char.length;
		if (!/[\p{L}\p{N}]/u.test(char)) continue;
		if (!wanted.startsWith(char, matched)) return false;
		matched += char.length;
	}
	return at > 0 && matched === wanted.length;
}

function lettersOf(value: string): string {
	return value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The part of a value that must be a listed one: up to the explanation in brackets or behind a dash, colon or comma. */
export function headOf(value: string): string {
	return value.split(/[(（:：,;/|]|\s[-–—]\s/, 1)[0]!.trimEnd();
}
