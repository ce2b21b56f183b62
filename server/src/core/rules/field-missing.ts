import type { Field, Postmortem } from '../postmortem/model';
import type { FieldSpec } from '../template/template';
import page from './field-missing.md';
import { defineRule } from './rule';
import { isFollowed } from './support/certainty';
import { firstLine, titleSpan } from './support/place';
import { insertField } from './support/insert-field';
import { quoted } from './support/wording';

interface Missing {
	readonly spec: FieldSpec;
	/** Where its name stands without a value. */
	readonly empty: Field | undefined;
}

const MOST_FIXES = 6;

export const fieldMissing = defineRule<Missing>({
	id: 'field-missing',
	summary: 'Every field that the template requires is given.',
	page,
	severity: 'error',
	fixKind: 'unsafe',
	fixAllTitle: 'Insert all {count} missing fields',
	since: '0.1.0',

	*check({ doc }) {
		for (const spec of doc.template.template.fields) {
			if (!spec.required) continue;
			const named = doc.fields.filter((field) => field.name === spec.name);
			if (named.some((field) => field.value.text.trim() !== '') || isSaidElsewhere(doc, spec.name)) continue;
			yield { spec, empty: named[0] };
		}
	},
	describe: ({ spec, empty }, { doc }) => ({
		span: empty ? firstLine(doc, empty.label.span) : titleSpan(doc),
		message: `Unexpected ${empty ? 'empty' : 'document without a'} field ${quoted(spec.title)}, expected ${spec.values.length > 0 ? `one of ${spec.values.slice(0, MOST_FIXES).map(({ value }) => quoted(value)).join(', ')}` : 'its value'}`,
		// A template that was guessed from a few headings asks, it does not demand.
		...(isFollowed(doc, 0.4) ? {} : { severity: 'information' as const }),
		...(doc.template.template.uri && spec.source ? { related: [{ span: spec.source, message: 'The template asks for it here', uri: doc.template.template.uri }] } : {}),
	}),
	fixes({ spec, empty }, { doc }) {
		const edits = (value: string) => [empty ? fillIn(doc, empty, value) : insertField(doc, spec, value)];
		if (spec.values.length > 0) return spec.values.slice(0, MOST_FIXES).map(({ value }) => ({ title: `Insert ${spec.title} ${quoted(value)}`, edits: edits(value) }));
		const placeholder = PLACEHOLDERS[spec.name] ?? 'TBD';
		return [{ title: `Insert field ${quoted(spec.title)}`, edits: edits(placeholder), placeholders: [placeholder] }];
	},
});

const PLACEHOLDERS: Readonly<Record<string, string>> = { date: 'YYYY-MM-DD', started: 'YYYY-MM-DD HH:MM UTC', detected: 'YYYY-MM-DD HH:MM UTC', mitigated: 'YYYY-MM-DD HH:MM UTC', resolved: 'YYYY-MM-DD HH:MM UTC' };

/** What the document tells without naming the field: a date in the title, people in a list, a phase in the timeline. */
function isSaidElsewhere(doc: Postmortem, name: string): boolean {
	switch (name) {
		case 'date':
			return doc.date !== undefined;
		case 'title':
			return doc.title !== undefined;
		case 'duration':
			return doc.durations.some(({ kind }) => kind === 'total');
		case 'started':
		case 'detected':
		case 'acknowledged':
		case 'mitigated':
		case 'resolved':
			return doc.phases[name] !== undefined;
		default:
			return false;
	}
}

function fillIn(doc: Postmortem, empty: Field, value: string) {
	const { start, end } = empty.value.span;
	const before = doc.text[start - 1];
	const after = doc.text[end];
	return { span: { start, end }, newText: `${before === undefined || /\s/.test(before) ? '' : ' '}${value}${after === '|' ? ' ' : ''}` };
}
