/** Action items: what the sections on follow-up work list, in tables, lists, lines, headings or prose. */
import { unwrapped } from '../../markdown/inline';
import type { ParagraphBlock } from '../../markdown/blocks';
import type { Part, Recalled } from '../../markdown/recall';
import { written, type TextSpan, type Written } from '../../text/span';
import { namesTold } from '../people';
import type { ActionItem, ActionList, ActionShape, Section, TableModel } from '../model';
import type { SectionRole } from '../roles';
import type { ActionContext, FoundList } from './context';
import { fromHeadings } from './headings';
import { fromHtml } from './html';
import { fromParagraph } from './lines';
import { fromList } from './lists';
import { namesPriority, priorityOf } from './priority';
import { fromTable, isActionTable } from './tables';
import { closesActions } from './wording';

/** What groups of actions may be about. */
const TOPICS: ReadonlySet<SectionRole> = new Set(['detection', 'response', 'resolution', 'prevention', 'communication', 'metrics', 'root-cause', 'contributing-factors']);

export function readActions(context: ActionContext, sections: readonly Section[]): readonly ActionList[] {
	const lists: ActionList[] = [];
	const headed = new Set<Section>();
	const key = [context.order, JSON.stringify(context.date)];
	for (const section of sections) {
		if (!isActions(section) || headed.has(section)) continue;
		const { own, children } = listsIn(context, key, section);
		lists.push(...own, ...children);
		if (children.length > 0) for (const child of section.children) headed.add(child);
	}
	return lists;
}

interface SectionLists {
	readonly own: readonly ActionList[];
	/** One, where the subsections are actions each. */
	readonly children: readonly ActionList[];
}

/** A run of action items as it stands in one version of the document; the items are looked up when somebody asks for them. */
class PlacedList implements ActionList {
	readonly shape: ActionShape;

	constructor(
		readonly section: Section,
		private readonly all: Recalled<Readonly<Record<keyof SectionLists, readonly FoundList[]>>>,
		private readonly whose: keyof SectionLists,
		private readonly index: number,
		readonly part: Part,
	) {
		this.shape = all.anywhere[whose][index]!.shape;
	}

	get span(): TextSpan {
		return this.#here.span;
	}

	get items(): readonly ActionItem[] {
		return this.#here.items;
	}

	get table(): TableModel | undefined {
		return this.#here.table;
	}

	get #here(): FoundList {
		return this.all.here[this.whose][this.index]!;
	}
}

/** Kept as long as the section, those right below it, and the priority that it stands under stay the same. */
function listsIn(context: ActionContext, documentKey: readonly unknown[], section: Section): SectionLists {
	const { part, children } = section;
	const above = [section, ...children].flatMap((each) => priorityOf(each) ?? []);
	const toldIn = ({ part: own, span, body }: Section) => namesTold(context.text, own, { start: span.start, end: body.end }, context.names);
	const below = children.flatMap((child) => [child.part.identity, child.part.start - part.start, child.children.length, toldIn(child)]);
	const key = [...documentKey, section.marked, toldIn(section), ...above.map(({ text }) => text), ...below];
	const kept = part.keep('actions', key, () => {
		const list = fromHeadings(context, section);
		return { own: listsOf(context, section).map(withoutSection), children: list ? [withoutSection(list)] : [] };
	}, above.map(({ span }) => span));
	const placed = (whose: keyof SectionLists) => kept.anywhere[whose].map((_, index) => new PlacedList(section, kept, whose, index, part.inner(`${whose} actions ${index}`, key)));
	return { own: placed('own'), children: placed('children') };
}

/** A section is another object in each version. */
function withoutSection(list: FoundList): FoundList {
	return { ...list, section: undefined as unknown as Section };
}

/** A section on follow-up work, or one below it that names a group of it. */
function isActions(section: Section): boolean {
	if (section.role === 'actions') return true;
	if (section.role !== undefined && !TOPICS.has(section.role)) return false;
	return section.parent !== undefined && isActions(section.parent);
}

function listsOf(context: ActionContext, section: Section): FoundList[] {
	const { text } = context;
	const lists: FoundList[] = [];
	const hasItems = section.blocks.some((block) => block.kind === 'list' || (block.kind === 'table' && isActionTable(text, block)) || (block.kind === 'html' && /<li[\s>]/i.test(text.slice(block.span.start, block.span.end))));
	let heading: Written | undefined = priorityOf(section);
	const closing = section.blocks.findIndex((block) => block.kind === 'paragraph' && closesActions(text.slice(block.span.start, block.span.end)));
	for (const [index, block] of section.blocks.entries()) {
		if (closing >= 0 && index >= closing && block.kind === 'paragraph') continue;
		const made: FoundList[] = block.kind === 'table' ? [fromTable(context, section, block, heading)]
			: block.kind === 'list' ? fromList(context, section, block, heading)
			: block.kind === 'quote' ? listsOf(context, { ...section, title: section.title, heading: section.heading, blocks: block.blocks })
			: block.kind === 'paragraph' ? fromParagraph(context, section, block, heading, hasItems)
			: block.kind === 'html' && !(hasItems && !/<li[\s>]/i.test(text.slice(block.span.start, block.span.end))) ? fromHtml(context, section, block, heading)
			: [];
		if (block.kind === 'paragraph' && made.length === 0) heading = labelPriority(text, block) ?? heading;
		lists.push(...made);
	}
	return lists.filter((list) => list.items.length > 0);
}

function labelPriority(text: string, block: ParagraphBlock): Written | undefined {
	const line = unwrapped(text, block.lines[0]!);
	return namesPriority(text.slice(line.start, line.end)) ? written(text, line) : undefined;
}
