import assert from 'node:assert/strict';
import type { ColumnRole } from '../postmortem/model';
import { columnRoleOf } from './columns';

const HEADERS: readonly (readonly [ColumnRole, readonly string[]])[] = [
	['time', ['Time', 'Time (UTC)', '**Timestamp**', 'Date / Time', 'datetime', '時刻', '시간', 'Hora', 'PST', 'NZST', 'Europe/Oslo']],
	['date', ['Date', 'Day', '日付', 'Fecha']],
	['event', ['Event', 'What happened', 'Details', 'Action taken', '内容', 'Hendelse']],
	['who', ['Who', 'Who?', 'By', 'Responder', '対応者', 'Quién']],
	['action', ['Action', 'Action item', 'Task', 'Follow-up', '対応', 'Tiltak']],
	['owner', ['Owner', 'Owner(s)', 'Assigned to', '担当', '担当者', '负责人', 'Responsable']],
	['due', ['Due', 'Due date', 'ETA', 'Échéance', 'Frist', '期限', '対応期限', '截止日期', '마감일', 'Target', 'Target date', 'Expected', 'Expected (week)']],
	['status', ['Status', 'State', 'Done?', '状态', 'Estado']],
	['priority', ['Priority', '優先度']],
	['ticket', ['Ticket', 'Issue', 'PR', 'Link']],
	['other', ['', 'Colour', 'Duet', 'Bytes', 'Timeless', 'Ownership', 'Expected impact', 'Target system']],
];

describe('columnRoleOf', () => {
	for (const [role, headers] of HEADERS) {
		it(role, () => assert.deepEqual(headers.map((header) => [header, columnRoleOf(header)]), headers.map((header) => [header, role])));
	}
});
