import { MOST_LINES } from '../markdown/chunks';
import { isCut, type Chunk } from '../markdown/blocks';
import page from './section-unread.md';
import { defineRule } from './rule';

export const sectionUnread = defineRule<Chunk>({
	id: 'section-unread',
	summary: 'Each section is short enough to be read in full.',
	page,
	severity: 'information',
	fixKind: 'none',
	since: '0.1.0',

	check: ({ doc }) => doc.chunks.filter(isCut),
	describe({ start, end, next }, { doc: { lines } }) {
		const count = lines.lineAt(next) - lines.lineAt(start);
		return { span: lines.line(lines.lineAt(end)), message: `Unexpected ${count} lines without a heading, expected at most ${MOST_LINES}: what follows is not read` };
	},
});
