/** Lines that do the work of a heading or name a value: `**Timeline**`, `Impact:`, `**Status:** Resolved`, `###Title`. */
import { trimmed, type TextSpan } from '../text/span';

export interface Label {
	/** The name, without markup and colon. */
	readonly title: TextSpan;
	/** The name with its markup and colon. */
	readonly whole: TextSpan;
	/** What follows on the line; empty where the label stands alone. */
	readonly rest: TextSpan;
	readonly mark: 'bold' | 'label' | 'none';
	/** Set where `#` marks were written that Markdown does not see as a heading. */
	readonly depth: number | undefined;
}

const MOST_WORDS = 9;
const BOLD_LINE = /^(\*\*\*|\*\*|__)(?!\s)([^*_]{1,90}|[^*]{1,90}?)\1\s*[:：]?$/;
const BOLD_LABEL = /^(\*\*\*|\*\*|__)([^*]{1,70}?)\s*(?:[:：]\1|\1\s*[:：])\s*/;
const PLAIN_LABEL = /^([\p{L}\d][^:：|`<>[\]{}!?]{0,60}?)\s*[:：](?:\s+|$)/u;
/** `**<span style="…">Start:</span>** …` */
const HTML_LABEL = /^(?:\*\*|__)?<(span|[bu]|strong|font)(?:\s[^<>]*)?>([^<>*:：]{1,70})(?:[:：]\s*<\/\1>(?:\*\*|__)?|<\/\1>(?:\*\*|__)?\s*[:：])\s*/iu;
const CJK_LABEL = /^([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー/・\s]{1,20})[：:]\s*/u;
const BROKEN_ATX = /^\\?(#{1,6})\s*(?=[\p{L}\p{So}])/u;

/** The label that a line begins with, or `undefined`. `at` is the line without container marks and outer white space. */
export function labelOf(text: string, at: TextSpan): Label | undefined {
	const line = text.slice(at.start, at.end);
	const atx = BROKEN_ATX.exec(line);
	if (atx && (line[0] === '\\' || atx[1]!.length > 1) && line.length < 90) {
		const title = trimmed(text, { start: at.start + atx[0].length, end: at.end });
		return { title, whole: at, rest: { start: at.end, end: at.end }, mark: 'none', depth: atx[1]!.length };
	}
	const bold = BOLD_LINE.exec(line);
	if (bold) {
		const start = at.start + bold[1]!.length;
		return named(text, at, { start, end: start + bold[2]!.length }, at, 'bold');
	}
	const label = BOLD_LABEL.exec(line);
	if (label) {
		const start = at.start + label[1]!.length;
		return named(text, at, { start, end: start + label[2]!.length }, { start: at.start, end: at.start + label[0].trimEnd().length }, 'label');
	}
	const html = HTML_LABEL.exec(line);
	if (html) {
		const start = at.start + line.indexOf('>') + 1;
		return named(text, at, { start, end: start + html[2]!.length }, { start: at.start, end: at.start + html[0].trimEnd().length }, 'label');
	}
	const plain = PLAIN_LABEL.exec(line) ?? CJK_LABEL.exec(line);
	if (plain) return named(text, at, { start: at.start, end: at.start + plain[1]!.length }, { start: at.start, end: at.start + plain[0].trimEnd().length }, 'label');
	return undefined;
}

function named(text: string, line: TextSpan, title: TextSpan, whole: TextSpan, mark: Label['mark']): Label | undefined {
	const name = trimmed(text, title);
	const end = /[:：]$/.test(text.slice(name.start, name.end)) ? name.end - 1 : name.end;
	const words = text.slice(name.start, end).split(/\s+/).length;
	if (end <= name.start || words > MOST_WORDS) return undefined;
	return { title: trimmed(text, { start: name.start, end }), whole, rest: trimmed(text, { start: whole.end, end: line.end }), mark, depth: undefined };
}
