/** What front matter and the fields of a text have in common: which keys may change places, and whether all is still read. */
import { MarkdownParser } from '../markdown/parse';
import { readDate } from '../postmortem/document-date';
import { readFields } from '../postmortem/fields';
import type { Field, Postmortem } from '../postmortem/model';
import { MomentReader } from '../postmortem/moments';
import { readSections } from '../postmortem/sections';
import { readTimelines } from '../postmortem/timeline';
import { formatDate } from '../time/moment';

/** Keys that editors, site generators and this tool take from front matter, as `sameKey` writes them. */
const TOOL_KEYS: ReadonlySet<string> = new Set([
	'template', 'title', 'linktitle', 'subtitle', 'description', 'excerpt', 'summary', 'id', 'uuid', 'slug', 'url', 'uri', 'path', 'permalink', 'canonical url', 'alias', 'aliases', 'redirect from', 'redirect to',
	'tag', 'tags', 'category', 'categories', 'keyword', 'keywords', 'topic', 'topics', 'layout', 'type', 'kind', 'section', 'weight', 'order', 'nav order', 'parent', 'has children', 'grand parent', 'menu', 'sidebar', 'sidebar label', 'sidebar position',
	'draft', 'published', 'publish', 'comments', 'toc', 'hide title', 'hide table of contents', 'image', 'images', 'cover', 'thumbnail', 'banner', 'icon', 'theme', 'marp', 'cssclass', 'cssclasses', 'lang', 'language', 'locale', 'robots', 'head', 'outline', 'outputs', 'resources', 'bibliography',
]);

export function isToolKey(key: string): boolean {
	return TOOL_KEYS.has(sameKey(key));
}

/** The same for `Time_Zone` and `time zone`. */
export function sameKey(key: string): string {
	return key.toLowerCase().replace(/[\s_-]+/g, ' ').trim();
}

/** Whether the reader finds each field of the document in the text too, by name and value, the same day, and takes none for a row of a timeline; fields of `but` need not be found. */
export function statesAll(doc: Postmortem, text: string, but: (field: Field) => boolean = () => false): boolean {
	const after = statedIn(doc.dateOrder, text, new MarkdownParser().parse(text));
	const before = statedIn(doc.dateOrder, doc.text, doc);
	const found = new Set(after.fields.map(said));
	const moments = new MomentReader({ text, date: doc.date?.date, zone: undefined, zoneIsStated: false, configZone: undefined, start: undefined });
	const rows = readTimelines({ text, order: doc.dateOrder, moments }, after.sections, after.lead).reduce((sum, { entries }) => sum + entries.length, 0);
	return rows === doc.timelines.reduce((sum, { entries }) => sum + entries.length, 0) && after.day === before.day && doc.fields.every((field) => but(field) || found.has(said(field)));
}

function statedIn(order: Postmortem['dateOrder'], text: string, { lines, chunks, frontMatter }: Pick<Postmortem, 'lines' | 'chunks' | 'frontMatter'>) {
	const { sections, lead, title } = readSections(text, lines, chunks);
	const fields = readFields(text, lines, frontMatter, lead, sections);
	const date = readDate({ text, order, fields, title, path: '', lead, sections })?.date;
	return { sections, lead, fields, day: date && formatDate(date) };
}

/** Without the escapes of cells and of quoted YAML. */
function said({ name, value }: Field): string {
	return `${name}: ${value.text.replace(/\\(?=[^\p{L}\p{N}]|$)/gu, '').replaceAll("''", "'")}`;
}
