/** How far an action has come: a word, an emoji or a mark beside its text, in the languages that people write. */
import { plainText } from '../../markdown/inline';
import { lowerCased } from '../../text/lower';
import { written, type TextSpan } from '../../text/span';
import type { Tag } from './context';

const DONE_WORDS = 'done|completed?|closed|finished|shipped|merged|resolved|fixed|implemented|deployed|accomplished|delivered|released|hech[oa]s?|completad[oa]s?|terminad[oa]s?|cerrad[oa]s?|resuelt[oa]s?|implementad[oa]s?|feit[oa]s?|concluíd[oa]s?|finalizad[oa]s?|fechad[oa]s?|terminée?s?|faite?s?|clôturée?s?|résolue?s?|erledigt|abgeschlossen|umgesetzt|behoben|ferdig|fullført|gjort|utført|løst|lukket|(?:対応|実施|修正|作業|設定)?(?:完了|済み?)(?:済み?)?|已?完成|已解决|已修复|已关闭|已上线|완료됨?|xong|hoàn thành|đã xong|готово|сделано|выполнено|исправлено';
const OPEN_WORDS = "in[ -]progress|wip|ongoing|doing|started|under ?way|in review|open|to[ -]?do|pending|not (?:yet )?started|not done|incomplete|planned|scheduled|proposed|backlog(?:ged)?|new|blocked|on hold|deferred|postponed|won['’]?t (?:do|fix)|wontfix|cancell?ed|dropped|rejected|n\\/a|failed|in flight|to be done|en curso|en progreso|pendientes?|por hacer|abiert[oa]s?|planificad[oa]s?|programad[oa]s?|em andamento|em progresso|pendentes?|a fazer|abert[oa]s?|planejad[oa]s?|en cours|à faire|ouverte?s?|en attente|planifiée?s?|prévue?s?|in arbeit|laufend|offen|ausstehend|geplant|zu erledigen|nicht begonnen|pågår|under arbeid|påbegynt|åpen|ikke startet|planlagt|gjenstår|(?:対応|進行|作業|実施|検討|調査)中|未着手|未対応|未完了|未実施|予定|保留|进行中|处理中|處理中|计划中|計画中|未开始|待办|待处理|待定|未完成|진행 ?중|대기(?: ?중)?|예정|미완료|미착수|đang (?:làm|thực hiện)|chưa (?:làm|bắt đầu)|в работе|в процессе|не начато|запланировано";
const DONE_MARK = '[✅☑✔🟢]\\uFE0F?|âœ…|âœ”|:white_check_mark:|:heavy_check_mark:';
const OPEN_MARK = '[⬜🔲◻🔄♻❌❎⏳⌛📋🚧🟡🟠🔴🏗🕒🔜🆕]\\uFE0F?|âŒ|ğŸ”„|ğŸ“‹|ğŸ—ï¸|:construction:|:x:|:hourglass(?:_flowing_sand)?:';
const WORD = `${DONE_WORDS}|${OPEN_WORDS}`;
const MARK = `${DONE_MARK}|${OPEN_MARK}`;

const IS_DONE = new RegExp(`^[\\s*_~([]{0,4}(?:${DONE_WORDS})(?!\\p{L})|^\\s*(?:${DONE_MARK})`, 'u');
const IS_STATUS = new RegExp(String.raw`^[\s*_~([]{0,4}(?:(?:${MARK})\s{0,2})?(?:${WORD})(?:\s\d{4}-\d\d-\d\d)?[\s*_~)\].!]{0,4}$|^(?:${MARK})$`, 'u');
const LABEL = /(?<![\p{L}\p{N}])(?:\*\*|__)?(?:status|state|estado|statut|état|ステータス|状態|状态|상태|статус)\s{0,2}(?:\*\*|__)?\s?[:：]\s{0,2}(?:\*\*|__)?\s{0,2}([^\s()|;,.*][^()|;,\r\n]{0,30}?)(?=\s{0,2}(?:[)|;,\r\n]|\.(?:\s|$)|$))/u;
/** What the next three have in common, looked for first. */
const ANY = new RegExp(`${WORD}|${MARK}`, 'u');
const IN_BRACKETS = new RegExp(String.raw`[([（【]((?:(?:${MARK})\s{0,2})?(?:${WORD}))[\])）】.]`, 'u');
const LEADING = new RegExp(String.raw`^[\s*_[(（【~>]{0,5}((?:${MARK})\s{0,2}(?:${WORD})(?!\p{L})|${MARK}|(?:${WORD})(?=\s?[\])）】*:：]|\s{1,2}[–—-]\s|\s\d{4}-|\s(?:due|by|p\d)\b))`, 'u');
const TRAILING = new RegExp(String.raw`(?:\s[-–—→|]\s{0,2}|\s\*\*|[:：]\s)(${WORD})[\s*_.!]{0,4}$|(${MARK})[\s*_.)]{0,4}$|(?:[-–—→|]|\*\*)\s{0,2}((?:${MARK})\s{0,2}(?:${WORD}))[\s*_.!]{0,4}$`, 'u');

/** Whether a written status says that nothing is left to be done. */
export function saysDone(status: string): boolean {
	return IS_DONE.test(lowerCased(plainText(status)));
}

/** Whether the words are a status and nothing else. */
export function isStatus(words: string): boolean {
	return IS_STATUS.test(lowerCased(words.trim()));
}

/** `TODO Size the pool`: in capitals it needs no mark behind it. */
const SHOUTED = /^[\s*_[(~>]{0,5}(TODO|DONE|WIP)(?=\s[`\p{Lu}])/u;

export function statusIn(text: string, at: TextSpan): Tag | undefined {
	const shouted = SHOUTED.exec(text.slice(at.start, at.end));
	const source = lowerCased(text.slice(at.start, at.end));
	const label = LABEL.exec(source);
	if (label) return tag(label, label[1]!, true);
	if (!shouted && !ANY.test(source)) return undefined;
	const leading = shouted ?? LEADING.exec(source);
	if (leading) return tag(leading, leading[1]!, false, dayBehind(source.slice(leading.index + leading[0].length)));
	const inBrackets = IN_BRACKETS.exec(source);
	if (inBrackets && source[inBrackets.index + inBrackets[0].length] !== '(') return tag(inBrackets, inBrackets[1]!, false);
	const trailing = TRAILING.exec(source);
	if (trailing) return tag(trailing, (trailing[1] ?? trailing[2] ?? trailing[3])!, false);
	return undefined;

	/** `DONE 2026-05-14`: since when it is so. */
	function dayBehind(rest: string): string {
		return /^\s\d{4}-\d\d-\d\d(?=[\s*_)\]:：–—-]|$)/.exec(rest)?.[0] ?? '';
	}

	function tag(found: RegExpExecArray, value: string, withLabel: boolean, day = ''): Tag {
		const start = at.start + found.index + found[0].lastIndexOf(value);
		const span = { start, end: start + value.length + day.length };
		return { value: written(text, span), cut: withLabel ? { start: at.start + found.index, end: span.end } : span };
	}
}
