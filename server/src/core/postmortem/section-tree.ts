/** From the headings and labels that were found, in order, to a tree of sections. */
import type { Block } from '../markdown/blocks';
import { plainText } from '../markdown/inline';
import type { Part } from '../markdown/recall';
import type { LineIndex } from '../text/lines';
import type { TextSpan, Written } from '../text/span';
import { labelOf } from './labels';
import type { Section, SectionMark } from './model';
import type { SectionRole } from './roles';
import { titleText, titleWritten } from './section-title';

export interface SectionReading {
	readonly sections: readonly Section[];
	/** The heading that names the document, where it has one. */
	readonly title: Written | undefined;
	/** The blocks before the first section that belong to none. */
	readonly lead: readonly Block[];
}

/** Roles that a label may open within a section of another role. */
export const WITHIN: Partial<Record<SectionRole, readonly SectionRole[]>> = {
	lessons: ['went-well', 'went-wrong', 'lucky'],
	'root-cause': ['resolution', 'contributing-factors', 'root-cause'],
	actions: ['actions'],
	summary: ['impact'],
	resolution: ['root-cause'],
};

/** A section while its blocks are still being gathered. */
export interface Draft {
	title: TextSpan | undefined;
	heading: TextSpan;
	mark: SectionMark;
	level: number;
	role: SectionRole | undefined;
	/** Empty. */
	bodyStart: TextSpan;
	blocks: Block[];
	isTitle: boolean;
	/** Whether it stands on a label that is followed by further labels. */
	group: boolean;
}

const MOST_TITLE = 120;

export function newDraft(heading: TextSpan, mark: SectionMark, level: number): Draft {
	return { title: undefined, heading, mark, level, role: undefined, bodyStart: { start: heading.end, end: heading.end }, blocks: [], isTitle: false, group: false };
}

/**
 * Drafts in document order, as they were read, to sections with their spans, nested as their levels say.
 * @param parts where what is read of each draft is kept.
 */
export function toSections(text: string, lines: LineIndex, read: readonly Draft[], parts: readonly Part[]): SectionReading {
	const drafts = labelsBesideHeadings(text, read);
	const lead = drafts[0]!;
	const titleDraft = drafts.find((each) => each.isTitle);
	const opening = titleDraft && drafts.indexOf(titleDraft) === 1 ? titleDraft : lead;
	const hasSummary = drafts.some((each) => each.role === 'summary');
	const makesSection = !hasSummary && drafts.length > (opening === lead ? 1 : 2) && opening.blocks.some((block) => isProse(text, block));
	const next = followers(drafts);
	const open: (Section & { children: Section[] })[] = [];
	const made: Section[] = [];
	for (const [index, each] of drafts.entries()) {
		const isOpening = each === opening && makesSection;
		if ((each === lead || each.isTitle) && !isOpening) continue;
		const following = drafts[index + 1];
		const last = isOpening ? following : next[index];
		const whole = { start: startOf(lines, each), end: last ? startOf(lines, last) : text.length };
		const section = {
			role: isOpening ? ('summary' as const) : each.role,
			title: isOpening || !each.title ? undefined : parts[index]!.recall('title', [], () => titleWritten(text, each.title!)),
			level: isOpening ? 2 : each.level,
			marked: isOpening ? ('none' as const) : each.mark,
			heading: isOpening ? { start: each.blocks[0]!.span.start, end: each.blocks[0]!.span.start } : each.heading,
			span: isOpening ? { start: each.blocks[0]!.span.start, end: whole.end } : whole,
			body: { start: isOpening ? each.blocks[0]!.span.start : each.bodyStart.start, end: following ? startOf(lines, following) : text.length },
			blocks: each.blocks,
			part: parts[index]!,
			parent: undefined as Section | undefined,
			children: [] as Section[],
		};
		if (!isOpening) {
			while (open.length && open.at(-1)!.level >= section.level) open.pop();
			section.parent = open.at(-1);
			open.at(-1)?.children.push(section);
			open.push(section);
		}
		made.push(section);
	}
	const title = titleDraft?.title ? titleWritten(text, titleDraft.title) : boldTitle(text, lead);
	return { sections: made, title, lead: makesSection && opening === lead ? [] : [...lead.blocks, ...(titleDraft && !(makesSection && opening === titleDraft) ? titleDraft.blocks : [])] };
}

/** `**Impact:** …` and behind it `### Root cause`: a label stands beside the next heading that names a section, although that is of a lower level than labels usually are. */
function labelsBesideHeadings(text: string, drafts: readonly Draft[]): readonly Draft[] {
	const levelled = [...drafts];
	let base = 1;
	let labels: number[] = [];
	for (const [index, each] of drafts.entries()) {
		if (index === 0) continue;
		if (isLabel(text, each)) {
			labels.push(index);
			continue;
		}
		const above = drafts[labels.at(-1)!]?.role;
		const isPart = each.role === undefined || (above !== undefined && WITHIN[above]?.includes(each.role));
		if (!isPart && !each.isTitle) for (const label of labels) levelled[label] = { ...drafts[label]!, level: Math.min(6, drafts[label]!.level + Math.max(0, each.level - base - 1)) };
		base = each.isTitle ? 1 : each.level;
		labels = [];
	}
	return levelled;
}

function isLabel(text: string, { mark, heading }: Draft): boolean {
	return mark === 'bold' || mark === 'label' || (mark === 'none' && !'#<'.includes(text.charAt(heading.start)));
}

/** For each draft the next one of its level or above. */
function followers(drafts: readonly Draft[]): readonly (Draft | undefined)[] {
	const next: (Draft | undefined)[] = [];
	const stack: Draft[] = [];
	for (let index = drafts.length - 1; index >= 0; index--) {
		while (stack.length && stack.at(-1)!.level > drafts[index]!.level) stack.pop();
		next[index] = stack.at(-1);
		stack.push(drafts[index]!);
	}
	return next;
}

function startOf(lines: LineIndex, each: Draft): number {
	return lines.fullLine(lines.lineAt(each.heading.start)).start;
}

function isProse(text: string, block: Block): boolean {
	if (block.kind !== 'paragraph') return false;
	const words = plainText(text.slice(block.span.start, block.span.end));
	return (words.split(' ').length >= 12 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{20}/u.test(words)) && block.lines.every((line) => !labelOf(text, line) || labelOf(text, line)!.rest.end - labelOf(text, line)!.rest.start > 80);
}

/** A short first line that names the document: bold, or plain and followed by a blank line. */
function boldTitle(text: string, lead: Draft): Written | undefined {
	const first = lead.blocks.find((block) => block.kind !== 'html' && block.kind !== 'break');
	if (first?.kind !== 'paragraph') return undefined;
	const line = first.lines[0]!;
	const source = text.slice(line.start, line.end);
	if (line.end - line.start > MOST_TITLE || /^!?\[|^https?:|[.。]$/.test(source)) return undefined;
	const label = labelOf(text, line);
	if (label && label.rest.end > label.rest.start) return /^title$/i.test(titleText(text, label.title)) ? titleWritten(text, label.rest) : undefined;
	if (label && label.mark !== 'bold') return undefined;
	if (first.lines.length > 1 && !label) return undefined;
	return titleWritten(text, line);
}
