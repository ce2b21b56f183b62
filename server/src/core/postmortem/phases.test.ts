import assert from 'node:assert/strict';
import { phaseOf } from './phases';

const TOLD: Readonly<Record<string, readonly string[]>> = {
	detected: ['Alert fires', 'Alert fired for high error rate', 'PagerDuty alert triggered', 'On-call engineer paged', 'Customers report login failures', 'First customer complaint', 'Monitoring detects the failure', 'Se dispara la alerta', 'La alerta se dispara', 'Alerta disparada', 'Se detecta el problema', 'Alerta disparado', 'O alerta dispara', 'Problema detectado', 'Alerte déclenchée', "L'alerte se déclenche", 'Problème détecté', 'Alarm ausgelöst', 'Alarm schlägt an', 'Störung erkannt', 'Alarmen går', 'Alarm utløst', 'Feilen oppdaget', 'アラート発報', 'アラートが発生', '障害を検知', '告警触发', '发现故障', '收到用户反馈', '알림 발생', '경보 발생', '장애 감지'],
	mitigated: ['Rollback complete', 'Rollback completed', 'Rolled back to v1.4', 'Fix deployed', 'Hotfix deployed to production', 'Mitigation applied', 'Rollback completado', 'Se completa el rollback', 'Mitigación aplicada', 'Rollback concluído', 'Mitigação aplicada', 'Rollback terminé', 'Retour arrière terminé', 'Atténuation appliquée', 'Rollback abgeschlossen', 'Tilbakerulling fullført', 'Rollback ferdig', 'ロールバック完了', '暫定対応完了', '回滚完成', '롤백 완료'],
	resolved: ['Incident declared resolved', 'Incident resolved', 'All clear given', 'Service restored', 'Traffic back to normal', 'Incident closed', 'Incidente resuelto', 'Se declara resuelto el incidente', 'Servicio restablecido', 'Incidente resolvido', 'Incidente declarado resolvido', 'Serviço restabelecido', 'Incident résolu', 'Incident déclaré résolu', 'Service rétabli', 'Störung behoben', 'Vorfall als gelöst erklärt', 'Vorfall behoben', 'Dienst wiederhergestellt', 'Hendelsen løst', 'Hendelsen erklært løst', 'Tjenesten gjenopprettet', 'Tjenesten er oppe igjen', '復旧完了', 'サービス復旧を確認', 'インシデントをクローズ', '服务恢复', '故障恢复', '事故关闭', '서비스 복구 완료', '장애 해결', '인시던트 종료'],
	acknowledged: ['Alex acknowledges alert', 'Page acknowledged by Kim', 'Incident declared', 'Alerta reconocida por Ana', 'Alerta reconhecido por Bia', 'Alerte acquittée par Luc', 'Alarm bestätigt', 'Varsel bekreftet av vakt', '担当者がアラートを確認', '值班人员确认告警', '담당자가 알림 확인'],
	started: ['Outage begins', 'Errors start', 'Error rate starts increasing', 'Comienza la caída', 'Inicio del incidente', 'Início do incidente', "Début de l'incident", 'Beginn der Störung', 'Störung beginnt', 'Hendelsen starter', '障害発生', '故障发生', '장애 발생'],
};
const NOT_TOLD = ['Deploy begins', 'Team investigates', 'Incident not yet resolved', 'Rollback started', 'Rollback complete failed', 'No alert fired', 'Waiting for the incident to be resolved', 'Fix deployed to staging', 'Noch nicht behoben', '復旧していない'];

describe('the phase that the words of a row tell', () => {
	for (const [phase, rows] of Object.entries(TOLD)) for (const row of rows) it(`${phase}: ${row}`, () => assert.equal(phaseOf(undefined, row)?.phase, phase));
	for (const row of NOT_TOLD) it(`none: ${row}`, () => assert.equal(phaseOf(undefined, row), undefined));
	it('takes the phase column first', () => assert.deepEqual(phaseOf('Mitigated', 'Alert fires'), { phase: 'mitigated', by: 'column' }));
	it('knows a name that is all the row says', () => assert.deepEqual(phaseOf(undefined, 'Incident declared'), { phase: 'acknowledged', by: 'name' }));
});
