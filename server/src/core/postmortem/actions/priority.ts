/** How urgent an action is: from the heading above it, or from a mark in its own text. */
import { lowerCased } from '../../text/lower';
import { oncePerText } from '../../text/once';
import { written, type TextSpan, type Written } from '../../text/span';
import type { Section } from '../model';
import type { Tag } from './context';

const GROUP = /^[^\p{L}\p{N}]{0,4}(?:p[0-5]\b|priority\s?[0-5a-c]\b|(?:immediate|urgent|critical|highest|high|medium|moderate|low|lowest)(?:ly)?(?![\p{L}-])|(?:short|mid|middle|medium|long|near)(?:er)?[- ]?terms?\b|(?:short|long|mid)(?:er)?[- ](?:run|range)\b|must(?:[- ]haves?)?\b|should[- ]haves?\b|could[- ]haves?\b|nice[- ]to[- ]haves?\b|(?:prioridade?|priorité|priorität|prioritet)\s|(?:alta|media|média|baja|baixa|crítica|urgente|haute|moyenne|basse|hoch|mittel|niedrig|høy|middels|lav)(?:\s(?:prioridade?|priorité|priorität|prioritet)|[^\p{L}\p{N}]{0,3}$)|(?:a |à |de )?(?:corto|medio|médio|largo|curto|longo|court|moyen|long) (?:plazo|prazo|terme)|(?:inmediat|imediat|immédiat)\p{L}{0,2}(?!\p{L})|(?:kurz|mittel|lang)fristig|sofort|umiddelbar|kortsiktig|langsiktig|på (?:kort|lang) sikt|[短中長长]期|緊急|紧急|至急|即時|即座|立即|优先级|優先度|[高中低][^\p{L}\p{N}]{0,3}$|단기|중기|장기|즉시|긴급|높음|중간|낮음|ngắn hạn|dài hạn|trung hạn|khẩn cấp|срочно|краткосрочн\p{L}*|долгосрочн\p{L}*)/u;
const LONGEST_GROUP = 60;

const VALUE = 'p[0-5]|priority [0-5]|highest|high|medium|moderate|low|lowest|critical|urgent|immediate';
const LABEL = /(?<![\p{L}\p{N}])(?:\*\*|__)?(?:priority|prio|prioridad|prioridade|priorité|priorität|prioritet|優先度|优先级|우선순위|приоритет)\s{0,2}(?:\*\*|__)?\s?[:：]\s{0,2}(?:\*\*|__)?\s{0,2}([^\s()|;,.*][^()|;,\r\n]{0,20}?)(?=\s{0,2}(?:[)|;,\r\n]|\.(?:\s|$)|$))/u;
const LEADING = new RegExp(`^[\\s*_]{0,4}(?:[([【](${VALUE})(?:[ -]priority)?[\\])】]|(p[0-4])(?![\\p{L}\\p{N}.])|(${VALUE})(?: priority)?(?=\\*{0,2}[:：]))`, 'u');
/** In the midst of a sentence a word may say how bad something else is: `at 92 % (critical)`. */
const IN_BRACKETS = new RegExp(`[([【](p[0-5]|priority [0-5]|(?:${VALUE})(?= priority|[\\])】][\\s*_.]{0,3}$))(?:[ -]priority)?[\\])】](?!\\()`, 'u');
const BESIDE_STATUS = /^[\s*_]{0,4}[A-Z]{4,12}\s(P[0-4])(?=[\s*:：])/u;

/** Whether a heading or label says how urgent what stands below it is. */
export const namesPriority = oncePerText((words) => words.length <= LONGEST_GROUP && GROUP.test(lowerCased(words)));

/** The title of the section, or of the one around it, that says so. */
export function priorityOf(section: Section): Written | undefined {
	for (let each: Section | undefined = section; each; each = each.parent) if (each.title && namesPriority(each.title.text)) return each.title;
	return undefined;
}

export function priorityIn(text: string, at: TextSpan): Tag | undefined {
	const besideStatus = BESIDE_STATUS.exec(text.slice(at.start, at.end));
	const source = lowerCased(text.slice(at.start, at.end));
	const label = LABEL.exec(source);
	if (label) return tag(label, label[1]!, 'whole');
	const leading = LEADING.exec(source);
	if (leading) return tag(leading, (leading[1] ?? leading[2] ?? leading[3])!, leading[3] ? 'whole' : 'value');
	const beside = besideStatus ?? IN_BRACKETS.exec(source);
	return beside ? tag(beside, beside[1]!, 'value') : undefined;

	function tag(found: RegExpExecArray, value: string, cut: 'whole' | 'value'): Tag {
		const start = at.start + found.index + found[0].lastIndexOf(value);
		const span = { start, end: start + value.length };
		const isWordOnly = /^[([【]/.test(found[0].trimStart()) || cut === 'value';
		return { value: written(text, span), cut: isWordOnly ? bracketed(text, span) : { start: at.start + found.index + /^\s*/.exec(found[0])![0].length, end: at.start + found.index + found[0].length } };
	}
}

/** With the word `priority` that may stand behind it in the brackets. */
function bracketed(text: string, span: TextSpan): TextSpan {
	const behind = /^[ -]priority(?=[\])】])/i.exec(text.slice(span.end, span.end + 12))?.[0] ?? '';
	return { start: span.start, end: span.end + behind.length };
}
