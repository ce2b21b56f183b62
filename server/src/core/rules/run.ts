/** Runs the rules over one document: one net per rule, levels from the config, suppressions, order. */
import type { Config, RuleSetting } from '../config/config';
import { readInPart } from '../markdown/blocks';
import { SuppressionMap, suppressionsOf } from '../markdown/suppressions';
import type { Postmortem } from '../postmortem/model';
import type { CancelToken } from '../text/cancellation';
import { throwIfCancelled } from '../text/cancellation';
import { changesAny } from '../text/edit';
import { RULES } from './index';
import type { AnyRule, Description, Finding, Fix, OptionSpec, RuleSeverity, Severity } from './rule';
import { suppressionFaults, suppressionUnknown } from './suppression-unknown';

export interface RunOptions {
	readonly rules?: readonly AnyRule[];
	readonly cancel?: CancelToken | undefined;
	/** A rule that throws costs its own findings in this run; here is where it is told. */
	readonly onCrash?: (rule: string, error: unknown) => void;
}

/**
 * All findings in document order; what a person suppressed is left out.
 * @throws Cancelled where the token says so.
 */
export function runRules(doc: Postmortem, config: Config, { rules = RULES, cancel, onCrash }: RunOptions = {}): readonly Finding[] {
	const found = withoutBlindFixes(doc, rules.flatMap((rule) => {
		throwIfCancelled(cancel);
		return rule.pieces ? findingsInPieces(rule, rule.pieces, doc, config, onCrash) : findingsOf(rule, doc, config, (context) => rule.check(context), onCrash);
	}));
	const suppressions = suppressionsOf(doc.text, doc.lines, doc.chunks);
	if (suppressions.length === 0) return sorted(found);

	const ids = RULES.map((rule) => rule.id);
	const map = new SuppressionMap(suppressions, ids);
	const used = new Set<unknown>();
	const isShown = (finding: Finding): boolean => {
		const hidden = map.hiding(finding.rule, doc.lines.lineAt(finding.span.start));
		if (hidden) used.add(hidden);
		return !hidden;
	};
	const shown = found.filter(isShown);
	const runs = new Set(rules.filter((rule) => levelOf(rule, config.rules.get(rule.id)) !== 'off').map((rule) => rule.id));
	if (!runs.has(suppressionUnknown.id)) return sorted(shown);
	const faults = suppressionFaults(suppressions, ids, runs, used);
	return sorted([...shown, ...findingsOf(suppressionUnknown, doc, config, () => faults, onCrash).filter(isShown)]);
}

/** In a section whose end was not read a fix could part what belongs together. */
function withoutBlindFixes({ chunks }: Postmortem, found: readonly Finding[]): readonly Finding[] {
	const untouchable = readInPart(chunks);
	if (untouchable.length === 0) return found;
	return found.map((finding) => ({ ...finding, fixes: () => finding.fixes().filter(({ edits }) => !changesAny(edits, untouchable)) }));
}

/** As {@link findingsOf}; what was found in a piece, and how it is worded, is kept with it. */
function findingsInPieces(rule: AnyRule, piecesOf: NonNullable<AnyRule['pieces']>, doc: Postmortem, config: Config, onCrash: RunOptions['onCrash']): Finding[] {
	const setting = config.rules.get(rule.id);
	if (levelOf(rule, setting) === 'off') return [];
	const context = { doc, options: optionsOf(rule, setting) };
	try {
		return [...piecesOf(context)].flatMap((piece) => {
			const kept = piece.part.keep<readonly Description[]>(`rule ${rule.id}`, [setting, ...piece.key], () => Array.from(piece.check(), (state: unknown) => rule.describe(state, context)));
			if (kept.anywhere.length === 0) return [];
			let states: readonly unknown[] | undefined;
			return kept.here.map((description, index) => findingFrom(rule, setting, description, () => rule.fixes?.((states ??= [...piece.check()])[index], context) ?? [], onCrash));
		});
	} catch (error) {
		onCrash?.(rule.id, error);
		return [];
	}
}

/** Words what a rule's states say about a document, at the level that the config sets. */
export function findingsOf(rule: AnyRule, doc: Postmortem, config: Config, check: (context: Parameters<AnyRule['check']>[0]) => Iterable<unknown>, onCrash?: RunOptions['onCrash']): Finding[] {
	const setting = config.rules.get(rule.id);
	if (levelOf(rule, setting) === 'off') return [];
	const context = { doc, options: optionsOf(rule, setting) };
	try {
		return Array.from(check(context), (state) => findingFrom(rule, setting, rule.describe(state, context), () => rule.fixes?.(state, context) ?? [], onCrash));
	} catch (error) {
		onCrash?.(rule.id, error);
		return [];
	}
}

function findingFrom(rule: AnyRule, setting: RuleSetting | undefined, description: Description, fixes: () => readonly Fix[], onCrash: RunOptions['onCrash']): Finding {
	const severity = setting?.severity ?? description.severity ?? rule.severity;
	return {
		...description, rule: rule.id, severity: severity as Severity, fixKind: description.fixKind ?? rule.fixKind, fixAllTitle: rule.fixAllTitle,
		fixes() {
			try {
				return fixes();
			} catch (error) {
				onCrash?.(rule.id, error);
				return [];
			}
		},
	};
}

function levelOf(rule: AnyRule, setting: RuleSetting | undefined): RuleSeverity {
	return setting?.severity ?? rule.severity;
}

/** What the config sets, as far as it fits the declaration; the loader has reported what does not. */
function optionsOf(rule: AnyRule, setting: RuleSetting | undefined): Record<string, number | boolean | readonly string[]> {
	const specs = rule.options as Record<string, OptionSpec>;
	return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, valueOf(spec, setting?.options[name])]));
}

function valueOf(spec: OptionSpec, value: unknown): number | boolean | readonly string[] {
	switch (spec.type) {
		case 'number':
			return typeof value === 'number' && Number.isInteger(value) && value >= spec.minimum ? value : spec.default;
		case 'boolean':
			return typeof value === 'boolean' ? value : spec.default;
		case 'strings':
			return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : spec.default;
	}
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

function sorted(findings: readonly Finding[]): readonly Finding[] {
	return [...findings].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || WEIGHT[a.severity] - WEIGHT[b.severity]);
}
