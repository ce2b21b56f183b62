import type { IdleSuppression } from './suppress';
import { defineRule } from './rule';

/** What it finds comes from the suppressions themselves, after all other rules have run. */
export const suppressionUnknown = defineRule<IdleSuppression>({
	id: 'suppression-unknown',
	summary: 'Every suppression names a rule and hides something.',
	severity: 'warning',
	fixKind: 'safe',
	since: '0.1.0',

	*check() {},
	describe: ({ suppression, name, known }) => ({
		span: name?.span ?? suppression.span,
		message: known ? `Unexpected suppression${name ? ` of \`${name.text}\`` : ''} that hides nothing, expected a finding for it` : `Unexpected rule \`${name!.text}\` in a suppression, expected the name of a rule`,
	}),
	fixes({ suppression, name }, { doc }) {
		if (name && suppression.rules.length > 1) {
			const end = /^[\s,]*/.exec(doc.text.slice(name.span.end))![0].length;
			const isLast = suppression.rules.at(-1) === name;
			const before = suppression.rules[suppression.rules.indexOf(name) - 1];
			return [{ title: `Remove \`${name.text}\` from the suppression`, edits: [{ span: isLast && before ? { start: before.span.end, end: name.span.end } : { start: name.span.start, end: name.span.end + end }, newText: '' }] }];
		}
		const line = doc.lines.fullLine(suppression.line);
		const alone = doc.text.slice(line.start, line.end).trim() === doc.text.slice(suppression.span.start, suppression.span.end);
		return [{ title: 'Remove the suppression', edits: [{ span: alone ? line : suppression.span, newText: '' }] }];
	},
});
