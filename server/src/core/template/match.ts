/** Which sections of a document fill which sections of a template, and how well the two fit. */
import type { Section, SectionMatch } from '../postmortem/model';
import { comparedHeadings, SectionKeys } from './headings';
import type { ComparedHeadings, SectionSpec, Template } from './template';

export interface TemplateMatch {
	/** In template order, nested sections behind their parent. */
	readonly matches: readonly SectionMatch[];
	/** 0 to 1: how much of the template the document has, and how much of the document the template knows. */
	readonly score: number;
}

/** How much an optional section of the template weighs beside a required one. */
const OPTIONAL = 0.25;
/** How much a section that has the role but another heading weighs beside one with the heading. */
const BY_ROLE = 0.6;
const BY_ALIAS = 0.9;
/** How much more the very heading weighs where it has so many words that it is no coincidence. */
const DISTINCTIVE = 1.5;
const DISTINCTIVE_WORDS = 3;

/** The roles of what lessons are divided into. */
const OF_LESSONS: ReadonlySet<Section['role']> = new Set(['went-well', 'went-wrong', 'lucky']);

type Strength = 'title' | 'alias' | 'role';
const WEIGHT: Readonly<Record<Strength, number>> = { title: 1, alias: BY_ALIAS, role: BY_ROLE };

interface Slot {
	readonly spec: SectionSpec;
	readonly parent: Slot | undefined;
	readonly keys: ComparedHeadings;
	readonly sections: Section[];
	strength: Strength | undefined;
}

/**
 * A heading beats an alias, an alias beats a role; a section fills one spec at most. A nested spec is looked for under
 * its parent first. Sections of one heading side by side fill a spec together: they are duplicates.
 */
export function matchTemplate(template: Template, sections: readonly Section[], keys = new SectionKeys(sections)): TemplateMatch {
	const slots: Slot[] = [];
	collect(template.sections, undefined, slots);
	const used = new Set<Section>();
	const whole = aroundOthers(sections);
	const fill = (slot: Slot, found: Section | undefined, strength: Strength): void => {
		if (!found) return;
		slot.sections.push(found);
		slot.strength ??= strength;
		used.add(found);
	};

	for (const strength of ['title', 'alias', 'role'] as const) {
		for (const nested of [false, true]) {
			for (const slot of slots) {
				if (slot.sections.length > 0 || (slot.parent !== undefined) !== nested) continue;
				fill(slot, find(slot, strength), strength);
			}
		}
	}
	for (const slot of slots) {
		const [first] = slot.sections;
		if (!first) continue;
		for (const section of keys.withOneOf([...keys.of(first), ...slot.keys.title, ...slot.keys.alias])) if (!used.has(section) && isTwin(slot, first, section)) fill(slot, section, 'title');
		slot.sections.sort((a, b) => a.heading.start - b.heading.start);
	}
	return { matches: toMatches(slots), score: scoreOf(slots, sections, used) };

	/** The shallowest free section that fits, the first of them, or the one that says the title among other words; under the parent's section where there is one. */
	function find(slot: Slot, strength: Strength): Section | undefined {
		const alike = strength === 'role' ? keys.withRole(slot.spec.role) : keys.withOneOf(slot.keys[strength]);
		const fitting = alike.filter((section) => !used.has(section) && (strength !== 'role' || hasRoleOf(slot, section)) && !isInverted(slot, section));
		const owner = slot.parent?.sections[0];
		const inside = owner ? fitting.filter((section) => isUnder(section, owner)) : [];
		const near = inside.length > 0 ? inside : fitting;
		const best = shallowest(near);
		return strength === 'role' && near.length > 1 ? (near.find((section) => section.level === best!.level && saysTitle(slot, section)) ?? best) : best;
	}

	function saysTitle(slot: Slot, section: Section): boolean {
		return keys.of(section).some((key) => slot.keys.title.some((title) => ` ${key} `.includes(` ${title} `)));
	}

	function hasRoleOf(slot: Slot, section: Section): boolean {
		if (slot.spec.role === 'metadata' && slot.spec.content !== 'fields') return false; // a line of facts is no list of responders
		if (section === whole) return false;
		return slot.parent !== undefined || !hasRoleAbove(section);
	}

	/** A part holds not the whole: neither its owner's section, nor is it around that. */
	function isInverted(slot: Slot, section: Section): boolean {
		return slot.parent?.sections.some((owner) => isUnder(owner, section)) === true || slots.some((each) => each.parent === slot && each.sections.some((inner) => isUnder(section, inner)));
	}

	function isTwin(slot: Slot, first: Section, section: Section): boolean {
		if (section.parent !== first.parent || section.level !== first.level) return false;
		const own = keys.of(section);
		if (own.some((key) => keys.of(first).includes(key))) return true;
		if (slot.strength === 'role' || slot.spec.sections.length > 0) return false;
		return own.some((key) => slot.keys.title.includes(key) || slot.keys.alias.includes(key));
	}
}

function collect(specs: readonly SectionSpec[], parent: Slot | undefined, slots: Slot[]): void {
	for (const spec of specs) {
		const slot: Slot = { spec, parent, keys: spec.compared ?? comparedHeadings(spec.title, spec.aliases), sections: [], strength: undefined };
		slots.push(slot);
		collect(spec.sections, slot, slots);
	}
}

function shallowest(sections: readonly Section[]): Section | undefined {
	return sections.reduce<Section | undefined>((best, section) => (best && best.level <= section.level ? best : section), undefined);
}

function isUnder(section: Section, ancestor: Section): boolean {
	for (let at = section.parent; at; at = at.parent) if (at === ancestor) return true;
	return false;
}

/** A part of a section that has a role belongs to that section; what lessons are about has a name of its own. */
function hasRoleAbove(section: Section): boolean {
	for (let at = section.parent; at; at = at.parent) {
		if (at.role !== undefined && at.level > 1) return !(at.role === 'lessons' && OF_LESSONS.has(section.role));
	}
	return false;
}

/** `# Incident: login down` over all sections: a title rather than one of them, whatever it begins with. */
function aroundOthers(sections: readonly Section[]): Section | undefined {
	const [first, ...others] = sections.filter(({ level, title }) => level === 1 && title);
	return others.length === 0 && first?.children.some(({ role }) => role !== undefined && role !== first.role) ? first : undefined;
}

function toMatches(slots: readonly Slot[]): readonly SectionMatch[] {
	const made = new Map<Slot, SectionMatch>();
	for (const slot of slots) made.set(slot, { spec: slot.spec, parent: slot.parent && made.get(slot.parent), sections: slot.sections });
	return [...made.values()];
}

/** The harmonic mean of what the template's sections and the document's sections have in common. */
function scoreOf(slots: readonly Slot[], sections: readonly Section[], used: ReadonlySet<Section>): number {
	const top = slots.filter((slot) => !slot.parent);
	const weight = (slot: Slot): number => (slot.spec.required ? 1 : OPTIONAL);
	const wanted = sum(top.map((slot) => (slot.spec.required || slot.strength ? weight(slot) : 0)));
	const had = sum(top.map((slot) => (slot.strength ? weight(slot) * WEIGHT[slot.strength] * (isDistinctive(slot) ? DISTINCTIVE : 1) : 0)));
	const outer = outermost(sections);
	const known = outer.filter((section) => used.has(section)).length;
	if (wanted === 0 || had === 0 || outer.length === 0) return 0;
	const [recall, precision] = [Math.min(1, had / wanted), Math.max(known, 0.5) / outer.length];
	return (2 * recall * precision) / (recall + precision);
}

function isDistinctive({ spec, strength }: Slot): boolean {
	return strength === 'title' && spec.title.split(' ').length >= DISTINCTIVE_WORDS;
}

/** The sections of the highest level that is no lone title over all the others. */
function outermost(sections: readonly Section[]): readonly Section[] {
	const titled = sections.filter((section) => section.title !== undefined);
	let level = Math.min(...titled.map((section) => section.level));
	const first = titled.filter((section) => section.level === level);
	if (first.length === 1 && first[0]!.children.length > 0) level = Math.min(...first[0]!.children.map((child) => child.level));
	return titled.filter((section) => section.level === level);
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
