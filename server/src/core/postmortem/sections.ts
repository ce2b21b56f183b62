/** The sections of a document: from headings, and from bold lines, labels and plain lines that do the work of one. */
import type { Block, Chunk, CodeBlock, ListBlock, ListItem, ParagraphBlock } from '../markdown/blocks';
import { Part } from '../markdown/recall';
import type { LineIndex } from '../text/lines';
import { trimmed, type TextSpan } from '../text/span';
import { timeAt } from '../time/mention';
import { meaningOfZone } from '../time/zones';
import { outlineOf, PRIORITY_TITLE, RolesAbove, titleAmong } from './chunk-outline';
import { fieldNameOf } from './fields';
import { labelOf, type Label } from './labels';
import { leadingTime } from './row-time';
import type { SectionMark } from './model';
import { exactRoleOf, roleOf } from './roleOf';
import type { SectionRole } from './roles';
import { htmlHeading, titleText } from './section-title';
import { newDraft, PlacedDraft, toSections, WITHIN, type Draft, type SectionReading } from './section-tree';

/** Roles that a label with text behind it may open behind a timeline; others name what happened in one of its rows. */
const AFTER_TIMELINE: ReadonlySet<SectionRole> = new Set(['root-cause', 'actions', 'prevention', 'lessons', 'impact', 'contributing-factors', 'went-well', 'went-wrong']);
/** Fields that a label with a value behind it states. */
const FIELDS: ReadonlySet<string> = new Set(['severity', 'status', 'date', 'started', 'resolved', 'duration', 'time to detect', 'time to acknowledge', 'time to mitigate', 'time to resolve', 'commander', 'owner', 'authors', 'time zone', 'id', 'title']);

export function readSections(text: string, lines: LineIndex, chunks: readonly Chunk[]): SectionReading {
	const outlines = chunks.map((chunk) => chunk.part.fact('outline', [], () => outlineOf(text, chunk.blocks)));
	const headings = outlines.reduce((count, outline) => count + outline.headings.length, 0);
	const realRoles = new Set(outlines.flatMap(({ roles }) => roles));
	const labelled = new Set(outlines.flatMap((outline) => outline.labelled));
	const headed = (realRoles.size >= 2 || headings > 3) && labelled.size <= Math.max(realRoles.size, headings - 2);
	const titleAt = titleAmong(outlines);
	const titleBlock = titleAt && chunks[titleAt.chunk]!.blocks.filter(({ kind }) => kind === 'heading')[titleAt.heading];
	const firstBlock = chunks.find(({ blocks }) => blocks.length > 0)?.blocks[0];
	const opening = { start: firstBlock?.span.start ?? 0, end: firstBlock?.span.start ?? 0 };
	const drafts: Draft[] = [newDraft(opening, 'none', 0)];
	const parts: Part[] = [];
	const current = () => drafts.at(-1)!;
	const roles = [...realRoles].sort().join();
	const above = new RolesAbove();
	let leadPart: (...held: boolean[]) => Part = () => new Part(0);

	for (const [index, chunk] of chunks.entries()) {
		const isLast = index === chunks.length - 1;
		const opensWithPriority = outlines[index]!.opensWithPriority;
		const title = titleAt?.chunk === index ? titleBlock!.span.start - chunk.start : -1;
		// Labels below a title look for their group everywhere before it.
		const key = title >= 0 && index > 0 ? [{}] : [headed, roles, index === 0, isLast, title, above.key, opensWithPriority ? priorityParent()?.level : undefined, outlines[index + 1]?.opensWithLabel];
		const before = index === 0 ? 0 : drafts.length;
		const own = chunk.part.keep('sections', key, () => {
			for (const block of chunk.blocks) split(block);
			return drafts.slice(before);
		});
		drafts.length = before;
		for (let at = 0; at < own.anywhere.length; at++) {
			const draft = new PlacedDraft(own, at);
			drafts.push(before + at > 0 ? draft : { ...own.here[0]!, heading: opening, bodyStart: opening, start: opening.start });
			parts.push(chunk.part.inner(`section ${at}`, key));
			if (before + at > 0) above.add(draft);
		}
		if (index === 0 && (titleAt?.chunk ?? 0) === 0) leadPart = (...held) => chunk.part.inner(`lead ${held.join()}`, key);
	}
	return toSections(text, lines, drafts, parts, leadPart);

	function split(block: Block): void {
		if (block.kind === 'heading') {
			const opened = open(block.content, block.span, block.style, block.depth, block.span.end);
			opened.isTitle = block === titleBlock;
			if (opened.isTitle) opened.role = undefined;
		} else if (block.kind === 'html') {
			const heading = htmlHeading(text, block.span);
			if (heading) open(heading.title, block.span, 'none', heading.level, block.span.end);
			else splitHtml(block);
		} else if (block.kind === 'code' && !block.fenced && isIndentedProse(text, block)) {
			splitParagraph({ kind: 'paragraph', span: block.span, lines: block.lines.map((line) => trimmed(text, line)).filter((line) => line.end > line.start) });
		} else if (block.kind === 'paragraph') splitParagraph(block);
		else if (block.kind === 'list') splitList(block);
		else current().blocks.push(block);
	}

	function open(title: TextSpan, heading: TextSpan, mark: SectionMark, level: number, bodyStart: number): Draft {
		const opened = newDraft(heading, mark, level);
		opened.title = title;
		opened.role = roleOf(titleText(text, title));
		opened.bodyStart = { start: bodyStart, end: bodyStart };
		drafts.push(opened);
		return opened;
	}

	/** An HTML block runs to the next blank line, and swallows the headings in it: people meant them. */
	function splitHtml(block: Block): void {
		let from = block.span.start;
		const push = (to: number) => {
			const span = trimmed(text, { start: from, end: to });
			if (span.end > span.start) current().blocks.push({ kind: 'html', span });
		};
		for (let line = lines.lineAt(block.span.start); line <= lines.lineAt(block.span.end); line++) {
			const at = lines.line(line);
			const atx = /^ {0,3}(#{1,6})[ \t]+(?=\S)/.exec(text.slice(at.start, at.end));
			const html = atx ? undefined : htmlHeading(text, at);
			if (!atx && !html) continue;
			push(at.start);
			if (html) open(html.title, at, 'none', html.level, at.end);
			else open(trimmed(text, { start: at.start + atx![0].length, end: at.end }), at, 'none', atx![1]!.length, at.end);
			from = at.end;
		}
		push(block.span.end);
	}

	function splitParagraph(block: ParagraphBlock): void {
		let from = 0;
		for (let index = 0; index < block.lines.length; index++) {
			const line = block.lines[index]!;
			const label = labelOf(text, line) ?? plainTitle(line, block);
			if (!label || isBelowTime(block, index) || !opensSection(label, index, block)) continue;
			keep(block, from, index);
			openLabel(label);
			if (label.rest.start < label.rest.end) current().blocks.push({ kind: 'paragraph', span: { start: label.rest.start, end: line.end }, lines: [label.rest] });
			from = index + 1;
		}
		keep(block, from, block.lines.length);
	}

	/** `14:10 GMT:` alone on the line above: what follows tells what happened then, whatever it is called. A time that a label names is a value. */
	function isBelowTime(block: ParagraphBlock, index: number): boolean {
		const above = index > 0 ? block.lines[index - 1]! : undefined;
		const time = above && leadingTime(text, above, undefined);
		if (!time?.time.clock || time.rest.some((rest) => rest.end > rest.start)) return false;
		const label = index > 1 ? labelOf(text, block.lines[index - 2]!) : undefined;
		return !label || label.rest.end > label.rest.start;
	}

	function keep(block: ParagraphBlock, from: number, to: number): void {
		if (from >= to) return;
		const kept = block.lines.slice(from, to);
		const last = current().blocks.at(-1);
		const joins = last?.kind === 'paragraph' && from > 0 && last.span.end <= kept[0]!.start && text.slice(last.span.end, kept[0]!.start).trim() === '' && !/\n\s*\n/.test(text.slice(last.span.end, kept[0]!.start));
		if (joins) current().blocks[current().blocks.length - 1] = { kind: 'paragraph', span: { start: last.span.start, end: kept.at(-1)!.end }, lines: [...last.lines, ...kept] };
		else current().blocks.push(from === 0 && to === block.lines.length ? block : { kind: 'paragraph', span: { start: kept[0]!.start, end: to === block.lines.length ? block.span.end : kept.at(-1)!.end }, lines: kept });
	}

	function openLabel(label: Label): void {
		const base = enclosingHeading();
		const before = current();
		let level = label.depth ?? base.level + 1;
		if (label.depth === undefined && (label.mark === 'label' || label.mark === 'none')) {
			const blankBehind = /^[ \t]*(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(text.slice(label.whole.end, label.whole.end + 200));
			const opensGroup = label.rest.start >= label.rest.end && blankBehind && nextIsLabel(label.whole.end);
			const group = [...drafts].reverse().find((each) => each.group && each.level >= base.level);
			if (!opensGroup && group && drafts.indexOf(group) > drafts.indexOf(base)) level = group.level + 1;
			const priority = PRIORITY_TITLE.test(titleText(text, label.title));
			if (priority && (before.role === 'actions' || priorityParent())) level = (before.role === 'actions' && !PRIORITY_TITLE.test(titleOf(before)) ? before.level : (priorityParent()?.level ?? level)) + 1;
			const opened = open(label.title, label.whole, label.mark, Math.min(6, level), label.whole.end);
			opened.group = opensGroup;
			return;
		}
		open(label.title, label.whole, label.mark, Math.min(6, level), label.whole.end);
	}

	function priorityParent(): Draft | undefined {
		for (let index = drafts.length - 1; index > 0; index--) {
			const each = drafts[index]!;
			if (each.role === 'actions') return each;
			if (!PRIORITY_TITLE.test(titleOf(each))) return undefined;
		}
		return undefined;
	}

	function titleOf(each: Draft): string {
		return each.title ? titleText(text, each.title) : '';
	}

	function nextIsLabel(from: number): boolean {
		const line = lines.lineAt(from) + 1;
		for (let index = line; index < Math.min(lines.count, line + 4); index++) {
			const at = trimmed(text, lines.line(index));
			if (at.start >= at.end) continue;
			const label = labelOf(text, at);
			return label !== undefined && label.rest.start >= label.rest.end;
		}
		return false;
	}

	function enclosingHeading(): Draft {
		for (let index = drafts.length - 1; index >= 0; index--) {
			const each = drafts[index]!;
			if (each.mark === 'atx' || each.mark === 'setext') return each.isTitle && each.level > 1 ? { ...each, level: 1 } : each;
		}
		return { ...drafts[0]!, level: 1 };
	}

	/** The nearest role around the point that has been reached: a label's own, or that of the heading it is under. */
	function enclosingRole(): SectionRole | undefined {
		const last = current();
		if (last.role || last.mark === 'atx' || last.mark === 'setext') return last.role ?? roleAbove(last);
		return headingOf(last)?.role;
	}

	function roleAbove(below: Draft): SectionRole | undefined {
		for (let index = drafts.indexOf(below) - 1, level = below.level; index > 0; index--) {
			const each = drafts[index]!;
			if (each.level >= level) continue;
			if (each.role) return each.role;
			level = each.level;
		}
		return undefined;
	}

	function headingOf(label: Draft): Draft | undefined {
		for (let index = drafts.indexOf(label); index >= 0; index--) if (drafts[index]!.mark === 'atx' || drafts[index]!.mark === 'setext') return drafts[index];
		return undefined;
	}

	function opensSection(label: Label, index: number, block: ParagraphBlock): boolean {
		const name = titleText(text, label.title);
		if (holdsTime(name) || meaningOfZone(name)) return false;
		const alone = label.rest.start >= label.rest.end;
		if (label.depth !== undefined) return headingOf(current())?.role !== 'timeline' || roleOf(name) !== undefined;
		const role = alone ? (label.mark === 'bold' ? roleOf(name) : (exactRoleOf(name) ?? (headed ? undefined : roleOf(name)))) : exactRoleOf(name);
		const inTimeline = headingOf(current())?.role === 'timeline' || (current().role === 'timeline' && !alone);
		if (inTimeline && (headed || (!alone && !AFTER_TIMELINE.has(role!)))) return false;
		if (!alone && ((role !== undefined && role === current().role) || statesField(name, role))) return false;
		if (headed) {
			if (role === undefined || realRoles.has(role)) return false;
			const around = headingOf(current())?.role ?? (headingOf(current()) ? roleAbove(headingOf(current())!) : undefined);
			if (around !== undefined && around !== 'metadata' && !WITHIN[around]?.includes(role)) return false;
			if (!alone && (around === 'metadata' || label.rest.end - label.rest.start < 30)) return false;
			return alone || index === 0 || block.lines.length > 1;
		}
		if (alone) {
			const next = block.lines[index + 1];
			const something = next !== undefined || label.mark === 'bold' || role !== undefined || block !== chunks.findLast(({ blocks }) => blocks.length > 0)?.blocks.at(-1);
			if (label.mark === 'bold' && role === undefined && index === 0 && block === firstBlock) return false; // a bold first line is a title
			return something && (role !== undefined || (name.length <= 60 && /^\p{Lu}|^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(name)));
		}
		if (role === undefined) return false;
		return label.rest.end - label.rest.start >= 20 || role === 'timeline' || role === 'actions';
	}

	/** A line of nothing but a known section name, where headings are not in use. */
	function plainTitle(line: TextSpan, block: ParagraphBlock): Label | undefined {
		if (headed || line.end - line.start > 60) return undefined;
		const name = titleText(text, line);
		if (exactRoleOf(name) === undefined || /[.,;]$/.test(name)) return undefined;
		if (block.lines[0] !== line && !/^\p{Lu}/u.test(name)) return undefined;
		return { title: line, whole: line, rest: { start: line.end, end: line.end }, mark: 'none', depth: undefined };
	}

	function splitList(list: ListBlock): void {
		const labels = list.items.map((item) => itemLabel(item));
		const fieldLike = labels.filter((label) => label && label.rest.end > label.rest.start && exactRoleOf(titleText(text, label.title)) === undefined).length;
		let from = 0;
		const parentLevel = Math.max(current().level, 1);
		const around = enclosingRole();
		for (const [index, whole] of list.items.entries()) {
			const label = labels[index];
			const cut = cutAtLabel(whole);
			const item = cut?.kept ?? whole;
			const opens = label !== undefined && opensFromItem(label, item, around, fieldLike, list);
			if (!opens && !cut) continue;
			keepItems(list, from, index);
			if (opens) openItem(item, label, Math.min(6, parentLevel + 1));
			else current().blocks.push({ ...list, span: item.span, items: [item] });
			if (cut) splitParagraph(cut.behind);
			from = index + 1;
		}
		keepItems(list, from, list.items.length);
	}

	/** A label in column 0 right below an item is a lazy continuation of it to Markdown, and the next section to a reader. */
	function cutAtLabel(item: ListItem): { readonly kept: ListItem; readonly behind: ParagraphBlock } | undefined {
		const last = item.blocks.at(-1);
		if (last?.kind === 'list') {
			const inner = cutAtLabel(last.items.at(-1)!);
			if (!inner) return undefined;
			const list: ListBlock = { ...last, span: { start: last.span.start, end: inner.kept.span.end }, items: [...last.items.slice(0, -1), inner.kept] };
			return { kept: { ...item, span: { start: item.span.start, end: inner.kept.span.end }, blocks: [...item.blocks.slice(0, -1), list] }, behind: inner.behind };
		}
		if (last?.kind !== 'paragraph') return undefined;
		const at = last.lines.findIndex((line, index) => index > 0 && lines.line(lines.lineAt(line.start)).start === line.start && namesSection(line));
		if (at < 0) return undefined;
		const kept: ParagraphBlock = { kind: 'paragraph', span: { start: last.span.start, end: last.lines[at - 1]!.end }, lines: last.lines.slice(0, at) };
		const behind: ParagraphBlock = { kind: 'paragraph', span: { start: last.lines[at]!.start, end: last.span.end }, lines: last.lines.slice(at) };
		return { kept: { ...item, span: { start: item.span.start, end: kept.span.end }, blocks: [...item.blocks.slice(0, -1), kept] }, behind };
	}

	function namesSection(line: TextSpan): boolean {
		const label = labelOf(text, line);
		if (!label || label.depth !== undefined) return false;
		const name = titleText(text, label.title);
		const role = exactRoleOf(name) ?? (label.rest.start >= label.rest.end ? roleOf(name) : undefined);
		return role !== undefined && !realRoles.has(role);
	}

	function itemLabel(item: ListItem): Label | undefined {
		const first = item.blocks[0];
		return first?.kind === 'paragraph' ? labelOf(text, first.lines[0]!) : undefined;
	}

	function opensFromItem(label: Label, item: ListItem, around: SectionRole | undefined, fieldLike: number, list: ListBlock): boolean {
		const name = titleText(text, label.title);
		if (holdsTime(name) || around === 'timeline' || label.depth !== undefined) return false;
		const alone = label.rest.start >= label.rest.end;
		const nested = item.blocks.length > 1;
		const role = exactRoleOf(name) ?? (alone && nested && label.mark !== 'none' ? roleOf(name) : undefined);
		if (role === undefined || (realRoles.has(role) && role !== around)) return false;
		if (around !== undefined && around !== 'metadata' && !WITHIN[around]?.includes(role)) return false;
		if (around === 'metadata' && (!(alone && nested) || role === 'metadata')) return false;
		if (alone) return nested;
		if (statesField(name, role)) return false;
		if (headed && (fieldLike >= 2 || list.items.length === 1)) return false;
		return label.mark === 'bold' || /^[*_]/.test(text.slice(label.whole.start, label.whole.end)) ? !headed || label.rest.end - label.rest.start >= 30 : !headed && label.rest.end - label.rest.start >= 20;
	}

	/** `Status: Draft` states a field, whatever role a heading of that name would have. */
	function statesField(name: string, role: SectionRole | undefined): boolean {
		return role === 'metadata' || FIELDS.has(fieldNameOf(name));
	}

	function openItem(item: ListItem, label: Label, level: number): void {
		const opened = open(label.title, { start: item.span.start, end: label.whole.end }, 'label', level, label.whole.end);
		if (opened.role === undefined) opened.role = exactRoleOf(titleText(text, label.title));
		const first = item.blocks[0] as ParagraphBlock;
		const rest = [...(label.rest.end > label.rest.start ? [label.rest] : []), ...first.lines.slice(1)];
		if (rest.length) opened.blocks.push({ kind: 'paragraph', span: { start: rest[0]!.start, end: first.span.end }, lines: rest });
		opened.blocks.push(...item.blocks.slice(1));
	}

	function keepItems(list: ListBlock, from: number, to: number): void {
		if (from >= to) return;
		if (from === 0 && to === list.items.length) current().blocks.push(list);
		else current().blocks.push({ ...list, span: { start: list.items[from]!.span.start, end: list.items[to - 1]!.span.end }, items: list.items.slice(from, to) });
	}

	function holdsTime(name: string): boolean {
		for (let at = 0; at < name.length; at++) {
			if (!/\d/.test(name[at]!)) continue;
			const time = timeAt(name, at, { order: undefined, place: at === 0 ? 'row' : 'prose' });
			if (time?.clock || (time?.date && at === 0)) return true;
			while (at + 1 < name.length && /\d/.test(name[at + 1]!)) at++;
		}
		return timeAt(name, 0, { order: undefined, place: 'row' })?.date !== undefined;
	}
}

/** Text that was pasted with an indentation, which Markdown takes for code. */
function isIndentedProse(text: string, block: CodeBlock): boolean {
	const lines = block.lines.map((line) => text.slice(line.start, line.end).trim()).filter((line) => line !== '');
	const prose = lines.filter((line) => /^[\p{L}\d•*-]/u.test(line) && !/[{};=$<>\\]|^\w+\(|\)$|^(?:sudo|apt|kubectl|docker|git|curl|npm|cd|ls) /.test(line) && (/\s\S+\s/.test(line) || /:$/.test(line))).length;
	return lines.length >= 4 && prose >= lines.length * 0.8;
}
