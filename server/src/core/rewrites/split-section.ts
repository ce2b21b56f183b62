/** A section whose heading joins two roles, `Root cause and resolution`, cut in two where its text goes over to the second. */
import type { Postmortem, Section } from '../postmortem/model';
import { normalizeHeading, roleOf } from '../postmortem/roleOf';
import type { SectionRole } from '../postmortem/roles';
import { headingKeys } from '../template/headings';
import type { SpanEdit } from '../text/edit';
import { contains, touches, touching, trimmed, written, type TextSpan } from '../text/span';
import { headingEdits } from './heading-edits';
import { openingsOf, type Opening } from './part-openings';
import { isBlank } from './place';
import type { RewriteOffer } from './rewrite';

interface JoinedName {
	readonly first: string;
	readonly second: string;
	readonly roles: readonly [SectionRole, SectionRole];
}

const JOINT = /[&+/と与和及]|\s(?:and|und|et|og|och|và|[yeiи및])\s/giu;

export function splitOffers(doc: Postmortem, selection: TextSpan): RewriteOffer[] {
	return doc.sections.flatMap((section): RewriteOffer[] => {
		const edits = touches(trimmed(doc.text, section.span), selection) ? splitEdits(doc, section) : [];
		return edits.length > 0 ? [{ title: `Split \`${section.title!.text}\` into two sections`, kind: 'headings', edits }] : [];
	});
}

function splitEdits(doc: Postmortem, section: Section): SpanEdit[] {
	const { heading, title } = section;
	if (!title || (section.marked !== 'atx' && section.marked !== 'setext') || (doc.title && contains(heading, doc.title.span))) return [];
	const name = joinedName(title.text);
	const source = doc.text.slice(heading.start, heading.end);
	const at = source.indexOf(title.text);
	if (!name || at < 0 || isWanted(doc, title.text)) return [];
	const opening = secondPart(doc, section, name);
	if (!opening) return [];
	const before = source.slice(0, at);
	const behind = source.slice(at + title.text.length);
	const nameEnd = heading.start + at + name.first.length;
	const headingOf = (text: string) => `${/^ {0,3}#{1,6}[ \t]+/.exec(before)?.[0] ?? ''}${/(?<![*_])[*_]{1,3}$/.exec(before)?.[0] ?? ''}${text}${behind}`;
	return [{ span: { start: nameEnd, end: heading.start + at + title.text.length }, newText: '' }, ...secondHeading(doc, section, opening, name, headingOf)];
}

/** Two names of different roles around a joining word. */
function joinedName(title: string): JoinedName | undefined {
	for (const { 0: joint, index } of title.matchAll(JOINT)) {
		const first = title.slice(0, index).trimEnd();
		const second = title.slice(index + joint.length).trimStart();
		const roles = [roleOf(first), roleOf(second)] as const;
		if (roles[0] && roles[1] && roles[0] !== roles[1] && !/[,;:、]/.test(title)) return { first, second, roles: [roles[0], roles[1]] };
	}
	return undefined;
}

/** Whether the template has this very heading. */
function isWanted(doc: Postmortem, title: string): boolean {
	const keys = headingKeys(title);
	return doc.matches.some(({ spec }) => headingKeys(spec.title).some((key) => keys.includes(key)));
}

/** Where the text goes over to the second role, for good. */
function secondPart(doc: Postmortem, section: Section, { second, roles }: JoinedName): Opening | undefined {
	const blocks = touching(doc.blocks, ({ span }) => span, { start: section.heading.end, end: section.span.end });
	const inner = blocks.flatMap((block) => (block.kind === 'heading' ? [roleOf(doc.text.slice(block.content.start, block.content.end))] : []));
	if (inner.some((role) => role && roles.includes(role))) return undefined;
	const firstHeading = blocks.findIndex(({ kind }) => kind === 'heading');
	const openings = openingsOf(doc, firstHeading < 0 ? blocks : blocks.slice(0, firstHeading));
	const at = openings.findIndex((opening) => opening.role === roles[1] || saysJust(doc, opening, second));
	const opening = openings[at];
	if (!opening) return undefined;
	const line = doc.lines.lineAt(opening.line.start);
	const { start } = doc.lines.line(line);
	const above = doc.text.slice(section.heading.end, start).trim();
	const isAtMargin = /^ {0,3}$/.test(doc.text.slice(start, opening.item?.span.start ?? opening.line.start));
	if (above === '' || above.endsWith('\\') || !isAtMargin) return undefined;
	return openings.slice(at + 1).some(({ role }) => role === roles[0]) ? undefined : opening;
}

function saysJust({ text }: Postmortem, { label }: Opening, name: string): boolean {
	return label !== undefined && normalizeHeading(text.slice(label.title.start, label.title.end)) === normalizeHeading(name);
}

/** A label that says the name becomes the heading; else the heading is put above. */
function secondHeading(doc: Postmortem, section: Section, opening: Opening, { first, second }: JoinedName, headingOf: (name: string) => string): SpanEdit[] {
	const { label, item } = opening;
	const { ending } = doc.lines;
	const line = doc.lines.lineAt(opening.line.start);
	const { start } = doc.lines.line(line);
	const name = isUpper(first) ? second.charAt(0).toUpperCase() + second.slice(1) : second;
	const above: SpanEdit = { span: { start, end: start }, newText: `${isBlank(doc, line - 1) ? '' : ending}${headingOf(name)}${ending}${ending}` };
	if (!label || item?.checked !== undefined || !saysJust(doc, opening, second)) return [above];
	if (item && label.rest.end > label.rest.start) return [above, { span: { start: label.whole.start, end: label.rest.start }, newText: '' }];
	const title = written(doc.text, label.title);
	const labelled: Section = { ...section, title, marked: 'label', heading: { start: item?.span.start ?? label.whole.start, end: label.whole.end }, blocks: [] };
	return headingEdits(doc, [labelled]).map((edit) => ({ ...edit, newText: edit.newText.replace(`${'#'.repeat(section.level)} ${title.text}`, () => headingOf(title.text)) }));
}

function isUpper(name: string): boolean {
	return name.charAt(0) !== name.charAt(0).toLowerCase();
}
