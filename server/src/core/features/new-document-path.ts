/** Where a new document goes: the config's pattern with its names filled in. */

const LONGEST_SLUG = 60;

export interface PathAnswers {
	readonly title: string;
	/** `YYYY-MM-DD`. */
	readonly date: string;
	/** The template's name. */
	readonly template: string;
}

/** @returns a path with `/`, relative like the pattern. */
export function newDocumentPath(pattern: string, { title, date, template }: PathAnswers): string {
	const names: Readonly<Record<string, string>> = { date, slug: slugOf(title), template: slugOf(template) };
	return pattern.replace(/\{(date|slug|template)\}/g, (_, name: string) => names[name]!);
}

/** A title as part of a file name: letters and digits of any script, in lower case, with single dashes between words. */
export function slugOf(title: string): string {
	const words = title.normalize('NFKD').replace(/[\u0300-\u036F]/g, '').normalize('NFC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	let slug = '';
	for (const word of words) {
		if (slug !== '' && slug.length + 1 + word.length > LONGEST_SLUG) break;
		slug += `${slug === '' ? '' : '-'}${word}`;
	}
	return slug.slice(0, LONGEST_SLUG) || 'postmortem';
}
