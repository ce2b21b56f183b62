/** What a duration is called, and the words in a sentence that say whose duration it is. */
import { plainText } from '../markdown/inline';
import { lowerCased } from '../text/lower';
import { oncePerText } from '../text/once';
import type { DurationKind } from './model';

/** `repair` ends when the service works again: with the mitigation where there is one, else with the resolution. */
export type NamedDuration = DurationKind | 'repair';

const KINDS: readonly (readonly [NamedDuration, RegExp])[] = [
	['total', /^(?:(?:total|incident|outage|impact|overall|downtime|user-facing|service|customer|full|approximate|approx\.?|estimated|observed|active) )*(?:duration|downtime|length|outage time|time of outage|time down)(?: of (?:the )?(?:incident|outage|impact|event|disruption|downtime))?$/u],
	['total', /^(?:duración|duração|durée|dauer|varighet|nedetid|ausfallzeit|ausfalldauer|tiempo de (?:caída|inactividad)|tempo de (?:queda|indisponibilidade)|temps d['’]indisponibilité)(?: (?:totale?|d[aeou]l? (?:l['’])?\p{L}+(?: \p{L}+)?|des? \p{L}+|der \p{L}+|(?:på|av|for) \p{L}+))?$|^(?:総?(?:影響|停止|継続|障害|対応)時間|ダウンタイム|总?(?:持续|影响|故障)(?:时间|时长)|(?:총 )?(?:지속|장애|중단) ?시간|다운타임)$/u],
	['detect', /^(?:mean |average |our )?(?:time[ -]to[ -](?:first )?(?:det\p{L}+|discover\p{L}*|notice|alert)|ttd|mttd|detection (?:time|delay|latency))$/u],
	['detect', /^(?:tiempo (?:de|hasta la) detección|tempo (?:de|para|até a) detec[çc]ão|(?:temps|délai) de détection|zeit bis zur erkennung|erkennungszeit|tid til (?:oppdagelse|deteksjon)|検[知出](?:までの)?時間|(?:检测|发现)(?:耗时|时长)|(?:탐지|감지) ?(?:소요 )?시간)$/u],
	['acknowledge', /^(?:mean |average )?(?:time[ -]to[ -](?:ack\p{L}*|respon[ds]\p{L}*|engage)|tta|mtta|response time)$/u],
	['mitigate', /^(?:mean |average )?(?:time[ -]to[ -](?:mitig\p{L}+|stabil\p{L}+|contain\p{L}*|rollback)|ttm|mttm|mitigation time)$/u],
	['mitigate', /^(?:tiempo (?:de|hasta la) mitigación|tempo (?:de|para|até a) mitigação|(?:temps|délai) d['’]atténuation|zeit bis zur (?:eindämmung|entschärfung)|緩和(?:までの)?時間|(?:缓解|止血)(?:耗时|时长))$/u],
	['repair', /^(?:mean |average )?time[ -]to[ -]repair$/u],
	['resolve', /^(?:mean |average )?(?:time[ -]to[ -](?:full |complete )?(?:resol\p{L}+|recover\p{L}*|restor\p{L}*|fix|remed\p{L}+|close)|ttr|mttr|(?:resolution|recovery|restoration) time)$/u],
	['resolve', /^(?:tiempo (?:de|hasta la) (?:resolución|recuperación)|tempo (?:de|para|até a) (?:resolução|recuperação)|(?:temps|délai) de (?:résolution|rétablissement)|zeit bis zur (?:behebung|lösung|wiederherstellung)|tid til (?:løsning|gjenoppretting)|(?:復旧|解決)(?:までの)?時間|(?:恢复|修复|解决)(?:耗时|时长)|(?:복구|해결) ?(?:소요 )?시간)$/u],
];

/** The duration that a label names: `Time to Detect (TTD)`, `**Outage duration**`, `復旧時間`; `undefined` for all others. */
export const namedDuration = oncePerText((label): NamedDuration | undefined => {
	if (label.length > 80) return undefined;
	const name = lowerCased(plainText(label)).replace(/^\P{L}+/u, '').replace(/[:：=]$/u, '').trim();
	const inner = /[(（]([^()（）]{2,30})[)）]/u.exec(name)?.[1];
	const outer = name.replace(/[(（][^()（）]{0,40}[)）]/gu, '').replace(/\s+/g, ' ').trim();
	for (const each of [outer, ...(inner === undefined ? [] : [inner.trim()])]) for (const [kind, pattern] of KINDS) if (pattern.test(each)) return kind;
	return undefined;
});

/** Only the hours when somebody is at work are counted. */
const WORKING_HOURS = /\b(?:support|business|working|work|office|core|service)\s(?:hours|time|days?)\b|(?<!\p{L})(?:horario laboral|horas laborables|horário comercial|horas úteis|heures ouvr(?:é|abl)es|arbeitszeit|geschäftszeiten|arbeidstid|kontortid)(?!\p{L})|営業時間|業務時間|工作时间|업무 ?시간/u;

/** Columns that state what should be, or was another time. */
const NOT_ACTUAL = /\b(?:target|goal|slo|sla|objective|threshold|limit|baseline|previous|before|average|industry|budget|expected|last)\b|目標|目标|목표/u;

/** Whether the words behind a duration say that it counts only the hours when somebody is at work. */
export function saysWorkingHours(words: string): boolean {
	return WORKING_HOURS.test(lowerCased(words));
}

/** Whether the head of a column says that it states what happened, not what should be, or was another time. */
export function isActual(head: string): boolean {
	return !NOT_ACTUAL.test(lowerCased(head));
}
