/** Sections for tests of matching, written as headings. */
import { Part } from '../markdown/recall';
import type { Section } from '../postmortem/model';
import { roleOf } from '../postmortem/roleOf';

/** One section for each `## Title` line; `(none)` stands for an opening text without a heading that is the summary. */
export function sectionsOf(...headings: readonly string[]): readonly Section[] {
	const sections: Section[] = [];
	const open: Section[] = [];
	headings.forEach((heading, index) => {
		const level = heading.indexOf(' ');
		const text = heading.slice(level + 1);
		while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
		const span = { start: index * 100, end: index * 100 + 99 };
		const untitled = text === '(none)';
		const section: Section = { role: untitled ? 'summary' : roleOf(text), title: untitled ? undefined : { text, span }, level, marked: 'atx', heading: span, span, body: span, blocks: [], part: new Part(0), parent: open.at(-1), children: [] };
		(open.at(-1)?.children as Section[] | undefined)?.push(section);
		open.push(section);
		sections.push(section);
	});
	return sections;
}
