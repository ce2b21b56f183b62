/** Everything that can be completed at a place; one source, one file. */
import type { DocumentContext } from '../../context';
import { insideCodeOrLink } from '../../markdown/inline';
import { insideCodeBlock } from '../../markdown/inside-code';
import type { Postmortem, Section } from '../../postmortem/model';
import { actionRows } from './action-rows';
import type { Completion, CompletionSource, Cursor } from './completion';
import { dueDates } from './due-dates';
import { fieldNames } from './field-names';
import { frontMatter } from './front-matter';
import { people } from './people';
import { phaseTimes } from './phase-times';
import { sectionHeadings } from './section-headings';
import { timeCells, timeItems, timelineRows } from './timeline-times';
import { actionValues, fieldValues } from './values';

export type { Completion, CompletionKind } from './completion';

const SOURCES: readonly CompletionSource[] = [frontMatter, fieldValues, phaseTimes, actionValues, people, dueDates, timelineRows, actionRows, timeCells, timeItems, sectionHeadings, fieldNames];

/**
 * In the order in which they should be shown; nothing in code, and where the document is no postmortem.
 * @param trigger the letter that was typed, or `undefined` where a person asked.
 */
export function completionsAt(doc: Postmortem, at: number, context: DocumentContext, trigger?: string): readonly Completion[] {
	if (!doc.verdict.isPostmortem) return [];
	const line = doc.lines.line(doc.lines.lineAt(at));
	const offset = Math.min(at, line.end);
	const before = doc.text.slice(line.start, offset);
	const source = doc.text.slice(line.start, line.end);
	if (insideCodeBlock(doc.blocks, offset) || insideCodeOrLink(source, offset - line.start) || (before.split('`').length - 1) % 2 === 1) return [];
	const cursor: Cursor = { doc, offset, context, trigger, line, before, after: doc.text.slice(offset, line.end), section: innermost(doc.sections, offset) };
	return SOURCES.flatMap((complete) => complete(cursor)).map((item, index) => ({ ...item, sortText: String(index).padStart(4, '0') }));
}

/** The last of those that start before the offset and reach to it. */
function innermost(sections: readonly Section[], offset: number): Section | undefined {
	return sections.filter(({ span }) => span.start <= offset && offset <= span.end).findLast(({ span }) => span.start < offset || span.start === 0);
}
