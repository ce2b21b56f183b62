/** Where each part of a document goes in a template, and the text that comes of it. */
import { fieldNameOf, isKnownField } from '../postmortem/fields';
import type { Postmortem, SectionMatch } from '../postmortem/model';
import type { SectionRole } from '../postmortem/roles';
import { headingKeys } from '../template/headings';
import type { SectionSpec } from '../template/template';
import { contains } from '../text/span';
import { dateAt } from '../time/date';
import { timeAt } from '../time/mention';
import { partsOfDocument, partText, plainTitle, type DocumentParts, type Part } from './document-parts';
import { sectionLines } from './new-section';
import { wordsOf } from './lossless';
import { PartWriter } from './part-writer';

/** A section of the document to be: one that moves, or a new one. */
interface Node {
	readonly part: Part | undefined;
	/** The place in the template that it fills. */
	readonly match: SectionMatch | undefined;
	/** For a new one its lines; those of its subsections are in it where `children` is empty. */
	readonly lines: ((level: number) => readonly string[]) | undefined;
	/** What follows the heading of a new one, from the opening of the document. */
	readonly body?: { readonly start: number; readonly end: number };
	readonly children: Node[];
}

/** Where a section goes whose own role has no place in the template. */
const NEAR: Partial<Record<SectionRole, SectionRole>> = { 'root-cause': 'contributing-factors', 'contributing-factors': 'root-cause', 'went-well': 'lessons', 'went-wrong': 'lessons', lucky: 'lessons' };

/** What a section is called that takes what has no place. */
const APPENDIX = 'Appendix';
const LONGEST_OLD_TITLE = 60;
/** Rows with a time that make a story. */
const LEAST_STORY = 2;

/** The text with its sections in the order and under the headings of the template that `doc.matches` is about. */
export function arrangeSections(doc: Postmortem): string {
	const cut = partsOfDocument(doc);
	const placed = new Arrangement(doc, cut);
	const { level } = placed;
	const writer = new PartWriter(doc.text);
	const { lead } = placed;
	writer.add(lead.start, lead.end, doc.text.slice(lead.start, lead.end));
	for (const node of placed.nodes) write(node, node.part && placed.keepsLevel.has(node) ? node.part.section.level : level);
	return writer.text();

	function write(node: Node, at: number): void {
		const own = Math.min(6, Math.max(1, at));
		if (node.part) writer.add(node.part.span.start, node.part.span.end, partText(doc, node.part, own, node.match && newTitle(doc, node.part, node.match.spec)));
		else writer.addNew(node.lines?.(own) ?? []);
		if (node.body) writer.add(node.body.start, node.body.end, doc.text.slice(node.body.start, node.body.end));
		const shift = node.part ? own - node.part.section.level : 0;
		for (const child of node.children) write(child, node.part && child.part?.parent === node.part ? child.part.section.level + shift : own + 1);
	}
}

class Arrangement {
	/** The sections of the highest level, in their new order. */
	readonly nodes: Node[] = [];
	/** Headings around the whole document, which stay what they are. */
	readonly keepsLevel = new Set<Node>();
	readonly lead: { readonly start: number; readonly end: number };
	/** Of the outermost sections that have a place, below the title and below a heading around all of them. */
	readonly level: number;
	readonly #byPart = new Map<Part, Node>();
	readonly #byMatch = new Map<SectionMatch, Node[]>();
	readonly #places: ReadonlyMap<Part, SectionMatch>;
	/** The section that tells all the rows of a document without a timeline; it comes to stand in the new one. */
	readonly #story: Part | undefined;
	/** Headings over all that has a place of the highest level. */
	readonly #around: ReadonlySet<Part>;

	constructor(
		private readonly doc: Postmortem,
		private readonly cut: DocumentParts,
	) {
		const { parts } = cut;
		this.#places = this.#placesOfParts();
		const outer = [...this.#places].filter(([, { parent }]) => !parent).map(([part]) => part);
		const isLone = (part: Part) => part === parts[0] && part.section.level === 1 && parts.every((each) => each === part || each.section.level > 1);
		this.#around = new Set(parts.filter((part) => (outer.length > 1 || isLone(part)) && parts.some(({ parent }) => parent === part) && outer.every((each) => ancestors(each).includes(part))));
		this.level = this.#levelOf(outer);
		for (const part of parts) {
			const match = this.#places.get(part);
			const node: Node = { part, match, lines: undefined, children: [] };
			this.#byPart.set(part, node);
			if (match) this.#byMatch.set(match, [...(this.#byMatch.get(match) ?? []), node]);
		}
		this.#story = this.#storyPart();
		const facts = this.#factsInLead();
		this.lead = { start: cut.lead.start, end: facts?.start ?? cut.lead.end };
		const roots = doc.matches.filter(({ parent }) => !parent).flatMap((match) => this.#nodesOf(match, facts));
		this.#placeRest(roots);
	}

	/** What of the template each part fills and moves to. */
	#placesOfParts(): Map<Part, SectionMatch> {
		const places = new Map<Part, SectionMatch>();
		for (const part of this.cut.parts) {
			const match = this.#matchOf(part);
			if (match && !match.parent && !match.spec.required && ancestors(part).some((above) => this.#matchOf(above))) continue; // it would be missed there more than here
			const whole = match && !match.parent ? this.#wholeOf(part) : part;
			if (match && (match.parent ? this.#leavesFor(part, match) : whole === part || !this.#matchOf(whole))) places.set(whole, match);
		}
		return places;
	}

	/** The part itself, or the outermost one around it that has the same role, no lone title: what is in it belongs together. */
	#wholeOf(part: Part): Part {
		const { role } = part.section;
		const [title, ...others] = this.cut.parts.filter(({ section }) => section.level === 1);
		return ancestors(part).findLast((each) => role !== undefined && each.section.role === role && (each !== title || others.length > 0)) ?? part;
	}

	#matchOf(part: Part): SectionMatch | undefined {
		return this.doc.matches.find(({ sections }) => sections.includes(part.section));
	}

	/** Whether a part goes to a nested place: not where the place is out of reach, nor out of a section that belongs there or has its own place. */
	#leavesFor(part: Part, { parent, spec }: SectionMatch): boolean {
		const { sections } = parent!;
		if (sections.length > 0 && !this.cut.parts.some(({ section }) => sections.includes(section))) return false;
		if (part.parent && sections.includes(part.parent.section)) return true;
		if (ancestors(part).some(({ section }) => sections.includes(section))) return false;
		const isElsewhere = part.parent !== undefined && (part.parent.section.role !== undefined || this.#matchOf(part.parent) !== undefined);
		return spec.required || !isElsewhere;
	}

	/** The nodes that fill a place of the template, those of its nested places in them; a new one where it must be. */
	#nodesOf(match: SectionMatch, facts?: { readonly start: number; readonly end: number }): Node[] {
		const nested = this.doc.matches.filter(({ parent }) => parent === match);
		const own = this.#byMatch.get(match) ?? [];
		const inner = nested.map((each) => ({ each, isFilled: this.#isFilled(each) }));
		if (own.length === 0) {
			if (match.sections.length > 0) return [];
			const story = match.spec.role === 'timeline' && !match.parent ? this.#story : undefined;
			const holdsSome = story !== undefined || inner.some(({ isFilled }) => isFilled);
			const takesFacts = facts !== undefined && isFacts(match.spec);
			if (!match.spec.required && !holdsSome && !takesFacts) return [];
			const isBare = holdsSome || takesFacts;
			const node: Node = { part: undefined, match, lines: (level) => (isBare ? [`${'#'.repeat(level)} ${match.spec.title}`] : sectionLines(this.doc, match.spec, level)), children: [], ...(takesFacts ? { body: facts } : {}) };
			this.#byMatch.set(match, [node]);
			if (story) node.children.push(this.#withChildren(story));
			if (isBare) node.children.push(...nested.flatMap((each) => this.#nodesOf(each)));
			return [node];
		}
		const [host] = own;
		for (const node of own) node.children.push(...this.#stayingChildren(node.part!));
		this.#orderNested(host!, nested);
		return own;
	}

	#isFilled(match: SectionMatch): boolean {
		return this.#byMatch.has(match) || this.doc.matches.some((each) => each.parent === match && this.#isFilled(each));
	}

	/** Subsections without a place of their own. */
	#stayingChildren(part: Part): Node[] {
		return this.cut.parts.filter((each) => each.parent === part && !this.#byPart.get(each)!.match).map((each) => this.#withChildren(each));
	}

	#withChildren(part: Part): Node {
		const node = this.#byPart.get(part)!;
		node.children.push(...this.#stayingChildren(part));
		return node;
	}

	/** Puts the nested places in template order where they stand already, and what comes from elsewhere behind its neighbour. */
	#orderNested(host: Node, nested: readonly SectionMatch[]): void {
		const wanted = nested.flatMap((each) => this.#nodesOf(each));
		const atHome = wanted.filter(({ part }) => part && part.parent === host.part);
		const inDocument = [...host.children, ...atHome].sort((a, b) => a.part!.span.start - b.part!.span.start);
		const order = [...atHome];
		host.children.splice(0, host.children.length, ...inDocument.map((node) => (atHome.includes(node) ? order.shift()! : node)));
		for (const [index, node] of wanted.entries()) {
			if (atHome.includes(node)) continue;
			const before = wanted.slice(0, index).findLast((each) => host.children.includes(each));
			const after = wanted.slice(index + 1).find((each) => host.children.includes(each));
			const at = before ? host.children.indexOf(before) + 1 : after ? host.children.indexOf(after) : host.children.length;
			host.children.splice(at, 0, node);
		}
	}

	/** What has no place: facts to the top, what has the role of a placed section into that one, what holds rows behind the timeline, the rest to the appendix. */
	#placeRest(roots: readonly Node[]): void {
		const rest = this.cut.parts.filter((part) => part !== this.#story && !this.#byPart.get(part)!.match && !this.#isUnderStaying(part));
		const front: Node[] = [];
		const left: Node[] = [];
		const ordered = [...roots];
		const told: Node[] = [];
		const first = this.cut.parts.findIndex((part) => this.#places.has(part));
		for (const part of rest) {
			const node = this.#around.has(part) ? this.#byPart.get(part)! : this.#withChildren(part);
			const { role } = part.section;
			const above = this.#timelineAbove(part);
			if (above && ordered.includes(above)) {
				const behind = ordered.findLastIndex((each) => each === above || (each.part && this.#timelineAbove(each.part) === above));
				ordered.splice(behind + 1, 0, node);
			} else if (this.#around.has(part)) {
				this.keepsLevel.add(node);
				front.push(node);
			} else if (role === 'metadata' || (role === undefined && this.cut.parts.indexOf(part) < first && this.#holdsFacts(part))) front.push(node);
			else if (role === 'appendix') left.unshift(node);
			else {
				const host = this.#hostFor(role);
				if (host) host.children.push(node);
				else if (this.#holdsRows(part)) told.push(node);
				else left.push(node);
			}
		}
		const timeline = ordered.findLastIndex(({ match, part }) => match?.spec.role === 'timeline' || (part && this.#timelineAbove(part)));
		ordered.splice(timeline < 0 ? ordered.length : timeline + 1, 0, ...told);
		this.nodes.push(...front, ...ordered);
		if (left.length > 0) this.#append(left);
	}

	#storyPart(): Part | undefined {
		const { timelines, matches } = this.doc;
		const isOpen = matches.some(({ spec, parent, sections }) => spec.role === 'timeline' && !parent && sections.length === 0);
		const [told, ...others] = new Set(timelines.map(({ section }) => section));
		if (!isOpen || !told?.title || others.length > 0 || told.role === undefined || told.role === 'timeline') return undefined;
		 if (timelines.flatMap(({ entries }) => entries).filter(({ time }) => time?.clock).length < LEAST_STORY) return undefined;
		return this.cut.parts.find((part) => part.section.title!.text === told.title!.text && part.parent === undefined && !this.#places.has(part) && !this.#hostOf(part.section.role));
	}

	/** Whether rows are read in it or below it; in an appendix they would be none. */
	#holdsRows(part: Part): boolean {
		const titles = new Set(this.doc.timelines.map(({ section }) => section?.title?.text));
		return this.cut.parts.some((each) => titles.has(each.section.title!.text) && (each === part || ancestors(each).includes(part)));
	}

	/** The timeline that a heading of a day or time goes on with: `## Timeline`, `### 23:40`, `## May 12`. */
	#timelineAbove(part: Part): Node | undefined {
		if (part.section.role !== undefined || this.#places.has(part) || !beginsWithTime(part)) return undefined;
		const before = this.cut.parts.slice(0, this.cut.parts.indexOf(part)).findLast(({ section }) => section.level <= part.section.level);
		if (!before || before.section.level !== part.section.level) return undefined;
		return before.section.role === 'timeline' ? this.#byPart.get(before) : this.#timelineAbove(before);
	}

	#append(left: readonly Node[]): void {
		const place = this.doc.matches.find(({ spec, parent }) => spec.role === 'appendix' && !parent);
		const known = place && this.#byMatch.get(place)?.[0];
		if (known) {
			known.children.push(...left);
			return;
		}
		const [first, ...others] = left;
		if (!place && first!.part?.section.role === 'appendix') {
			first!.children.push(...others);
			this.nodes.push(first!);
			return;
		}
		const title = place?.spec.title ?? APPENDIX;
		const node: Node = { part: undefined, match: place, lines: (level) => [`${'#'.repeat(level)} ${title}`], children: [...left] };
		const behind = place ? this.doc.matches.slice(this.doc.matches.indexOf(place) + 1).flatMap((match) => this.#byMatch.get(match) ?? []) : [];
		const at = this.nodes.findIndex((each) => behind.includes(each));
		this.nodes.splice(at < 0 ? this.nodes.length : at, 0, node);
	}

	#isUnderStaying(part: Part): boolean {
		return part.parent !== undefined && !this.#around.has(part.parent);
	}

	#levelOf(outer: readonly Part[]): number {
		const { title, blocks } = this.doc;
		const outermost = Math.min(...outer.map((part) => ([part, ...ancestors(part)].findLast((each) => !this.#around.has(each)) ?? part).section.level));
		const isBelowTitle = title !== undefined && blocks.some((block) => block.kind === 'heading' && block.depth === 1 && contains(block.span, title.span));
		return Number.isFinite(outermost) ? Math.max(isBelowTitle ? 2 : 1, outermost) : 2;
	}

	#hostFor(role: SectionRole | undefined): Node | undefined {
		const match = this.#hostOf(role);
		return match && this.#byMatch.get(match)![0];
	}

	/** The filled place that a section of this role goes into. */
	#hostOf(role: SectionRole | undefined): SectionMatch | undefined {
		if (role === undefined) return undefined;
		return [role, NEAR[role]].flatMap((wanted) => (wanted ? this.doc.matches.filter((each) => each.spec.role === wanted && this.#byMatch.has(each)) : []))[0];
	}

	#holdsFacts(part: Part): boolean {
		return this.doc.fields.some((field) => field.form !== 'prose' && contains(part.span, field.rowSpan) && isKnownField(field.name));
	}

	/** The fields above the first section and what follows them, for a template that has a section for them. */
	#factsInLead(): { readonly start: number; readonly end: number } | undefined {
		const place = this.doc.matches.find(({ spec, parent }) => !parent && isFacts(spec));
		if (!place || place.sections.length > 0) return undefined;
		const { end } = this.cut.lead;
		const from = Math.max(this.doc.frontMatter?.span.end ?? 0, this.doc.title?.span.end ?? 0);
		const field = this.doc.fields.find(({ form, name, rowSpan }) => form !== 'prose' && form !== 'front matter' && rowSpan.start >= from && rowSpan.end <= end && isKnownField(fieldNameOf(name)));
		const block = field && this.doc.blocks.find(({ span }) => contains(span, field.label.span));
		return block && block.span.start >= from ? { start: this.doc.lines.fullLine(this.doc.lines.lineAt(block.span.start)).start, end } : undefined;
	}
}

function beginsWithTime({ section }: Part): boolean {
	const title = section.title!.text;
	const time = timeAt(title, 0, { order: undefined, place: 'row' });
	return time?.date !== undefined || time?.clock !== undefined || dateAt(title, 0, undefined) !== undefined;
}

function isFacts({ role, content }: SectionSpec): boolean {
	return role === 'metadata' && content === 'fields';
}

function ancestors(part: Part): Part[] {
	return part.parent ? [part.parent, ...ancestors(part.parent)] : [];
}

/**
 * The template's heading for a section that has another one, the old words in parentheses where they would be lost.
 * `undefined` where the heading stays: the template knows it, the document links to it, or it is more than words.
 */
function newTitle(doc: Postmortem, part: Part, { title, aliases }: SectionSpec): string | undefined {
	const old = plainTitle(doc, part);
	if (old === undefined || headingKeys(old).some((key) => headingKeys(title).includes(key))) return undefined;
	if (doc.text.includes(`](#${old.toLowerCase().replace(/[^\p{L}\p{M}\p{N} -]/gu, '').replaceAll(' ', '-')})`)) return undefined;
	const words = wordsOf(title);
	if (wordsOf(old).every((word) => words.includes(word))) return title;
	const isKnown = headingKeys(old).some((key) => aliases.some((alias) => headingKeys(alias).includes(key)));
	return isKnown || old.length > LONGEST_OLD_TITLE ? undefined : `${title} (${old})`;
}
