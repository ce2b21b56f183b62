/** The roles of table columns, and the headers that name them, in a template as in a document. */
import { plainText } from '../markdown/inline';
import type { ColumnRole } from '../postmortem/model';
import { oncePerText } from '../text/once';
import { meaningOfZone } from '../time/zones';

export const COLUMN_ROLES = ['time', 'date', 'event', 'who', 'phase', 'action', 'owner', 'due', 'status', 'priority', 'ticket', 'other'] as const satisfies readonly ColumnRole[];

/** In lower case. */
const HEADERS: readonly (readonly [ColumnRole, RegExp])[] = [
	['due', /^(?:due|due date|deadline|eta|by when|completed|completion date|complete by|(?:target|expected)(?: (?:date|completion|delivery|by))?(?=\s*(?:$|\())|échéance|fecha límite|fecha limite|prazo|fällig|frist|期限|期日|対応期限|截止日期|截止时间|마감일|기한)(?!\p{L})/u],
	['who', /^(?:who|person|people|responder|responders|actor|author|by|by whom|source|participant|engineer|user|speaker|team member|name|qui|quién|quien|quem|wer|hvem|対応者|발생자)(?!\p{L})/u],
	['owner', /^(?:owners?|assignees?|assigned(?: to)?|responsible(?: party| person)?|dri|lead|responsável|responsable|verantwortlich\p{L}*|ansvarlig|propriétaire|担当者?|负责人|責任者|담당자?)(?!\p{L})/u],
	['status', /^(?:status|state|done\??|progress|estado|statut|état|状態|状况|状态|ステータス|상태)(?!\p{L})/u],
	['priority', /^(?:priority|prio|severity|urgency|prioridad|prioridade|priorité|priorität|prioritet|優先度|优先级|우선순위)(?!\p{L})/u],
	['ticket', /^(?:ticket|tickets|issue|issues|bug|bugs|tracking(?: issue)?|jira|link|links|pr|pull request|tracker|reference|ref)(?!\p{L})/u],
	['phase', /^(?:phase|stage|milestone|fase|フェーズ|阶段|단계)(?!\p{L})/u],
	['time', /^(?:(?:local |approx\.? |start |event |clock )?time(?:stamp)?s?|when|hour|hora|horário|horario|heure|moment|momento|uhrzeit|zeit|zeitpunkt|tid|tidspunkt|klokkeslett|時刻|時間|日時|时间|時間帯|시간|시각|일시|utc|date\s*(?:(?:[/&+]|and)\s*)?time|at|t\+?|thời gian)(?!\p{L})/u],
	['date', /^(?:date|day|datum|fecha|data|jour|dia|día|dato|日付|日期|날짜|ngày)(?!\p{L})/u],
	['action', /^(?:action(?: items?| required)?|task|tasks|todo|to[- ]do|follow[- ]?up|item|remediation|improvement|what needs|measure|corrective action|acción|accion|ação|tarea|tarefa|tâche|maßnahme|tiltak|対応|アクション|対策|措施|行动|改进项|조치|작업)(?!\p{L})/u],
	['event', /^(?:event|events|what|what happened|description|details?|activity|update|notes?|happening|incident|message|log|evento|descripción|descrição|événement|ereignis|hendelse|beskrivelse|出来事|イベント|内容|事象|事件|事项|描述|이벤트|내용|action taken|sự kiện)(?!\p{L})/u],
];

/** `PST`, `Europe/Oslo`: in capitals, as other words in lower case share their letters with a zone. */
function isZoneAlone(name: string): boolean {
	return /^(?:[A-Z]{2,5}|[A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+)$/.test(name) && meaningOfZone(name) !== undefined;
}

/** The role that a header gives its column, or `other`. */
export const columnRoleOf = oncePerText((header): ColumnRole => {
	const name = plainText(header).replace(/^(?:[\p{Extended_Pictographic}\uFE0F#\d.)\s]|:[a-z_]+:)+/u, '').trim();
	if (/^actions? taken|^action \/ event|^event \/ action/i.test(name)) return 'event';
	if (/^(?:[A-Z]{1,4}T|UTC)(?: ?[+-]\d{1,2})?$/.test(name)) return 'time'; // a zone: one column for each
	const lower = name.toLowerCase();
	for (const [role, pattern] of HEADERS) if (pattern.test(lower)) return role;
	return isZoneAlone(name) ? 'time' : 'other';
});
