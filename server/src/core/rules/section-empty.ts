import type { Block } from '../markdown/blocks';
import type { Section, SectionMatch } from '../postmortem/model';
import { contentBlocks, hintsOf } from '../rewrites/new-section';
import { replaceComments } from '../text/comments';
import page from './section-empty.md';
import { defineRule } from './rule';
import { firstLine, insertBehind } from './support/place';
import { quoted } from './support/wording';

interface Empty {
	readonly section: Section;
	readonly match: SectionMatch;
}

export const sectionEmpty = defineRule<Empty>({
	id: 'section-empty',
	summary: 'Every section that the template requires says something.',
	page,
	severity: 'warning',
	fixKind: 'unsafe',
	since: '0.1.0',

	*check({ doc }) {
		const seen = new Set<Section>();
		for (const match of doc.matches) {
			if (!match.spec.required) continue;
			for (const section of match.sections) {
				if (seen.has(section) || !section.title || !isMarked(section) || !isEmpty(section, doc.text)) continue;
				seen.add(section);
				yield { section, match };
			}
		}
	},
	describe: ({ section, match }, { doc }) => ({
		span: firstLine(doc, section.heading),
		message: `Unexpected empty section ${quoted(section.title!.text)}, expected ${EXPECTED[match.spec.content]}`,
	}),
	fixes({ section, match }, { doc }) {
		const eol = doc.lines.ending;
		const hasTable = section.blocks.some((block) => block.kind === 'table');
		const parts = contentBlocks(doc, match.spec).slice(0, hasTable ? 1 : 2).map((lines) => lines.join(eol));
		if (parts.length === 0) return [];
		return [{ title: 'Insert the hint of the template', edits: [insertBehind(doc, section.heading, parts.join(eol + eol))], placeholders: hintsOf(doc, match.spec) }];
	},
});

/** Below a label that is none, the next label is its content. */
function isMarked({ marked }: Section): boolean {
	return marked === 'atx' || marked === 'setext';
}

const EXPECTED = {
	prose: 'a text',
	timeline: 'what happened when',
	actions: 'action items, or a word on why there are none',
	list: 'a list',
	fields: 'fields with their values',
} as const;

/** Nothing stands in it nor in what is under it. */
export function isEmpty(section: Section, text: string): boolean {
	return section.blocks.every((block) => saysNothing(block, text)) && section.children.every((child) => !child.title || isEmpty(child, text)) && !section.children.some((child) => child.marked === 'none');
}

function saysNothing(block: Block, text: string): boolean {
	switch (block.kind) {
		case 'table':
			return block.rows.every((row) => row.cells.every((cell) => text.slice(cell.start, cell.end).trim() === ''));
		case 'list':
			return block.items.every((item) => item.blocks.every((inner) => saysNothing(inner, text)));
		case 'quote':
			return block.blocks.every((inner) => saysNothing(inner, text));
		case 'html':
			return replaceComments(text.slice(block.span.start, block.span.end), () => '').trim() === '';
		case 'paragraph':
			return text.slice(block.span.start, block.span.end).trim() === '';
		case 'code':
			return block.lines.every((line) => text.slice(line.start, line.end).trim() === '');
		case 'break':
		case 'definition':
			return true;
		case 'heading':
			return false;
	}
}
