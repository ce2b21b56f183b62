/** What must hold for every rewrite on every document, as a list of breaches. */
import { plainText } from '../../server/src/core/markdown/inline';
import type { Postmortem, TableModel, TimelineEntry } from '../../server/src/core/postmortem/model';
import { missingSections } from '../../server/src/core/rewrites/new-section';
import type { Rewrite, RewriteKind } from '../../server/src/core/rewrites/rewrite';
import { fixAllOf } from '../../server/src/core/rules/fix-all';
import { sectionMissing } from '../../server/src/core/rules/section-missing';
import { columnRoleOf } from '../../server/src/core/template/columns';
import { applyEdits, type SpanEdit } from '../../server/src/core/text/edit';
import type { TextSpan } from '../../server/src/core/text/span';
import { epochMs, formatDate, formatMoment } from '../../server/src/core/time/moment';
import { lintDocument } from './lint';
import { cursorsOf, selectionsOf } from './places';
import { lostParts } from './words';

export type Law = 'no words lost' | 'rows read back' | 'actions read back' | 'twice is once' | 'line endings' | 'edits apart' | 'finding gone' | 'no new error';

export interface Breach {
	/** A kind of rewrite, or a rule's id. */
	readonly kind: string;
	readonly law: Law;
	readonly title: string;
	readonly detail: string;
	readonly after: string;
}

export interface Outcome {
	/** How many offers of each kind were applied. */
	readonly applied: Readonly<Record<string, number>>;
	/** Timelines and action lists that no table could be made of: `timeline code`. */
	readonly refused: readonly string[];
	readonly breaches: readonly Breach[];
}

export interface Offer {
	readonly kind: RewriteKind | 'insertSections';
	readonly title: string;
	readonly edits: readonly SpanEdit[];
	/** Where it was offered. */
	readonly at: TextSpan;
}

/** Applies every offer that a cursor or selection anywhere in the document gets, each on its own. */
export function applyAll(text: string, read: (text: string) => Postmortem, rewrites: readonly Rewrite[]): Outcome {
	const doc = read(text);
	const applied: Record<string, number> = {};
	const breaches: Breach[] = [];
	for (const offer of offersOf(doc, rewrites)) {
		applied[offer.kind] = (applied[offer.kind] ?? 0) + 1;
		breaches.push(...breachesOf(doc, offer, read, rewrites));
	}
	const lists = [...doc.timelines.map(({ shape, span }) => ({ shape, span, what: 'timeline' })), ...doc.actionLists.map(({ shape, span }) => ({ shape, span, what: 'actions' }))].filter(({ shape }) => shape !== 'table');
	const refused = lists.filter(({ span: { start } }) => !rewrites.some((rewrite) => rewrite.kind.endsWith('ToTable') && rewrite.offers(doc, { start, end: start }).length > 0));
	return { applied, refused: refused.map(({ what, shape }) => `${what} ${shape}`), breaches };
}

/** Each different edit once. Conversions are offered for the document as a whole. */
export function offersOf(doc: Postmortem, rewrites: readonly Rewrite[]): Offer[] {
	const places = [...cursorsOf(doc), ...selectionsOf(doc)];
	const whole = { start: 0, end: doc.text.length };
	const offers = new Map<string, Offer>();
	for (const rewrite of rewrites) {
		for (const at of rewrite.kind === 'convertDocument' ? [whole] : places) {
			for (const { kind, title, edits } of rewrite.offers(doc, at)) {
				const key = `${kind} ${title} ${edits.map(({ span, newText }) => `${span.start} ${span.end} ${newText}`).join()}`;
				if (!offers.has(key)) offers.set(key, { kind, title, edits, at });
			}
		}
	}
	const findings = lintDocument(doc, [sectionMissing]);
	const fix = fixAllOf(sectionMissing.id, findings) ?? findings[0]?.fixes()[0];
	if (fix) offers.set('insertSections', { kind: 'insertSections', title: fix.title, edits: fix.edits, at: whole });
	return [...offers.values()];
}

export function breachesOf(doc: Postmortem, offer: Offer, read: (text: string) => Postmortem, rewrites: readonly Rewrite[]): Breach[] {
	const breaches: Breach[] = [];
	let after = '';
	const breach = (law: Law, detail: string) => breaches.push({ kind: offer.kind, law, title: offer.title, detail, after });
	try {
		after = applyEdits(doc.text, offer.edits);
	} catch (error) {
		breach('edits apart', String(error));
		return breaches;
	}
	if (after === doc.text) breach('twice is once', 'offered, and changes nothing');
	const lost = lostParts(doc.text, `${after}\n${joinedName(offer)}`, excusedOf(doc, offer, after));
	if (lost.length) breach('no words lost', lost.slice(0, 8).join(' '));
	const strange = strangeEnding(doc.text, after);
	if (strange) breach('line endings', strange);
	const again = read(after);
	const row = differenceOfRows(rowsOf(doc, offer), rowsOf(again, offer), after, offer.kind);
	if (row) breach('rows read back', row);
	const action = differenceOfActions(actionsOf(doc), actionsOf(again), offer.kind);
	if (action) breach('actions read back', action);
	if (offer.kind === 'insertSections') {
		const left = missingSections(again);
		if (left.length) breach('twice is once', `still missing: ${left.map(({ spec }) => spec.title).join(', ')}`);
	} else {
		const left = sameOffers(again, offer, movedBy(offer), rewrites);
		const before = sameOffers(doc, offer, offer.at, rewrites);
		if (left >= before) breach('twice is once', `still offered: ${left} after ${before}`);
	}
	return breaches;
}

/** Headers of names and values that no list needs. */
const GENERIC_TITLES = ['Field', 'Value', 'Key', 'Property', 'Attribute', 'Detail', 'Details', 'Item', 'Metric', 'Name', 'Parameter', 'Fact'];

/** Titles of columns: a label may move into one, and a list has no use for those of times and events. A conversion names another template. */
function excusedOf(doc: Postmortem, { kind }: Offer, after: string): string[] {
	if (kind === 'actionsToTable') return [...doc.template.template.actions.columns.map(({ title }) => title), ...columnTitles(after)];
	if (kind === 'convertDocument') return [doc.template.template.name];
	if (kind === 'fieldsToTable') return GENERIC_TITLES;
	if (kind !== 'tableToList') return [];
	const texts = [...doc.timelines.map(({ table, entries }) => ({ table, text: entries[0]?.textSpans[0] })), ...doc.actionLists.map(({ table, items }) => ({ table, text: items[0]?.textSpans[0] }))];
	return [...GENERIC_TITLES, ...texts.flatMap(({ table, text }) => (table ? untitledColumns(doc, table, text?.start ?? -1) : []))];
}

/** What a heading that is split may lose once: the joining word, and the second name where a label says it again. */
function joinedName({ title }: Offer): string {
	const joint = title.startsWith('Split `') ? title.search(/[&+/]|\s(?:and|und|et|og|och|và|[yei및])\s/u) : -1;
	return joint < 0 ? '' : title.slice(joint, title.lastIndexOf('`'));
}

/** Columns of times and texts, the longest one where none is of texts, and those without a word. */
function untitledColumns({ text }: Postmortem, { block, columns }: TableModel, textStart: number): string[] {
	const main = block.rows.flatMap(({ cells }) => cells.findIndex(({ start, end }) => start <= textStart && textStart <= end)).find((index) => index >= 0);
	const lengths = columns.map((_, index) => block.rows.map(({ cells }) => cells[index] ?? { start: 0, end: 0 }).reduce((sum, { start, end }) => sum + (/[\p{L}\p{N}]/u.test(text.slice(start, end)) ? end - start : 0), 0));
	return columns.filter(({ role }, index) => ['time', 'date', 'event', 'action'].includes(role) || index === main || lengths[index] === 0 || lengths[index] === Math.max(...lengths)).map(({ title }) => title.text);
}

/** A label goes into the title of a column once, for all rows: `Assignee: Mara`. */
export function columnTitles(text: string): string[] {
	const headers = [...text.matchAll(/^[ \t>]*\|(.+)\|[ \t]*\r?\n[ \t>]*\|[ :|-]+\|[ \t]*$/gm)].flatMap(([, header]) => header!.split('|').map((title) => title.trim()));
	return headers.filter((title) => columnRoleOf(title) !== 'other');
}

/** Where the cursor or selection is after the edits: over all that they wrote. Headings are written beyond it, with lines between that nobody selected. */
function movedBy({ kind, edits, at }: Offer): TextSpan {
	if (kind === 'headings') return { start: at.start, end: edits.filter(({ span }) => span.end <= at.end && at.start < at.end).reduce((end, { span, newText }) => end + newText.length - (span.end - span.start), at.end) };
	const first = Math.min(at.start, ...edits.map(({ span }) => span.start));
	const growth = edits.reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0);
	return at.start === at.end ? { start: at.start, end: at.start } : { start: first, end: Math.max(first, Math.max(at.end, ...edits.map(({ span }) => span.end)) + growth) };
}

function sameOffers(doc: Postmortem, { kind, title }: Offer, at: TextSpan, rewrites: readonly Rewrite[]): number {
	const whole = { start: 0, end: doc.text.length };
	const places = at.start === at.end ? [at, whole] : [at];
	return places.reduce((sum, place) => sum + rewrites.filter((rewrite) => rewrite.kind === kind).flatMap((rewrite) => rewrite.offers(doc, place)).filter((other) => other.title === title && other.edits.length > 0).length, 0);
}

/** A kind of line ending that the text had nowhere, or a byte order mark that is gone. */
export function strangeEnding(before: string, after: string): string | undefined {
	const kinds = new Set(before.match(/\r\n|\r|\n/g) ?? ['\n', '\r\n']);
	const strange = (after.match(/\r\n|\r|\n/g) ?? []).find((ending) => !kinds.has(ending));
	if (strange) return JSON.stringify(strange);
	return before.startsWith('\ufeff') && !after.startsWith('\ufeff') ? 'the byte order mark' : undefined;
}

// ── reading back ────────────────────────────────────────────────────────────────────────────────────────────────────

interface Row {
	readonly moment: string;
	/** Of the text that the reader gives the row, its time and its name. */
	readonly words: ReadonlySet<string>;
	/** Of all that stands in the row. */
	readonly all: ReadonlySet<string>;
	/** For the message. */
	readonly text: string;
}

/** The first row that reads otherwise after the rewrite, or `undefined`. */
function differenceOfRows(before: readonly Row[], after: readonly Row[], text: string, kind: Offer['kind']): string | undefined {
	const mayGrow = kind === 'timelineToTable' && after.length > before.length;
	const everywhere = mayGrow ? new Set(after.flatMap(({ all }) => [...all])) : new Set<string>();
	const isParted = (row: Row) => after.some(({ moment }) => moment === row.moment) && isPart(row.words, everywhere); // a paragraph whose sentences are rows
	if (mayGrow) return before.map((row) => (isParted(row) || after.some((other) => isSame(row, other, text, kind)) ? undefined : `gone: ${said(row)}`)).find((each) => each !== undefined);
	if (before.length !== after.length) return `${before.length} rows → ${after.length}: ${said(before.find((row, index) => !after[index] || !isSame(row, after[index], text, kind)) ?? after.at(-1)!)}`;
	const at = before.findIndex((row, index) => !isSame(row, after[index]!, text, kind));
	return at < 0 ? undefined : `${said(before[at]!)} → ${said(after[at]!)}`;
}

/** Nothing that was read is gone, and nothing is read that was not there. What stands below a table is missing in its row; a list says the titles of its columns. */
function isSame(before: Row, after: Row, text: string, kind: Offer['kind']): boolean {
	if (before.moment !== after.moment && !(kind === 'tableToList' && before.moment === '')) return false; // without a time of its own, a second column may give one
	if (kind === 'timeZone') return true;
	const isBelow = kind === 'timelineToTable' && text.includes('(see below');
	return (isBelow || isPart(before.words, after.all)) && (kind === 'tableToList' || isPart(after.words, before.all, kind === 'timelineToTable'));
}

/** Whether all words are there; with `dated` the day may come from a line above. */
function isPart(words: ReadonlySet<string>, all: ReadonlySet<string>, dated = false): boolean {
	const missing = [...words].filter((word) => !all.has(word));
	return missing.length === 0 || (dated && missing.length <= 4 && missing.some((word) => /\d/.test(word)));
}

/** Sentences go to the end of the table that is there. */
function rowsOf(doc: Postmortem, { kind, title }: Offer): Row[] {
	const rows = doc.timelines.flatMap(({ entries }) => entries).map((entry) => {
		const words = wordsIn(`${entry.written.text} ${entry.text} ${entry.who?.text ?? ''}`);
		return { moment: momentOf(entry, kind), words, all: new Set([...words, ...wordsIn(doc.text.slice(entry.rowSpan.start, entry.rowSpan.end))]), text: entry.text };
	});
	return ['sortTimeline', 'convertDocument'].includes(kind) || title.startsWith('Turn ') ? rows.sort((a, b) => compare(a.moment, b.moment) || compare(bare(a.text), bare(b.text))) : rows;
}

function momentOf({ at, until, dateOnly }: TimelineEntry, kind: Offer['kind']): string {
	if (!at) return '';
	if (dateOnly && at.date && !until) return formatDate(at.date);
	if (kind === 'timeZone') return String(epochMs(at) ?? formatMoment(at));
	return `${formatMoment(at)}${until ? `…${formatMoment(until)}` : ''}`;
}

function wordsIn(text: string): ReadonlySet<string> {
	return new Set(bare(text).split(' '));
}

interface Item {
	readonly text: string;
	readonly facts: string;
}

function actionsOf(doc: Postmortem): Item[] {
	return doc.actionLists.flatMap(({ items }) => items.map(({ text, owners, due, done, links }) => ({ text: bare(text), facts: `${owners.map(({ text: name }) => bare(name)).join()} | ${due?.date ? formatDate(due.date) : ''} | ${done} | ${links.map((link) => link.text).sort().join()}` })));
}

function differenceOfActions(before: readonly Item[], after: readonly Item[], kind: Offer['kind']): string | undefined {
	if (kind === 'convertDocument') return undefined;
	if (before.length !== after.length) return `${before.length} actions → ${after.length}`;
	const at = before.findIndex(({ text, facts }, index) => facts !== after[index]!.facts || !(text === after[index]!.text || kind === 'actionsToTable' || (kind === 'tableToList' && isPart(new Set(text.split(' ')), new Set(after[index]!.text.split(' '))))));
	return at < 0 ? undefined : `${before[at]!.text} | ${before[at]!.facts} → ${after[at]!.text} | ${after[at]!.facts}`;
}

function said({ moment, text }: Row): string {
	return `${moment} ${text.slice(0, 80)}`;
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Words and numbers alone: marks around them may go. Where a script without spaces begins, a word ends. */
function bare(text: string): string {
	return (plainText(text.replace(/\(see below(?:, \d+)?\)/g, '').replaceAll('\\|', '|')).match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー])[\p{L}\p{M}\p{N}])+/gu) ?? []).join(' ');
}
