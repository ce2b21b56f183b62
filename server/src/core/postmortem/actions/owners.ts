/** Who is to do an action: a cell, `Owner: x`, `(Name)`, `@handle`, "NAME to add …", "NAME will add …". */
import { codeAndLinksIn, plainText, unwrapped } from '../../markdown/inline';
import { trimmed, written, type TextSpan, type Written } from '../../text/span';
import type { ActionContext, Tag } from './context';
import { withoutEnd } from './cut-tags';
import { isPersonName, isSureName, isTeamName, NAME } from './person-name';
import { isStatus } from './status';

const NOBODY = /^(?:tba|tbc|todo|to be (?:assigned|determined|decided|confirmed)|n\/?a|n\.a\.|none|nobody|no ?one|unassigned|unknown|unset|open|\?+|-+|[–—…无無]|_+|\.{2,}|未定|未割当|待定|미정|なし|없음|someone|anyone|@?owner|@?name|@?tbd|sin asignar|(?:por|a) definir|à définir|(?:noch )?offen|ikke tildelt|não definido|<[^>]*>|\[[^\]]*\])$/iu;
const AND = /\s(?:and|und|et|[yeи]|og)\s|<br\s?\/?>/iu;
const LABEL = /(?<![\p{L}\p{N}])(?:\*\*|__)?(?:(?:owners?|assignees?|assigned(?: to)?|responsible(?: party| person| team)?|responsibility|dri|who|lead|poc|point of contact|owned by|担当者?|責任者|责任人|負責人|负责人|담당자?|responsables?|responsável|asignad[oa] a|atribuído a|assignée? à|verantwortlich\p{L}{0,3}|zuständig|ansvarlig|propriétaire|người phụ trách|ответственный)\s{0,2}(?:\*\*|__)?\s?[:：=]|(?:assigned to|owned by|asignad[oa] a)(?=\s[@\p{Lu}]))\s{0,2}(?:\*\*|__)?\s{0,2}/iu;
const LABEL_END = /[|;)）】\r\n]|(?<!\[[^[\]]{0,40})\]|(?<!(?<!\p{L})\p{Lu})\.(?=\s|$)|\s[-–—]\s/u;
const LONGEST_OWNERS = 80;
const HANDLE = /(?<![\p{L}\p{N}_./@])@[\p{L}\p{N}_][\p{L}\p{N}_-]{0,38}(?:\/[\w-]{1,39})?/gu;
const NO_HANDLE = /^@(?:here|channel|everyone|all|todo|deprecated|override|param|returns?|latest|next|media|import|team|owner|name|tbd)$|^@(?:types|angular|babel|aws-sdk|nestjs|vue|react|sentry|next|storybook|typescript-eslint|vercel|openzeppelin)\//i;
const NAMES = `${NAME}(?:(?:\\s{0,2}[,/&+]\\s{0,2}|\\sand\\s|\\sy\\s|\\sund\\s|\\set\\s|\\sog\\s)${NAME}){0,3}`;
const BRACKETS_AT_END = /[([（【]([^()[\]（）【】]{2,60})[\])）】][\s*_.:;]{0,4}$/u;
const BRACKETS_AT_START = new RegExp(`^[\\s*_]{0,4}[[(【](${NAMES})[\\])】](?!\\()`, 'u');
const DASH_AT_END = new RegExp(`\\s(?:[-–—→|]|->)\\s{0,2}[*_]{0,3}(${NAMES}(?:\\s(?:[Tt]eam|チーム))?)[\\s*_.]{0,4}$`, 'u');
const BEFORE_COLON = new RegExp(`^[\\s*_]{0,4}(${NAMES})(?:\\*\\*|__)?\\s?(?:[:：]|\\s[-–—]\\s)`, 'u');
/** `me — fix it`, in the notes of one person. */
const ME_AT_START = /^[\s*_]{0,4}(me|I|we|us|ich|wir|yo|nosotros|eu|nós|moi|nous|jeg|vi)(?:\*\*|__)?\s?(?:[:：]|[-–—]\s)/u;
const VERB = 'add|adopt|adjust|analy[sz]e|apply|arrange|ask|assess|audit|automate|book|bring|build|bump|call|change|chase|check|clarify|clean|close|collect|communicate|compare|complete|conduct|configure|confirm|consider|contact|continue|convert|coordinate|copy|create|cut|decide|define|delete|deliver|deploy|design|determine|develop|disable|discuss|do|document|draft|drain|drive|drop|educate|enable|enforce|ensure|escalate|establish|evaluate|examine|expand|explore|export|extend|figure|file|fill|finali[sz]e|find|finish|fix|follow|gather|generate|get|give|harden|have|help|hold|host|identify|implement|improve|increase|inform|inspect|install|integrate|introduce|investigate|join|keep|kick|launch|lead|link|look|lower|maintain|make|map|measure|meet|merge|migrate|modify|monitor|move|notify|open|optimi[sz]e|organi[sz]e|own|patch|perform|pick|pin|plan|port|post|prepare|present|prioriti[sz]e|propose|provide|prune|publish|purge|push|put|raise|reach|redesign|reduce|refactor|release|remove|rename|replace|report|reproduce|request|research|resolve|restore|restrict|retire|revert|review|revise|revisit|rework|rewrite|roll|rotate|run|scale|schedule|secure|send|set|share|ship|sign|simplify|size|sort|speak|split|standardi[sz]e|start|stop|submit|swap|switch|sync|tag|take|talk|teach|tell|test|tighten|track|train|try|tune|turn|update|upgrade|use|validate|verify|wire|work|write';
const NAME_TO = new RegExp(`^[\\s*_~]{0,4}(?:(?:the|The)\\s)?((?:@[\\w-]{1,39}|${NAMES})(?:\\s(?:[Tt]eam|squad))?)[*_]{0,2}\\s(?:to|will|is going to|needs to|is to)\\s(?:also\\s|then\\s)?(?:${VERB})(?!\\p{L})`, 'u');

/** Whether a cell or a value in the place of an owner names nobody. */
export function isNobody(words: string): boolean {
	return NOBODY.test(words.trim());
}

/** Each name in a cell or behind a label. */
export function ownersInCell(text: string, cell: TextSpan): Written[] {
	const owners: Written[] = [];
	const source = text.slice(cell.start, cell.end);
	for (const part of source.matchAll(/[^,;/&、，]+/gu)) {
		let from = 0;
		for (const word of part[0].split(AND)) {
			const at = part[0].indexOf(word, from);
			from = at + word.length;
			const owner = unwrapped(text, { start: cell.start + part.index + at, end: cell.start + part.index + at + word.length });
			const name = plainText(text.slice(owner.start, owner.end));
			if (name !== '' && !isNobody(name) && !/^(?:and|und|et|og)$/i.test(name)) owners.push(written(text, owner));
		}
	}
	return owners;
}

export interface OwnersTag extends Tag<readonly Written[]> {
	/** What stands behind a label and names nobody: `TBD`. */
	readonly placeholder?: Written;
}

export function ownersIn(context: ActionContext, at: TextSpan): OwnersTag | undefined {
	const { text, names } = context;
	const source = text.slice(at.start, at.end);
	return labelled() ?? handles() ?? inBrackets() ?? inSentence() ?? atEnd() ?? beforeColon() ?? writer();

	function labelled(): OwnersTag | undefined {
		const label = LABEL.exec(source);
		if (!label) return undefined;
		const from = label.index + label[0].length;
		const rest = source.slice(from, from + LONGEST_OWNERS);
		const hard = LABEL_END.exec(rest)?.index ?? rest.length;
		const parts = rest.slice(0, hard).split(/(?<=[,、，])/);
		const foreign = parts.findIndex((part, index) => index > 0 && !/^\s?(?:and\s)?[@\p{L}][\p{L}\p{N}\s'’._-]{0,40}[,、，]?$/u.test(part));
		const owned = parts.slice(0, foreign < 0 ? parts.length : foreign).filter((part, index) => index === 0 || !/^\s?(?:due|by|eta|deadline|priority|status|p[0-4])\b/i.test(part)).join('');
		const value = trimmed(text, { start: at.start + from, end: at.start + from + withoutEnd(owned, ' \t,、，*_').length });
		if (value.end <= value.start) return undefined;
		const owners = ownersInCell(text, value);
		const tag = { value: owners, cut: { start: at.start + label.index, end: value.end } };
		return owners.length > 0 ? tag : { ...tag, placeholder: written(text, value) };
	}

	function handles(): Tag<readonly Written[]> | undefined {
		const all = [...source.matchAll(HANDLE)];
		if (all.length === 0) return undefined;
		const others = codeAndLinksIn(source);
		const found = all.filter(({ 0: handle, index }) => !NO_HANDLE.test(handle) && (!others.covers(index) || (source[index - 1] === '`' && source[index + handle.length] === '`')));
		if (found.length === 0) return undefined;
		const value = found.map(({ 0: handle, index }): Written => ({ text: handle, span: { start: at.start + index, end: at.start + index + handle.length } }));
		return { value, cut: endOfLine(value) ?? startOfLine(value) };
	}

	/** The handles that stand behind everything else, where no word of the sentence leads to them. */
	function endOfLine(handles: readonly Written[]): TextSpan | undefined {
		const last = handles.at(-1)!;
		if (!/^[ \t)\]）】.,;*_`]*(?:[\r\n]|$)/.test(text.slice(last.span.end, at.end))) return undefined;
		let { start } = last.span;
		for (const { span } of handles.slice(0, -1).reverse()) {
			if (!/^[\s,/&+`]*(?:(?:and|und|et|y|og)[\s`]*)?$/i.test(text.slice(span.end, start))) break;
			({ start } = span);
		}
		const before = withoutEnd(text.slice(at.start, start), ' \t\r\n(*_`[');
		const isInSentence = /(?<!\p{L})(?:by|with|to|for|from|ask|ping|cc|via|and|of|on|help|tell|notify|contact|thank|thanks|per|see|at|in|let|invite|is|are|von|mit|an|con|a|de|por|avec|à|par|com)$/iu.test(before);
		const code = text[start - 1] === '`' ? 1 : 0;
		return isInSentence ? undefined : { start: start - code, end: last.span.end + (text[last.span.end] === '`' ? 1 : 0) };
	}

	function startOfLine([first]: readonly Written[]): TextSpan | undefined {
		const before = source.slice(0, first!.span.start - at.start);
		const behind = text.slice(first!.span.end, at.end);
		return /^[\s*_[(]*$/.test(before) && /^[\])*_]{0,3}\s{0,2}(?:[:：]|[-–—]\s)/.test(behind) ? first!.span : undefined;
	}

	function inBrackets(): Tag<readonly Written[]> | undefined {
		const found = BRACKETS_AT_END.exec(source) ?? (/^[\s*_]{0,4}[[(【]/.test(source) ? BRACKETS_AT_START.exec(source) : undefined);
		if (!found || isStatus(found[1]!)) return undefined;
		const start = at.start + found.index + found[0].indexOf(found[1]!);
		const value = ownersInCell(text, { start, end: start + found[1]!.length });
		const isNamed = value.length > 0 && value.every(({ text: name }) => isPersonName(name, names) || isTeamName(name) || /^\p{Script=Han}{1,4}(?:さん|氏)$|^\p{Script=Hangul}{2,4}님$/u.test(name));
		return isNamed ? { value, cut: { start, end: start + found[1]!.length } } : undefined;
	}

	function inSentence(): Tag<readonly Written[]> | undefined {
		const found = /\s(?:to|will)\s/.test(source) ? NAME_TO.exec(source) : undefined;
		if (!found) return undefined;
		const start = at.start + found.index + found[0].indexOf(found[1]!);
		const value = ownersInCell(text, { start, end: start + found[1]!.length });
		return value.length > 0 && value.every(({ text: name }) => name.startsWith('@') || isPersonName(name, names) || isTeamName(name)) ? { value, cut: undefined } : undefined;
	}

	function atEnd(): Tag<readonly Written[]> | undefined {
		const found = /\s(?:[-–—→|]|->)\s/.test(source) ? DASH_AT_END.exec(source) : undefined;
		return found ? sure(found) : undefined;
	}

	function beforeColon(): Tag<readonly Written[]> | undefined {
		const found = names.size > 0 && /[:：]|\s[-–—]\s/.test(source) ? BEFORE_COLON.exec(source) : undefined;
		return found && names.has(found[1]!.toLowerCase()) ? sure(found) : undefined;
	}

	function writer(): Tag<readonly Written[]> | undefined {
		const found = ME_AT_START.exec(source);
		if (!found) return undefined;
		const start = at.start + found[0].indexOf(found[1]!);
		const span = { start, end: start + found[1]!.length };
		return { value: [written(text, span)], cut: span };
	}

	function sure(found: RegExpExecArray): Tag<readonly Written[]> | undefined {
		const start = at.start + found.index + found[0].indexOf(found[1]!);
		const value = ownersInCell(text, { start, end: start + found[1]!.length });
		return !isStatus(found[1]!) && value.length > 0 && value.every(({ text: name }) => isSureName(name, names)) ? { value, cut: { start, end: start + found[1]!.length } } : undefined;
	}
}
