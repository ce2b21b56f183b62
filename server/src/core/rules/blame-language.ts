import type { Chunk } from '../markdown/blocks';
import { inEachBlock } from '../markdown/each-chunk';
import { movedBy } from '../markdown/recall';
import { namesOf, namesTold } from '../postmortem/people';
import type { TextSpan } from '../text/span';
import page from './blame-language.md';
import { definePieceRule } from './rule';
import { rewordings } from './support/blame-rewording';
import { blameIn, mayBlame, type Blame, type Construction } from './support/blame-wording';
import { unquotedText } from './support/unquoted-text';
import { quoted } from './support/wording';

const EXPECTED: Readonly<Record<Construction, string>> = {
	omission: 'what was done, and why it made sense then',
	'should have': 'what happened, and why it made sense then',
	'could have': 'what happened, and what would change it',
	'if only': 'what happened, and what would change it',
	'human error': 'what made the error possible',
	person: 'the conditions that led to it',
	reproach: 'what people saw and knew then',
};

export const blameLanguage = definePieceRule<Blame>({
	id: 'blame-language',
	summary: 'The text tells what happened and why, without blame.',
	page,
	severity: 'information',
	fixKind: 'unsafe',
	since: '0.1.0',

	pieces({ doc: { text, chunks, people, knownPeople } }) {
		const known = namesOf(people, knownPeople);
		return chunks.map((chunk) => {
			const names = namesTold(text, chunk.part, chunk, known);
			return { part: chunk.part, key: [names], check: () => suspectsIn(text, chunk).flatMap(({ start, end }) => movedBy(chunk.part.piece('blame', text.slice(start, end), (source) => blameIn(source, known), names), start)) };
		});
	},
	describe: ({ construction, span }, { doc }) => ({
		span,
		message: `Unexpected ${quoted(doc.text.slice(span.start, span.end))}, expected ${EXPECTED[construction]}`,
	}),
	fixes: (blame, { doc }) => rewordings(doc.text, blame),
});

/** Where there may be blame, whatever people are called. */
function suspectsIn(text: string, chunk: Chunk): readonly TextSpan[] {
	return inEachBlock(text, chunk, 'may blame', mayBlame, (source, blocks) => [...unquotedText(source, blocks)].filter(({ start, end }) => mayBlame(source.slice(start, end))));
}
