/** Action items: what the sections on follow-up work list, in tables, lists, lines or prose. */
import type { ListBlock, ListItem, ParagraphBlock, TableBlock } from '../markdown/blocks';
import { linksIn, plainText, unwrapped } from '../markdown/inline';
import { trimmed, written, type TextSpan, type Written } from '../text/span';
import { completeDate, dateAt, type DateOrder } from '../time/date';
import type { CivilDate } from '../time/moment';
import { columnRoleOf } from '../template/columns';
import { readTable } from './columns';
import { labelOf } from './labels';
import type { ActionItem, ActionList, ColumnRole, DueReading, Section, TableModel } from './model';
import { textSpansOf } from './raw-rows';

export interface ActionContext {
	readonly text: string;
	readonly order: DateOrder | undefined;
	/** The day the incident began: the year of due dates that state none. */
	readonly date: CivilDate | undefined;
}

const PRIORITY = /^(?:p[0-4]\b|immediate|urgent|critical|high\b|medium\b|low\b|short|mid|long|near)/iu;
const NOTHING = /^\W*(?:none|n\/?a|nothing|tbd|todo|no (?:action|further|follow|items)|keine|aucune?|ninguna?|nenhuma?|ingen|なし|無し|无|없음)\b[^.]{0,60}\.?$/iu;
const DONE = /^\W*(?:done|completed?|closed|finished|shipped|merged|resolved|fixed|implemented|deployed|hecho|completad[oa]|concluíd[oa]|terminé|erledigt|ferdig|fullført|完了|済み?|対応済|已完成|완료)(?!\p{L})|[✅☑✔]|âœ…|âœ”/iu;
const OWNER_TAG = /\(?\*{0,2}(?:owner|assignee|assigned to|responsible|dri|who|担当者?|负责人|담당자?|responsable|responsável)\*{0,2}\s{0,2}[:：]\s{0,2}\*{0,2}\s{0,2}([^\s()|;,.*][^()|;,.]{1,58}?)(?=[)|;,]|\.(?:\s|$)|\s[-–—]\s|$)\)?/iu;
const HANDLE = /(?<![\p{L}\p{N}_./])@[A-Za-z0-9][\w-]{0,38}(?:\/[\w-]+)?/gu;
const NAME_IN_BRACKETS = /(?:\(|\[)(\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]+){0,2})(?:\)|\])\s*(?:[.:]\s*)?$/u;
const DUE_TAG = /(?:due(?: date| by| on)?|deadline|by|eta|until|before|期限|截止)\s*[:：]?\s*\*{0,2}\s*/giu;

export function readActions(context: ActionContext, sections: readonly Section[]): readonly ActionList[] {
	const lists: ActionList[] = [];
	for (const section of sections) {
		if (!isActions(section)) continue;
		lists.push(...listsOf(context, section));
	}
	return lists;
}

/** A section on follow-up work, or one below it that has no other role. */
function isActions(section: Section): boolean {
	if (section.role === 'actions') return true;
	if (section.role !== undefined) return section.role === 'prevention' && section.parent !== undefined && isActions(section.parent);
	return section.parent !== undefined && isActions(section.parent);
}

function listsOf(context: ActionContext, section: Section): ActionList[] {
	const { text } = context;
	const lists: ActionList[] = [];
	const priority = priorityOf(section);
	const hasItems = section.blocks.some((block) => block.kind === 'list' || (block.kind === 'table' && isActionTable(text, block)));
	let heading: Written | undefined = priority;
	for (const block of section.blocks) {
		const made: ActionList[] = block.kind === 'table' ? [fromTable(context, section, block, heading)]
			: block.kind === 'list' ? fromList(context, section, block, heading)
			: block.kind === 'quote' ? listsOf(context, { ...section, blocks: block.blocks })
			: block.kind === 'paragraph' ? fromParagraph(context, section, block, heading, hasItems)
			: [];
		if (block.kind === 'paragraph' && made.length === 0) heading = labelPriority(text, block) ?? heading;
		lists.push(...made);
	}
	return lists.filter((list) => list.items.length > 0);
}

function priorityOf(section: Section): Written | undefined {
	for (let each: Section | undefined = section; each; each = each.parent) if (each.title && PRIORITY.test(each.title.text)) return each.title;
	return undefined;
}

function labelPriority(text: string, block: ParagraphBlock): Written | undefined {
	const line = unwrapped(text, block.lines[0]!);
	return PRIORITY.test(text.slice(line.start, line.end)) && line.end - line.start < 60 ? written(text, line) : undefined;
}

// ── tables ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function isActionTable(text: string, block: TableBlock): boolean {
	const roles = block.header.cells.map((cell) => columnRoleOf(text.slice(cell.start, cell.end)));
	return roles.some((role) => role !== 'other') || block.header.cells.every((cell) => cell.start >= cell.end) || block.header.cells.length >= 2;
}

function fromTable(context: ActionContext, section: Section, block: TableBlock, priority: Written | undefined): ActionList {
	const { text } = context;
	const table = readTable(text, block);
	const action = actionColumn(table);
	const rows = block.rows.filter((row) => {
		const cell = row.cells[action];
		return cell && !/^\W*$/u.test(plainText(text.slice(cell.start, cell.end)));
	});
	const items = rows.map((row): ActionItem => {
		const cellOf = (...roles: ColumnRole[]) => {
			const index = table.columns.findIndex((column, at) => at !== action && roles.includes(column.role));
			const cell = index >= 0 ? row.cells[index] : undefined;
			return cell && cell.end > cell.start && !isBlankCell(text, cell) ? cell : undefined;
		};
		const owner = cellOf('owner', 'who');
		const due = cellOf('due', 'date');
		const status = cellOf('status');
		const done = table.columns.findIndex((column) => /^completed|^done/i.test(column.title.text));
		const doneCell = done >= 0 ? row.cells[done] : undefined;
		const priorityCell = cellOf('priority');
		const text_ = row.cells[action]!;
		return {
			text: text.slice(text_.start, text_.end), textSpans: [text_], owners: owner ? ownersIn(text, owner) : [],
			priority: priorityCell ? written(text, unwrapped(text, priorityCell)) : priority, due: due && dueIn(context, due), status: status && written(text, unwrapped(text, status)),
			done: (status !== undefined && DONE.test(text.slice(status.start, status.end))) || (status === undefined && doneCell !== undefined && /^(?:x|yes|✅|done)\b/iu.test(text.slice(doneCell.start, doneCell.end))),
			links: row.cells.flatMap((cell) => linksIn(text, cell)), rowSpan: row.span,
		};
	});
	return { section, shape: 'table', span: block.span, items, table };
}

function actionColumn(table: TableModel): number {
	const named = table.columns.findIndex((column) => column.role === 'action');
	if (named >= 0) return named;
	const event = table.columns.findIndex((column) => column.role === 'event');
	if (event >= 0) return event;
	const lengths = table.columns.map((column, index) => (column.role === 'other' || column.role === 'ticket' ? table.block.rows.reduce((sum, row) => sum + (row.cells[index] ? row.cells[index]!.end - row.cells[index]!.start : 0), 0) : -1));
	return Math.max(0, lengths.indexOf(Math.max(...lengths)));
}

function isBlankCell(text: string, cell: TextSpan): boolean {
	return /^[\s\-–—_?.]*$/.test(text.slice(cell.start, cell.end));
}

// ── lists and lines ─────────────────────────────────────────────────────────────────────────────────────────────────

function fromList(context: ActionContext, section: Section, list: ListBlock, priority: Written | undefined): ActionList[] {
	const { text } = context;
	const lists: ActionList[] = [];
	let run: ActionItem[] = [];
	const flush = () => {
		if (run.length) lists.push({ section, shape: 'list', span: { start: run[0]!.rowSpan.start, end: run.at(-1)!.rowSpan.end }, items: run, table: undefined });
		run = [];
	};
	for (const item of list.items) {
		const group = groupOf(text, item);
		if (group) {
			flush();
			const heading = PRIORITY.test(plainText(group.text)) ? group : priority;
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

/** An item that only names what is listed below it: `**Immediate:**`, `Monitoring:`. */
function groupOf(text: string, item: ListItem): Written | undefined {
	const first = item.blocks[0];
	if (first?.kind !== 'paragraph' || first.lines.length > 1 || item.checked !== undefined) return undefined;
	if (!item.blocks.slice(1).some((block) => block.kind === 'list' || block.kind === 'table')) return undefined;
	const label = labelOf(text, first.lines[0]!);
	if (label && label.rest.start >= label.rest.end) return written(text, label.title);
	return /[:：]\s*$/.test(text.slice(first.span.start, first.span.end)) ? written(text, first.lines[0]!) : undefined;
}

function fromItem(context: ActionContext, item: ListItem, priority: Written | undefined): ActionItem | undefined {
	const spans = item.blocks.flatMap((block) => textSpansOf(context.text, block)).filter((span) => span.end > span.start);
	if (spans.length === 0) return undefined;
	return fromSpans(context, spans, item.span, priority, item.checked);
}

function fromSpans(context: ActionContext, spans: readonly TextSpan[], rowSpan: TextSpan, priority: Written | undefined, checked: boolean | undefined): ActionItem | undefined {
	const { text } = context;
	const source = spans.map((span) => text.slice(span.start, span.end)).join(' ').trim();
	const plain = plainText(source);
	if (!/[\p{L}\p{N}]/u.test(plain) || NOTHING.test(plain)) return undefined;
	const whole = { start: spans[0]!.start, end: spans.at(-1)!.end };
	const lead = /^\W{0,4}(?:\[(P[0-4])\]|(P[0-4])\b)/iu.exec(text.slice(whole.start, whole.end));
	const leadText = lead && (lead[1] ?? lead[2])!;
	const leadStart = lead ? whole.start + lead[0].lastIndexOf(leadText!) : 0;
	const statusMark = /^\W{0,3}([✅☑✔⬜🔲🔄❌⏳📋🚧🟡🟢🔴]|âœ…|ğŸ”„|ğŸ“‹)|(?:\[|\(|[-–—]\s*|\*\*)(done|todo|to do|in progress|completed?|pending|open|planned|完了|未着手|対応中|進行中)(?=[\])*.]|\s*$)/iu.exec(text.slice(whole.start, whole.end));
	const statusText = statusMark && (statusMark[1] ?? statusMark[2])!;
	const statusStart = statusMark ? whole.start + statusMark.index + statusMark[0].lastIndexOf(statusText!) : 0;
	const status = statusText ? { text: statusText, span: { start: statusStart, end: statusStart + statusText.length } } : undefined;
	return {
		text: source.replace(/\s+/g, ' '), textSpans: spans, owners: ownersOfText(text, whole),
		priority: leadText ? { text: leadText, span: { start: leadStart, end: leadStart + leadText.length } } : priority,
		due: dueOfText(context, whole), status, done: checked ?? (status !== undefined && DONE.test(status.text)), links: spans.flatMap((span) => linksIn(text, span)), rowSpan,
	};
}

function fromParagraph(context: ActionContext, section: Section, block: ParagraphBlock, priority: Written | undefined, hasItems: boolean): ActionList[] {
	const { text } = context;
	const bullets = block.lines.filter((line) => isBullet(text, line));
	if (bullets.length > 0) return [linesList(context, section, block, priority)];
	if (hasItems) return [];
	const lines = block.lines.filter((line) => !isIntro(text, line));
	const label = section.marked === 'label' || section.marked === 'none' || section.marked === 'bold';
	const eachLine = lines.length > 1 && lines.every((line) => /^[\p{Lu}\d"'`*_[(]/u.test(text.slice(line.start, line.end))) && (lines.every((line) => line.end - line.start < 140) || lines.slice(0, -1).every((line) => /[.!?;。]$/.test(text.slice(line.start, line.end))));
	const spans = eachLine ? lines.map((line) => [line]) : lines.length ? [lines] : [];
	const items = spans.map((each) => fromSpans(context, each, { start: each[0]!.start, end: each.at(-1)!.end }, priority, undefined)).filter((item) => item !== undefined);
	if (items.length === 0) return [];
	return [{ section, shape: eachLine || label ? 'lines' : 'prose', span: { start: items[0]!.rowSpan.start, end: items.at(-1)!.rowSpan.end }, items, table: undefined }];
}

/** `•<tab>Improve the test suite`: each bullet with the lines behind it. */
function linesList(context: ActionContext, section: Section, block: ParagraphBlock, priority: Written | undefined): ActionList {
	const { text } = context;
	const groups: TextSpan[][] = [];
	for (const line of block.lines) {
		if (isBullet(text, line)) groups.push([line]);
		else if (groups.length && /^\p{Ll}/u.test(text.slice(line.start, line.end))) groups.at(-1)!.push(line);
	}
	const items = groups.map((group) => {
		const first = group[0]!;
		const mark = BULLET.exec(text.slice(first.start, first.end))![0];
		const spans = [trimmed(text, { start: first.start + mark.length, end: first.end }), ...group.slice(1)];
		return fromSpans(context, spans, { start: first.start, end: group.at(-1)!.end }, priority, undefined);
	}).filter((item) => item !== undefined);
	return { section, shape: 'lines', span: { start: items[0]?.rowSpan.start ?? block.span.start, end: items.at(-1)?.rowSpan.end ?? block.span.end }, items, table: undefined };
}

const BULLET = /^(?:[•·▪▫◦‣⁃●○■□✓✔►▶→⇒–—]|\(?\d{1,2}[.)](?=\s)|[a-z]\))\s*/u;

function isBullet(text: string, line: TextSpan): boolean {
	return BULLET.test(text.slice(line.start, line.end));
}

function isIntro(text: string, line: TextSpan): boolean {
	const source = text.slice(line.start, line.end);
	return /[:：]\s*\**$/.test(source) || /^!?\[[^\]]*\]\([^)]*\)$/.test(source) || /^<!--/.test(source);
}

// ── owners, due dates ───────────────────────────────────────────────────────────────────────────────────────────────

const NO_OWNER = /^(?:tbd|tba|todo|n\/?a|none|unassigned|\?+|-+|–|—|_+|未定|なし|someone|@?owner|@?name|<[^>]*>|\[[^\]]*\])$/iu;

function ownersIn(text: string, cell: TextSpan): Written[] {
	const owners: Written[] = [];
	const source = text.slice(cell.start, cell.end);
	for (const part of source.matchAll(/[^,;/&]+/g)) {
		const words = part[0].split(/\s(?:and|und|et|y|e|og)\s|<br\s?\/?>/i);
		let from = 0;
		for (const word of words) {
			const at = part[0].indexOf(word, from);
			from = at + word.length;
			const owner = unwrapped(text, { start: cell.start + part.index + at, end: cell.start + part.index + at + word.length });
			const name = plainText(text.slice(owner.start, owner.end));
			if (name !== '' && !NO_OWNER.test(name)) owners.push(written(text, owner));
		}
	}
	return owners;
}

function ownersOfText(text: string, at: TextSpan): Written[] {
	const source = text.slice(at.start, at.end);
	const tag = OWNER_TAG.exec(source);
	if (tag) {
		const start = at.start + tag.index + tag[0].lastIndexOf(tag[1]!);
		return ownersIn(text, { start, end: start + tag[1]!.length });
	}
	const handles = [...source.matchAll(HANDLE)].map((found): Written => ({ text: found[0], span: { start: at.start + found.index, end: at.start + found.index + found[0].length } }));
	if (handles.length) return handles;
	const name = NAME_IN_BRACKETS.exec(source);
	if (name && !/^(?:P\d|Done|Todo|Open|Closed|Planned|Pending|Completed|In Progress|Optional|High|Medium|Low|Critical|Prevent|Mitigate|Detect|Process)$/i.test(name[1]!)) {
		const start = at.start + name.index + name[0].indexOf(name[1]!);
		return [{ text: name[1]!, span: { start, end: start + name[1]!.length } }];
	}
	return [];
}

function dueIn({ text, order, date }: ActionContext, cell: TextSpan): DueReading | undefined {
	const at = unwrapped(text, cell);
	if (NO_OWNER.test(text.slice(at.start, at.end))) return undefined;
	for (let from = at.start; from < at.end; from++) {
		const found = dateAt(text, from, order);
		if (found && found.span.end <= at.end) return { written: written(text, at), date: completeDate(found, date) };
	}
	return { written: written(text, at), date: undefined };
}

function dueOfText({ text, order, date }: ActionContext, at: TextSpan): DueReading | undefined {
	const source = text.slice(at.start, at.end);
	for (const tag of source.matchAll(DUE_TAG)) {
		const start = at.start + tag.index + tag[0].length;
		const found = dateAt(text, start, order);
		if (found && found.span.end <= at.end) return { written: written(text, found.span), date: completeDate(found, date) };
	}
	return undefined;
}

