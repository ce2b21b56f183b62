/** What the opening words of a paragraph, line or list item say of the part of a section that they begin. */
import type { Block, ListItem } from '../markdown/blocks';
import { labelOf, type Label } from '../postmortem/labels';
import type { Postmortem } from '../postmortem/model';
import { exactRoleOf, roleOf } from '../postmortem/roleOf';
import type { SectionRole } from '../postmortem/roles';
import type { TextSpan } from '../text/span';

export interface Opening {
	/** The content of its first line, without container marks. */
	readonly line: TextSpan;
	/** The outermost item that it opens. */
	readonly item: ListItem | undefined;
	readonly label: Label | undefined;
	/** What it names by its label or its first words; `undefined` where a reader could not tell. */
	readonly role: SectionRole | undefined;
}

const LONGEST_OPENING = 200;
const ARTICLE = /^(?:the|our|el|la|los|las|der|die|das|le|les|o|a|os|as)\s+/i;
/** `The root cause of the outage was …` */
const SUBJECT = /\s(?:was|were|is|are|fue|fueron|es|war|waren|ist|était|est|foi|var)\s/i;
const LONGEST_SUBJECT = 60;

/** How sentences begin that tell how it was put right, by language. */
const RESOLUTION = [
	/^(?:the|our)\s(?:\p{L}+\s)?(?:fix|solution|resolution|remedy|mitigation|workaround)(?!\p{L})/iu,
	/^(?:in\sorder\s)?to\s(?:fix|resolve|mitigate|remedy|solve)(?!\p{L})/iu,
	/^(?:it|this|that|the\s[\p{L}-]+(?:\s[\p{L}-]+)?)\s(?:was|were|has\sbeen|got)\s(?:then\s|\p{L}+ly\s)?(?:resolved|fixed|mitigated|solved|repaired)(?!\p{L})/iu,
	/^(?:we|the\steam|(?:the\s)?engineers)\s(?:then\s|finally\s)?(?:resolved|fixed|mitigated|solved)(?!\p{L})/iu,
	/^(?:resolved|fixed)\sby(?!\p{L})/iu,
	/^(?:(?:el|la)\s\p{L}+\s)?(?:se|lo)\s(?:resolvió|solucionó|corrigió|arregló|mitigó)(?!\p{L})/iu,
	/^para\s(?:resolver|solucionar|corregir|corrigir|mitigar)/iu,
	/^(?:la\s(?:solución|resolución)|el\sarreglo|a\s(?:solução|correção|resolução)|la\s(?:solution|résolution)|le\scorrectif)(?!\p{L})/iu,
	/^(?:o|a)\s\p{L}+\sfoi\s(?:resolvid|corrigid)[oa](?!\p{L})/iu,
	/^(?:zur\s(?:behebung|lösung|abhilfe)|behoben|gelöst|die\s(?:lösung|behebung))(?!\p{L})/iu,
	/^(?:der|die|das|es|dies)\s(?:\p{L}+\s)?(?:wurde|wurden|konnte)\s[^.!?]*\s(?:behoben|gelöst|beseitigt)(?!\p{L})/iu,
	/^pour\s(?:résoudre|corriger|remédier)(?!\p{L})/iu,
	/^(?:l['’]incident|le\sproblème|la\spanne|l['’]erreur)\sa\sété\s(?:résolue?|corrigée?)(?!\p{L})/iu,
	/^(?:for\så\s(?:løse|rette)|(?:feilen|problemet|hendelsen|det)\sble\s(?:løst|rettet|fikset))(?!\p{L})/iu,
];

/** Of the blocks in document order; within a paragraph a line opens a part only by a label. */
export function openingsOf(doc: Postmortem, blocks: readonly Block[]): Opening[] {
	return blocks.flatMap((block): Opening[] => {
		if (block.kind === 'list') return block.items.flatMap((item) => (item.blocks[0]?.kind === 'paragraph' ? [openingAt(doc, item.blocks[0].lines[0]!, item)] : []));
		return block.kind === 'paragraph' ? block.lines.map((line) => openingAt(doc, line, undefined)).filter(({ label }, index) => index === 0 || label) : [];
	});
}

function openingAt({ text }: Postmortem, line: TextSpan, item: ListItem | undefined): Opening {
	const label = labelOf(text, line);
	return { line, item, label, role: label ? exactRoleOf(text.slice(label.title.start, label.title.end)) : roleOfSentence(text.slice(line.start, Math.min(line.end, line.start + LONGEST_OPENING))) };
}

function roleOfSentence(text: string): SectionRole | undefined {
	if (RESOLUTION.some((opening) => opening.test(text))) return 'resolution';
	const verb = text.search(SUBJECT);
	return verb > 0 && verb <= LONGEST_SUBJECT ? roleOf(text.slice(0, verb).replace(ARTICLE, '')) : undefined;
}
