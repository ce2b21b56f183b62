/** Comments that hide findings: markdownlint's grammar under our name. */
import type { LineIndex } from '../text/lines';
import type { TextSpan, Written } from '../text/span';
import type { Block, Chunk } from './blocks';
import { ofEachChunk } from './each-chunk';
import { outsideInlineCode, stretchesOf } from './prose';

export type SuppressionKind = 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'disable-file' | 'enable-file' | 'capture' | 'restore';

export interface Suppression {
	readonly kind: SuppressionKind;
	/** The comment, from `<!--` to past `-->`. */
	readonly span: TextSpan;
	/** As written; empty where all rules are meant. */
	readonly rules: readonly Written[];
	/** Zero-based. */
	readonly line: number;
}

const COMMENT = /<!--\s*postmortem-(disable|enable|capture|restore)(-line|-next-line|-file)?(?=\s|-->)([^<>]{0,1000})-->/gi;
const MENTION = /postmortem-(?:disable|enable|capture|restore)/i;

export function suppressionsOf(text: string, lines: LineIndex, chunks: readonly Chunk[]): readonly Suppression[] {
	const found = ofEachChunk(chunks, 'suppressions', [], (chunk) => (MENTION.test(text.slice(chunk.start, chunk.end)) ? commentsIn(text, chunk.blocks) : []));
	return found.map((each) => ({ ...each, line: lines.lineAt(each.span.start) }));
}

function commentsIn(text: string, blocks: readonly Block[]): readonly Omit<Suppression, 'line'>[] {
	const found: Omit<Suppression, 'line'>[] = [];
	for (const stretch of stretchesOf(blocks)) {
		const parts = stretch.kind === 'html' ? [stretch.span] : outsideInlineCode(text, stretch.span);
		for (const part of parts) {
			for (const comment of text.slice(part.start, part.end).matchAll(COMMENT)) {
				const kind = `${comment[1]}${comment[2] ?? ''}`.toLowerCase();
				if (!isKind(kind)) continue;
				const start = part.start + comment.index;
				const end = start + comment[0].length;
				const namesAt = end - 3 - comment[3]!.length;
				const rules = [...comment[3]!.matchAll(/[^\s,]+/g)].map((name) => ({ text: name[0], span: { start: namesAt + name.index, end: namesAt + name.index + name[0].length } }));
				found.push({ kind, span: { start, end }, rules });
			}
		}
	}
	return found;
}

function isKind(kind: string): kind is SuppressionKind {
	return ['disable', 'enable', 'disable-line', 'disable-next-line', 'disable-file', 'enable-file', 'capture', 'restore'].includes(kind);
}

/** Which comment, if any, hides a rule's findings on a line. */
export class SuppressionMap {
	readonly #onLine = new Map<string, Suppression>();
	readonly #states: { readonly from: number; readonly hidden: ReadonlyMap<string, Suppression> }[] = [];

	/** @param ruleIds every rule there is: what a comment without names means. */
	constructor(suppressions: readonly Suppression[], ruleIds: readonly string[]) {
		const named = (each: Suppression): readonly string[] => (each.rules.length === 0 ? ruleIds : each.rules.map((rule) => rule.text.toLowerCase()));
		let hidden = new Map<string, Suppression>();
		let captured = hidden;
		for (const each of suppressions) {
			if (each.kind === 'disable-file') for (const rule of named(each)) hidden.set(rule, each);
			if (each.kind === 'enable-file') for (const rule of named(each)) hidden.delete(rule);
		}
		this.#states.push({ from: 0, hidden });
		for (const each of suppressions) {
			if (each.kind === 'disable-line' || each.kind === 'disable-next-line') {
				const line = each.kind === 'disable-line' ? each.line : each.line + 1;
				for (const rule of named(each)) this.#onLine.set(`${line} ${rule}`, each);
			} else if (each.kind === 'capture') captured = hidden;
			else if (each.kind === 'restore') hidden = captured;
			else if (each.kind === 'disable' || each.kind === 'enable') {
				hidden = new Map(hidden);
				for (const rule of named(each)) {
					if (each.kind === 'disable') hidden.set(rule, each);
					else hidden.delete(rule);
				}
			}
			this.#states.push({ from: each.line, hidden });
		}
	}

	/** @param line zero-based line on which the finding begins. */
	hiding(rule: string, line: number): Suppression | undefined {
		return this.#onLine.get(`${line} ${rule}`) ?? this.#states.findLast((state) => state.from <= line)?.hidden.get(rule);
	}
}
