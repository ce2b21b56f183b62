/** A cheap test before a document is read: what the verdict takes for a postmortem passes it, and most other documents do not. */
import { unaccented } from '../text/accents';

/** In a title or the first lines, that the document tells of an incident. */
export const NAMES_IT = /\b(?:post[\s_-]?mortems?|incident[\s_-](?:report|review|summary|analysis|retrospective|postmortem|debrief|write-?up)|incident|root[\s_-]cause[\s_-]analysis|rca|issue summary|outage report|after[\s_-]action|retrospective|outage)\b|障害(?:報告|レポート)|ポストモーテム|インシデント|事故(?:报告|報告|复盘)|故障(?:报告|复盘)|장애 ?(?:보고|회고)|(?<!\p{L})(?:incidente|störung|vorfall|hendelse|storing)(?!\p{L})|informe de incidente|relatório de incidente|rapport d'incident|vorfallsbericht|hendelsesrapport/iu;
/** The same in a path. */
export const PATH_WORD = /(?:^|[^a-z0-9])(?:post[-_]?mortems?|incidents?|rca|retrospectives?)(?:[^a-z0-9]|$)/i;

/** Where the first lines, or front matter and the lines behind it, have ended; in UTF-16 units. */
const FIRST_LINES = 4_000;
const FRONT_MATTER = 70_000;

/** In headings, of a section that tells what happened when, or why; a test holds them against all names of those sections. */
export const TIMELINE_STEM = /time|event|sequence|chain of|order of|course of|c?[hk]?ronolog|log|histor|moments|what happened|updates|linea|linha|ligne|cronogra|secuencia|sucesion|sequencia|deroul|frise|fil des|zeit|ablauf|verlauf|chronik|hergang|tids|forlop|hendelse|タイムライン|時系列|経緯|経過|履歴|ログ|[时時]|经过|過程|경과|타임라인|시간|일지|dong thoi|dien bien|trinh tu|moc thoi|хронолог|таимлаин|tijd|verloop|temporal|sequenza|handelse/;
export const CAUSE_STEM = /cause|why|how did|analis|analys|bug|reason|origin|rca|theory|hypothes|fault|causa|porque|por que|pourquoi|ursach|warum|arsak|hvorfor|origen|原因|根因|なぜ|分析|真因|要因|为什么|五|원인|분석|왜|nguyen nhan|tai sao|причин|wrong/;

/** A line that heads what stands below it: marked, with a colon, or short. */
const MARKED = /^[\s>]*(?:(?:[-*+•]|\d{1,3}[.)])\s+)?[#*_<]/;
const LONGEST_TITLE = 160;
const LONGEST_PLAIN_TITLE = 60;
/** A time of day or a time since the start; with a full stop in it only where it opens a line or cell, as versions and figures have one too. */
const TIME = /(?<![\d.:])\d{1,2}(?:[:：h]|\s?[時时시点點])\s?\d{2}(?!\d)|(?:^|\||kl\.?)[^\p{L}\d|]{0,12}\d{1,2}\.\d{2}(?![\d.])|(?<![\d.])\d{1,2}\s?[ap]\.?m\b|\b\d{4}\s?(?:utc|gmt|z|hrs|h|uhr)\b|\bt\s?[+-]\s?\d|(?<![\d.])\d{1,2}\s?(?:[h時时시点點]|uhr)(?!\p{L})/iu;

/**
 * Whether a document need be read to know whether it is a postmortem; much cheaper than reading it.
 * @param path from the folder of the workspace or repository, or longer.
 */
export function mayBePostmortem(path: string, text: string): boolean {
	if (PATH_WORD.test(path)) return true;
	const hasFrontMatter = /^\uFEFF?---/.test(text);
	const first = text.slice(0, hasFrontMatter ? FRONT_MATTER : FIRST_LINES);
	if (NAMES_IT.test(first) || (hasFrontMatter && /\btemplate["']?\s{0,4}:/.test(first))) return true;
	const heads = titles(text);
	return heads.some((title) => NAMES_IT.test(title)) || (haveItsSections(heads) && text.split(/[\r\n]+/).filter((line) => TIME.test(line)).length >= 2);
}

/** One for what happened when, and one for why. */
function haveItsSections(heads: readonly string[]): boolean {
	const plain = heads.map((title) => unaccented(title).toLowerCase());
	return plain.some((title) => TIMELINE_STEM.test(title)) && plain.some((title) => CAUSE_STEM.test(title));
}

function titles(text: string): string[] {
	const lines = text.split(/\r?\n|\r/);
	return lines.flatMap((line, index) => {
		if (MARKED.test(line) || /^\s*(?:=+|-+)\s*$/.test(lines[index + 1] ?? '')) return [line.slice(0, LONGEST_TITLE)];
		const colon = line.slice(0, LONGEST_TITLE).search(/[:：]/);
		if (colon >= 0) return [line.slice(0, colon)];
		return line.trim() !== '' && line.length <= LONGEST_PLAIN_TITLE ? [line] : [];
	});
}
