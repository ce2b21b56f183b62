/** Several fixes in one edit: all of one rule, and all safe ones in passes until nothing is left to fix. */
import type { Finding, Fix } from '../rules/rule';
import { RULES } from '../rules';
import { applyEdits, type SpanEdit } from '../text/edit';

const MOST_PASSES = 10;

/**
 * The text after all safe fixes; the same text where there is nothing to fix.
 * @param findings of the text as it stands.
 * @param lint the findings of another text under the same config.
 */
export function fixAll(text: string, findings: readonly Finding[], lint: (text: string) => readonly Finding[]): string {
	let current = text;
	for (let pass = 0; pass < MOST_PASSES; pass++) {
		const safe = (pass === 0 ? findings : lint(current)).filter((finding) => finding.fixKind === 'safe');
		const next = applyEdits(current, joined(firstFixes(safe)));
		if (next === current) break;
		current = next;
	}
	return current;
}

/** The first fix of every finding of one rule, where there are at least two; `undefined` where the rule offers no such action. */
export function fixAllOfRule(id: string, findings: readonly Finding[]): Fix | undefined {
	const title = RULES.find((rule) => rule.id === id)?.fixAllTitle;
	if (title === undefined) return undefined;
	const fixes = firstFixes(findings.filter((finding) => finding.rule === id));
	return fixes.length < 2 ? undefined : { title: title.replace('{count}', String(fixes.length)), edits: joined(fixes) };
}

function firstFixes(findings: readonly Finding[]): readonly Fix[] {
	return findings.flatMap((finding) => finding.fixes().slice(0, 1));
}

/** What would change the same characters as an earlier fix is left out as a whole; the same replacement is made once. */
function joined(fixes: readonly Fix[]): readonly SpanEdit[] {
	const taken: SpanEdit[] = [];
	for (const { edits } of fixes) {
		if (edits.some((edit) => taken.some((other) => collide(edit, other) && !isSame(edit, other)))) continue;
		taken.push(...edits.filter((edit) => edit.span.start === edit.span.end || !taken.some((other) => isSame(edit, other))));
	}
	return taken;
}

function collide(a: SpanEdit, b: SpanEdit): boolean {
	return a.span.start < b.span.end && b.span.start < a.span.end;
}

function isSame(a: SpanEdit, b: SpanEdit): boolean {
	return a.span.start === b.span.start && a.span.end === b.span.end && a.newText === b.newText;
}
