import type { Postmortem } from '../postmortem/model';
import type { FieldSpec } from '../template/template';
import type { SpanEdit } from '../text/edit';
import { lineEndingOf } from '../text/lines';
import { templateLine, titleSpan } from './places';
import { defineRule } from './rule';

/** What a field holds until someone knows better. */
const UNKNOWN = 'TBD';

export const fieldMissing = defineRule<FieldSpec>({
	id: 'field-missing',
	summary: 'Every field that the template requires is stated somewhere.',
	severity: 'error',
	fixKind: 'safe',
	fixAllTitle: 'Insert all missing fields',
	since: '0.1.0',

	*check({ doc }) {
		for (const spec of doc.template.template.fields) if (spec.required && !isStated(doc, spec.name)) yield spec;
	},
	describe: (spec, { doc }) => ({
		span: titleSpan(doc),
		message: `Unexpected absence of field \`${spec.title}\`, expected ${spec.values.length ? `one of ${spec.values.slice(0, 5).map(({ value }) => `\`${value}\``).join(', ')}` : 'its value'}`,
		related: templateLine(doc, spec.source, `Template \`${doc.template.template.name}\` requires it`),
	}),
	fixes: (spec, { doc }) => [{ title: `Insert field “${spec.title}”`, edits: [insertion(doc, spec)] }],
});

function isStated(doc: Postmortem, name: string): boolean {
	if (doc.fields.some((field) => field.name === name)) return true;
	switch (name) {
		case 'date': return doc.date !== undefined;
		case 'title': return doc.title !== undefined;
		case 'duration': return doc.durations.some((duration) => duration.kind === 'total');
		case 'started': return doc.phases.started !== undefined;
		case 'resolved': return doc.phases.resolved !== undefined;
		case 'detected': return doc.phases.detected !== undefined;
		case 'owner': case 'authors': return doc.fields.some((field) => field.name === 'owner' || field.name === 'authors' || field.name === 'commander');
		default: return false;
	}
}

/** A row like those that the document has for its fields, else a line of its own below the title. */
function insertion(doc: Postmortem, spec: FieldSpec): SpanEdit {
	const { text, lines } = doc;
	const lineEnding = lineEndingOf(text);
	const like = doc.fields.findLast((field) => field.form === 'list' || field.form === 'table') ?? doc.fields.findLast((field) => field.form === 'front matter') ?? doc.fields.findLast((field) => field.form === 'line' && field.value.text !== '');
	if (like) {
		const row = lines.line(lines.lineAt(like.label.span.start));
		const single = like.value.span.end <= row.end && like.value.span.start >= like.label.span.end;
		const label = like.form === 'front matter' ? spec.name.replace(/\s/g, '-') : spec.title;
		if (single) {
			const newRow = text.slice(row.start, like.label.span.start) + label + text.slice(like.label.span.end, like.value.span.start) + (like.value.text === '' ? ' ' : '') + UNKNOWN + text.slice(like.value.span.end, row.end);
			const gap = like.form === 'line' && /\S/.test(text.slice(row.end, row.end + 3)) === false && /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(text.slice(row.end, row.end + 4)) && /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(text.slice(Math.max(0, row.start - 4), row.start)) ? lineEnding + lineEnding : lineEnding;
			return { span: { start: row.end, end: row.end }, newText: gap + newRow };
		}
	}
	const title = doc.title && doc.title.span.end > doc.title.span.start ? lines.line(lines.lineAt(doc.title.span.start)).end : undefined;
	if (title !== undefined) return { span: { start: title, end: title }, newText: `${lineEnding}${lineEnding}**${spec.title}:** ${UNKNOWN}${/^\s*$/.test(text.slice(title)) || /^(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(text.slice(title)) ? '' : lineEnding}` };
	const start = doc.frontMatter ? lines.fullLine(lines.lineAt(doc.frontMatter.span.end)).end : text.charCodeAt(0) === 0xfeff ? 1 : 0;
	return { span: { start, end: start }, newText: `**${spec.title}:** ${UNKNOWN}${lineEnding}${lineEnding}` };
}
