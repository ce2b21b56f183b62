import type { Suppression } from '../markdown/suppressions';
import type { SpanEdit } from '../text/edit';
import type { TextSpan, Written } from '../text/span';
import type { Postmortem } from '../postmortem/model';
import page from './suppression-unknown.md';
import { defineRule } from './rule';
import { nearest, editDistance } from './support/edit-distance';
import { quoted } from './support/wording';

interface SuppressionFault {
	readonly suppression: Suppression;
	/** The name that no rule has; `undefined` where the comment hides nothing. */
	readonly unknown: Written | undefined;
	/** A rule with nearly that name. */
	readonly meant: string | undefined;
}

export const suppressionUnknown = defineRule<SuppressionFault>({
	id: 'suppression-unknown',
	summary: 'A suppression comment names rules that exist, and hides something.',
	page,
	severity: 'warning',
	fixKind: 'safe',
	fixAllTitle: 'Remove all {count} useless suppressions',
	since: '0.1.0',

	check: () => [], // what a comment hides is known when all rules have run
	describe: ({ suppression, unknown, meant }, { doc }) =>
		unknown
			? { span: unknown.span, ...(meant ? { fixKind: 'unsafe' as const } : {}), message: `Unexpected rule name ${quoted(unknown.text)}, expected ${meant ? quoted(meant) : 'the name of a rule'}` }
			: { span: suppression.span, message: `Unexpected suppression ${quoted(doc.text.slice(suppression.span.start, suppression.span.end))}, expected a finding that it hides` },
	fixes: ({ suppression, unknown, meant }, { doc }) => [
		...(unknown && meant ? [{ title: `Replace by ${quoted(meant)}`, edits: [{ span: unknown.span, newText: meant }] }] : []),
		{ title: unknown && suppression.rules.length > 1 ? `Remove ${quoted(unknown.text)}` : 'Remove this suppression', edits: [unknown && suppression.rules.length > 1 ? withoutName(doc.text, suppression, unknown) : withoutComment(doc, suppression.span)] },
	],
});

/** @param runs rules that are not off: only of these can it be said that nothing was found. */
export function suppressionFaults(suppressions: readonly Suppression[], ids: readonly string[], runs: ReadonlySet<string>, used: ReadonlySet<unknown>): readonly SuppressionFault[] {
	return suppressions.flatMap((suppression): SuppressionFault[] => {
		const names = suppression.rules.map((rule) => rule.text.toLowerCase());
		const unknown = suppression.rules.filter((rule) => !ids.includes(rule.text.toLowerCase()));
		if (unknown.length > 0) return unknown.map((rule) => ({ suppression, unknown: rule, meant: meantBy(rule.text.toLowerCase(), ids) }));
		const isHiding = suppression.kind.startsWith('disable');
		const isTold = names.includes(suppressionUnknown.id) || names.some((name) => !runs.has(name));
		return isHiding && !used.has(suppression) && !isTold ? [{ suppression, unknown: undefined, meant: undefined }] : [];
	});
}

function meantBy(name: string, ids: readonly string[]): string | undefined {
	const [best] = nearest(name, ids);
	return best !== undefined && editDistance(name, best) <= Math.max(2, Math.floor(best.length / 4)) ? best : undefined;
}

function withoutName(text: string, suppression: Suppression, { span }: Written): SpanEdit {
	let { start } = span;
	while (start > suppression.span.start && /[\s,]/.test(text[start - 1]!)) start--;
	const isFirst = suppression.rules[0]!.span.start === span.start;
	let { end } = span;
	if (isFirst) {
		start = span.start;
		while (/[\s,]/.test(text[end] ?? '')) end++;
	}
	return { span: { start, end }, newText: '' };
}

/** The comment with its line where it stands alone, else with the space before it. */
function withoutComment({ text, lines }: Postmortem, { start, end }: TextSpan): SpanEdit {
	const line = lines.fullLines({ start, end });
	if (text.slice(line.start, start).trim() === '' && text.slice(end, line.end).trim() === '') return { span: line, newText: '' };
	const isCell = /^\s*(?:\||$)/.test(text.slice(end, line.end));
	if (isCell) while (text[start - 1] === ' ' && /[^|\s]/.test(text[start - 2] ?? '|')) start--;
	return { span: { start, end }, newText: '' };
}
