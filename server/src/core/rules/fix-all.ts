/** Joins the fixes of several findings into one edit. */
import type { SpanEdit } from '../text/edit';
import { RULES } from './index';
import type { Finding, Fix } from './rule';

/** The first fix of every finding of one rule, where there are at least two; `undefined` where that is not offered. */
export function fixAllOf(rule: string, findings: readonly Finding[]): Fix | undefined {
	const declared = RULES.find((each) => each.id === rule);
	const title = declared?.fixAllTitle;
	if (title === undefined) return undefined;
	const fixes = findings.filter((finding) => finding.rule === rule && finding.fixKind === declared?.fixKind).flatMap((finding) => finding.fixes().slice(0, 1));
	if (fixes.length < 2) return undefined;
	return { title: title.replace('{count}', String(fixes.length)), edits: joined(fixes), placeholders: fixes.flatMap(({ placeholders }) => placeholders ?? []) };
}

/**
 * The first fix of every finding of one rule in a selection. Where some of them want a person's eye, there is a second
 * offer with those.
 */
export function fixesOfSelection(rule: string, selected: readonly Finding[]): Fix[] {
	const declared = RULES.find((each) => each.id === rule);
	const title = declared?.fixSelectedTitle;
	if (title === undefined) return [];
	const all = selected.filter((finding) => finding.rule === rule && finding.fixes().length > 0);
	const usual = all.filter(({ fixKind }) => fixKind === declared?.fixKind);
	const sets = usual.length < all.length ? [{ findings: usual, suffix: '' }, { findings: all, suffix: ', in code too' }] : [{ findings: all, suffix: '' }];
	return sets.filter(({ findings }) => findings.length > 1).map(({ findings, suffix }) => ({ title: title.replace('{count}', String(findings.length)) + suffix, edits: joined(findings.flatMap((finding) => finding.fixes().slice(0, 1))) }));
}

/** The safe fixes of all findings: what fix-all applies. What overlaps an earlier one waits for the next pass. */
export function safeEdits(findings: readonly Finding[]): readonly SpanEdit[] {
	return joined(findings.filter((finding) => finding.fixKind === 'safe').flatMap((finding) => finding.fixes().slice(0, 1)));
}

function joined(fixes: readonly Fix[]): readonly SpanEdit[] {
	const taken: SpanEdit[] = [];
	for (const { edits } of fixes) {
		if (edits.every((edit) => taken.every((other) => !collide(edit, other) || isSame(edit, other)))) taken.push(...edits.filter((edit) => !taken.some((other) => edit === other || (isSame(edit, other) && edit.span.start < edit.span.end))));
	}
	return taken;
}

/** Two insertions at one place stand one behind the other; an insertion at the edge of a replacement is no collision. */
function collide(a: SpanEdit, b: SpanEdit): boolean {
	return a.span.start < b.span.end && b.span.start < a.span.end;
}

function isSame(a: SpanEdit, b: SpanEdit): boolean {
	return a.span.start === b.span.start && a.span.end === b.span.end && a.newText === b.newText;
}
