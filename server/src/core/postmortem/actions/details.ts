/** Lines that say something about the action above them: `Owner: Kim`, `**Due:** Friday`, `- Status: Open`. */

const DETAIL = /^[\s>*+_•-]{0,8}(?:owners?|assignees?|assigned(?: to)?|responsible|dri|poc|who|due(?: date)?|deadline|target(?: date)?|eta|timeline|status|state|priority|effort|estimate|ticket|jira|issue|tracking|prioridad|prioridade|priorité|priorität|responsables?|responsável|verantwortlich|ansvarlig|frist|fällig|estado|statut|plazo|prazo|échéance|担当者?|期限|期日|状態|ステータス|優先度|负责人|責任者|截止(?:日期|时间)?|状态|优先级|담당자?|기한|마감일?|상태|우선순위)\s{0,2}[*_]{0,2}\s?[:：]/iu;

export function startsWithDetail(line: string): boolean {
	return DETAIL.test(line);
}
