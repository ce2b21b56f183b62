import { inEachBlock, ofEachChunk } from '../markdown/each-chunk';
import { outsideInlineCode, stretchesOf, type Stretch } from '../markdown/prose';
import type { Postmortem } from '../postmortem/model';
import type { SectionSpec, Template } from '../template/template';
import { replaceComments } from '../text/comments';
import { oncePer } from '../text/once';
import type { TextSpan } from '../text/span';
import { SpanSet } from '../text/span-set';
import page from './placeholder-left.md';
import { defineRule } from './rule';
import { firstLine } from './support/place';
import { quoted } from './support/wording';

interface Placeholder {
	readonly span: TextSpan;
	readonly expected: string;
}

const WORDS: readonly (readonly [RegExp, string])[] = [
	[/(?<![\w/.#-])(?:TODO|TBD|TBC|FIXME|X{3,})(?![\w-])/g, 'the text that is to stand here'],
	[/(?<![^\s(:|*_[>-])\?{3,}(?![^\s).,;:|*_\]<])/g, 'the text that is to stand here'],
	[/(?<![\w/-])(?:YYYY|yyyy|20[xX]{2})(?:[-/.](?:MM|mm|M|[xX]{2}|\d\d)[-/.](?:DD|dd|D|[xX]{2}|\d\d))?(?![\w/-])/g, 'a date'],
	[/(?<![\w/-])(?:DD|MM)[-/.](?:DD|MM)[-/.]YYYY(?![\w/-])/g, 'a date'],
	[/(?<![\w:])(?:HH:MM|hh:mm|[xX]{2}:[xX]{2})(?::SS|:ss)?(?![\w:])/g, 'a time'],
	[/(?<![\w<&])<[a-z][\w'/-]*(?: [^<>"=\n]{1,120})?>\B/gi, 'the text that is to stand here'],
];

/** Each of them has one of these in it, which is looked for first. */
const SIGN = /TODO|TB[DC]|FIXME|XXX|\?\?\?|[Yy]{4}|20[xX]{2}|HH:MM|hh:mm|[xX]{2}:|</;

/** What makes a lone word in angle brackets a request, and what makes it HTML. */
const ASKS = /^<(?:describe|insert|enter|add|list|your|name|names|date|time|owner|author|title|link|url|summary|team|service|severity|status|duration|person|role|ticket|number|placeholder|todo|tbd|fill|explain|provide|what|who|when|why|how|the|a|an|incident|root|impact|description|action)[\s\w'/,.;:?!…-]*>$/i;
const HTML = /^<(?:[abipqsu]|abbr|audio|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|form|h[1-6]|hr|iframe|img|input|ins|kbd|label|li|link|mark|meta|ol|picture|pre|script|section|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|tr|ul|var|video|wbr)(?:\s[^<>]*)?\/?>$/i;
const FINAL = /^\W*(?:final|finali[sz]ed|published|complete|completed)\b/i;

export const placeholderLeft = defineRule<Placeholder>({
	id: 'placeholder-left',
	summary: 'No text of the template and no note to fill in is left.',
	page,
	severity: 'information',
	fixKind: 'none',
	since: '0.1.0',

	check: ({ doc }) => [...hintsLeft(doc), ...wordsLeft(doc)],
	describe({ span, expected }, { doc }) {
		const final = doc.fields.find((field) => field.name === 'status' && FINAL.test(field.value.text));
		return {
			span: firstLine(doc, span),
			message: `Unexpected placeholder ${quoted(doc.text.slice(span.start, span.end))}${final ? ` in a document that is ${quoted(final.value.text)}` : ''}, expected ${expected}`,
			...(final ? { severity: 'error' as const, related: [{ span: final.value.span, message: 'The status is given here' }] } : {}),
		};
	},
});

/** Paragraphs that say what the template says is to be written there. */
function hintsLeft({ text, chunks, template: { template } }: Postmortem): readonly Placeholder[] {
	const hints = hintsIn(template);
	if (hints.texts.size === 0) return [];
	return ofEachChunk(chunks, 'hints', [template], (chunk) => [...stretchesOf(chunk.blocks)].flatMap(({ span }): Placeholder[] => (isAmong(hints, text.slice(span.start, span.end)) ? [{ span, expected: 'the text that it asks for' }] : [])));
}

/** What is shorter, in UTF-16 units, is no hint. */
const LEAST_HINT = 8;

interface Hints {
	readonly texts: ReadonlySet<string>;
	readonly lengths: ReadonlySet<number>;
}

const hintsIn = oncePer((template: Template): Hints => {
	const hints = hintsOf(template.sections).map(plain).filter((hint) => hint.length >= LEAST_HINT);
	return { texts: new Set(hints), lengths: new Set(hints.map(({ length }) => length)) };
});

/** A text that is in the form in which texts are compared, but for its case, is one of them only if it is as long as one. */
function isAmong({ texts, lengths }: Hints, text: string): boolean {
	return text.length >= LEAST_HINT && (lengths.has(text.length) || MARKED.test(text)) && texts.has(plain(text));
}

function hintsOf(specs: readonly SectionSpec[]): string[] {
	return specs.flatMap((spec) => [spec.hint, ...hintsOf(spec.sections)]);
}

function blank(skipped: string): string {
	return ' '.repeat(skipped.length);
}

/** What is left out of the words alone. */
const MARKED = /[*_<>`|"\u0130]|\s\s|[^\S ]|^\s|\s$/;

/** Words alone, for comparison: without marks of emphasis, comment or quote. */
function plain(text: string): string {
	return text.replace(/<!--|-->|[*_<>`|"]/g, '').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** A stretch of text, and what in it may be a note to fill in. */
interface Noted {
	readonly span: TextSpan;
	readonly words: readonly Placeholder[];
}

function* wordsLeft(doc: Postmortem): Generator<Placeholder> {
	const noted = ofEachChunk(doc.chunks, 'placeholders', [], (chunk) => inEachBlock(doc.text, chunk, 'placeholders', (source) => SIGN.test(source), (source, blocks) => [...stretchesOf(blocks)].flatMap((stretch) => wordsIn(source, stretch))));
	if (noted.length === 0) return;
	const said = new SpanSet(hintsLeft(doc).map(({ span }) => span));
	const statuses = new SpanSet(statusSpans(doc));
	const lists: ListNames = { headings: new SpanSet(doc.sections.flatMap(({ title, heading }) => (title ? [heading] : []))), items: new SpanSet(doc.actionLists.flatMap(({ items }) => items.map(({ rowSpan }) => rowSpan))) };
	for (const stretch of noted) {
		yield* outermost(stretch.words.filter(({ span }) => !statuses.contains(span) && !isListName(doc, lists, stretch.span, span) && !said.contains(span)));
	}
}

/** Without those that are a part of another one. */
function outermost(all: readonly Placeholder[]): Placeholder[] {
	let end = -1;
	return all.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end).filter(({ span }) => {
		if (span.end <= end) return false;
		end = span.end;
		return true;
	});
}

function wordsIn(text: string, stretch: Stretch): Noted[] {
	if (!SIGN.test(text.slice(stretch.span.start, stretch.span.end))) return [];
	const words: Placeholder[] = [];
	const parts = stretch.kind === 'html' ? [stretch.span] : outsideInlineCode(text, stretch.span);
	for (const part of parts) {
		const source = replaceComments(text.slice(part.start, part.end), blank).replace(/\]\([^()\s]*\)|https?:\/\/\S+/g, blank);
		for (const [pattern, expected] of WORDS) {
			for (const hit of source.matchAll(pattern)) {
				if (hit[0].startsWith('<') ? !isRequest(hit[0]) : stretch.kind === 'html') continue;
				words.push({ span: { start: part.start + hit.index, end: part.start + hit.index + hit[0].length }, expected });
			}
		}
	}
	return words.length > 0 ? [{ span: stretch.span, words }] : [];
}

function isRequest(bracketed: string): boolean {
	return !HTML.test(bracketed) && !bracketed.includes('://') && !bracketed.includes('@') && ASKS.test(bracketed);
}

/** `TODO` is a state that an action can be in. */
function statusSpans(doc: Postmortem): readonly TextSpan[] {
	return doc.actionLists.flatMap((list) => {
		const columns = (list.table?.columns ?? []).flatMap(({ role }, index) => (role === 'status' ? [index] : []));
		const cells = list.table ? list.table.block.rows.flatMap((row) => columns.flatMap((column) => row.cells[column] ?? [])) : [];
		return [...cells, ...list.items.flatMap((item) => (item.status ? [item.status.span] : []))];
	});
}

/** Where `TODO` may stand as the name of a list or the state of an action. */
interface ListNames {
	readonly headings: SpanSet;
	readonly items: SpanSet;
}

/** `## TODO` or `TODO:` names a list of what is to be done, `the TODO` a note, and at the head of an action item it is its state. */
function isListName(doc: Postmortem, { headings, items }: ListNames, stretch: TextSpan, { start, end }: TextSpan): boolean {
	if (doc.text.slice(start, end) !== 'TODO') return false;
	if (/\b(?:an?|the|this|that|each|every|old|new)\s+$/i.test(doc.text.slice(Math.max(0, start - 8), start))) return true;
	const item = items.startBefore(start);
	if (item !== undefined && start - item < 100 && /^[\s*_\-+\d.)[\]]*$/.test(doc.text.slice(item, start))) return true;
	return headings.contains({ start, end }) || (/^[\s*_:]*$/.test(doc.text.slice(end, stretch.end)) && /^[\s*_]*$/.test(doc.text.slice(stretch.start, start)));
}
