import type { Field } from '../postmortem/model';
import type { FieldSpec } from '../template/template';
import type { TextSpan } from '../text/span';
import page from './field-not-allowed.md';
import { defineRule } from './rule';
import { isChosen } from './support/certainty';
import { editDistance, nearest } from './support/edit-distance';
import { headOf, isListed, isPlaceholder } from './support/values';
import { anyOf, quoted } from './support/wording';

interface NotAllowed {
	readonly field: Field;
	readonly spec: FieldSpec;
	/** The word at fault, without the explanation behind it. */
	readonly span: TextSpan;
}

const MOST_FIXES = 4;
/** A level that is none: `SEV9`, `SEV 0.5`. */
const SEVERITY_SCALE = /^sev(?:erity)?[\s-]*\d/i;

export const fieldNotAllowed = defineRule<NotAllowed>({
	id: 'field-not-allowed',
	summary: 'A field has one of the values that the template lists for it.',
	page,
	severity: 'error',
	fixKind: 'unsafe',
	since: '0.1.0',

	*check({ doc }) {
		for (const field of doc.fields) {
			const spec = doc.template.template.fields.find(({ name }) => name === field.name);
			if (!spec || spec.values.length === 0 || field.form === 'prose') continue;
			const skipped = /^[^\p{L}\p{N}]*/u.exec(field.value.text)![0].length;
			const value = field.value.text.slice(skipped);
			if (isPlaceholder(field.value.text) || value === '' || isListed(value, spec.values)) continue;
			if (!isChosen(doc) && !looksMeant(value, spec)) continue;
			yield { field, spec, span: spanOf(doc.text, field) };
		}
	},
	describe: ({ field, spec, span }, { doc }) => ({
		span,
		message: `Unexpected ${spec.title.toLowerCase()} ${quoted(doc.text.slice(span.start, span.end))}, expected ${anyOf(spec.values.map(({ value }) => value))}`,
		...(doc.template.template.uri && spec.source ? { related: [{ span: spec.source, message: `The template lists the values of ${quoted(field.name)} here`, uri: doc.template.template.uri }] } : {}),
	}),
	fixes: ({ spec, span }, { doc }) => nearest(doc.text.slice(span.start, span.end), spec.values.map(({ value }) => value)).slice(0, MOST_FIXES).map((value) => ({ title: `Replace by ${quoted(value)}`, edits: [{ span, newText: value }] })),
});

/** Where nobody chose the template another scale, or another language, is no fault; a slip of the pen is one. */
function looksMeant(value: string, spec: FieldSpec): boolean {
	if (spec.name === 'severity' && SEVERITY_SCALE.test(value)) return true;
	const head = headOf(value).toLowerCase();
	return head.length >= 4 && spec.values.some((each) => [each.value, ...each.aliases].some((listed) => editDistance(head, listed.toLowerCase()) <= 2 && listed.length >= 4));
}

/** The listed word's place: the value up to its explanation, markup and emoji before it left out. */
function spanOf(text: string, { value }: Field): TextSpan {
	const inSource = text.slice(value.span.start, value.span.end);
	const head = headOf(value.text).replace(/^[^\p{L}\p{N}]+/u, '');
	const at = inSource.indexOf(head);
	return head === '' || at < 0 ? value.span : { start: value.span.start + at, end: value.span.start + at + head.length };
}
