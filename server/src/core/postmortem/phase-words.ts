/** The words that tell a phase of an incident: as the name of a field, a column's value, a label, or in a sentence; all in lower case. */
import type { Phase } from './model';

type Patterns = readonly (readonly [Phase, RegExp])[];

/** The value of a phase column begins with one of these. */
export const COLUMN_VALUES: Patterns = [
	['resolved', /^(?:resolved|resolution|recovered|recovery|restored|closed|end(?:ed)?|fixed|resuelto|resolvido|résolu|behoben|gelöst|løst)(?!\p{L})|^(?:復旧|解決|収束|恢复|解决|복구|해결)/u],
	['mitigated', /^(?:mitigat|contain|stabili[sz]|repair|atténu|mitigiert)|^(?:緩和|暫定対応|缓解|止血|완화)/u],
	['acknowledged', /^(?:ack|acknowledged?|responded|response|declared)(?!\p{L})|^(?:対応開始|响应|대응)/u],
	['detected', /^(?:discover|identif|alert|report(?:ed)?\b|awareness|detec|détect|erkannt|oppdaget)|^(?:検知|検出|发现|检测|감지|탐지)/u],
	['started', /^(?:start|begin|began|onset|trigger|impact start|cause|inicio|início|début)|^(?:発生|開始|发生|开始|시작)/u],
];

const THING = '(?:(?:the\\s)?(?:incident|fault|issue|outage|impact|problem|failure|event|service|degradation|disruption|downtime)s?\\s)?';

/** Names that are all a label or a row says: `First detected`, `Incident declared`, `Fault occurs`, `Repaired`. */
export const NAMES: Patterns = [
	['resolved', new RegExp(`^${THING}(?:(?:is|was)\\s)?(?:fully\\s)?(?:declared\\s(?:as\\s)?)?(?:repaired\\sand\\s)?(?:resolved|closed|ends?|ended|over|fully recovered)(?:\\sdeclared)?$|^(?:end|resolution|closure)(?:\\sof\\s(?:the\\s)?(?:incident|outage|impact))?$|^all clear$`, 'u')],
	['resolved', /^(?:복구(?: 완료)?|해결(?: 완료)?|恢复|已恢复|解决|復旧|解決|løst|hersteld|opgelost|storing verholpen|risolto|servizio ripristinato|resuelto|resolvido|résolu|behoben|gelöst)$/u],
	['mitigated', new RegExp(`^${THING}(?:(?:is|was)\\s)?(?:declared\\s(?:as\\s)?)?(?:mitigated|repaired|contained|stabili[sz]ed)(?:\\sdeclared)?$|^(?:mitigation|repair|containment)(?:\\s(?:complete|completed|applied|in place))?$`, 'u')],
	['acknowledged', new RegExp(`^${THING}(?:(?:is|was)\\s)?(?:acknowledged|declared)$|^(?:alert|page)\\s(?:acknowledged|ack'?ed)$|^ack(?:'?ed)?$`, 'u')],
	['detected', new RegExp(`^(?:first\\s)?${THING}(?:(?:is|was)\\s)?(?:first\\s)?(?:detected|discovered|noticed|reported)$|^(?:first\\s)?(?:detection|discovery|alert|report)$|^(?:team|we)\\s(?:(?:was|were|became|made)\\s)?aware$|^alert(?:s|ed)?\\s(?:fires?|fired|triggered|raised)$`, 'u')],
	['started', new RegExp(`^${THING}(?:starts?|started|begins?|began|occurs?|occurred|onset)$|^(?:start|beginning|onset)(?:\\sof\\s(?:the\\s)?(?:incident|outage|impact))?$`, 'u')],
];

/** What tells a phase within a sentence. */
export const WORDS: Patterns = [
	['resolved', /\b(?:incident|issue|outage|problem)[\s*](?:[^.]{0,40}[\s*])?(?:resolved|closed|over|declared resolved)\b|\b(?:declared|marked)(?: as)? resolved\b|\b(?:fully|completely) (?:restored|recovered|resolved|operational)\b|\bservices? (?:is |are |was |were )?(?:fully )?(?:restored|recovered)\b|\bfunctionality restored\b|^\W*(?:resolved|resolution|outage ends?|incident ends?|all clear)\b|\bback to normal\b/u],
	['resolved', /(?<!\p{L})(?:(?:incidente|incidencia) (?:fue |ha sido |foi )?(?:declarad[oa] )?(?:resuelt[oa]|cerrad[oa]|resolvid[oa]|encerrad[oa])|se declara resuelto|se (?:cierra|resuelve) (?:el incidente|la incidencia)|servicio (?:restaurado|restablecido|recuperado)|serviço (?:restaurado|restabelecido|normalizado|recuperado)|incident (?:est )?(?:déclaré )?(?:résolu|clos|clôturé)|service (?:rétabli|restauré)|retour à la normale|(?:störung|vorfall|ausfall|problem|fehler) (?:ist |wurde )?(?:(?:als|für) )?(?:behoben|beendet|gelöst|geschlossen)|dienste? (?:ist |sind )?wiederhergestellt|vollständig (?:behoben|wiederhergestellt)|hendelsen (?:er |ble )?(?:erklært )?(?:løst|lukket|over)|feilen (?:er |ble )?(?:løst|rettet)|tjenesten (?:er |ble )?(?:gjenopprettet|oppe igjen|tilbake))(?!\p{L})|完全復旧|復旧(?:完了|を確認|した|しました)|サービス復旧|収束|障害解消|インシデント(?:を|の)?(?:クローズ|終了|解決)|(?:事故|事件|故障)(?:关闭|结束|解除)|(?:服务|业务|故障)[^。]{0,6}(?:恢复|解决)|恢复正常|(?:서비스|장애)[^.]{0,8}(?:복구|해결|정상화)|인시던트 (?:종료|해결)|장애 (?:종료|해소)/u],
	['mitigated', /\broll(?:ed)?[ -]?back (?:is |was )?(?:complete|completed|finished|done)\b|\bmitigat(?:ed|ion (?:complete|completed|in place|applied|deployed))\b|^\W*(?:mitigated|mitigation)\b|\bworkaround (?:is |was )?(?:applied|in place|deployed)\b|\bincident (?:is |was )?repaired\b|^\W*(?:we |team )?rolled (?:it |this |the \p{L}+ )?back\b|\b(?:hot)?fix(?:es)? (?:is |was |has been )?(?:deployed|applied|released|rolled out|live)\b(?! (?:to|in|on) (?:staging|dev|test|canary|one))/u],
	['mitigated', /(?<!\p{L})(?:rollback (?:completado|terminado|concluído|terminé|abgeschlossen|ferdig|fullført)|se completa el rollback|retour (?:en )?arrière terminé|mitiga(?:ción|ção) (?:aplicada|completada|concluída)|mitigad[oa]|atténuation (?:appliquée|en place)|atténuée?|tilbakerulling(?:en)? (?:er )?(?:fullført|ferdig))(?!\p{L})|ロールバック完了|暫定対応完了|回滚完成|止血完成|롤백 완료/u],
	['acknowledged', /\back(?:nowledge[sd]?)?\s(?:[^.]{0,30}\s)?(?:alert|page|incident)\b|\b(?:alert|page|incident) acknowledged\b|\backnowledges? (?:the )?(?:alert|page)\b|^\W*ack(?:nowledged)?\b/u],
	['acknowledged', /(?<!\p{L})(?:alerta (?:reconocid[oa]|reconhecid[oa])|alerte (?:acquittée|prise en compte)|(?:alarm|alert) (?:bestätigt|quittiert)|varsel(?:et)? (?:ble )?(?:bekreftet|kvittert))(?!\p{L})|アラートを?確認|确认(?:告警|报警)|(?:알림|경보) ?(?:을 |를 )?확인/u],
	['detected', /\b(?:alert|alarm|monitor|pager?)s?\s(?:[^.]{0,25}\s)?(?:fires?|fired|firing|triggers?|triggered|went off|goes off|paged)\b|\b(?:issue|incident|outage|problem|failure)s? (?:is |was |were )?(?:first )?(?:detected|discovered|noticed)\b|^\W*(?:first )?(?:detected|detection|discovery|discovered)\b|\bpage[sd] on-?call\b|\bpages? (?:is |was )?sent\b|\bon-?call (?:is |was |gets )?paged\b|\b(?:notices|noticed)\b|\bon-?call\s(?:\p{L}+\s)?(?:is |was |gets )?paged\b|\b(?:customers?|users?|clients?)\s(?:(?:start(?:s|ed)?|begins?|began)\s(?:to\s)?)?(?:report(?:s|ed|ing)?|complain(?:s|ed|ing)?)\b|\bfirst\s(?:customer\s|user\s|support\s)?(?:complaints?|reports?|tickets?)\b|\bmonitoring\s(?:detects|detected|alerts|alerted)\b|\b(?:team|engineers?|on-?call|we) (?:is |are |was |were )(?:initially |first )?alerted\b/u],
	['detected', /(?<!\p{L})(?:alerta (?:se )?(?:dispara|disparad[oa]|activada)|se dispara la alerta|dispara o alerta|(?:se )?detect(?:a|ó|ado|ada|ou)|alerte (?:déclenchée|se déclenche)|détect(?:é|ée|ion)|alarm (?:ausgelöst|schlägt an|utløst)|(?:störung|fehler|problem) (?:erkannt|festgestellt|entdeckt)|oppdaget|(?:alarmen|varselet) (?:går|gikk|løses ut))(?!\p{L})|アラートが?(?:発報|発火|通知|発生)|検知|検出|触发告警|告警触发|收到(?:告警|报警|用户)|发现(?:故障|问题|异常)|(?:알림|경보) (?:발생|수신)|감지|탐지/u],
	['started', /^\W*(?:incident|outage|impact|issue|problem)s? (?:starts?|started|begins?|began)\b|\boutage begins\b|\b(?:first|initial) (?:errors?|failures?)\b|\b(?:errors?|failures|timeouts|outage) (?:starts?|started|begins?|began)\b|\berror rates? (?:starts?|begins?|started|began) (?:to )?(?:increas|ris|climb)/u],
	['started', /^\W*(?:inicio d(?:el incidente|e la caída)|início d[oa] (?:incidente|queda)|début de l['’](?:incident|interruption)|beginn der störung|(?:störung|ausfall) beginnt|(?:comienza|empieza) (?:el incidente|la caída)|(?:hendelsen|feilen|nedetiden) (?:starter|startet|begynner|begynte)|障害発生|故障(?:发生|开始)|장애 (?:발생|시작))/u],
];

/** Right before the words: it has not come to that, or it was only tried, planned or thought. */
export const NOT_SO = /(?:(?<!\p{L})(?:not|never|isn[’']t|wasn[’']t|aren[’']t|weren[’']t|hasn[’']t|haven[’']t|didn[’']t|without|no|yet to|will|would|should|could|to be|going to|unable to|failed to|fails to|cannot|can[’']t|tr(?:y|ies|ied|ying) to|attempt(?:s|ed|ing)? (?:to|at)|attempted|plan(?:s|ned)? to|hop(?:e|es|ed|ing) to|waiting (?:for|until)|until|before|if|once|incorrectly|prematurely|wrongly|nicht|noch nicht|ikke|sin|no se|não|sem|pas|jamais)(?!\p{L})[^.;:!?]{0,24}|未|尚未|没有|无法|待)$/u;

/** Right behind the words. */
export const CAME_TO_NOTHING = /^[^.;:,!?]{0,20}(?:(?<!\p{L})(?:failed|fails|unsuccessful|did not work|didn[’']t work|aborted|expected|planned|scheduled)(?!\p{L})|していない|しない|せず|できず|失败|실패)/u;
