/** The document's own word on the template that it follows, in its front matter. */
import type { Postmortem } from '../postmortem/model';
import { chooseTemplate } from '../template/choose';
import type { Section } from '../postmortem/model';
import { lineEndingOf } from '../text/lines';
import { readFrontMatter } from '../markdown/front-matter';

/** The text, naming the template where nothing else leads to it. `sections` are those of the text. */
export function nameTemplate(doc: Postmortem, text: string, sections: readonly Section[], name: string): string {
	const wanted = doc.templates.get(name);
	const { from, template, unknown } = doc.template;
	const isNamed = from === 'document' || unknown !== undefined;
	if (from === 'config' && template === wanted && !isNamed) return text;
	if (from === 'document' && template === wanted) return text;
	if (from !== 'config' && !isNamed && chooseTemplate({ named: undefined, configured: undefined, templates: doc.templates, path: '', sections }).template === wanted) return text;
	return withTemplate(text, name);
}

function withTemplate(text: string, name: string): string {
	const ending = lineEndingOf(text);
	const frontMatter = readFrontMatter(text);
	const quoted = /^[\w./-]+$/.test(name) ? name : JSON.stringify(name);
	if (!frontMatter) {
		const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
		return `${text.slice(0, start)}---${ending}template: ${quoted}${ending}---${ending}${ending}${text.slice(start)}`;
	}
	const { format, content } = frontMatter;
	const body = text.slice(content.start, content.end);
	const line = format === 'yaml' ? `template: ${quoted}` : `template = ${JSON.stringify(name)}`;
	const known = /^template[ \t]*[:=][^\r\n]*/m.exec(body);
	const renamed = known ? body.slice(0, known.index) + line + body.slice(known.index + known[0].length) : `${line}${ending}${body}`;
	return text.slice(0, content.start) + renamed + text.slice(content.end);
}
