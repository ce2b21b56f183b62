/** From the headings and labels that were found, in order, to a tree of sections. */
import type { Block } from '../markdown/blocks';
import { plainText } from '../markdown/inline';
import type { Part, Recalled } from '../markdown/recall';
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
	readonly lead: Lead;
}

/** What stands before the first section and belongs to none. */
export interface Lead {
	readonly blocks: readonly Block[];
	/** Where what is read from it is kept. */
	readonly part: Part;
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
	/** Where `heading` begins. */
	readonly start: number;
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
	return { start: heading.start, title: undefined, heading, mark, level, role: undefined, bodyStart: { start: heading.end, end: heading.end }, blocks: [], isTitle: false, group: false };
}

/** A draft of an earlier version, whose places are looked up when somebody asks for them. */
export class PlacedDraft implements Draft {
	readonly start: number;
	readonly mark: SectionMark;
	readonly level: number;
	readonly role: SectionRole | undefined;
	readonly isTitle: boolean;
	readonly group: boolean;
	readonly bodyStart: TextSpan;
	readonly #all: Recalled<readonly Draft[]>;
	readonly #at: number;

	constructor(all: Recalled<readonly Draft[]>, at: number, level = all.anywhere[at]!.level) {
		const { heading, mark, role, isTitle, group, bodyStart } = all.anywhere[at]!;
		const body = all.startOf(bodyStart);
		this.start = all.startOf(heading);
		this.mark = mark;
		this.level = level;
		this.role = role;
		this.isTitle = isTitle;
		this.group = group;
		this.bodyStart = { start: body, end: body };
		this.#all = all;
		this.#at = at;
	}

	withLevel(level: number): PlacedDraft {
		return new PlacedDraft(this.#all, this.#at, level);
	}

	get title(): TextSpan | undefined {
		return this.#all.here[this.#at]!.title;
	}

	get heading(): TextSpan {
		return this.#all.here[this.#at]!.heading;
	}

	get blocks(): Block[] {
		return this.#all.here[this.#at]!.blocks;
	}
}

/** A section as it stands in one version of the document. */
class PlacedSection implements Section {
	readonly role: SectionRole | undefined;
	readonly level: number;
	readonly marked: SectionMark;
	readonly span: TextSpan;
	readonly body: TextSpan;
	readonly children: Section[] = [];
	parent: Section | undefined;
	#title: { readonly written: Written | undefined } | undefined;

	/** @param isOpening an opening text without a heading, whatever its draft is called. */
	constructor(
		private readonly text: string,
		private readonly draft: Draft,
		private readonly isOpening: boolean,
		readonly part: Part,
		start: number,
		end: number,
		bodyEnd: number,
	) {
		this.role = isOpening ? 'summary' : draft.role;
		this.level = isOpening ? 2 : draft.level;
		this.marked = isOpening ? 'none' : draft.mark;
		this.span = { start, end };
		this.body = { start: isOpening ? start : draft.bodyStart.start, end: bodyEnd };
	}

	get title(): Written | undefined {
		this.#title ??= { written: this.isOpening ? undefined : this.part.recall('title', [], () => this.draft.title && titleWritten(this.text, this.draft.title)) };
		return this.#title.written;
	}

	get heading(): TextSpan {
		return this.isOpening ? { start: this.span.start, end: this.span.start } : this.draft.heading;
	}

	get blocks(): readonly Block[] {
		return this.draft.blocks;
	}
}

/**
 * Drafts in document order, as they were read, to sections with their spans, nested as their levels say.
 * @param parts where what is read of each draft is kept.
 * @param leadPart where what is read of the lead is kept: of what stands before the first heading, and of what stands below the title.
 */
export function toSections(text: string, lines: LineIndex, read: readonly Draft[], parts: readonly Part[], leadPart: (hasLead: boolean, hasTitle: boolean) => Part): SectionReading {
	const drafts = labelsBesideHeadings(text, read);
	const lead = drafts[0]!;
	const titleDraft = drafts.find((each) => each.isTitle);
	const opening = titleDraft && drafts.indexOf(titleDraft) === 1 ? titleDraft : lead;
	const hasSummary = drafts.some((each) => each.role === 'summary');
	const makesSection = !hasSummary && drafts.length > (opening === lead ? 1 : 2) && opening.blocks.some((block) => isProse(text, block));
	const next = followers(drafts);
	const open: PlacedSection[] = [];
	const made: Section[] = [];
	for (const [index, each] of drafts.entries()) {
		const isOpening = each === opening && makesSection;
		if ((each === lead || each.isTitle) && !isOpening) continue;
		const following = drafts[index + 1];
		const last = isOpening ? following : next[index];
		const end = last ? lineStart(lines, last) : text.length;
		const section = new PlacedSection(text, each, isOpening, parts[index]!, isOpening ? each.blocks[0]!.span.start : lineStart(lines, each), end, following ? lineStart(lines, following) : text.length);
		if (!isOpening) {
			while (open.length && open.at(-1)!.level >= section.level) open.pop();
			section.parent = open.at(-1);
			open.at(-1)?.children.push(section);
			open.push(section);
		}
		made.push(section);
	}
	const title = titleDraft?.title ? titleWritten(text, titleDraft.title) : boldTitle(text, lead);
	const [hasLead, hasTitle] = [!(makesSection && opening === lead), titleDraft !== undefined && !(makesSection && opening === titleDraft)];
	const blocks = hasLead ? [...lead.blocks, ...(hasTitle ? titleDraft!.blocks : [])] : [];
	return { sections: made, title, lead: { blocks, part: leadPart(hasLead, hasTitle) } };
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
		if (!isPart && !each.isTitle) for (const label of labels) levelled[label] = withLevel(drafts[label]!, Math.min(6, drafts[label]!.level + Math.max(0, each.level - base - 1)));
		base = each.isTitle ? 1 : each.level;
		labels = [];
	}
	return levelled;
}

function withLevel(draft: Draft, level: number): Draft {
	return draft instanceof PlacedDraft ? draft.withLevel(level) : { ...draft, level };
}

function isLabel(text: string, { mark, start }: Draft): boolean {
	return mark === 'bold' || mark === 'label' || (mark === 'none' && !'#<'.includes(text.charAt(start)));
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

function lineStart(lines: LineIndex, { start }: Draft): number {
	return lines.fullLine(lines.lineAt(start)).start;
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
