/** All safe fixes of a document at once: applied in passes until nothing is left to fix. */
import type { DocumentContext, Service } from '../service';
import { applyEdits, type SpanEdit } from '../text/edit';
import type { Finding } from '../rules/rule';

const MOST_PASSES = 10;

/** The text after all safe fixes; the same text where there is nothing to fix. */
export function fixAll(service: Pick<Service, 'read' | 'lint'>, text: string, context: DocumentContext): string {
	let current = text;
	for (let pass = 0; pass < MOST_PASSES; pass++) {
		const findings = service.lint(service.read(current, context), context);
		const next = applyEdits(current, compatibleFixes(findings.filter((finding) => finding.fixKind === 'safe')));
		if (next === current) break;
		current = next;
	}
	return current;
}

/** The first fix of each finding, leaving out those that would touch what an earlier one changes. */
export function compatibleFixes(findings: readonly Finding[]): SpanEdit[] {
	const taken: SpanEdit[] = [];
	for (const finding of findings) {
		const fix = finding.fixes()[0];
		if (fix && !fix.edits.some((edit) => taken.some((other) => collide(edit, other)))) taken.push(...fix.edits);
	}
	return taken;
}

/** Two insertions at one place collide too: which comes first would be chance. */
function collide(a: SpanEdit, b: SpanEdit): boolean {
	if (a.span.start === b.span.start) return true;
	return a.span.start < b.span.end && b.span.start < a.span.end;
}
