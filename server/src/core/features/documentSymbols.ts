/** The outline: the document's title, under it the sections as they are nested, with timeline rows and actions in them. */
import { plainText } from '../markdown/inline';
import type { Part } from '../markdown/recall';
import type { ActionItem, Postmortem, Section, TimelineEntry } from '../postmortem/model';
import { contains, type TextSpan } from '../text/span';
import { formatDate } from '../time/moment';
import { shortened } from './shortened';

export interface OutlineSymbol {
	/** A section is a `heading` where Markdown has it as one. */
	readonly kind: 'document' | 'heading' | 'section' | 'event' | 'action';
	/** Without markup, on one line, never empty. */
	readonly name: string;
	/** A section's role, an event's phase, an action's owner, due date and status; empty where there is none. */
	readonly detail: string;
	/** Whether it is an action that is done. */
	readonly isDone: boolean;
	readonly span: TextSpan;
	/** Lies within `span`. */
	readonly selection: TextSpan;
	readonly children: readonly OutlineSymbol[];
}

const LONGEST_NAME = 80;

/**
 * Empty where the document is no postmortem.
 * @param headings `around`: only those headings that have a role or hold rows, for an editor that outlines Markdown's headings
 * beside this.
 */
export function documentSymbols(doc: Postmortem, headings: 'all' | 'around' = 'all'): readonly OutlineSymbol[] {
	const all = allSymbols(doc);
	return headings === 'all' ? all : all.flatMap(withoutBareHeadings);
}

function allSymbols(doc: Postmortem): readonly OutlineSymbol[] {
	if (!doc.verdict.isPostmortem) return [];
	const rows = new Map<Section | undefined, OutlineSymbol[]>();
	const rowStarts = new Set<number>();
	const add = (section: Section | undefined, symbols: readonly OutlineSymbol[]) => {
		const known = rows.get(section);
		if (known) known.push(...symbols);
		else rows.set(section, [...symbols]);
	};
	for (const timeline of doc.timelines) {
		const events = timeline.part.recall('symbols', [], () => timeline.entries.map((entry) => eventSymbol(doc, timeline.part, entry)));
		for (const { span } of events) rowStarts.add(span.start);
		add(timeline.section, events);
	}
	for (const list of doc.actionLists) add(list.section, list.part.recall('symbols', [], () => list.items.map((item) => actionSymbol(doc, item))));
	const shown = (section: Section): boolean => (section.title !== undefined || section.role !== undefined) && !rowStarts.has(section.heading.start) && !isTitle(doc, section);

	const symbolOf = (section: Section): OutlineSymbol => ({
		kind: section.marked === 'atx' || section.marked === 'setext' ? 'heading' : 'section',
		name: section.part.fact('symbol', [section.title === undefined], () => sectionName(doc, section)),
		detail: section.role ?? '',
		isDone: false,
		span: withoutBlankEnd(doc.text, section.span),
		selection: within(withoutBlankEnd(doc.text, section.span), section.heading),
		children: childrenOf(section),
	});
	/** What stands in a section that is not shown moves up to the next one that is. */
	const childrenOf = (parent: Section | undefined): readonly OutlineSymbol[] => {
		const own = rows.get(parent) ?? [];
		const sections = parent ? parent.children : doc.sections.filter((section) => section.parent === undefined);
		const inner = sections.flatMap((section) => (shown(section) ? [symbolOf(section)] : childrenOf(section)));
		return [...own, ...inner].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
	};

	const top = childrenOf(undefined);
	if (!doc.title) return top;
	const span = withoutBlankEnd(doc.text, { start: 0, end: doc.text.length });
	const name = shortened(plainText(doc.title.text), LONGEST_NAME) || '(no title)';
	return [{ kind: 'document', name, detail: documentDetail(doc), isDone: false, span, selection: within(span, doc.title.span), children: top }];
}

/** The title is around everything and tells nothing apart: what is under it stands for it. */
function withoutBareHeadings(symbol: OutlineSymbol): readonly OutlineSymbol[] {
	const children = symbol.children.flatMap(withoutBareHeadings);
	if (symbol.kind === 'document') return children;
	return symbol.kind === 'heading' && symbol.detail === '' && children.length === 0 ? [] : [{ ...symbol, children }];
}

function isTitle(doc: Postmortem, section: Section): boolean {
	return doc.title !== undefined && section.role === undefined && contains(section.heading, doc.title.span);
}

/** The title; for an opening text without one its first words. */
function sectionName(doc: Postmortem, { title, body }: Section): string {
	return shortened(plainText(title?.text ?? doc.text.slice(body.start, Math.min(body.end, body.start + 4 * LONGEST_NAME))), LONGEST_NAME) || '(no title)';
}

/** Severity and day: what tells one postmortem from another. */
function documentDetail(doc: Postmortem): string {
	const severity = doc.fields.find(({ name, value }) => name === 'severity' && value.text !== '')?.value.text;
	return [severity && shortened(plainText(severity), 24), doc.date && formatDate(doc.date.date)].filter((part) => part).join(' · ');
}

function eventSymbol(doc: Postmortem, part: Part, entry: TimelineEntry): OutlineSymbol {
	const name = part.piece('symbol', `${entry.written.text}\n${entry.text}`, () => shortened([plainText(entry.written.text), plainText(entry.text)].filter((each) => each !== '').join(' '), LONGEST_NAME));
	const span = withoutBlankEnd(doc.text, entry.rowSpan);
	return { kind: 'event', name: name || '(empty row)', detail: entry.phase ?? '', isDone: false, span, selection: within(span, entry.written.text === '' ? firstLine(doc, span) : entry.written.span), children: [] };
}

function actionSymbol(doc: Postmortem, item: ActionItem): OutlineSymbol {
	const owners = item.owners.map(({ text }) => plainText(text)).join(', ');
	const due = item.due && (item.due.date ? formatDate(item.due.date) : plainText(item.due.written.text));
	const detail = [owners, due && `due ${due}`, item.status && plainText(item.status.text)].filter((part) => part).join(' · ');
	const span = withoutBlankEnd(doc.text, item.rowSpan);
	return { kind: 'action', name: shortened(plainText(item.text), LONGEST_NAME) || '(empty item)', detail, isDone: item.done, span, selection: within(span, item.textSpans[0] ?? firstLine(doc, span)), children: [] };
}

function firstLine(doc: Postmortem, { start, end }: TextSpan): TextSpan {
	return { start, end: Math.min(end, doc.lines.line(doc.lines.lineAt(start)).end) };
}

/** `inner` cut to what lies in `outer`; the start of `outer` where nothing does. */
function within(outer: TextSpan, inner: TextSpan): TextSpan {
	const start = Math.max(outer.start, inner.start);
	const end = Math.min(outer.end, inner.end);
	return start <= end ? { start, end } : { start: outer.start, end: outer.start };
}

function withoutBlankEnd(text: string, { start, end }: TextSpan): TextSpan {
	while (end > start && text.charCodeAt(end - 1) <= 32) end--;
	return { start, end: start + text.slice(start, end).trimEnd().length };
}
