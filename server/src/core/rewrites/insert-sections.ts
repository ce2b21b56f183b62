/** Missing sections, inserted where the template has them, with what to write there and an empty table where one is asked for. */
import type { Postmortem, SectionMatch } from '../postmortem/model';
import { printTable } from '../markdown/table-print';
import type { SectionSpec, Template } from '../template/template';
import type { SpanEdit } from '../text/edit';
import { lineEndingOf } from '../text/lines';

/** One insertion for each match that no section fills; several at one place come in template order. */
export function insertSectionEdits(doc: Postmortem, missing: readonly SectionMatch[]): readonly SpanEdit[] {
	return missing.map((match): SpanEdit => {
		const at = insertionPoint(doc, match);
		return { span: { start: at, end: at }, newText: framed(doc, at, sectionText(doc, match)) };
	});
}

/** Behind the nearest section before it in the template, else before the nearest one after it, else at the end. */
export function insertionPoint(doc: Postmortem, match: SectionMatch): number {
	const siblings = doc.matches.filter((each) => each.parent === match.parent);
	const index = siblings.indexOf(match);
	for (let at = index - 1; at >= 0; at--) {
		const section = siblings[at]!.sections[0];
		if (section) return section.span.end;
	}
	if (match.parent?.sections[0]) return match.parent.sections[0].span.end;
	for (let at = index + 1; at < siblings.length; at++) {
		const section = siblings[at]!.sections[0];
		if (section) return section.span.start;
	}
	return doc.text.length;
}

/** The level that the template's sections have in this document: that of the ones that are there, else one below the title. */
export function levelFor(doc: Postmortem, match: SectionMatch): number {
	const parent = match.parent?.sections[0];
	if (parent) return Math.min(6, parent.level + 1);
	const depth = (each: SectionMatch): number => (each.parent ? depth(each.parent) + 1 : 0);
	const levels = doc.matches.filter((each) => !each.parent).flatMap((each) => each.sections.slice(0, 1)).map((section) => section.level);
	return Math.min(6, (levels.length ? commonest(levels) : 2) + depth(match));
}

/** The heading, the hint and the table of a section, as a new document has them. */
export function sectionText(doc: Postmortem, match: SectionMatch): string {
	return renderSection(doc.template.template, match.spec, levelFor(doc, match), lineEndingOf(doc.text));
}

export function renderSection(template: Template, spec: SectionSpec, level: number, lineEnding: string): string {
	const parts = [`${'#'.repeat(level)} ${spec.title}`];
	if (spec.hint) parts.push(`_${spec.hint}_`);
	const columns = spec.content === 'timeline' ? template.timeline.columns : spec.content === 'actions' ? template.actions.columns : undefined;
	if (columns) parts.push(printTable(columns.map((column) => column.title), [columns.map(() => '')], lineEnding));
	return parts.join(lineEnding + lineEnding);
}

function framed(doc: Postmortem, at: number, block: string): string {
	const lineEnding = lineEndingOf(doc.text);
	const before = doc.text.slice(0, at);
	const after = doc.text.slice(at);
	const lead = before.trim() === '' ? '' : /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(before) ? '' : /[\r\n]$/.test(before) ? lineEnding : lineEnding + lineEnding;
	return lead + block + lineEnding + (after.trim() === '' && after !== '' ? '' : after === '' ? '' : lineEnding);
}

function commonest(levels: readonly number[]): number {
	const counts = new Map<number, number>();
	for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0];
}
