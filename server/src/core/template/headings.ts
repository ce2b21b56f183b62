/** Headings in the form in which templates and documents are compared. */
import type { Section } from '../postmortem/model';
import { normalizeHeading } from '../postmortem/roleOf';
import type { SectionRole } from '../postmortem/roles';
import type { ComparedHeadings } from './template';

/** The heading whole, and without what stands in parentheses; nothing for a section without a heading. */
export function headingKeys(title: string | undefined): readonly string[] {
	if (title === undefined) return [];
	const whole = normalizeHeading(title);
	const short = title.includes('(') ? normalizeHeading(title.replace(/\([^()]*\)/g, ' ')) : whole;
	return [...new Set([whole, short])].filter((key) => key !== '');
}

export function comparedHeadings(title: string, aliases: readonly string[]): ComparedHeadings {
	return { title: headingKeys(title), alias: aliases.map(normalizeHeading) };
}

/** The sections of a document by what they are compared by. */
export class SectionKeys {
	readonly #keys = new Map<Section, readonly string[]>();
	readonly #byKey = new Map<string, Section[]>();
	readonly #byRole = new Map<SectionRole, Section[]>();
	readonly #places = new Map<Section, number>();

	/** Made once for a document that is compared with several templates. */
	constructor(sections: readonly Section[]) {
		for (const [place, section] of sections.entries()) {
			const keys = headingKeys(section.title?.text);
			this.#places.set(section, place);
			this.#keys.set(section, keys);
			for (const key of keys) added(this.#byKey, key, section);
			if (section.role !== undefined) added(this.#byRole, section.role, section);
		}
	}

	of(section: Section): readonly string[] {
		return this.#keys.get(section)!;
	}

	/** In document order. */
	withRole(role: SectionRole | undefined): readonly Section[] {
		return (role && this.#byRole.get(role)) ?? [];
	}

	/** Those with one of the keys, in document order. */
	withOneOf(keys: readonly string[]): readonly Section[] {
		const found = new Set(keys.flatMap((key) => this.#byKey.get(key) ?? []));
		return [...found].sort((a, b) => this.#places.get(a)! - this.#places.get(b)!);
	}
}

function added<Key>(sections: Map<Key, Section[]>, key: Key, section: Section): void {
	const known = sections.get(key);
	if (known) known.push(section);
	else sections.set(key, [section]);
}
