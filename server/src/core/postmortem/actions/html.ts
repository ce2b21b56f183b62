/** Action items written as HTML: the items of a list, else paragraphs. */
import type { HtmlBlock } from '../../markdown/blocks';
import { trimmed, type Written } from '../../text/span';
import type { ActionItem, Section } from '../model';
import type { ActionContext, FoundList } from './context';
import { readItem } from './item';
import { isNoAction } from './wording';

const BULLET = /^(?:[\s•·▪◦‣●○■□]|&\w{2,8};|:[a-z_]{2,30}:)+/u;

export function fromHtml(context: ActionContext, section: Section, block: HtmlBlock, priority: Written | undefined): FoundList[] {
	const { text } = context;
	const source = text.slice(block.span.start, block.span.end);
	const openings = [...source.matchAll(/<li(?:\s[^<>]*)?>/gi)];
	const marks = openings.length > 0 ? openings : [...source.matchAll(/<p(?:\s[^<>]*)?>/gi)];
	const isList = openings.length > 0;
	const items = marks.map((mark, index): ActionItem | undefined => {
		const start = mark.index + mark[0].length;
		const next = marks[index + 1]?.index ?? source.length;
		const close = source.slice(start, next).search(isList ? /<\/(?:li|[ou]l)>/i : /<\/p>/i);
		const end = close < 0 ? next : start + close;
		const bullet = BULLET.exec(source.slice(start, end))?.[0].length ?? 0;
		const inner = trimmed(text, { start: block.span.start + start + bullet, end: block.span.start + end });
		if (inner.end <= inner.start || isNoAction(text.slice(inner.start, inner.end).replace(/<[^<>]*>/g, ''))) return undefined;
		const tail = /^<\/(?:li|p)>/i.exec(source.slice(end))?.[0].length ?? 0;
		return readItem(context, [inner], { start: block.span.start + mark.index, end: block.span.start + end + tail }, { priority });
	}).filter((item) => item !== undefined);
	return items.length === 0 ? [] : [{ section, shape: 'html', span: { start: items[0]!.rowSpan.start, end: items.at(-1)!.rowSpan.end }, items, table: undefined }];
}
