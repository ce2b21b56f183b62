import type { Field } from '../postmortem/model';
import { nearest } from '../schema/nearest';
import type { FieldSpec } from '../template/template';
import { allowedValue } from '../template/values';
import { templateLine } from './places';
import { defineRule } from './rule';

const UNDECIDED = /^\W*(?:tbd|tba|todo|n\/?a|unknown|\?+)?\W*$/iu;

export const fieldNotAllowed = defineRule<{ readonly field: Field; readonly spec: FieldSpec }>({
	id: 'field-not-allowed',
	summary: 'A field has one of the values that the template lists.',
	severity: 'error',
	fixKind: 'unsafe',
	since: '0.1.0',

	*check({ doc }) {
		for (const field of doc.fields) {
			const spec = doc.template.template.fields.find((each) => each.name === field.name && each.values.length > 0);
			if (spec && !UNDECIDED.test(field.value.text) && !allowedValue(spec.values, field.value.text)) yield { field, spec };
		}
	},
	describe: ({ field, spec }, { doc }) => ({
		span: field.value.span,
		message: `Unexpected ${spec.title.toLowerCase()} \`${field.value.text.replace(/`/g, '').slice(0, 60)}\`, expected one of ${spec.values.map(({ value }) => `\`${value}\``).join(', ')}`,
		related: templateLine(doc, spec.source, 'The template lists the values here'),
	}),
	fixes({ field, spec }) {
		const names = spec.values.map(({ value }) => value);
		const best = nearest(field.value.text, names) ?? nearest(field.value.text.split(/\W+/)[0] ?? '', names);
		const ordered = [...(best ? [best] : []), ...names.filter((name) => name !== best)].slice(0, 5);
		return ordered.map((name) => ({ title: `Replace by “${name}”`, edits: [{ span: field.value.span, newText: name }] }));
	},
});
