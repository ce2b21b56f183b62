/** What must hold for every rewrite on every document, as a list of breaches. */
import { plainText } from '../../server/src/core/markdown/inline';
import type { Postmortem } from '../../server/src/core/postmortem/model';
import { insertSectionEdits, missingSections } from '../../server/src/core/rewrites/insert-sections';
import { partsOf } from '../../server/src/core/rewrites/lossless';
import type { Rewrite, RewriteKind } from '../../server/src/core/rewrites/rewrite';
import { columnRoleOf } from '../../server/src/core/template/columns';
import { applyEdits, type SpanEdit } from '../../server/src/core/text/edit';
import { formatDate, formatMoment } from '../../server/src/core/time/moment';

export interface Breach {
	readonly kind: RewriteKind | 'insertSections';
	readonly law: 'no words lost' | 'reads back' | 'twice is once' | 'line endings' | 'edits apart';
	readonly title: string;
	readonly detail: string;
	readonly after: string;
}

export interface Outcome {
	/** How many offers of each kind were applied. */
	readonly applied: Readonly<Record<string, number>>;
	/** Timelines and action lists that no table could be made of. */
	readonly refused: number;
	readonly breaches: readonly Breach[];
}

interface Offer {
	readonly kind: Breach['kind'];
	readonly title: string;
	readonly edits: readonly SpanEdit[];
}

/** Applies every offer that a cursor anywhere in the document gets, each on its own. */
export function applyAll(text: string, read: (text: string) => Postmortem, rewrites: readonly Rewrite[]): Outcome {
	const doc = read(text);
	const applied: Record<string, number> = {};
	const breaches: Breach[] = [];
	for (const offer of offersOf(doc, rewrites)) {
		applied[offer.kind] = (applied[offer.kind] ?? 0) + 1;
		breaches.push(...breachesOf(doc, offer, read, rewrites));
	}
	const lists = [...doc.timelines, ...doc.actionLists].filter(({ shape }) => shape !== 'table');
	const refused = lists.filter(({ span: { start } }) => !rewrites.some((rewrite) => rewrite.kind.endsWith('ToTable') && rewrite.offers(doc, { start, end: start }).length > 0));
	return { applied, refused: refused.length, breaches };
}

function offersOf(doc: Postmortem, rewrites: readonly Rewrite[]): Offer[] {
	const places = [...doc.timelines.map(({ span }) => span), ...doc.actionLists.map(({ span }) => span), ...doc.sections.map(({ heading }) => heading)];
	const offers: Offer[] = places.flatMap(({ start }) => rewrites.flatMap((rewrite) => rewrite.offers(doc, { start, end: start })));
	const missing = missingSections(doc);
	if (missing.length) offers.push({ kind: 'insertSections', title: 'Insert missing sections', edits: insertSectionEdits(doc, missing) });
	return [...new Map(offers.map((offer) => [`${offer.kind} ${JSON.stringify(offer.edits)}`, offer])).values()];
}

function breachesOf(doc: Postmortem, offer: Offer, read: (text: string) => Postmortem, rewrites: readonly Rewrite[]): Breach[] {
	const breaches: Breach[] = [];
	let after = '';
	const breach = (law: Breach['law'], detail: string) => breaches.push({ kind: offer.kind, law, title: offer.title, detail, after });
	try {
		after = applyEdits(doc.text, offer.edits);
	} catch (error) {
		breach('edits apart', String(error));
		return breaches;
	}
	if (after === doc.text) breach('twice is once', 'offered, and changes nothing');
	const lost = lostParts(doc.text, after, columnTitles(doc, after));
	if (lost.length) breach('no words lost', lost.slice(0, 8).join(' '));
	const again = read(after);
	const before = [...rowsOf(doc, offer.kind), ...actionsOf(doc)];
	const now = [...rowsOf(again, offer.kind), ...actionsOf(again)];
	const differs = before.findIndex((row, index) => row !== now[index] && !(setAside(after, row, now[index])));
	if (before.length !== now.length || differs >= 0) breach('reads back', `${before.length} → ${now.length}: ${before[differs] ?? ''} → ${now[differs < 0 ? before.length : differs] ?? ''}`);
	const leftover = offer.kind === 'insertSections' ? missingSections(again).map(({ spec }) => spec.title) : offersOf(again, rewrites).filter(({ kind, title }) => kind === offer.kind && title === offer.title).map(({ title }) => title);
	const wasMany = offersOf(doc, rewrites).filter(({ kind, title }) => kind === offer.kind && title === offer.title).length;
	if (leftover.length >= wasMany) breach('twice is once', `still offered: ${leftover.join(', ')}`);
	const kinds = new Set(doc.text.match(/\r\n|\r|\n/g) ?? ['\n', '\r\n']);
	const strange = (after.match(/\r\n|\r|\n/g) ?? []).find((ending) => !kinds.has(ending));
	if (strange) breach('line endings', JSON.stringify(strange));
	return breaches;
}

/** A label may go into the title of a column, and need not be said again in each row: `Owner: Mara`. */
function columnTitles(doc: Postmortem, after: string): string[] {
	const made = [...after.matchAll(/^[ \t>]*\|(.+)\|[ \t]*\r?\n[ \t>]*\|[ :|-]+\|[ \t]*$/gm)].flatMap(([, header]) => header!.split('|').map((title) => title.trim()));
	return [...doc.template.template.actions.columns.map(({ title }) => title), ...made.filter((title) => columnRoleOf(title) !== 'other')];
}

function lostParts(before: string, after: string, excused: readonly string[]): string[] {
	const left = new Map<string, number>();
	for (const part of partsOf(after)) left.set(part, (left.get(part) ?? 0) + 1);
	const free = new Set(excused.flatMap((title) => title.toLowerCase().split(' ')));
	return partsOf(before).filter((part) => {
		const count = left.get(part) ?? 0;
		left.set(part, count - 1);
		return count <= 0 && !free.has(part.toLowerCase());
	});
}

function rowsOf(doc: Postmortem, kind: Breach['kind']): string[] {
	const rows = doc.timelines.flatMap(({ entries }) => entries.map((entry) => `${entry.at ? formatMoment(entry.at) : entry.written.text}${entry.until ? `…${formatMoment(entry.until)}` : ''} ${bare(entry.text)}`));
	return kind === 'sortTimeline' ? rows.sort() : rows;
}

function actionsOf(doc: Postmortem): string[] {
	return doc.actionLists.flatMap(({ items }) => items.map(({ text, owners, due, done, links }) => `${bare(withoutLinks(text))} | ${owners.map(({ text: name }) => bare(name)).join()} | ${due?.date ? formatDate(due.date) : (due?.written.text ?? '')} | ${done} | ${links.map((link) => link.text).sort().join()}`));
}

/** Tickets may move to a column of their own, whatever their links say. */
function withoutLinks(text: string): string {
	return text.replace(/\[[^[\]]*\]\([^()\s]+\)|<?https?:\/\/[^\s<>|)]+>?|#\d+|\b[A-Z][A-Z0-9]+-\d+/g, ' ');
}

/** Whether a row differs only by the end of its text, which stands in a block below the table. */
function setAside(after: string, before: string, now: string | undefined): boolean {
	return after.includes('(see below') && now !== undefined && before.split(' ')[0] === now.split(' ')[0] && now.split(' ').every((word) => before.includes(word));
}

/** Words and numbers alone: marks around them may go. */
function bare(text: string): string {
	return (plainText(text.replace(/\(see below(?:, \d+)?\)/g, '').replaceAll('\\|', '|')).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');
}
