/** Whether a document that was read over its versions says the same as one that is read from scratch. */
import { documentSymbols } from '../../server/src/core/features/documentSymbols';
import { DEFAULT_CONFIG } from '../../server/src/core/config/load';
import type { Postmortem, Section } from '../../server/src/core/postmortem/model';
import { Reading } from '../../server/src/core/reading';
import { DocumentReader } from '../../server/src/core/service';
import { builtinTemplates } from '../../server/src/core/template/builtin';
import { edited } from './edits';

const PROJECT = { path: 'docs/2025-02-11-incident.md', folder: undefined, config: DEFAULT_CONFIG, templates: builtinTemplates(), files: [] };
const NOW = Date.UTC(2025, 5, 1);
/** Longer documents lose a part before the next edit. */
const LONGEST = 30_000;

export interface Difference {
	readonly edit: number;
	readonly text: string;
	readonly before: string;
	/** The first place where the two differ, as written out. */
	readonly incremental: string;
	readonly fromScratch: string;
}

/**
 * Edits a document again and again; the first difference between reading it over its versions and from scratch. Every
 * second version is looked at only when the next one was read: a version never changes.
 */
export function firstDifference(document: string, edits: number, random: () => number): Difference | undefined {
	const reader = new DocumentReader();
	let text = document;
	told(read(text, reader));
	let waiting: { readonly edit: number; readonly text: string; readonly before: string; readonly reading: Reading } | undefined;
	for (let edit = 0; edit < edits; edit++) {
		const before = text;
		text = random() < 0.04 ? document : edited(text.length > LONGEST ? text.slice(0, LONGEST >> 1) : text, random);
		const version = { edit, text, before, reading: read(text, reader) };
		void version.reading.doc;
		const found = waiting && differenceIn(waiting);
		if (found) return found;
		waiting = edit % 2 === 0 && edit < edits - 1 ? version : undefined;
		const own = waiting ? undefined : differenceIn(version);
		if (own) return own;
	}
	return undefined;
}

function differenceIn({ reading, ...version }: { readonly edit: number; readonly text: string; readonly before: string; readonly reading: Reading }): Difference | undefined {
	const [incremental, fromScratch] = [told(reading), told(read(version.text))];
	if (incremental === fromScratch) return undefined;
	let at = 0;
	while (incremental[at] === fromScratch[at]) at++;
	return { ...version, incremental: incremental.slice(Math.max(0, at - 300), at + 200), fromScratch: fromScratch.slice(Math.max(0, at - 300), at + 200) };
}

/** The place where the last of the versions says something else than when it is read from scratch; `undefined`: nowhere. */
export function differenceOver(versions: readonly string[]): string | undefined {
	const reader = new DocumentReader();
	const overVersions = versions.map((text) => told(read(text, reader))).at(-1)!;
	const fromScratch = told(read(versions.at(-1)!));
	const at = [...fromScratch].findIndex((letter, index) => letter !== overVersions[index]);
	return overVersions === fromScratch ? undefined : `${overVersions.slice(Math.max(0, at - 100), at + 100)} instead of ${fromScratch.slice(Math.max(0, at - 100), at + 100)}`;
}

function read(text: string, reader = new DocumentReader()): Reading {
	return new Reading(text, PROJECT, NOW, { reader, decided: 'postmortem', onCrash: (rule, error) => { throw new Error(rule, { cause: error }); } });
}

/** All that was understood, and all that was found in it with the ways out. */
function told(reading: Reading): string {
	const findings = reading.findings.map((finding) => ({ ...finding, fixes: finding.fixes() }));
	return JSON.stringify([plain(reading.doc), findings, documentSymbols(reading.doc)]);
}

/** Without circles: a section is its place among the sections. */
function plain(doc: Postmortem): unknown {
	const places = new Map<unknown, number>(doc.sections.map((section, index) => [section, index]));
	const shown = (section: Section) => ({ role: section.role, title: section.title, level: section.level, marked: section.marked, heading: section.heading, span: section.span, body: section.body, blocks: section.blocks, parent: places.get(section.parent), children: section.children.map((child) => places.get(child)) });
	const sections = doc.sections.map(shown);
	const lines = Array.from({ length: doc.lines.count }, (_, line) => doc.lines.line(line).start);
	const timelines = doc.timelines.map(({ section, shape, span, entries, table, zone, zonesAbove }) => ({ section, shape, span, entries, table, zone, zonesAbove }));
	const actionLists = doc.actionLists.map(({ section, shape, span, items, table }) => ({ section, shape, span, items, table }));
	const rest = { ...doc, sections: undefined, timelines, actionLists, lines: [doc.lines.ending, lines], templates: undefined, chunks: doc.chunks.map(({ start, end, blocks }) => ({ start, end, blocks })), template: { ...doc.template, template: doc.template.template.name } };
	return [sections, JSON.parse(JSON.stringify(rest, (name, value: unknown) => places.get(value) ?? (name === 'spec' ? (value as { title: string }).title : value)))];
}
