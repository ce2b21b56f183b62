/** The people whom a document names: responders, owners, those who act in the timeline, @handles. */
import type { Person } from '../config/config';
import type { Chunk } from '../markdown/blocks';
import { inEachChunk } from '../markdown/each-chunk';
import { plainText, unwrapped } from '../markdown/inline';
import type { Part } from '../markdown/recall';
import { oncePer } from '../text/once';
import { written, type TextSpan, type Written } from '../text/span';
import type { ActionList, Field, Timeline } from './model';

const PEOPLE_FIELDS = new Set(['commander', 'owner', 'authors', 'responders']);
const NAME = /^@?\p{L}[\p{L}\p{N}'’._-]*(?:\s+\p{Lu}[\p{L}'’.-]*){0,3}$/u;
const NO_PERSON = /^@?(?:team|n\/?a|none|tb[acd]|todo|nobody|unassigned|owner|name|unknown|all|everyone|ci\/cd|system|monitoring|automated|prometheus|alertmanager|kubernetes|support|on-?call|sre|devops|dev|ops|engineering|engineers?|-)$/i;

/** Each once, by the name without its case, at the first place. */
export function readPeople(text: string, chunks: readonly Chunk[], fields: readonly Field[], timelines: readonly Timeline[], actionLists: readonly ActionList[]): readonly Written[] {
	const found: Written[] = [];
	for (const field of fields) if (PEOPLE_FIELDS.has(field.name)) found.push(...namesIn(text, field.value.span));
	for (const timeline of timelines) found.push(...timeline.part.recall('acting', [], () => actingIn(text, timeline)));
	for (const list of actionLists) found.push(...list.part.recall('owners', [], () => list.items.flatMap(({ owners }) => owners)));
	found.push(...inEachChunk(text, chunks, 'handles', [], handlesIn));
	const seen = new Set<string>();
	return found.filter((name) => {
		const key = name.text.replace(/^@/, '').toLowerCase();
		if (seen.has(key) || NO_PERSON.test(name.text)) return false;
		seen.add(key);
		return true;
	});
}

/** Those who act in the rows of a timeline, each written name once. */
function actingIn(text: string, { entries }: Timeline): readonly Written[] {
	const acting = new Map<string, Written>();
	for (const { who } of entries) if (who && !acting.has(who.text)) acting.set(who.text, who);
	return [...acting.values()].flatMap(({ span }) => namesIn(text, span));
}

/** What the people may be called: the whole name and its first word, in lower case. */
export function namesOf(people: readonly Written[], known: readonly Person[]): ReadonlySet<string> {
	const names = [...people.map(({ text }) => text.replace(/^@/, '')), ...known.flatMap(({ name, handle }) => [name, ...(handle ? [handle] : [])])];
	return new Set(names.flatMap((name) => [name.toLowerCase(), name.split(/\s/)[0]!.toLowerCase()]));
}

const sortedNames = oncePer((names: ReadonlySet<string>): readonly string[] => [...names].sort());
const joinedNames = oncePer((names: ReadonlySet<string>): string => sortedNames(names).join());

/** Those of the names that may stand in the text of a part: all that a reading of it, as far as it asks for names, depends on. */
export function namesTold(text: string, part: Part, { start, end }: TextSpan, names: ReadonlySet<string>): string {
	return part.fact('names told', [joinedNames(names)], () => {
		const lower = text.slice(start, end).toLowerCase();
		return sortedNames(names).filter((name) => lower.includes(name.split(/\s/)[0]!)).join();
	});
}

const HANDLE = /(?<![\p{L}\p{N}_./`])@[A-Za-z][A-Za-z0-9-]{1,38}(?![\p{L}\p{N}/.])/gu;

function handlesIn(stretch: string, start: number): readonly Written[] {
	return Array.from(stretch.matchAll(HANDLE), ({ 0: text, index }) => ({ text, span: { start: start + index, end: start + index + text.length } }));
}

function namesIn(text: string, at: TextSpan): Written[] {
	const names: Written[] = [];
	const source = text.slice(at.start, at.end);
	for (const part of source.matchAll(/[^,;/&]+/g)) {
		const bare = part[0].split(/[([]/)[0]!;
		const span = unwrapped(text, { start: at.start + part.index, end: at.start + part.index + bare.length });
		const name = plainText(text.slice(span.start, span.end));
		if (NAME.test(name)) names.push(written(text, span));
	}
	return names;
}
