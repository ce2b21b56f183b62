/** Headings of the sections that the template has and the document lacks, the one that comes next first. */
import type { SectionMatch } from '../../postmortem/model';
import { sectionLines } from '../../rewrites/new-section';
import { lineEndingOf } from '../../text/lines';
import { escapeMarkdown } from '../escapeMarkdown';
import { escapeSnippet, type CompletionSource, type Cursor } from './completion';

export const sectionHeadings: CompletionSource = (cursor) => {
	const { doc, line, offset } = cursor;
	const found = /^(#{0,6})(\s*)([^#|]{0,60})$/.exec(cursor.before);
	if (!found || cursor.after.trim() !== '') return [];
	const [, marks, gap, typed] = found;
	if (marks === '' && (cursor.trigger !== undefined || gap !== '' || typed !== '' || !isBetweenBlocks(cursor))) return [];
	if (marks !== '' && gap === '' && typed !== '') return [];
	const missing = doc.matches.filter((match) => match.sections.every(({ heading }) => heading.start === line.start) && fits(cursor, match));
	const next = missing.findIndex((match) => doc.matches.indexOf(match) > lastAbove(cursor));
	const eol = lineEndingOf(doc.text);
	return [...missing.slice(Math.max(0, next)), ...missing.slice(0, Math.max(0, next))].map((match) => {
		const { spec } = match;
		const lines = sectionLines(doc, spec, levelOf(cursor, match));
		const newText = lines.join(eol);
		// The hint is what a person writes over; a table comes behind it.
		const hint = spec.hint.trim();
		const snippet = escapeSnippet(newText).replace(escapeSnippet(hint.split(/\r?\n/).join(eol)), (shown) => (shown === '' ? '' : `\${1:${shown}}`));
		return {
			kind: 'section', label: spec.title, detail: spec.required ? 'required section' : 'section',
			documentation: escapeMarkdown(hint), span: { start: line.start, end: offset }, newText, snippet: hint === '' ? `${escapeSnippet(newText)}${eol}${eol}$1` : snippet,
			filterText: [`${marks}${gap === '' && marks !== '' ? ' ' : gap}${spec.title}`, ...spec.aliases].join(' '),
		};
	});
};

/** A blank line with nothing around it that it would be part of. */
function isBetweenBlocks({ doc, offset, line }: Cursor): boolean {
	if (doc.blocks.some(({ span }) => span.start < offset && offset < span.end)) return false;
	const above = doc.lines.lineAt(line.start) - 1;
	return above < 0 || doc.text.slice(doc.lines.line(above).start, doc.lines.line(above).end).trim() === '';
}

/** A section within another one belongs where that one stands. */
function fits({ doc, offset }: Cursor, { parent }: SectionMatch): boolean {
	if (!parent) return true;
	return parent.sections.some(({ span }) => span.start < offset && offset <= span.end) && doc.matches.includes(parent);
}

/** The index of the last matched section above the line; -1 where there is none. */
function lastAbove({ doc, line }: Cursor): number {
	let last = -1;
	let start = -1;
	doc.matches.forEach(({ sections }, index) => {
		for (const { heading } of sections) {
			if (heading.start >= line.start || heading.start < start) continue;
			start = heading.start;
			last = index;
		}
	});
	return last;
}

function levelOf({ doc, line }: Cursor, { parent }: SectionMatch): number {
	const above = parent?.sections[0];
	if (above) return Math.min(6, above.level + 1);
	const level = doc.matches.flatMap((match) => (match.parent ? [] : match.sections)).find(({ marked, heading }) => (marked === 'atx' || marked === 'setext') && heading.start !== line.start)?.level;
	return level ?? 2;
}
