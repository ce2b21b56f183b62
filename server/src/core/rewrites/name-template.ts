/** The document's own word on the template that it follows, in its front matter. */
import { readFrontMatter } from '../markdown/front-matter';
import { MarkdownParser } from '../markdown/parse';
import type { Postmortem, Section } from '../postmortem/model';
import { readSections } from '../postmortem/sections';
import { chooseTemplate } from '../template/choose';
import type { Template } from '../template/template';
import { applyEdits, type SpanEdit } from '../text/edit';
import { lineEndingOf, LineIndex } from '../text/lines';
import { oncePer } from '../text/once';

/** The text, naming the template where nothing else leads to it. `sections` are those of the text. */
export function nameTemplate(doc: Postmortem, text: string, sections: readonly Section[], name: string): string {
	const wanted = doc.templates.get(name);
	const { from, template, unknown } = doc.template;
	const isNamed = from === 'document' || unknown !== undefined;
	if (from === 'config' && template === wanted && !isNamed) return text;
	if (from === 'document' && template === wanted) return text;
	if (from !== 'config' && !isNamed && resembled(doc, sections) === wanted) return text;
	return applyEdits(text, [nameEdit(text, name)]);
}

/** Names the template that a document was taken to follow; the same edit at each call. */
const ownName = oncePer((doc: Postmortem): SpanEdit | undefined => {
	const found = [...doc.templates].find(([, template]) => template === doc.template.template);
	return found && nameEdit(doc.text, found[0]);
});

/** The edit that names the document's template, where after `edits` the document would be taken to follow another one. */
export function keptTemplate(doc: Postmortem, edits: readonly SpanEdit[]): SpanEdit | undefined {
	const { from, template, unknown } = doc.template;
	if (from === 'document' || from === 'config' || unknown !== undefined) return undefined;
	const text = applyEdits(doc.text, edits);
	const { sections } = readSections(text, new LineIndex(text), new MarkdownParser().parse(text).chunks);
	return resembled(doc, sections) === template ? undefined : ownName(doc);
}

function resembled({ templates }: Postmortem, sections: readonly Section[]): Template {
	return chooseTemplate({ named: undefined, configured: undefined, templates, path: '', sections }).template;
}

function nameEdit(text: string, name: string): SpanEdit {
	const ending = lineEndingOf(text);
	const frontMatter = readFrontMatter(text);
	const quoted = /^[\w./-]+$/.test(name) ? name : JSON.stringify(name);
	if (!frontMatter) {
		const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
		return { span: { start, end: start }, newText: `---${ending}template: ${quoted}${ending}---${ending}${ending}` };
	}
	const { format, content } = frontMatter;
	const line = format === 'yaml' ? `template: ${quoted}` : `template = ${JSON.stringify(name)}`;
	const known = /^template[ \t]*[:=][^\r\n]*/m.exec(text.slice(content.start, content.end));
	if (!known) return { span: { start: content.start, end: content.start }, newText: `${line}${ending}` };
	const start = content.start + known.index;
	return { span: { start, end: start + known[0].length }, newText: line };
}
