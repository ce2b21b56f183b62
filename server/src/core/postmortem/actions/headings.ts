/** Action items that have a heading each: `### 1) Alert on a full disk`, `### Alert on a full disk` above `Owner: Kim`. */
import { trimmed, type TextSpan, type Written } from '../../text/span';
import type { ActionItem, Section } from '../model';
import { textSpansOf } from '../raw-rows';
import type { ActionContext, FoundList } from './context';
import { startsWithDetail } from './details';
import { readItem } from './item';
import { namesPriority, priorityOf } from './priority';

const NUMBERED = /^[\s#*_]{0,10}(?:#?\d{1,2}[.):]|[A-Z]{1,3}-?\d{1,3}[.):]?|(?:action(?: item)?|task|step|tiltak|acción|ação|maßnahme|対策)\s?#?\d{1,2}[.):]?)\s/iu;

/** The number of an action before its text: `1) `, `A1. `. */
export const NUMBER = /^(?:\d{1,2}[.)]|[A-OR-Z]{1,2}\d{1,2}\.)\s{1,4}(?=\S)/;

/** One list for the subsections that are actions each; `undefined` where they are groups of others, or told in prose. */
export function fromHeadings(context: ActionContext, section: Section): FoundList | undefined {
	const children = section.children.filter(({ title }) => title !== undefined);
	if (children.length === 0 || children.length !== section.children.length || !areActions(context.text, children)) return undefined;
	const items = children.map((child) => fromHeading(context, child, priorityOf(child))).filter((item) => item !== undefined);
	if (items.length === 0) return undefined;
	return { section, shape: 'headings', span: { start: items[0]!.rowSpan.start, end: items.at(-1)!.rowSpan.end }, items, table: undefined };
}

function areActions(text: string, children: readonly Section[]): boolean {
	if (children.some(({ title, children: inner }) => namesPriority(title!.text) || inner.length > 0)) return false;
	const detailed = children.filter(({ blocks }) => blocks.flatMap((block) => textSpansOf(text, block)).some(({ start, end }) => startsWithDetail(text.slice(start, end)))).length;
	if (detailed > children.length / 2) return children.every(({ blocks }) => blocks.every(({ kind }) => kind !== 'table'));
	return children.every(({ heading, blocks }) => NUMBERED.test(text.slice(heading.start, heading.end)) && blocks.every(({ kind }) => kind !== 'list' && kind !== 'table'));
}

function fromHeading(context: ActionContext, { title, heading, span, blocks }: Section, priority: Written | undefined): ActionItem | undefined {
	const number = NUMBER.exec(context.text.slice(title!.span.start, heading.end))?.[0].length ?? 0;
	const head: TextSpan = { start: title!.span.start + number, end: trimmed(context.text, { start: title!.span.start, end: heading.end }).end };
	const body = blocks.filter(({ kind }) => kind !== 'code').flatMap((block) => textSpansOf(context.text, block)).filter(({ start, end }) => end > start);
	return readItem(context, [head, ...body], { start: heading.start, end: trimmed(context.text, span).end }, { priority });
}
