/** How a rule is declared, and what it finds. One rule, one file: `<rule-id>.ts`, its page and its test beside it. */
import type { Part } from '../markdown/recall';
import type { SpanEdit } from '../text/edit';
import type { TextSpan } from '../text/span';
import type { Postmortem } from '../postmortem/model';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type RuleSeverity = Severity | 'off';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** A whole-number or list option of a rule; the config's schema and the rule's page are made from it. */
export type OptionSpec =
	| { readonly type: 'number'; readonly default: number; readonly minimum: number; readonly doc: string }
	| { readonly type: 'boolean'; readonly default: boolean; readonly doc: string }
	| { readonly type: 'strings'; readonly default: readonly string[]; readonly doc: string };

export type OptionValues<O extends Record<string, OptionSpec>> = {
	readonly [K in keyof O]: O[K] extends { type: 'number' } ? number : O[K] extends { type: 'boolean' } ? boolean : readonly string[];
};

export interface Fix {
	/** What it does, as a person reads it in the lightbulb menu. */
	readonly title: string;
	readonly edits: readonly SpanEdit[];
	/** Texts in the edits that stand for what a person has to write: an editor selects one after the other. */
	readonly placeholders?: readonly string[];
}

export interface Description {
	readonly span: TextSpan;
	/** `Unexpected X, expected Y`, values in backticks, no full stop. */
	readonly message: string;
	/** Set where this one weighs more than the rule's own level; a level from the config outranks it. */
	readonly severity?: Severity;
	/** Set where this one's fix wants a person's eye although the rule's others are safe. */
	readonly fixKind?: 'unsafe';
	/** Other places that explain it; `uri` where it is not this document. */
	readonly related?: readonly Related[];
}

export interface Related {
	readonly span: TextSpan;
	readonly message: string;
	readonly uri?: string;
}

export interface RuleContext<O extends Record<string, OptionSpec> = Record<string, OptionSpec>> {
	readonly doc: Postmortem;
	readonly options: OptionValues<O>;
}

export interface Rule<State = unknown, O extends Record<string, OptionSpec> = Record<string, OptionSpec>> {
	readonly id: string;
	/** The law in one sentence, as it should be. */
	readonly summary: string;
	/** Gives the rule's page, in Markdown: why, and examples of wrong and right that are run as tests. */
	readonly page: () => string;
	readonly severity: RuleSeverity;
	/** `safe` fixes are preferred and part of fix-all; `unsafe` ones want a person's eye. */
	readonly fixKind: 'safe' | 'unsafe' | 'none';
	/** Title of the action that applies the first fix of every finding of this rule at once. `{count}` is their number. */
	readonly fixAllTitle?: string;
	/** The same for all findings of a selection, those too whose fix wants a person's eye; not offered where it is absent. */
	readonly fixSelectedTitle?: string;
	readonly since: string;
	readonly options: O;
	check(context: RuleContext<O>): Iterable<State>;
	/** The same as `check`, piece by piece: a piece is checked again only where it, or its key, is another. */
	pieces?(context: RuleContext<O>): Iterable<Piece<State>>;
	describe(state: State, context: RuleContext<O>): Description;
	/** Ways out, the best first; empty where there is none. */
	fixes?(state: State, context: RuleContext<O>): readonly Fix[];
}

/** A part of the document that a rule checks on its own. All places that its findings name lie in it. */
export interface Piece<State> {
	readonly part: Part;
	/** What the check, and the words of what it finds, depend on besides the part and the options. */
	readonly key: readonly unknown[];
	check(): Iterable<State>;
}

/** A rule that checks a document piece by piece alone. */
export function definePieceRule<State, O extends Record<string, OptionSpec> = Record<never, OptionSpec>>(rule: Omit<Rule<State, O>, 'options' | 'check' | 'pieces'> & { options?: O; pieces(context: RuleContext<O>): Iterable<Piece<State>> }): Rule<State, O> {
	return defineRule<State, O>({ ...rule, *check(context) { for (const piece of rule.pieces(context)) yield* piece.check(); } });
}

export function defineRule<State, O extends Record<string, OptionSpec> = Record<never, OptionSpec>>(rule: Omit<Rule<State, O>, 'options'> & { options?: O }): Rule<State, O> {
	return { ...rule, options: rule.options ?? ({} as O) };
}

/** The state of a rule's finding is its own affair. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyRule = Rule<any, any>;

/** One fault found, worded and placed. */
export interface Finding extends Omit<Description, 'fixKind'> {
	readonly rule: string;
	readonly severity: Severity;
	readonly fixKind: Rule['fixKind'];
	readonly fixAllTitle: string | undefined;
	fixes(): readonly Fix[];
}
