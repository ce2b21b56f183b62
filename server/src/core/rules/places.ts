/** Where findings that concern something absent are shown. */
import type { Postmortem, SectionMatch } from '../postmortem/model';
import type { TextSpan } from '../text/span';
import type { Related } from './rule';

/** The document's title, else its first line with text. */
export function titleSpan(doc: Postmortem): TextSpan {
	const inText = doc.title && doc.title.span.end > doc.title.span.start ? doc.title.span : undefined;
	if (inText) return inText;
	const first = /\S[^\r\n]*/.exec(doc.text.slice(doc.frontMatter?.span.end ?? 0));
	if (!first) return { start: 0, end: 0 };
	const start = (doc.frontMatter?.span.end ?? 0) + first.index;
	return { start, end: start + first[0].trimEnd().length };
}

/** The heading that a missing section should follow, else the title. */
export function anchorFor(doc: Postmortem, match: SectionMatch): { readonly span: TextSpan; readonly follows: string | undefined } {
	const siblings = doc.matches.filter((each) => each.parent === match.parent);
	for (let at = siblings.indexOf(match) - 1; at >= 0; at--) {
		const section = siblings[at]!.sections[0];
		if (section?.title) return { span: section.title.span, follows: section.title.text };
	}
	const parent = match.parent?.sections[0];
	return parent?.title ? { span: parent.title.span, follows: parent.title.text } : { span: titleSpan(doc), follows: undefined };
}

/** The line of a template file that asks for something; nothing where the template is a built-in one. */
export function templateLine(doc: Postmortem, source: TextSpan | undefined, message: string): readonly Related[] {
	const { uri } = doc.template.template;
	return uri !== undefined && source ? [{ uri, span: source, message }] : [];
}
