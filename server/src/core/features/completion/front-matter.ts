/** In the front matter: its keys, and the names of templates. */
import { escapeMarkdown } from '../escapeMarkdown';
import type { CompletionSource } from './completion';
import { fieldAt, isFrontMatter } from './field-place';

export const frontMatter: CompletionSource = (cursor) => {
	if (!isFrontMatter(cursor)) return [];
	const { doc, context, line, offset } = cursor;
	const place = fieldAt(cursor);
	if (place?.name === 'template') {
		const typed = doc.text.slice(place.typed.start, offset);
		const isWhole = context.templates.has(typed);
		return [...context.templates].map(([name, { title, description }]) => ({
			kind: 'template', label: name, detail: title, documentation: escapeMarkdown(description), snippet: undefined,
			filterText: isWhole ? `${typed} ${name}` : `${name} ${title}`, ...place.put(/^[\w./-]+$/.test(name) ? name : JSON.stringify(name)),
		}));
	}
	if (place || !/^[\w -]*$/.test(cursor.before)) return [];
	const stated = new Set(doc.fields.filter(({ form }) => form === 'front matter').map(({ name }) => name));
	const keys = [
		{ name: 'template', title: 'Template', doc: 'The template that this postmortem follows.' },
		{ name: 'title', title: 'Title', doc: 'What happened, in a few words.' },
		...doc.template.template.fields.map(({ name, title, required }) => ({ name, title, doc: required ? 'The template requires it.' : '' })),
	];
	return keys.filter(({ name }) => !stated.has(name)).map(({ name, title, doc: documentation }) => ({
		kind: 'field', label: name, detail: title, documentation, snippet: undefined, filterText: name,
		span: { start: line.start, end: offset }, newText: `${name}: `,
	}));
};
