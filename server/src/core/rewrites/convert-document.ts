/** The whole document to another template: its sections in the order and under the headings of that one, nothing lost. */
import { isCut } from '../markdown/blocks';
import { MarkdownParser } from '../markdown/parse';
import { readFields } from '../postmortem/fields';
import type { Postmortem, Section, SectionMatch, Timeline } from '../postmortem/model';
import { readSections } from '../postmortem/sections';
import { matchTemplate } from '../template/match';
import type { Template } from '../template/template';
import { lineEdits } from '../text/diff';
import { applyEdits } from '../text/edit';
import { LineIndex } from '../text/lines';
import { contains, touches, trimmed } from '../text/span';
import { arrangeSections } from './arrange-sections';
import { headingEdits } from './heading-edits';
import { missingSections } from './new-section';
import { keepsAll } from './lossless';
import { nameTemplate } from './name-template';
import { closeEnd } from './open-end';
import type { Rewrite } from './rewrite';
import { isFirstOfSection, timelineTableEdits } from './timeline-to-table';
import { doesWorkOfHeading, isOpening, isUnmarked } from './unmarked-sections';

/** What is made a heading in one round may show the next label; after so many nothing more is to be expected. */
const MOST_ROUNDS = 6;

export const convertDocument: Rewrite = {
	kind: 'convertDocument',
	/** At the title and the headings, or with the whole document selected: elsewhere it would only be in the way. */
	offers(doc, selection) {
		const whole = trimmed(doc.text, { start: 0, end: doc.text.length });
		if (isImmovable(doc)) return [];
		const places = [doc.lines.line(0), ...(doc.title ? [doc.title.span] : []), ...doc.sections.map(({ heading }) => heading)];
		if (!contains(selection, whole) && !places.some((place) => touches(doc.lines.fullLines(place), selection))) return [];
		return [...doc.templates].filter(([, template]) => template !== doc.template.template).map(([name]) => ({
			title: `Convert document to template “${name}”`,
			kind: 'convertDocument',
			template: name,
			get edits() {
				return lineEdits(doc.text, convertedText(doc, name) ?? doc.text);
			},
		}));
	},
};

/**
 * The document after conversion; converted once more it stays as it is. `undefined` where there is no such template,
 * or where the parts of the document cannot change places without a change of what they are.
 */
export function convertedText(doc: Postmortem, name: string): string | undefined {
	const template = doc.templates.get(name);
	if (!template || isImmovable(doc)) return undefined;
	let view = readAs(doc, readyToMove(doc), template);
	for (let round = 0; round < MOST_ROUNDS; round++) {
		const headed = readAs(doc, withHeadings(view), template);
		const text = arrangeSections(headed);
		if (!keepsAll(doc.text, text)) return undefined;
		if (text === view.text) break;
		view = readAs(doc, text, template);
	}
	if (missingSections(view).length > 0) return undefined;
	return nameTemplate(doc, view.text, view.sections, name);
}

function isImmovable(doc: Postmortem): boolean {
	return isFenced(doc) || doc.chunks.some(isCut);
}

/** Whether all of it stands within a fence, which was left out when it was read. */
function isFenced({ text, frontMatter, blocks }: Postmortem): boolean {
	const lead = text.slice(frontMatter?.span.end ?? 0, blocks[0]?.span.start ?? 0);
	return /(?:^|[\r\n\ufeff]) {0,3}(?:`{3}|~{3})/.test(lead);
}

/** With its end closed. Times below labels would no longer be read as rows where the labels become headings: they go to a table. */
function readyToMove(doc: Postmortem): string {
	const end = closeEnd(doc);
	const closed = end ? [end] : [];
	if (!doc.sections.some((section) => doesWorkOfHeading(doc, section))) return applyEdits(doc.text, closed);
	return applyEdits(doc.text, [...closed, ...doc.timelines.filter(({ shape }) => shape === 'labels').filter(isFirstOfSection).flatMap((timeline) => timelineTableEdits(doc, timeline))]);
}

function withHeadings(doc: Postmortem): string {
	const chosen = doc.sections.filter((section) => doesWorkOfHeading(doc, section) || isOfActions(section) || (isOpening(section) && doc.matches.some(({ sections }) => sections.includes(section))));
	return applyEdits(doc.text, headingEdits(doc, chosen));
}

/** `Immediate:` above some action items is no section any more where all others have headings. */
function isOfActions(section: Section): boolean {
	return isUnmarked(section) && section.parent?.role === 'actions';
}

/** As much of the text as sections and fields need, read as a document of that template. */
function readAs(doc: Postmortem, text: string, template: Template): Postmortem {
	const { frontMatter, chunks, blocks } = new MarkdownParser().parse(text);
	const lines = new LineIndex(text);
	const { sections, title, lead } = readSections(text, lines, chunks);
	const fields = readFields(text, lines, frontMatter, lead, sections);
	const matches = withTimeline(doc, matchTemplate(template, sections).matches, sections);
	return { ...doc, text, lines, frontMatter, blocks, title, sections, fields, matches, template: { ...doc.template, template } };
}

/** A story told with its times is the timeline of a document that has no other. */
function withTimeline(doc: Postmortem, matches: readonly SectionMatch[], sections: readonly Section[]): readonly SectionMatch[] {
	const longest = doc.timelines.reduce<Timeline | undefined>((best, each) => (best && best.entries.length >= each.entries.length ? best : each), undefined);
	const told = longest?.section && sections.find(({ title, role, parent }) => role === undefined && parent?.role === undefined && title?.text === longest.section!.title?.text);
	if (!told || matches.some((match) => match.sections.includes(told))) return matches;
	return matches.map((match) => (match.spec.role === 'timeline' && !match.parent && match.sections.length === 0 ? { ...match, sections: [told] } : match));
}
