import { plainText } from '../markdown/inline';
import type { Postmortem, Timeline } from '../postmortem/model';
import page from './timeline-phase-missing.md';
import { defineRule } from './rule';
import { firstLine, titleSpan } from './support/place';
import { anyOf } from './support/wording';

interface Missing {
	readonly timeline: Timeline;
	readonly names: readonly string[];
}

/** From how many timed rows on a timeline tells a story. */
const LEAST_ROWS = 4;
/** Generous: a row that may tell the phase in other words is taken to tell it. */
const TELLS: readonly (readonly [name: string, words: RegExp])[] = [
	['detected', /detect|alert|alarm|notic|notif|report|page[dr]?\b|paging|discover|complain|monitor|observ|identif|found|find|spot|reali[sz]|aware|see[ns]?\b|saw\b|ticket|inform|warn|flag|receiv|ask|contact|tweet|investigat|evidence|confirm|health[- ]?check|diagnos/i],
	['mitigated or resolved', /resol|restor|recover|fix|back\b|normal|mitigat|roll(?:ed|ing|s)?[ -]?back|revert|complet|clos|works?\b|working|worked|stab|healthy|success|\bend(?:s|ed)?\b|\bover\b|online|remov|repair|solv|done|finish|contain|clear|green|operational|again|restart|replac|reboot|confirm|available|running|verif|\b(?:is|was|are|were|came|comes|come) up\b/i],
];

export const timelinePhaseMissing = defineRule<Missing>({
	id: 'timeline-phase-missing',
	summary: 'The timeline tells when the incident was detected and when it was mitigated or resolved.',
	page,
	severity: 'information',
	fixKind: 'none',
	since: '0.1.0',

	*check({ doc }) {
		const timeline = doc.timelines.find(({ section }) => section?.role === 'timeline');
		if (!timeline || TELLS.every(([name]) => isTold(doc, name))) return;
		const told = doc.timelines.map((each) => each.part.fact('words', [], () => wordsOf(each)));
		if (sumOf(told, ({ rows }) => rows) < LEAST_ROWS || !areEnglish(told)) return;
		const names = TELLS.filter(([name], index) => !isTold(doc, name) && !told.some(({ tells }) => tells[index])).map(([name]) => name);
		if (names.length > 0) yield { timeline, names };
	},
	describe: ({ timeline, names }, { doc }) => ({
		span: timeline.section?.title ? firstLine(doc, timeline.section.title.span) : titleSpan(doc),
		message: `Unexpected timeline without a row for ${names.join(' and ')}, expected ${anyOf(names)} in its rows`,
	}),
});

function isTold({ phases }: Postmortem, name: string): boolean {
	return name === 'detected' ? (phases.detected ?? phases.acknowledged) !== undefined : (phases.mitigated ?? phases.resolved) !== undefined;
}

/** What counts of the words of a timeline's timed rows. */
interface Words {
	readonly rows: number;
	readonly words: number;
	/** Small English ones among them. */
	readonly english: number;
	readonly isCjk: boolean;
	/** For each of `TELLS`. */
	readonly tells: readonly boolean[];
}

function wordsOf({ entries }: Timeline): Words {
	const texts = entries.filter(({ at, dateOnly }) => at && !dateOnly).map(({ text }) => text);
	const all = texts.join('\n');
	const plain = texts.map(plainText).join('\n');
	return {
		rows: texts.length,
		words: all.match(/\S+/g)?.length ?? 0,
		english: all.match(/\b(?:the|to|of|and|is|was|in|for|on|with|all|by|from|at)\b/gi)?.length ?? 0,
		isCjk: /[\u3040-\u9fff\uac00-\ud7af]/.test(all),
		tells: TELLS.map(([, pattern]) => pattern.test(plain)),
	};
}

/** The words above are English ones. */
function areEnglish(told: readonly Words[]): boolean {
	return sumOf(told, ({ english }) => english) * 14 >= sumOf(told, ({ words }) => words) && !told.some(({ isCjk }) => isCjk);
}

function sumOf(told: readonly Words[], figure: (each: Words) => number): number {
	return told.reduce((sum, each) => sum + figure(each), 0);
}
