/** How sentences tell whose a duration is: the incident's, that of one of its phases, or nobody's. The words are in lower case. */
import { lowerCased } from '../text/lower';
import type { NamedDuration } from './duration-names';

/** A name in running text, with what may stand between it and the figure: `mttr 2h 3m`, `time to detect was about 5 min`. */
const NAME_BEFORE = /(?<![\p{L}\p{N}-])((?:mean |average )?(?:time[ -]to[ -](?:detect\p{L}*|ack\p{L}*|mitig\p{L}*|repair|resol\p{L}*|recover\p{L}*|restor\p{L}*)|m?tt[admr]))\s?(?:\([^()]{2,30}\)\s?)?(?:[:=–-]|was|is|of|at|took)?\s?(?:(?:only|just|about|around|approximately|roughly|some|nearly|almost|over|under|~)\s?){0,2}$/u;

const INCIDENT = '(?:outage|incident|downtime|disruption|degradation|interruption|unavailability|impact|event|failure)';
const ABOUT = '(?:(?:a total of|a period of|a duration of|approximately|about|around|roughly|almost|nearly|over|more than|less than|under|some|just under|just over|only|just|up to)\\s|~\\s?){0,2}';
/** The same in other languages. */
const CIRCA = '(?:(?:aproximadamente|alrededor de|cerca de|unos|unas|casi|más de|menos de|mais de|quase|por volta de|environ|près de|plus de|moins de|etwa|rund|ungefähr|knapp|fast|über|mehr als|ca\\.?|circa|omtrent|cirka|rundt|nesten|over|mer enn|totalt)\\s|~\\s?){0,2}';
const INCIDENTE = '(?:interrupci[óo]n|incidente|incidencia|caída|interrupção|queda|indisponibilidade|incident|panne|interruption|coupure|indisponibilité|störung|vorfall|ausfall|unterbrechung|hendelsen|feilen|nedetiden|avbruddet|utfallet|driftsstansen)';

const WHOLE_BEFORE = [
	new RegExp(`\\b${INCIDENT}s?\\b[^.;:\\d]{1,50}\\b(?:lasted|lasting|ran|spanned|spanning|continued|persisted|went on|took)\\s(?:for\\s)?(?:overall\\s)?${ABOUT}$|\\b(?:total|overall)\\s(?:downtime|duration|outage)\\s(?:was|of|is)\\s${ABOUT}$|\\b(?:had|caused|causing|suffered|experienced|saw)\\s(?:an?\\s)?${ABOUT}$`, 'u'),
	new RegExp(`(?<!\\p{L})${INCIDENTE}(?!\\p{L})[^.;:\\d]{1,50}(?<!\\p{L})(?:duró|se prolongó(?: por| durante)?|durou|prolongou-se(?: por)?|a duré|dura|dauerte|varte(?: i)?|pågikk(?: i)?)\\s${CIRCA}$`, 'u'),
	/(?:障害|停止|ダウン|インシデント)[^。、\d]{0,12}$/u,
	/(?:故障|事故|中断|宕机|停机|不可用|瘫痪)[^。，、\d]{0,12}$/u,
];
const WHOLE_BEHIND = [
	/^[\s-](?:long\s|(?:full|complete|total|partial|service|site|platform|production|website|system)(?:-wide)?\s){0,2}(?:of\s(?:\p{L}+\s)?)?(?:outage|downtime|disruption|unavailability|interruption)(?!\p{L})/u,
	/^\s(?:(?:de|d['’])\s?)?(?:interrupci[óo]n|inactividad|caída|indisponibilidad|indisponibilidade|interrupção|queda|interruption|panne|indisponibilité|coupure|ausfall|nedetid)(?!\p{L})/u,
	/^間?(?:ほど|程度)?、?(?:に(?:わた|渡)|続|継続|停止|ダウン|(?:の|にわたる)?(?:サービス|システム)?(?:停止|障害|ダウンタイム)|(?:利用|使用|アクセス|接続|ログイン)が?(?:でき|不可|不能))/u,
	/^(?:左右)?的?(?:服务|业务|系统)?(?:中断|不可用|宕机|停机|故障|瘫痪|无法(?:访问|使用|登录))/u,
	/^\s?(?:간|동안)?의?\s?(?:서비스가?\s|시스템이?\s)?(?:지속|계속|중단|장애|다운|이용할 수 없|사용할 수 없|접속(?:할 수 없| 불가))/u,
];
const PART_BEFORE = [
	new RegExp(`\\b(?:for|lasted|lasting|over|within|span(?:ned|ning)|total(?:l?ing)?|after)\\s${ABOUT}$`, 'u'),
	new RegExp(`(?<!\\p{L})(?:durante|duró|durou|por|pendant|a duré|dauerte|für|varte(?: i)?|i)\\s${CIRCA}$`, 'u'),
];
const PART_BEHIND = /^\s(?:lang|hinweg)(?!\p{L})/u;
/** Something did not work: what makes a stretch of time one of the incident. */
const HARM = /\b(?:down|outage|unavailab|offline|degrad|unreachable|inaccessible|unresponsive|unable|interrupt|disrupt|not (?:available|work|respond|able)|out of service|broken|impact|affect|fail|error|could(?: not|n[’']t)|cannot|can[’']t|slow|lost|losing|stopped|blocked|reject|incident|missing|timeouts?\b|lasted|experienc|suffer|stale|delayed)|(?<!\p{L})(?:caíd|interrump|indispon|fall|error|erro|no (?:pud|podía|estuv|funcion)|afect|afet|lent|fora do ar|não (?:cons|pud|func|est)|incident|panne|erreur|coup|interromp|inaccess|ne pouvai|n['’]ont pas|ralent|ausfall|ausgefallen|nicht (?:erreich|verfüg|möglich|nutz)|fehler|störung|gestört|unterbr|nede|utilgjengelig|feil|stopp|avbr|kunne ikke|påvirk|treg)/u;

/** What an incident came to, at the end of a stretch: `detected within 4 minutes`, `12 minutes to mitigate`. */
const ENDINGS: readonly (readonly [NamedDuration, string])[] = [
	['detect', 'detect(?:ed|ion)?|notic(?:ed|e)|discover(?:ed|y)?|alerted'],
	['acknowledge', 'acknowledged?|responded|respond'],
	['mitigate', 'mitigat(?:ed|e)|contain(?:ed)?|stabili[sz]ed?'],
	['resolve', 'resolved?|fix(?:ed)?|restored?|recover(?:ed|y)?|repaired'],
];
/** What all of the next two have in common, looked for first. */
const ENDS_BEFORE = new RegExp(`\\b(?:within|in|after)\\s${ABOUT}$`);
const ENDS_BEHIND = /^\s(?:for .{1,60} )?(?:to|until) /;
const ENDED_BEFORE = ENDINGS.map(([kind, words]) => [kind, new RegExp(`\\b(?:${words})\\b[^.;:\\d]{0,30}\\b(?:within|in|after)\\s${ABOUT}$`, 'u')] as const);
const ENDED_BEHIND = ENDINGS.map(([kind, words]) => [kind, new RegExp(`^\\s(?:for \\p{L}+(?: \\p{L}+)? )?(?:to|until) (?:\\p{L}+ )?(?:${words})(?!\\p{L})`, 'u')] as const);

/** Not what happened, but what comes round, is allowed or was aimed at. */
const NOT_MEANT = /\b(?:every|each|last|past|next|previous|within|per|target|goal|slo|sla|objective|threshold|timeout|ttl|interval|timeouts|wait|waits|waited|retry|retries|sleep|limit|budget|old|ago|reduced?|improve|cut|valid|retention|keeps?|kept)\b[^.;]{0,20}$|(?<!\p{L})(?:cada|toda(?:s las)?|a cada|chaque|toutes les|alle|jede|hvert|últim[oa]s|derni[eè]re?s|letzten|siste)\s$|(?:[毎每매]|直近|過去|过去|지난)\s?$/u;
/** Behind a figure: counted from, or not about this incident. */
const NOT_MEANT_BEHIND = /^\s(?:before|after|ago|earlier|later|old|prior|timeout|ttl|interval|window|cache|schedule|delay between|antes|después|depois|avant|après|vor|nach|før|etter)(?!\p{L})|^(?:[前后전후毎]|後に|ごと|おき|마다)/u;

export type Telling =
	| { readonly by: 'end'; readonly kind: NamedDuration }
	/** The whole incident, or maybe a part of it. */
	| { readonly by: 'whole' | 'part' };

/** The name of the duration that follows, as it is written there; `undefined` where none stands right before it. */
export function nameBefore(before: string): string | undefined {
	return NAME_BEFORE.exec(lowerCased(before))?.[1];
}

/** Whose the duration between two pieces of text is; `undefined` where it is not the incident's. */
export function tellingOf(textBefore: string, textBehind: string): Telling | undefined {
	const before = lowerCased(textBefore);
	const behind = lowerCased(textBehind);
	const ended = (ENDS_BEFORE.test(before) ? ENDED_BEFORE.find(([, pattern]) => pattern.test(before)) : undefined) ?? (ENDS_BEHIND.test(behind) ? ENDED_BEHIND.find(([, pattern]) => pattern.test(behind)) : undefined);
	if (ended) return { by: 'end', kind: ended[0] };
	if (NOT_MEANT.test(before) || NOT_MEANT_BEHIND.test(behind)) return undefined;
	if (WHOLE_BEFORE.some((pattern) => pattern.test(before)) || WHOLE_BEHIND.some((pattern) => pattern.test(behind))) return { by: 'whole' };
	const isPart = PART_BEFORE.some((pattern) => pattern.test(before)) || PART_BEHIND.test(behind);
	return isPart && (HARM.test(before) || HARM.test(behind)) ? { by: 'part' } : undefined;
}
