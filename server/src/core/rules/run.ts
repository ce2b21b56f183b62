/** Runs the rules over a document: found, worded, suppressed, in document order. */
import type { Config } from '../config/config';
import type { Postmortem } from '../postmortem/model';
import { RULES } from './index';
import type { Finding, OptionSpec, Rule, RuleContext } from './rule';
import { suppressionUnknown } from './suppression-unknown';
import { suppress } from './suppress';

export interface RunOptions {
	/** Called between rules; throws to stop the run. */
	readonly throwIfCancelled?: () => void;
	/** A rule that throws costs its own findings only; this hears of it. */
	readonly onCrash?: (rule: string, error: unknown) => void;
}

export function runRules(doc: Postmortem, config: Config, { throwIfCancelled, onCrash }: RunOptions = {}): readonly Finding[] {
	if (!doc.verdict.isPostmortem) return [];
	const found: Finding[] = [];
	for (const rule of RULES) {
		throwIfCancelled?.();
		const setting = config.rules.get(rule.id);
		if ((setting?.severity ?? rule.severity) === 'off') continue;
		const context: RuleContext = { doc, options: optionsOf(rule, setting?.options ?? {}) };
		try {
			for (const state of rule.check(context)) found.push(toFinding(rule, state, context, config));
		} catch (error) {
			onCrash?.(rule.id, error);
		}
	}
	const { kept, idle } = suppress(doc, found, (name) => RULES.some((rule) => rule.id === name));
	const idleFindings = (config.rules.get(suppressionUnknown.id)?.severity ?? suppressionUnknown.severity) === 'off' ? [] : idle.map((each) => toFinding(suppressionUnknown as Rule, each, { doc, options: {} }, config));
	return [...kept, ...idleFindings].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function toFinding(rule: Rule, state: unknown, context: RuleContext, config: Config): Finding {
	const description = rule.describe(state, context);
	const configured = config.rules.get(rule.id)?.severity;
	const byRule = rule.severity === 'off' ? 'information' : rule.severity;
	return {
		...description, rule: rule.id, fixKind: rule.fixKind, fixAllTitle: rule.fixAllTitle,
		severity: configured !== undefined && configured !== 'off' ? configured : (description.severity ?? byRule),
		fixes: () => rule.fixes?.(state, context) ?? [],
	};
}

/** The rule's defaults, and over them what the config writes where its type fits. */
function optionsOf(rule: Rule, written: Readonly<Record<string, unknown>>): RuleContext['options'] {
	const value = (key: string, spec: OptionSpec) => {
		const given = written[key];
		if (spec.type === 'strings') return Array.isArray(given) ? given.filter((each): each is string => typeof each === 'string') : spec.default;
		return typeof given === spec.type ? given : spec.default;
	};
	return Object.fromEntries(Object.entries(rule.options).map(([key, spec]) => [key, value(key, spec)])) as RuleContext['options'];
}
