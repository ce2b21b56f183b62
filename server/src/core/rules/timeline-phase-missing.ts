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
		const rows = doc.timelines.flatMap(({ entries }) => entries).filter((entry) => entry.at && !entry.dateOnly);
		if (!timeline || rows.length < LEAST_ROWS || !isEnglish(rows.map(({ text }) => text).join(' '))) return;
		const words = rows.map(({ text }) => plainText(text)).join('\n');
		const names = TELLS.filter(([name, pattern]) => !isTold(doc, name) && !pattern.test(words)).map(([name]) => name);
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

/** The words above are English ones. */
function isEnglish(text: string): boolean {
	return (text.match(/\b(?:the|to|of|and|is|was|in|for|on|with|all|by|from|at)\b/gi)?.length ?? 0) * 14 >= (text.match(/\S+/g)?.length ?? 0) && !/[\u3040-\u9fff\uac00-\ud7af]/.test(text);
}
