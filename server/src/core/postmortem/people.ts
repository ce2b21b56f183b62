/** The people whom a document names: responders, owners, those who act in the timeline, @handles. */
import type { Person } from '../config/config';
import type { Chunk } from '../markdown/blocks';
import { inEachChunk } from '../markdown/each-chunk';
import { plainText, unwrapped } from '../markdown/inline';
import { movedBy, type Part, type Recalled } from '../markdown/recall';
import { oncePer, oncePerText } from '../text/once';
import { written, type TextSpan, type Written } from '../text/span';
import type { ActionList, Field, Timeline } from './model';

const PEOPLE_FIELDS = new Set(['commander', 'owner', 'authors', 'responders']);
const NAME = /^@?\p{L}[\p{L}\p{N}'’._-]*(?:\s+\p{Lu}[\p{L}'’.-]*){0,3}$/u;
const NO_PERSON = /^@?(?:team|n\/?a|none|tb[acd]|todo|nobody|unassigned|owner|name|unknown|all|everyone|ci\/cd|system|monitoring|automated|prometheus|alertmanager|kubernetes|support|on-?call|sre|devops|dev|ops|engineering|engineers?|-)$/i;

/** A name somewhere in the document; where, is looked up when somebody asks. */
interface Mention {
	readonly text: string;
	readonly at: () => Written;
}

/** Those whom anything but the action items names. */
export interface Named {
	readonly inFieldsAndRows: readonly Mention[];
	readonly byHandle: readonly Mention[];
}

export function readNamed(text: string, chunks: readonly Chunk[], fields: readonly Field[], timelines: readonly Timeline[]): Named {
	const inFields = fields.flatMap(({ name, value: { text: value, span } }) => (PEOPLE_FIELDS.has(name) ? namesInValue(value).map((each) => ({ text: each.text, at: () => movedBy(each, span.start) })) : []));
	const inRows = timelines.flatMap((timeline) => mentions(timeline.part.keep('acting', [], () => actingIn(text, timeline))));
	return { inFieldsAndRows: [...inFields, ...inRows], byHandle: inEachChunk(text, chunks, 'handles', [], handlesIn).map((each) => ({ text: each.text, at: () => each })) };
}

/** Each once, by the name without its case, at the first place. */
export function readPeople({ inFieldsAndRows, byHandle }: Named, actionLists: readonly ActionList[]): readonly Written[] {
	const owners = actionLists.flatMap((list) => mentions(list.part.keep('owners', [], () => list.items.flatMap((item) => item.owners))));
	const found = new Map<string, Written>();
	for (const mention of [...inFieldsAndRows, ...owners, ...byHandle]) {
		const key = keyOf(mention.text);
		if (!found.has(key) && !NO_PERSON.test(mention.text)) found.set(key, mention.at());
	}
	return [...found.values()];
}

const keyOf = oncePerText((name) => name.replace(/^@/, '').toLowerCase());

function mentions(kept: Recalled<readonly Written[]>): Mention[] {
	return kept.anywhere.map(({ text }, index) => ({ text, at: () => kept.here[index]! }));
}

/** Those who act in the rows of a timeline, each written name once. */
function actingIn(text: string, { entries }: Timeline): readonly Written[] {
	const acting = new Map<string, Written>();
	for (const { who } of entries) if (who && !acting.has(who.text)) acting.set(who.text, who);
	return [...acting.values()].flatMap(({ span }) => movedBy(namesInValue(text.slice(span.start, span.end)), span.start));
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

/** Names in a list of them; places count from its start. */
const namesInValue = oncePerText((value): readonly Written[] => {
	const names: Written[] = [];
	for (const part of value.matchAll(/[^,;/&]+/g)) {
		const bare = part[0].split(/[([]/)[0]!;
		const span = unwrapped(value, { start: part.index, end: part.index + bare.length });
		const name = plainText(value.slice(span.start, span.end));
		if (NAME.test(name)) names.push(written(value, span));
	}
	return names;
});
