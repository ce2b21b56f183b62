import assert from 'node:assert/strict';
import { ROLE_ALIASES } from './role-aliases';
import { exactRoleOf, normalizeHeading, roleOf } from './roleOf';
import type { SectionRole } from './roles';

const EXPECTED: Readonly<Partial<Record<SectionRole, readonly string[]>>> = {
	summary: ['Summary', '1. Executive Summary', 'TL;DR', 'What happened?', 'Issue Summary:', 'Resumen ejecutivo (un párrafo)', '1. Resumo', 'Résumé', 'Zusammenfassung', 'Oppsummering', '① 要約（Summary）', '事件概述', '1. 한 줄 요약', 'Tóm tắt sự cố'],
	impact: ['Impact', ':boom: Impact', 'Impact on users', 'Impact to paying customers', 'Customer impact', 'Fallout', 'Symptoms observed', '影響範囲（ユーザー/時間）', 'Auswirkungen', 'Konsekvenser', '影响范围', '영향 범위'],
	timeline: ['Timeline', 'Timeline (PST)', 'Timeline PST', 'Timeline of events', 'IV. Timeline', '1) Timeline:', 'Timeline & Detection', 'Timeline - 3 March', 'Events/Timeline', 'A rather long timeline', 'Cronología del incidente', 'Línea de tiempo', 'Linha do tempo (UTC)', 'Chronologie', 'Zeitlicher Ablauf', 'Tidslinje', 'タイムライン', '时间线', '타임라인 (전부 시각 포함)', 'What happened (timeline)'],
	detection: ['Detection', 'Detection & Response', 'How was it detected?', 'Détection', '4. 감지 — 무엇이 알려줬나', '検知'],
	response: ['Response', 'Investigation (by Ana)', 'Actions Taken', 'Diagnosis', 'Incident response', '対応'],
	resolution: ['Resolution', 'Resolution and recovery', 'The fix', 'Mitigation & Resolution', 'Resolution: rolled back', 'Solución', '恢复', 'Løsning'],
	'root-cause': ['Root Cause', 'Root Cause Analysis (RCA)', 'RCA', 'Technical root cause', 'Root Cause and Resolution', "Five Why's", '5. 5 Whys', 'Root cause(s)', '### Cause', 'Causa raíz', 'Causa Raiz', 'Cause racine', 'Ursache', 'Rotårsak', '根本原因', '원인 분석', 'Why it happened'],
	'contributing-factors': ['Contributing Factors', 'Trigger', 'Fatores contribuintes', '寄与要因'],
	'went-well': ['What went well?', 'What Went Well ✅', 'What Went Well âœ…', 'Things that went well', 'Hva gikk bra', 'Lo que funcionó bien', 'O que funcionou bem (★)', '良かった点', 'What went well & where we got lucky'],
	'went-wrong': ['What didn’t go well', 'What Went Wrong âŒ', "What didn't go so well?", 'What could be improved', 'Hva gikk galt', 'Was lief schlecht', 'O que deu errado', 'Areas for improvement'],
	lucky: ['Where we got lucky', 'Where did we get lucky?', '운이 좋았던 것'],
	lessons: ['Lessons Learned', 'Lessons Learned/Prevention', 'Takeaways', 'Lessons learnt:', '📚 Lições Aprendidas', 'Leçons apprises', '学んだこと', 'Lessons for the whole team'],
	actions: [
		'Action Items', 'Action items / follow-ups', 'Next steps', 'Tasks', 'Remediation items', 'Follow-up', 'Follow-ups', 'Corrective and Preventative Measures', 'Corrective & Preventive Actions', 'Preventive + corrective actions', 'Improvements/Fixes',
		'Prevention (action items)', '⑤ 再発防止策（Action Items）', 'Acciones correctivas', 'Ações Corretivas e Preventivas', 'Plan d’action', 'Maßnahmen', 'Tiltak', '行动项', '액션 아이템', 'AIs', 'Remediation / Future Work',
	],
	prevention: ['Prevention', 'Prevent recurrence', 'Preventive measures', '再発防止', 'Forebyggende tiltak', 'How do we prevent this from happening again?'],
	'backlog-check': ['Backlog Check'],
	communication: ['Communication', 'Incident communications', '8. Comunicação'],
	background: ['Background', 'Context', ':warning: Leadup', 'Lead-up'],
	references: ['References', 'Related issues', 'Useful Links', '参考リンク'],
	metrics: ['Metrics', 'Stats', 'Métricas durante incidente'],
	metadata: ['Meta', 'Metadata', 'Incident metadata', 'Details', 'Attendees', 'Author(s)', 'Duration:', '基本情報', 'Metadados'],
	'sign-off': ['Sign-Off', 'Approvals', '9. Aprovações'],
	appendix: ['Appendix', 'Appendix: commands that we ran', 'Supporting information', 'Anhang', '付録: グラフ'],
};

const NONE = [
	'', '!!!', '14:43', '2024-01-02 14:43', 'Timeline Confusion About Who Was On Call', 'Incident: stale cache served to everyone', 'Report: the outage of 3 March', 'Why the canary said nothing', 'Fix #1: return early',
	'Title (incident #)', 'Users', 'Engineering', 'SLA', 'P0', 'Immediate (week 1)', 'Verify that cron runs', 'Streaming needs less memory [repair]', 'Sobre la detección', 'Conclusion', 'Open questions',
	'Improve the runbook for the person who is on call', 'We should write a summary of what the timeline of events tells us about our monitoring',
];

describe('roleOf', () => {
	for (const [role, titles] of Object.entries(EXPECTED)) {
		for (const title of titles) it(`reads "${title}" as ${role}`, () => assert.equal(roleOf(title), role));
	}
	for (const title of NONE) it(`gives "${title}" no role`, () => assert.equal(roleOf(title), undefined));
	it('knows every alias as it is written in its list', () => {
		const unknown = Object.values(ROLE_ALIASES).flat().flatMap((list) => list.split(';')).filter((alias) => alias.trim() !== '' && !exactRoleOf(alias));
		assert.deepEqual(unknown, []);
	});
	it('gives a very long text no role', () => assert.equal(roleOf(`Timeline ${'of '.repeat(100_000)}`), undefined));
});

describe('normalizeHeading', () => {
	for (const [title, expected] of [
		['## **4.2 Root Cause & Fix:**', 'root cause and fix'],
		['IV. Lessons Learned/Prevention', 'lessons learned and prevention'],
		['[Timeline](#timeline) :clock1:', 'timeline'],
		['Causa raíz', 'causa raiz'],
		['What didn’t work?', 'what didnt work'],
		['5 Whys', '5 whys'],
		['Ｉｍｐａｃｔ', 'impact'],
		['デプロイ', 'デプロイ'],
		['\\# Impact', 'impact'],
	] as const) {
		it(`writes "${title}" as "${expected}"`, () => assert.equal(normalizeHeading(title), expected));
	}
});
