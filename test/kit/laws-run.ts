/** Runs the laws of rewrites and fixes over many documents, and counts. */
import { DEFAULT_CONFIG } from '../../server/src/core/config/load';
import { lintDocument, read } from './lint';
import { applyFixes } from './fix-laws';
import { readDocument } from './read-document';
import { applyAll, type Breach } from './rewrite-laws';
import { REWRITES } from '../../server/src/core/rewrites';
import type { Rewrite } from '../../server/src/core/rewrites/rewrite';

/** Those of zones and dates write times anew; they have laws of their own, next to them. */
export const KEEPING_WORDS: readonly Rewrite[] = REWRITES.filter(({ kind }) => kind !== 'timeZone');

export interface NamedText {
	readonly name: string;
	readonly text: string;
}

export interface Tally {
	/** By kind of rewrite, then by rule. */
	readonly rewrites: Record<string, number>;
	readonly fixes: Record<string, number>;
	/** Shapes of lists that no table could be made of. */
	readonly refused: Record<string, number>;
	readonly breaches: (Breach & { readonly document: string })[];
}

export interface RunOptions {
	readonly rewrites: readonly Rewrite[];
	/** The template of all documents; each has the one that it resembles most where it is absent. */
	readonly template?: string;
	/** At most so many findings of one rule in one document have their fixes applied. */
	readonly mostOfOneRule?: number;
}

/** How a text may be stored. */
export const VARIANTS: Readonly<Record<string, (text: string) => string>> = {
	LF: (text) => text.replaceAll('\r\n', '\n'),
	CRLF: (text) => text.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n'),
	'CRLF and BOM': (text) => `\ufeff${text.replace('\ufeff', '').replaceAll('\r\n', '\n').replaceAll('\n', '\r\n')}`,
	tabs: (text) => text.replaceAll('\r\n', '\n').replace(/^( {4})+/gm, (spaces) => '\t'.repeat(spaces.length / 4)).replace(/^([-*+]) (?! )/gm, '$1\t'),
	'no last line ending': (text) => text.trimEnd(),
};

export function runLaws(documents: Iterable<NamedText>, { rewrites, template, mostOfOneRule = Number.MAX_SAFE_INTEGER }: RunOptions): Tally {
	const tally: Tally = { rewrites: {}, fixes: {}, refused: {}, breaches: [] };
	for (const { name, text } of documents) {
		const rewritten = applyAll(text, (source) => readDocument(source, template), rewrites);
		const fixed = applyFixes(text, { read: (source, name) => read(source, name === undefined ? DEFAULT_CONFIG : { ...DEFAULT_CONFIG, template: name }), lint: (doc) => lintDocument(doc), isTried: (_rule, index) => index < mostOfOneRule });
		add(tally.rewrites, rewritten.applied);
		add(tally.fixes, fixed.applied);
		for (const shape of rewritten.refused) add(tally.refused, { [shape]: 1 });
		tally.breaches.push(...[...rewritten.breaches, ...fixed.breaches].map((breach) => ({ ...breach, document: name })));
	}
	return tally;
}

export function describeTally({ rewrites, fixes, refused, breaches }: Tally): string {
	const broken: Record<string, number> = {};
	for (const { kind, law } of breaches) add(broken, { [`${kind}: ${law}`]: 1 });
	return [`rewrites ${sum(rewrites)} ${JSON.stringify(rewrites)}`, `fixes ${sum(fixes)} ${JSON.stringify(fixes)}`, `refused ${sum(refused)} ${JSON.stringify(refused)}`, `broken ${breaches.length} ${JSON.stringify(broken)}`].map((line) => `      ${line}`).join('\n');
}

export function said({ kind, law, title, detail, after }: Breach): string {
	return `${kind}, ${law}: ${title}: ${detail}\n${after}`;
}

function add(to: Record<string, number>, counts: Readonly<Record<string, number>>): void {
	for (const [key, count] of Object.entries(counts)) to[key] = (to[key] ?? 0) + count;
}

function sum(counts: Readonly<Record<string, number>>): number {
	return Object.values(counts).reduce((total, count) => total + count, 0);
}
