/** Action items in lists: each item with what is nested in it, or group by group where items only name what is below. */
import type { ListBlock, ListItem } from '../../markdown/blocks';
import { plainText } from '../../markdown/inline';
import { written, type Written } from '../../text/span';
import { labelOf } from '../labels';
import type { ActionItem, Section } from '../model';
import { textSpansOf } from '../raw-rows';
import type { ActionContext, FoundList } from './context';
import { startsWithDetail } from './details';
import { readItem } from './item';
import { namesPriority } from './priority';
import { fromTable } from './tables';
import { closesActions } from './wording';

export function fromList(context: ActionContext, section: Section, list: ListBlock, priority: Written | undefined): FoundList[] {
	const { text } = context;
	const lists: FoundList[] = [];
	let run: ActionItem[] = [];
	const flush = () => {
		if (run.length) lists.push({ section, shape: 'list', span: { start: run[0]!.rowSpan.start, end: run.at(-1)!.rowSpan.end }, items: run, table: undefined });
		run = [];
	};
	const groups = list.items.map((item) => groupOf(text, item));
	const isEachOne = groups.length > 1 && groups.every((group, index) => group && !namesPriority(plainText(group.text)) && holdsOne(list.items[index]!));
	for (const [index, item] of list.items.entries()) {
		const group = isEachOne ? undefined : groups[index];
		if (group) {
			flush();
			const heading = namesPriority(plainText(group.text)) ? group : priority;
			for (const block of item.blocks.slice(1)) {
				if (block.kind === 'list') lists.push(...fromList(context, section, block, heading));
				else if (block.kind === 'table') lists.push(fromTable(context, section, block, heading));
			}
			continue;
		}
		const made = fromItem(context, item, priority);
		if (made) run.push(made);
	}
	flush();
	return lists;
}

/** An item that only names what is listed below it: `**Immediate:**`, `Monitoring:`, a title over task boxes. */
function groupOf(text: string, item: ListItem): Written | undefined {
	const first = item.blocks[0];
	if (first?.kind !== 'paragraph' || first.lines.length > 1 || item.checked !== undefined) return undefined;
	const nested = item.blocks.slice(1).filter((block) => block.kind === 'list' || block.kind === 'table');
	if (nested.length === 0) return undefined;
	const items = nested.flatMap((block) => (block.kind === 'list' ? block.items : []));
	if (items.some((each) => each.blocks[0]?.kind === 'paragraph' && startsWithDetail(text.slice(each.blocks[0].span.start, each.blocks[0].span.end)))) return undefined;
	const line = first.lines[0]!;
	if (items.length > 0 && items.every(({ checked }) => checked !== undefined)) return written(text, line);
	const label = labelOf(text, line);
	if (label && label.rest.start >= label.rest.end) return written(text, label.title);
	return !label && /[:：]\s*$/.test(text.slice(line.start, line.end)) ? written(text, line) : undefined;
}

function holdsOne(item: ListItem): boolean {
	return item.blocks.slice(1).every((block) => block.kind !== 'list' || block.items.length === 1);
}

function fromItem(context: ActionContext, item: ListItem, priority: Written | undefined): ActionItem | undefined {
	const { text } = context;
	const spans = item.blocks.flatMap((block) => textSpansOf(text, block)).filter((span) => span.end > span.start);
	if (spans.length === 0) return undefined;
	const first = text.slice(spans[0]!.start, spans[0]!.end);
	if (closesActions(first) || (spans.length === 1 && item.checked === undefined && /[:：]\s*[*_]*$/.test(first))) return undefined;
	return readItem(context, spans, item.span, { priority, checked: item.checked });
}
